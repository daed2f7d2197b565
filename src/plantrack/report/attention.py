"""What needs a stand: the activities that do not go as planned, the gravest first."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from plantrack.followup.standing import ActivityStanding, Given
from plantrack.plan import by_number
from plantrack.report.request import Request

MOST = 5
"""As many as a summary has room for."""


class Deviation(NamedTuple):
    """One activity that does not go as planned, with what was said of it."""

    standing: ActivityStanding
    said: Given | None
    """The answer that tells of the deviation."""


def deviations(request: Request) -> tuple[Deviation, ...]:
    """Open activities that are late or deviate, and those said to be cancelled while nobody has decided it."""
    found = [
        Deviation(standing, _telling(standing))
        for standing in request.standings.activities.values()
        if standing.counted and (standing.schedule in ("late", "deviation") or standing.undecided)
    ]
    return tuple(sorted(found, key=_gravity))


def undecided(request: Request) -> tuple[str, ...]:
    """Activities that are said to be cancelled or withdrawn while no decision says so."""
    return tuple(i for i, each in request.standings.activities.items() if each.undecided)


def _telling(standing: ActivityStanding) -> Given | None:
    said = [given for given in standing.answers if given.answer.deviation and not given.replaced]
    return said[0] if said else None


def _gravity(deviation: Deviation) -> tuple[bool, bool, bool, date, object]:
    """Late before deviating; told before untold; the oldest first."""
    standing = deviation.standing
    told = deviation.said is not None
    return (
        not standing.undecided,
        standing.schedule != "late",
        not told,
        standing.end or date.max,
        by_number(standing.id),
    )


def told(standing: ActivityStanding) -> tuple[Given, ...]:
    """Every answer about an activity that tells of a deviation or a remedy."""
    return tuple(g for g in standing.answers if not g.replaced and (g.answer.deviation or g.answer.remedy))
