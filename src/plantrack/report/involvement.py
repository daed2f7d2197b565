"""What an organisation has to do with a plan: its roles, those of its groups, and what it is to judge or measure.

Knows nothing of answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plantrack.followup.parties import Parties
from plantrack.model.goal import DOING_ROLES, ROLES, Cost
from plantrack.plan import Plan

STEP = "step"
"""The role of whoever answers for a step of an activity and not for the whole."""
BEARER = "bearer"
"""The role of whoever only bears a part of the cost."""
EVERY_ROLE = (*ROLES, STEP, BEARER)


class Role(NamedTuple):
    """One role in one activity."""

    activity: str
    role: str
    """One of ``EVERY_ROLE``."""
    party: str
    """Whom the plan names: the organisation itself, a group that it is in, or one that it came after."""


def roles(plan: Plan, organisation: str, parties: Parties) -> tuple[Role, ...]:
    """Every role that an organisation has, activity by activity, in the order of the roles."""
    return tuple(_roles(plan, organisation, parties))


def _roles(plan: Plan, organisation: str, parties: Parties) -> Iterator[Role]:
    for identifier, held in plan.held.items():
        found = [
            Role(identifier, role, party)
            for role in ROLES
            if (party := meant(held.roles.get(role, ()), organisation, parties))
        ]
        yield from found
        named = [each for step in plan.activities[identifier].steps.values() for each in step.responsible]
        party = meant(tuple(named), organisation, parties)
        if party and not answers_for(tuple(found)):
            yield Role(identifier, STEP, party)
        paying = [party for cost in held.costs if isinstance(cost.value, Cost) for party in cost.value.bearers]
        party = meant(tuple(paying), organisation, parties)
        if party and not found:
            yield Role(identifier, BEARER, party)


def answers_for(found: tuple[Role, ...]) -> frozenset[str]:
    """The activities that are an organisation's own to get done."""
    return frozenset(each.activity for each in found if each.role in DOING_ROLES)


def meant(named: tuple[str, ...], organisation: str, parties: Parties) -> str:
    """The party among some that are named that an organisation is, or stands in the place of; itself first."""
    if organisation in named:
        return organisation
    return next((each for each in named if organisation in parties.asked((each,))), "")


def measures(plan: Plan, organisation: str, parties: Parties) -> frozenset[str]:
    """The criteria and indicators that an organisation is named to judge or to measure."""
    found: set[str] = set()
    for goal in plan.goals.values():
        judges = {i: each.follow_up for i, each in goal.criteria.items()}
        judges |= {i: each.follow_up for i, each in goal.indicators.items()}
        found |= {i for i, named in judges.items() if meant(named or goal.follow_up, organisation, parties)}
    return frozenset(found)


def voices(organisation: str, parties: Parties) -> tuple[str, ...]:
    """Who is asked on an organisation's behalf: its members where it is a group, else itself."""
    return parties.members(organisation) or (organisation,)


def groups(plan: Plan, organisation: str, parties: Parties) -> tuple[str, ...]:
    """The groups that an organisation is in, of groups within groups too."""
    return tuple(i for i in plan.organisations if i != organisation and organisation in parties.members(i))
