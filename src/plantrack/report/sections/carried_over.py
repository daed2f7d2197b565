"""What is not completed when a plan ends, and what is said of what becomes of it."""

from __future__ import annotations

from plantrack.mark import _
from plantrack.report import standing_cells
from plantrack.report.document import Cell, Column, Link, Quiet, Row, Table
from plantrack.report.proposed import proposed
from plantrack.report.request import Request
from plantrack.report.teller import Teller, lines


def unfinished(request: Request, tell: Teller) -> Table:
    """What is not completed when the plan ends, and what is said of what becomes of it."""
    rows = [
        Row(
            (
                (tell.link(identifier),),
                (tell.said(request.plan.activities[identifier].title),),
                standing_cells.responsible(tell, request.plan.held[identifier]),
                standing_cells.status(tell, standing),
                onwards(request, tell, identifier),
            )
        )
        for identifier, standing in request.standings.activities.items()
        if standing.counted and standing.status != "completed"
    ]
    columns = (
        Column(tell.say(_("No.")), "narrow"),
        Column(tell.column("activity"), "wide"),
        Column(tell.say(_("Responsible")), "middle"),
        Column(tell.say(_("Status")), "middle"),
        Column(tell.say(_("What becomes of it")), "wide"),
    )
    return Table((tell.say(_("Not completed when the plan ends")),), columns, tuple(rows), head=1)


def onwards(request: Request, tell: Teller, identifier: str) -> Cell:
    """What takes over an activity, when it is now expected, and whether a decision on it is proposed."""
    record = request.plan.activities[identifier]
    given = request.standings.activities[identifier].given
    said: list[Cell] = []
    if record.replaced_by:
        said.append((tell.say(_("Replaced by:")), " ", *tell.links(record.replaced_by)))
    for number, proposal in enumerate(proposed(request), 1):
        if identifier in proposal.about:
            said.append((Link(tell.say(_("proposed decision {n}"), n=number), "proposals"),))
    if given and given.answer.expected:
        said.append((tell.say(_("Now expected:")), " ", tell.point(given.answer.expected)))
    if request.plan.held[identifier].continuous and not said:
        said.append((tell.say(_("Goes on all the time; nobody has said for how long")),))
    return lines(said) or (Quiet(tell.say(_("nobody has said"))),)
