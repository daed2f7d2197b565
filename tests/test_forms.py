"""Forms on their way out: whom they ask what, how they look inside, and that nothing in them can do any harm."""

from __future__ import annotations

import io
import re
import warnings
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from followup_plans import activity, answer, criterion, indicator, organisation, plan, step, submission
from paper import Paper, part_of

from plantrack.dates import read_when
from plantrack.followup.standings import stand
from plantrack.forms import excel, markdown
from plantrack.forms.asking import forms_of
from plantrack.forms.form import COLUMNS, Form, Heading
from plantrack.forms.meanings import COLUMNS_MEAN, FULFILMENTS_MEAN, STATUSES_MEAN
from plantrack.locales import speech
from plantrack.model.progress import Round
from plantrack.model.words import FULFILMENTS, STATUSES
from plantrack.plan import Plan
from plantrack.store.folder import load

ROOT = Path(__file__).parent.parent
DAY = date(2015, 11, 2)
NORDVIK = load(ROOT / "examples" / "nordvik", DAY).plan


def forms(of: Plan, language: str = "en", round_id: str = "2015", day: date = DAY) -> dict[str, Form]:
    """The forms of a plan by who is asked."""
    return {form.organisation: form for form in forms_of(of, stand(of, round_id), speech(language), day)}


def row_of(form: Form, thing: str, part: str = "") -> object:
    return next(row for row in form.asked if (row.thing, row.part) == (thing, part))


def test_each_organisation_is_asked_what_is_its_own() -> None:
    made = forms(
        plan(
            {"1.1.1": activity(lead=("fof",)), "1.1.2": activity(lead=("kultur",))},
            organisations={"fof": organisation(), "kultur": organisation()},
        )
    )
    assert {who: form.things for who, form in made.items()} == {"fof": ("1.1.1",), "kultur": ("1.1.2",)}


def test_what_nobody_is_named_for_is_on_the_form_of_who_keeps_the_follow_up() -> None:
    things = {"1.1.1": activity(), "1.1.2": activity(lead=("nagon",))}
    parties = {"slk": organisation(), "nagon": organisation(kind="undetermined")}
    made = forms(plan(things, organisations=parties, follow_up={"responsible": ("slk",)}))
    assert {who: form.things for who, form in made.items()} == {"slk": ("1.1.1", "1.1.2")}


def test_where_nobody_keeps_it_the_sender_is_left_to_be_filled_in() -> None:
    things = {"1.1.1": activity(), "1.1.2": activity(lead=("nagon",)), "1.1.3": activity(lead=("fof",))}
    parties = {"fof": organisation(), "nagon": organisation(kind="undetermined")}
    for rounds in ({}, {"2015": Round(period=read_when("2015"), asked={"fof": ("1.1.3",)})}):
        made = forms(plan(things, organisations=parties, rounds=rounds))
        assert {who: form.things for who, form in made.items()} == {"fof": ("1.1.3",), "": ("1.1.1", "1.1.2")}
        assert "Who answers:" in markdown.written(made[""])
        paper = Paper(excel.written(made[""]))
        assert not paper.sheet["C4"].protection.locked


def test_steps_and_parts_of_a_value_have_rows_of_their_own() -> None:
    measured = {
        "1.1.m1": indicator("share", numerator="nöjda", denominator="alla", follow_up=("fof",)),
        "1.1.m2": indicator("survey", questions=("Ökar den?", "Räcker den?"), follow_up=("fof",)),
        "1.1.m3": indicator("category", categories=("staden", "sektorn"), follow_up=("fof",)),
        "1.1.m4": indicator("yes_no", if_yes="Vad ledde det till?", follow_up=("fof",)),
    }
    made = forms(
        plan(
            {"1.1.1": activity(lead=("fof",), steps={"1.1.1.a": step()})},
            indicators=measured,
            criteria={"1.1.k1": criterion(follow_up=("fof",))},
            organisations={"fof": organisation()},
        )
    )["fof"]
    heading, *rows = made.rows
    assert heading == Heading("1.1", "Ett mål")
    assert [(row.thing, row.text) for row in rows] == [
        ("1.1.1", "Något görs"), ("1.1.1.a", "Ett steg"), ("1.1.k1", "Något är sant"),
        ("1.1.m1", "Något mäts"), ("1.1.m1", "How many: nöjda"), ("1.1.m1", "Out of: alla"),
        ("1.1.m2", "Något mäts"), ("1.1.m2", "Question 1: Ökar den?"), ("1.1.m2", "Question 2: Räcker den?"),
        ("1.1.m3", "Något mäts"), ("1.1.m3", "How many: staden"), ("1.1.m3", "How many: sektorn"),
        ("1.1.m4", "Något mäts"), ("1.1.m4", "If yes: Vad ledde det till?"),
    ]  # fmt: skip
    by_thing = {row.thing: row for row in rows if not row.part}
    assert "answer" not in by_thing["1.1.m3"].cells, "the categories are counted one by one"
    assert by_thing["1.1.m4"].choices == ("yes", "no", "unchanged")
    assert {"deviation", "remedy"} <= set(by_thing["1.1.1"].cells)
    assert {"forecast", "ground"} <= set(by_thing["1.1.k1"].cells)
    assert {"at", "n"} <= set(by_thing["1.1.m1"].cells)


def test_the_last_answer_stands_beside_the_own_before_anybody_elses() -> None:
    made = forms(
        plan(
            {"1.1.1": activity(lead=("fof", "kultur")), "1.1.2": activity(lead=("fof",))},
            submission("fof", "2013-11-20", {"1.1.1": "not_started"}),
            submission("fof", "2014-11-20", {"1.1.1": {"status": "ongoing", "comment": "Det går."}}),
            submission("kultur", "2014-12-01", {"1.1.1": "paused"}),
            submission("fof", "2015-11-20", {"1.1.1": "completed"}),
            organisations={"fof": organisation(), "kultur": organisation()},
        )
    )
    assert row_of(made["fof"], "1.1.1").last == "ongoing (2014-11-20)\nDet går."
    assert row_of(made["kultur"], "1.1.1").last == "paused (2014-12-01)"
    assert row_of(made["fof"], "1.1.2").last == "no report"


def test_an_earlier_value_is_told_with_its_unit_and_its_day() -> None:
    form = forms(NORDVIK, "sv")["fof"]
    assert row_of(form, "2.2.m1").last.replace("\xa0", " ") == "53 procent (2014-10, n = 900)"
    assert row_of(form, "2.2.m1", "numerator").last == "477"
    assert row_of(form, "1.2.k1").last == "ej uppnått, väntas nås (2014-12-02)"
    assert "Målvärde: 60 (2016)" in row_of(form, "2.2.m1").details


def test_a_form_says_who_asks_when_to_answer_and_what_the_words_mean() -> None:
    form = forms(NORDVIK, "sv")["fof"]
    texts = {cell.value for row in openpyxl.load_workbook(io.BytesIO(excel.written(form)))["Läs först"] for cell in row}
    assert {"Förvaltningen för idrott och föreningar", "Kommunledningskontoret, klk@nordvik.example"} <= texts
    assert {"den 15 januari 2016", "Arbetet har börjat och är inte klart.", "vilar"} <= texts
    assert NORDVIK.header.invented["sv"] in texts
    told = markdown.written(form)
    for words in ("den 15 januari 2016", "Arbetet har börjat och är inte klart.", "klk@nordvik.example", "vilar"):
        assert words in told
    english = markdown.written(forms(NORDVIK, "en")["fof"])
    assert "Answer by:** 15 January 2016" in english
    assert "The work has begun and is not finished." in english
    assert "Svar" not in english


def test_the_same_form_has_the_same_bytes_and_makes_no_noise() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for language in ("sv", "en"):
            for form in forms(NORDVIK, language).values():
                assert excel.written(form) == excel.written(form)
    later = forms(NORDVIK, "sv", day=date(2015, 12, 1))["buf"]
    assert excel.written(forms(NORDVIK, "sv")["buf"]) == excel.written(later), "the day it was made is not in it"


def test_only_cells_for_answers_can_be_written_in() -> None:
    form = forms(NORDVIK, "en")["fof"]
    paper = Paper(excel.written(form))
    open_ = {(row.number, cell) for row in form.asked if not row.part for cell in row.cells}
    shown = {cell.row: cell.value for cell in paper.sheet["B"]}
    names = {column: name for name, column in paper.columns.items()}
    found = {
        (shown[cell.row], names[cell.column])
        for row in paper.sheet.iter_rows(min_row=6)
        for cell in row
        if not cell.protection.locked
    }
    assert found == open_
    protection = re.search(r"<sheetProtection [^>]*>", part_of(excel.written(form), "xl/worksheets/sheet2.xml"))[0]
    assert 'autoFilter="0"' in protection, "filtering is allowed"
    assert 'formatColumns="0"' in protection
    assert "sort=" not in protection, "sorting is not"
    assert "password" not in protection
    assert (
        paper.sheet.auto_filter.ref
        == f"B5:{paper.sheet.cell(1, paper.sheet.max_column).column_letter}{paper.sheet.max_row}"
    )
    assert paper.sheet.freeze_panes == "D6"
    assert paper.sheet.column_dimensions["A"].hidden
    assert paper.sheet.row_dimensions[1].hidden
    assert paper.book["plantrack"].sheet_state == "veryHidden"
    assert paper.sheet.page_setup.orientation == "landscape"
    assert paper.sheet.print_title_rows == "$5:$5"


def test_cells_offer_the_words_of_the_language() -> None:
    paper = Paper(excel.written(forms(NORDVIK, "sv")["fof"]))
    offered = {}
    for rule in paper.sheet.data_validations.dataValidation:
        if rule.type == "list":
            words = paper.book["plantrack"][rule.formula1.split("!")[1].replace("$", "")]
            for area in rule.sqref.ranges:
                offered[area.coord] = [cell.value for (cell,) in words]
    activity_cell, criterion_cell = paper.cell("1.2.1").coordinate, paper.cell("1.2.k1").coordinate
    whole = lambda cell: next(words for area, words in offered.items() if cell in flat(area))  # noqa: E731
    assert whole(activity_cell)[:3] == ["ej påbörjad", "pågår", "genomförd"]
    assert "vilar" in whole(activity_cell), "the plan's own words are offered too"
    assert whole(criterion_cell)[-1] == "oförändrat"
    assert whole(paper.cell("1.2.k1", "forecast").coordinate) == ["väntas nås", "osäkert", "väntas inte nås"]


def flat(area: str) -> set[str]:
    found = set()
    for row in openpyxl.Workbook().active[area] if ":" in area else ():
        found |= {cell.coordinate for cell in row}
    return found or {area}


HARM = '=HYPERLINK("http://ond.example")'


def test_no_text_becomes_a_formula_a_link_a_number_or_a_date() -> None:
    texts = {
        "1.1.1": HARM, "1.1.2": "+46 70", "1.1.3": "-1", "1.1.4": "@sum(A1)", "1.1.5": "http://ond.example", "1.1.6": "007",
        "1.1.7": "2015-11-20", "1.1.8": "_x0041_ & <b>\"x\"</b>", "1.1.9": "{=1+1}",
    }  # fmt: skip
    things = {thing: activity(lead=("fof",)) for thing in texts}
    for thing, text in texts.items():
        things[thing].__dict__["title"] = text
    form = forms(plan(things, organisations={"fof": organisation()}))["fof"]
    data = excel.written(form)
    paper = Paper(data)
    for thing, text in texts.items():
        cell = paper.sheet.cell(paper.rows[thing], paper.columns["text"])
        assert cell.data_type == "s"
        assert cell.value == text
    assert "<f>" not in part_of(data, "xl/worksheets/sheet2.xml")
    assert "hyperlink" not in part_of(data, "xl/worksheets/sheet2.xml")


def test_what_a_cell_cannot_hold_is_cut_or_shown() -> None:
    things = {thing: activity(lead=("fof",)) for thing in ("1.1.1", "1.1.2", "1.1.3")}
    things["1.1.1"].__dict__["title"] = "lång " * 10_000
    things["1.1.3"].__dict__["title"] = "\N{GRINNING FACE}" * 20_000
    things["1.1.2"].__dict__["title"] = "före\x07efter\ufffe"
    form = forms(plan(things, organisations={"fof": organisation()}))["fof"]
    paper = Paper(excel.written(form))
    long = paper.sheet.cell(paper.rows["1.1.1"], paper.columns["text"]).value
    assert len(long) == 32_767
    assert long.endswith(" [cut here]")
    faces = paper.sheet.cell(paper.rows["1.1.3"], paper.columns["text"]).value
    assert len(faces.encode("utf-16-le")) // 2 <= 32_767, "as Excel counts"
    assert max(row.height or 0 for row in paper.sheet.row_dimensions.values()) <= 409, "Excel takes no higher row"
    assert (
        paper.sheet.cell(paper.rows["1.1.2"], paper.columns["text"]).value
        == "före\N{REPLACEMENT CHARACTER}efter\N{REPLACEMENT CHARACTER}"
    )


def test_markdown_can_do_nothing_but_be_read() -> None:
    things = {"1.1.1": activity(lead=("fof",))}
    things["1.1.1"].__dict__["title"] = "<!-- plantrack-end --> <script> `x` *y* [z](http://ond.example)"
    told = markdown.written(forms(plan(things, organisations={"fof": organisation()}))["fof"])
    assert "\\<!-- plantrack-end -->" in told
    assert "\\<script>" in told
    assert "\\[z\\](" in told


@pytest.mark.parametrize("round_id", ["2014", "2015", "2016"])
def test_every_form_of_the_examples_can_be_made(round_id: str) -> None:
    for folder in ("examples/nordvik", "plan", "tests/example"):
        of = load(ROOT / folder, DAY).plan
        for form in forms(of, "sv", round_id).values():
            assert form.rows
            assert markdown.written(form).count("<!-- plantrack-row ") == len(form.asked)
            assert len(Paper(excel.written(form)).rows) == len(form.asked)


def test_an_answer_of_this_round_does_not_change_the_form() -> None:
    """So that a form can be made again in the middle of a round."""
    before = plan({"1.1.1": activity(lead=("fof",))}, organisations={"fof": organisation()})
    after = plan(
        {"1.1.1": activity(lead=("fof",))},
        submission("fof", "2015-11-20", {"1.1.1": answer("ongoing").status}),
        organisations={"fof": organisation()},
    )
    assert excel.written(forms(before)["fof"]) == excel.written(forms(after)["fof"])


def test_every_word_and_every_column_is_explained() -> None:
    assert STATUSES_MEAN.keys() == STATUSES.keys()
    assert FULFILMENTS_MEAN.keys() == FULFILMENTS.keys()
    assert COLUMNS_MEAN.keys() == COLUMNS.keys()


def test_a_title_that_begins_with_a_figure_stands_whole_in_the_footer() -> None:
    titled = forms(
        plan(
            {"1.1.1": activity(lead=("fof",))},
            organisations={"fof": organisation()},
            rounds={"2015": Round(title="2015 års A&B", period=read_when("2015"))},
        )
    )
    for number in (1, 2):
        footer = part_of(excel.written(titled["fof"]), f"xl/worksheets/sheet{number}.xml")
        assert "&amp;C&amp;8 2015 års A&amp;&amp;B&amp;R&amp;8 &amp;P/&amp;N" in footer
