"""People's texts in a Word file: paragraphs, lists, headings, tables, quotations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from plantrack.formats.docx_columns import widths
from plantrack.formats.docx_flow import Flow, Indent, Paragraph, paragraph
from plantrack.formats.docx_lists import Lists
from plantrack.formats.docx_styles import STEP
from plantrack.formats.docx_tables import cell, style_of, whole
from plantrack.formats.docx_text import LINE_BREAK, run, safe
from plantrack.formats.typst_plan_text import blocks_of
from plantrack.pattern import pattern
from plantrack.report.document import Column, PlanText

Value = dict[str, Any]
DEEPEST = 6
WEB = pattern(
    r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?(?:[/?#](?:[\w!$&'()*+,;=:@/?#~.-]|%[0-9A-Fa-f]{2})*)?"
    r"|mailto:[\w.+-]+@[A-Za-z0-9.-]+"
)
"""Addresses that Word takes. One that it does not would make the whole file unreadable to it."""
LONGEST_ADDRESS = 2000
QUOTED = 284


class Inside(NamedTuple):
    """What a text stands in: the style of its paragraphs, and where they begin."""

    style: str = "Body Text"
    left: int = 0
    level: int = 0
    """Of the heading that it stands under."""


class PlanTexts:
    """Writes the texts that people wrote. ``outwards`` gives an address in the web the name that the file has for it."""

    def __init__(self, flow: Flow, lists: Lists, language: str, wide: int, outwards: Callable[[str], str]) -> None:
        self._flow = flow
        self._lists = lists
        self._language = language
        self._wide = wide
        self._outwards = outwards
        self._lang = ""

    def put(self, text: PlanText, inside: Inside) -> None:
        """A text, in its own language."""
        self._begin(text)
        self._blocks(self.blocks(text, inside.level), inside)

    def put_beside(self, name: str, text: PlanText, inside: Inside, first: Paragraph) -> None:
        """A text beside a name: its first paragraph goes on in the line that has begun."""
        self._begin(text)
        blocks = self.blocks(text, inside.level)
        beside = bool(blocks) and blocks[0]["kind"] == "paragraph"
        self._flow.put(name + (self._runs(blocks[0]["body"]) if beside else ""), first)
        self._blocks(blocks[1:] if beside else blocks, inside)

    @staticmethod
    def blocks(text: PlanText, level: int) -> list[Value]:
        """The blocks of a text."""
        return blocks_of(text.source, level + 1, str)

    def _begin(self, text: PlanText) -> None:
        self._lang = "" if text.lang == self._language else text.lang

    def _blocks(self, blocks: list[Value], inside: Inside) -> None:
        for block in blocks:
            self._block(block, inside)

    def _block(self, block: Value, inside: Inside) -> None:
        indent = Indent(inside.left) if inside.left else None
        match block["kind"]:
            case "paragraph":
                how = Paragraph(inside.style, from_right=block["rtl"], indent=indent)
                self._flow.put(self._runs(block["body"]), how)
            case "heading" if block["body"]:
                level = min(max(block["level"], 1), DEEPEST)
                self._flow.put(self._runs(block["body"]), Paragraph(f"heading {level}", indent=indent))
            case "list":
                self._points(block, inside, 0)
            case "quotation":
                self._blocks(block["blocks"], inside._replace(style="Quote", left=inside.left + QUOTED))
            case "listing":
                lines = [run(line, lang=self._lang) for line in block["text"].split("\n")]
                self._flow.put(LINE_BREAK.join(lines), Paragraph("HTML Preformatted", indent=indent))
            case "rule":
                self._flow.put("", Paragraph("Rule", indent=indent))
            case "table":
                self._table(block, inside)

    def _points(self, block: Value, inside: Inside, depth: int) -> None:
        """The points of a list. What follows in a point stands under its first words."""
        numbers = self._lists.numbers(block["start"]) if block["numbered"] else self._lists.bullets
        style = inside.style if inside.style != "Body Text" else f"List {'Number' if block['numbered'] else 'Bullet'}"
        left = inside.left + STEP
        level = min(depth, self._lists.deepest)
        for item in block["items"]:
            head, rest = (item[:1], item[1:]) if item and item[0]["kind"] == "paragraph" else ([], item)
            runs = self._runs(head[0]["body"]) if head else ""
            right = bool(head) and head[0]["rtl"]
            how = Paragraph(style, number=(numbers, level), from_right=right, indent=Indent(left, STEP))
            self._flow.put(runs, how)
            under = inside._replace(left=left, style="List Continue" if inside.style == "Body Text" else inside.style)
            for each in rest:
                if each["kind"] == "list":
                    self._points(each, inside._replace(left=left), depth + 1)
                else:
                    self._block(each, under)

    def _table(self, block: Value, inside: Inside) -> None:
        """A table of people's: the first row is its head."""
        columns = tuple(Column(flat(head)) for head in block["head"])
        rows = [tuple((flat(each),) for each in row) for row in block["rows"]]
        room = widths(columns, rows, self._wide - inside.left)
        lines = [self._line(block["head"], columns, room.columns, room.small, head=True)]
        lines += [self._line(row, columns, room.columns, room.small) for row in block["rows"]]
        name = ", ".join(column.title for column in columns)
        self._flow.put_table(whole(self._flow.ids, room.columns, lines, name, False, inside.left))

    def _line(
        self, row: list[Any], columns: tuple[Column, ...], room: tuple[int, ...], small: bool, head: bool = False
    ) -> str:
        cells = [
            cell(width, paragraph(self._runs(each), Paragraph(style_of(column, small, head)), self._flow.ids))
            for each, column, width in zip(row, columns, room, strict=True)
        ]
        heads = "<w:tblHeader/>" if head else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{heads}</w:trPr>{''.join(cells)}</w:tr>"

    def _runs(self, pieces: list[Any], style: str = "", bold: bool = False, italic: bool = False) -> str:
        """The pieces of a line; what is emphasised or linked holds pieces of its own."""
        done: list[str] = []
        for piece in pieces:
            if isinstance(piece, str):
                done.append(run(piece, style, bold=bold, italic=italic, lang=self._lang))
                continue
            match piece["kind"]:
                case "break":
                    done.append(LINE_BREAK)
                case "code":
                    done.append(run(piece["text"], self._flow.ids["HTML Code"], bold=bold, lang=self._lang))
                case "href":
                    done.append(self._link(piece, bold, italic))
                case kind:
                    done.append(self._runs(piece["body"], style, bold or kind == "strong", italic or kind == "em"))
        return "".join(done)

    def _link(self, piece: Value, bold: bool, italic: bool) -> str:
        """Words that lead into the web, where the address is one that Word takes."""
        address = piece["address"]
        body = piece["body"] or [address]
        if len(address) > LONGEST_ADDRESS or not WEB.fullmatch(address) or not address.isascii():
            return self._runs(body, "", bold, italic)
        inside = self._runs(body, self._flow.ids["Hyperlink"], bold, italic)
        return f'<w:hyperlink r:id="{safe(self._outwards(address))}" w:history="1">{inside}</w:hyperlink>'


def flat(pieces: list[Any]) -> str:
    """The words of a line without what they are."""
    return "".join(
        piece if isinstance(piece, str) else piece.get("text", "") or flat(piece.get("body", [])) for piece in pieces
    )
