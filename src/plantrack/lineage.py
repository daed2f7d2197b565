"""What came of what: the things that may replace one another, by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from plantrack.model.goal import Lineage
from plantrack.plan import Plan


class Line(NamedTuple):
    """A thing with a past or a future: what kind it is, and its record."""

    kind: str
    record: Lineage


def lines(plan: Plan) -> Mapping[str, Line]:
    """Everything that says what it replaces, what replaced it or that it ended, or that something else replaces."""
    kinds: tuple[tuple[str, Mapping[str, Lineage]], ...] = (
        ("goal", plan.goals),
        ("activity", plan.activities),
        ("step", plan.steps),
        ("criterion", plan.criteria),
        ("indicator", plan.indicators),
    )
    return {each: Line(kind, record) for kind, table in kinds for each, record in table.items()}
