"""What a form is: whom it asks, from whom it comes, and its rows. Plain values; knows no plan and no format."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from plantrack.mark import _

VERSION = 1
"""Of what forms look like inside. A newer one than this cannot be read."""


def can_be_read(version: str) -> bool:
    """Whether a form says that it looks inside as this version knows it."""
    return version.isdecimal() and len(version) < 9 and int(version) <= VERSION


COLUMNS: Mapping[str, str] = {
    "number": _("No."),
    "text": _("What it is about"),
    "details": _("Time and target"),
    "last": _("Answer last time"),
    "answer": _("Answer"),
    "forecast": _("Forecast"),
    "comment": _("Comment"),
    "ground": _("What it rests on"),
    "deviation": _("Deviation"),
    "remedy": _("Remedy"),
    "at": _("Date of the value"),
    "n": _("Number of answers"),
}
"""The columns of a form in their order, each with its title."""
SHOWN = ("number", "text", "details", "last")
"""The columns that the form itself fills in. The others are for answers."""
ANSWERS = tuple(column for column in COLUMNS if column not in SHOWN)

WORDS, NUMBER, MONEY, TEXT, NOTHING_ELSE = "words", "number", "money", "text", ""
"""What the answer of a row is: one of a few words, a figure, a sum of money, free text; or there is none."""


class Heading(NamedTuple):
    """A goal, over the rows that belong to it."""

    number: str
    text: str


class Row(NamedTuple):
    """One thing that is asked about, or one part of the answer about it."""

    thing: str
    part: str
    """Which part of the answer: ``numerator``, ``denominator``, ``effects``, ``values.5f3a0c1d``; empty for the whole."""
    kind: str
    """activity, step, criterion, indicator, goal or theme."""
    number: str
    text: str
    details: str
    """When it is done, or what is to be reached; several lines."""
    last: str
    """What was answered last time, in words and with its day."""
    takes: str
    """What the answer is: one of ``WORDS``, ``NUMBER``, ``MONEY``, ``TEXT``, or ``NOTHING_ELSE``."""
    choices: tuple[str, ...]
    """The words that may be answered, as they are said."""
    cells: tuple[str, ...]
    """The columns of ``ANSWERS`` that it has."""
    basis: str
    """What the thing said when the form was made."""


class Sender(NamedTuple):
    """Who asks: a function, never a person. The mailbox is empty where the plan gives none."""

    name: str
    mailbox: str


class Form(NamedTuple):
    """Everything that one organisation is asked in one round."""

    plan: str
    plan_title: str
    invented: str
    """That the plan is made up, where it is."""
    round: str
    round_title: str
    period: str
    organisation: str
    """Empty where nobody in the plan is to answer for it, so that the sender is left to be filled in."""
    organisation_name: str
    language: str
    answer_by: date | None
    dated: date
    """A day that belongs to the form and not to the machine that wrote it, so that the same form has the same bytes."""
    sender: Sender | None
    rows: tuple[Heading | Row, ...]
    forecasts: tuple[str, ...]
    """The words that a forecast takes."""
    unchanged: str
    """The word for “as before”."""
    statuses: tuple[tuple[str, str], ...]
    """The words for how far an activity has come, each with what it means."""
    fulfilments: tuple[tuple[str, str], ...]
    """The words for how far a criterion is reached, each with what it means."""

    @property
    def asked(self) -> tuple[Row, ...]:
        """The rows without the headings."""
        return tuple(each for each in self.rows if isinstance(each, Row))

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it needs: those that show, and those that any row has a cell in."""
        used = {cell for row in self.asked for cell in row.cells}
        return tuple(column for column in COLUMNS if column in SHOWN or column in used)

    @property
    def things(self) -> tuple[str, ...]:
        """What it asks about, each thing once."""
        return tuple(dict.fromkeys(row.thing for row in self.asked))

    def kinds(self, *kinds: str) -> int:
        """How many things of some kinds it asks about."""
        return len({row.thing for row in self.asked if row.kind in kinds})
