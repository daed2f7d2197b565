"""How the whole plan stands: for a round's report, and on any day. The way into this room.

``stand`` takes every answer of the round, whatever day it came in, and judges time on the round's cut-off
day. ``stand_on`` hides what was said after a day, and judges on that day. What came into the plan after the
day of judgement is in neither. What an outside evaluator has said is heard last and apart, so that it can settle
nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from plantrack.facts.basis import outdated
from plantrack.followup import response, rollup
from plantrack.followup.activities import Ground, stand_activities, stand_steps
from plantrack.followup.answers import EVALUATOR, Answers
from plantrack.followup.endings import Endings
from plantrack.followup.indicators import stand_indicators
from plantrack.followup.judged import stand_criteria, stand_goals
from plantrack.followup.parties import Parties
from plantrack.followup.rounds import RoundFacts, round_of, round_on, rounds_by_submission
from plantrack.followup.standing import Given, Standings
from plantrack.followup.times import Times
from plantrack.plan import Plan
from plantrack.record import NOTHING


def stand(plan: Plan, round_id: str, day: date | None = None) -> Standings:
    """How it stands for a round's report. Raises ``UnknownRound`` where there is no such round."""
    facts = round_of(plan, round_id)
    day = day or facts.cut_off
    return _standings(plan.on(day), facts, day, rounds_by_submission(plan), None)


def stand_on(plan: Plan, day: date) -> Standings:
    """How it stands on a day, by what had been said then; for the newest round that had begun."""
    heard = {i: its for i, its in rounds_by_submission(plan).items() if plan.submissions[i].date <= day}
    return _standings(plan.on(day), round_on(plan, day), day, heard, day)


def _standings(
    plan: Plan, facts: RoundFacts, day: date, heard: Mapping[str, RoundFacts], said_by: date | None
) -> Standings:
    until = {i: its for i, its in heard.items() if its.order <= facts.order}
    own = {i: its for i, its in until.items() if plan.submissions[i].role != EVALUATOR}
    ground = _ground(plan, facts, day, own, said_by)
    activities = stand_activities(ground)
    indicators = stand_indicators(ground)
    asked = response.asked(ground, activities)
    return Standings(
        round=facts.id,
        day=day,
        period_start=facts.start,
        period_end=facts.end,
        activities=activities,
        steps=stand_steps(ground),
        indicators=indicators,
        criteria=stand_criteria(ground, indicators),
        goals=stand_goals(ground, indicators),
        total=rollup.count(activities.values()),
        by_theme=rollup.by_theme(plan, activities),
        by_goal=rollup.by_goal(plan, activities),
        by_organisation=rollup.by_organisation(plan, activities, ground.parties),
        asked=asked,
        answered=response.answered(ground, asked),
        after_day=0 if said_by is None else _later(plan, said_by),
        assessed=_assessed(ground, until) if len(own) < len(until) else NOTHING,
    )


def _ground(plan: Plan, facts: RoundFacts, day: date, heard: Mapping[str, RoundFacts], said_by: date | None) -> Ground:
    """``said_by`` is the day after which nothing counts that people wrote; None where all of it does."""
    answers = Answers(plan, heard, outdated(plan, heard, day))
    return Ground(plan, facts, day, answers, Parties(plan, day), Endings(plan, day), Times(plan), said_by)


def _assessed(ground: Ground, heard: Mapping[str, RoundFacts]) -> Mapping[str, tuple[Given, ...]]:
    """What evaluators said of each thing in the round, with “unchanged” as what it repeats of the own answers."""
    plan, its = ground.plan, ground.round.id
    answers = Answers(plan, heard, outdated(plan, heard, ground.day))
    theirs = [plan.submissions[i] for i, at in heard.items() if at.id == its and plan.submissions[i].role == EVALUATOR]
    found: dict[str, tuple[Given, ...]] = {}
    for thing in dict.fromkeys(thing for each in theirs for thing in each.answers):
        said = tuple(each for each in answers.in_round(thing, its) if each.role == EVALUATOR and not each.replaced)
        if said:
            found[thing] = said
    return found


def _later(plan: Plan, day: date) -> int:
    """How many submissions came after a day."""
    return len([each for each in plan.submissions.values() if each.date and each.date > day])
