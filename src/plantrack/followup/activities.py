"""How activities and their steps stand: the state that was reported, and what carries over from earlier rounds.

Completed carries over, and so does what was cancelled or withdrawn by decision. An open state does not:
then there is no report, and the last one stands beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from plantrack.followup.answers import Answers
from plantrack.followup.endings import Ending, Endings
from plantrack.followup.freshness import age_of, is_stale
from plantrack.followup.parties import Parties
from plantrack.followup.rounds import RoundFacts
from plantrack.followup.schedule import OVER, Matter, judged_schedule
from plantrack.followup.speakers import SILENT, Spoken, spoken
from plantrack.followup.standing import DIFFERING, NO_REPORT, ActivityStanding, Given, Why
from plantrack.followup.times import Times
from plantrack.plan import Plan

DROPPED = ("cancelled", "withdrawn")


class Ground(NamedTuple):
    """What standings are judged from: the plan, one round and day, and all that was said."""

    plan: Plan
    round: RoundFacts
    day: date
    answers: Answers
    parties: Parties
    endings: Endings
    times: Times
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


NOTHING_SAID = State(NO_REPORT, SILENT, SILENT.why)


def stand_activities(ground: Ground) -> dict[str, ActivityStanding]:
    """Every activity by id."""
    return {each: stand_work(ground, activity_work(ground, each)) for each in ground.plan.activities}


def stand_steps(ground: Ground) -> dict[str, ActivityStanding]:
    """Every step by id."""
    found: dict[str, ActivityStanding] = {}
    for activity, record in ground.plan.activities.items():
        if record.steps:
            around = activity_work(ground, activity)
            found.update((step, stand_work(ground, step_work(ground, around, step))) for step in record.steps)
    return found


def activity_work(ground: Ground, identifier: str) -> Work:
    """What holds for an activity. Its deadline comes before the end of the time when it is done."""
    plan, endings = ground.plan, ground.endings
    held = plan.held[identifier]
    goal = plan.goal_of[identifier]
    start, end = ground.times.of(held.time)
    if held.due:
        end = ground.times.of(held.deadline)[1] or end
    return Work(
        identifier,
        held.roles.get("lead", ()),
        held.roles.get("follow_up", ()),
        held.continuous,
        start,
        end,
        endings.of((identifier, plan.activities[identifier]), (goal, plan.goals[goal])),
        endings.decision(identifier, goal),
    )


def step_work(ground: Ground, around: Work, identifier: str) -> Work:
    """What holds for a step: its own party and time, else those of the activity around it."""
    plan, endings = ground.plan, ground.endings
    step = plan.steps[identifier]
    goal = plan.goal_of[around.id]
    start, end = ground.times.of(step.when) if step.when else (around.start, around.end)
    return Work(
        identifier,
        step.responsible or around.leads,
        () if step.responsible else around.followers,
        step.when.continuous if step.when else around.continuous,
        start,
        end,
        endings.of((identifier, step), (around.id, plan.activities[around.id]), (goal, plan.goals[goal])),
        endings.decision(identifier, around.id, goal),
    )


def stand_work(ground: Ground, work: Work) -> ActivityStanding:
    """How one activity or step stands."""
    last = ground.answers.last_day(work.id)
    now = ground.answers.in_round(work.id, ground.round.id) if last else []
    state = _state(ground, work, now) if last else _silent(work)
    matter = Matter(state.status, state.spoken.speaking, work.continuous, work.start, work.end, ground.day)
    schedule, schedule_why = judged_schedule(ground.plan, matter, now)
    given = state.spoken.given
    age = age_of(last, ground.day)
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
        answers=(*now, *state.spoken.speaking) if state.carried else tuple(now),
        last=state.last,
        counted=not (dropped and state.decision),
        left_out=_left_out(state, work) if dropped and state.decision else "",
        undecided=_undecided(state, work),
        carried=state.carried,
        age=age,
        stale=state.status not in OVER and is_stale(age, ground.plan.follow_up.every),
        decision=state.decision,
        last_day=last,
        suspect=any(each.suspect for each in state.spoken.speaking) and not state.why.rule.startswith("ended"),
    )


def _silent(work: Work) -> State:
    """The state of what nobody ever spoke of."""
    return NOTHING_SAID if work.ending is None else _ended(work.ending, NOTHING_SAID)


def _state(ground: Ground, work: Work, now: Sequence[Given]) -> State:
    """The state: as decided, as reported in the round, as carried over, or none."""
    reported = _reported(ground, work, now)
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


def _reported(ground: Ground, work: Work, now: Sequence[Given]) -> State:
    """The state that was reported in the round, or that carries over into it."""
    spoken_now = _speak(ground, work, now)
    if spoken_now.speaking:
        return State(spoken_now.said or DIFFERING, spoken_now, _since(spoken_now))
    for round_id in ground.answers.rounds_of(work.id):
        before = _speak(ground, work, ground.answers.in_round(work.id, round_id))
        if before.speaking:
            return _from_before(work, round_id, before)
    return NOTHING_SAID._replace(why=Why("answer_without_state")) if now else NOTHING_SAID


def _from_before(work: Work, round_id: str, before: Spoken) -> State:
    """What an earlier round's state is worth now: what was over stays over, what was open is not known."""
    last = before.given or max(before.speaking, key=lambda each: (each.day, each.submission))
    values = {"round": round_id, "day": last.day}
    decision = _decided(work)
    if before.said == "completed" or (before.said in DROPPED and decision):
        return State(before.said, before, Why("carried_over", values), carried=True, decision=decision)
    return State(NO_REPORT, SILENT, Why("no_report_since", values), last=last)


def _speak(ground: Ground, work: Work, answers: Sequence[Given]) -> Spoken:
    if not answers:
        return SILENT
    return spoken(answers, work.leads, work.followers, ground.parties, _status)


def _status(given: Given) -> str:
    return given.state


def _since(now: Spoken) -> Why:
    """Why it has the state; where the answer is “unchanged”, since which submission."""
    if now.given is not None and now.given.unchanged_since:
        values = {"organisations": (now.given.organisation,), "submission": now.given.unchanged_since}
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
