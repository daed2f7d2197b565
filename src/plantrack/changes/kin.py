"""What came of things, and what they came from: split, merged, or replaced one by one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plantrack.plan import Plan
from plantrack.record import Record


class Kin:
    """Who is whose successor, as both states of the plan tell it."""

    def __init__(self, before: Plan, after: Plan) -> None:
        self.into: dict[str, list[str]] = {}
        self.out_of: dict[str, list[str]] = {}
        for plan in (after, before):
            for table in (plan.goals, plan.activities, plan.steps, plan.criteria, plan.indicators):
                for identifier, record in table.items():
                    self._read(identifier, record)

    def _read(self, identifier: str, record: Record) -> None:
        for older in record.__dict__.get("replaces", ()):
            self._join(older, identifier)
        for newer in record.__dict__.get("replaced_by", ()):
            self._join(identifier, newer)

    def _join(self, older: str, newer: str) -> None:
        if newer not in self.into.setdefault(older, []):
            self.into[older].append(newer)
            self.out_of.setdefault(newer, []).append(older)

    def of_new(self, identifier: str) -> Mapping[str, Any]:
        """What a new thing came from, and how."""
        older = tuple(self.out_of.get(identifier, ()))
        return {"out_of": older, "how": self._how(older, (identifier,))} if older else {}

    def of_old(self, identifier: str) -> Mapping[str, Any]:
        """What came of a thing, and how."""
        newer = tuple(self.into.get(identifier, ()))
        return {"into": newer, "how": self._how((identifier,), newer)} if newer else {}

    def _how(self, older: tuple[str, ...], newer: tuple[str, ...]) -> str:
        if len(older) > 1 or any(len(self.out_of.get(each, ())) > 1 for each in newer):
            return "merged"
        if len(newer) > 1 or any(len(self.into.get(each, ())) > 1 for each in older):
            return "split"
        return "replaced"
