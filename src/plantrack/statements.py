"""What holds for an activity: its own statements, those it shares with others, and its goal's.

The nearest statement wins: activity, shared, goal. Times and the lead are single; criteria, indicators
and costs add up. ``not_stated`` stops what would be inherited.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from plantrack.dates import When
from plantrack.finding import Key
from plantrack.model.goal import DOING_ROLES, ROLES, Activity, Cost, Goal
from plantrack.record import NOT_STATED, Record

INHERITED = frozenset(("when", "due", "continuous", "cost", *ROLES))
"""Fields that an activity has from its goal, or shares, where it says nothing of its own."""


class Statement(NamedTuple):
    """One thing that was said: the value, or why there is none, how near it was said, and where."""

    value: Any
    absence: str
    level: str
    """activity, shared or goal."""
    keys: tuple[Key, ...]
    """The keys that lead to it in the goal's file."""


class Held(NamedTuple):
    """All that holds for one activity."""

    when: tuple[Statement, ...]
    """The nearest times; more than one where equally near statements differ."""
    due: tuple[Statement, ...]
    continuous: bool
    roles: Mapping[str, tuple[str, ...]]
    """Role -> organisations, without roles that nobody has."""
    said_roles: Mapping[str, tuple[Statement, ...]]
    costs: tuple[Statement, ...]
    criteria: tuple[str, ...]
    indicators: tuple[str, ...]

    @property
    def time(self) -> When | None:
        """When it is done, where that is said with a time."""
        return next((s.value for s in self.when if s.value is not None), None)

    @property
    def deadline(self) -> When | None:
        """The time whose end it must be done by: the deadline where one is set, else when it is done."""
        return next((s.value for s in self.due if s.value is not None), None) or self.time

    @property
    def doers(self) -> tuple[str, ...]:
        """Those who answer for the work, the lead first, each once."""
        return tuple(dict.fromkeys(party for role in DOING_ROLES for party in self.roles.get(role, ())))


def held(goal: Goal, identifier: str, activity: Activity) -> Held:
    """All that holds for an activity of a goal."""
    fields = stated_fields(goal, identifier, activity)
    said = {field: nearest_statements(goal, identifier, activity, field) for field in fields}
    roles = {role: said[role] for role in ROLES if said.get(role)}
    when = said.get("when", ())
    return Held(
        when=when,
        due=said.get("due", ()),
        continuous=any(s.value for s in said.get("continuous", ()))
        or any(s.value and s.value.continuous for s in when),
        roles={role: named for role, statements in roles.items() if (named := parties(statements))},
        said_roles=roles,
        costs=tuple(costs(goal, identifier, activity)) if "cost" in fields else (),
        criteria=tuple(i for i, each in goal.criteria.items() if not each.for_ or identifier in each.for_),
        indicators=tuple(i for i, each in goal.indicators.items() if not each.for_ or identifier in each.for_),
    )


def stated_fields(goal: Goal, identifier: str, activity: Activity) -> set[str]:
    """The fields of an activity that are said anything of, near or far."""
    fields = set(INHERITED.intersection(activity.__dict__))
    fields |= INHERITED.intersection(activity.unstated)
    for record in (goal, *(each for each in goal.shared if identifier in each.for_)):
        fields |= INHERITED.intersection(record.__dict__)
        fields |= INHERITED.intersection(record.unstated)
    return fields


def parties(statements: tuple[Statement, ...]) -> tuple[str, ...]:
    """The organisations that statements of a role name, each once."""
    return tuple(dict.fromkeys(party for s in statements for party in s.value or ()))


def nearest_statements(goal: Goal, identifier: str, activity: Activity, field: str) -> tuple[Statement, ...]:
    """The nearest statements of a field; several where equally near ones say different things."""
    own = statement(activity, field, "activity", ("activities", identifier))
    if own:
        return () if own.absence == NOT_STATED else (own,)
    shared: list[Statement] = []
    for number, each in enumerate(goal.shared):
        if identifier in each.for_:
            found = statement(each, field, "shared", ("shared", number))
            if found and all(found[:2] != other[:2] for other in shared):
                shared.append(found)
    if shared:
        return tuple(s for s in shared if s.absence != NOT_STATED)
    if field in goal.FIELDS and field != "due":
        above = statement(goal, field, "goal", ())
        if above and above.absence != NOT_STATED:
            return (above,)
    return ()


def statement(record: Record, field: str, level: str, keys: tuple[Key, ...]) -> Statement | None:
    """What a record itself says of a field, or None where it says nothing."""
    value = record.__dict__.get(field)
    if value is not None:
        return Statement(value, "", level, (*keys, field))
    absence = record.unstated.get(field, "")
    return Statement(None, absence, level, (*keys, field)) if absence else None


def costs(goal: Goal, identifier: str, activity: Activity) -> Iterator[Statement]:
    """Every cost that is said for an activity, near and far; they add up."""
    levels: list[tuple[Record, str, tuple[Key, ...]]] = [(activity, "activity", ("activities", identifier))]
    levels += [(each, "shared", ("shared", n)) for n, each in enumerate(goal.shared) if identifier in each.for_]
    levels.append((goal, "goal", ()))
    for record, level, keys in levels:
        if "cost" in record.unstated:
            if record.unstated["cost"] == NOT_STATED:
                return
            yield Statement(None, record.unstated["cost"], level, (*keys, "cost"))
        for number, cost in enumerate(record.__dict__.get("cost", ())):
            yield Statement(cost, "", level, (*keys, "cost", number))


def cost_kinds(said: Held) -> tuple[str, ...]:
    """The kinds of cost that hold for an activity, each once."""
    return tuple(dict.fromkeys(s.value.kind if isinstance(s.value, Cost) else s.absence for s in said.costs))
