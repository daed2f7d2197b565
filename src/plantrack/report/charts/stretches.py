"""From when to when something is drawn to go on, and which of those days are certain."""

from __future__ import annotations

from datetime import date

from plantrack.dates import Point
from plantrack.followup.standing import ActivityStanding
from plantrack.model.goal import Step
from plantrack.plan import Plan
from plantrack.report.pictures import Stretch
from plantrack.statements import Held


def of_activity(plan: Plan, standing: ActivityStanding, held: Held) -> Stretch:
    """An activity, by its time and its deadline."""
    start = held.time.start if held.time else None
    end = held.deadline.end if held.deadline else None
    return _stretch(plan, standing, start, end, held.continuous)


def of_step(plan: Plan, standing: ActivityStanding, step: Step, around: Held) -> Stretch:
    """A step, by its own time; where it has none, by that of the activity around it."""
    if step.when is None:
        return of_activity(plan, standing, around)
    return _stretch(plan, standing, step.when.start, step.when.end, step.when.continuous)


def _stretch(
    plan: Plan, standing: ActivityStanding, start: Point | None, end: Point | None, continuous: bool
) -> Stretch:
    first, last = standing.start, standing.end
    endless = continuous or (first is not None and last is None)
    from_day = _latest_start(plan, start, first)
    to_day = _earliest_end(plan, end, last)
    if from_day and to_day and from_day > to_day:
        return Stretch(first, last, None, endless)
    known = [each for each in (from_day, to_day) if each]
    return Stretch(first, last, (known[0], known[-1]) if known else None, endless)


def _latest_start(plan: Plan, point: Point | None, day: date | None) -> date | None:
    """The last day that it may begin on."""
    return plan.calendar.last(point) if point and day and not point.exact else day


def _earliest_end(plan: Plan, point: Point | None, day: date | None) -> date | None:
    """The first day that it may end on."""
    return plan.calendar.first(point) if point and day and not point.exact else day
