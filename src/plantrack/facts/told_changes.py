"""The history of definitions as decisions and events tell it: each field's changes, from the first to the last.

Knows nothing of files, and nothing of what the plan says now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from plantrack.facts.changed_fields import Place, path_of, read, things_of
from plantrack.model.decision import Change
from plantrack.plan import Plan


class Source(NamedTuple):
    """A decision, or an event, that tells of changes."""

    kind: str
    """decision or event."""
    by: str
    day: date | None
    """The first day it may have been; None where that is not known."""
    changes: Mapping[str, Mapping[str, Change]]
    editorial: bool = False
    decides: bool = True
    """Whether something was decided. An event only tells what happened, where it holds no decision."""


class Told(NamedTuple):
    """One change of one field, as a decision or an event tells it."""

    kind: str
    """decision or event."""
    by: str
    day: date | None
    change: Change
    editorial: bool = False
    decides: bool = True
    path: str = ""
    """The field, as it is written there."""


def told_changes(plan: Plan) -> dict[tuple[str, str], list[Told]]:
    """Every change that is told, by thing and field."""
    found: dict[tuple[str, str], list[Told]] = {}
    known = things_of(plan)
    for source in sources(plan):
        for identifier, fields in source.changes.items():
            thing = known.get(identifier)
            for path, change in fields.items():
                field = path_of(thing.record, path) if thing else path
                told = Told(source.kind, source.by, source.day, change, source.editorial, source.decides, path)
                found.setdefault((identifier, field), []).append(told)
    return found


def sources(plan: Plan) -> Iterator[Source]:
    """Everything that tells of changes."""
    first = plan.calendar.first
    for by, decision in plan.decisions.items():
        if decision.changes:
            day = first(decision.date) if decision.date else None
            yield Source("decision", by, day, decision.changes, decision.editorial)
    for by, event in plan.events.items():
        if event.changes:
            start = event.date.start if event.date else None
            decides = bool(event.decisions) or any(each.decision for each in event.items)
            yield Source("event", by, first(start) if start else None, event.changes, decides=decides)


def day_of(plan: Plan, decision: str) -> date:
    """The first day that a decision may have been taken on; the first of all days where that is not known."""
    found = plan.decisions.get(decision)
    return plan.calendar.first(found.date) if found and found.date else date.min


def in_order(place: Place, changes: Iterable[Told]) -> list[Told]:
    """The changes from the first to the last. Of two on one day, the one that begins where the other ends is later."""
    ordered = sorted(changes, key=lambda told: (told.day or date.min, told.by))
    for number in range(len(ordered) - 1):
        one, other = ordered[number : number + 2]
        if one.day == other.day and follows(place, other, one) and not follows(place, one, other):
            ordered[number : number + 2] = [other, one]
    return ordered


def follows(place: Place, earlier: Told, later: Told) -> bool:
    """Whether a change begins with what another one ended in."""
    return value_of(place, earlier.change, "to") == value_of(place, later.change, "from")


def value_of(place: Place, change: Change, end: str) -> object:
    """What a change says that the value was, or became; None where it does not say."""
    if not change.states(end):
        return None
    return read(place, change[end] or "", change.unstated.get(end, ""))
