"""Who is asked what in a round, and what each has answered."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from plantrack.followup.activities import Ground
from plantrack.followup.parties import Parties
from plantrack.followup.schedule import OVER
from plantrack.followup.standing import ActivityStanding
from plantrack.model.goal import Indicator

Asked = dict[str, tuple[str, ...]]


def asked(ground: Ground, activities: Mapping[str, ActivityStanding]) -> Asked:
    """Organisation -> what it is asked: what the round says, else what is its own to answer.

    A group is asked through its members. Whoever keeps the follow-up together is asked what nobody else can be.
    What is over since before is not asked about again.
    """
    found: dict[str, list[str]] = {}
    parties = ground.parties
    said = ground.round.asked
    keepers = parties.asked(ground.plan.follow_up.responsible)
    place = _places(ground)
    for thing, whose in sorted(_things(ground, activities), key=lambda each: place[each[0]]):
        for organisation in parties.asked(whose) or keepers:
            found.setdefault(organisation, []).append(thing)
    if said:
        found = _as_said(said, found, parties)
    return {organisation: tuple(dict.fromkeys(found[organisation])) for organisation in sorted(found)}


def _as_said(
    said: Mapping[str, Sequence[str]], found: Mapping[str, list[str]], parties: Parties
) -> dict[str, list[str]]:
    """What the round itself says; who has ended since is asked through those that came after, beside what is theirs."""
    asked: dict[str, list[str]] = {}
    for party, things in said.items():
        for organisation in parties.asked((party,)):
            asked.setdefault(organisation, []).extend(things or found.get(organisation, []))
    return asked


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
            if due and not over and indicator.kind != "to_be_determined" and _is_time_for(indicator, ground):
                yield identifier, indicator.follow_up or keepers


def _places(ground: Ground) -> Mapping[str, int]:
    """Where each thing stands in the plan, goal by goal: activities first, then how success is seen and measured."""
    goals = ground.plan.goals.values()
    every = [thing for goal in goals for table in (goal.activities, goal.criteria, goal.indicators) for thing in table]
    return {thing: number for number, thing in enumerate(every)}


MONTHS = {"year": 12, "half_year": 6, "tertial": 4, "quarter": 3, "month": 1}
LAST_OF_YEAR = (12, 31)


def _is_time_for(indicator: Indicator, ground: Ground) -> bool:
    """Whether a stretch of an indicator's own rhythm ends within the round; its years end when the plan's do."""
    step = MONTHS.get(indicator.every or "")
    if step is None:
        return True
    told = ground.plan.follow_up
    month, day = told.cut_off or max(told.cut_offs, default=LAST_OF_YEAR)
    its = ground.round
    years = range(max(its.start.year, 1), its.end.year + 2)
    ends = ((year, month - back) for year in years for back in range(0, 12, step))
    return any(its.start <= _day_of(year, number, day) <= its.end for year, number in ends if year > 1 or number > 0)


def _day_of(year: int, month: int, day: int) -> date:
    """A day of a month, which may lie in the year before; the month's last where it has no such day."""
    if month < 1:
        year, month = year - 1, month + 12
    year = min(year, date.max.year)
    last = monthrange(year, month)[1]
    return date(year, month, last if day >= 28 else min(day, last))
