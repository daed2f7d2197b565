"""A count that says which things it counts: what a reader who wants to add up is led to.

Knows no sources: where a report is not asked for them, a count gets nothing beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from plantrack.report.document import Cell
from plantrack.report.teller import Teller


class Listed(NamedTuple):
    """So many of so many."""

    what: str
    """What is counted, in the tool's words."""
    ids: tuple[str, ...]
    others: tuple[str, ...]
    """The rest of the whole that they are some of."""
    round: str


def listed(tell: Teller, what: str, ids: Iterable[str], whole: Iterable[str] = (), *, round_id: str = "") -> Cell:
    """The reference of a count to the things that it counts, and to the others of the whole."""
    found = tuple(ids)
    counted = {*found}
    return tell.source(Listed(what, found, tuple(each for each in whole if each not in counted), round_id), "listed")
