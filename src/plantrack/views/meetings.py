"""The meetings of a plan in a list: when, whose, how much was decided, and what of it is still open."""

from __future__ import annotations

from collections.abc import Sequence

from plantrack.facts.happened import in_order
from plantrack.facts.matters import open_on
from plantrack.mark import _
from plantrack.model.event import Event
from plantrack.plan import Plan
from plantrack.report.document import BREAK, Cell, Column, Prose, Quiet, Row, Section, State, Table
from plantrack.report.event_words import clock, day_of
from plantrack.report.states import OPEN
from plantrack.report.teller import Teller
from plantrack.views.events import Then

GATHERINGS = ("meeting", "workshop", "conference")
"""Kinds of events that people meet at."""


def meetings(plan: Plan, body: str = "") -> tuple[str, ...]:
    """The meetings of a plan, or of one body, the newest first: what people met at, or what has points."""
    return tuple(
        each
        for each in reversed(in_order(plan))
        if _is_meeting(plan.events[each]) and (not body or plan.events[each].body == body)
    )


def _is_meeting(event: Event) -> bool:
    return event.kind in GATHERINGS or bool(event.items or event.present)


def still_open(plan: Plan, tell: Teller) -> dict[str, int]:
    """Meeting -> how much of what it left open nothing has answered by the day."""
    found: dict[str, int] = {}
    for each in open_on(plan, tell.date):
        found[each.event] = found.get(each.event, 0) + 1
    return found


def sections(tell: Teller, ids: Sequence[str]) -> tuple[Section, ...]:
    """The meetings, one a row."""
    title = (tell.say(_("Meetings")),)
    if not ids:
        return (Section("meetings", title, (Prose((tell.say(_("No meeting fits.")),)),)),)
    left, then = still_open(tell.plan, tell), Then(tell)
    columns = (
        Column(tell.say(_("When")), "middle"),
        Column(tell.say(_("Meeting")), "wide"),
        Column(tell.say(_("Whose")), "middle"),
        Column(tell.say(_("Points")), "narrow", numbers=True),
        Column(tell.say(_("Decided")), "narrow", numbers=True),
        Column(tell.say(_("Open")), "narrow"),
    )
    rows = tuple(_row(then.of(tell.plan.events[each]), each, left.get(each, 0)) for each in ids)
    return (Section("meetings", title, (Table((), columns, rows, head=1),)),)


def _row(tell: Teller, identifier: str, left: int) -> Row:
    event = tell.plan.events[identifier]
    when: Cell = (*day_of(tell, event), BREAK, Quiet(clock(event.time))) if event.time else day_of(tell, event)
    title: Cell = (tell.said(event.title),)
    if event.state in ("planned", "cancelled"):
        title = (*title, " ", Quiet(f"({tell.say(_('planned') if event.state == 'planned' else _('cancelled'))})"))
    decided = sum(1 for point in event.items if point.decision)
    open_: Cell = (State(str(left), "○", OPEN),) if left else (Quiet("\N{EN DASH}"),)
    whose = tell.party(event.body, short=True) if event.body else (Quiet("\N{EN DASH}"),)
    return Row((when, (*title, BREAK, Quiet(identifier)), whose, (str(len(event.items)),), (str(decided),), open_))
