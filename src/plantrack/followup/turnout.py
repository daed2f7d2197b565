"""Who has answered in a round: how much of what was asked, when last, and how many days are left or late."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from plantrack.followup.answers import EVALUATOR
from plantrack.followup.rounds import RoundFacts, rounds_by_submission
from plantrack.followup.standing import Standings
from plantrack.plan import Plan

NOTHING, PARTLY, ALL = "nothing", "partly", "all"


class Turnout(NamedTuple):
    """What one organisation has answered of what it was asked."""

    organisation: str
    asked: tuple[str, ...]
    missing: tuple[str, ...]
    """What it was asked and has not answered."""
    last: date | None
    """The day of its last answer in the round."""

    @property
    def answered(self) -> int:
        return len(self.asked) - len(self.missing)

    @property
    def state(self) -> str:
        """``nothing``, ``partly`` or ``all``."""
        if not self.missing:
            return ALL
        return PARTLY if self.answered else NOTHING


def turnout(plan: Plan, standings: Standings) -> tuple[Turnout, ...]:
    """Everyone that is asked in a round: those who have said nothing first, then by how much is missing."""
    days = last_days(plan, standings)
    found = []
    for organisation, asked in standings.asked.items():
        done = set(standings.answered.get(organisation, ()))
        missing = tuple(thing for thing in asked if thing not in done)
        found.append(Turnout(organisation, asked, missing, days.get(organisation)))
    order = (NOTHING, PARTLY, ALL)
    return tuple(sorted(found, key=lambda each: (order.index(each.state), -len(each.missing), each.organisation)))


def last_days(plan: Plan, standings: Standings) -> dict[str, date]:
    """Organisation -> the day of its last answer in a round; of one that a group has answered for, the group's day."""
    heard = [plan.submissions[i] for i, its in rounds_by_submission(plan).items() if its.id == standings.round]
    heard = [each for each in heard if each.role != EVALUATOR]
    days: dict[str, date] = {}
    for said in sorted(heard, key=lambda each: each.date):
        days[said.by or ""] = said.date
        days.update((member, said.date) for each in said.answers.values() for member in each.each)
    for organisation, things in standings.answered.items():
        if organisation not in days:
            spoken_for = [said.date for said in heard if not said.answers.keys().isdisjoint(things)]
            days[organisation] = max(spoken_for, default=standings.day)
    return days


def days_left(facts: RoundFacts, day: date) -> int | None:
    """Days until the last day for answers; below zero when it has passed; None where there is none, or it has closed."""
    if facts.answer_by is None or (facts.closed is not None and facts.closed <= day):
        return None
    return (facts.answer_by - day).days
