"""The register of decisions: which there are, newest first, what each touches, and which of them were asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from plantrack.facts.happened import Span
from plantrack.facts.mandates import is_taken
from plantrack.model.decision import Decision
from plantrack.plan import Plan, by_number


class Wanted(NamedTuple):
    """Which decisions are asked for; all of them where nothing is said."""

    body: str = ""
    kinds: tuple[str, ...] = ()
    about: str = ""
    """What it is to be about: also what lies in that, as the activities of a goal."""
    period: Span = Span()


class Touched(NamedTuple):
    """What a decision has to do with."""

    about: tuple[str, ...]
    changed: tuple[str, ...]
    """Things of which it changed a field."""
    ended: tuple[str, ...]
    """Things that name it as what ended them."""
    added: tuple[str, ...]
    """Things that name it as what brought them in."""

    @property
    def all(self) -> tuple[str, ...]:
        """Each once."""
        return tuple(dict.fromkeys((*self.about, *self.changed, *self.ended, *self.added)))


class Register(NamedTuple):
    """The decisions that were asked for."""

    decisions: tuple[str, ...]
    """The newest first."""
    later: int
    """How many are left out because they were taken after the day."""
    known: int
    """How many had been taken by the day."""


def register(plan: Plan, day: date, wanted: Wanted | None = None) -> Register:
    """The decisions taken by a day, the newest first; of one day in the order of their sections."""
    taken = [i for i in plan.decisions if is_taken(plan, i, day)]
    found = [i for i in taken if wanted is None or _is_wanted(plan, i, plan.decisions[i], wanted)]
    found.sort(key=lambda i: (by_number(plan.decisions[i].section or ""), by_number(i)))
    found.sort(key=lambda i: _days(plan, plan.decisions[i])[0], reverse=True)
    return Register(tuple(found), len(plan.decisions) - len(taken), len(taken))


def touched(plan: Plan, decision: str) -> Touched:
    """What a decision has to do with."""
    record = plan.decisions[decision]
    ended, added = _named_by(plan, decision)
    changed = tuple(i for i, fields in record.changes.items() if i not in ended or set(fields) != {"ended"})
    return Touched(record.about, changed, ended, added)


def _named_by(plan: Plan, decision: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    ended: list[str] = []
    added: list[str] = []
    for table in (plan.goals, plan.activities, plan.steps, plan.criteria, plan.indicators):
        for identifier, thing in table.items():
            if thing.ended and thing.ended.decision == decision:
                ended.append(identifier)
            if thing.added and thing.added.decision == decision:
                added.append(identifier)
    return tuple(sorted(ended, key=by_number)), tuple(sorted(added, key=by_number))


def _is_wanted(plan: Plan, identifier: str, decision: Decision, wanted: Wanted) -> bool:
    if wanted.body and decision.body != wanted.body:
        return False
    if wanted.kinds and decision.kind not in wanted.kinds:
        return False
    if wanted.period != Span() and not wanted.period.meets(Span(*_days(plan, decision))):
        return False
    if not wanted.about:
        return True
    within = {wanted.about, *_within(plan, wanted.about)}
    named: Collection[str] = (*touched(plan, identifier).all, *decision.answers, *decision.items)
    own = f"{plan.header.id}:"
    return not within.isdisjoint(each.removeprefix(own) for each in named)


def _days(plan: Plan, decision: Decision) -> tuple[date, date]:
    """The first and the last day that it may have been taken on."""
    if not decision.date:
        return date.min, date.min
    return plan.calendar.first(decision.date), plan.calendar.last(decision.date)


def _within(plan: Plan, thing: str) -> Iterator[str]:
    """What lies in a theme, a goal, an activity, an agreement or a mandate."""
    goals = [goal for goal, _record in plan.goals_in(thing)]
    yield from goals
    for each in (thing, *goals):
        yield from (inner for inner, goal in plan.goal_of.items() if goal == each)
    tables: tuple[Mapping[str, Collection[str]], ...] = (
        {i: each.steps for i, each in plan.activities.items()},
        {i: (*each.commitments, *each.principles) for i, each in plan.agreements.items()},
        {i: each.items for i, each in plan.decisions.items()},
    )
    for table in tables:
        yield from table.get(thing, ())
