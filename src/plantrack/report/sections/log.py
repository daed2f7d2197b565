"""Annex: the log, everything that happened up to the day of the report."""

from __future__ import annotations

from plantrack.facts.happened import UNPLACED, in_order, placed
from plantrack.mark import _
from plantrack.model.event import Event
from plantrack.report.document import Column, Prose, Quiet, Row, Section, Table
from plantrack.report.event_words import moment, outcomes, what, who
from plantrack.report.listed import listed
from plantrack.report.request import Request
from plantrack.report.teller import Teller, lines


def write(request: Request, tell: Teller) -> Section | None:
    """The events in the order they came; nothing where there are none."""
    events, calendar = request.plan.events, request.plan.calendar
    shown: list[str] = []
    later: list[str] = []
    for each in in_order(request.plan):
        day = placed(calendar, events[each])
        (shown if day <= request.standings.day or day == UNPLACED else later).append(each)
    if not shown:
        return None
    rows = tuple(row(tell, events[each]) for each in shown)
    columns = (
        Column(tell.say(_("When")), "narrow"),
        Column(tell.say(_("What")), "wide"),
        Column(tell.say(_("Who")), "middle"),
        Column(tell.say(_("Decided, and to be done")), "wide"),
    )
    blocks = [Table((tell.say(_("What has happened, in order")),), columns, rows, head=1)]
    note = tell.speech.count(
        _("One event after the day of the report is not shown."),
        _("{n} events after the day of the report are not shown."),
        len(later),
    )
    traced = listed(tell, _("events after the day of the report"), later)
    return Section(
        "log", (tell.say(_("Annex: the log")),), (*blocks, *([Prose((note, *traced))] if later else [])), new_page=True
    )


def row(tell: Teller, event: Event) -> Row:
    """One event."""
    came = lines(outcomes(tell, event)) or (Quiet(tell.say(_("nothing noted"))),)
    return Row((moment(tell, event), what(tell, event), who(tell, event), came))
