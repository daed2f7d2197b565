"""Reads an Excel form that has come back: saved by any program, filtered, with rows and columns added or moved.

Rows are known by their hidden key and columns by their hidden name, wherever they now stand. Everything that is wrong is
told at once. Knows no plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plantrack.draft import FormUsed
from plantrack.forms.excel import COLUMN_MARK, HIDDEN_SHEET, SENDER_MARK
from plantrack.forms.excel_rules import letters
from plantrack.forms.fault import FormFault, Place, short
from plantrack.forms.faults import BESIDE, FORMULA_IN_CELL, KEY, MERGED, NO_ROW, NOT_A_FORM_FILE, NOT_OURS, UNSAFE
from plantrack.forms.filled import Filled, FilledRow, NotRead, Written
from plantrack.forms.form import ANSWERS, COLUMNS, can_be_read
from plantrack.forms.instructions import ANSWER_SHEET, FIRST_SHEET
from plantrack.forms.keys import About, check_of, read_key
from plantrack.forms.workbook import Cell, NotReadable, Sheet, read_workbook
from plantrack.forms.workbook_values import ERROR, FORMULA
from plantrack.locales import languages, speech

NO_CELL = Cell("", "text")


def read_excel(used: FormUsed, data: bytes) -> Filled | NotRead:
    """What was written in a form."""
    here = Place(used.file)
    try:
        sheets = read_workbook(data)
    except NotReadable as error:
        return NotRead(used.file, (_unreadable(error.reason, here),))
    facts = next((_facts(sheet) for sheet in sheets if sheet.name == HIDDEN_SHEET), None)
    if not facts or not facts.get("plan"):
        return NotRead(used.file, (NOT_OURS.at(here, sheet=HIDDEN_SHEET),))
    if not can_be_read(facts.get("form", "")):
        return NotRead(used.file, (NOT_OURS.at(here, "newer", tool=short(facts.get("tool", ""))),))
    answers = [(sheet, head) for sheet in sheets if (head := _head_of(sheet))]
    if not answers:
        return NotRead(used.file, (NOT_OURS.at(here, "no_answers"),))
    sheet, head = answers[0]
    if len(answers) > 1:
        copy = answers[1][0].name
        return NotRead(used.file, (NOT_OURS.at(here._replace(sheet=copy), "two_sheets", sheet=copy, other=sheet.name),))
    about = About(facts["plan"], facts.get("round", ""), facts.get("organisation", ""))
    reader = _Reader(used.file, sheet, head, about)
    rows = tuple(reader.rows())
    beside = _other_sheets(sheets, sheet, here)
    things = tuple(reader.things)
    return Filled(used, *about, reader.sender(), things, rows, (*reader.faults, *beside))


def _unreadable(reason: str, here: Place) -> FormFault:
    if reason in ("too_large", "declares"):
        return UNSAFE.at(here, "declares" if reason == "declares" else "")
    return NOT_A_FORM_FILE.at(here, "" if reason == "not_excel" else reason)


def _facts(sheet: Sheet) -> Mapping[str, str]:
    """What the form says of itself, in the first two columns of its hidden sheet."""
    rows = ((row.get(1, NO_CELL).text, row.get(2, NO_CELL).text) for row in sheet.rows.values())
    return {name: value for name, value in rows if name}


def _head_of(sheet: Sheet) -> tuple[int, int] | None:
    """Row and column of the mark that the names of the columns stand beside; None where there is none."""
    for row, cells in sheet.rows.items():
        for column, cell in cells.items():
            if cell.text == COLUMN_MARK:
                return row, column
    return None


def _other_sheets(sheets: tuple[Sheet, ...], answers: Sheet, here: Place) -> Iterator[FormFault]:
    """The sheets that somebody added and wrote in."""
    ours = {speech(language).say(each) for language in languages() for each in (FIRST_SHEET, ANSWER_SHEET)}
    for sheet in sheets:
        if sheet is not answers and sheet.rows and sheet.name not in (*ours, HIDDEN_SHEET):
            yield BESIDE.at(here._replace(sheet=sheet.name), "sheet", sheet=sheet.name)


class _Reader:
    """Reads the sheet with the answers."""

    def __init__(self, file: str, sheet: Sheet, head: tuple[int, int], about: About) -> None:
        self.file = file
        self.sheet = sheet
        self.about = about
        self.faults: list[FormFault] = []
        self.things: dict[str, None] = {}
        self.head, self.key_column = head
        names = ((column, cell.text) for column, cell in sheet.rows[self.head].items())
        self.last = max((row for row, cells in sheet.rows.items() if self.key_column in cells), default=self.head)
        self.columns = {column: name for column, name in names if name in COLUMNS}

    def rows(self) -> Iterator[FilledRow]:
        """The rows of the form that hold any answer; everything that is wrong is collected beside."""
        self.faults += self._merged()
        shown = {name: column for column, name in self.columns.items()}
        for number, cells in sorted(self.sheet.rows.items()):
            mark = cells.get(self.key_column, NO_CELL).text
            if number == self.head or mark == SENDER_MARK:
                continue
            written = dict(self._written(number, cells))
            if not mark:
                self.faults += self._without_key(number, written)
                self.faults += self._beside(number, cells)
                self.faults += self._below(number, cells)
                continue
            key = read_key(mark)
            place = self._place(number, shown.get("number", self.key_column))
            if key is None:
                self.faults.append(KEY.at(place, "damaged", text=short(mark)))
                continue
            self.things[key.thing] = None
            number_shown = cells.get(shown.get("number", 0), NO_CELL).text
            text_shown = cells.get(shown.get("text", 0), NO_CELL).text
            if check_of(self.about, key, number_shown, text_shown) != key.check:
                if written:
                    shown_now = {"number": short(number_shown), "text": short(text_shown)}
                    self.faults.append(KEY.at(place, id=key.thing, **shown_now))
            elif written:
                yield FilledRow(key, place, written)
            self.faults += self._beside(number, cells)

    def sender(self) -> Written | None:
        """Who answers, where the form leaves it open and somebody has said it."""
        for number, cells in self.sheet.rows.items():
            if cells.get(self.key_column, NO_CELL).text == SENDER_MARK:
                told = [column for column in sorted(cells) if column > self.key_column]
                if len(told) > 1:
                    cell = cells[told[1]]
                    return Written(" ".join(cell.text.split()), self._place(number, told[1]), cell.kind)
        return None

    def _written(self, number: int, cells: Mapping[int, Cell]) -> Iterator[tuple[str, Written]]:
        """What stands in the cells for answers. A formula is a fault, and is not looked at further."""
        for column, name in self.columns.items():
            cell = cells.get(column)
            if name not in ANSWERS or cell is None:
                continue
            place = self._place(number, column)
            if cell.kind == FORMULA:
                self.faults.append(FORMULA_IN_CELL.at(place))
            elif cell.kind == ERROR:
                self.faults.append(FORMULA_IN_CELL.at(place, "error", text=short(cell.text)))
            elif cell.text.strip():
                yield name, Written(cell.text.strip(), place, cell.kind)

    def _without_key(self, number: int, written: Mapping[str, Written]) -> Iterator[FormFault]:
        """Answers in a row that is not the form's. The row of heads holds none."""
        for name, each in written.items():
            is_head = any(each.text == speech(language).say(COLUMNS[name]) for language in languages())
            if number > self.head and not is_head:
                yield NO_ROW.at(each.place, text=short(each.text))

    def _beside(self, number: int, cells: Mapping[int, Cell]) -> Iterator[FormFault]:
        """What stands in columns that somebody added."""
        for column, cell in sorted(cells.items()):
            if column not in self.columns and column != self.key_column and (cell.text.strip() or cell.kind == FORMULA):
                where = self._place(number, column)
                yield BESIDE.at(where, column=where.column, text=short(cell.text) or "=")

    def _below(self, number: int, cells: Mapping[int, Cell]) -> Iterator[FormFault]:
        """What stands under the form's last row, in a column that is not for answers."""
        if number > self.last:
            for column, cell in sorted(cells.items()):
                if self.columns.get(column, ANSWERS[0]) not in ANSWERS and cell.text.strip():
                    yield BESIDE.at(self._place(number, column), "text", text=short(cell.text))

    def _merged(self) -> Iterator[FormFault]:
        """Cells made into one that hold an answer."""
        answers = {column for column, name in self.columns.items() if name in ANSWERS}
        for top, left, bottom, right in self.sheet.merged:
            cell = self.sheet.rows.get(top, {}).get(left, NO_CELL)
            if bottom > self.head and answers & set(range(left, right + 1)) and cell.text.strip():
                cells = f"{letters(left - 1)}{top}:{letters(right - 1)}{bottom}"
                yield MERGED.at(self._place(top, left), cells=cells, text=short(cell.text))

    def _place(self, row: int, column: int) -> Place:
        return Place(self.file, self.sheet.name, row, letters(column - 1))
