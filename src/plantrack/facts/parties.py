"""Who may well answer for a thing: those with a role in it, and all who stand for them.

Wider than who is asked: a party's units, its members, and those it has become or was before.
"""

from __future__ import annotations

from plantrack.model.goal import ROLES
from plantrack.plan import Plan

OPEN_KINDS = ("undetermined", "group", "sector", "network")
"""Kinds of parties that may be anybody on their side, where nobody has written who they consist of."""


class Parties:
    """Who may answer for what in one plan. ``None`` stands for anybody."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._of: dict[str, frozenset[str] | None] = {}
        self._standing_for: dict[str, frozenset[str] | None] = {}
        self._kin: tuple[dict[str, set[str]], dict[str, set[str]]] | None = None

    def may_answer(self, thing: str, organisation: str) -> bool:
        """Whether it is no surprise that the organisation answers for the thing."""
        if thing not in self._of:
            self._of[thing] = self._parties_of(thing)
        parties = self._of[thing]
        return parties is None or organisation in parties

    def stands_for(self, organisation: str, party: str) -> bool:
        """Whether an organisation may speak in the place of a party."""
        if party not in self._standing_for:
            self._standing_for[party] = self._who_stand_for(party)
        stand_for = self._standing_for[party]
        return organisation == party or (stand_for is not None and organisation in stand_for)

    def _parties_of(self, thing: str) -> frozenset[str] | None:
        named = self._named_for(thing)
        everybody: set[str] = set()
        for party in named:
            if party not in self._standing_for:
                self._standing_for[party] = self._who_stand_for(party)
            stand_for = self._standing_for[party]
            if stand_for is None:
                return None
            everybody |= stand_for
        return frozenset(everybody) or None

    def _named_for(self, thing: str) -> set[str]:
        """The parties with any role in a thing; for what belongs to activities, in those."""
        plan = self.plan
        if thing in plan.held:
            return {party for parties in plan.held[thing].roles.values() for party in parties}
        if thing in plan.steps:
            return {*plan.steps[thing].responsible, *self._named_for(thing.rpartition(".")[0])}
        if thing in plan.themes:
            return {party for goal, _ in plan.goals_in(thing) for party in self._named_for(goal)}
        goal = plan.goals.get(plan.goal_of.get(thing, thing))
        if goal is None:
            return set()
        named = {party for role in ROLES for party in goal[role]}
        judged = plan.criteria.get(thing) or plan.indicators.get(thing)
        activities = (judged.for_ if judged else ()) or tuple(goal.activities)
        named.update(*(self._named_for(each) for each in activities if each in plan.held))
        return named | set(judged.follow_up if judged else ())

    def _who_stand_for(self, party: str) -> frozenset[str] | None:
        """The party, its members and units with theirs, those it was and became; and what it is a part of itself."""
        below, above = self._kinship()
        found: set[str] = set()
        waiting = [party]
        while waiting:
            each = waiting.pop()
            if each in found:
                continue
            found.add(each)
            organisation = self.plan.organisations.get(each)
            if organisation is None:
                return None
            if organisation.kind in OPEN_KINDS and not organisation.members:
                if not organisation.side:
                    return None
                found.update(self._on_side(organisation.side))
            waiting.extend(below.get(each, ()))
        return frozenset(found.union(above.get(party, ())))

    def _on_side(self, side: str) -> set[str]:
        return {each for each, organisation in self.plan.organisations.items() if organisation.side == side}

    def _kinship(self) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
        """Organisation -> those who act in its place, and organisation -> what it is a part of."""
        if self._kin is None:
            below: dict[str, set[str]] = {}
            above: dict[str, set[str]] = {}
            for identifier, organisation in self.plan.organisations.items():
                below.setdefault(identifier, set()).update(organisation.members, organisation.successors)
                for successor in organisation.successors:
                    below.setdefault(successor, set()).add(identifier)
                for member in organisation.members:
                    above.setdefault(member, set()).add(identifier)
                if organisation.part_of:
                    below.setdefault(organisation.part_of, set()).add(identifier)
                    above.setdefault(identifier, set()).add(organisation.part_of)
            self._kin = below, above
        return self._kin
