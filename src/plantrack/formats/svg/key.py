"""The key under a picture: what its states and signs look like, each with its word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from plantrack.formats.svg.letters import shortened, width_of
from plantrack.formats.svg.looks import tone_of
from plantrack.formats.svg.sheet import LINE, SMALL, Block, Sheet, patch, signed, words
from plantrack.report.document import State

SWATCH = 22
"""As wide as what stands before a word."""
GAP = 16


class Entry(NamedTuple):
    """One entry: how it is drawn around a middle, and its word."""

    drawn: Callable[[float, float], str]
    word: str


def state_entries(sheet: Sheet, states: Iterable[State]) -> list[Entry]:
    """States: a small area of each with its symbol."""

    def drawn(state: State) -> Callable[[float, float], str]:
        return lambda x, y: patch(sheet, x - 11, y - 8, 22, 16, tone_of(state)) + signed(sheet, state, x, y)

    return [Entry(drawn(state), state.word) for state in states]


def key(sheet: Sheet, entries: Sequence[Entry], top: float) -> Block:
    """The entries in rows, as many in each as there is room for."""
    parts: list[str] = []
    x, y = 0.0, top
    for entry in entries:
        word = shortened(entry.word, sheet.width - SWATCH - 8, SMALL)
        width = SWATCH + 6 + width_of(word, SMALL)
        if x and x + width > sheet.width:
            x, y = 0.0, y + LINE + 6
        parts.append(entry.drawn(x + SWATCH / 2, y + 9))
        parts.append(words(x + SWATCH + 6, y + 13, word, size=SMALL))
        x += width + GAP
    return Block(y + LINE + 6 - top if entries else 0, tuple(parts))
