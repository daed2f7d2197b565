"""Markdown, as git hosts show it: headings, lists and tables, and no HTML but line breaks in cells."""

from __future__ import annotations

import unicodedata

from plantrack.formats.markdown_text import escaped, people_text, started, together
from plantrack.formats.stamp_text import comment
from plantrack.pattern import pattern
from plantrack.report.document import (
    Block,
    Break,
    Callout,
    Cell,
    Chart,
    Document,
    Facts,
    Link,
    Marked,
    Piece,
    PlanText,
    Quiet,
    Row,
    Said,
    State,
    Table,
    plain,
    walk,
)

LINE_BREAK = "<br>"


def render(document: Document) -> str:
    """The whole report as Markdown."""
    printer = Printer(targets(document))
    parts = [f"# {printer.line(document.title)}", printer.line(document.subtitle)]
    parts += [printer.block(note, 1) for note in document.notes]
    parts.append(printer.block(document.cover, 1))
    parts += printer.contents(document) if document.extent == "long" else []
    for level, section in walk(document.sections):
        parts.append(f"{'#' * min(level, 6)} {printer.line(section.title)}")
        parts += [printer.block(block, level) for block in section.blocks]
    parts += ["---", printer.line(document.footer), comment(document.stamp)]
    return "\n\n".join(apart([part for part in parts if part])) + "\n"


LIST_BEGINS = pattern(r"([-*+]|\d+\.) ")
LIST_ENDS = pattern(r"(\s*([-*+]|\d+\.)| ) ")


def apart(parts: list[str]) -> list[str]:
    """The parts with something between lists that follow on each other, or they would be read as one."""
    found: list[str] = []
    for part in parts:
        if found and LIST_BEGINS.match(part) and LIST_ENDS.match(found[-1].rpartition("\n")[2]):
            found.append("<!-- -->")
        found.append(part)
    return found


def targets(document: Document) -> dict[str, str]:
    """Anchor -> the anchor that a git host makes of the heading."""
    used: dict[str, int] = {}
    found: dict[str, str] = {}
    for text, anchor in (
        (plain(document.title), ""),
        *((plain(s.title), s.anchor) for _l, s in walk(document.sections)),
    ):
        slug = slugged(text)
        number = used.get(slug, -1) + 1
        used[slug] = number
        found.setdefault(anchor, f"{slug}-{number}" if number else slug)
    return found


def slugged(heading: str) -> str:
    """A heading as git hosts make an anchor of it."""
    kept = [c for c in heading.strip().casefold() if c in " -_" or unicodedata.category(c)[0] in "LN"]
    return "".join(kept).replace(" ", "-")


class Printer:
    """Prints blocks, knowing which anchors there are headings for."""

    def __init__(self, targets: dict[str, str]) -> None:
        self.targets = targets
        self._lines: dict[Cell, str] = {}

    def contents(self, document: Document) -> list[str]:
        """The table of contents."""
        lines: list[str] = []
        for section in document.sections:
            lines.append(f"- {self.piece(Link(plain(section.title), section.anchor))}")
            if section.listed:
                lines += [f"  - {self.piece(Link(plain(each.title), each.anchor))}" for each in section.sections]
        return [f"**{escaped(document.labels.contents)}**", "\n".join(lines)]

    def block(self, block: Block, level: int) -> str:
        """One block."""
        match block.kind:
            case "prose":
                text = self.line(block.pieces)
                return f"**{text}**" if block.lead else text
            case "text":
                return people_text(block.source, level)
            case "table":
                return self.table(block)
            case "facts":
                return self.facts(block, level)
            case "list":
                marks = (f"{n}." if block.numbered else "-" for n in range(1, len(block.items) + 1))
                return "\n".join(f"{mark} {self.line(item)}" for mark, item in zip(marks, block.items, strict=True))
            case "tally":
                lines = [f"- {escaped(share.text)} {self.piece(share.state)}" for share in block.shares]
                return f"{self.line(block.caption)}:\n\n" + "\n".join(lines)
            case "chart":
                return self.chart(block)
            case "callout":
                return self.callout(block, level)

    def callout(self, block: Callout, level: int) -> str:
        """A quotation block with a bold first line."""
        inner = "\n\n".join([f"**{escaped(block.title)}**", *(self.block(each, level) for each in block.blocks)])
        return "\n".join(f"> {line}" if line else ">" for line in inner.split("\n"))

    def facts(self, block: Facts, level: int) -> str:
        """A list of names with what they stand for."""
        lines: list[str] = []
        before: Cell = ()
        for name, said in block.items:
            text = people_text(said.source, level) if isinstance(said, PlanText) else self.line(said)
            if name != before:
                between = "\n\n  " if text.startswith("#") else " "
                lines.append(f"- **{self.line(name)}:**{between}{indented(text)}")
            else:
                lines.append(f"\n  {indented(text)}")
            before = name
        return "\n".join(lines)

    def table(self, block: Table) -> str:
        """A table with its caption, where it has one, as a line in bold before it."""
        return f"**{self.line(block.caption)}**\n\n{self.rows(block)}" if block.caption else self.rows(block)

    def rows(self, block: Table) -> str:
        """A table without its caption."""
        head = "| " + " | ".join(escaped(column.title) for column in block.columns) + " |"
        rule = "| " + " | ".join("---:" if column.numbers else "---" for column in block.columns) + " |"
        rows = [self.row(row) for row in block.rows]
        return "\n".join([head, rule, *rows])

    def chart(self, block: Chart) -> str:
        """What a picture would show: in a sentence, and in figures."""
        said = f"**{self.line(block.caption)}**\n\n{escaped(block.description)}"
        return f"{said}\n\n{self.rows(block.table)}"

    def row(self, row: Row) -> str:
        """One row; the sums of a table are bold."""
        cells = [self.line(cell) for cell in row.cells]
        if row.total:
            cells = [f"**{cell}**" for cell in cells]
        return "| " + " | ".join(cells) + " |"

    def line(self, cell: Cell) -> str:
        """Pieces in a row. Most cells of a report say what another one says, so each is written once."""
        text = self._lines.get(cell)
        if text is None:
            text = self._lines[cell] = started(together([self.piece(piece) for piece in cell]))
        return text

    def piece(self, piece: Piece) -> str:
        """A few words. A link leads to a heading, or is only its words."""
        match piece:
            case str():
                return escaped(piece)
            case State():
                return f"{piece.symbol} {escaped(piece.word)}"
            case Quiet():
                return f"*{escaped(piece.text)}*" if FIT_TO_LEAN.match(piece.text) else escaped(piece.text)
            case Link():
                target = self.targets.get(piece.target)
                return f"[{escaped(piece.text)}](#{target})" if target else escaped(piece.text)
            case Break():
                return LINE_BREAK
            case Marked():
                return marked(piece)
            case Said():
                return escaped(piece.text)


def marked(piece: Marked) -> str:
    """Words struck out or bold; the spaces around them stay outside."""
    words = piece.text.strip()
    mark = "~~" if piece.how == "gone" else "**"
    start = piece.text[: len(piece.text) - len(piece.text.lstrip())]
    return f"{start}{mark}{escaped(words)}{mark}{piece.text[len(start) + len(words) :]}" if words else piece.text


FIT_TO_LEAN = pattern(r"(?s)\S(.*\S)?$")
"""Words that stars can stand around."""


def indented(text: str) -> str:
    """A text as it stands inside a list item."""
    return text.replace("\n", "\n  ").replace("\n  \n", "\n\n")
