"""The one state by which an activity is drawn against time, and the time that it is drawn against."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plantrack.followup.standing import NO_REPORT, SCHEDULES, STATUSES, ActivityStanding
from plantrack.locales import NO_BREAK
from plantrack.mark import _
from plantrack.report import standing_cells
from plantrack.report.document import Share, State
from plantrack.report.request import Request
from plantrack.report.teller import Teller


def state_of(tell: Teller, standing: ActivityStanding) -> State:
    """The schedule of what is open, the status of what is over or not known."""
    if standing.schedule and standing.status != NO_REPORT:
        return tell.state("schedule", standing.schedule)
    state = tell.state("status", standing.status)
    if not standing.undecided:
        return state
    said = standing_cells.status(tell, standing)[0]
    return said if isinstance(said, State) else state


def in_order(tell: Teller) -> tuple[State, ...]:
    """All these states: what is done, what is open from good to bad, and the others."""
    status = [tell.state("status", key) for key in STATUSES]
    return (status[0], *(tell.state("schedule", key) for key in SCHEDULES), *status[1:])


def counted(tell: Teller, standings: Iterable[ActivityStanding]) -> tuple[Share, ...]:
    """How many stand how."""
    counts: dict[State, int] = {}
    for each in standings:
        state = state_of(tell, each)
        counts[state] = counts.get(state, 0) + 1
    usual = in_order(tell)
    order = [*usual, *(each for each in counts if each not in usual)]
    return tuple(Share(counts[each], tell.speech.number(counts[each]), each) for each in order if each in counts)


def spread(request: Request, tell: Teller, standings: list[ActivityStanding]) -> str:
    """The same as a sentence."""
    found = [f"{each.state.word}{NO_BREAK}{each.text}" for each in counted(tell, standings)]
    one = _("On {day} the one activity stood so: {spread}.")
    many = _("On {day} the {n} activities stood so: {spread}.")
    day = tell.speech.day(request.standings.day)
    return tell.speech.count(one, many, len(standings), day=day, spread=tell.speech.list(found))


def period(request: Request) -> tuple[date, date]:
    """The plan's period, drawn out to hold the day of judgement; without one, from the first day to the last."""
    given, calendar = request.plan.header.period, request.plan.calendar
    day = request.standings.day
    standings = request.standings.activities.values()
    first = calendar.first(given.start) if given and given.start else None
    last = calendar.last(given.end) if given and given.end else None
    first = first or min((each.start for each in standings if each.start), default=request.standings.period_start)
    last = last or max((each.end for each in standings if each.end), default=request.standings.period_end)
    return min(first, day), max(first, last, day)
