"""One sheet of an Excel form: only text is written into it, and its rows are as high as their text."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

from plantrack.forms.excel_looks import LOOKS
from plantrack.locales import Speech
from plantrack.mark import _
from plantrack.report.teller import printable

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MOST = 32_767
"""Signs that a cell of Excel's can hold, as it counts them: an emoji is two."""
LINE, HIGHEST = 14.5, 400
"""The height of a line of text, and of the highest row that Excel takes, in points."""
ALLOWED = {"autofilter": True, "sort": False, "format_columns": True, "format_rows": True}
"""What may be done to a locked sheet."""


def growing() -> type[Worksheet]:
    """A sheet whose rows have the height that their text needs, and still grow with what is typed into them."""
    from xlsxwriter.worksheet import Worksheet

    class Growing(Worksheet):  # type: ignore[misc]
        def _xml_start_tag(self, tag: str, attributes: list[tuple[str, object]] | tuple[()] = ()) -> None:
            kept = [each for each in attributes if tag != "row" or each[0] != "customHeight"]
            super()._xml_start_tag(tag, kept)

    return Growing


class Sheet:
    """A sheet that only text is written into."""

    def __init__(self, sheet: Worksheet, formats: dict[str, Format], tongue: Speech) -> None:
        self.sheet = sheet
        self.formats = formats
        self.tongue = tongue
        self.say = tongue.say
        self._lines: dict[int, int] = {}
        self._widths: dict[int, float] = {}

    def widen(self, column: int, width: float, **more: Any) -> None:
        """Makes a column so many characters wide."""
        self._widths[column] = width
        self.sheet.set_column(column, column, width, None, more)

    def fit(self, room: float) -> None:
        """Gives each row the height that its longest text needs, and some room."""
        for row, lines in self._lines.items():
            self.sheet.set_row(row, min(LINE * lines + room, HIGHEST))

    def write(self, row: int, column: int, text: str, look: str, across: float = 0) -> None:
        """Text in a cell; a cell without any is still given its look. ``across`` is the width of several in one."""
        if text and LOOKS[look].get("text_wrap") and column in self._widths:
            width = across or self._widths[column]
            wide = width * 11 / LOOKS[look].get("font_size", 11)
            self._lines[row] = max(self._lines.get(row, 1), lines_in(text, wide))
        if text:
            self.sheet.write_string(row, column, held(text, self.tongue), self.formats[look])
        else:
            self.sheet.write_blank(row, column, None, self.formats[look])

    def lock(self) -> None:
        """Locks all but the cells for answers. No password: it is a help and no fence."""
        self.sheet.protect("", ALLOWED)


def lines_in(text: str, width: float) -> int:
    """How many lines a text takes in a column, nearly: a letter is somewhat narrower than a figure."""
    return sum(max(1, ceil(len(line) * 0.92 / width)) for line in text[:MOST].split("\n"))


def held(text: str, tongue: Speech) -> str:
    """A text as a cell can hold it: marked where it had to be cut, and with what cannot be shown made visible."""
    text = printable(text)
    signs = text.encode("utf-16-le")
    if len(signs) <= 2 * MOST:
        return text
    mark = " " + tongue.say(_("[cut here]"))
    return signs[: 2 * (MOST - len(mark))].decode("utf-16-le", "ignore") + mark
