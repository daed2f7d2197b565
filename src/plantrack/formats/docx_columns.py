"""How wide the columns of a table in a Word file are.

Word is told the widths, or it would set the same table otherwise each time it is opened. They are found as for the
PDF: the longest word of a column fits where there is room for it, dates and numbers are not broken, and what room
is left goes to the columns that say more.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from plantrack.formats.svg.letters import width_of
from plantrack.formats.typst_columns import NO_BREAK, column_of
from plantrack.report.document import Cell, Column

TWIPS = 20
"""To a point."""
NARROWER = 0.945
"""The letters of the report are narrower than those that are measured, bold ones too."""
LARGE, SMALL = 9.0, 8.0
"""Points of the letters in a table; and in one with very many columns."""
SYMBOL = 6.0
"""Points that a symbol takes beyond what is measured: it is of another font."""
HEADS = 8.5 / 9
GAP = 7.1
"""Points at the end of each cell."""
TITLE_MOST, WORD_MOST, LINE_MOST, LEAST = 68.0, 96.0, 96.0, 14.0
"""Points: what a head, a short word, a whole line and a column ask for at most; and what each column is given."""
SENTENCES = 72.0
"""What a column of sentences should have at least."""
MANY = 8
"""Columns of a table whose letters are rather small than its columns narrow."""
WIDE = 1.2
"""What is said in sentences needs more."""
SPARE = 25.0
"""Points that a column gets beyond its need where none holds sentences: such a table is narrower than the page."""


class Need(NamedTuple):
    """What a column needs, in points."""

    hard: float
    """At least, or dates and short words are broken."""
    soft: float
    """To keep its longest word whole."""
    full: float
    """To keep each line whole."""
    amount: float
    """How much it says, against the others."""


class Widths(NamedTuple):
    """The widths of the columns in twips, and whether the letters must be small."""

    columns: tuple[int, ...]
    small: bool


def widths(columns: tuple[Column, ...], rows: Iterable[tuple[Cell, ...]], wide: int) -> Widths:
    """The widths of a table's columns, together at most as ``wide`` as the page."""
    cells = list(rows)
    values = [column_of(column, (row[place] for row in cells), str) for place, column in enumerate(columns)]
    room = wide / TWIPS
    needs, less = [need(value, LARGE) for value in values], [need(value, SMALL) for value in values]
    small = hard(needs) > room or (soft(needs) > room and (len(columns) >= MANY or room >= soft(less)))
    needs = less if small else needs
    found = shared(needs, [value["width"] == "wide" for value in values], room)
    return Widths(tuple(int(each * TWIPS) for each in found), small)


def hard(needs: list[Need]) -> float:
    """What a table needs at least."""
    return sum(each.hard for each in needs)


def soft(needs: list[Need]) -> float:
    """What a table needs to break no word."""
    return sum(max(each.hard, each.soft) for each in needs)


def need(column: dict[str, Any], size: float) -> Need:
    """What one column needs."""

    def wide_of(text: str) -> float:
        symbol = SYMBOL if NO_BREAK in text else 0
        return width_of(text, size) * NARROWER + symbol + GAP if text else 0

    title = width_of(column["title_word"], size * HEADS) * NARROWER + GAP
    short, word, line = wide_of(column["whole_word"]), wide_of(column["word"]), wide_of(column["line"])
    whole = (column["width"] == "narrow" or column["numbers"]) and line < LINE_MOST
    weight = WIDE if column["width"] == "wide" else 1.0
    words = min(line, SENTENCES * size / LARGE) if column["width"] == "wide" else 0.0
    return Need(
        max(min(title, TITLE_MOST), line if whole else min(short, WORD_MOST), LEAST),
        max(title, line if whole else max(short, word), words),
        max(title, line, LEAST),
        0.0 if whole else (column["amount"] + 14) ** 0.8 * weight,
    )


def shared(needs: list[Need], wide: list[bool], room: float) -> list[float]:
    """The room of the page shared between the columns."""
    least = within(needs, room)
    low, high = 0.0, room
    for _step in range(20):
        middle = (low + high) / 2
        low, high = (low, middle) if sum(given(needs, least, middle)) > room else (middle, high)
    found = given(needs, least, low)
    takers = wide if any(wide) else [each.amount > 0 for each in needs]
    takers = takers if any(takers) else [True] * len(needs)
    rest = room - sum(found)
    spare = (rest if any(wide) else min(rest, SPARE * len(needs))) / sum(takers)
    return [width + (spare if takes else 0) for width, takes in zip(found, takers, strict=True)]


def within(needs: list[Need], room: float) -> list[float]:
    """The least that each column gets: with too many long words for one page, the widest columns give first."""
    cap = room
    while True:
        least = [max(each.hard, min(each.soft, cap)) for each in needs]
        if sum(least) <= room:
            return least
        if cap < LEAST:
            return [each / sum(least) * room for each in least]
        cap *= 0.93


def given(needs: list[Need], least: list[float], share: float) -> list[float]:
    """What each column gets for so much of what it says."""
    return [max(low, min(each.full, each.amount * share)) for each, low in zip(needs, least, strict=True)]
