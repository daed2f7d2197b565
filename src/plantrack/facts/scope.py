"""What a goal's file says of things that another goal defines, and which things it was probably meant to say it of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plantrack.finding import Key
from plantrack.model.goal import Shared
from plantrack.plan import Plan


class Strange(NamedTuple):
    """A field of a goal's file that names what other goals define."""

    goal: str
    thing: str
    """Whose field it is: the goal for what is shared, else the criterion or indicator."""
    field: str
    keys: tuple[Key, ...]
    """The keys of the first of the ids."""
    ids: tuple[str, ...]
    named: tuple[str, ...]
    """All ids of the field, also those that are the goal's own."""


def out_of_scope(plan: Plan) -> Iterator[Strange]:
    """Every field of a goal's file that should name its own things and names those of another goal."""
    for goal_id, goal in plan.goals.items():
        for number, shared in enumerate(goal.shared):
            yield from _strange(plan, goal_id, goal_id, "for", ("shared", number), shared.for_, plan.activities)
        for each, criterion in goal.criteria.items():
            yield from _strange(plan, goal_id, each, "for", ("criteria", each), criterion.for_, plan.activities)
        for each, indicator in goal.indicators.items():
            keys = ("indicators", each)
            yield from _strange(plan, goal_id, each, "for", keys, indicator.for_, plan.activities)
            yield from _strange(plan, goal_id, each, "criterion", keys, indicator.criterion, plan.criteria)


def _strange(
    plan: Plan, goal: str, thing: str, field: str, keys: tuple[Key, ...], named: tuple[str, ...], known: object
) -> Iterator[Strange]:
    goal_of = plan.goal_of
    places = [n for n, each in enumerate(named) if goal_of.get(each, goal) != goal and each in known]  # type: ignore[operator]
    if places:
        yield Strange(goal, thing, field, (*keys, field, places[0]), tuple(named[n] for n in places), named)


def meant_by(plan: Plan, strange: Strange) -> str:
    """The goal's own thing with the same last number, where there is one that the field does not name already."""
    if len(strange.ids) > 1:
        return ""
    wrong = strange.ids[0]
    meant = strange.goal + wrong.removeprefix(plan.goal_of[wrong])
    return meant if plan.goal_of.get(meant) == strange.goal and meant not in strange.named else ""


def shared_from_elsewhere(plan: Plan) -> Iterator[tuple[str, str, int, Shared]]:
    """What another goal's file says for an activity: the activity, that goal, the entry's number, and the entry."""
    for goal_id, goal in plan.goals.items():
        for number, shared in enumerate(goal.shared):
            for activity in shared.for_:
                if plan.goal_of.get(activity, goal_id) != goal_id and activity in plan.activities:
                    yield activity, goal_id, number, shared
