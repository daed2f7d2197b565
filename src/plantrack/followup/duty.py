"""What is to be done, by whom and by which day: one record, and the ground on which duties are found.

Nothing here is a sentence. A duty names its rule and carries its values, and is put into words where it
is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from plantrack.facts.organisations import life, vague
from plantrack.followup.endings import Endings
from plantrack.followup.freshness import DAYS
from plantrack.followup.parties import Parties
from plantrack.followup.standing import Standings, Why
from plantrack.followup.times import Times
from plantrack.plan import Plan

LATE, UNANSWERED, DEVIATION, REPORT, MEASURE, MEETING, ROUND, SUSPECT, STALE, SOON = KINDS = (
    "late",
    "unanswered",
    "deviation",
    "report",
    "measure",
    "meeting",
    "round",
    "suspect",
    "stale",
    "soon",
)
"""Kinds of duties, the most pressing first where days are equal."""
SOON_UNSAID = 28
"""Days ahead that count as soon, where the plan does not say."""


class Duty(NamedTuple):
    """One thing that somebody is to do."""

    kind: str
    """One of ``KINDS``."""
    thing: str
    """The id of what it is about; of the event, where a point of a meeting has no id of its own."""
    who: tuple[str, ...]
    """The organisations that are to act; none where the plan names nobody at all."""
    day: date | None
    """The day it is to be done by; None where nothing tells."""
    days: int | None
    """Days left from the day of judgement; below zero: so many days late."""
    why: Why


class Reach:
    """How far duties are looked for: one plan as it stands on one day, and so many days ahead."""

    def __init__(self, plan: Plan, standings: Standings, ahead: int | None = None) -> None:
        self.standings = standings
        self.day = standings.day
        self.plan = plan.on(self.day)
        """Without what came into it later: the standings do not know of that either."""
        self.ahead = soon_days(plan) if ahead is None else ahead
        self.parties = Parties(plan, self.day)
        self.endings = Endings(plan, self.day)
        self.times = Times(plan)
        self.secretariat = self._secretariat()
        self._turned: dict[tuple[str, ...], tuple[str, ...]] = {}

    def duty(self, kind: str, thing: str, parties: Iterable[str], day: date | None, why: Why) -> Duty:
        """A duty of those who stand for the parties on the day."""
        return Duty(kind, thing, self.turn_to(tuple(parties)), day, self.days_to(day), why)

    def turn_to(self, parties: tuple[str, ...]) -> tuple[str, ...]:
        """Who is to act for the parties: successors and members. Where nobody can be asked, the secretariat."""
        if parties not in self._turned:
            self._turned[parties] = self._reached(parties) or self.secretariat
        return self._turned[parties]

    def acting_for(self, organisation: str) -> tuple[str, ...]:
        """Who acts where an organisation is named: itself, its successors or its members; nobody where none can."""
        return self._reached((organisation,))

    def days_to(self, day: date | None) -> int | None:
        """How many days are left."""
        return None if day is None else (day - self.day).days

    def is_past(self, day: date | None) -> bool:
        """Whether a day has gone by."""
        return day is not None and day < self.day

    def is_near(self, day: date | None) -> bool:
        """Whether a day is yet to come, or is today, and counts as soon."""
        return day is not None and self.day <= day and (day - self.day).days <= self.ahead

    def old_on(self, last: date, rhythm: str | None) -> date:
        """The last day that something said on a day is fresh, by a rhythm or the plan's own."""
        every = rhythm or self.plan.follow_up.every or "year"
        return last + timedelta(days=DAYS.get(every, DAYS["year"]))

    def taken(self, decision: str) -> bool:
        """Whether a decision was taken by the day. One that is not filed here is taken at its word."""
        found = self.plan.decisions.get(decision)
        return found is None or found.date is None or self.plan.calendar.first(found.date) <= self.day

    def _reached(self, parties: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(each for each in self.parties.asked(parties) if self._can_act(each))

    def _can_act(self, organisation: str) -> bool:
        record = self.plan.organisations.get(organisation)
        if record is None or vague(self.plan, organisation):
            return False
        first, last = life(record, self.plan.calendar)
        return first <= self.day <= last

    def _secretariat(self) -> tuple[str, ...]:
        told = self.plan.follow_up
        return self._reached(told.responsible) or self._reached(told.support)


def soon_days(plan: Plan) -> int:
    """How many days ahead counts as soon by the plan."""
    told = plan.follow_up.due_soon
    return SOON_UNSAID if told is None else told
