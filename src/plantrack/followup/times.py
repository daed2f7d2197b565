"""From when to when work goes on, in days. A vague time starts on its first day and ends on its last."""

from __future__ import annotations

from datetime import date

from plantrack.dates import Point, When, days_after
from plantrack.plan import Plan


class Times:
    """The days of a plan's times, each worked out once."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._known: dict[When, tuple[date | None, date | None]] = {}
        self._points: dict[Point, tuple[date, date]] = {}

    def of(self, when: When | None) -> tuple[date | None, date | None]:
        """First and last day; None for an end that the time does not tell."""
        if when is None:
            return None, None
        found = self._known.get(when)
        if found is None:
            found = self._known[when] = start_of(self.plan, when), end_of(self.plan, when)
        return found

    def of_point(self, point: Point) -> tuple[date, date]:
        """First and last day that a point in time may mean."""
        found = self._points.get(point)
        if found is None:
            calendar = self.plan.calendar
            found = self._points[point] = calendar.first(point), calendar.last(point)
        return found


def start_of(plan: Plan, when: When | None) -> date | None:
    """The first day that work may begin; None where the time does not say, as “by 2020” does not."""
    return plan.calendar.first(when.start) if when is not None and when.start else None


def end_of(plan: Plan, when: When | None) -> date | None:
    """The last day of a time; so many days after a decision are counted from the decision's day."""
    if when is None:
        return None
    if when.end:
        return plan.calendar.last(when.end)
    if when.after_id:
        decided = decided_on(plan, when.after_id)
        return days_after(decided, when.after) if decided else None
    return None


def decided_on(plan: Plan, identifier: str) -> date | None:
    """The day of a decision, of the mandate that a task is in, or of an event."""
    decision = plan.decisions.get(identifier) or next(
        (each for each in plan.decisions.values() if identifier in each.items), None
    )
    if decision is not None:
        return plan.calendar.last(decision.date) if decision.date else None
    event = plan.events.get(identifier)
    return end_of(plan, event.date) if event is not None and event.date and not event.date.after_id else None
