"""Whether an open activity keeps its time. One rule after the other, in the order of the model; the first decides."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from plantrack.dates import Point
from plantrack.followup.answers import ASSESSOR
from plantrack.followup.standing import DIFFERING, NO_REPORT, Given, Why
from plantrack.plan import Plan

OVER = ("completed", "cancelled", "withdrawn")
"""States after which there is no schedule any more."""


class Matter(NamedTuple):
    """All that a schedule is judged by."""

    status: str
    speaking: tuple[Given, ...]
    """The answers that are its state, or that differ."""
    continuous: bool
    start: date | None
    end: date | None
    day: date


def judged_schedule(plan: Plan, matter: Matter, heard: Iterable[Given]) -> tuple[str, Why]:
    """The schedule and why: as computed, unless people have judged it otherwise and said why."""
    computed = _computed(plan, matter)
    if matter.status in OVER:
        return computed
    said = _override(matter, heard)
    if said is None:
        return computed
    values = {"organisation": said.organisation, "day": said.day, "reason": said.answer.schedule_reason}
    return said.answer.schedule or "", Why("override", {**values, "computed": computed[0]})


def _override(matter: Matter, heard: Iterable[Given]) -> Given | None:
    """The newest answer that judges the schedule and gives a reason: the secretariat's, else of one that speaks."""
    for group in ([each for each in heard if each.role == ASSESSOR], matter.speaking):
        judging = [each for each in group if each.answer.schedule and each.answer.schedule_reason]
        if judging:
            return max(judging, key=lambda each: (each.day, each.submission))
    return None


def _computed(plan: Plan, matter: Matter) -> tuple[str, Why]:
    if matter.status in OVER:
        return "", Why("over")
    passed = matter.end is not None and matter.end < matter.day
    if matter.status == NO_REPORT:
        if passed and not matter.continuous:
            return "cannot_be_judged", Why("no_report_time_is_up", {"end": matter.end})
        return "cannot_be_judged", Why("no_report_no_schedule")
    if matter.continuous:
        return "continuous", Why("continuous")
    states = {each.state for each in matter.speaking}
    if matter.status == DIFFERING and states.intersection(OVER):
        return "cannot_be_judged", Why("differing_no_schedule")
    if passed:
        return "late", Why("late", {"end": matter.end})
    return _underway(plan, matter, states)


def _underway(plan: Plan, matter: Matter, states: set[str]) -> tuple[str, Why]:
    """The schedule of what is open and whose end has not passed."""
    if "paused" in states:
        return "deviation", Why("paused")
    deviating = next((each for each in matter.speaking if _deviates(each)), None)
    if deviating is not None:
        return "deviation", Why("deviation_reported", {"organisation": deviating.organisation, "day": deviating.day})
    expected = [each for each in map(_expected, matter.speaking) if each]
    if matter.end and any(plan.calendar.first(each) > matter.end for each in expected):
        return "deviation", Why("expected_after_end", {"expected": max(expected), "end": matter.end})
    if "not_started" in states and matter.start is not None and matter.start < matter.day:
        return "deviation", Why("not_started_in_time", {"start": matter.start})
    if matter.end is not None:
        return "on_schedule", Why("on_schedule", {"end": matter.end})
    if matter.start is not None:
        return "on_schedule", Why("on_schedule_open_end", {"start": matter.start})
    return "cannot_be_judged", Why("no_usable_date")


def _deviates(given: Given) -> bool:
    return bool(given.answer.deviation or (given.repeated and given.repeated.deviation))


def _expected(given: Given) -> Point | None:
    return given.answer.expected or (given.repeated.expected if given.repeated else None)
