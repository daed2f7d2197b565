"""A bar for what takes longer than half a second. On a screen only, and gone when the work is done."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import TypeVar

T = TypeVar("T")
PATIENCE = 0.5
"""Seconds that pass before anything is shown."""


def watched(items: Sequence[T], label: str, *, screen: bool) -> Iterator[T]:
    """The items one by one, with a bar on standard error while they take their time."""
    if not screen:
        yield from items
        return
    began = monotonic()
    for number, item in enumerate(items):
        if monotonic() - began > PATIENCE:
            yield from _with_bar(items, number, label)
            return
        yield item


def _with_bar(items: Sequence[T], done: int, label: str) -> Iterator[T]:
    """The rest of the items, with a bar."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn(label, markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, refresh_per_second=10) as bar:
        task = bar.add_task(label, total=len(items), completed=done)
        for item in items[done:]:
            yield item
            bar.advance(task)


def is_screen() -> bool:
    """Whether somebody sees what is written to standard error."""
    return sys.stderr.isatty()
