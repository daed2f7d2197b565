"""How a fault of a form is told: its kind, its place, and the values that its sentences name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from plantrack.finding import ERROR
from plantrack.record import NOTHING
from plantrack.report.teller import printable

LONGEST = 60
"""Characters of what somebody wrote that are shown in a fault."""


class Place(NamedTuple):
    """Where something stands in a form: a cell of a sheet, or a line and column of a text."""

    file: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    """The letter of a column, or the number of a sign in a line."""


class FormRule(NamedTuple):
    """One kind of fault, and everything that is said of it."""

    code: str
    name: str
    title: str
    why: str
    sentence: str
    """What is the matter, with named blanks."""
    advice: str
    """What to do about it, with named blanks."""
    variants: Mapping[str, tuple[str, str]] = NOTHING
    """Other sentences with their advice, by name, where one rule meets several cases."""
    severity: str = ERROR

    def at(self, place: Place, variant: str = "", **values: Any) -> FormFault:
        """A fault of this kind."""
        return FormFault(self, place, values, variant)


class FormFault(NamedTuple):
    """One thing that is wrong with a form."""

    rule: FormRule
    place: Place
    values: Mapping[str, Any]
    variant: str = ""

    @property
    def severity(self) -> str:
        """``error``, or ``warning`` where the form is read all the same."""
        return self.rule.severity

    @property
    def sentence(self) -> str:
        """What is the matter, with named blanks, in English."""
        return self.rule.variants[self.variant][0] if self.variant else self.rule.sentence

    @property
    def advice(self) -> str:
        """What to do, with named blanks, in English."""
        return self.rule.variants[self.variant][1] if self.variant else self.rule.advice


def short(text: str) -> str:
    """What somebody wrote, as much of it as has room in a sentence."""
    text = printable(" ".join(text.split()))
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
