"""Roll-ups: how many activities stand how, always with the denominator and with what was left out of it.

Counts, never averages of percentages; nothing missing counts as zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plantrack.followup.parties import Parties
from plantrack.followup.standing import NO_REPORT, NO_SCHEDULE, SCHEDULES, STATUSES, ActivityStanding, Counts
from plantrack.plan import Plan

Group = dict[str, list[ActivityStanding]]


def count(standings: Iterable[ActivityStanding]) -> Counts:
    """How many stand how."""
    statuses = dict.fromkeys(STATUSES, 0)
    schedules = dict.fromkeys((*SCHEDULES, NO_SCHEDULE), 0)
    left_out: dict[str, int] = {}
    total = counted = 0
    for each in standings:
        total += 1
        if not each.counted:
            left_out[each.left_out] = left_out.get(each.left_out, 0) + 1
            continue
        counted += 1
        statuses[each.status] += 1
        schedules[each.schedule or NO_SCHEDULE] += 1
    return Counts(total, counted, dict(sorted(left_out.items())), statuses, schedules, counted - statuses[NO_REPORT])


def by_theme(plan: Plan, standings: Mapping[str, ActivityStanding]) -> dict[str, Counts]:
    """Per theme, in the plan's order; a theme without activities has counts of none."""
    groups: Group = {theme: [] for theme in plan.themes}
    for identifier, each in standings.items():
        theme = plan.theme_of.get(plan.goal_of[identifier])
        if theme is not None:
            groups.setdefault(theme, []).append(each)
    return _counted(groups)


def by_goal(plan: Plan, standings: Mapping[str, ActivityStanding]) -> dict[str, Counts]:
    """Per goal, in the plan's order."""
    groups: Group = {goal: [] for goal in plan.goals}
    for identifier, each in standings.items():
        groups[plan.goal_of[identifier]].append(each)
    return _counted(groups)


def by_organisation(plan: Plan, standings: Mapping[str, ActivityStanding], parties: Parties) -> dict[str, Counts]:
    """Per party that answers for the work, as it is called on the day: successors count what they took over."""
    groups: Group = {party: [] for party in plan.organisations}
    for identifier, each in standings.items():
        for party in parties.all_living(plan.held[identifier].doers):
            groups.setdefault(party, []).append(each)
    return _counted({party: group for party, group in groups.items() if group})


def _counted(groups: Group) -> dict[str, Counts]:
    return {key: count(group) for key, group in groups.items()}
