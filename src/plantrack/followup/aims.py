"""What an indicator is to reach: its baseline, its dated targets, and which way is better."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from plantrack.followup.times import Times
from plantrack.kinds import YES_NO, Text, Unfit, read_number
from plantrack.model.goal import Indicator
from plantrack.plan import Plan


class Target(NamedTuple):
    """One value to reach, and the time to have reached it in."""

    value: Decimal
    start: date
    """A value dated from here on tells whether it was reached."""
    end: date


class Aim(NamedTuple):
    """What an indicator is to reach."""

    baseline: tuple[date, Decimal] | None
    targets: tuple[Target, ...]
    """In order of time; the last is the final one."""
    time: tuple[date, date]
    """When a target without a date of its own is to be reached: when it is measured, else within the plan."""
    direction: str
    """up, down or keep; empty where nothing tells."""
    tolerance: Decimal

    @property
    def final(self) -> Target | None:
        """The target that everything is held against in the end."""
        return self.targets[-1] if self.targets else None

    def reached(self, value: Decimal) -> bool | None:
        """Whether a value reaches the final target; None where nothing tells which way is better."""
        final = self.targets[-1].value
        way = self.direction
        if way != "keep" and self.baseline and self.baseline[1] != final:
            way = "up" if final > self.baseline[1] else "down"
        if way == "keep":
            return abs(value - final) <= self.tolerance
        if way == "up":
            return value >= final
        if way == "down":
            return value <= final
        return True if value == final else None


def aim_of(plan: Plan, times: Times, indicator: Indicator) -> Aim:
    """What an indicator is to reach, in numbers: a yes is 1 and a no is 0, a step of a scale is its place."""
    started = sorted((times.of_point(point)[1], value) for point, value in indicator.baseline.items())
    baseline = started[-1] if started else None
    found = tuple(
        Target(value, *times.of_point(point))
        for point, value in sorted(indicator.targets.items(), key=lambda each: (times.of_point(each[0])[1], each[1]))
    )
    undated = _undated(indicator, baseline)
    time = _time(plan, times, indicator)
    if not found and undated is not None:
        found = (Target(undated, *time),)
    return Aim(baseline, found, time, _direction(indicator, found), indicator.tolerance or Decimal(0))


def position(indicator: Indicator, text: Text) -> Decimal | None:
    """The place of a step of an ordered scale, the lowest is 1; by its words in any language, or by its number."""
    words = spellings(text)
    for place, step in enumerate(indicator.scale, 1):
        if words & spellings(step):
            return Decimal(place)
    try:
        number = read_number(str(text).strip())
    except Unfit:
        return None
    return number if 1 <= number <= len(indicator.scale) else None


def spellings(text: Text) -> frozenset[str]:
    """A text in each of its languages, to compare by."""
    texts = (text,) if isinstance(text, str) else text.values()
    return frozenset(each.strip().casefold() for each in texts)


def in_words(indicator: Indicator, value: Decimal) -> Any:
    """A value as a sentence shows it: yes or no, a step of the scale, or a number without a tail of decimals."""
    if indicator.kind == "yes_no":
        return bool(value)
    if indicator.kind == "scale":
        step = int(value)
        return indicator.scale[step - 1] if step == value and 1 <= step <= len(indicator.scale) else value
    return value if value == round(value, 4) else round(value, 2)


def yes_or_no(text: Text) -> Decimal | None:
    """1 for yes, 0 for no."""
    found = {YES_NO.words.get(word) for word in spellings(text)} - {None}
    return Decimal(bool(found.pop())) if len(found) == 1 else None


def _undated(indicator: Indicator, baseline: tuple[date, Decimal] | None) -> Decimal | None:
    """A target that is given in words, without a date of its own; for *keep*, the baseline where nothing else is."""
    if indicator.target and indicator.kind == "yes_no":
        return yes_or_no(indicator.target)
    if indicator.target and indicator.kind == "scale":
        return position(indicator, indicator.target)
    return baseline[1] if indicator.direction == "keep" and baseline else None


def _time(plan: Plan, times: Times, indicator: Indicator) -> tuple[date, date]:
    for when in (indicator.when, plan.header.period):
        start, end = times.of(when)
        if end is not None:
            return start or date.min, end
    return date.min, date.max


def _direction(indicator: Indicator, targets: tuple[Target, ...]) -> str:
    """Which way is better: as declared, else as the targets tell by themselves."""
    if indicator.direction:
        return indicator.direction
    if indicator.kind == "scale":
        return "up"
    if indicator.kind == "yes_no" and targets:
        return "up" if targets[-1].value == 1 else "down"
    if len(targets) > 1 and targets[0].value != targets[-1].value:
        return "up" if targets[-1].value > targets[0].value else "down"
    return ""
