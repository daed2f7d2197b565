"""An Excel form as an organisation handles it: filled in, saved by another program, taken apart, pasted about.

Uses openpyxl and LibreOffice, and nothing of the tool's own reader or writer.
"""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

ANSWER_SHEETS = ("Svar", "Your answers")


class Paper:
    """A form in somebody's hands."""

    def __init__(self, data: bytes) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(data))
        self.sheet: Worksheet = next(self.book[name] for name in ANSWER_SHEETS if name in self.book.sheetnames)

    @property
    def columns(self) -> dict[str, int]:
        """The columns by their hidden names."""
        return {cell.value: cell.column for cell in self.sheet[1] if cell.value}

    @property
    def rows(self) -> dict[str, int]:
        """The rows by what they are about: ``1.1.1``, ``2.2.m1#numerator``."""
        keys = ((row[0].value, row[0].row) for row in self.sheet.iter_rows(min_row=6))
        return {key.split()[0]: number for key, number in keys if key and not key.startswith("plantrack")}

    def cell(self, thing: str, column: str = "answer") -> Cell:
        """The cell where something is answered."""
        return self.sheet.cell(self.rows[thing], self.columns[column])

    def write(self, thing: str, column: str = "answer", value: Any = "", form: str = "") -> Paper:
        """Writes in a cell as a person does: text stays text, also where it looks like a formula."""
        cell = self.cell(thing, column)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
        if form:
            cell.number_format = form
        return self

    @property
    def data(self) -> bytes:
        """The file as it is saved."""
        into = io.BytesIO()
        self.book.save(into)
        return into.getvalue()


def saved_by_libreoffice(soffice: str, folder: Path, data: bytes, ending: str = "xlsx") -> bytes:
    """A file, opened and saved by LibreOffice."""
    source = folder / "before.xlsx"
    source.write_bytes(data)
    command = [
        soffice, f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless", "--convert-to", ending,
        "--outdir", str(folder / "after"), str(source),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "after" / f"before.{ending}").read_bytes()


def with_part(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """A file in which one XML part has been changed by hand."""
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = old.read(info)
            if re.fullmatch(name, info.filename):
                part = change(part.decode("utf-8")).encode("utf-8")
            new.writestr(info.filename, part)
    return into.getvalue()


def part_of(data: bytes, name: str) -> str:
    """One XML part of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode("utf-8")
