"""A submission as somebody means to make it: in words and by ids, before any rule has seen it.

``record`` and the forms make drafts; ``store/submissions`` writes them as files. Knows no files.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from plantrack.record import NOTHING

Field = str | tuple[str, ...] | Mapping[str, str]
"""What is written after one key of an answer: a text, ids or links, or a block of texts."""
Fields = Mapping[str, Field]


class FormUsed(NamedTuple):
    """The form that an answer came by: the name of its file, and a digest of its bytes."""

    file: str
    digest: str


class Draft(NamedTuple):
    """What one organisation is about to answer, on one day."""

    by: str
    date: date
    round: str
    answers: Mapping[str, Fields] = NOTHING
    """Thing -> what is said of it, by the names of the fields in a file: ``{"status": "ongoing"}``."""
    role: str = "own"
    replaces: tuple[str, ...] = ()
    """The submissions that it corrects."""
    confirms: tuple[str, ...] = ()
    """The submissions that it confirms after the wording changed."""
    form: FormUsed | None = None
    basis: str = ""
    """A digest of the wording that was judged."""
    comment: str = ""
