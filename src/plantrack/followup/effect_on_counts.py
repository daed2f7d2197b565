"""What a changed plan does to the counts above its activities: how many are done, late, and reported."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plantrack.followup.standing import Counts, Standings


class Counted(NamedTuple):
    """One count over the activities of a goal, or of the whole plan, before and after."""

    goal: str
    """Empty for the whole plan."""
    what: str
    """reported, completed, late or counted."""
    before: int
    after: int
    whole_before: int
    whole_after: int


def counts_moved(before: Standings, after: Standings) -> tuple[Counted, ...]:
    """Every count that is another, the whole plan first."""
    pairs = [("", before.total, after.total)]
    pairs += [(goal, before.by_goal[goal], now) for goal, now in after.by_goal.items() if goal in before.by_goal]
    return tuple(each for goal, then, now in pairs for each in _moved(goal, then, now))


def _moved(goal: str, then: Counts, now: Counts) -> Iterator[Counted]:
    for what, was, is_ in (
        ("reported", then.reported, now.reported),
        ("completed", then.statuses.get("completed", 0), now.statuses.get("completed", 0)),
        ("late", then.schedules.get("late", 0), now.schedules.get("late", 0)),
        ("on_schedule", then.schedules.get("on_schedule", 0), now.schedules.get("on_schedule", 0)),
    ):
        if was != is_ or (what == "reported" and then.counted != now.counted):
            yield Counted(goal, what, was, is_, then.counted, now.counted)
