"""How activities and their steps stand: the state that was reported, and what carries over from earlier rounds.

Completed carries over, and so does what was cancelled or withdrawn by decision. An open state does not:
then there is no report, and the last one stands beside.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from plantrack.followup.answers import Answers, latest_day
from plantrack.followup.endings import Ending, Endings
from plantrack.followup.freshness import age_of, is_stale
from plantrack.followup.parties import Parties
from plantrack.followup.rounds import RoundFacts
from plantrack.followup.schedule import OVER, Matter, judged_schedule
from plantrack.followup.speakers import SILENT, Spoken, spoken
from plantrack.followup.standing import DIFFERING, NO_REPORT, ActivityStanding, Given, Why
from plantrack.followup.times import end_of, start_of
from plantrack.plan import Plan

DROPPED = ("cancelled", "withdrawn")


class Ground(NamedTuple):
    """What standings are judged from: the plan, one round and day, and all that was said."""

    plan: Plan
    round: RoundFacts
    earlier: tuple[RoundFacts, ...]
    """The rounds before it, the newest first."""
    day: date
    answers: Answers
    parties: Parties
    endings: Endings
    said_by: date | None = None
    """The day after which nothing counts that people wrote; None where all of it does."""


class Work(NamedTuple):
    """An activity or a step, with what holds for it."""

    id: str
    leads: Sequence[str]
    followers: Sequence[str]
    continuous: bool
    start: date | None
    end: date | None
    ending: Ending | None
    decision: str
    """A decision to end it, where there is one."""


class State(NamedTuple):
    """The state of an activity, and where it comes from."""

    status: str
    spoken: Spoken
    why: Why
    carried: bool = False
    last: Given | None = None
    decision: str = ""


def stand_activities(ground: Ground) -> dict[str, ActivityStanding]:
    """Every activity by id."""
    return {each: stand_work(ground, activity_work(ground, each)) for each in ground.plan.activities}


def stand_steps(ground: Ground) -> dict[str, ActivityStanding]:
    """Every step by id."""
    return {
        step: stand_work(ground, step_work(ground, activity, step))
        for activity, record in ground.plan.activities.items()
        for step in record.steps
    }


def activity_work(ground: Ground, identifier: str) -> Work:
    """What holds for an activity."""
    plan, endings = ground.plan, ground.endings
    held = plan.held[identifier]
    goal = plan.goal_of[identifier]
    time = held.time
    return Work(
        identifier,
        held.roles.get("lead", ()),
        held.roles.get("follow_up", ()),
        held.continuous,
        start_of(plan, time),
        end_of(plan, held.deadline) or end_of(plan, time),
        endings.of((identifier, plan.activities[identifier]), (goal, plan.goals[goal])),
        endings.decision(identifier, goal),
    )


def step_work(ground: Ground, activity: str, identifier: str) -> Work:
    """What holds for a step: its own party and time, else those of the activity."""
    plan, endings = ground.plan, ground.endings
    around = activity_work(ground, activity)
    step = plan.steps[identifier]
    goal = plan.goal_of[activity]
    chain = ((identifier, step), (activity, plan.activities[activity]), (goal, plan.goals[goal]))
    return Work(
        identifier,
        step.responsible or around.leads,
        () if step.responsible else around.followers,
        step.when.continuous if step.when else around.continuous,
        start_of(plan, step.when) if step.when else around.start,
        end_of(plan, step.when) if step.when else around.end,
        endings.of(*chain),
        endings.decision(identifier, activity, goal),
    )


def stand_work(ground: Ground, work: Work) -> ActivityStanding:
    """How one activity or step stands."""
    said = ground.answers.of(work.id)
    standing: Mapping[str, list[Given]] = ground.answers.standing(work.id) if said else {}
    now = standing.get(ground.round.id, [])
    state = _state(ground, work, standing)
    matter = Matter(state.status, state.spoken.speaking, work.continuous, work.start, work.end, ground.day)
    schedule, schedule_why = judged_schedule(ground.plan, matter, now)
    given = state.spoken.given
    age = age_of(latest_day(said), ground.day)
    dropped = state.status in DROPPED
    return ActivityStanding(
        id=work.id,
        status=state.status,
        word=given.word if given and given.state == state.status else "",
        status_why=state.why,
        schedule=schedule,
        schedule_why=schedule_why,
        time_is_up=schedule_why.rule == "no_report_time_is_up",
        start=work.start,
        end=work.end,
        given=given,
        answers=(*now, *(each for each in state.spoken.speaking if state.carried)),
        last=state.last,
        counted=not (dropped and state.decision),
        left_out=_left_out(state, work) if dropped and state.decision else "",
        undecided=_undecided(state, work),
        carried=state.carried,
        age=age,
        stale=state.status not in OVER and is_stale(age, ground.plan.follow_up.every),
        decision=state.decision,
    )


def _state(ground: Ground, work: Work, standing: Mapping[str, list[Given]]) -> State:
    """The state: as decided, as reported in the round, as carried over, or none."""
    reported = _reported(ground, work, standing)
    ending = work.ending
    if ending is not None and (ending.decision or ending.how == "completed" or reported.status == NO_REPORT):
        return _ended(ending, reported)
    if reported.status in DROPPED:
        return reported._replace(decision=work.decision)
    return reported


def _ended(ending: Ending, reported: State) -> State:
    """The state of what the plan says has ended: as the plan says it ended, else as was reported."""
    status = ending.how or (reported.status if reported.status in OVER else "withdrawn")
    rule = "ended_by_decision" if ending.decision else "ended_without_decision"
    if status == "completed":
        rule = "ended_completed"
    why = Why(rule, {"day": ending.day, "decision": ending.decision})
    return State(status, reported.spoken, why, reported.carried, reported.last, ending.decision)


def _reported(ground: Ground, work: Work, standing: Mapping[str, list[Given]]) -> State:
    """The state that was reported in the round, or that carries over into it."""
    if not standing:
        return State(NO_REPORT, SILENT, SILENT.why)
    now = _speak(ground, work, standing.get(ground.round.id, ()))
    if now.speaking:
        return State(now.said or DIFFERING, now, _since(now))
    for facts in ground.earlier:
        before = _speak(ground, work, standing.get(facts.id, ()))
        if not before.speaking:
            continue
        last = before.given or max(before.speaking, key=lambda each: (each.day, each.submission))
        if before.said == "completed" or (before.said in DROPPED and (work.decision or _decided(work))):
            why = Why("carried_over", {"round": facts.id, "day": last.day})
            return State(before.said, before, why, carried=True, decision=_decided(work))
        return State(NO_REPORT, SILENT, Why("no_report_since", {"round": facts.id, "day": last.day}), last=last)
    remarks = ground.round.id in standing
    return State(NO_REPORT, SILENT, Why("answer_without_state") if remarks else SILENT.why)


def _speak(ground: Ground, work: Work, answers: Sequence[Given]) -> Spoken:
    if not answers:
        return SILENT
    return spoken(answers, work.leads, work.followers, ground.parties, _status)


def _status(given: Given) -> str:
    return given.state


def _since(now: Spoken) -> Why:
    """Why it has the state; where the answer is “unchanged”, since which submission."""
    if now.given is not None and now.given.unchanged_since:
        values = {"organisation": now.given.organisation, "submission": now.given.unchanged_since}
        return Why("unchanged_since", {**values, "day": now.given.day})
    return now.why


def _decided(work: Work) -> str:
    return work.decision or (work.ending.decision if work.ending else "")


def _left_out(state: State, work: Work) -> str:
    """Why it is not counted: as it was said, or that it ended where the plan does not say how."""
    ending = work.ending
    return "ended" if ending and ending.decision and not ending.how and not state.spoken.speaking else state.status


def _undecided(state: State, work: Work) -> bool:
    """Whether somebody says that it has ended, and no decision does."""
    said = state.status in DROPPED or (work.ending is not None and work.ending.how != "completed")
    return said and not state.decision and state.status != "completed" and not (work.ending and work.ending.decision)
