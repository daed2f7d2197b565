"""The part of a plan that a report is on: a theme, a goal or an activity alone, or what one organisation has to do with."""

from __future__ import annotations

from typing import NamedTuple


class Part(NamedTuple):
    """What a report that is not on the whole plan is on."""

    thing: str = ""
    """The theme, goal or activity; empty where it is the whole plan."""
    level: str = ""
    """``theme``, ``goal`` or ``activity``."""
    organisation: str = ""
    """The organisation that it is for; empty where it is for everybody."""
    things: frozenset[str] = frozenset()
    """The ids of everything that belongs to it, itself included."""
    counted: frozenset[str] = frozenset()
    """The activities that its counts are over: for an organisation those that it answers for, else all of them."""
    whole: int = 0
    """How many activities the whole plan has."""

    def concerns(self, things: str) -> bool:
        """Whether any of some ids, written in a row, belongs to it."""
        return any(each in self.things for each in things.split(", "))
