"""One change of a plan: what it is about, what was said before and after, and how much it weighs.

Nothing here is a sentence. A change that nothing was left out of can be made again, or undone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from plantrack.record import NOTHING

GOALPOST = "goalpost"
"""A promise became smaller, later or harder to hold anybody to."""
SUBSTANCE = "substance"
"""Something else that was promised is another now."""
NAMES = "names"
"""Organisations, terms, and what the plan calls things."""
BOOK = "book"
"""Decisions, rounds, events, votes, texts for reports: what is kept beside the plan."""
REPORTED = "reported"
"""What was answered."""
WORDING = "wording"
"""Other words for the same thing."""
WEIGHTS = (GOALPOST, SUBSTANCE, NAMES, BOOK, REPORTED, WORDING)
"""The heaviest first."""

Value = Any


class Absence(NamedTuple):
    """That it is written why there is no value."""

    why: str


class Thing(NamedTuple):
    """One thing of a plan with all that holds for it, wherever in the files it is said."""

    kind: str
    id: str
    home: str
    """What it lies in: the goal of an activity, the theme of a goal. Empty where it lies in nothing."""
    said: Mapping[str, Value]
    """Field, or ``targets.2016`` for one of several values -> what is said. What is not said is not here."""


class Change(NamedTuple):
    """That one thing came, went, or says something else."""

    sort: str
    """What kind of change it is, as ``postponed``."""
    weight: str
    """One of ``WEIGHTS``."""
    kind: str
    thing: str
    path: str = ""
    """The field; empty where the thing itself came or went, ``HOME`` where it moved."""
    before: Value = None
    """The value, or the whole thing; None where there was none."""
    after: Value = None
    also: tuple[str, ...] = ()
    """Other things of the same kind that changed in just the same way, as what is said for several does."""
    values: Mapping[str, Any] = NOTHING
    """What else a sentence about it needs."""
    decisions: tuple[str, ...] = ()
    """The decisions and events that tell it."""
    lacking: bool = False
    """Whether it needs a decision, and none tells it."""

    @property
    def things(self) -> tuple[str, ...]:
        """All that changed in this way."""
        return (self.thing, *self.also)


HOME = "in"
"""Stands for a field: what a thing lies in."""
