"""What moved from one standing to another: since the last round, or since a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from plantrack.followup.rounds import RoundFacts, earlier, round_of
from plantrack.followup.standing import Standings
from plantrack.plan import Plan

AXES = (
    ("activities", "status"),
    ("activities", "schedule"),
    ("activities", "counted"),
    ("indicators", "outcome"),
    ("criteria", "fulfilment"),
    ("goals", "fulfilment"),
    ("goals", "forecast"),
)
"""What is compared: the table of standings, and the field."""


class Moved(NamedTuple):
    """That one thing stands otherwise than before."""

    table: str
    """activities, indicators, criteria or goals."""
    id: str
    axis: str
    """status, schedule, counted, outcome, fulfilment or forecast."""
    before: Any
    now: Any


def previous_round(plan: Plan, round_id: str) -> RoundFacts | None:
    """The round before a round; None where it is the first."""
    before = earlier(plan, round_of(plan, round_id))
    return before[-1] if before else None


def changes_since(before: Standings, now: Standings) -> tuple[Moved, ...]:
    """What stands otherwise now, in the plan's order."""
    return tuple(moved for table, axis in AXES for moved in _moved(before, now, table, axis))


def _moved(before: Standings, now: Standings, table: str, axis: str) -> Iterator[Moved]:
    then: Mapping[str, Any] = getattr(before, table)
    for identifier, standing in getattr(now, table).items():
        if identifier in then:
            was, is_now = getattr(then[identifier], axis), getattr(standing, axis)
            if was != is_now:
                yield Moved(table, identifier, axis, was, is_now)
