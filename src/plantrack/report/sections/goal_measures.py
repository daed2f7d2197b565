"""A goal's success criteria and indicators: how each is judged, and by what figures."""

from __future__ import annotations

from plantrack.mark import _
from plantrack.model.goal import Criterion, Goal
from plantrack.model.words import INDICATOR_KINDS
from plantrack.plan import by_number
from plantrack.report import measured_words, standing_cells
from plantrack.report.document import Block, Cell, Column, Quiet, Row, Table
from plantrack.report.request import Request
from plantrack.report.sections.picture import now_and_then
from plantrack.report.teller import Teller, anchor


def tables(request: Request, tell: Teller, identifier: str, goal: Goal) -> list[Block]:
    """The table of criteria and that of indicators, where there are any."""
    blocks: list[Block] = []
    if goal.criteria:
        blocks.append(criteria(request, tell, identifier, goal))
    if goal.indicators:
        blocks.append(indicators(request, tell, identifier, goal))
    return blocks


def criteria(request: Request, tell: Teller, identifier: str, goal: Goal) -> Table:
    """Each criterion with its judgement, and the one a round ago."""
    columns = [
        Column(tell.say(_("No.")), "narrow"),
        Column(tell.column("criterion"), "wide"),
        Column(tell.say(_("Is about")), "narrow"),
    ]
    if not request.silent:
        columns += now_and_then(request, tell, _("Assessment"), _("Assessment {round}"))
        columns.append(Column(tell.say(_("Ground")), "wide"))
    rows = []
    for i in sorted(goal.criteria, key=by_number):
        cells: list[Cell] = [(i,), (tell.said(goal.criteria[i].text),), about(tell, goal.criteria[i], identifier)]
        if not request.silent:
            judged = request.standings.criteria.get(i)
            cells += [standing_cells.fulfilment_then(tell, then.criteria.get(i)) for then in request.beside]
            cells += [standing_cells.verdict(tell, judged), standing_cells.ground(tell, judged)]
        rows.append(Row(tuple(cells), anchor(i)))
    caption = tell.say(_("Success criteria of {goal} {id}"), goal=tell.level("goal"), id=identifier)
    return Table((caption,), tuple(columns), tuple(rows), head=1)


def about(tell: Teller, measure: Criterion, goal: str) -> Cell:
    """Which activities a measure is about."""
    if not measure.for_:
        return (Quiet(tell.say(_("the whole of {goal} {id}"), goal=tell.level("goal"), id=goal)),)
    return tell.links(measure.for_)


def indicators(request: Request, tell: Teller, identifier: str, goal: Goal) -> Table:
    """Each indicator with baseline, targets, outcome and trend."""
    columns = [
        Column(tell.say(_("No.")), "narrow"),
        Column(tell.column("indicator"), "wide"),
        Column(tell.say(_("Kind")), "middle"),
        Column(tell.say(_("Baseline")), "middle"),
        Column(tell.say(_("Target")), "middle"),
    ]
    if not request.silent:
        columns += [
            Column(tell.say(_("Value")), "middle"),
            Column(tell.say(_("Outcome")), "middle"),
            Column(tell.say(_("Trend")), "middle"),
        ]
    rows = [indicator_row(request, tell, goal, i) for i in sorted(goal.indicators, key=by_number)]
    caption = tell.say(_("Indicators of {goal} {id}"), goal=tell.level("goal"), id=identifier)
    return Table((caption,), tuple(columns), tuple(rows), head=1)


def indicator_row(request: Request, tell: Teller, goal: Goal, identifier: str) -> Row:
    """One indicator."""
    indicator = goal.indicators[identifier]
    text: Cell = (tell.said(indicator.text),)
    if indicator.unit:
        text = (*text, " ", Quiet(f"({tell.said(indicator.unit).text})"))
    cells: list[Cell] = [
        (identifier,),
        text,
        (tell.word(INDICATOR_KINDS, indicator.kind),),
        standing_cells.baseline(tell, indicator),
        standing_cells.targets(tell, indicator),
    ]
    if not request.silent:
        standing = request.standings.indicators.get(identifier)
        cells.append(measured_words.latest(tell, indicator, standing) if standing else (tell.missing,))
        cells.append((tell.state("outcome", standing.outcome if standing else "not_measured"),))
        cells.append((tell.state("trend", standing.trend if standing else "cannot_be_judged"),))
    return Row(tuple(cells), anchor(identifier))
