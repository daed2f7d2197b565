"""Reads the cells of an .xlsx file as they were typed: text as text, and figures, days and formulas told apart.

What a program computed is never taken for what somebody wrote: a cell with a formula says that it is one. Sizes are
looked at before anything is unpacked, and no declaration inside a part is obeyed. Knows nothing of forms.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import reduce
from io import BytesIO
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import BadZipFile, ZipFile
from zlib import error as BadCompression  # noqa: N812  the library's own name for it is lower case

from plantrack.forms.workbook_values import (
    CLOCK,
    DAY,
    ERROR,
    FORMULA,
    NUMBER,
    PERCENT,
    TEXT,
    YES_NO,
    number_text,
    plain_text,
)  # fmt: skip

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LARGEST_FILE = 20 * 2**20
LARGEST_PARTS = 60 * 2**20
MOST_PARTS = 2_000
MOST_MERGED = 100_000
"""What a form may be at most, in bytes, in parts, and in cells of a part that are made into others. A form of 200 rows
has some 100 kB."""
MERGE = rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"']"
EXCEL, OPEN_DOCUMENT, BINARY = "[Content_Types].xml", "mimetype", "xl/workbook.bin"
DECLARES = (b"<!DOCTYPE", b"<!ENTITY")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of what office programs wrote before 2007, and of what is locked with a password."""
Merged = tuple[int, int, int, int]
"""First row, first column, last row, last column of cells made into one."""


class Cell(NamedTuple):
    """What stands in a cell. A number has a decimal comma; a day is written as 2015-11-20; a formula has no text."""

    text: str
    kind: str
    """One of those in ``workbook_values``."""


class Sheet(NamedTuple):
    """A sheet: the cells that hold anything, by row and column, both counted from 1."""

    name: str
    rows: Mapping[int, Mapping[int, Cell]]
    merged: tuple[Merged, ...]


class NotReadable(Exception):
    """The bytes are no workbook that can be read. ``reason`` says what they are instead."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_workbook(data: bytes) -> tuple[Sheet, ...]:
    """The sheets of an .xlsx file in their order. Raises ``NotReadable``, and ``ImportError`` without openpyxl."""
    _look_at(data)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what a form has no use for: charts, extensions, odd dates
            book = load_workbook(BytesIO(data), keep_links=False)
            return tuple(Sheet(each.title, _rows(each), _merged(each)) for each in book.worksheets)
    except Exception as error:  # the library lets whatever a broken part leads to through
        raise NotReadable("damaged") from error


def _look_at(data: bytes) -> None:
    """Says no to what is something else, and to what would unpack to more than a form can hold."""
    if not data:
        raise NotReadable("empty")
    if len(data) > LARGEST_FILE:
        raise NotReadable("too_large")
    if data.startswith(OLE):
        raise NotReadable("password" if "EncryptedPackage".encode("utf-16-le") in data else "old_excel")
    if not data.startswith(b"PK"):
        raise NotReadable("not_excel")
    try:
        with ZipFile(BytesIO(data)) as package:
            _look_inside(package)
    except (BadZipFile, BadCompression, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise NotReadable("damaged") from error


def _look_inside(package: ZipFile) -> None:
    infos = package.infolist()
    names = {info.filename for info in infos}
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > LARGEST_PARTS:
        raise NotReadable("too_large")
    if OPEN_DOCUMENT in names:
        raise NotReadable("opendocument")
    if BINARY in names:
        raise NotReadable("binary")
    if EXCEL not in names:
        raise NotReadable("not_excel")
    for info in infos:
        with package.open(info) as part:
            text = part.read(info.file_size + 1)
        if len(text) > info.file_size:
            raise NotReadable("damaged")
        if any(each in text for each in DECLARES):
            raise NotReadable("declares")
        if _made_into_one(text) > MOST_MERGED:
            raise NotReadable("too_large")


def _made_into_one(text: bytes) -> int:
    """How many cells a part makes into others: the library makes each of them, be it a million."""
    sizes = (
        (_column(right) - _column(left) + 1) * (int(bottom) - int(top) + 1)
        for left, top, right, bottom in re.findall(MERGE, text)
    )
    return sum(sizes)


def _column(letters: bytes) -> int:
    """The number of a column, from its letters."""
    return reduce(lambda number, letter: number * 26 + letter - 64, letters, 0)


def _rows(sheet: Worksheet) -> Mapping[int, Mapping[int, Cell]]:
    """The cells that hold anything. Those that are there are walked, not those between them: there may be millions."""
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in sorted(sheet._cells.items(), key=itemgetter(0)):
        if cell.value is not None:
            rows.setdefault(row, {})[column] = _cell(cell)
    return rows


def _cell(cell: Any) -> Cell:
    """What stands in a cell, by what it holds and by how it shows it."""
    value = cell.value
    if cell.data_type == "f":
        return Cell("", FORMULA)
    if cell.data_type == "e":
        return Cell(str(value), ERROR)
    match value:
        case bool():
            return Cell("yes" if value else "no", YES_NO)
        case datetime():
            clock = f" {value:%H:%M}" if value.time() != time() else ""
            return Cell(f"{value:%Y-%m-%d}{clock}", DAY)
        case date():
            return Cell(value.isoformat(), DAY)
        case time():
            return Cell(f"{value:%H:%M}", CLOCK)
        case timedelta():
            return Cell(str(value), CLOCK)
        case int() | float():
            percent = "%" in (cell.number_format or "")
            return _figure(value, percent=percent)
    return Cell(plain_text(str(value)), TEXT)


def _figure(value: float, *, percent: bool) -> Cell:
    """A figure as it is shown; one that nobody could have typed is an error."""
    try:
        return Cell(number_text(str(value), percent=percent), PERCENT if percent else NUMBER)
    except ValueError:
        return Cell(str(value), ERROR)


def _merged(sheet: Worksheet) -> tuple[Merged, ...]:
    return tuple((each.min_row, each.min_col, each.max_row, each.max_col) for each in sheet.merged_cells.ranges)
