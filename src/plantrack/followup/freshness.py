"""How long ago something was last said, against the rhythm of the plan. From submissions, never from file times."""

from __future__ import annotations

from datetime import date

DAYS = {"year": 366, "half_year": 184, "tertial": 123, "quarter": 92, "month": 31}
"""The longest time of each rhythm."""


def age_of(last: date | None, day: date) -> int | None:
    """Days from the last answer to the day; none below zero: a round takes answers after its cut-off day."""
    return None if last is None else max((day - last).days, 0)


def is_stale(age: int | None, rhythm: str | None) -> bool:
    """Whether that is longer than the rhythm. What was never said is not stale: it is missing."""
    return age is not None and age > DAYS.get(rhythm or "year", DAYS["year"])
