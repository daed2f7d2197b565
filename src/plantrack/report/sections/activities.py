"""Annex: every activity, on one line each."""

from __future__ import annotations

from plantrack.followup.standing import ActivityStanding
from plantrack.mark import _
from plantrack.report import standing_cells
from plantrack.report.document import Cell, Column, Quiet, Row, Section, Table
from plantrack.report.request import Request
from plantrack.report.teller import Teller


def write(request: Request, tell: Teller) -> Section | None:
    """The whole list."""
    if not request.plan.activities:
        return None
    rows = tuple(row(request, tell, identifier) for identifier in request.plan.activities)
    columns = (
        Column(tell.say(_("No.")), "narrow"),
        Column(tell.column("activity"), "wide"),
        Column(tell.say(_("Responsible")), "middle"),
        Column(tell.say(_("No later than")), "narrow"),
        Column(tell.say(_("Status")), "middle"),
        Column(tell.say(_("Schedule")), "middle"),
        Column(tell.say(_("Last answer")), "narrow"),
    )
    table = Table((tell.say(_("Every activity, also those that have ended")),), columns, rows, head=1)
    return Section("activities", (tell.say(_("Annex: all activities")),), (table,), new_page=True)


def row(request: Request, tell: Teller, identifier: str) -> Row:
    """One activity."""
    standing = request.standings.activities[identifier]
    return Row(
        (
            (tell.link(identifier),),
            (tell.said(request.plan.activities[identifier].title),),
            standing_cells.responsible(tell, request.plan.held[identifier]),
            (tell.day(standing.end),) if standing.end else (Quiet(tell.say(_("no end"))),),
            standing_cells.status(tell, standing),
            standing_cells.schedule(tell, standing),
            last_answer(tell, standing),
        )
    )


def last_answer(tell: Teller, standing: ActivityStanding) -> Cell:
    """The day of the newest answer, of this round or before."""
    days = [given.day for given in standing.answers]
    if days:
        return (max(days).isoformat(),)
    return (standing.last.day.isoformat(),) if standing.last else (Quiet(tell.say(_("never"))),)
