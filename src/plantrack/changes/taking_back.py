"""Takes back what decisions have changed since one of them adopted the plan, by what they say that it was.

A change is taken back only where the plan says what a decision made of it: what has moved on since stays as it is. An
editorial decision is taken back in words, and in nothing that is promised.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from plantrack.changes.endings import around, may_end
from plantrack.changes.meant import Meant
from plantrack.changes.promised import PLAN, Key, Promise, Promises, firm_path, promise, promises_something
from plantrack.changes.things import DEFINED, FROM_GOAL
from plantrack.changes.told import Unread, end_of
from plantrack.facts.changed_fields import Place, is_comparable, place_of, things_of
from plantrack.facts.told_changes import Told, day_of, in_order, told_changes
from plantrack.kinds import Scalar, TextKind, Unfit
from plantrack.model.decision import Change as Written
from plantrack.model.goal import Added, Ended
from plantrack.plan import Plan
from plantrack.record import Many, Of, Record

UNSAID = Promise("")


class Stuck(NamedTuple):
    """A change that cannot be taken back by what its decision says."""

    decision: str
    thing: str
    path: str


class TakingBack:
    """What a plan promises, to be made what it promised when a decision adopted it."""

    def __init__(self, plan: Plan, decision: str, promises: Promises) -> None:
        self.plan = plan
        self.decision = decision
        self.day = day_of(plan, decision)
        self.meant = Meant(plan)
        self.promises = promises

    def endings(self) -> None:
        """What decisions have ended since goes on, and what they brought in is not there yet."""
        new = set()
        for thing, record in _defined(self.plan):
            ended, added = record.__dict__.get("ended"), record.__dict__.get("added")
            if isinstance(ended, Ended) and self._by_decision(ended) and may_end(self.plan, ended.decision, thing):
                self.promises.pop((thing, "ended"), None)
            if isinstance(added, Added) and self._by_decision(added):
                new.add(thing)
        gone = {each for each, field in self.promises if not field and not new.isdisjoint(around(self.plan, each))}
        for key in [each for each in self.promises if each[0] in gone]:
            del self.promises[key]

    def changes(self) -> Iterator[Stuck]:
        """Takes back what fields have become; what cannot be taken back is handed out."""
        known = things_of(self.plan)
        for (thing, path), told in told_changes(self.plan).items():
            later = [each for each in told if self._is_later(each)]
            its = known.get(thing)
            place = place_of(its.record, path) if its else None
            if not later or its is None or place is None or path.partition(".")[0] in ("ended", "added"):
                continue
            if its.kind in (*DEFINED, "plan") and promises_something(its.kind, path):
                yield from self._field(thing, path, place, in_order(place, later))

    def _is_later(self, told: Told) -> bool:
        return told.decides and told.by != self.decision and told.day is not None and told.day >= self.day

    def _by_decision(self, each: Ended | Added) -> bool:
        is_later = bool(each.date and each.date >= self.day)
        return is_later and each.decision in self.plan.decisions and each.decision != self.decision

    def _field(self, thing: str, path: str, place: Place, told: list[Told]) -> Iterator[Stuck]:
        """What a field was."""
        firm = [each for each in told if not each.editorial]
        keys = tuple(self._reached(thing, path))
        try:
            if path == "cost" and self._adds_up(keys):
                raise Unread
            was = self._end(place, firm[0], "from").firm if firm else None
            words = self._end(place, told[0], "from").words if isinstance(place.kind, TextKind) else ""
        except Unread:
            yield Stuck((firm or told)[0].by, thing, path)
            return
        for key in keys:
            now = self.promises.get(key, UNSAID).firm
            if key[0] == PLAN or (key[0], "") in self.promises:
                self.promises[key] = Promise(was if firm and self._stands(place, firm, now) else now, words)

    def _adds_up(self, keys: tuple[Key, ...]) -> bool:
        """Whether what a cost was is only a part of what an activity cost: costs said near and far add up."""
        costs = [self.plan.held[thing].costs for thing, _field in keys if thing in self.plan.held]
        return any(len({each.level for each in its}) > 1 for its in costs)

    def _stands(self, place: Place, firm: list[Told], now: Any) -> bool:
        """Whether the plan says what a decision made of a field; true where that cannot be read."""
        try:
            return any((self._end(place, each, "to").firm or "") == (now or "") for each in firm)
        except Unread:
            return True

    def _end(self, place: Place, told: Told, end: str) -> Promise:
        return promise(self.meant, place, _value_of(place, told.change, end))

    def _reached(self, thing: str, path: str) -> Iterator[Key]:
        """What a change of a field reaches: the activities of a goal that have it from there, else the thing itself."""
        name, plan = path.partition(".")[0], self.plan
        having = []
        for activity in plan.goals[thing].activities if thing in plan.goals and name in FROM_GOAL else ():
            holds = plan.held[activity]
            statements = {"when": holds.when, "cost": holds.costs}.get(name) or holds.said_roles.get(name, ())
            having += [activity] if any(each.level == "goal" for each in statements) else []
        is_plan = thing == plan.header.id and thing not in plan.goals
        yield from ((each, firm_path(path)) for each in having or [PLAN if is_plan else thing])


def _defined(plan: Plan) -> Iterator[tuple[str, Record]]:
    """Everything that can end."""
    for table in (plan.goals, plan.activities, plan.steps, plan.criteria, plan.indicators):
        yield from table.items()


def _value_of(place: Place, change: Written, end: str) -> Any:
    """One end of a change. Raises ``Unread`` where it does not say; of a block its short form is read."""
    if not change.states(end):
        raise Unread
    if is_comparable(place) or change[end] is None:
        return end_of(place, change, end)
    kind = place.kind.kind if isinstance(place.kind, Many) else place.kind
    field = kind.cls.FIELDS[kind.cls.SHORTHAND].kind if isinstance(kind, Of) and kind.cls.SHORTHAND else None
    if not isinstance(kind, Of) or not isinstance(field, Scalar):
        raise Unread
    try:
        whole = kind.cls(**{kind.cls.ATTRIBUTES[kind.cls.SHORTHAND]: field.read(change[end])})
    except Unfit:
        raise Unread from None
    return (whole,) if isinstance(place.kind, Many) else whole
