"""Who an organisation is: its names, the groups that it is in, its members, and what came before and after it."""

from __future__ import annotations

from collections.abc import Iterable

from plantrack.followup.parties import Parties
from plantrack.mark import _
from plantrack.model.organisation import Organisation
from plantrack.model.words import ORGANISATION_KINDS
from plantrack.report.document import Cell, PlanText, Quiet
from plantrack.report.involvement import groups
from plantrack.report.request import Request
from plantrack.report.teller import Teller, lines

Items = list[tuple[Cell, Cell | PlanText]]


def organisation_facts(request: Request, tell: Teller, identifier: str) -> Items:
    """All that there is of this; what does not hold for the organisation is left out."""
    plan, each = tell.plan, tell.plan.organisations[identifier]
    parties = Parties(plan, request.standings.day)
    came_after = [i for i, other in plan.organisations.items() if identifier in other.successors]
    facts: tuple[tuple[str, Cell], ...] = (
        (_("Kind"), (tell.word(ORGANISATION_KINDS, each.kind),)),
        (_("Name now"), named(tell, each) if each.formerly or each.abbreviation else ()),
        (_("Names before"), former(tell, each)),
        (_("Belongs to"), tell.party(each.part_of) if each.part_of else ()),
        (_("Member of"), several(tell, groups(plan, identifier, parties))),
        (_("Members"), several(tell, parties.members(identifier))),
        (_("Came after"), several(tell, came_after)),
        (_("Taken over by"), several(tell, each.successors)),
    )
    return [((tell.say(name),), said) for name, said in facts if said]


def named(tell: Teller, each: Organisation) -> Cell:
    """The present name, with the abbreviation."""
    name: Cell = (tell.said(each.name),)
    return (*name, f" ({each.abbreviation})") if each.abbreviation else name


def former(tell: Teller, each: Organisation) -> Cell:
    """The names that it had, each with its last day."""
    return lines(
        (tell.said(name.name), " ", Quiet(tell.say(_("(until {day})"), day=name.until))) for name in each.formerly
    )


def several(tell: Teller, organisations: Iterable[str]) -> Cell:
    """Organisations, one on each line."""
    return lines(tell.party(each) for each in organisations)
