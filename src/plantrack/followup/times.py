"""From when to when work goes on, in days. A vague time starts on its first day and ends on its last."""

from __future__ import annotations

from datetime import date

from plantrack.dates import When, days_after
from plantrack.plan import Plan


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
