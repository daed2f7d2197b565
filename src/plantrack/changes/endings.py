"""Which decisions may end something: not any that is named, but one that speaks of it and is of a kind that ends."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.model.decision import Decision
from plantrack.plan import Plan

ENDING = ("end",)
"""Kinds of decisions by which what they are about is over."""
ENDS_NOTHING = ("mandate", "extend", "move_deadline", "rename", "note", "refer_back")
"""Kinds of decisions by which nothing is over, unless they say so of a thing."""
OF_THE_WHOLE = ("revise", "end", "adopt")
"""Kinds of decisions that speak of everything in a plan where they are about the plan."""


def may_end(plan: Plan, decision: str | None, thing: str) -> bool:
    """Whether a thing may have ended, or come, by a decision."""
    found = plan.decisions.get(decision or "")
    if found is None:
        return False
    if not {"ended", "added"}.isdisjoint(found.changes.get(thing, ())):
        return True
    return found.kind not in ENDS_NOTHING and speaks_of(plan, found, thing)


def never_ended(plan: Plan) -> Iterator[tuple[str, int, str]]:
    """What a decision ends and the plan goes on with: the decision, which of what it is about, and the thing."""
    tables = (plan.goals, plan.activities, plan.steps, plan.criteria, plan.indicators)
    for by, decision in plan.decisions.items():
        for number, thing in enumerate(decision.about if decision.kind in ENDING else ()):
            found = next((table[thing] for table in tables if thing in table), None)
            if found is not None and found.__dict__.get("ended") is None:
                yield by, number, thing


def speaks_of(plan: Plan, decision: Decision, thing: str) -> bool:
    """Whether a decision is about a thing, about what it lies in, or about the whole plan."""
    named = {*decision.about, *decision.changes}
    return not named.isdisjoint(around(plan, thing)) or (
        decision.kind in OF_THE_WHOLE and plan.header.id in decision.about
    )


def around(plan: Plan, thing: str) -> Iterator[str]:
    """A thing and all that it lies in."""
    yield thing
    goal = plan.goal_of.get(thing, "")
    if thing in plan.steps:
        yield next(i for i, each in plan.goals[goal].activities.items() if thing in each.steps)
    if goal:
        yield goal
    theme = plan.theme_of.get(goal or thing, "")
    if theme:
        yield theme
