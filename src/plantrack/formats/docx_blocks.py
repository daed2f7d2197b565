"""The blocks of a document in a Word file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from plantrack.formats.docx_flow import Flow, Indent, Paragraph
from plantrack.formats.docx_lists import Lists
from plantrack.formats.docx_pictures import Drawn, inline, is_drawn
from plantrack.formats.docx_plan_text import Inside, PlanTexts
from plantrack.formats.docx_styles import NAMES, SHORT_NAMES, STEP
from plantrack.formats.docx_tables import Tables
from plantrack.formats.docx_text import LINE_BREAK, TAB, run, safe
from plantrack.formats.docx_words import Places, Words
from plantrack.formats.svg.letters import width_of
from plantrack.formats.typst_columns import NO_BREAK
from plantrack.report.document import (
    Block,
    Bullets,
    Callout,
    Cell,
    Chart,
    Document,
    Facts,
    Labels,
    PlanText,
    Prose,
    Tally,
    plain,
)

APART = "\N{EM SPACE}"
"""Between the figures of a tally."""
FIRST_PICTURE = 100_001
"""The number of the first picture. A template's own pictures have lower ones, or far higher ones."""
FACT_SIZE = 10
TWIPS = 20


class Links(Protocol):
    """The names that a file has for what lies outside its text."""

    def outwards(self, address: str) -> str:
        """Of an address in the web."""

    def picture(self, png: bytes) -> str:
        """Of a picture."""


class Blocks:
    """Writes the blocks of one document. The ``pictures`` come in the order of the blocks that have some."""

    def __init__(self, document: Document, flow: Flow, links: Links, wide: int, lists: Lists) -> None:
        self.flow = flow
        self.places = Places(document)
        self.words = Words(document.language, flow.ids, self.places)
        self.pictures: Iterator[Drawn] = iter(())
        self.apart: list[Chart] = []
        """The charts whose figures stand in the annex, in order."""
        self._labels: Labels = document.labels
        self._lists = lists
        self._links = links
        self._tables = Tables(flow, self.words, self.places, wide)
        self._texts = PlanTexts(flow, lists, document.language, wide, links.outwards)
        self._drawn = FIRST_PICTURE

    def put(self, block: Block, level: int) -> None:
        """One block. The level is that of the heading over it."""
        match block.kind:
            case "prose":
                self.flow.put(self.words.cell(block.pieces), Paragraph("Lead" if block.lead else "Body Text"))
            case "text":
                self._texts.put(block, Inside(level=level))
            case "table":
                self._tables.put(block)
            case "facts":
                self.facts(block, level)
            case "list":
                self._points(block)
            case "tally":
                self._tally(block)
            case "chart":
                self._chart(block)
            case "callout":
                self._callout(block, level)

    def annex(self) -> None:
        """The figures of the charts that do not have theirs with them."""
        for number, chart in enumerate(self.apart, 1):
            self._tables.put(chart.table, place_of(number))

    def _points(self, block: Bullets, style: str = "") -> None:
        numbers = self._lists.numbers() if block.numbered else self._lists.bullets
        style = style or f"List {'Number' if block.numbered else 'Bullet'}"
        for item in block.items:
            self.flow.put(self.words.cell(item), Paragraph(style, number=(numbers, 0), indent=self._indent(style)))

    @staticmethod
    def _indent(style: str) -> Indent:
        return Indent(STEP, STEP) if style.startswith("List") else Indent(BOXED + STEP, STEP)

    def facts(self, block: Facts, level: int) -> None:
        """Names with what they stand for beside them; a long name stands on a line of its own."""
        widest = max((self._width(name) for name, _said in block.items), default=0)
        left = SHORT_NAMES if widest < SHORT_NAMES else NAMES
        before: Cell = ()
        for name, said in block.items:
            again = name == before
            before = name
            between = LINE_BREAK if self._width(name) > left else TAB
            first = Paragraph("Fact", indent=Indent(left, 0 if again else left))
            begun = "" if again else self._name(name) + between
            if isinstance(said, PlanText):
                self._texts.put_beside(begun, said, Inside("Fact", left, level), first)
            else:
                self.flow.put(begun + self.words.cell(said), first)

    @staticmethod
    def _width(name: Cell) -> float:
        return width_of(plain(name), FACT_SIZE) * TWIPS

    def _name(self, name: Cell) -> str:
        if all(isinstance(piece, str) for piece in name):
            return run(plain(name), self.flow.ids["Fact Name"])
        return self.words.cell(name)

    def _tally(self, block: Tally) -> None:
        self.flow.put(self.words.cell(block.caption), Paragraph("caption"))
        told = ", ".join(f"{share.text} {share.state.word}" for share in block.shares)
        if is_drawn(block):
            self._picture(plain(block.caption), told, kept=True)
        shares = [
            run(share.text + NO_BREAK, self.flow.ids["Strong"]) + self.words.state(share.state)
            for share in block.shares
        ]
        if shares:
            self.flow.put(run(APART).join(shares), Paragraph("Figure"))

    def _chart(self, block: Chart) -> None:
        """A picture with its figures as a table, after it or in the annex."""
        self.flow.put(self.words.cell(block.caption), Paragraph("caption"))
        self._picture(plain(block.caption), block.description, kept=not block.open)
        if block.open:
            self._tables.put(block.table._replace(caption=(self._labels.figures,)))
            return
        self.apart.append(block)
        place = place_of(len(self.apart))
        self.places.add(place)
        self.flow.put(self.words.link(self._labels.figures, place), Paragraph("Figure Note"))

    def _picture(self, title: str, description: str, kept: bool) -> None:
        drawn = next(self.pictures)
        link = self._links.picture(drawn.png)
        runs = inline(drawn, link, self._drawn, safe(title), safe(description))
        self._drawn += 1
        self.flow.put(runs, Paragraph("Figure", kept))

    def _callout(self, block: Callout, level: int) -> None:
        """Something that must not be overlooked. All in it stands in one box."""
        style = "Warning" if block.tone == "warning" else "Callout"
        self.flow.put(run(block.title), Paragraph(f"{style} Title"))
        for each in block.blocks:
            if isinstance(each, Prose):
                self.flow.put(self.words.cell(each.pieces), Paragraph(style))
            elif isinstance(each, Bullets):
                self._points(each, style)
            else:
                self._texts.put(each, Inside(style, BOXED, level))
        self.flow.box_ends()


BOXED = 284
"""Twips that what stands in a box is from the edge."""


def place_of(number: int) -> str:
    """The anchor of the figures of a chart in the annex. No other anchor looks so."""
    return f"figures {number}"
