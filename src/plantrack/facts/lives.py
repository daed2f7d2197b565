"""Organisations that begin or end, held against the work they answer for.

A responsible organisation that ends is no shortcoming where one single other takes over: it is then known
who answers. It is one where nobody takes over, or several do.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from plantrack.facts.organisations import life
from plantrack.model.goal import DOING_ROLES
from plantrack.plan import Plan
from plantrack.statements import Held

ANSWERING = (*DOING_ROLES, "follow_up")
"""The roles whose holders are asked."""


class Life(NamedTuple):
    """An organisation with a beginning or an end."""

    start: date
    end: date
    successors: tuple[str, ...]
    succeeds: bool
    """Whether it took over from another."""


def bounded(plan: Plan) -> Mapping[str, Life]:
    """The organisations of which it is said when they begin or end."""
    heirs = {heir for each in plan.organisations.values() for heir in each.successors}
    return {
        party: Life(*life(each, plan.calendar), each.successors, party in heirs)
        for party, each in plan.organisations.items()
        if each.valid
    }


def period(plan: Plan) -> tuple[date, date]:
    """The first and last day of the plan; without bounds where it does not say."""
    when = plan.header.period
    start = plan.calendar.first(when.start) if when and when.start else date.min
    end = plan.calendar.last(when.end) if when and when.end else date.max
    return start, end


def work(plan: Plan, said: Held) -> tuple[date, date]:
    """The days that an activity goes on, within the plan's own; all of them where it says nothing usable."""
    start, end = period(plan)
    when = next((statement.value for statement in said.when if statement.value), None)
    if when and when.start:
        start = max(start, min(end, plan.calendar.first(when.start)))
    if when and when.end:
        end = min(end, max(start, plan.calendar.last(when.end)))
    return start, end


def uncovered(plan: Plan, one: Life, said: Held, role: str) -> str | None:
    """How an organisation does not cover the work that it answers for: ``starts``, ``successors``, or empty where it
    ends without one. None where it does cover it, or one single other takes over.
    """
    if role not in ANSWERING:
        return None
    start, end = work(plan, said)
    if one.end < end < date.max and len(one.successors) != 1:
        return "successors" if one.successors else ""
    if one.start > start > date.min and not one.succeeds:
        return "starts"
    return None
