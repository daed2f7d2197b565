"""A document as the plain values that ``templates/report/report.typ`` lays out. How they look is the template's own.

No text becomes Typst markup anywhere: the template receives texts as values, and puts them in as texts.
"""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

from plantrack.formats.stamp_text import MARK, written
from plantrack.formats.typst_columns import LONG_WORD, TALL, column_of
from plantrack.formats.typst_plan_text import blocks_of
from plantrack.formats.typst_text import isolated, shown
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
    Section,
    State,
    Table,
    Tally,
    plain,
    walk,
)

Value = dict[str, Any]
DEEPEST = 6
MANY_ROWS = 5000
"""In a report with more, links lead to chapters and goals, and not to single rows: it would take twice the memory."""


class Values:
    """Makes values of one document, and knows which places in it links can lead to."""

    def __init__(self, document: Document, marks: bool = True) -> None:
        self._document = document
        self._marks = marks
        self._anchors = _anchors(document)
        self._used: set[str] = set()
        self._apart: list[Value] = []
        self._cells: dict[Cell, list[Any]] = {}

    def whole(self, day: date) -> Value:
        """The whole document. The ``day`` is the one that the file says it was made on."""
        document = self._document
        name = f"{plain(document.subtitle)} \N{EN DASH} {plain(document.title)}"
        return {
            "language": document.language,
            "day": [day.year, day.month, day.day],
            "name": " ".join(name.split()),
            "extent": document.extent,
            "title": self.cell(document.title),
            "subtitle": self.cell(document.subtitle),
            "running": self.text(document.running),
            "contents": self.text(document.labels.contents),
            "annex": self.text(document.labels.annex),
            "page_of": self.text(document.labels.page),
            "notes": [self.block(note, 0) for note in document.notes],
            "cover": self.block(document.cover, 0),
            "sections": self.sections(),
            "apart": self._apart,
            "footer": self.cell(document.footer),
            "stamp": f"{MARK}{written(document.stamp)}",
        }

    def sections(self) -> list[Value]:
        """The sections in the order they are read, each with its level and whether the contents list it."""
        found: list[Value] = []
        for section in self._document.sections:
            for level, each in walk((section,), 1):
                found.append(self.section(each, level, level == 1 or (level == 2 and section.listed)))
        return found

    def section(self, section: Section, level: int, listed: bool) -> Value:
        """A heading with what stands right under it."""
        level = min(level, DEEPEST)
        return {
            "level": level,
            "anchor": self.anchor(section.anchor),
            "title": self.cell(section.title),
            "blocks": self.blocks(section.blocks, level),
            "new_page": section.new_page,
            "one_page": section.one_page,
            "listed": listed,
        }

    def anchor(self, anchor: str) -> str:
        """An anchor the first time it is asked for, if anything may lead to it, and nothing after that."""
        if anchor in self._used or anchor not in self._anchors:
            return ""
        self._used.add(anchor)
        return anchor

    def block(self, block: Block, level: int) -> Value:
        """One block."""
        match block.kind:
            case "prose":
                return {"kind": "prose", "body": self.cell(block.pieces), "lead": block.lead}
            case "text":
                return self.people(block, level)
            case "table":
                return self.table(block)
            case "facts":
                return self.facts(block, level)
            case "list":
                items = [self.cell(item) for item in block.items]
                return {"kind": "points", "numbered": block.numbered, "items": items}
            case "tally":
                return self.tally(block)
            case "callout":
                return self.callout(block, level)
            case _:
                return self.chart(block)

    def blocks(self, blocks: tuple[Block, ...], level: int) -> list[Value]:
        """Blocks in a row. Small charts stand in pairs; where one is left over, its figures stand beside it."""
        found: list[Value] = []
        for small, together in groupby(blocks, is_small):
            every = list(together)
            last = every.pop() if small and len(every) % 2 else None
            found += [self.block(each, level) for each in every]
            if isinstance(last, Chart):
                found.append(self.chart(last._replace(open=True)))
        return found

    def people(self, text: PlanText, level: int) -> Value:
        """A text of people's, in its own language."""
        return {"kind": "people", "lang": self.lang(text.lang), "blocks": blocks_of(text.source, level + 1, self.text)}

    def facts(self, block: Facts, level: int) -> Value:
        """Names with all that stands for them."""
        items: list[Value] = []
        before: Cell = ()
        for name, said in block.items:
            told = self.people(said, level) if isinstance(said, PlanText) else self.cell(said)
            if not items or name != before:
                items.append({"name": self.cell(name), "told": []})
            items[-1]["told"].append(told)
            before = name
        return {"kind": "facts", "items": items}

    def tally(self, block: Tally) -> Value:
        """A bar with its figures."""
        shares = [
            {"number": share.number, "text": self.text(share.text), "state": self.piece(share.state)}
            for share in block.shares
        ]
        from plantrack.formats.svg.tallies import draw_tally

        picture = draw_tally(block, "chart")
        return {"kind": "tally", "caption": self.cell(block.caption), "shares": shares, "picture": picture}

    def callout(self, block: Callout, level: int) -> Value:
        """Something that must not be overlooked."""
        inner = [self.block(each, level) for each in block.blocks]
        return {"kind": "callout", "title": self.text(block.title), "tone": block.tone, "blocks": inner}

    def chart(self, chart: Chart) -> Value:
        """A picture, told in words too, with its table or the number of that in the annex."""
        from plantrack.formats.svg import draw

        small = is_small(chart)
        made = {
            "kind": "chart",
            "caption": self.cell(chart.caption),
            "description": self.text(chart.description),
            "picture": draw(chart.picture, title=plain(chart.caption), description=chart.description, ident="chart"),
            "small": small,
        }
        if chart.open:
            return {**made, "table": self.table(chart.table._replace(caption=(self._document.labels.figures,)))}
        number = len(self._apart) + 1
        self._apart.append({"small": small, "table": {**self.table(chart.table), "place": f"figures-{number}"}})
        return {**made, "apart": number}

    def table(self, table: Table) -> Value:
        """A table, and of each column the text that needs most room."""
        columns = [
            column_of(column, (row.cells[place] for row in table.rows), self.text)
            for place, column in enumerate(table.columns)
        ]
        rows = [self.row(row) for row in table.rows]
        return {
            "kind": "table",
            "caption": self.cell(table.caption),
            "columns": columns,
            "rows": rows,
            "head": table.head,
        }

    def row(self, row: Row) -> Value:
        """A row of a table."""
        texts = [plain(cell) for cell in row.cells]
        return {
            "cells": [self.cell(cell) for cell in row.cells],
            "anchor": self.anchor(row.anchor),
            "total": row.total,
            "tall": max(map(len, texts)) > TALL,
            "long": [place for place, text in enumerate(texts) if LONG_WORD.search(text)],
        }

    def cell(self, cell: Cell) -> list[Any]:
        """Pieces in a row. Most cells of a report say what another one says, so each is made once."""
        found = self._cells.get(cell)
        if found is None:
            found = self._cells[cell] = [self.piece(piece) for piece in cell]
        return found

    def piece(self, piece: Piece) -> Any:
        """A few words: a text where nothing more is said of them."""
        match piece:
            case str():
                return self.text(piece)
            case Said():
                return self.foreign(isolated(self.text(piece.text)), piece.lang)
            case State():
                return {
                    "kind": "state",
                    "symbol": piece.symbol,
                    "word": self.text(piece.word),
                    "tone": piece.tone,
                }
            case Quiet():
                return {"kind": "quiet", "text": self.text(piece.text)}
            case Link():
                body = self.foreign(isolated(self.text(piece.text)), piece.lang)
                return {"kind": "link", "body": body, "target": piece.target} if piece.target in self._anchors else body
            case Break():
                return {"kind": "break"}
            case Marked():
                return self.text(piece.bracketed)

    def foreign(self, text: str, lang: str) -> Any:
        """A text, with its language where that is not the report's."""
        return {"kind": "said", "text": text, "lang": lang} if self.lang(lang) else text

    def lang(self, lang: str) -> str:
        """A language that is not the report's own."""
        return "" if lang == self._document.language else lang

    def text(self, text: str) -> str:
        """Any text as it can be set."""
        return shown(text, self._marks)


def is_small(block: Block) -> bool:
    """Whether a block is a chart that fills half of a page's width."""
    return isinstance(block, Chart) and block.picture.kind == "curves"


def _anchors(document: Document) -> set[str]:
    """All places that a link may lead to."""
    sections = [section for _level, section in walk(document.sections)]
    rows = [row.anchor for each in sections for block in each.blocks if isinstance(block, Table) for row in block.rows]
    places = [section.anchor for section in sections] + (rows if len(rows) <= MANY_ROWS else [])
    return {place for place in places if place}
