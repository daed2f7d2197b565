"""Measurements: every indicator's values over time, with what was not measured in plain sight."""

from __future__ import annotations

from collections.abc import Mapping

from plantrack.followup.standing import IndicatorStanding
from plantrack.mark import _
from plantrack.report import measured_words, standing_cells
from plantrack.report.charts.curves import at_goals, curves
from plantrack.report.document import Block, Cell, Column, Prose, Quiet, Row, Section, Table
from plantrack.report.listed import listed
from plantrack.report.request import Request
from plantrack.report.teller import Teller


def write(request: Request, tell: Teller) -> Section | None:
    """One table of all indicators by round; nothing where no value was ever reported."""
    indicators, standings = request.plan.indicators, request.standings.indicators
    if not indicators or (request.silent and not any(each.series or each.answers for each in standings.values())):
        return None
    measured = [i for i, each in standings.items() if each.series or each.answers or each.text]
    number = sum(1 for each in standings.values() if each.outcome != "not_measured")
    of_plan = (
        _("{n} of the plan's {whole} indicators has a value"),
        _("{n} of the plan's {whole} indicators have a value"),
    )
    of_part = _("{n} of the {whole} indicators here has a value"), _("{n} of the {whole} indicators here have a value")
    sentence = tell.say(
        _("{measured}, and {never}."),
        measured=tell.speech.count(*(of_part if request.part else of_plan), number, whole=len(indicators)),
        never=tell.speech.count(
            _("{n} has never been measured"), _("{n} have never been measured"), len(indicators) - len(measured)
        ),
    )
    valued = [i for i, each in standings.items() if each.outcome != "not_measured"]
    traced = listed(tell, _("indicators that have a value"), valued, indicators, round_id=request.standings.round)
    traced += listed(tell, _("indicators that have been measured at any time"), measured, indicators)
    blocks: list[Block] = [Prose((sentence, *traced)), series(request, tell)]
    gathered = () if at_goals(request) else curves(request, tell)
    if gathered:
        sentence = _("{n} indicators are drawn: first and foremost those that do not go as they should.")
        blocks += [Prose((tell.say(sentence, n=len(gathered)),)), *gathered]
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
        rows.append(
            Row(
                (
                    (tell.link(i),),
                    text,
                    standing_cells.baseline(tell, indicator),
                    *(measured_words.in_round(tell, indicator, then.get(i), each) for each, then in rounds.items()),
                    standing_cells.targets(tell, indicator),
                    measured_words.outcome(tell, standing),
                )
            )
        )
    return Table((tell.say(_("Values of the indicators, round by round")),), columns, tuple(rows), head=1)


def shown_rounds(request: Request) -> dict[str, Mapping[str, IndicatorStanding]]:
    """The rounds up to this one, the first of them first, each with how the indicators stood then."""
    return {each.round: each.indicators for each in (*reversed(request.earlier), request.standings)}
