"""Who is asked what in a round, and what each has answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plantrack.followup.activities import Ground
from plantrack.followup.answers import OWN
from plantrack.followup.schedule import OVER
from plantrack.followup.standing import ActivityStanding
from plantrack.followup.times import end_of, start_of
from plantrack.plan import by_number

Asked = dict[str, tuple[str, ...]]


def asked(ground: Ground, activities: Mapping[str, ActivityStanding]) -> Asked:
    """Organisation -> what it is asked: what the round says, else what is its own to answer.

    A group is asked through its members. What is over since before is not asked about again.
    """
    found: dict[str, dict[str, None]] = {}
    said = ground.round.asked
    theirs = dict(_things(ground, activities))
    pairs = [(party, things or tuple(theirs)) for party, things in said.items()] if said else []
    for party, things in pairs:
        wanted = things if said[party] else [t for t in things if party in theirs[t]]
        for organisation in ground.parties.asked([party]):
            found.setdefault(organisation, {}).update(dict.fromkeys(wanted))
    if not said:
        for thing, parties in theirs.items():
            for organisation in ground.parties.asked(parties):
                found.setdefault(organisation, {})[thing] = None
    return _sorted(found)


def answered(ground: Ground, asked_of: Mapping[str, Sequence[str]]) -> Asked:
    """Organisation -> what it answered in the round; an answer for a group, or by one that was before, counts."""
    found: dict[str, dict[str, None]] = {}
    wanted = {organisation: frozenset(things) for organisation, things in asked_of.items()}
    for thing, given in ground.answers.by_thing.items():
        for each in given:
            if each.round != ground.round.id or each.role != OWN:
                continue
            for organisation in (each.organisation, *ground.parties.asked([each.organisation])):
                if organisation == each.organisation or thing in wanted.get(organisation, ()):
                    found.setdefault(organisation, {})[thing] = None
    return _sorted(found)


def _things(ground: Ground, activities: Mapping[str, ActivityStanding]) -> Iterator[tuple[str, Sequence[str]]]:
    """Everything that is asked about, with the parties it is asked of."""
    plan = ground.plan
    for identifier, standing in activities.items():
        held = plan.held[identifier]
        ended = standing.status in OVER and (standing.carried or standing.status_why.rule.startswith("ended"))
        if not ended:
            yield identifier, held.roles.get("lead") or held.roles.get("follow_up") or held.doers
    keepers = plan.follow_up.responsible
    for goal_id, goal in plan.goals.items():
        for identifier, criterion in goal.criteria.items():
            if not ground.endings.of((identifier, criterion), (goal_id, goal)):
                yield identifier, criterion.follow_up or goal.follow_up or keepers
        for identifier, indicator in goal.indicators.items():
            start, end = start_of(plan, indicator.when), end_of(plan, indicator.when)
            due = (start is None or start <= ground.round.end) and (end is None or end >= ground.round.start)
            over = ground.endings.of((identifier, indicator), (goal_id, goal))
            if due and not over and indicator.kind != "to_be_determined":
                yield identifier, indicator.follow_up or goal.follow_up or keepers


def _sorted(found: Mapping[str, Mapping[str, None]]) -> Asked:
    return {each: tuple(sorted(found[each], key=by_number)) for each in sorted(found)}
