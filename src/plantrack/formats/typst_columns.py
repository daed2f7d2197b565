"""What decides how wide the columns of a table should be: their longest words and lines, and how much their cells say.

Here it is only found out which texts those are. How much room they take, and who gets it, the template measures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from plantrack.pattern import pattern
from plantrack.report.document import Break, Cell, Column, Piece, State

NARROW = pattern(r"[fijlrt.,:;'|!()\[\] -]")
BROAD = pattern("[A-ZÅÄÖmw@%\N{EN DASH}]")
HYPHEN = pattern(r"(?<=[^\W\d])-(?=[^\W\d])")
"""Where a line may end inside a word. Dates are not broken."""
NO_BREAK = "\N{NO-BREAK SPACE}"
SHORT = 11
LONG_WORD = pattern(r"[^\W\d_]{12}")
"""Longer words may be hyphenated; shorter ones only where nothing else helps."""
TALL = 400
"""Letters. A row with a cell longer than this may go on on the next page; it could be longer than a page."""


def column_of(column: Column, cells: Iterable[Cell], shown: Callable[[str], str]) -> dict[str, Any]:
    """A column with the texts that it must have room for. ``amount`` weighs long cells more than short ones."""
    lines = [lines_of(cell) for cell in cells]
    every = [line for cell in lines for line in cell]
    words = [word for line in every for word in HYPHEN.sub("- ", line).split(" ")]
    squares = sum(sum(map(len, cell)) ** 2 for cell in lines)
    return {
        "title": shown(column.title),
        "width": column.width,
        "numbers": column.numbers,
        "title_word": shown(widest(column.title.split())),
        "word": shown(widest(words)),
        "whole_word": shown(widest(word for word in words if is_whole(word))),
        "line": shown(widest(every)[:TALL]),
        "amount": round((squares / max(len(lines), 1)) ** 0.5, 1),
    }


def widest(texts: Iterable[str]) -> str:
    """The text that takes most room. Only those are looked at closely that are about as long as the longest."""
    every = set(texts)
    longest = max(map(len, every), default=0)
    return max((each for each in every if len(each) >= 0.8 * longest), key=_room, default="")


def is_whole(word: str) -> bool:
    """Whether a word should not be hyphenated: it is short, or has figures in it."""
    return len(word) <= SHORT or any(map(str.isdigit, word[:TALL]))


def lines_of(cell: Cell) -> list[str]:
    """The lines of a cell; a symbol stays with its word."""
    return "".join(map(_words, cell)).split("\n")


def _words(piece: Piece) -> str:
    match piece:
        case str():
            return piece
        case State():
            return f"{piece.symbol}{NO_BREAK}{piece.word}"
        case Break():
            return "\n"
        case _:
            return piece.text


def _room(text: str) -> tuple[float, str]:
    """About how much room a text takes; of two that take the same, always the same one."""
    narrow, broad = len(NARROW.findall(text)), len(BROAD.findall(text))
    return len(text) - 0.4 * narrow + 0.4 * broad, text
