"""Marks the cell of each row that says what its row is about, so that a screen reader can say it.

Typst marks the head of a table by itself. The heads of rows cannot be told to it: its package for Python leaves that
feature out. So they are marked in the finished file, whose structure lies in it as plain text, one object a line.
A file that is not as expected, since a template leaves tables out or adds some, is left as Typst made it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from plantrack.pattern import pattern

CELL = pattern(r"<</Type/StructElem/S/T([HD])/[^\n]*")
HEADERS = pattern(r"<</O/Table/Headers\[[^\]]*\]>>")
NO_ATTRIBUTES = "/A[]"
HEAD_OF_ROW = "<</O/Table/Scope/Row>>"
XREF = pattern(r"\nxref\n0 (\d+)\n")
ENTRY = 20
"""Bytes of a line in the table of places."""


class Shape(NamedTuple):
    """A table: how many columns and rows it has under its head, and in which column the heads of rows stand."""

    columns: int
    rows: int
    head: int | None


def with_row_heads(pdf: bytes, shapes: Iterable[Shape]) -> bytes:
    """The file with the heads of rows marked, where its tables are these, in this order."""
    text = pdf.decode("latin-1")
    found = list(CELL.finditer(text))
    expected = list(_cells(shapes))
    places = XREF.search(text, text.rfind("\nxref\n"))
    if places is None or [cell[1] for cell in found] != [kind for kind, _is_head, _has_heads in expected]:
        return pdf
    changes = [
        (cell.start(), cell.end(), _marked(cell[0]) if is_head else _plain(cell[0]))
        for cell, (kind, is_head, has_heads) in zip(found, expected, strict=True)
        if kind == "D" and has_heads
    ]
    return _spliced(text, changes, places).encode("latin-1")


def _cells(shapes: Iterable[Shape]) -> Iterator[tuple[str, bool, bool]]:
    """Every cell in order: of the head or of the data, whether it heads its row, and whether its table has such."""
    for columns, rows, head in shapes:
        for _place in range(columns):
            yield "H", False, False
        for _row in range(rows):
            for place in range(columns):
                yield "D", place == head, head is not None


def _marked(cell: str) -> str:
    """A cell as the head of its row."""
    return HEADERS.sub(HEAD_OF_ROW, cell.replace("/S/TD/", "/S/TH/", 1), count=1)


def _plain(cell: str) -> str:
    """A cell that is found under both its heads: by their scopes, and no longer by a list that names only one."""
    return HEADERS.sub("", cell, count=1).replace(NO_ATTRIBUTES, "", 1)


def _spliced(text: str, changes: list[tuple[int, int, str]], places: re.Match[str]) -> str:
    """The file with its parts changed, and its table of places put right."""
    parts: list[str] = []
    done = 0
    for start, end, new in changes:
        parts += [text[done:start], new]
        done = end
    ends = [end for _start, end, _new in changes]
    moved = [0, *accumulate(len(new) - (end - start) for start, end, new in changes)]

    def now(at: int) -> int:
        return at + moved[bisect_right(ends, at)]

    first, last = places.end(), places.end() + ENTRY * int(places[1])
    entries = (text[at : at + ENTRY] for at in range(first, last, ENTRY))
    parts.append(text[done:first])
    parts += (f"{now(int(entry[:10])):010}{entry[10:]}" if entry[17] == "n" else entry for entry in entries)
    parts.append(text[last : text.rindex("startxref\n")])
    parts.append(f"startxref\n{now(places.start() + 1)}\n%%EOF")
    return "".join(parts)
