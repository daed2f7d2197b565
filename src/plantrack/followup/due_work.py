"""Activities and steps whose time has passed or is near, and those that nobody has said anything new of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from plantrack.dates import Point
from plantrack.followup.duty import DEVIATION, LATE, SOON, STALE, Duty, Reach
from plantrack.followup.schedule import OVER
from plantrack.followup.standing import NO_REPORT, ActivityStanding, Given, Why
from plantrack.record import NOTHING

NOT_BEGUN = (NO_REPORT, "not_started")


def work(reach: Reach) -> Iterator[Duty]:
    """Everything that is to be done about activities, and about steps that have a time of their own."""
    for identifier, standing in reach.standings.activities.items():
        if not is_open(standing):
            continue
        held = reach.plan.held[identifier]
        parties = held.roles.get("lead") or held.roles.get("follow_up") or held.doers
        pressing = list(_pressing(reach, standing, parties, held.continuous))
        yield from pressing
        late = any(each.kind == LATE for each in pressing)
        if standing.stale and standing.age is not None and not late:
            last = reach.day - timedelta(days=standing.age)
            yield reach.duty(STALE, identifier, parties, reach.old_on(last, None), Why("stale", {"last": last}))
        if not late:
            yield from _steps(reach, identifier, parties)


def is_open(standing: ActivityStanding) -> bool:
    """Whether there is anything left to do: neither over, nor ended by a decision."""
    return standing.counted and standing.status not in OVER


def _steps(reach: Reach, activity: str, parties: tuple[str, ...]) -> Iterator[Duty]:
    """What is to be done about the steps of an activity that is itself in time."""
    for identifier, step in reach.plan.activities[activity].steps.items():
        standing = reach.standings.steps[identifier]
        if step.when is not None and is_open(standing):
            yield from _pressing(reach, standing, step.responsible or parties, step.when.continuous)


def _pressing(reach: Reach, standing: ActivityStanding, parties: tuple[str, ...], continuous: bool) -> Iterator[Duty]:
    """That its time has passed, that it deviates without a new time, or that its time is near."""
    thing, start, end = standing.id, standing.start, standing.end
    expected = _expected(reach, standing)
    if standing.schedule == "late":
        yield reach.duty(LATE, thing, parties, end, Why("late", _new_time(reach, end, expected)))
    elif standing.time_is_up:
        yield reach.duty(LATE, thing, parties, end, Why("time_is_up"))
    elif standing.schedule_why.rule == "not_started_in_time":
        yield reach.duty(LATE, thing, parties, start, Why("not_begun"))
    elif standing.schedule == "deviation":
        yield from _deviating(reach, standing, parties, expected)
    if not continuous and reach.is_near(end):
        yield reach.duty(SOON, thing, parties, end, Why("ends"))
    if standing.status in NOT_BEGUN and start != end and reach.is_near(start):
        yield reach.duty(SOON, thing, parties, start, Why("begins"))


def _deviating(
    reach: Reach, standing: ActivityStanding, parties: tuple[str, ...], expected: Point | None
) -> Iterator[Duty]:
    """A deviation that was to be mended by a day that has passed, or a pause without an end."""
    if expected is not None and _is_past(reach, expected):
        day = reach.times.of_point(expected)[1]
        yield reach.duty(DEVIATION, standing.id, parties, day, Why("expected_passed", {"expected": expected}))
    elif expected is None and standing.schedule_why.rule == "paused":
        since = max(each.day for each in _speaking(standing))
        yield reach.duty(DEVIATION, standing.id, parties, None, Why("paused", {"since": since}))


def _expected(reach: Reach, standing: ActivityStanding) -> Point | None:
    """When it is now expected to be done, as those say who speak for it; the latest of several."""
    said = [
        answer.expected
        for given in _speaking(standing)
        for answer in (given.answer, given.repeated)
        if answer is not None and answer.expected
    ]
    return max(said, key=lambda each: reach.times.of_point(each)[1], default=None)


def _new_time(reach: Reach, end: date | None, expected: Point | None) -> Mapping[str, Any]:
    """The new time that those have given who do the work, where it is later than the plan's own, and whether it has passed."""
    if expected is None or (end is not None and reach.times.of_point(expected)[1] <= end):
        return NOTHING
    return {"expected": expected, "passed": _is_past(reach, expected)}


def _speaking(standing: ActivityStanding) -> tuple[Given, ...]:
    """The answer that is its state; where answers differ, all of them."""
    return (standing.given,) if standing.given else standing.answers


def _is_past(reach: Reach, point: Point) -> bool:
    return reach.is_past(reach.times.of_point(point)[1])
