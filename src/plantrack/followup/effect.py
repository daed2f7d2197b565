"""What answers do to how a plan stands: each state before and after, and the counts above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plantrack.followup.effect_on_counts import Counted, counts_moved
from plantrack.followup.standing import ActivityStanding, IndicatorStanding, JudgedStanding, Measured, Standings


class Moved(NamedTuple):
    """One thing that stands otherwise than before, on one axis."""

    thing: str
    axis: str
    """status, schedule, fulfilment, forecast, outcome or value."""
    before: str
    """As the axis calls it; a value as it was written; empty where there was none."""
    after: str


class Reported(NamedTuple):
    """How many of a goal's activities had been reported, and how many have now."""

    goal: str
    before: int
    after: int
    counted_before: int
    counted: int


class Effect(NamedTuple):
    """All that answers change."""

    moved: tuple[Moved, ...]
    reported: tuple[Reported, ...]
    counted: tuple[Counted, ...] = ()
    """Every count above them that is another."""
    redefined: tuple[Moved, ...] = ()
    """What stands otherwise only because other things are promised, by the very same answers."""


def effect(before: Standings, after: Standings) -> Effect:
    """Compares how a plan stood with how it stands."""
    moved = [*_works(before, after), *_judged(before, after), *_indicators(before, after)]
    reported = [
        Reported(goal, before.by_goal[goal].reported, now.reported, before.by_goal[goal].counted, now.counted)
        for goal, now in after.by_goal.items()
        if goal in before.by_goal
    ]
    changed = [each for each in reported if (each.before, each.counted_before) != (each.after, each.counted)]
    return Effect(tuple(moved), tuple(changed), counts_moved(before, after))


def _works(before: Standings, after: Standings) -> Iterator[Moved]:
    for then, now in ((before.activities, after.activities), (before.steps, after.steps)):
        for thing, standing in now.items():
            if thing in then:
                yield from _work(then[thing], standing)


def _work(then: ActivityStanding, now: ActivityStanding) -> Iterable[Moved]:
    return _differing(now.id, ("status", then.status, now.status), ("schedule", then.schedule, now.schedule))


def _judged(before: Standings, after: Standings) -> Iterator[Moved]:
    for then, now in ((before.criteria, after.criteria), (before.goals, after.goals)):
        for thing, standing in now.items():
            if thing in then:
                yield from _verdict(then[thing], standing)


def _verdict(then: JudgedStanding, now: JudgedStanding) -> Iterable[Moved]:
    fulfilment = ("fulfilment", then.fulfilment, now.fulfilment)
    return _differing(now.id, fulfilment, ("forecast", then.forecast, now.forecast))


def _indicators(before: Standings, after: Standings) -> Iterator[Moved]:
    for thing, now in after.indicators.items():
        if thing in before.indicators:
            then = before.indicators[thing]
            value = ("value", _value(then), _value(now))
            yield from _differing(thing, value, ("outcome", then.outcome, now.outcome))


def _value(standing: IndicatorStanding) -> str:
    latest: Measured | None = standing.latest
    return latest.text if latest else standing.text


def _differing(thing: str, *axes: tuple[str, str, str]) -> Iterable[Moved]:
    return [Moved(thing, axis, then, now) for axis, then, now in axes if then != now]
