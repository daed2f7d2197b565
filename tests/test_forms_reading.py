"""Forms that have come back: whatever was done to them, they are read as they were meant, or say what is wrong."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import openpyxl
import pytest
from followup_plans import activity, organisation, plan, submission
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from paper import Paper, part_of, saved_by_libreoffice, with_part

from plantrack.dates import read_when
from plantrack.draft import FormUsed
from plantrack.facts.named import organisations_named
from plantrack.followup.standings import stand
from plantrack.forms import excel, markdown
from plantrack.forms.asking import forms_of
from plantrack.forms.collected import Collected, Wish, collect
from plantrack.forms.excel_reading import read_excel
from plantrack.forms.filled import NotRead
from plantrack.forms.form import Form
from plantrack.forms.markdown_reading import read_markdown
from plantrack.forms.told import fault_in_words
from plantrack.forms.workbook import read_workbook
from plantrack.locales import speech
from plantrack.model.organisation import FormerName
from plantrack.model.progress import FormSource, Round
from plantrack.plan import Plan
from plantrack.replies import Replies
from plantrack.store.folder import load

ROOT = Path(__file__).parent.parent
DAY = date(2016, 1, 10)
NORDVIK = load(ROOT / "examples" / "nordvik", DAY).plan
ASKED = (*NORDVIK.activities, *NORDVIK.criteria, *NORDVIK.indicators, "1.1")
NORDVIK.rounds = {**NORDVIK.rounds, "2015": Round(period=read_when("2015"), asked={"fof": ASKED})}
NORDVIK.submissions = {i: each for i, each in NORDVIK.submissions.items() if each.round != "2015"}
"""The show-piece, with everything in it asked of one party, and nothing answered yet."""
SV = speech("sv")


def form_of(of: Plan = NORDVIK, who: str = "fof", language: str = "sv") -> Form:
    return next(each for each in forms_of(of, stand(of, "2015"), speech(language), DAY) if each.organisation == who)


FORM = form_of()
EXCEL = excel.written(FORM)
MARKDOWN = markdown.written(FORM)


def read(data: bytes, of: Plan = NORDVIK, **wish: Any) -> Collected:
    """What an Excel form comes to."""
    return _collected(read_excel(FormUsed("blankett.xlsx", "sha256:0"), data), of, wish)


def read_md(text: str, of: Plan = NORDVIK, **wish: Any) -> Collected:
    """What a Markdown form comes to."""
    return _collected(read_markdown(FormUsed("blankett.md", "sha256:0"), text.encode()), of, wish)


def _collected(filled: Any, of: Plan, wish: dict[str, Any]) -> Collected:
    if isinstance(filled, NotRead):
        return Collected(filled.file, None, filled.faults)
    return collect(Replies(of, SV), filled, Wish(DAY, **wish))


def answers(found: Collected) -> dict[str, Any]:
    """What a form answers; it must be whole."""
    assert not found.refused, told(found)
    return {thing: dict(said) for thing, said in found.draft.answers.items()} if found.draft else {}


def told(found: Collected, language: str = "sv") -> list[str]:
    """Its faults, in words."""
    return [fault_in_words(speech(language), found.file, each) for each in found.faults]


def only_fault(found: Collected, code: str) -> str:
    """The one fault of a form, in words."""
    assert [each.rule.code for each in found.faults] == [code], told(found)
    (words,) = told(found)
    assert "{" not in words + told(found, "en")[0]
    return words


def paper() -> Paper:
    return Paper(EXCEL)


def filled_in() -> Paper:
    """A form with an answer of every kind."""
    form = paper()
    form.write("1.2.1", value="Genomförd").write("1.2.1", "comment", "Allt klart.\n= men sent").write(
        "1.2.1", "deviation", "-"
    )
    form.write("1.2.1", "ground", "2015-06-15-kf-bidrag\nhttps://nordvik.example/beslut").write("1.2.2", value="vilar")
    form.write("1.2.k1", value="delvis uppnått").write("1.2.k1", "forecast", "Osäkert").write(
        "1.2.k1", "ground", "Två; tre"
    )
    form.write("1.2.m1", value=16800.0).write("1.2.m1", "at", datetime(2015, 11, 15), "yyyy-mm-dd").write(
        "1.2.m1", "n", 12
    )
    form.write("2.2.m1", value=0.56, form="0%").write("2.2.m1#numerator", value=546).write(
        "2.2.m1#denominator", value="975"
    )
    form.write("2.2.m3", value="1,5 MSEK").write("3.2.m1", value="Mycket bra").write("2.1.m1", value="Ja")
    form.write("2.1.m1#effects", value="Två nya förslag").write("4.1.m1", value="Väl").write(
        "1.2.m2", value="oförändrat"
    )
    form.write("1.1", value="uppnått").write("1.2.m3", value=3.5)
    counted = [key for key in form.rows if key.startswith("4.1.m2#")]
    for number, key in enumerate(counted):
        form.write(key, value=number)
    return form


MEANT = {
    "1.2.1": {
        "status": "completed", "comment": "Allt klart.\n= men sent", "deviation": "-",
        "evidence": ("2015-06-15-kf-bidrag", "https://nordvik.example/beslut"),
    },
    "1.2.2": {"status": "vilar"},
    "1.2.k1": {"fulfilment": "partly", "forecast": "uncertain", "ground": "Två; tre"},
    "1.2.m1": {"value": "16800", "at": "2015-11-15", "n": "12"},
    "2.2.m1": {"value": "56", "numerator": "546", "denominator": "975"},
    "2.2.m3": {"value": "1,5 MSEK"},
    "3.2.m1": {"value": "mycket bra"},
    "2.1.m1": {"value": "yes", "effects": "Två nya förslag"},
    "4.1.m1": {"value": "Väl"},
    "4.1.m2": {"values": {"kommunen": "0", "en förening": "1", "enskilda": "2", "vet inte": "3"}},
    "1.2.m2": {"status": "unchanged"},
    "1.2.m3": {"value": "3,5"},
    "1.1": {"fulfilment": "achieved"},
}  # fmt: skip


def test_an_untouched_form_says_nothing() -> None:
    for found in (read(EXCEL), read_md(MARKDOWN)):
        assert answers(found) == {}
        assert found.draft is None
        assert found.answered == 0
        assert found.empty == len(FORM.things)


def test_every_kind_of_answer_is_read_as_it_was_meant() -> None:
    found = read(filled_in().data)
    assert answers(found) == MEANT
    assert found.answered == len(MEANT)
    assert found.draft.by == "fof"
    assert found.draft.round == "2015"
    assert found.draft.form == FormUsed("blankett.xlsx", "sha256:0")
    assert found.draft.basis


def test_a_form_saved_by_libreoffice_says_the_same(tools: Any, tmp_path: Path) -> None:
    soffice = tools.need("soffice")
    saved = saved_by_libreoffice(soffice, tmp_path, filled_in().data)
    assert answers(read(saved)) == MEANT
    assert answers(read(saved_by_libreoffice(soffice, tmp_path, EXCEL))) == {}
    for ending, words in (("xls", ".xls"), ("ods", ".ods")):
        other = saved_by_libreoffice(soffice, tmp_path, EXCEL, ending)
        assert words in only_fault(read(other), "PF01")


def test_our_own_reader_sees_what_others_see() -> None:
    data = filled_in().data
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in read_workbook(data):
        seen = {(r, c): cell for r, row in sheet.rows.items() for c, cell in row.items()}
        others = {
            (cell.row, cell.column): cell
            for row in book[sheet.name].iter_rows()
            for cell in row
            if cell.value is not None
        }
        assert seen.keys() == others.keys()
        for place, cell in seen.items():
            if cell.kind == "text":
                assert cell.text == others[place].value


def shuffled(form: Paper) -> None:
    """The rows stand in another order, and the keys with them."""
    cells = [[cell.value for cell in row] for row in form.sheet.iter_rows(min_row=6)]
    for row, values in zip(form.sheet.iter_rows(min_row=6), reversed(cells), strict=True):
        for cell, value in zip(row, values, strict=True):
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"


def added(form: Paper) -> None:
    form.sheet.insert_rows(7, 2)
    form.sheet.insert_cols(5)
    form.book.create_sheet("Tom")


def looser(form: Paper) -> None:
    form.sheet.protection.sheet = False
    form.sheet.title = "Våra svar"
    form.sheet.row_dimensions[8].hidden = True
    form.sheet.column_dimensions["A"].hidden = False
    form.sheet.auto_filter.ref = None


def blanks(form: Paper) -> None:
    form.write("1.1.1", "comment", "  \n ")
    form.sheet["C3"] = "En hälsning ovanför tabellen"


@pytest.mark.parametrize("change", [shuffled, added, looser, blanks], ids=lambda each: each.__name__)
def test_what_is_done_around_the_answers_does_not_matter(change: Callable[[Paper], None]) -> None:
    form = filled_in()
    change(form)
    said = dict(MEANT)
    found = answers(read(form.data))
    if change is shuffled:  # a day and a share lose their look when they move, and are figures again
        for thing in ("1.2.m1", "2.2.m1"):
            found.pop(thing, None), said.pop(thing)
    assert found == said


def test_notes_beside_the_form_are_said_aloud_and_stop_nothing() -> None:
    form = filled_in()
    column = form.sheet.max_column + 1
    form.sheet.cell(form.rows["1.2.1"], column).value = "minns mötet"
    form.book.create_sheet("Kladd")["A1"] = "räkna om"
    found = read(form.data)
    assert answers(found) == MEANT
    assert [each.severity for each in found.faults] == ["warning", "warning"]
    assert f"kolumn {get_column_letter(column)}" in told(found)[0]
    assert "minns mötet" in told(found)[0]
    assert "Kladd" in told(found)[1]


FAULTY = {
    "a word": (lambda f: f.write("1.2.1", value="nästan klart"), "PF12", "”nästan klart” är inget svar om 1.2.1"),
    "a near word": (lambda f: f.write("1.2.1", value="genomfördd"), "PF12", "Menade ni ”genomförd”?"),
    "a forecast": (lambda f: f.write("1.2.k1", "forecast", "kanske"), "PF12", "ingen prognos"),
    "a figure": (lambda f: f.write("1.2.m1", value="många"), "PF13", "inget tal"),
    "thousands": (lambda f: f.write("1.2.m1", value="16.800"), "PF13", "16 800"),
    "money": (lambda f: f.write("2.2.m3", value="mycket"), "PF13", "ingen summa"),
    "a part": (lambda f: f.write("2.2.m1#numerator", value="ungefär 500"), "PF13", "inget tal"),
    "a figure as a day": (lambda f: f.write("1.2.m3", value=datetime(2015, 5, 3), form="d-mmm"), "PF13", "2015-05-03"),
    "per cent of hours": (lambda f: f.write("1.2.m1", value=0.5, form="0.0 %"), "PF13", "procent"),
    "a day": (lambda f: f.write("1.2.m1", "at", "i fjol"), "PF14", "i fjol"),
    "half an answer": (lambda f: f.write("1.2.m1", "n", 2.5), "PF13", "helt tal"),
    "a formula": (lambda f: setattr(f.cell("1.2.m1"), "value", "=1+1"), "PF10", "formel"),
    "an error": (lambda f: setattr(f.cell("1.2.m1"), "value", "#DIV/0!"), "PF10", "#DIV/0!"),
    "a truth": (lambda f: f.write("1.2.1", value=True), "PF12", "inget svar"),
    "a cell without use": (lambda f: f.write("1.2.m1", "deviation", "Sent"), "PF08", "inte används för 1.2.m1"),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTY)
def test_each_fault_has_its_place_and_says_what_to_do(case: str) -> None:
    change, code, words = FAULTY[case]
    form = filled_in()
    change(form)
    found = read(form.data)
    said = only_fault(found, code)
    assert words in said
    assert found.draft is None, "all or nothing"
    place = found.faults[0].place
    assert place.sheet == "Svar"
    assert f"bladet Svar, rad {place.row}, kolumn {place.column}: fel {code}: " in said
    cell = form.sheet[f"{place.column}{place.row}"]
    assert cell.value is not None


@pytest.mark.parametrize(("column", "code"), [("B", "PF09"), ("F", "PF08"), ("ZZ", "PF09")])
def test_a_stray_cell_far_down_is_told_and_not_walked_to(
    monkeypatch: pytest.MonkeyPatch, column: str, code: str
) -> None:
    form = filled_in()
    form.sheet[f"{column}1048576"] = "glömd"
    data = form.data
    monkeypatch.setattr(Worksheet, "iter_rows", None)  # it makes every cell on the way: gigabytes
    said = only_fault(read(data), code)
    assert f"rad 1048576, kolumn {column}" in said
    assert "glömd" in said


def test_whole_columns_made_into_one_cell_are_not_unpacked() -> None:
    merged = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells><pageMargins'
    data = with_part(EXCEL, "xl/worksheets/sheet2.xml", lambda old: old.replace("<pageMargins", merged, 1))
    assert merged in part_of(data, "xl/worksheets/sheet2.xml")
    only_fault(read(data), "PF02")


def test_all_faults_are_told_at_once() -> None:
    form = filled_in().write("1.2.1", value="kanske").write("1.2.m1", value="många").write("1.2.k1", "forecast", "nja")
    assert sorted(each.rule.code for each in read(form.data).faults) == ["PF12", "PF12", "PF13"]


def test_a_row_pasted_over_another_is_a_fault_and_no_wrong_answer() -> None:
    form = filled_in()
    upper, lower = form.rows["1.2.1"], form.rows["1.2.2"]
    for column in range(2, form.sheet.max_column + 1):  # what is seen, without the hidden column
        form.sheet.cell(lower, column).value = form.sheet.cell(upper, column).value
    assert "gäller 1.2.2" in only_fault(read(form.data), "PF06")
    form.sheet.cell(lower, 1).value = form.sheet.cell(upper, 1).value  # and with it
    assert "1.2.1 är besvarad här med ”Genomförd”" in only_fault(read(form.data), "PF07")


def test_a_row_from_another_organisations_form_is_a_fault() -> None:
    other = plan_with_asked("kultur", ("1.2.1",))
    foreign = Paper(excel.written(form_of(other, "kultur"))).write("1.2.1", value="pågår")
    form = filled_in()
    here, there = form.rows["1.2.1"], foreign.rows["1.2.1"]
    form.sheet.cell(here, 1).value = foreign.sheet.cell(there, 1).value
    assert "PF06" in [each.rule.code for each in read(form.data).faults]


def plan_with_asked(who: str, things: tuple[str, ...]) -> Plan:
    other = NORDVIK.without(())
    other.rounds = {"2015": Round(period=read_when("2015"), asked={who: things})}
    return other


def test_a_changed_number_or_text_is_a_fault_where_something_is_answered() -> None:
    form = filled_in()
    form.sheet.cell(form.rows["1.2.1"], 2).value = 1.2
    assert "PF06" in only_fault(read(form.data), "PF06")
    empty = paper()
    empty.sheet.cell(empty.rows["1.2.1"], 3).value = "Något annat"
    assert not read(empty.data).faults


def test_an_answer_in_an_added_row_is_not_lost_in_silence() -> None:
    form = filled_in()
    form.sheet.cell(form.sheet.max_row + 2, form.columns["comment"]).value = "Och en sak till"
    assert "Och en sak till" in only_fault(read(form.data), "PF08")


def test_merged_cells_with_an_answer_are_a_fault() -> None:
    form = filled_in()
    top, column = form.rows["1.2.1"], form.columns["answer"]
    form.sheet.merge_cells(start_row=top, end_row=top + 1, start_column=column, end_column=column)
    assert f"F{top}:F{top + 1}" in only_fault(read(form.data), "PF11")


def test_a_copied_answer_sheet_is_a_fault() -> None:
    form = filled_in()
    form.book.copy_worksheet(form.sheet).title = "Svar (2)"
    assert "Svar (2)" in only_fault(read(form.data), "PF03")


def test_a_form_without_its_hidden_notes_is_none() -> None:
    form = filled_in()
    del form.book["plantrack"]
    assert "plantrack" in only_fault(read(form.data), "PF03")
    form = filled_in()
    form.sheet.delete_cols(1)
    assert "dolda raden" in only_fault(read(form.data), "PF03")
    form = filled_in()
    form.sheet.cell(form.rows["1.2.1"], 1).value = "något annat"
    assert "något annat" in only_fault(read(form.data), "PF06")


def bomb() -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b" " * 80_000_000)
    return into.getvalue()


def of_parts(**parts: str) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as package:
        for name, text in parts.items():
            package.writestr(name.replace("__", "/"), text)
    return into.getvalue()


ENTITIES = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
STRANGE = {
    "empty": (b"", "PF01", "Filen är tom."),
    "a text": (b"Hej! Svaren kommer sen.", "PF01", "ingen Excel-arbetsbok"),
    "cut off": (EXCEL[: len(EXCEL) // 2], "PF01", "skadad"),
    "cut off at the end": (EXCEL[:-30], "PF01", "skadad"),
    "another package": (of_parts(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "PF01", ".ods"),
    "any package": (of_parts(**{"hej.txt": "hej"}), "PF01", "ingen Excel-arbetsbok"),
    "old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "PF01", ".xls"),
    "locked": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "PF01", "lösenord"),
    "a bomb": (bomb(), "PF02", "mycket större"),
    "large": (b"PK" + b"x" * 21_000_000, "PF02", "mycket större"),
    "entities": (with_part(EXCEL, "xl/sharedStrings.xml", lambda _old: ENTITIES), "PF02", "deklarerar"),
    "no XML": (with_part(EXCEL, "xl/worksheets/sheet2.xml", lambda old: old[:-40]), "PF01", "skadad"),
    "a string too many": (with_part(EXCEL, "xl/worksheets/sheet2.xml", lambda o: o.replace("<v>0</v>", "<v>99999</v>")), "PF01", "skadad"),
    "a bad place": (with_part(EXCEL, "xl/worksheets/sheet2.xml", lambda o: o.replace('r="B2"', 'r="2B"')), "PF01", "skadad"),
    "nested": (with_part(EXCEL, "xl/worksheets/sheet2.xml", lambda _old: "<a>" * 100_000), "PF01", "skadad"),
}  # fmt: skip


@pytest.mark.parametrize("case", STRANGE)
def test_what_is_no_form_is_one_clear_fault(case: str) -> None:
    data, code, words = STRANGE[case]
    assert words in only_fault(read(data), code)


@settings(max_examples=300)
@given(st.data())
def test_a_damaged_file_is_a_fault_and_never_a_crash(data: st.DataObject) -> None:
    cut = bytearray(data.draw(st.sampled_from([EXCEL, MARKDOWN.encode()])))
    for _n in range(data.draw(st.integers(1, 8))):
        cut[data.draw(st.integers(0, len(cut) - 1))] = data.draw(st.integers(0, 255))
    used = FormUsed("blankett", "sha256:0")
    for reader in (read_excel, read_markdown):
        filled = reader(used, bytes(cut))
        if not isinstance(filled, NotRead):
            for fault in collect(Replies(NORDVIK, SV), filled, Wish(DAY)).faults:
                assert fault_in_words(SV, "x", fault)


def small(*submissions: Any, parties: tuple[str, ...] = ("fof",)) -> Plan:
    things = {"1.1.1": activity(lead=("fof",)), "1.1.2": activity(lead=("fof",)), "1.1.3": activity()}
    return plan(things, *submissions, organisations={each: organisation(abbreviation=each.upper()) for each in parties})


SMALL = small()
LITTLE, LITTLE_MD = excel.written(form_of(SMALL)), markdown.written(form_of(SMALL))
COMMENT = Paper(LITTLE).cell("1.1.1", "comment").coordinate
EMPTY_COMMENT = re.compile(rf'<c r="{COMMENT}"[^>]*/>')
ANY_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), max_size=60)
STARTS = st.sampled_from(
    ["", "=", "+", "-", "@", "'", "_x000D_", "_x005F_", "<!--", "# ", "- [x] ", "> ", "Kommentar: ", "### 1.2.1 "]
)


def plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


@settings(max_examples=250)
@given(STARTS, ANY_TEXT)
def test_any_text_in_a_cell_comes_back_as_it_was(start: str, text: str) -> None:
    """Put into the file as spreadsheets put it there, escaped as they escape."""
    wanted = plain(start + text)
    escaped = escape(re.sub(r"_x([0-9A-Fa-f]{4})_", r"_x005F_x\1_", wanted))
    inline = f'<c r="{COMMENT}" t="inlineStr"><is><t xml:space="preserve">{escaped}</t></is></c>'
    data = with_part(LITTLE, "xl/worksheets/sheet2.xml", lambda old: EMPTY_COMMENT.sub(lambda _found: inline, old))
    assert answers(read(data, SMALL)) == ({"1.1.1": {"comment": wanted}} if wanted else {})


@settings(max_examples=250)
@given(STARTS, ANY_TEXT)
def test_any_text_in_markdown_comes_back_or_is_a_fault(start: str, text: str) -> None:
    wanted = "\n".join(line.strip() for line in plain(start + text).split("\n")).strip()
    found = read_md(said(LITTLE_MD, "1.1.1", "Kommentar", wanted), SMALL)
    if not found.refused:
        assert answers(found) == ({"1.1.1": {"comment": wanted}} if wanted else {})


def test_a_sign_that_xml_cannot_hold_comes_back() -> None:
    data = filled_in().write("1.2.1", "comment", "abc").data
    escaped = with_part(data, "xl/.*.xml", lambda old: old.replace(">abc<", ">ab_x000D_\n_x005F_x0041_c<"))
    assert answers(read(escaped))["1.2.1"]["comment"] == "ab\n_x0041_c"


# Markdown


def ticked(text: str, thing: str, word: str, mark: str = "- [x]") -> str:
    """The form with a box ticked."""
    key = text.index(f"plantrack-row {thing} ")
    place = text.index(f"- [ ] {word}\n", key)
    return f"{text[:place]}{mark} {word}\n{text[place + len(f'- [ ] {word}') + 1 :]}"


def said(text: str, thing: str, field: str, words: str) -> str:
    """The form with something written after the name of a field."""
    key = text.index(f"plantrack-row {thing} ")
    place = text.index(f"{field}:", key) + len(field) + 1
    return f"{text[:place]} {words}{text[place:]}"


def filled_in_md() -> str:
    text = ticked(MARKDOWN, "1.2.1", "genomförd")
    text = said(text, "1.2.1", "Kommentar", "Allt klart.\n\nMen sent, # tyvärr")
    text = said(text, "1.2.1", "Vad det bygger på", "\n2015-06-15-kf-bidrag\nhttps://nordvik.example/beslut")
    text = ticked(ticked(text, "1.2.k1", "delvis uppnått", "* [X]"), "1.2.k1", "osäkert", "- [ x ]")
    text = said(
        said(said(text, "1.2.m1", "Svar", "16 800"), "1.2.m1", "Värdets datum", "2015-11"), "1.2.m1", "Antal svar", "12"
    )
    text = said(text, "2.2.m1#numerator", "Svar", "546")
    return said(ticked(text, "2.1.m1", "ja"), "2.1.m1#effects", "Svar", "Två nya förslag")


MEANT_MD = {
    "1.2.1": {
        "status": "completed", "comment": "Allt klart.\n\nMen sent, # tyvärr",
        "evidence": ("2015-06-15-kf-bidrag", "https://nordvik.example/beslut"),
    },
    "1.2.k1": {"fulfilment": "partly", "forecast": "uncertain"},
    "1.2.m1": {"value": "16 800", "at": "2015-11", "n": "12"},
    "2.2.m1": {"numerator": "546"},
    "2.1.m1": {"value": "yes", "effects": "Två nya förslag"},
}  # fmt: skip


def quoted(text: str) -> str:
    return "Hej! Här är våra svar.\n\n" + "".join(f"> {line}\n" for line in text.split("\n")) + "\nMvh kansliet\n"


def twice_quoted(text: str) -> str:
    return quoted(quoted(text))


def crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def answered_below(text: str) -> str:
    """What was typed stands unquoted between the quoted lines."""
    given = ("Allt klart", "Men sent", "2015-06", "https", "16 800")
    return "\n".join(line if line.startswith(given) else f"> {line}" for line in text.split("\n"))


def wrapped(text: str) -> str:
    import textwrap

    lines = []
    for line in text.split("\n"):
        lines += textwrap.wrap(line, 72, break_long_words=False, break_on_hyphens=False) or [""]
    return "\n".join(lines)


def stars(text: str) -> str:
    return text.replace("- [", "* [").replace("\n\n\n", "\n\n")


@pytest.mark.parametrize(
    "change", [str, quoted, twice_quoted, crlf, answered_below, wrapped, stars], ids=lambda e: e.__name__
)
def test_what_mail_programs_do_does_not_matter(change: Callable[[str], str]) -> None:
    assert answers(read_md(change(filled_in_md()))) == MEANT_MD


def test_what_is_written_outside_the_fields_of_a_text_is_said_aloud() -> None:
    text = MARKDOWN.replace("## Så fyller ni i", "Vi har fått mer\natt göra.\n\n## Så fyller ni i")
    text = f"Hej!\n\n{text}\n1.2.2 är pausad.\n"
    for form in (text, crlf(text), quoted(text), stars(text)):
        found = read_md(form)
        assert {each.rule.code for each in found.faults} == {"PF09"}
        assert not found.refused
        said = " ".join(told(found))
        assert "”Vi har fått mer att göra.”" in said
        assert "1.2.2 är pausad." in said
        assert "Hej!" in said
    for untouched in (MARKDOWN, crlf(MARKDOWN), wrapped(MARKDOWN), stars(MARKDOWN), filled_in_md()):
        assert not read_md(untouched).faults
    nobodys = markdown.written(form_of(small(), ""))
    assert not read_md(nobodys.replace("Vem svarar:", "Vem svarar: FOF"), small()).faults


def at_line(found: Collected, text: str, words: str) -> bool:
    """Whether the only fault stands at the line with some words."""
    line = text.split("\n")[found.faults[0].place.row - 1]
    return words in line and told(found)[0].startswith(f"blankett.md:{found.faults[0].place.row}:")


def test_two_boxes_ticked_are_a_fault_with_its_line() -> None:
    text = ticked(ticked(MARKDOWN, "1.2.1", "pågår"), "1.2.1", "vilar")
    found = read_md(text)
    assert "”pågår” och ”vilar”" in only_fault(found, "PF12")
    assert at_line(found, text, "- [x] vilar")


FAULTY_MD = {
    "an odd mark": (lambda t: ticked(t, "1.2.1", "pågår", "- [-]"), "PF12", "kryssad"),
    "words at a box": (
        lambda t: ticked(t, "1.2.1", "pågår").replace("[x] pågår", "[x] pågår nästan"),
        "PF12",
        "pågår nästan",
    ),
    "words under the boxes": (
        lambda t: t.replace("- [ ] vilar\n", "- [ ] vilar\nvi är klara\n", 1),
        "PF08",
        "vi är klara",
    ),
    "words over the key": (
        lambda t: t.replace("\n<!-- plantrack-row 1.2.1 ", "\nvi är klara\n\n<!-- plantrack-row 1.2.1 "),
        "PF08",
        "vi är",
    ),
    "a name twice": (lambda t: said(t, "1.2.1", "Kommentar", "Bra\nAvvikelse: ingen"), "PF17", "Avvikelse"),
    "a field without use": (lambda t: said(t, "1.2.m1", "Kommentar", "Bra\nÅtgärd: ingen"), "PF08", "inte används"),
    "another heading": (
        lambda t: ticked(t, "1.2.1", "pågår").replace("En gemensam bokning", "En annan bokning"),
        "PF06",
        "En annan",
    ),
    "a broken key": (
        lambda t: t.replace("plantrack-row 1.2.1 ", "plantrack-row x y "),
        "PF06",
        "x ",
    ),
    "a figure": (lambda t: said(t, "1.2.m1", "Svar", "många"), "PF13", "många"),
    "a lost first line": (lambda t: t.split("\n", 1)[1], "PF03", "första raderna"),
    "empty": (lambda _t: " \n", "PF01", "tom"),
    "a newer form": (lambda t: t.replace("form=1", "form=2"), "PF03", "nyare"),
    "a form of no version": (lambda t: t.replace("form=1", "form=" + "1" * 5000), "PF03", "nyare"),
    "another plan": (lambda t: t.replace("plan=nordvik-2014", "plan=lunda-2014"), "PF04", "lunda-2014"),
    "no round": (lambda t: t.replace("round=2015", "round=..%2F..%2Fx"), "PF04", "../../x"),
}


@pytest.mark.parametrize("case", FAULTY_MD)
def test_each_fault_of_a_text_has_its_line(case: str) -> None:
    change, code, words = FAULTY_MD[case]
    assert words in only_fault(read_md(change(MARKDOWN)), code)


def test_a_text_that_is_no_utf8_is_a_fault() -> None:
    filled = read_markdown(FormUsed("x.md", ""), "Svar: på".encode("latin-1"))
    assert isinstance(filled, NotRead)
    assert [each.rule.code for each in filled.faults] == ["PF01"]


# Whose it is, and what was answered before


def answered(of: Plan, **words: str) -> str:
    """The small plan's form with boxes ticked."""
    text = markdown.written(form_of(of))
    for thing, word in words.items():
        text = ticked(text, thing.replace("_", "."), word)
    return text


def by_form(on: str, said_: dict[str, Any], **more: Any) -> Any:
    return submission("fof", on, said_, round="2015", from_=FormSource(file="x.xlsx"), **more)


def test_the_same_answers_again_are_nothing_new() -> None:
    text = answered(small(), **{"1_1_1": "pågår"})
    again = small(by_form("2015-12-01", {"1.1.1": "ongoing", "1.1.2": "paused"}))
    found = read_md(text, again)
    assert found.draft is None
    assert not found.refused
    assert found.read_before == ("s1",)


def test_another_form_needs_a_word_and_then_replaces_what_came_before() -> None:
    earlier = (
        by_form("2015-12-01", {"1.1.1": "ongoing", "1.1.2": "paused"}),
        by_form("2015-12-02", {"1.1.1": "paused"}, replaces=("s1",)),
        submission("fof", "2015-12-03", {"1.1.1": "ongoing"}),
    )
    of = small(*earlier)
    assert read_md(answered(of, **{"1_1_1": "pausad", "1_1_2": "pausad"}), of).read_before == ("s2",)
    text = answered(of, **{"1_1_1": "genomförd"})
    assert "1.1.1" in only_fault(read_md(text, of), "PF16")
    found = read_md(text, of, replace=True)
    assert found.draft.replaces == ("s2",)
    assert answers(found) == {"1.1.1": {"status": "completed"}}


def test_whose_a_form_is_must_be_known() -> None:
    of = small()
    text = answered(of, **{"1_1_1": "pågår"})
    renamed = small(parties=("kultur",))
    assert "”fof”" in only_fault(read_md(text, renamed), "PF05")
    assert read_md(text, renamed, by="kultur").draft.by == "kultur"
    both = small(parties=("fof", "kultur"))
    assert "kultur" in only_fault(read_md(text, both, by="kultur"), "PF05")


def test_a_form_without_a_sender_says_who_answers_or_is_told() -> None:
    of = small()
    text = ticked(markdown.written(form_of(of, "")), "1.1.3", "pågår")
    assert "--by" in only_fault(read_md(text, of), "PF05")
    assert read_md(text, of, by="fof").draft.by == "fof"
    assert read_md(text.replace("Vem svarar:", "Vem svarar: FOF"), of).draft.by == "fof"
    assert "Någon" in only_fault(read_md(text.replace("Vem svarar:", "Vem svarar: Någon"), of), "PF05")
    form = Paper(excel.written(form_of(of, "")))
    form.write("1.1.3", value="pågår").sheet["C4"] = "en part"
    assert read(form.data, of).draft.by == "fof"


def test_a_name_that_two_have_is_nobodys() -> None:
    of = small(parties=("fof", "kultur"))
    assert organisations_named(of, " en  PART ") == ("fof", "kultur")
    assert organisations_named(of, "FOF") == ("fof",)
    assert organisations_named(of, "") == ()
    of.organisations = {**of.organisations, "FOF": organisation(formerly=(FormerName(name="Förr", abbreviation="FF"),))}
    assert organisations_named(of, "fof") == ("fof",), "an id as it is written is nobody else's"
    assert organisations_named(of, "Fof") == ("fof", "FOF")
    assert organisations_named(of, "ff") == organisations_named(of, "förr") == ("FOF",)


def test_a_thing_that_the_plan_no_longer_has_is_a_fault() -> None:
    of = small()
    text = answered(of, **{"1_1_2": "pågår"})
    del of.goals["1.1"].activities["1.1.2"]
    shrunk = of.without(())
    assert "1.1.2" in only_fault(read_md(text, shrunk), "PF15")


def test_a_question_that_is_gone_is_a_fault() -> None:
    form = filled_in()
    shrunk = NORDVIK.without(())
    goal = shrunk.goals["4.1"]
    changed = dict(vars(goal.indicators["4.1.m2"]), categories=("kommunen",))
    indicator = type(goal.indicators["4.1.m2"])(**changed)
    shrunk.goals = {
        **shrunk.goals,
        "4.1": type(goal)(**{**vars(goal), "indicators": {**goal.indicators, "4.1.m2": indicator}}),
    }
    assert {each.rule.code for each in read(form.data, shrunk).faults} == {"PF15"}


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t", "\N{NO-BREAK SPACE}"])
def test_an_empty_row_gives_nothing(text: str) -> None:
    assert answers(read(paper().write("1.2.1", "remedy", text).write("1.2.2", value="pågår").data)) == {
        "1.2.2": {"status": "ongoing"}
    }
