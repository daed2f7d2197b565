"""Tables of a Word file: a row of heads that is repeated on each page, and the cell that says what its row is about.

They are written as XML. Through the library's cells it would take six times as long.
"""

from __future__ import annotations

from collections.abc import Mapping

from plantrack.formats.docx_columns import Widths, widths
from plantrack.formats.docx_flow import Flow, Paragraph, paragraph
from plantrack.formats.docx_styles import INK
from plantrack.formats.docx_text import safe
from plantrack.formats.docx_words import Places, Words
from plantrack.formats.typst_columns import TALL
from plantrack.report.document import Cell, Column, Row, Table, plain

SHORT = 5
"""Rows of a table that is not parted between two pages. Of a longer one no row stands alone on a page."""
SUMS = (
    f'<w:tcBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="{INK}"/></w:tcBorders>'  # over the first of them
)
FIRST_ROW, FIRST_COLUMN, NO_BANDS = 0x20, 0x80, 0x600


class Tables:
    """Writes the tables of one document, as wide as its pages have room for."""

    def __init__(self, flow: Flow, words: Words, places: Places, wide: int) -> None:
        self._flow = flow
        self._words = words
        self._places = places
        self._wide = wide

    def put(self, table: Table, anchor: str = "") -> None:
        """A table under its caption. The ``anchor`` is a place that links may lead to."""
        caption = self._places.marked(anchor, self._words.cell(table.caption))
        self._flow.put(caption, Paragraph("caption"))
        cells = [row.cells for row in table.rows]
        room = widths(table.columns, cells, self._wide)
        sums = next((place for place, row in enumerate(table.rows) if row.total), None)
        rows = [self._heads(table, room)]
        for place, row in enumerate(table.rows):
            left = len(table.rows) - 1 - place
            kept = left > 0 and (len(table.rows) <= SHORT or place == 0 or left == 1)
            rows.append(self._row(row, table, room, (kept, place == sums)))
        self._flow.put_table(whole(self._flow.ids, room.columns, rows, plain(table.caption), table.head == 0))

    def _heads(self, table: Table, room: Widths) -> str:
        cells = []
        for column, width in zip(table.columns, room.columns, strict=True):
            how = Paragraph(style_of(column, room.small, head=True))
            cells.append(cell(width, paragraph(self._words.title(column.title), how, self._flow.ids)))
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"

    def _row(self, row: Row, table: Table, room: Widths, edges: tuple[bool, bool]) -> str:
        """A row. It may be kept with the next one, and be the first of those that hold sums."""
        kept, sums = edges
        cells = []
        for place, (column, width) in enumerate(zip(table.columns, room.columns, strict=True)):
            runs = self._said(row, place, table.head)
            runs = self._places.marked(row.anchor, runs) if place == 0 else runs
            how = Paragraph(style_of(column, room.small), kept)
            cells.append(cell(width, paragraph(runs, how, self._flow.ids), SUMS if sums else ""))
        tall = any(len(plain(each)) > TALL for each in row.cells)
        whole_row = "" if tall else "<w:trPr><w:cantSplit/></w:trPr>"
        return f"<w:tr>{whole_row}{''.join(cells)}</w:tr>"

    def _said(self, row: Row, place: int, head: int) -> str:
        said: Cell = row.cells[place]
        if row.total:
            return self._words.cell(said, True)
        return self._words.headed(said) if place == head else self._words.cell(said)


def style_of(column: Column, small: bool, head: bool = False) -> str:
    """The style of a cell's paragraph; small where there is little room."""
    name = "Table Number" if column.numbers else "Table Text"
    return ("Small " if small else "") + (f"{name} Heading" if head else name)


def cell(width: int, inside: str, edges: str = "") -> str:
    """A cell with its paragraphs."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{edges}</w:tcPr>{inside}</w:tc>'


def whole(
    ids: Mapping[str, str], columns: tuple[int, ...], rows: list[str], name: str, first_column: bool, left: int = 0
) -> str:
    """A table of rows, with its name for those who hear it."""
    looks = FIRST_ROW | NO_BANDS | (FIRST_COLUMN if first_column else 0)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{ids["Report Table"]}"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{left}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{looks:04X}" w:firstRow="1" w:lastRow="0" w:firstColumn="{int(first_column)}" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{safe(name)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
