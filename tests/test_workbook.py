"""What stands in an Excel file: what a program computed or dressed up is told from what somebody typed."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time
from typing import Any

import pytest

openpyxl = pytest.importorskip("openpyxl", reason="openpyxl is missing: pip install plantrack[excel]")

from plantrack.forms.workbook import NotReadable, Sheet, read_workbook  # noqa: E402
from plantrack.forms.workbook_values import number_text  # noqa: E402


def book_of(*cells: tuple[Any, str], merged: str = "") -> bytes:
    """A workbook of one sheet, each value under the other with the format that it is shown in."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row, (value, shown_as) in enumerate(cells, 1):
        cell = sheet.cell(row, 1, value)
        cell.number_format = shown_as
    if merged:
        sheet.merge_cells(merged)
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()


def only(data: bytes) -> Sheet:
    (sheet,) = read_workbook(data)
    return sheet


def with_part(data: bytes, name: str, text: bytes) -> bytes:
    """The same file with one part changed."""
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(into, "w") as target:
        for info in source.infolist():
            if info.filename != name:
                target.writestr(info.filename, source.read(info))
        target.writestr(name, text)
    return into.getvalue()


@pytest.mark.parametrize(
    ("value", "shown_as", "text", "kind"),
    [
        (7, "General", "7", "number"),
        (7.0, "General", "7", "number"),
        (-3.5, "General", "-3,5", "number"),
        (12.345, "General", "12,3450", "number"),
        (100000.0, "#,##0", "100000", "number"),
        (42, '#,##0" dagar"', "42", "number"),
        (0.58, "0%", "58 %", "percent"),
        (0.1234, "0.0%", "12,34 %", "percent"),
        (date(2015, 11, 20), "yyyy-mm-dd", "2015-11-20", "day"),
        (datetime(2015, 11, 20, 12, 0), "yyyy-mm-dd", "2015-11-20 12:00", "day"),
        (time(18, 0), "hh:mm", "18:00", "clock"),
        (True, "General", "yes", "yes_no"),
        ("#REF!", "General", "#REF!", "error"),
        ("=1+1", "General", "", "formula"),
        (1e300, "General", "1e+300", "error"),
        ("två\nrader", "General", "två\nrader", "text"),
        ("a_x0009_b_x000D_\nc_x0041_", "General", "a\tb\nc_x0041_", "text"),
    ],
)
def test_a_cell_is_what_it_shows(value: Any, shown_as: str, text: str, kind: str) -> None:
    assert only(book_of((value, shown_as))).rows[1][1] == (text, kind)


def test_days_may_be_counted_from_1904() -> None:
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active["A1"] = date(2015, 11, 20)
    into = io.BytesIO()
    book.save(into)
    assert only(into.getvalue()).rows[1][1] == ("2015-11-20", "day")


def test_merged_cells_are_told() -> None:
    assert only(book_of(("x", "General"), merged="A1:B2")).merged == ((1, 1, 2, 2),)


def test_a_figure_that_nobody_could_have_typed_is_none() -> None:
    for value in ("nan", "inf", "1e300"):
        with pytest.raises(ValueError, match=r".*"):
            number_text(value)


GOOD = book_of(("x", "General"))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"not a workbook", "not_excel"),
        (b"PK\x03\x04" + b"x" * 100, "damaged"),
        (with_part(GOOD, "mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), "opendocument"),
        (with_part(GOOD, "xl/workbook.bin", b""), "binary"),
        (with_part(GOOD, "xl/worksheets/sheet1.xml", b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), "declares"),
        (with_part(GOOD, "xl/worksheets/sheet1.xml", b"<a>"), "damaged"),
        (with_part(GOOD, "xl/workbook.xml", b"<document"), "damaged"),
    ],
)
def test_what_cannot_be_read_has_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(NotReadable) as refused:
        read_workbook(data)
    assert refused.value.reason == reason


def test_what_would_unpack_to_more_than_a_form_can_hold_is_not_unpacked() -> None:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", b" " * (70 * 2**20))
    with pytest.raises(NotReadable) as refused:
        read_workbook(into.getvalue())
    assert refused.value.reason == "too_large"


def test_a_part_that_is_packed_with_a_password_is_refused() -> None:
    locked = bytearray(GOOD)
    at = locked.find(b"PK\x01\x02")
    locked[at + 8] |= 1
    with pytest.raises(NotReadable):
        read_workbook(bytes(locked))
