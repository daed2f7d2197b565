"""Sections made to fit where there is little room: fewer rows, shorter cells, and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from plantrack.change import GOALPOST, SUBSTANCE
from plantrack.mark import _
from plantrack.report.document import (
    Block,
    Bullets,
    Cell,
    Facts,
    Link,
    Marked,
    Piece,
    PlanText,
    Prose,
    Quiet,
    Row,
    Said,
    Section,
    Table,
)
from plantrack.report.document import words as words_of
from plantrack.report.teller import Teller

HEAVY = (GOALPOST, SUBSTANCE, "undone", "effect")
"""Sections that are cut last."""
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


class Room(NamedTuple):
    """How much finds room; None for all."""

    heavy: int | None
    """Rows of what is promised."""
    light: int | None
    """Rows of everything else."""
    letters: int | None
    """Letters of a cell."""


SCREEN = Room(None, 40, None)
"""What is read on a screen: everything that is promised, and not every answer of three years."""
COMMENT = (
    Room(None, 40, 2000), Room(200, 20, 500), Room(100, 10, 300), Room(50, 5, 200), Room(20, 3, 100), Room(0, 0, 100),
)  # fmt: skip
"""What is tried one after the other where there is a limit."""


def fitted(sections: tuple[Section, ...], room: Room, tell: Teller) -> tuple[Section, ...]:
    """The sections with what finds room, and a sentence wherever something did not."""
    return tuple(_fitted(each, room, tell) for each in sections)


def shortened_note(tell: Teller) -> Prose:
    """That not everything is told, and how to see it."""
    sentence = _("This is not all: there was not room for it. The whole: plantrack diff --format html -o changes.html")
    return Prose((tell.say(sentence),))


def _fitted(section: Section, room: Room, tell: Teller) -> Section:
    most = room.heavy if section.anchor in HEAVY else room.light
    blocks: list[Block] = []
    for block in section.blocks:
        cut, left_out = _cut(block, most, room.letters)
        blocks.append(cut)
        if left_out:
            blocks.append(Prose((tell.say(_("and {n} more"), n=left_out),)))
    return section._replace(blocks=tuple(each for each in blocks if not _is_empty(each)))


def _cut(block: Block, most: int | None, letters: int | None) -> tuple[Block, int]:
    """A block with its first rows, and how many there were after them."""
    match block:
        case Table(rows=rows):
            kept = tuple(Row(tuple(_short(cell, letters) for cell in row.cells)) for row in rows[:most])
            return block._replace(rows=kept), len(rows) - len(kept)
        case Bullets(items=items):
            lines = tuple(_short(item, letters) for item in items[:most])
            return block._replace(items=lines), len(items) - len(lines)
        case Facts(items=items):
            pairs = tuple((_short(name, letters), _short_said(said, letters)) for name, said in items[:most])
            return block._replace(items=pairs), len(items) - len(pairs)
        case Prose(pieces=pieces):
            return block._replace(pieces=_short(pieces, letters)), 0
    return block, 0


def _is_empty(block: Block) -> bool:
    """Whether nothing is left of a block but its frame."""
    rows: Sequence[object] = (0,)
    match block:
        case Table(rows=found):
            rows = found
        case Bullets(items=items) | Facts(items=items):
            rows = items
    return not rows


def _short_said(said: Cell | PlanText, letters: int | None) -> Cell | PlanText:
    return said if isinstance(said, PlanText) else _short(said, letters)


def _short(cell: Cell, letters: int | None) -> Cell:
    """A cell cut after so many letters."""
    if letters is None:
        return cell
    pieces: list[Piece] = []
    left = letters
    for piece in cell:
        pieces.append(_first(piece, left))
        left -= len(words_of(piece))
        if left < 0:
            return (*pieces, Quiet(ELLIPSIS))
    return tuple(pieces)


def _first(piece: Piece, letters: int) -> Piece:
    """The first letters of a piece; what is one word of the tool's stays whole."""
    match piece:
        case str():
            return piece[:letters]
        case Said() | Marked() | Quiet() | Link():
            return piece._replace(text=piece.text[:letters])
    return piece
