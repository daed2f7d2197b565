"""A goal's success criteria and indicators: how each is judged, and by what figures."""

from __future__ import annotations

from plantrack.mark import _
from plantrack.model.goal import Criterion, Goal
from plantrack.model.words import INDICATOR_KINDS
from plantrack.plan import by_number
from plantrack.report import measured_words, standing_cells
from plantrack.report.charts.curves import of_goal
from plantrack.report.document import Block, Cell, Column, Quiet, Row, Table
from plantrack.report.request import Request
from plantrack.report.sections.picture import now_and_then
from plantrack.report.teller import Teller, anchor


def tables(request: Request, tell: Teller, identifier: str, goal: Goal) -> list[Block]:
    """The table of criteria and that of indicators, where there are any; then the indicators as curves."""
    blocks: list[Block] = []
    if goal.criteria:
        blocks.append(criteria(request, tell, identifier, goal))
    if goal.indicators:
        blocks.append(indicators(request, tell, identifier, goal))
    return [*blocks, *of_goal(request, tell, identifier)]


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
        Column(tell.say(_("Baseline")), "middle"),
        Column(tell.say(_("Target")), "middle"),
    ]
    if not request.silent:
        columns += now_and_then(request, tell, _("Value"), _("Value {round}"))
        columns += [
            Column(tell.say(_("Outcome")), "middle"),
            Column(tell.say(_("Trend")), "middle"),
        ]
    rows = [indicator_row(request, tell, goal, i) for i in sorted(goal.indicators, key=by_number)]
    caption = tell.say(_("Indicators of {goal} {id}"), goal=tell.level("goal"), id=identifier)
    return Table((caption,), tuple(columns), tuple(rows), head=1)


def indicator_row(request: Request, tell: Teller, goal: Goal, identifier: str) -> Row:
    """One indicator."""
    indicator = goal.indicators[identifier]
    unit = [tell.said(indicator.unit).text] if indicator.unit else []
    kind = ", ".join([tell.word(INDICATOR_KINDS, indicator.kind), *unit])
    cells: list[Cell] = [
        (identifier,),
        (tell.said(indicator.text), " ", Quiet(f"({kind})")),
        standing_cells.baseline(tell, indicator),
        standing_cells.targets(tell, indicator),
    ]
    if not request.silent:
        standing = request.standings.indicators.get(identifier)
        for then in request.beside:
            cells.append(measured_words.in_round(tell, indicator, then.indicators.get(identifier), then.round))
        cells.append(measured_words.latest(tell, indicator, standing) if standing else (tell.missing,))
        cells.append(measured_words.outcome(tell, standing))
        cells.append(measured_words.trend(tell, standing))
    return Row(tuple(cells), anchor(identifier))
