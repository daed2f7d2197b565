"""Paragraphs and tables of a Word file one after the other, each as XML with its parts in the order that Word demands.

Between a table, or a box, and the paragraph after it there is some room; between two tables there is a paragraph, or
they would be one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

AFTER_BOX, AFTER_LIST = 200, 90
"""Twips over what follows a table or a box, and over what follows a list."""
COLUMN_BREAK = '<w:r><w:br w:type="column"/></w:r>'
BLANK = '<w:r><w:t xml:space="preserve">\N{NO-BREAK SPACE}</w:t></w:r>'
TITLES = ("caption", "heading", "TOC", "Callout Title", "Warning Title")
"""Styles that have room of their own."""
BOXES = ("Callout", "Warning")
"""Styles whose paragraphs stand together in one box, so that there is no room between them."""


class Indent(NamedTuple):
    """Where a paragraph begins, in twips, and how far its first line stands out."""

    left: int
    hanging: int = 0


class Paragraph(NamedTuple):
    """How a paragraph is set, where it is otherwise than its style says."""

    style: str = "Body Text"
    kept: bool = False
    """Whether it stays with what follows it."""
    new_page: bool = False
    number: tuple[int, int] | None = None
    """The list that it is a point of, and how deep in it."""
    from_right: bool = False
    """Whether it is read from right to left."""
    indent: Indent | None = None
    ends: str = ""
    """The properties of the pages that end with it, as XML, where others follow."""


USUAL = Paragraph()


class Flow:
    """What stands in the file so far. The ``ids`` are those of its styles."""

    def __init__(self, ids: Mapping[str, str]) -> None:
        self.ids = ids
        self._done: list[str] = []
        self._room = 0
        self._in_list = False
        self._after_table = False
        self._at_top: str | None = None

    @property
    def xml(self) -> str:
        """All of it. It never ends in a table."""
        self._between()
        return "".join(self._done)

    def put(self, inside: str, how: Paragraph = USUAL) -> None:
        """A paragraph with runs inside."""
        list_ends = self._in_list and not how.number and not how.style.startswith(BOXES)
        room = AFTER_LIST if list_ends else self._room
        wanted = room and not how.style.startswith(TITLES)
        at_top = how.new_page or self._at_top is not None
        inside = (self._at_top or "") + inside
        self._done.append(paragraph(inside, how, self.ids, 0 if at_top else room if wanted else None))
        self._at_top = None
        self._in_list, self._room, self._after_table = how.number is not None, 0, False

    def put_table(self, table: str) -> None:
        """A table."""
        self._between()
        self._done.append(table)
        self._in_list, self._room, self._after_table = False, AFTER_BOX, True

    def put_xml(self, xml: str) -> None:
        """Something that has its own paragraphs."""
        self._between()
        self._done.append(xml)
        self._in_list, self._room, self._after_table = False, 0, False

    def column_begins(self, after_another: bool = False) -> None:
        """What follows stands at the top of a column, and its first words at the same height as in the other one."""
        self._at_top = COLUMN_BREAK if after_another else ""

    def section_ends(self, properties: str) -> None:
        """The pages end whose properties these are. An empty paragraph for that would be lost in LibreOffice."""
        self.put(BLANK, Paragraph("Small Gap", ends=properties))

    def box_ends(self) -> None:
        """A box was put. What follows keeps its distance."""
        self._in_list, self._room = False, AFTER_BOX

    def _between(self) -> None:
        if self._after_table:
            self.put("", Paragraph("Small Gap"))


def paragraph(inside: str, how: Paragraph, ids: Mapping[str, str], room: int | None = None) -> str:
    """A paragraph as XML. The ``room`` is over it, where that is not its style's."""
    parts = [f'<w:pStyle w:val="{ids[how.style]}"/>']
    parts += ["<w:keepNext/>"] if how.kept else []
    parts += ["<w:pageBreakBefore/>"] if how.new_page else []
    if how.number:
        numbers, level = how.number
        parts.append(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbers}"/></w:numPr>')
    parts += ["<w:bidi/>"] if how.from_right else []
    parts += [f'<w:spacing w:before="{room}"/>'] if room is not None else []
    if how.indent:
        first = f'w:hanging="{how.indent.hanging}"' if how.indent.hanging else 'w:firstLine="0"'
        parts.append(f'<w:ind w:left="{how.indent.left}" {first}/>')
    parts += [f"<w:sectPr>{how.ends}</w:sectPr>"] if how.ends else []
    return f"<w:p><w:pPr>{''.join(parts)}</w:pPr>{inside}</w:p>"
