"""Answers that a decision has put in doubt: whoever gave them is to say whether they still hold."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.followup.duty import SUSPECT, Duty, Reach
from plantrack.followup.standing import ActivityStanding, Given, IndicatorStanding, JudgedStanding, Why

Standing = ActivityStanding | IndicatorStanding | JudgedStanding


def doubts(reach: Reach) -> Iterator[Duty]:
    """What is in doubt, thing by thing."""
    standings = reach.standings
    tables = (standings.activities, standings.steps, standings.criteria, standings.indicators, standings.goals)
    for table in tables:
        for identifier, standing in table.items():
            if standing.suspect:
                said = tuple(each for each in _answers(standing) if each.suspect and not each.replaced)
                parties = tuple(dict.fromkeys(each.organisation for each in said))
                last = max((each.day for each in said), default=None)
                yield reach.duty(SUSPECT, identifier, parties, None, Why("suspect", {"last": last}))


def _answers(standing: Standing) -> tuple[Given, ...]:
    """The answers that a standing rests on, each once."""
    if isinstance(standing, IndicatorStanding):
        return (*([standing.latest.given] if standing.latest else []), *standing.answers)
    return (*([standing.given] if standing.given else []), *standing.answers)
