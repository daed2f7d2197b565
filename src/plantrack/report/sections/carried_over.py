"""What is not completed when a plan ends, and what is said of what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts.abroad import came_of
from plantrack.mark import _
from plantrack.plan import Plan
from plantrack.report import standing_cells
from plantrack.report.document import Block, Cell, Column, Link, Prose, Quiet, Row, Table
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


def next_plans(request: Request, tell: Teller) -> list[Block]:
    """Which plan comes after this one, and how much of what is left goes on in it."""
    return [Prose((_next_plan(request, tell, each),)) for each in request.following]


def _next_plan(request: Request, tell: Teller, other: Plan) -> str:
    left = [i for i, each in request.standings.activities.items() if each.counted and each.status != "completed"]
    taken = came_of(other, request.plan.header.id or "")
    title = tell.said(other.header.title).text
    sentence = _(
        "The plan is continued by “{title}” ({plan}). {n} of the {whole} activities that are left go on in it."
    )
    n = sum(each in taken for each in left)
    return tell.say(sentence, title=title, plan=other.header.id, n=n, whole=len(left))


def taken_up(request: Request, tell: Teller, identifier: str) -> Iterator[Cell]:
    """As what an activity goes on in the next plan, or that it does not."""
    for other in request.following:
        plan = other.header.id or ""
        ids = came_of(other, request.plan.header.id or "").get(identifier, ())
        if not ids:
            yield (tell.say(_("Does not go on in {plan}"), plan=plan),)
        for each in ids:
            title = other.activities[each].title if each in other.activities else None
            same = title == request.plan.activities[identifier].title
            named: Cell = () if same or not title else (": ", tell.said(title))
            yield (tell.say(_("Goes on as {id}"), id=f"{plan}:{each}"), *named)


def onwards(request: Request, tell: Teller, identifier: str) -> Cell:
    """What takes over an activity, when it is now expected, and whether a decision on it is proposed."""
    record = request.plan.activities[identifier]
    given = request.standings.activities[identifier].given
    said: list[Cell] = list(taken_up(request, tell, identifier))
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
