"""A chart as a part of a report's document: a picture, what it shows in words, and its figures as a table."""

from __future__ import annotations

from typing import Literal, NamedTuple

from plantrack.report.document import Cell, Table
from plantrack.report.pictures import Picture


class Chart(NamedTuple):
    """A picture of figures. The same figures stand in its table."""

    caption: Cell
    description: str
    """What it shows, in one or two sentences: the alternative text."""
    picture: Picture
    """Values only, every word in the report's language."""
    table: Table
    kind: Literal["chart"] = "chart"
