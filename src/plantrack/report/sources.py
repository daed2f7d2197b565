"""What a report may ask of the plan's files where its figures are to be traced: where things stand, and on which line."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from plantrack.facts import Facts
from plantrack.finding import Where


class Sources(NamedTuple):
    """The plan's files, as far as a report may ask of them."""

    facts: Facts
    """The plan with the file of each thing, as it is judged."""
    lines: Callable[[Collection[Where]], Mapping[Where, int]]
    """The line of each of some places, in the files that the report is made from."""
