"""Measurements: every indicator's values over time, with what was not measured in plain sight."""

from __future__ import annotations

from plantrack.followup.standing import IndicatorStanding, Measured
from plantrack.mark import _
from plantrack.plan import by_number
from plantrack.report import standing_cells
from plantrack.report.document import Block, Cell, Column, Prose, Quiet, Row, Section, Table
from plantrack.report.request import Request
from plantrack.report.teller import Teller, lines


def write(request: Request, tell: Teller) -> Section | None:
    """One table of all indicators by round; nothing where no value was ever reported."""
    indicators, standings = request.plan.indicators, request.standings.indicators
    if not indicators or (request.silent and not any(each.series or each.answers for each in standings.values())):
        return None
    measured = [i for i, each in standings.items() if each.series or each.answers or each.text]
    number = sum(1 for each in standings.values() if each.outcome != "not_measured")
    sentence = tell.say(
        _("{n} of the plan's {whole} indicators have a value, and {never} have never been measured."),
        n=number,
        whole=len(indicators),
        never=len(indicators) - len(measured),
    )
    blocks: list[Block] = [Prose((sentence,)), series(request, tell)]
    return Section("measurements", (tell.say(_("Measurements")),), tuple(blocks), new_page=True)


def series(request: Request, tell: Teller) -> Table:
    """Indicator by round, between the baseline and the targets."""
    rounds = shown_rounds(request)
    columns = (
        Column(tell.say(_("No.")), "narrow"),
        Column(tell.column("indicator"), "wide"),
        Column(tell.say(_("Baseline")), "middle"),
        *(Column(each, "middle") for each in rounds),
        Column(tell.say(_("Target")), "middle"),
        Column(tell.say(_("Outcome")), "middle"),
    )
    rows = []
    for i in request.plan.indicators:
        indicator, standing = request.plan.indicators[i], request.standings.indicators.get(i)
        text: Cell = (tell.said(indicator.text),)
        if indicator.unit:
            text = (*text, " ", Quiet(f"({tell.said(indicator.unit).text})"))
        outcome = tell.state("outcome", standing.outcome if standing else "not_measured")
        rows.append(
            Row(
                (
                    (tell.link(i),),
                    text,
                    standing_cells.baseline(tell, indicator),
                    *(in_round(tell, standing, each) for each in rounds),
                    standing_cells.targets(tell, indicator),
                    (outcome,),
                )
            )
        )
    return Table((tell.say(_("Values of the indicators, round by round")),), columns, tuple(rows), head=1)


def shown_rounds(request: Request) -> tuple[str, ...]:
    """The rounds up to this one, in order."""
    found = {request.standings.round, *(each.round for each in request.earlier)}
    return tuple(sorted(found, key=by_number))


def in_round(tell: Teller, standing: IndicatorStanding | None, round_id: str) -> Cell:
    """The values that were reported in a round, or that none was."""
    if standing is None:
        return (tell.state("outcome", "not_measured"),)
    measured = [each for each in standing.series if each.given.round == round_id]
    if measured:
        return lines(in_words(tell, each, len(measured) > 1) for each in measured)
    texts = [each.answer.value for each in standing.answers if each.round == round_id and each.answer.value]
    if texts:
        return lines((standing_cells.in_words(tell, text),) for text in texts)
    return (tell.state("outcome", "not_measured"),)


def in_words(tell: Teller, measured: Measured, several: bool) -> Cell:
    """One value with its date, and whose it is where there are several."""
    given = measured.given
    date = tell.point(given.answer.at) if given.answer.at else measured.day.isoformat()
    aside = (
        date
        if measured.n is None
        else f"{date}, n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}{tell.speech.number(measured.n)}"
    )
    cell: Cell = (tell.speech.number(measured.value), " ", Quiet(f"({aside})"))
    return (*cell, " ", *tell.party(given.organisation, short=True)) if several else cell
