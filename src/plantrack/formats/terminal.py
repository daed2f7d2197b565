"""Sections of a document for reading in a terminal: tables that fit the screen, and plain lines when piped."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill
from typing import TYPE_CHECKING, NamedTuple

from plantrack.formats.terminal_columns import least, ratio, whole_words
from plantrack.locales import NO_BREAK
from plantrack.report.document import (
    Break,
    Bullets,
    Callout,
    Cell,
    Chart,
    Document,
    Facts,
    Marked,
    Piece,
    PlanText,
    Prose,
    Quiet,
    Section,
    State,
    Table,
    Tally,
    plain,
)
from plantrack.terminal.paint import BOLD, CYAN, DIM, GREEN, RED, YELLOW, paint

if TYPE_CHECKING:
    from rich.table import Table as RichTable
    from rich.text import Text

TONES = {"good": GREEN, "fair": YELLOW, "bad": RED, "calm": CYAN, "open": "", "unknown": DIM}
MARKS = {"gone": RED, "new": GREEN}
RICH_TONES = {"good": "green", "fair": "yellow", "bad": "bold red", "calm": "cyan", "open": "", "unknown": "dim"}
WIDEST = 110
"""Columns. A line longer than this is hard to read on however wide a screen."""


class Look(NamedTuple):
    """What is known of the reader's screen."""

    terminal: bool
    color: bool
    width: int


def render(sections: tuple[Section, ...], look: Look) -> str:
    """The sections, one after the other."""
    return "\n".join("\n".join(_section(section, look, 1)) for section in sections) + "\n"


def _section(section: Section, look: Look, level: int) -> Iterator[str]:
    title = plain(section.title)
    if title:
        yield paint(title, BOLD, look.color)
        if level == 1 and look.terminal:
            yield paint("\N{BOX DRAWINGS LIGHT HORIZONTAL}" * min(len(title), look.width), DIM, look.color)
    for block in section.blocks:
        yield from _block(block, look)
        yield ""
    for inner in section.sections:
        yield from _section(inner, look, level + 1)


def _block(block: object, look: Look) -> Iterator[str]:
    match block:
        case Prose():
            yield _wrapped(_painted(block.pieces, look), look, "")
        case PlanText():
            for paragraph in _paragraphs(block.source, look):
                yield _wrapped(paragraph, look, "  ")
        case Bullets():
            for item in block.items:
                first, *others = _painted(item, look).split("\n")
                yield _wrapped(first, look, "- ", "  ")
                yield from (_wrapped(line, look, "  ") for line in others)
        case Facts():
            yield from _facts(block, look)
        case Table():
            yield from _table(block, look)
        case Chart():
            yield from _table(block.table._replace(caption=block.caption), look)
            yield ""
            yield _wrapped(block.description, look, "")
        case Tally():
            yield paint(plain(block.caption), DIM, look.color)
            for share in block.shares:
                state = _painted((share.state,), look)
                yield f"  {share.text:>9}  {state}"
        case Callout():
            yield paint(block.title, BOLD, look.color)
            for inner in block.blocks:
                yield from _block(inner, look)


NO_FLOW = ("-", "*", "+", "#", "|", ">", " ", "`", "\t")
"""What begins a line that stands for itself."""


def _paragraphs(source: str, look: Look) -> Iterator[str]:
    """The lines of a text; on a screen those that run on are one, to be wrapped to its width."""
    running = ""
    for line in source.strip().split("\n"):
        alone = not line.strip() or line.startswith(NO_FLOW) or line[:1].isdigit()
        if look.terminal and running and not alone:
            running += f" {line}"
            continue
        if running:
            yield running
        running = line
        if not running.strip():
            yield running
            running = ""
    if running:
        yield running


def _facts(facts: Facts, look: Look) -> Iterator[str]:
    """Names to the left, what they stand for to the right."""
    if not facts.items:
        return
    left = min(max(len(plain(name)) for name, _value in facts.items), 24)
    for name, value in facts.items:
        head = f"{plain(name):<{left}}  "
        lines = _painted(value, look).split("\n")
        for number, line in enumerate(lines):
            yield _wrapped(line, look, head if number == 0 else " " * len(head), " " * len(head))


def _table(table: Table, look: Look) -> Iterator[str]:
    if not look.terminal:
        yield from _plain_table(table)
        return
    width = min(look.width, WIDEST)
    if _needs(table) > width:
        yield from _row_by_row(table, look)
        return
    from io import StringIO

    from rich.console import Console

    out = StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=look.color,
        no_color=not look.color,
        highlight=False,
        markup=False,
        emoji=False,
    )
    if plain(table.caption):
        yield paint(plain(table.caption), DIM, look.color)
    console.print(_rich_table(table, width))
    yield from (line.rstrip() for line in out.getvalue().rstrip("\n").split("\n"))


NARROWEST = 9
"""Letters that a column of words needs, to be read."""


def _needs(table: Table) -> int:
    """How wide a screen must be for a table: no number and no short word is ever cut."""
    widths = [least(table, n, column) or NARROWEST for n, column in enumerate(table.columns)]
    return sum(widths) + 2 * (len(widths) - 1)


def _row_by_row(table: Table, look: Look) -> Iterator[str]:
    """A table that is too wide for the screen: what each row is about, and under it a line a column."""
    if plain(table.caption):
        yield paint(plain(table.caption), DIM, look.color)
    for row in table.rows:
        head = " ".join(_painted(row.cells[table.head], look).split("\n"))
        yield _wrapped(paint(head, BOLD, look.color), look, "", "  ")
        short: list[str] = []
        for number, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
            told = f"{column.title}: {'; '.join(_painted(cell, look).split(chr(10)))}"
            if number == table.head:
                continue
            if column.numbers or column.width == "narrow":
                short.append(told.replace(" ", NO_BREAK))
                continue
            if short:
                yield _wrapped("   ".join(short), look, "  ", "  ")
                short = []
            yield _wrapped(told, look, "  ", "    ")
        if short:
            yield _wrapped("   ".join(short), look, "  ", "  ")


def _rich_table(table: Table, width: int) -> RichTable:
    from rich import box
    from rich.table import Table as RichTable

    drawn = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), width=width, show_edge=False)
    words = whole_words(table, width)
    for number, column in enumerate(table.columns):
        drawn.add_column(
            column.title,
            justify="right" if column.numbers else "left",
            no_wrap=column.width == "narrow" and not column.numbers,
            ratio=None if number in words else ratio(column),
            overflow="fold",
            min_width=least(table, number, column),
            width=words.get(number),
        )
    for row in table.rows:
        drawn.add_row(*(_rich_cell(cell) for cell in row.cells), style="bold" if row.total else "")
    return drawn


def _rich_cell(cell: Cell) -> Text:
    from rich.text import Text

    text = Text()
    for piece in cell:
        match piece:
            case State():
                text.append(_state(piece), style=RICH_TONES[piece.tone])
            case Quiet():
                text.append(piece.text, style="dim")
            case Break():
                text.append("\n")
            case Marked():
                text.append(piece.bracketed, style="red" if piece.how == "gone" else "green")
            case _:
                text.append(_words(piece))
    return text


def _plain_table(table: Table) -> Iterator[str]:
    """Columns with two spaces between, each row one line."""
    rows = [[column.title for column in table.columns]]
    rows += [["; ".join(_painted(cell, PLAIN).split("\n")) for cell in row.cells] for row in table.rows]
    widths = [max(len(row[number]) for row in rows) for number in range(len(table.columns))]
    for row in rows:
        cells = [
            f"{text:>{width}}" if column.numbers else f"{text:<{width}}"
            for text, width, column in zip(row, widths, table.columns, strict=True)
        ]
        yield "  ".join(cells).rstrip()


PLAIN = Look(terminal=False, color=False, width=80)


def _painted(cell: Cell, look: Look) -> str:
    return "".join(_painted_piece(piece, look) for piece in cell)


def _painted_piece(piece: Piece, look: Look) -> str:
    match piece:
        case State():
            return paint(_state(piece), TONES[piece.tone], look.color and bool(TONES[piece.tone]))
        case Quiet():
            return paint(piece.text, DIM, look.color)
        case Break():
            return "\n"
        case Marked():
            return paint(piece.bracketed, MARKS[piece.how], look.color)
        case _:
            return _words(piece)


def _state(state: State) -> str:
    return f"{state.symbol} {state.word}"


def _words(piece: Piece) -> str:
    return piece if isinstance(piece, str) else plain((piece,))


def _wrapped(text: str, look: Look, first: str, others: str | None = None) -> str:
    """A text wrapped to the screen; one line where it is piped."""
    if not look.terminal:
        return first + text
    rest = first if others is None else others
    return fill(
        text, min(look.width, WIDEST), initial_indent=first, subsequent_indent=rest, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip


def whole(document: Document, look: Look) -> str:
    """A whole report."""
    head = Section("", (), (*document.notes, document.cover))
    title = paint(plain(document.title), BOLD, look.color)
    parts = [f"{title}\n{plain(document.subtitle)}", render((head, *document.sections), look), plain(document.footer)]
    return "\n\n".join(parts) + "\n"
