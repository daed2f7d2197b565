"""The measured values of an indicator: read from answers, and made one series by who measures it.

Values of several organisations are added only where the indicator says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from plantrack.dates import Calendar
from plantrack.followup.aims import Aim, position, yes_or_no
from plantrack.followup.answers import ASSESSOR, EVALUATOR, OWN
from plantrack.followup.parties import Parties
from plantrack.followup.speakers import speaking_for
from plantrack.followup.standing import Given, Measured
from plantrack.kinds import MONEY, Unfit, read_number
from plantrack.model.goal import Indicator
from plantrack.model.progress import Answer


class Series(NamedTuple):
    """Every value of an indicator, and the one it is judged by."""

    values: tuple[Measured, ...]
    """Oldest first."""
    usable: tuple[Measured, ...]
    """Those that stand for the whole: without those where organisations differ."""
    differing: tuple[str, ...]
    """The organisations whose newest values differ, so that none can stand for the whole."""
    words: Given | None
    """The newest answer that gives a value at all, in words or figures."""


class Reader(NamedTuple):
    """All that values are read by."""

    indicator: Indicator
    aim: Aim
    calendar: Calendar
    parties: Parties
    followers: Sequence[str]


def series_of(reader: Reader, said: Iterable[Given]) -> Series:
    """The series of an indicator, from everything that was said about it, oldest round first."""
    by_round: dict[str, list[Given]] = {}
    for given in _latest(reader, said):
        by_round.setdefault(given.round, []).append(given)
    values: list[Measured] = []
    usable: list[Measured] = []
    differing: tuple[str, ...] = ()
    words: Given | None = None
    for given_in_round in by_round.values():
        speaking = _speaking(reader, given_in_round)
        words = max(speaking, key=lambda each: (day_of(reader.calendar, each), each.day), default=words)
        points = [point for each in speaking if (point := measured(reader, each))]
        if not points:
            continue
        settled, differing = _settled(reader, points, given_in_round)
        values += points if not settled or len(settled) != 1 or settled[0].given not in speaking else points
        usable += settled
    order = sorted(usable, key=lambda each: each.day)
    return Series(tuple(sorted({*values, *order}, key=_age)), tuple(order), differing, words)
