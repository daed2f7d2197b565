"""The plan's own rhythm: which round comes next, and what it is called."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from plantrack.followup.rounds import round_of
from plantrack.plan import Plan

PARTS = {"half_year": ("H1", "H2"), "tertial": ("T1", "T2", "T3"), "quarter": ("Q1", "Q2", "Q3", "Q4")}
MONTHS = tuple(f"{month:02}" for month in range(1, 13))


class NextRound(NamedTuple):
    """A round that the rhythm calls for: its id, the time it is about as files write it, and the day it is made up to."""

    id: str
    period: str
    cut_off: date


def next_round(plan: Plan, day: date) -> NextRound | None:
    """The round to open on a day: of those without a file, the one whose cut-off day is nearest; None if all have one."""
    years = [year for year in (day.year - 1, day.year, day.year + 1) if date.min.year < year < date.max.year]
    found = [each for year in years for each in _of_year(plan, year) if each.id not in plan.rounds]
    return min(found, key=lambda each: (abs((each.cut_off - day).days), each.cut_off), default=None)


def _of_year(plan: Plan, year: int) -> Iterator[NextRound]:
    """The rounds of a year: by the plan's own days, else by its rhythm."""
    days = sorted(plan.follow_up.cut_offs)
    every = plan.follow_up.every or "year"
    if days:
        months = [month for month, _day in days]
        start = _day_of(year - 1, days[-1])
        for month_day in days:
            end = _day_of(year, month_day)
            name = end.isoformat() if months.count(end.month) > 1 else f"{year:04}-{end.month:02}"
            yield NextRound(name, f"{(start + timedelta(days=1)).isoformat()}/{end.isoformat()}", end)
            start = end
        return
    for part in MONTHS if every == "month" else PARTS.get(every, ("",)):
        name = f"{year:04}-{part}" if part else f"{year:04}"
        yield NextRound(name, name, round_of(plan, name).cut_off)


def _day_of(year: int, month_day: tuple[int, int]) -> date:
    """A day of the year; the last of February where it has no 29th."""
    month, day = month_day
    return date(year, month, min(day, monthrange(year, month)[1]))
