"""A report as a small document: what is said, in what order, and how it is meant to look.

Everything that a format needs to know is data here, so that a test can see it. The values know
nothing of plans, of files, or of how a format writes them.

A ``Piece`` is a few words on one line; a ``Cell`` is pieces in a row; a ``Block`` stands on its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from plantrack.report.stamp import Stamp

if TYPE_CHECKING:
    from plantrack.report.figures import Figures
    from plantrack.report.pictures import Picture


class Said(NamedTuple):
    """A line that people wrote, in the language they wrote it in."""

    text: str
    lang: str
    kind: Literal["said"] = "said"


class State(NamedTuple):
    """How something stands: a word and a symbol. The tone colours them, and carries nothing by itself."""

    word: str
    symbol: str
    tone: str
    kind: Literal["state"] = "state"


class Quiet(NamedTuple):
    """An aside in a low voice: that something is not known, or when it was last said."""

    text: str
    kind: Literal["quiet"] = "quiet"


class Link(NamedTuple):
    """Words that lead to a place in the same document."""

    text: str
    target: str
    lang: str = ""
    kind: Literal["link"] = "link"


class Marked(NamedTuple):
    """Words that are gone or new, where two texts are held against each other."""

    text: str
    how: Literal["gone", "new"]
    lang: str = ""
    kind: Literal["marked"] = "marked"

    @property
    def bracketed(self) -> str:
        """The words with signs around that say which they are, where no format of letters does."""
        return f"[-{self.text}-]" if self.how == "gone" else f"{{+{self.text}+}}"


class Break(NamedTuple):
    """A new line inside a cell."""

    kind: Literal["break"] = "break"


BREAK = Break()

Piece = str | Said | State | Quiet | Link | Marked | Break
Cell = tuple[Piece, ...]


class Prose(NamedTuple):
    """A paragraph of the tool's. The ``lead`` is the one that a reader in a hurry reads."""

    pieces: Cell
    lead: bool = False
    kind: Literal["prose"] = "prose"


class PlanText(NamedTuple):
    """A text that people wrote in Markdown, in the language they wrote it in."""

    source: str
    lang: str
    kind: Literal["text"] = "text"


class Column(NamedTuple):
    """A column of a table. A ``width`` is narrow (a number, a date), middle (a name) or wide (sentences)."""

    title: str
    width: str = "middle"
    numbers: bool = False


class Row(NamedTuple):
    """A row of a table; no cell of it is empty."""

    cells: tuple[Cell, ...]
    anchor: str = ""
    total: bool = False


class Table(NamedTuple):
    """A table with one header row. The cell in the column ``head`` says what its row is about."""

    caption: Cell
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    head: int = 0
    kind: Literal["table"] = "table"


class Facts(NamedTuple):
    """Names with what they stand for. A name that comes twice in a row is written once."""

    items: tuple[tuple[Cell, Cell | PlanText], ...]
    kind: Literal["facts"] = "facts"


class Bullets(NamedTuple):
    """A list; numbered where the order says something."""

    items: tuple[Cell, ...]
    numbered: bool = False
    kind: Literal["list"] = "list"


class Share(NamedTuple):
    """How many stand in one state."""

    number: int
    text: str
    state: State


class Tally(NamedTuple):
    """A whole divided by states: a bar with its figures in words beside it."""

    caption: Cell
    shares: tuple[Share, ...]
    kind: Literal["tally"] = "tally"


class Chart(NamedTuple):
    """A picture of figures. The same figures stand in its table."""

    caption: Cell
    description: str
    """What it shows, in one or two sentences: the alternative text."""
    picture: Picture
    """Values only, every word in the report's language."""
    table: Table
    open: bool = False
    """Whether its table stands with it where nothing can be folded away; else it stands last, with those of the others."""
    kind: Literal["chart"] = "chart"


class Callout(NamedTuple):
    """Something that must not be overlooked."""

    title: str
    blocks: tuple[Prose | PlanText | Bullets, ...]
    tone: str = "note"
    about: str = ""
    """What it is called in a row of such."""
    kind: Literal["callout"] = "callout"


Block = Prose | PlanText | Table | Facts | Bullets | Tally | Chart | Callout


class Section(NamedTuple):
    """A heading with what stands under it. Its level is how deep it lies."""

    anchor: str
    title: Cell
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...] = ()
    new_page: bool = False
    """Whether it begins on a new page where there are pages."""
    listed: bool = False
    """Whether the table of contents lists the sections under it."""
    one_page: bool = False
    """Whether it is to fill one page and no more, where there are pages."""


class Labels(NamedTuple):
    """The few words of its own that a format needs."""

    contents: str
    skip: str
    figures: str
    """Over the table that holds what a chart shows."""
    annex: str
    """Over the tables of all charts, where these stand last."""
    page: str
    """Before the number of the page that such a table stands on."""


Extent = Literal["long", "short", "page"]
"""A long document has a cover and a table of contents. A short one has neither, and a page is set to be one sheet."""


class Document(NamedTuple):
    """A whole report."""

    language: str
    day: date
    """The day of judgement: a report is of that day, whenever it is made."""
    title: Cell
    subtitle: Cell
    running: str
    """A short title for the head of each page."""
    notes: tuple[Callout, ...]
    """What stands before everything else."""
    cover: Facts
    sections: tuple[Section, ...]
    footer: Cell
    labels: Labels
    stamp: Stamp
    """What it was made from and how, for the tool to read: so that it can be made again, and verified."""
    figures: Figures
    """The report's figures by name, for other tools."""
    extent: Extent = "long"
    """How it is laid out."""


def plain(cell: Cell) -> str:
    """The words of a cell without what they are."""
    return "".join(words(piece) for piece in cell)


def words(piece: Piece) -> str:
    """The words of a piece."""
    match piece:
        case str():
            return piece
        case State():
            return piece.word
        case Break():
            return " "
        case Marked():
            return piece.bracketed
        case _:
            return piece.text


def walk(sections: tuple[Section, ...], level: int = 2) -> Iterator[tuple[int, Section]]:
    """All sections in the order they are read, each with the level of its heading."""
    for section in sections:
        yield level, section
        yield from walk(section.sections, level + 1)
