"""Measures how fast filled-in forms are read back: twenty of two hundred rows, against plain readers of the same files.

Usage::

    python bench/forms.py [--forms 20] [--rows 200] [-n 5]

The tool reads each form whole, finds out what every word means in the plan, and makes a draft of it. The floors open
the same files and look at every cell, and nothing else: openpyxl in its fast mode, and calamine, which is written in
Rust and tells neither formulas nor how a figure is shown. Needs plantrack[test]. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import io
import time
from collections.abc import Callable
from datetime import date
from statistics import median

import openpyxl
import python_calamine

from plantrack.draft import FormUsed
from plantrack.followup.standings import stand
from plantrack.forms import excel
from plantrack.forms.asking import forms_of
from plantrack.forms.collected import Wish, collect
from plantrack.forms.excel_reading import read_excel
from plantrack.forms.filled import Filled
from plantrack.locales import speech
from plantrack.model.goal import Activity, Criterion, Goal, Indicator, Theme
from plantrack.model.organisation import Organisation
from plantrack.model.plan import Header
from plantrack.plan import Plan
from plantrack.replies import Replies

DAY = date(2015, 12, 1)
WORDS = "Mötesplatsen har hållit öppet hela hösten och fler har kommit än förra året."
ANSWERED = {
    "activity": {
        "answer": "pågår",
        "comment": WORDS,
        "deviation": "Tjänsten är vakant.",
        "remedy": "Tillsätts i januari.",
    },
    "criterion": {"answer": "delvis uppnått", "forecast": "osäkert", "ground": WORDS},
    "indicator": {"answer": "118", "at": "2015-11-15", "n": "64", "comment": WORDS},
}


def main() -> None:
    """Reads the command line, measures, prints."""
    options = argparse.ArgumentParser(description="Measures how fast filled-in forms are read back.")
    options.add_argument("--forms", type=int, default=20, help="how many forms")
    options.add_argument("--rows", type=int, default=200, help="how many rows each has")
    options.add_argument("-n", "--number", type=int, default=5, help="how many times")
    given = options.parse_args()
    plan = invented(given.forms, given.rows)
    forms = filled_in(plan)
    size = sum(len(data) for data in forms) // 1024
    print(f"{len(forms)} forms of {given.rows} rows, {size} KiB")
    own = measured(lambda: read_all(plan, forms), given.number)
    print(f"{'read and understood':<24} {own:>7.2f} s")
    for name, reader in (("openpyxl, cells only", with_openpyxl), ("calamine, cells only", with_calamine)):
        floor = measured(lambda reader=reader: reader(forms), given.number)
        print(f"{name:<24} {floor:>7.2f} s   {own / floor:>5.2f} x")


def invented(forms: int, rows: int) -> Plan:
    """A plan that asks so many organisations about so many things each. All of it is made up."""
    goals = {}
    for number in range(1, forms + 1):
        goal, party, third = f"1.{number}", (f"org-{number}",), rows // 3
        goals[goal] = Goal(
            id=goal,
            title="Ett påhittat mål",
            activities={f"{goal}.{n}": Activity(title=f"Påhittad aktivitet {n}", lead=party) for n in range(third)},
            criteria={f"{goal}.k{n}": Criterion(text=f"Påhittat kriterium {n}", follow_up=party) for n in range(third)},
            indicators={
                f"{goal}.m{n}": Indicator(text=f"Påhittad indikator {n}", kind="count", follow_up=party)
                for n in range(rows - 2 * third)
            },
        )
    header = Header(format=1, id="pahittad", title="En påhittad plan", invented="Allt är påhittat.")
    parties = {
        f"org-{number}": Organisation(name=f"Påhittad {number}", kind="department") for number in range(1, forms + 1)
    }
    return Plan(
        header,
        organisations=parties,
        themes={"1": Theme(id="1", title="Ett tema")},
        goals=goals,
        theme_of=dict.fromkeys(goals, "1"),
    )


def filled_in(plan: Plan) -> list[bytes]:
    """The forms, filled in by another program than ours."""
    found = []
    for form in forms_of(plan, stand(plan, "2015"), speech("sv"), DAY):
        book = openpyxl.load_workbook(io.BytesIO(excel.written(form)))
        sheet = book["Svar"]
        columns = {cell.value: cell.column for cell in sheet[1] if cell.value}
        kinds = {row.number: row.kind for row in form.asked}
        for row in sheet.iter_rows(min_row=6):
            for column, text in ANSWERED.get(kinds.get(row[1].value, ""), {}).items():
                sheet.cell(row[0].row, columns[column]).value = text
        into = io.BytesIO()
        book.save(into)
        found.append(into.getvalue())
    return found


def read_all(plan: Plan, forms: list[bytes]) -> None:
    """What the tool does with forms that have come back, up to the rules."""
    replies = Replies(plan, speech("sv"))
    for data in forms:
        filled = read_excel(FormUsed("blankett.xlsx", ""), data)
        assert isinstance(filled, Filled)
        collected = collect(replies, filled, Wish(DAY))
        assert collected.draft is not None, collected.faults
        assert not collected.empty


def with_openpyxl(forms: list[bytes]) -> None:
    for data in forms:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        for sheet in book.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    cell.value  # noqa: B018
        book.close()


def with_calamine(forms: list[bytes]) -> None:
    for data in forms:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python()


def measured(work: Callable[[], None], number: int) -> float:
    """The median time of some work, in seconds."""
    took = []
    for _turn in range(number):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return median(took)


if __name__ == "__main__":
    main()
