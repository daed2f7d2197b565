"""What somebody wrote in a form, as it stands there: neither a plan nor a rule has been asked yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from plantrack.draft import FormUsed
from plantrack.finding import ERROR
from plantrack.forms.fault import FormFault, Place
from plantrack.forms.keys import Key
from plantrack.forms.workbook_values import TEXT


class Written(NamedTuple):
    """What was written in one cell, and where."""

    text: str
    place: Place
    kind: str = TEXT
    """What the cell holds, by ``workbook_values``: a day that looks like text is still a day."""


class FilledRow(NamedTuple):
    """What was written about one thing. ``cells`` holds only what was written: an empty cell says nothing."""

    key: Key
    place: Place
    cells: Mapping[str, Written]


class Filled(NamedTuple):
    """A form that has come back."""

    used: FormUsed
    plan: str
    round: str
    organisation: str
    sender: Written | None
    """Who wrote that they answer, in a form that leaves it open."""
    things: tuple[str, ...]
    """Everything that the form asks about, answered or not."""
    rows: tuple[FilledRow, ...]
    faults: tuple[FormFault, ...]


class NotRead(NamedTuple):
    """A file that could not be read as a form."""

    file: str
    faults: tuple[FormFault, ...]


def is_whole(faults: tuple[FormFault, ...]) -> bool:
    """Whether a form with these faults may be read: none is more than a remark."""
    return all(each.severity != ERROR for each in faults)
