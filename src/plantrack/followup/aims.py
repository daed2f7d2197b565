"""What an indicator is to reach: its baseline, its dated targets, and which way is better."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from plantrack.followup.times import end_of, start_of
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


def aim_of(plan: Plan, indicator: Indicator) -> Aim:
    """What an indicator is to reach, in numbers: a yes is 1 and a no is 0, a step of a scale is its place."""
    calendar = plan.calendar
    started = sorted((calendar.last(point), value) for point, value in indicator.baseline.items())
    baseline = started[-1] if started else None
    targets = sorted((calendar.last(point), calendar.first(point), value) for point, value in indicator.targets.items())
    found = tuple(Target(value, start, end) for end, start, value in targets)
    undated = _undated(indicator, baseline)
    time = _time(plan, indicator)
    if not found and undated is not None:
        found = (Target(undated, *time),)
    return Aim(baseline, found, time, _direction(indicator, found), indicator.tolerance or Decimal(0))


def position(indicator: Indicator, text: Text) -> Decimal | None:
    """The place of a step of an ordered scale, the lowest is 1; by its words or by its number."""
    steps = [str(step).casefold() for step in indicator.scale]
    word = str(text).strip().casefold()
    if word in steps:
        return Decimal(steps.index(word) + 1)
    try:
        number = read_number(word)
    except Unfit:
        return None
    return number if 1 <= number <= len(steps) else None


def yes_or_no(text: Text) -> Decimal | None:
    """1 for yes, 0 for no."""
    try:
        return Decimal(YES_NO.read(str(text).strip()))
    except Unfit:
        return None


def _undated(indicator: Indicator, baseline: tuple[date, Decimal] | None) -> Decimal | None:
    """A target that is given in words, without a date of its own; for *keep*, the baseline where nothing else is."""
    if indicator.target and indicator.kind == "yes_no":
        return yes_or_no(indicator.target)
    if indicator.target and indicator.kind == "scale":
        return position(indicator, indicator.target)
    return baseline[1] if indicator.direction == "keep" and baseline else None


def _time(plan: Plan, indicator: Indicator) -> tuple[date, date]:
    for when in (indicator.when, plan.header.period):
        start, end = start_of(plan, when), end_of(plan, when)
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
