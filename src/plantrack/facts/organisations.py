"""What an organisation is to those who ask it: whether it can be asked at all, and on which days it exists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from plantrack.dates import Calendar
from plantrack.kinds import Text
from plantrack.model.organisation import Organisation
from plantrack.plan import Plan


def vague(plan: Plan, party: str) -> str:
    """Why nobody can be asked when the party is: ``undetermined``, ``group``, ``sector``; empty where somebody can."""
    organisation = plan.organisations.get(party)
    if organisation is None:
        return ""
    if organisation.kind == "group":
        return "" if organisation.members else "group"
    return organisation.kind if organisation.kind in ("undetermined", "sector") else ""


def vague_among(plan: Plan, parties: Iterable[str]) -> str:
    """Why none of the parties can be asked, by the first of them; empty where one can, or where there are none."""
    reasons = [vague(plan, party) for party in parties]
    return reasons[0] if reasons and all(reasons) else ""


def life(organisation: Organisation, calendar: Calendar) -> tuple[date, date]:
    """The first and last day that an organisation exists, as far as anything is said of it."""
    valid = organisation.valid
    start = calendar.first(valid.start) if valid and valid.start else date.min
    end = calendar.last(valid.end) if valid and valid.end else date.max
    return start, end


def name_of(plan: Plan, party: str) -> Text:
    """What a party is called in a sentence: its abbreviation where it has one, else its name."""
    organisation = plan.organisations.get(party)
    if organisation is None:
        return party
    return organisation.abbreviation or organisation.name or party


def names_of(plan: Plan, parties: Iterable[str]) -> tuple[Text, ...]:
    """What several parties are called."""
    return tuple(name_of(plan, party) for party in parties)


def told_by(plan: Plan, party: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The decisions, and the events, that are about an organisation and lie where it ended: the last day or the next."""
    organisation = plan.organisations[party]
    end = organisation.valid.end if organisation.valid else None
    if end is None:
        return (), ()
    calendar = plan.calendar
    start, stop = calendar.first(end), calendar.last(end) + timedelta(days=1)
    decisions = tuple(
        i
        for i, each in plan.decisions.items()
        if party in each.about
        and each.date
        and ((calendar.first(each.date) <= stop and start <= calendar.last(each.date)) or each.kind == "end")
    )
    events = []
    for i, event in plan.events.items():
        time = event.date
        if party in event.about and time and time.start:
            last = calendar.last(time.end or time.start)
            if calendar.first(time.start) <= stop and start <= last:
                events.append(i)
    return decisions, tuple(events)
