"""What tables of figures have in common: a column for each state, and a first cell that leads to what a row is about."""

from __future__ import annotations

from collections.abc import Mapping

from plantrack.followup.standing import NO_REPORT, Counts
from plantrack.report.document import Cell, Column, Link
from plantrack.report.teller import Teller, anchor

ALWAYS = ("completed", "ongoing", "not_started", NO_REPORT)
"""States that are shown even where nothing stands so."""


def shown(counts: list[Counts], axis: str, order: tuple[str, ...]) -> tuple[str, ...]:
    """The states that get a column: the usual ones, and those that anything stands in."""
    tables: list[Mapping[str, int]] = [each.statuses if axis == "status" else each.schedules for each in counts]
    return tuple(
        key for key in order if (axis == "schedule" or key in ALWAYS) or any(table.get(key) for table in tables)
    )


def state_columns(tell: Teller, axis: str, keys: tuple[str, ...]) -> tuple[Column, ...]:
    """One column a state, headed by its symbol and word."""
    return tuple(
        Column(f"{tell.state(axis, key).symbol} {tell.state(axis, key).word}", "narrow", numbers=True) for key in keys
    )


def linked_title(tell: Teller, identifier: str) -> Cell:
    """A number that leads to its place, and the title."""
    title = tell.title(identifier)
    link = Link(identifier, anchor(identifier))
    return (link, " ", tell.said(title)) if title else (link,)
