"""An indicator over time: its values against its baseline, its targets, and the path that leads from one to the others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from plantrack.followup.indicators import value_expected
from plantrack.followup.standing import IndicatorStanding, Measured
from plantrack.mark import _
from plantrack.model.goal import Indicator
from plantrack.plan import by_number
from plantrack.report import measured_words
from plantrack.report.charts import axes, wording
from plantrack.report.document import Cell, Chart, Column, Quiet, Row, Table
from plantrack.report.pictures import Curves, Dot, Moment
from plantrack.report.request import Request
from plantrack.report.teller import Teller

ROOM = timedelta(days=45)
"""Before the first value and after the last one."""
ENOUGH = 1000
"""From here on a computed value has no decimals: more would say more than was measured."""
IN_WORDS = measured_words.IN_WORDS


MOST = 60
"""As many as a report draws."""
FEW = 100
"""Indicators of a plan. Where there are no more, each curve stands at its goal; else the gravest stand together."""
GRAVITY = ("worsened", "not_achieved", "behind", "slightly_behind", "not_yet", "not_measured")
"""The outcomes in the order in which they must be seen; the others come after."""


def curves(request: Request, tell: Teller) -> tuple[Chart, ...]:
    """The indicators that are drawn."""
    drawn = (curve(request, tell, each) for each in telling(request))
    return tuple(each for each in drawn if each)


def of_goal(request: Request, tell: Teller, goal: str) -> tuple[Chart, ...]:
    """The curves that stand at a goal."""
    if not at_goals(request):
        return ()
    drawn = (curve(request, tell, each) for each in sorted(request.plan.goals[goal].indicators, key=by_number))
    return tuple(each for each in drawn if each)


def at_goals(request: Request) -> bool:
    """Whether every curve stands at its goal."""
    return len(request.plan.indicators) <= FEW


def telling(request: Request) -> tuple[str, ...]:
    """Every indicator that can be drawn; of very many those that do not go as they should."""
    found = [each for each in request.plan.indicators if drawable(request, each)]
    if len(found) <= MOST:
        return tuple(found)
    outcomes = {each: request.standings.indicators[each].outcome for each in found}
    weight = {each: GRAVITY.index(said) if said in GRAVITY else len(GRAVITY) for each, said in outcomes.items()}
    gravest = set(sorted(found, key=weight.__getitem__)[:MOST])
    return tuple(each for each in found if each in gravest)


def drawable(request: Request, identifier: str) -> bool:
    """Whether an indicator is measured in figures, and has values enough to see how they lie to one another."""
    standing = request.standings.indicators.get(identifier)
    if standing is None or request.plan.indicators[identifier].kind in IN_WORDS:
        return False
    beside = standing.baseline is not None or bool(standing.targets)
    return len(standing.series) > 1 or (bool(standing.series) and beside)


def curve(request: Request, tell: Teller, identifier: str) -> Chart | None:
    """One indicator; nothing where it cannot be drawn."""
    if not drawable(request, identifier):
        return None
    indicator, standing = request.plan.indicators[identifier], request.standings.indicators[identifier]
    path = expected_path(indicator, standing)
    picture = _picture(request, tell, indicator, standing, path)
    caption = _caption(tell, identifier, indicator)
    table = _table(request, tell, caption, identifier, picture, path)
    traced = tell.source(standing, "outcome")
    return Chart((*caption, *traced), _told(tell, indicator, standing, path), picture, table)


def _caption(tell: Teller, identifier: str, indicator: Indicator) -> Cell:
    caption: Cell = (tell.link(identifier), " ", tell.said(indicator.text))
    if indicator.unit:
        caption = (*caption, " ", Quiet(f"({tell.said(indicator.unit).text})"))
    return caption


def expected_path(indicator: Indicator, standing: IndicatorStanding) -> tuple[tuple[date, Decimal], ...]:
    """The corners of the path from the baseline over the dated targets; none without a baseline.

    A value that is to be kept is expected to be what it was from the baseline's day on.
    """
    if standing.baseline is None:
        return ()
    start, base = standing.baseline
    later = tuple(each for each in standing.targets if each[0] > start)
    if indicator.direction == "keep":
        value = standing.targets[-1][1] if standing.targets else base
        return ((start, value), *((day, value) for day, _value in later[-1:]))
    return ((start, base), *later) if later else ()


def value_on(path: Sequence[tuple[date, Decimal]], day: date) -> Decimal | None:
    """The value expected on a day, to as many decimals as make sense; None before the path begins."""
    if not path or day < path[0][0]:
        return None
    exact = value_expected(path, day) if len(path) > 1 else Fraction(path[0][1])
    value = Decimal(exact.numerator) / Decimal(exact.denominator)
    if value == value.to_integral_value():
        return value.to_integral_value()
    smallest = min((number for _day, number in path), key=abs)
    return value.quantize(Decimal(1) if abs(smallest) >= ENOUGH else Decimal("0.1"))


def _picture(
    request: Request,
    tell: Teller,
    indicator: Indicator,
    standing: IndicatorStanding,
    path: tuple[tuple[date, Decimal], ...],
) -> Curves:
    whole = [each for each in standing.series if not each.lacking]
    joined = len({each.day for each in whole}) == len(whole)
    values = _dots(tell, whole) if joined else ()
    parts = _dots(tell, [each for each in standing.series if not joined or each.lacking])
    baseline = _dot(tell, *standing.baseline) if standing.baseline else None
    targets = tuple(_dot(tell, *each) for each in standing.targets)
    band = _band(indicator, standing)
    corners = tuple(_dot(tell, *each) for each in path) if len(path) > 1 else ()
    numbers = [each.value for each in (*values, *parts, *targets, *corners)] + list(band or ())
    numbers += [baseline.value] if baseline else []
    ticks = axes.ticks(tell, numbers, indicator.lowest, indicator.highest)
    first, last = _period(request, standing)
    unmeasured = _unmeasured(request, standing)
    drawn = {
        "value": bool(values),
        "part": bool(parts),
        "baseline": baseline is not None,
        "target": bool(targets),
        "expected": bool(corners),
        "band": band is not None,
        "unmeasured": bool(unmeasured),
    }
    return Curves(
        first=first,
        last=last,
        spans=axes.spans(tell, first, last),
        lowest=min(ticks[0].value, *numbers),
        highest=max(ticks[-1].value, *numbers),
        ticks=ticks,
        judged=Moment(request.standings.day, tell.say(_("as of {day}"), day=request.standings.day)),
        values=values,
        joined=joined and len(values) > 1,
        parts=parts,
        baseline=baseline,
        targets=targets,
        expected=corners,
        band=band,
        unmeasured=unmeasured,
        signs=wording.signs(tell, drawn),
    )


def _dot(tell: Teller, day: date, value: Decimal) -> Dot:
    return Dot(day, value, tell.speech.number(value))


def _dots(tell: Teller, found: Sequence[Measured]) -> tuple[Dot, ...]:
    return tuple(_dot(tell, each.day, measured_words.rounded(each)) for each in found)


def _band(indicator: Indicator, standing: IndicatorStanding) -> tuple[Decimal, Decimal] | None:
    """What counts as kept, for a value that is to be kept."""
    kept = standing.targets[-1] if standing.targets else standing.baseline
    if indicator.direction != "keep" or kept is None or not indicator.tolerance:
        return None
    return kept[1] - indicator.tolerance, kept[1] + indicator.tolerance


def _period(request: Request, standing: IndicatorStanding) -> tuple[date, date]:
    """The plan's period, drawn out to hold every value, with some room at both ends."""
    period, calendar, day = request.plan.header.period, request.plan.calendar, request.standings.day
    days = [day, *(each.day for each in standing.series), *(each for each, _value in standing.targets)]
    days += [standing.baseline[0]] if standing.baseline else []
    days += [calendar.first(period.start)] if period and period.start else []
    days += [calendar.last(period.end)] if period and period.end else []
    first, last = min(days), max(days)
    room = min(ROOM, (last - first) / 20)
    return (first - room if first - date.min > room else first), (last + room if date.max - last > room else last)


def _unmeasured(request: Request, standing: IndicatorStanding) -> tuple[date, ...]:
    """The days of rounds for which no value was given."""
    given = {each.given.round for each in standing.series}
    rounds = (*reversed(request.earlier), request.standings)
    return tuple(each.day for each in rounds if each.round not in given)


def _table(
    request: Request,
    tell: Teller,
    caption: Cell,
    identifier: str,
    picture: Curves,
    path: tuple[tuple[date, Decimal], ...],
) -> Table:
    """Every dated value in the order of time, and what was expected on the day of judgement."""
    rows: list[tuple[date, int, str, Cell]] = []
    standing = request.standings.indicators[identifier]
    stated = {name: tell.source(request.plan.indicators[identifier], name) for name in ("baseline", "targets")}
    rounds = {(each.day, measured_words.rounded(each)): each.given.round for each in standing.series}

    def measured(dot: Dot) -> Cell:
        return dot.text, *tell.source(("indicator", identifier, rounds[dot.day, dot.value]), "measured")

    if picture.baseline:
        rows.append((picture.baseline.day, 0, tell.say(_("Baseline")), (picture.baseline.text, *stated["baseline"])))
    rows += [(each.day, 1, tell.say(_("Measured value")), measured(each)) for each in picture.values]
    rows += [(each.day, 2, tell.say(_("Value that is not of the whole")), measured(each)) for each in picture.parts]
    missing = tell.state("outcome", "not_measured")
    rows += [(each, 3, tell.say(_("Measured value")), (missing,)) for each in picture.unmeasured]
    expected = _still_expected(request, picture, path)
    if expected is not None:
        said = tell.speech.number(expected)
        traced = tell.source(standing, "outcome")
        rows.append((request.standings.day, 4, tell.say(_("Expected on the day of judgement")), (said, *traced)))
    rows += [(each.day, 5, tell.say(_("Target")), (each.text, *stated["targets"])) for each in picture.targets]
    if picture.band:
        low, high = (tell.speech.number(each) for each in picture.band)
        kept: Cell = (tell.say(_("{low} to {high}"), low=low, high=high), *tell.source(standing, "outcome"))
        rows.append((picture.last, 6, tell.say(_("Counts as kept")), kept))
    columns = (
        Column(tell.say(_("What")), "middle"),
        Column(tell.say(_("Day")), "narrow"),
        Column(tell.say(_("Value")), "narrow", numbers=True),
    )
    every = tell.say(_("all the time"))
    ordered = sorted(rows, key=lambda row: row[:2])
    made = (
        Row(((what,), (every,) if order == 6 else (day.isoformat(),), value)) for day, order, what, value in ordered
    )
    return Table(wording.figures(tell, caption), columns, tuple(made))


def _still_expected(request: Request, picture: Curves, path: tuple[tuple[date, Decimal], ...]) -> Decimal | None:
    """What is expected on the day of judgement, where that is not told by a target or by what is to be kept."""
    day = request.standings.day
    told = any(each.day == day for each in picture.targets) or len({value for _day, value in path}) == 1
    return None if told or not path or day >= path[-1][0] else value_on(path, day)


def _told(
    tell: Teller, indicator: Indicator, standing: IndicatorStanding, path: tuple[tuple[date, Decimal], ...]
) -> str:
    """The latest value against what was expected on its day; then where it began, and what it is to reach."""
    said = [_latest(tell, standing, path)]
    values = {}
    if standing.baseline:
        values["baseline"] = tell.speech.number(standing.baseline[1])
        values["baseline_day"] = standing.baseline[0].isoformat()
    if standing.targets:
        values["target"] = tell.speech.number(standing.targets[-1][1])
        values["target_day"] = standing.targets[-1][0].isoformat()
    if indicator.direction == "keep" and standing.targets:
        said.append(tell.say(_("It is to be kept at {target}."), **values))
    elif standing.baseline and standing.targets:
        said.append(tell.say(_("It was {baseline} on {baseline_day} and is to be {target} by {target_day}."), **values))
    elif standing.targets:
        said.append(
            tell.say(_("It is to be {target} by {target_day}; it is not said what it was at the start."), **values)
        )
    elif standing.baseline:
        said.append(tell.say(_("It was {baseline} on {baseline_day}, and no target is set."), **values))
    outcome = tell.state("outcome", standing.outcome).word
    said.append(tell.say(_("Outcome: {outcome}."), outcome=outcome))
    return " ".join(said)


def _latest(tell: Teller, standing: IndicatorStanding, path: tuple[tuple[date, Decimal], ...]) -> str:
    latest = standing.latest
    if latest is None:
        return tell.say(_("The values that were given are not of the whole."))
    value, day = tell.speech.number(measured_words.rounded(latest)), latest.day.isoformat()
    expected = value_on(path, latest.day)
    if expected is None:
        return tell.say(_("The latest value is {value}, of {day}."), value=value, day=day)
    sentence = _("The latest value is {value}, of {day}, when {expected} was expected.")
    return tell.say(sentence, value=value, day=day, expected=expected)
