"""Indicators without a value when one is due, values that have grown old, and criteria that nobody has judged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from plantrack.followup.aims import Target, aim_of
from plantrack.followup.duty import MEASURE, STALE, Duty, Reach
from plantrack.followup.standing import IndicatorStanding, Why
from plantrack.model.goal import Goal, Indicator


class Moment(NamedTuple):
    """A time in which a value is due: one dated from its first day on will do."""

    start: date
    end: date


def measures(reach: Reach) -> Iterator[Duty]:
    """Everything that is to be measured or judged."""
    for goal_id, goal in reach.plan.goals.items():
        keepers = goal.follow_up or reach.plan.follow_up.responsible
        for identifier, indicator in goal.indicators.items():
            over = reach.endings.of((identifier, indicator), (goal_id, goal))
            if not over and indicator.kind != "to_be_determined":
                yield from _of_indicator(reach, identifier, indicator, indicator.follow_up or keepers)
        yield from _criteria(reach, goal_id, goal, keepers)


def _of_indicator(reach: Reach, thing: str, indicator: Indicator, parties: tuple[str, ...]) -> Iterator[Duty]:
    standing = reach.standings.indicators[thing]
    last = None if standing.age is None else reach.day - timedelta(days=standing.age)
    if standing.why.rule == "partial_sum":
        values = standing.why.values
        why = Why("part_missing", {"last": values["day"]})
        yield reach.duty(MEASURE, thing, values["organisations"], _due_of_part(reach, indicator, values["day"]), why)
        return
    moments = _moments(reach, indicator)
    lacking = [each for each in moments if last is None or last < each.start]
    passed = [each for each in lacking if reach.is_past(each.end)]
    near = [each for each in lacking if reach.is_near(each.end)]
    if passed:
        yield reach.duty(MEASURE, thing, parties, max(passed).end, Why("not_measured", {"last": last}))
    elif near:
        yield reach.duty(MEASURE, thing, parties, min(near).end, Why("to_measure", {"last": last}))
    elif last and standing.stale and not _is_finished(reach, indicator, standing, moments):
        yield reach.duty(STALE, thing, parties, reach.old_on(last, indicator.every), Why("stale", {"last": last}))


def _moments(reach: Reach, indicator: Indicator) -> list[Moment]:
    """The times in which a value is due, in order: those of its targets, and when it is measured."""
    aim = aim_of(reach.plan, reach.times, indicator)
    found = {Moment(_fresh_from(reach, indicator, each), each.end) for each in aim.targets[:-1]}
    found |= {Moment(each.start, each.end) for each in aim.targets[-1:]}
    if indicator.when is not None or indicator.target:
        found.add(Moment(*aim.time))
    return sorted((each for each in found if each.end != date.max), key=lambda each: (each.end, each.start))


def _fresh_from(reach: Reach, indicator: Indicator, target: Target) -> date:
    """The first day of a value that will do for a target on the way: one that was fresh when its day came."""
    return min(target.start, target.end - (reach.old_on(target.end, indicator.every) - target.end))


def _due_of_part(reach: Reach, indicator: Indicator, day: date) -> date:
    """When the whole of a sum is due: by the time that the part is a value of, else the day of the part."""
    return next((each.end for each in _moments(reach, indicator) if each.start <= day <= each.end), day)


def _is_finished(reach: Reach, indicator: Indicator, standing: IndicatorStanding, moments: list[Moment]) -> bool:
    """Whether nothing more is to be measured: the last time has passed, and there is a value of it."""
    if indicator.every or not moments:
        return False
    return reach.is_past(moments[-1].end) and standing.age is not None


def _criteria(reach: Reach, goal_id: str, goal: Goal, keepers: tuple[str, ...]) -> Iterator[Duty]:
    """Criteria that are to be true by a day of their own, and that nobody has judged."""
    for identifier, criterion in goal.criteria.items():
        end = reach.times.of(criterion.due)[1]
        if end is None or reach.endings.of((identifier, criterion), (goal_id, goal)):
            continue
        standing = reach.standings.criteria[identifier]
        if standing.fulfilment == "not_assessed" and standing.last is None:
            parties = criterion.follow_up or keepers
            if reach.is_past(end):
                yield reach.duty(MEASURE, identifier, parties, end, Why("not_judged"))
            elif reach.is_near(end):
                yield reach.duty(MEASURE, identifier, parties, end, Why("to_judge"))
