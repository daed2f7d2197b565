"""Who is asked what in a round, and what each has answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plantrack.followup.activities import Ground
from plantrack.followup.schedule import OVER
from plantrack.followup.standing import ActivityStanding

Asked = dict[str, tuple[str, ...]]


def asked(ground: Ground, activities: Mapping[str, ActivityStanding]) -> Asked:
    """Organisation -> what it is asked: what the round says, else what is its own to answer.

    A group is asked through its members. What is over since before is not asked about again.
    """
    found: dict[str, list[str]] = {}
    parties = ground.parties
    said = ground.round.asked
    for thing, whose in _things(ground, activities):
        for organisation in parties.asked(whose):
            found.setdefault(organisation, []).append(thing)
    if said:
        found = {
            organisation: list(things) or found.get(organisation, [])
            for party, things in said.items()
            for organisation in parties.asked((party,))
        }
    return {organisation: tuple(found[organisation]) for organisation in sorted(found)}


def answered(ground: Ground, asked_of: Mapping[str, Sequence[str]]) -> Asked:
    """Organisation -> what it answered in the round; an answer for a group, or by one that was before, counts."""
    found = dict(ground.answers.own_in(ground.round.id))
    wanted = {organisation: frozenset(things) for organisation, things in asked_of.items()}
    for organisation in list(found):
        for other in ground.parties.asked((organisation,)):
            spoken_for = found[organisation] & wanted.get(other, frozenset())
            if other != organisation and spoken_for:
                found.setdefault(other, set()).update(spoken_for)
    plan = ground.plan
    every = (*plan.activities, *plan.steps, *plan.criteria, *plan.indicators, *plan.goals)
    place = {thing: number for number, thing in enumerate(every)}
    return {
        organisation: tuple(sorted(found[organisation], key=lambda thing: (place.get(thing, len(every)), thing)))
        for organisation in sorted(found)
    }


def _things(ground: Ground, activities: Mapping[str, ActivityStanding]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Everything that is asked about in the plan's order, with the parties it is asked of."""
    plan = ground.plan
    for identifier, standing in activities.items():
        ended = standing.status in OVER and (standing.carried or standing.status_why.rule.startswith("ended"))
        if not ended:
            held = plan.held[identifier]
            yield identifier, held.roles.get("lead") or held.roles.get("follow_up") or held.doers
    for goal_id, goal in plan.goals.items():
        keepers = goal.follow_up or plan.follow_up.responsible
        for identifier, criterion in goal.criteria.items():
            if not ground.endings.of((identifier, criterion), (goal_id, goal)):
                yield identifier, criterion.follow_up or keepers
        for identifier, indicator in goal.indicators.items():
            start, end = ground.times.of(indicator.when)
            due = (start is None or start <= ground.round.end) and (end is None or end >= ground.round.start)
            over = ground.endings.of((identifier, indicator), (goal_id, goal))
            if due and not over and indicator.kind != "to_be_determined":
                yield identifier, indicator.follow_up or keepers
