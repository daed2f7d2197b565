"""What a mandate has asked for, item by item: what answers it, when to report back, and whether it is closed.

Knows no files and no states. Whether something is closed is what a decision says, and never how far the work has come.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from plantrack.dates import When
from plantrack.facts.changed_fields import place_of
from plantrack.facts.happened import placed
from plantrack.facts.told_changes import Told, in_order, told_changes, value_of
from plantrack.model.decision import Decision, MandateItem
from plantrack.model.reading import Reading
from plantrack.plan import Plan, by_number
from plantrack.record import Record

REPORT_BACK = "report_back"


class Task(NamedTuple):
    """One item of a mandate, with all that is known of it on a day."""

    id: str
    mandate: str
    """The decision that gave it."""
    item: MandateItem
    back: When | None
    """When to report back, as it was on the day: said of the item, or of the whole mandate."""
    moves: tuple[Told, ...]
    """How that time was changed, the first change first."""
    conflicts: tuple[Reading, ...]
    """Where the sources disagree, and about what."""
    things: tuple[str, ...]
    """The goals and activities that say they answer it."""
    decisions: tuple[str, ...]
    """The decisions that say they answer it."""
    events: tuple[str, ...]
    """What has happened for it."""
    closed: str
    """The decision that declared it completed; empty where none has."""
    overdue: bool
    """Whether its time to report back has passed, and no decision has answered it."""

    @property
    def unanswered(self) -> bool:
        """Whether no goal, no activity and no decision answers it. What has happened for it is no answer."""
        return not (self.things or self.decisions or self.closed)


def tasks(plan: Plan, day: date) -> tuple[Task, ...]:
    """The items of all mandates that had been given by a day, in the order they were given."""
    given = [(i, each) for i, each in plan.decisions.items() if each.items and is_taken(plan, i, day)]
    told = told_changes(plan)
    things, events = _things(plan), _events(plan)
    found = []
    for mandate, decision in sorted(given, key=lambda each: (_first(plan, each[1]), each[0])):
        for identifier in sorted(decision.items, key=by_number):
            item = decision.items[identifier]
            own = item.states(REPORT_BACK)
            moves = told.get((identifier if own else mandate, REPORT_BACK), ())
            back = _back(item if own else decision, moves, day)
            answering = [i for i, each in plan.decisions.items() if identifier in each.answers]
            answering = [i for i in _in_order(plan, answering) if is_taken(plan, i, day)]
            closed = _closing(plan, item, answering, day)
            last = plan.calendar.last(back.end) if back and back.end else None
            found.append(
                Task(
                    id=identifier,
                    mandate=mandate,
                    item=item,
                    back=back,
                    moves=_moves(item if own else decision, moves, day),
                    conflicts=_conflicts(item, decision, own=own),
                    things=things.get(identifier, ()),
                    decisions=tuple(answering),
                    events=events.get(identifier, ()),
                    closed=closed,
                    overdue=bool(last and last < day and not closed and not answering),
                )
            )
    return tuple(found)


def is_taken(plan: Plan, decision: str, day: date) -> bool:
    """Whether a decision had been taken by a day. One without a day that could be read is an old one."""
    found = plan.decisions.get(decision)
    return found is None or found.date is None or plan.calendar.first(found.date) <= day


def _closing(plan: Plan, item: MandateItem, answering: list[str], day: date) -> str:
    """The decision that declared an item completed: named by the item, or answering it and of that kind."""
    if item.completed and is_taken(plan, item.completed, day):
        return item.completed
    return next((i for i in answering if plan.decisions[i].kind == "declare_completed"), "")


def _back(record: MandateItem | Decision, told: list[Told] | tuple[()], day: date) -> When | None:
    """When to report back, as it was on a day: before the first change that came later."""
    place = place_of(record, REPORT_BACK)
    later = [each for each in told if each.day and each.day > day]
    if not place or not later:
        return record.report_back
    first = in_order(place, later)[0].change
    before = value_of(place, first, "from")
    if isinstance(before, When):
        return before._replace(text=first["from"].strip())
    return None if "from" in first.unstated else record.report_back


def _moves(record: Record, told: list[Told] | tuple[()], day: date) -> tuple[Told, ...]:
    place = place_of(record, REPORT_BACK)
    by_then = [each for each in told if each.day is None or each.day <= day]
    return tuple(in_order(place, by_then)) if place else ()


def _conflicts(item: MandateItem, decision: Decision, *, own: bool) -> tuple[Reading, ...]:
    """Where the sources disagree about an item; of the whole mandate also about when to report back."""
    found = [each for each in item.readings if each.kind == "conflict"]
    if not own:
        found += [each for each in decision.readings if each.kind == "conflict" and each.field == REPORT_BACK]
    return tuple(found)


def _things(plan: Plan) -> Mapping[str, tuple[str, ...]]:
    """Item -> the goals and activities that say they answer it."""
    found: dict[str, list[str]] = {}
    for table in (plan.goals, plan.activities):
        for identifier, thing in table.items():
            for item in thing.mandate:
                found.setdefault(item, []).append(identifier)
    return {item: tuple(sorted(ids, key=by_number)) for item, ids in found.items()}


def _events(plan: Plan) -> Mapping[str, tuple[str, ...]]:
    """Item -> what has happened for it, as far as it was held, in the order it came."""
    found: dict[str, list[str]] = {}
    for identifier, event in plan.events.items():
        if event.state in (None, "held"):
            for item in event.mandate:
                found.setdefault(item, []).append(identifier)
    return {item: tuple(sorted(ids, key=lambda each: _when(plan, each))) for item, ids in found.items()}


def _when(plan: Plan, event: str) -> tuple[date, tuple[tuple[int, int | str], ...], str]:
    its = plan.events[event]
    return placed(plan.calendar, its), by_number(its.order or ""), event


def _in_order(plan: Plan, decisions: list[str]) -> Iterator[str]:
    return iter(sorted(decisions, key=lambda each: (_first(plan, plan.decisions[each]), each)))


def _first(plan: Plan, decision: Decision) -> date:
    return plan.calendar.first(decision.date) if decision.date else date.min
