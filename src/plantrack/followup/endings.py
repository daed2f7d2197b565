"""What has ended before the plan did, and whether a decision says so."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from plantrack.model.goal import Lineage
from plantrack.plan import Plan


class Ending(NamedTuple):
    """That something has ended."""

    day: date
    how: str
    """completed, cancelled or withdrawn; empty where the plan does not say how."""
    decision: str
    """The decision; empty where there is none."""


HOW = {"completed": "completed", "cancelled": "cancelled", None: ""}
"""Ways of ending that are states of their own. What was merged, split, moved or replaced is withdrawn."""


class Endings:
    """What has ended by a day, and by which decision."""

    def __init__(self, plan: Plan, day: date) -> None:
        self.plan = plan
        self.day = day
        self._decided: dict[str, str] = {}
        for identifier in sorted(plan.decisions, key=lambda each: (plan.decisions[each].date or (), each)):
            decision = plan.decisions[identifier]
            if not self._taken(identifier):
                continue
            ended = [thing for thing, changes in decision.changes.items() if "ended" in changes]
            if decision.kind == "end":
                ended += [*decision.about, *decision.changes]
            for thing in ended:
                self._decided.setdefault(thing, identifier)

    def decision(self, *things: str) -> str:
        """The decision that ended the first of these that one has ended: an activity, or the goal it is in."""
        return next((self._decided[thing] for thing in things if thing in self._decided), "")

    def of(self, *chain: tuple[str, Lineage]) -> Ending | None:
        """How a thing has ended, itself or with what it is in: the thing first, then what is around it."""
        for number, (_thing, record) in enumerate(chain):
            ended = record.ended
            if ended is not None and ended.date is not None and ended.date <= self.day:
                named = ended.decision if ended.decision and self._taken(ended.decision) else ""
                decision = named or self.decision(*(each for each, _record in chain[number:]))
                return Ending(ended.date, HOW.get(ended.how, "withdrawn"), decision)
        return None

    def _taken(self, decision: str) -> bool:
        """Whether a decision was taken by the day. One that is not filed here is taken at its word."""
        found = self.plan.decisions.get(decision)
        return found is None or found.date is None or self.plan.calendar.first(found.date) <= self.day
