"""What became of an organisation that is no more: its last day, who took over and from when, and who decided it."""

from __future__ import annotations

from plantrack.facts.organisations import told_by
from plantrack.mark import _
from plantrack.report.document import Cell, Piece, PlanText, Quiet
from plantrack.report.names import ended_on
from plantrack.report.teller import Teller, lines

Items = list[tuple[Cell, Cell | PlanText]]


def has_ended(tell: Teller, identifier: str) -> bool:
    """Whether an organisation is no more on the day."""
    end = ended_on(tell.plan.organisations[identifier], tell.plan.calendar)
    return end is not None and end < tell.date


def of_ended(tell: Teller, identifier: str) -> Items:
    """What became of it, and where that stands; nothing where it goes on."""
    if not has_ended(tell, identifier):
        return []
    plan, say = tell.plan, tell.say
    each = plan.organisations[identifier]
    decisions, events = told_by(plan, identifier)
    end = each.valid.end if each.valid else None
    heirs = lines(_heir(tell, heir) for heir in each.successors)
    items: Items = [
        ((say(_("Existed until")),), (tell.point(end),)),
        ((say(_("Taken over by")),), heirs or (Quiet(say(_("nobody, as far as the plan says"))),)),
    ]
    if decisions:
        cells = lines((f"{i} ", tell.said(plan.decisions[i].title)) for i in decisions)
        items.append(((say(_("Decided in")),), cells))
    if events:
        items.append(((say(_("Event")),), lines((f"{i} ", tell.said(plan.events[i].title)) for i in events)))
    return items


def _heir(tell: Teller, identifier: str) -> Cell:
    """One that took over, with when it began where that is said."""
    name: Cell = (f"{identifier} ", *tell.party(identifier))
    heir = tell.plan.organisations.get(identifier)
    start = heir.valid.start if heir and heir.valid else None
    aside: tuple[Piece, ...] = (" ", Quiet(tell.say(_("(from {time})"), time=tell.point(start)))) if start else ()
    return (*name, *aside)
