"""How indicators stand: a signed linear share of the way, held against what was expected on the value's own day.

``s = (value - baseline) / (target - baseline)``; what was expected is interpolated over the dated targets
from the baseline's day on. Exact: fractions inside, no rounding before anything is compared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any, NamedTuple

from plantrack.followup.activities import Ground
from plantrack.followup.aims import Aim, Target, aim_of, in_words, spellings
from plantrack.followup.freshness import age_of, is_stale
from plantrack.followup.measured import Reader, Series, day_of, series_of
from plantrack.followup.standing import IndicatorStanding, Measured, Why
from plantrack.followup.trend import trend_of
from plantrack.model.goal import Indicator
from plantrack.plan import Plan

ON_TRACK = Decimal("0.95")
SLIGHTLY_BEHIND = Decimal("0.60")
HUNDRED = Decimal(100)
TENTH = Decimal("0.1")
NUMBERS = ("value", "target", "baseline", "before")
"""The numbers of a ``Why`` that are values of the indicator."""


class Limits(NamedTuple):
    """Which part of the expected share is on track, and which is slightly behind."""

    on_track: Fraction
    slightly_behind: Fraction
    shown: Mapping[str, Decimal]
    """The same in per cent, for a sentence."""


class Verdict(NamedTuple):
    """An outcome, why, and the numbers."""

    outcome: str
    why: Why
    share: Fraction | None = None
    expected: Fraction | None = None


def stand_indicators(ground: Ground) -> dict[str, IndicatorStanding]:
    """Every indicator by id."""
    limits = limits_of(ground.plan)
    return {each: _stand(ground, each, record, limits) for each, record in ground.plan.indicators.items()}


def limits_of(plan: Plan) -> Limits:
    """The plan's own limits, else 0.95 and 0.60; above one they are taken as per cent."""
    stated = (plan.follow_up.on_track or ON_TRACK, plan.follow_up.slightly_behind or SLIGHTLY_BEHIND)
    on_track, slightly_behind = (Fraction(each / HUNDRED if each > 1 else each) for each in stated)
    shown = {"on_track": percent(on_track), "slightly_behind": percent(slightly_behind)}
    return Limits(on_track, slightly_behind, shown)


def _stand(ground: Ground, identifier: str, indicator: Indicator, limits: Limits) -> IndicatorStanding:
    plan = ground.plan
    aim = aim_of(plan, ground.times, indicator)
    followers = indicator.follow_up or plan.goals[plan.goal_of[identifier]].follow_up
    reader = Reader(indicator, aim, ground.times, ground.parties, followers)
    said = ground.answers.of(identifier)
    series = series_of(reader, said)
    whole = not series.differing and not series.partial
    latest = series.usable[-1] if series.usable and whole else None
    verdict = _judged(indicator, aim, series, latest, ground.day, limits, reader)
    newest = latest.day if latest else day_of(ground.times, series.words) if series.words else None
    age = age_of(newest, ground.day)
    telling = latest.given if latest else series.words
    trend, trend_why = trend_of(series.usable, aim)
    if series.partial:
        trend, trend_why = "cannot_be_judged", verdict.why
    return IndicatorStanding(
        id=identifier,
        outcome=verdict.outcome,
        why=_worded(indicator, verdict.why),
        latest=latest,
        series=series.values,
        baseline=aim.baseline,
        targets=tuple((target.end, target.value) for target in aim.targets) if indicator.targets else (),
        share=_decimal(verdict.share),
        expected=_decimal(verdict.expected),
        trend=trend,
        answers=tuple(ground.answers.in_round(identifier, ground.round.id)),
        text="" if series.partial else _words(series),
        age=age,
        stale=is_stale(age, indicator.every or plan.follow_up.every),
        trend_why=_worded(indicator, trend_why),
        suspect=telling is not None and telling.suspect,
    )


def _worded(indicator: Indicator, why: Why) -> Why:
    """The numbers of a judgement as a sentence shows them."""
    numbers = {
        name: in_words(indicator, why.values[name]) for name in NUMBERS if isinstance(why.values.get(name), Decimal)
    }
    return Why(why.rule, {**why.values, **numbers}) if numbers else why


def _judged(
    indicator: Indicator, aim: Aim, series: Series, latest: Measured | None, day: date, limits: Limits, reader: Reader
) -> Verdict:
    """The outcome: by figures where there are any, else by words."""
    if series.words is None:
        return Verdict("not_measured", Why("not_measured"))
    if series.differing:
        return Verdict("not_measured", Why("differing_values", {"organisations": series.differing}))
    if series.partial:
        part = {"value": series.partial.value, "day": series.partial.day, "organisations": series.partial.lacking}
        return Verdict("not_measured", Why("partial_sum", part))
    if indicator.kind == "to_be_determined":
        return Verdict("no_target", Why("indicator_undetermined"))
    if latest is not None and aim.final is not None:
        return outcome_of(aim, latest.value, latest.day, day, limits, latest.question)
    if latest is not None and not indicator.target:
        return Verdict("no_target", Why("no_target", {"value": latest.value, "day": latest.day}))
    return _in_words(reader, series, day)


def outcome_of(aim: Aim, value: Decimal, at: date, day: date, limits: Limits, question: str = "") -> Verdict:
    """The outcome of a value of one day, as judged on another."""
    final = aim.targets[-1]
    numbers: dict[str, Any] = {"value": value, "day": at, "target": final.value, "target_day": final.end}
    if question:
        numbers["question"] = question
    reached = aim.reached(value)
    if reached is None:
        return Verdict("no_target", Why("no_direction", numbers))
    share, expected = _on_the_way(aim, value, at)
    if final.end <= day:
        return _in_the_end(final, at, reached, numbers)._replace(share=share, expected=expected)
    if aim.baseline is not None and at < aim.baseline[0]:
        return Verdict("not_measured", Why("before_baseline", {**numbers, "baseline_day": aim.baseline[0]}))
    if aim.direction == "keep":
        return _keeping(aim, value, reached, numbers)
    if aim.baseline is None:
        rule = "reached_no_baseline" if reached else "not_yet_reached_no_baseline"
        return Verdict("achieved" if reached else "not_yet", Why(rule, numbers))
    numbers["baseline"] = aim.baseline[1]
    if share is None or expected is None:
        rule = "baseline_at_target" if reached else "left_target"
        return Verdict("achieved" if reached else "worsened", Why(rule, numbers))
    outcome = _class_of(share, expected, limits)
    numbers |= {"share": percent(share), "expected": percent(expected), **limits.shown}
    return Verdict(outcome, Why(f"share_{outcome}", numbers), share, expected)


def _in_the_end(final: Target, at: date, reached: bool, numbers: dict[str, Any]) -> Verdict:
    """Once the target's day has come there is only reached or not, by a value of the target's time or later."""
    if at < final.start:
        return Verdict("not_measured", Why("not_measured_at_target", numbers))
    return Verdict("achieved" if reached else "not_achieved", Why("achieved" if reached else "not_achieved", numbers))


def _keeping(aim: Aim, value: Decimal, reached: bool, numbers: dict[str, Any]) -> Verdict:
    """A value that is to be kept: within its tolerance, outside, or further away than it began."""
    numbers["tolerance"] = aim.tolerance
    if reached:
        return Verdict("on_track", Why("kept", numbers))
    target = numbers["target"]
    if aim.baseline is not None and abs(value - target) > max(abs(aim.baseline[1] - target), aim.tolerance):
        return Verdict("worsened", Why("not_kept_worse", {**numbers, "baseline": aim.baseline[1]}))
    return Verdict("behind", Why("not_kept", numbers))


def _class_of(share: Fraction, expected: Fraction, limits: Limits) -> str:
    """The class of a share. What was expected may be below zero, where an interim target foresees a dip."""
    if share >= 1:
        return "achieved"
    if share >= min(expected, limits.on_track * expected):
        return "on_track"
    if share >= min(expected, limits.slightly_behind * expected):
        return "slightly_behind"
    return "worsened" if share < 0 else "behind"


def _on_the_way(aim: Aim, value: Decimal, at: date) -> tuple[Fraction | None, Fraction | None]:
    """The share of the way, and the share that was expected on the day of the value."""
    if aim.baseline is None or aim.direction == "keep":
        return None, None
    start, base = aim.baseline
    whole = Fraction(aim.targets[-1].value) - Fraction(base)
    if not whole or at < start:
        return None, None
    line = [(start, base), *((target.end, target.value) for target in aim.targets if target.end > start)]
    if len(line) == 1:
        line.append((start, aim.targets[-1].value))
    return (Fraction(value) - Fraction(base)) / whole, (value_expected(line, at) - Fraction(base)) / whole


def value_expected(line: Sequence[tuple[date, Decimal]], at: date) -> Fraction:
    """The value expected on a day: straight lines between dated values, and the last one from its day on."""
    for (before, low), (after, high) in pairwise(line):
        if before <= at < after:
            whole = Fraction((at - before).days, (after - before).days)
            return Fraction(low) + (Fraction(high) - Fraction(low)) * whole
    return Fraction(line[-1][1])


def _in_words(reader: Reader, series: Series, day: date) -> Verdict:
    """The outcome of an answer in words: whether it is the one to reach, or what people judged it to be."""
    indicator, given = reader.indicator, series.words
    assert given is not None
    target, answer = indicator.target, given.answer
    values: dict[str, Any] = {"value": answer.value or "", "day": day_of(reader.times, given)}
    if target and answer.value and indicator.kind not in ("yes_no", "scale"):
        values["target"] = target
        if reader.aim.time[1] <= day and values["day"] < reader.aim.time[0]:
            return Verdict("not_measured", Why("word_not_at_target", values))
        reached = bool(spellings(answer.value) & spellings(target))
        rule = "word_reached" if reached else "word_not_reached"
        short = "not_achieved" if reader.aim.time[1] <= day else "not_yet"
        return Verdict("achieved" if reached else short, Why(rule, values))
    if indicator.kind == "judgement" and answer.fulfilment in ("achieved", "not_achieved"):
        return Verdict(answer.fulfilment, Why("judged_by_people", {"organisation": given.organisation, **values}))
    if target or indicator.targets:
        return Verdict("not_measured", Why("no_figure", values))
    return Verdict("no_target", Why("only_in_words", values))


def _words(series: Series) -> str:
    """The newest answer as it was written."""
    if series.words is None:
        return ""
    answer = series.words.answer
    if answer.value or not answer.values:
        return answer.value or ""
    return ", ".join(f"{name}: {value:f}" for name, value in answer.values.items())


def _decimal(share: Fraction | None) -> Decimal | None:
    return None if share is None else Decimal(share.numerator) / Decimal(share.denominator)


def percent(share: Fraction) -> Decimal:
    """A share in per cent with one decimal, for a sentence. What is short of 100 or of 0 is not rounded up to it."""
    rounded = (Decimal(share.numerator) / Decimal(share.denominator) * HUNDRED).quantize(TENTH)
    if rounded == HUNDRED and share < 1:
        return HUNDRED - TENTH
    return -TENTH if rounded == 0 and share < 0 else rounded
