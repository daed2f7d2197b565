"""The ends of one change of one field: both values, and what is around them, for those that say what it means."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from plantrack.change import SUBSTANCE, Absence, Change, Thing, Value
from plantrack.dates import When
from plantrack.plan import Plan
from plantrack.record import NOTHING


class Ends(NamedTuple):
    """One field of one thing that says something else than it did."""

    past: Thing
    present: Thing
    path: str
    before: Value
    after: Value
    old: Plan
    new: Plan

    @property
    def name(self) -> str:
        """The field, without which of several values it is."""
        return self.path.partition(".")[0]

    def change(self, sort: str, weight: str = SUBSTANCE, values: Mapping[str, Any] = NOTHING) -> Change:
        """What it is called, and how much it weighs."""
        return Change(sort, weight, self.present.kind, self.present.id, self.path, self.before, self.after, (), values)

    def last_days(self) -> tuple[date | None, date | None]:
        """The last day of the field's time, as it was and as it is."""
        return last_day(self.old, self.before), last_day(self.new, self.after)


def last_day(plan: Plan, value: Value) -> date | None:
    """The last day that a time may mean, where it has one."""
    if isinstance(value, When) and value.end is not None:
        return plan.calendar.last(value.end)
    return None


def first_day(plan: Plan, value: Value) -> date | None:
    """The first day that a time may mean, where it has one."""
    if isinstance(value, When) and value.start is not None:
        return plan.calendar.first(value.start)
    return None


def given(value: Value) -> bool:
    """Whether there is a value, and not only why there is none."""
    return value is not None and not isinstance(value, Absence)
