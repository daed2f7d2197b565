"""A form as an Excel file: a first page to read, and a sheet to answer in, locked but for the cells for answers.

Whatever the plan or its people wrote is text here: never a formula, a link or a number. The same form gives the same
bytes. What the reader needs stands in plain cells that are hidden, since those survive any program.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

from plantrack import __version__
from plantrack.forms.excel_looks import COLOURS, FIRST_WIDTHS, LOOKS, WIDTHS
from plantrack.forms.excel_rules import Lists, letters, rule_of
from plantrack.forms.excel_sheet import Sheet, growing, held
from plantrack.forms.form import COLUMNS, SHOWN, VERSION, Form, Heading, Row
from plantrack.forms.instructions import ANSWER_SHEET, EXCEL, FIRST_SHEET, instructions
from plantrack.forms.keys import about, written_key
from plantrack.locales import speech
from plantrack.mark import _
from plantrack.report.teller import printable

HIDDEN_SHEET = "plantrack"
"""Where what the reader needs is kept: what the form is, and the words of its lists."""
COLUMN_MARK, SENDER_MARK = "plantrack-columns", "plantrack-sender"
"""In the hidden first column: the row that names the columns, and the row where a sender writes its name."""
CODES, TITLE, FACTS, SENDER, HEAD, FIRST = 0, 1, 2, 3, 4, 5
"""The rows of the answer sheet, counted from nought."""
ROOM, ROOM_FIRST, HEADING = 5, 2, 22
"""What a row has over its lines, on the answer sheet and on the first page; and the height of one that is a heading."""


def written(form: Form) -> bytes:
    """The form as the bytes of an .xlsx file. Raises ``ImportError`` where xlsxwriter is not installed."""
    import xlsxwriter

    into = BytesIO()
    book = xlsxwriter.Workbook(
        into,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    tongue = speech(form.language)
    book.set_properties(
        {
            "title": held(f"{form.round_title}: {form.plan_title}", tongue),
            "author": held(form.sender.name, tongue) if form.sender else "",
            "created": datetime(form.dated.year, form.dated.month, form.dated.day),
        }
    )
    formats = {name: book.add_format(look) for name, look in LOOKS.items()}
    kind = growing()
    first = book.add_worksheet(tongue.say(FIRST_SHEET), worksheet_class=kind)
    answers = book.add_worksheet(tongue.say(ANSWER_SHEET), worksheet_class=kind)
    hidden = book.add_worksheet(HIDDEN_SHEET)
    _write_first(Sheet(first, formats, tongue), form)
    lists = Lists(HIDDEN_SHEET)
    _write_answers(Sheet(answers, formats, tongue), form, lists)
    _write_hidden(Sheet(hidden, formats, tongue), form, lists)
    first.set_tab_color(COLOURS["quiet"])
    answers.set_tab_color(COLOURS["deep"])
    hidden.very_hidden()
    answers.activate()
    first.activate()
    book.close()
    return into.getvalue()


def _write_first(page: Sheet, form: Form) -> None:
    """The first page: who asks, when to answer, how to fill it in, what the words mean."""
    told, sheet = instructions(form, EXCEL), page.sheet
    sheet.hide_gridlines(2)
    for column, width in enumerate(FIRST_WIDTHS):
        page.widen(column, width)
    page.write(0, 1, told.title, "title")
    row = 2
    for name, text in told.facts:
        page.write(row, 1, name, "name")
        page.write(row, 2, text, "said")
        row += 1
    for text in (told.note, *told.about):
        if text:
            row += 1
            sheet.merge_range(row, 1, row, 2, "", page.formats["said"])
            page.write(row, 1, text, "note" if text is told.note else "said", across=sum(FIRST_WIDTHS))
            row += 1
    row = _head(page, row, page.say(_("How to fill it in")))
    for number, text in enumerate(told.steps, 1):
        page.write(row, 1, f"{number}.", "step")
        page.write(row, 2, text, "said")
        row += 1
    for explained in told.explained:
        row = _head(page, row, explained.title)
        for word, meaning in explained.words:
            page.write(row, 1, word, "name")
            page.write(row, 2, meaning, "said")
            row += 1
    page.fit(ROOM_FIRST)
    sheet.set_portrait()
    _set_up_print(page, form)
    sheet.fit_to_pages(1, 1)
    page.lock()


def _head(page: Sheet, row: int, text: str) -> int:
    """Writes a heading under a row of space; answers with the row that follows it."""
    page.write(row + 1, 1, text, "heading")
    page.sheet.set_row(row + 1, HEADING)
    return row + 2


def _write_answers(page: Sheet, form: Form, lists: Lists) -> None:
    """The sheet to answer in: title, one row of heads, and a row for each thing."""
    sheet, say = page.sheet, page.say
    sheet.hide_gridlines(2)
    sheet.set_row(CODES, None, None, {"hidden": True})
    sheet.set_column(0, 0, 12, None, {"hidden": True})
    page.write(CODES, 0, COLUMN_MARK, "hidden")
    columns = form.columns
    for column, code in enumerate(columns, 1):
        page.widen(column, WIDTHS[code])
        page.write(CODES, column, code, "hidden")
        page.write(HEAD, column, say(COLUMNS[code]), "head" if code in SHOWN else "head_answer")
    told = instructions(form, EXCEL)
    page.write(TITLE, 1, told.title, "title")
    page.write(FACTS, 1, " · ".join(f"{name}: {text}" for name, text in told.facts), "facts")
    if not form.organisation:
        page.write(SENDER, 0, SENDER_MARK, "hidden")
        page.write(SENDER, 1, say(_("Who answers:")), "name")
        page.write(SENDER, 2, "", "answer")
    last = FIRST - 1
    asking = _Asking(form, page, lists)
    for last, row in enumerate(form.rows, FIRST):
        if isinstance(row, Heading):
            _write_heading(page, last, row, len(columns))
        else:
            _write_row(page, last, form, row, columns)
            asking.add(last, row, columns)
    asking.write()
    page.fit(ROOM)
    last = max(last, FIRST)
    sheet.autofilter(HEAD, 1, last, len(columns))
    sheet.freeze_panes(FIRST, 3)
    sheet.ignore_errors({"number_stored_as_text": f"A1:{letters(len(columns))}{last + 1}"})
    sheet.set_landscape()
    sheet.repeat_rows(HEAD)
    sheet.set_selection(FIRST, 1, FIRST, 1)
    _set_up_print(page, form)
    page.lock()


def _write_heading(page: Sheet, line: int, heading: Heading, columns: int) -> None:
    for column in range(1, columns + 1):
        page.write(line, column, {1: heading.number, 2: heading.text}.get(column, ""), "goal")
    page.sheet.set_row(line, HEADING)


def _write_row(page: Sheet, line: int, form: Form, row: Row, columns: tuple[str, ...]) -> None:
    part = "_part" if row.part or row.kind == "step" else ""
    number, text = held(row.number, page.tongue), held(row.text, page.tongue)
    page.write(line, 0, written_key(about(form), row, number, text), "hidden")
    shown = {"number": number, "text": text, "details": row.details, "last": row.last}
    for column, code in enumerate(columns, 1):
        if code in shown:
            look = {"number": "number" + part, "text": "text" + part}.get(code, "shown")
            page.write(line, column, shown[code], look)
        elif code in row.cells:
            page.write(line, column, "", "answer_main" if code == "answer" else "answer")
        else:
            page.write(line, column, "", "unneeded")


class _Asking:
    """What the cells for answers offer and ask for: one rule for all cells that ask alike."""

    def __init__(self, form: Form, page: Sheet, lists: Lists) -> None:
        self.form = form
        self.page = page
        self.lists = lists
        self._lines: dict[tuple[int, str, str, tuple[str, ...], bool], tuple[Row, list[int]]] = {}

    def add(self, line: int, row: Row, columns: tuple[str, ...]) -> None:
        """A row with its cells."""
        for column, code in enumerate(columns, 1):
            if code in row.cells:
                alike = (column, code, row.takes, row.choices, bool(row.part))
                self._lines.setdefault(alike, (row, []))[1].append(line)

    def write(self) -> None:
        """The rules, each for the first of its cells and the others."""
        for (column, code, *_alike), (row, lines) in self._lines.items():
            rule = rule_of(self.form, row, code, f"{letters(column)}{lines[0] + 1}", self.page.tongue, self.lists)
            if rule:
                others = [[line, column, line, column] for line in lines[1:]]
                more = {"other_cells": others} if others else {}
                self.page.sheet.data_validation(lines[0], column, lines[0], column, {**rule, **more})


def _write_hidden(page: Sheet, form: Form, lists: Lists) -> None:
    """What the form is, and the words that its cells offer."""
    facts = {
        "form": str(VERSION),
        "plan": form.plan,
        "round": form.round,
        "organisation": form.organisation,
        "language": form.language,
        "tool": f"plantrack {__version__}",
    }
    for line, (name, value) in enumerate(facts.items()):
        page.write(line, 0, name, "hidden")
        page.write(line, 1, value, "hidden")
    for column, words in lists.columns():
        for line, word in enumerate(words):
            page.write(line, column, word, "hidden")
    page.lock()


def _set_up_print(page: Sheet, form: Form) -> None:
    sheet: Any = page.sheet
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    left = _in_footer(form.organisation_name or form.plan_title)
    middle = _in_footer(form.round_title)
    sheet.set_footer(f"&L&8 {left}&C&8 {middle}&R&8 &P/&N")


def _in_footer(text: str) -> str:
    """Words for the foot of a page, where an ampersand means something and there is little room.

    A space stands before them: a figure right after the size of the letters would be a part of the size.
    """
    return printable(" ".join(text.split()))[:80].replace("&", "&&")
