"""What the rules on what a plan lacks have in common: which activities they ask, and why a value is absent.

An activity that has ended is asked nothing more, and one whose file holds something unreadable is not said
to lack what may stand there. Knows nothing of any single field.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from plantrack.facts import Facts
from plantrack.finding import Key
from plantrack.model.goal import DOING_ROLES, Activity, Goal
from plantrack.record import NOT_STATED
from plantrack.statements import Held, Statement

TAKE_NOTHING_AWAY = frozenset(("missing_field", "hash_in_text"))
"""Faults after which every field that was written is still there."""
OF_ITS_OWN = ("criteria", "indicators")
"""Blocks of a goal in which a fault hides nothing of an activity but what the block itself holds."""


@lru_cache(maxsize=4)
def living(facts: Facts, block: str = "") -> tuple[tuple[str, Activity, Held], ...]:
    """The activities that have not ended and that may be said to lack something, with what holds for them.

    *block* is what they are asked for where that is the goal's criteria or indicators.
    """
    return tuple(_living(facts, block))


def _living(facts: Facts, block: str) -> Iterator[tuple[str, Activity, Held]]:
    plan = facts.plan
    lost = lost_places(facts)
    for activity_id, said in plan.held.items():
        activity = plan.activities[activity_id]
        if activity.ended is None:
            if lost and _may_hide(lost.get(plan.goal_of[activity_id], ()), activity_id, block):
                continue
            yield activity_id, activity, said


def goal_of(facts: Facts, activity: str) -> Goal:
    """The goal that an activity belongs to."""
    return facts.plan.goals[facts.plan.goal_of[activity]]


def lost_places(facts: Facts) -> dict[str, list[tuple[Key, ...]]]:
    """Goal -> the places in its file where something that was written could not be read."""
    if not facts.faults:
        return {}
    goals = {source.file: source.id for source in facts.of_kind("goal")}
    lost: dict[str, list[tuple[Key, ...]]] = {}
    for reason, faults in facts.faults.items():
        if reason not in TAKE_NOTHING_AWAY:
            for fault in faults:
                if fault.where.keys and fault.where.file in goals:
                    lost.setdefault(goals[fault.where.file], []).append(fault.where.keys)
    return lost


def _may_hide(places: list[tuple[Key, ...]] | tuple[()], activity: str, block: str) -> bool:
    for keys in places:
        if len(keys) == 1 or keys[0] == block:
            return True
        if keys[0] not in OF_ITS_OWN and (keys[0] != "activities" or keys[1] == activity):
            return True
    return False


def absence(statements: tuple[Statement, ...]) -> str:
    """Why nothing holds, where it does not: empty where something does hold."""
    if any(statement.value is not None for statement in statements):
        return ""
    return statements[0].absence if statements else NOT_STATED


def absence_of_parties(said: Held, roles: tuple[str, ...] = DOING_ROLES) -> str:
    """Why nobody holds any of the roles: empty where somebody does."""
    if any(role in said.roles for role in roles):
        return ""
    return absence(tuple(statement for role in roles for statement in said.said_roles.get(role, ())))
