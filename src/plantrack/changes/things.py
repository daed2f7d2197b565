"""The things of a plan side by side with those of another: only such as may differ are looked into.

What is said for several activities at once, or for a whole goal, is told of each activity that it holds for: so a
statement may move in a file, and where it says the same, nothing has changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from plantrack.change import Absence, Thing, Value
from plantrack.facts.changed_fields import key_of
from plantrack.model.goal import ROLES, Activity, Goal
from plantrack.plan import Plan
from plantrack.record import NOT_STATED, NOTHING, Keyed, Of, Record
from plantrack.statements import Held, Statement, held

INSIDE: Mapping[str, tuple[str, ...]] = {
    "goal": ("id", "activities", "criteria", "indicators", "shared"),
    "theme": ("id",),
    "activity": ("steps",),
    "agreement": ("id", "commitments", "principles"),
    "decision": ("items",),
}
"""Fields that say nothing of the thing itself: they hold other things, or its own id."""
FROM_GOAL = ("when", "cost", *(role for role in ROLES if role != "follow_up"))
"""What activities have from their goal. Who follows up a goal follows up the goal too, so that is told of the goal."""
DEFINED = ("theme", "goal", "activity", "step", "criterion", "indicator")
"""Kinds of things that make up what the plan promises."""

Found = tuple[str, Record]
"""What a thing lies in, and its record."""


class Holding(dict[str, Mapping[str, Held]]):
    """Goal -> what holds for each of its activities, worked out once for the goals that are asked for."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def __missing__(self, goal: str) -> Mapping[str, Held]:
        its, known = self.plan.goals[goal], self.plan.__dict__.get("held", NOTHING)
        self[goal] = {i: known.get(i) or held(its, i, activity) for i, activity in its.activities.items()}
        return self[goal]


class Pair(NamedTuple):
    """One thing as it was and as it is; None where it was not there, or is not."""

    before: Thing | None
    after: Thing | None

    @property
    def kind(self) -> str:
        return (self.after or self.before).kind  # type: ignore[union-attr]

    @property
    def id(self) -> str:
        return (self.after or self.before).id  # type: ignore[union-attr]


def pairs(before: Plan, after: Plan) -> Iterator[Pair]:
    """Every thing that is not just the same in both plans, the definitions first."""
    then, now = _goals(before), _goals(after)
    same = {i for i, each in now.items() if i in then and each == then[i]}
    holding = Holding(before), Holding(after)
    yield from _paired("plan", _header(before, after), _header(after, after))
    yield from _paired("theme", _plain(before.themes), _plain(after.themes))
    for pair in _paired("goal", then, now):
        taken = [_taken_up(each, pair.id) for each in holding if pair.id in each.plan.goals]
        yield Pair(*(each and _without(each, taken) for each in pair))
    left = {i: goal for i, goal in before.goals.items() if i not in same}
    right = {i: goal for i, goal in after.goals.items() if i not in same}
    for kind in ("activity", "step", "criterion", "indicator"):
        yield from _paired(kind, _within(left, kind), _within(right, kind), *holding)
    for kind in OTHERS:
        yield from _paired(kind, dict(_others(before, kind)), dict(_others(after, kind)))


def things(plan: Plan, kinds: Iterable[str] = DEFINED, goal: str = "") -> Iterator[Thing]:
    """All things of some of the kinds that are defined, and the plan itself where that is asked for; or of one goal."""
    holding = Holding(plan)
    for kind in kinds:
        for identifier, each in _of_kind(plan, kind, goal).items():
            thing = _thing(kind, identifier, each, holding)
            yield _without(thing, [_taken_up(holding, identifier)]) if kind == "goal" else thing


def _of_kind(plan: Plan, kind: str, goal: str) -> Mapping[str, Found]:
    match kind:
        case "plan":
            return _header(plan, plan)
        case "theme":
            return _plain(plan.themes)
        case "goal":
            return {i: found for i, found in _goals(plan).items() if goal in ("", i)}
    return _within({i: each for i, each in plan.goals.items() if goal in ("", i)}, kind)


OTHERS = (
    "agreement", "principle", "commitment", "organisation", "term", "decision", "mandate item", "round", "submission", "text",
    "issue", "event", "ballot",
)  # fmt: skip


def _paired(
    kind: str,
    before: Mapping[str, Found],
    after: Mapping[str, Found],
    then: Holding | None = None,
    now: Holding | None = None,
) -> Iterator[Pair]:
    for identifier in [*after, *(each for each in before if each not in after)]:
        was, is_ = before.get(identifier), after.get(identifier)
        if was is None or is_ is None or was != is_ or kind == "activity":
            pair = Pair(was and _thing(kind, identifier, was, then), is_ and _thing(kind, identifier, is_, now))
            if pair.before != pair.after:
                yield pair


def _thing(kind: str, identifier: str, found: Found, holding: Holding | None = None) -> Thing:
    home, record = found
    if isinstance(record, Activity) and holding is not None:
        return Thing(kind, identifier, home, _of_activity(record, holding[home][identifier]))
    return Thing(kind, identifier, home, dict(_stated(record, INSIDE.get(kind, ()), whole=kind != "plan")))


def _stated(record: Record, left_out: Iterable[str], *, whole: bool) -> Iterator[tuple[str, Value]]:
    """What a record itself says, one value at a time where several stand under keys."""
    for name, field in record.FIELDS.items():
        if name in left_out:
            continue
        if record.unstated.get(name, NOT_STATED) != NOT_STATED:
            yield name, Absence(record.unstated[name])
            continue
        value = record.__dict__.get(record.ATTRIBUTES[name])
        if value is None or value is False:
            continue
        if isinstance(field.kind, Keyed):
            yield from ((f"{name}.{key_of(key)}", each) for key, each in value.items())
        elif isinstance(field.kind, Of) and not whole:
            yield from ((f"{name}.{inner}", each) for inner, each in _stated(value, (), whole=True))
        else:
            yield name, value


def _of_activity(record: Activity, holds: Held) -> dict[str, Value]:
    """What holds for an activity, near or far."""
    said = dict(_stated(record, (*INSIDE["activity"], "when", "due", "continuous", "cost", *ROLES), whole=True))
    for name, statements in (("when", holds.when), ("due", holds.due), *holds.said_roles.items()):
        near = [each for each in statements if name != "follow_up" or each.level != "goal"]
        if near:
            said[name] = _value(near, name)
    if holds.continuous:
        said["continuous"] = True
    if holds.costs:
        said["cost"] = tuple(Absence(each.absence) if each.absence else each.value for each in holds.costs)
    return said


def _value(statements: list[Statement], name: str) -> Value:
    """One value where one was said; all of them where equally near statements differ."""
    values = [Absence(each.absence) if each.absence else each.value for each in statements]
    if name in ROLES and not any(isinstance(each, Absence) for each in values):
        return tuple(dict.fromkeys(party for each in values for party in each))
    return values[0] if len(values) == 1 else tuple(values)


def _without(thing: Thing, taken: Iterable[set[str]]) -> Thing:
    """A goal without what activities have from it, in either state: that is told of them."""
    gone = set().union(*taken)
    return thing._replace(said={name: value for name, value in thing.said.items() if name not in gone})


def _taken_up(holding: Holding, goal: str) -> set[str]:
    """The fields of a goal that only speak through its activities."""
    taken = set()
    for holds in holding[goal].values():
        taken |= {"when"} if any(each.level == "goal" for each in holds.when) else set()
        taken |= {"cost"} if any(each.level == "goal" for each in holds.costs) else set()
        taken |= {role for role, said in holds.said_roles.items() if any(each.level == "goal" for each in said)}
    return taken & set(FROM_GOAL)


def _header(plan: Plan, named_by: Plan) -> dict[str, Found]:
    return {named_by.header.id or "plan": ("", plan.header)}


def _plain(table: Mapping[str, Any]) -> dict[str, Found]:
    return {i: ("", record) for i, record in table.items()}


def _goals(plan: Plan) -> dict[str, Found]:
    return {i: (plan.theme_of.get(i, ""), goal) for i, goal in plan.goals.items()}


def _within(goals: Mapping[str, Goal], kind: str) -> dict[str, Found]:
    """The things of one kind that lie in some goals."""
    found: dict[str, Found] = {}
    for home, goal in goals.items():
        match kind:
            case "activity":
                found |= {i: (home, each) for i, each in goal.activities.items()}
            case "step":
                for activity, each in goal.activities.items():
                    found |= {i: (activity, step) for i, step in each.steps.items()}
            case "criterion":
                found |= {i: (home, each) for i, each in goal.criteria.items()}
            case _:
                found |= {i: (home, each) for i, each in goal.indicators.items()}
    return found


def _others(plan: Plan, kind: str) -> Iterator[tuple[str, Found]]:
    """Everything that is kept beside the definitions, of one kind."""
    match kind:
        case "agreement":
            yield from _plain(plan.agreements).items()
        case "principle" | "commitment":
            for home, agreement in plan.agreements.items():
                table = agreement.principles if kind == "principle" else agreement.commitments
                yield from ((i, (home, each)) for i, each in table.items())
        case "organisation":
            yield from _plain(plan.organisations).items()
        case "term":
            yield from _plain(plan.terms).items()
        case "decision":
            yield from _plain(plan.decisions).items()
        case "mandate item":
            for home, decision in plan.decisions.items():
                yield from ((i, (home, each)) for i, each in decision.items.items())
        case "round":
            yield from _plain(plan.rounds).items()
        case "submission":
            yield from _plain(plan.submissions).items()
        case "text":
            yield from ((f"{a}/{b}", ("", each)) for (a, b), each in plan.texts.items())
        case "issue":
            yield from ((f"{a}/{b}", ("", each)) for (a, b), each in plan.issues.items())
        case "event":
            yield from _plain(plan.events).items()
        case _:
            yield from _plain(plan.ballots).items()
