"""What came of what: the things that replace one another or have ended, by their ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plantrack.model.goal import Lineage
from plantrack.plan import Plan

LINEAGE = frozenset(("replaces", "replaced_by", "ended"))


class Line(NamedTuple):
    """A thing with a past or a future: what kind it is, and its record."""

    kind: str
    record: Lineage


def lines(plan: Plan) -> Mapping[str, Line]:
    """Everything that says what it replaces, what replaced it or that it ended, or of which something else says so."""
    tables: tuple[tuple[str, Mapping[str, Lineage]], ...] = (
        ("goal", plan.goals),
        ("activity", plan.activities),
        ("step", plan.steps),
        ("criterion", plan.criteria),
        ("indicator", plan.indicators),
    )
    found: dict[str, Line] = {}
    for kind, table in tables:
        for each, record in table.items():
            if not LINEAGE.isdisjoint(record.__dict__):
                found[each] = Line(kind, record)
    for each in [*_named(found), *_ended(plan)]:
        for kind, table in tables:
            if each in table:
                found.setdefault(each, Line(kind, table[each]))
    return found


def _named(found: Mapping[str, Line]) -> Iterator[str]:
    for line in found.values():
        yield from line.record.replaces
        yield from line.record.replaced_by


def _ended(plan: Plan) -> Iterator[str]:
    for decision in plan.decisions.values():
        if decision.kind == "end":
            yield from decision.about
