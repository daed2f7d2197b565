"""What was asked in a round and is not answered, and the days that a round itself lays on the secretariat."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plantrack.followup.duty import ROUND, UNANSWERED, Duty, Reach
from plantrack.followup.rhythm import next_round
from plantrack.followup.rounds import RoundFacts, is_open, round_of, rounds
from plantrack.followup.standing import Standings, Why
from plantrack.followup.turnout import turnout
from plantrack.model.progress import Round
from plantrack.plan import Plan


def unanswered(reach: Reach) -> Iterator[Duty]:
    """What each was asked in the round that is open, and has not answered: one duty a thing."""
    facts = round_open(reach)
    if facts is None:
        return
    day = last_day(reach, facts)
    remaining: dict[str, list[str]] = {}
    for organisation, things in left_to_answer(reach.plan, reach.standings).items():
        for thing in things:
            remaining.setdefault(thing, []).append(organisation)
    for thing, organisations in remaining.items():
        yield reach.duty(UNANSWERED, thing, organisations, day, Why("unanswered", {"round": facts.id}))


def left_to_answer(plan: Plan, standings: Standings) -> dict[str, tuple[str, ...]]:
    """Organisation -> what it was asked in the round and has not answered; those that have answered all are left out."""
    told = {each.organisation: each.missing for each in turnout(plan, standings) if each.missing}
    return {organisation: told[organisation] for organisation in sorted(told)}


def asked_now(reach: Reach) -> dict[str, tuple[str, ...]]:
    """Organisation -> what it is asked in the round that is open; what nobody can be asked, the secretariat is."""
    if round_open(reach) is None:
        return {}
    found: dict[str, list[str]] = {}
    for organisation, things in reach.standings.asked.items():
        for each in reach.turn_to((organisation,)):
            found.setdefault(each, []).extend(things)
    return {each: tuple(dict.fromkeys(found[each])) for each in sorted(found)}


def round_open(reach: Reach) -> RoundFacts | None:
    """The round that the standings are of, where it takes answers on the day."""
    if reach.standings.round not in reach.plan.rounds:
        return None
    facts = round_of(reach.plan, reach.standings.round)
    return facts if is_open(reach.plan, facts, reach.day) else None


def last_day(reach: Reach, facts: RoundFacts) -> date | None:
    """The last day for answers; where the round was opened again, the last day of that."""
    if facts.closed is None or reach.day <= facts.closed:
        return facts.answer_by
    again = [each for each in reach.plan.rounds[facts.id].reopened if each.date and each.date <= reach.day]
    until = [each.until for each in again if each.until and reach.day <= each.until]
    return max(until, default=facts.answer_by)


def rounds_due(reach: Reach) -> Iterator[Duty]:
    """What the secretariat is to do about rounds: open, wait for, and close them."""
    for identifier, record in reach.plan.rounds.items():
        try:
            facts = round_of(reach.plan, identifier)
        except LookupError:  # its period could not be read, and a check says so
            continue
        yield from _of_round(reach, facts, record)
    yield from _without_round(reach)


def _of_round(reach: Reach, facts: RoundFacts, record: Round) -> Iterator[Duty]:
    if facts.opened and facts.opened > reach.day:
        if reach.is_near(facts.opened):
            yield _duty(reach, facts.id, facts.opened, "opens")
        return
    if not is_open(reach.plan, facts, reach.day):
        return
    day = last_day(reach, facts) or facts.cut_off
    left = len(left_to_answer(reach.plan, reach.standings)) if facts.id == reach.standings.round else None
    if reach.is_past(day):
        yield _duty(reach, facts.id, day, "to_close", left=left)
    elif reach.is_near(day):
        yield _duty(reach, facts.id, day, "answer_by", left=left)
    if record.cut_off and record.cut_off != day and reach.is_near(record.cut_off):
        yield _duty(reach, facts.id, record.cut_off, "cut_off")


def _without_round(reach: Reach) -> Iterator[Duty]:
    """The round that the plan's rhythm calls for, where its day is near or past and nobody has opened it or a later one."""
    called = next_round(reach.plan, reach.day)
    if called is None or not (reach.is_past(called.cut_off) or reach.is_near(called.cut_off)):
        return
    first, last = reach.times.of(reach.plan.header.period)
    within = (first is None or first <= called.cut_off) and (last is None or called.cut_off <= last)
    known = rounds(reach.plan)
    if within and all(each.id != called.id and each.cut_off < called.cut_off for each in known):
        yield _duty(reach, called.id, called.cut_off, "no_round")


def _duty(reach: Reach, thing: str, day: date | None, rule: str, **values: object) -> Duty:
    return Duty(ROUND, thing, reach.secretariat, day, reach.days_to(day), Why(rule, values))
