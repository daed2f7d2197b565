"""How several plans stand at once: each by its own round and day, and what each organisation answers for in all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from plantrack.facts.portfolio import Member, Portfolio
from plantrack.followup.rounds import RoundFacts, UnknownRound, round_of, rounds
from plantrack.followup.standing import Counts, Standings
from plantrack.followup.standings import stand
from plantrack.followup.turnout import Turnout, turnout
from plantrack.plan import Plan

Stand = Callable[[Plan], Standings | None]
"""How one plan stands; None where that cannot be said: it has no round yet, or none of that time."""


class OfPlan(NamedTuple):
    """How one plan stands."""

    member: Member
    standings: Standings | None
    turnout: tuple[Turnout, ...] = ()

    @property
    def asked(self) -> int:
        """How many things are asked about, of all organisations together."""
        return sum(len(each.asked) for each in self.turnout)

    @property
    def answered(self) -> int:
        """How many of them have been answered."""
        return sum(each.answered for each in self.turnout)

    @property
    def late(self) -> tuple[str, ...]:
        """The activities that are late."""
        return of_schedule(self.standings, "late")

    @property
    def deviating(self) -> tuple[str, ...]:
        """Those that deviate without being late."""
        return of_schedule(self.standings, "deviation")


class OfOrganisation(NamedTuple):
    """What one organisation answers for, plan by plan."""

    id: str
    named_in: Member
    """A plan that knows its name."""
    counts: Mapping[str, Counts]
    """Plan, or its folder where two have one id -> how the activities that it answers for there stand."""

    @property
    def counted(self) -> int:
        """How many activities it answers for."""
        return sum(each.counted for each in self.counts.values())

    def of(self, status: str) -> int:
        """How many of them have a status."""
        return sum(each.statuses.get(status, 0) for each in self.counts.values())

    @property
    def late(self) -> int:
        """How many of them are late."""
        return sum(each.schedules.get("late", 0) for each in self.counts.values())


class Across(NamedTuple):
    """How all plans of a portfolio stand."""

    plans: tuple[OfPlan, ...]
    organisations: tuple[OfOrganisation, ...]
    """The one that answers for most first."""
    doubled: tuple[tuple[Member, Member], ...] = ()
    """Plans that have the id of another."""

    @property
    def damaged(self) -> tuple[Member, ...]:
        """Plans that could not be read whole."""
        return tuple(each.member for each in self.plans if each.member.nameless or each.member.facts.unreadable)


def across(portfolio: Portfolio, standing: Stand) -> Across:
    """How the plans stand. One whose own file cannot be read is there, and stands nowhere."""
    plans = tuple(_of_plan(each, standing) for each in portfolio.members)
    return Across(plans, _organisations(plans), portfolio.doubled)


def for_newest_round(plan: Plan) -> Standings | None:
    """How a plan stood for its newest round, on that round's own day; None where it has had none."""
    known = rounds(plan)
    return stand(plan, known[-1].id) if known else None


def for_round(text: str) -> Stand:
    """How a plan stood for a round, or a year; None where its time was another."""

    def standing(plan: Plan) -> Standings | None:
        try:
            its = round_of(plan, text)
        except UnknownRound:
            return None
        return stand(plan, its.id) if _within(plan, its) else None

    return standing


def of_schedule(standings: Standings | None, schedule: str) -> tuple[str, ...]:
    """The activities with a schedule."""
    found = standings.activities.items() if standings else ()
    return tuple(each for each, its in found if its.counted and its.schedule == schedule)


def _of_plan(member: Member, standing: Stand) -> OfPlan:
    plan = member.facts.plan
    found = None if member.nameless else standing(plan)
    return OfPlan(member, found, turnout(plan, found) if found else ())


def _within(plan: Plan, its: RoundFacts) -> bool:
    period = plan.header.period
    start = plan.calendar.first(period.start) if period and period.start else its.start
    end = plan.calendar.last(period.end) if period and period.end else its.end
    return its.id in plan.rounds or (start <= its.end and its.start <= end)


def _organisations(plans: tuple[OfPlan, ...]) -> tuple[OfOrganisation, ...]:
    """Each organisation by its id and its name: one that two plans call by two names is two, and a rule tells of it."""
    found: dict[tuple[str, str], OfOrganisation] = {}
    for each in plans:
        counts = each.standings.by_organisation if each.standings else {}
        for party, its in counts.items():
            record = each.member.facts.plan.organisations.get(party)
            key = party, repr(record.name) if record else ""
            known = found.get(key) or OfOrganisation(party, each.member, {})
            # A plan that has the id of another is told apart by its folder, so that neither hides the other.
            name = each.member.folder if each.member.id in known.counts else each.member.id
            found[key] = known._replace(counts={**known.counts, name: its})
    some = [each for each in found.values() if each.counted]
    return tuple(sorted(some, key=lambda each: (-each.counted, each.id)))
