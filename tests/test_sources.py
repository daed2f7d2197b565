"""With ``--sources`` each figure leads to what it rests on: file, line and revision; counts lead to what they count."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from desk import EXAMPLE, ROOT, SHOW_PIECE, Desk

from plantrack.commands.making import make
from plantrack.commands.options import open_plan
from plantrack.formats import html, markdown
from plantrack.locales import NO_BREAK
from plantrack.report.document import (
    Bullets,
    Callout,
    Chart,
    Document,
    Facts,
    Link,
    PlanText,
    Prose,
    Row,
    Said,
    Section,
    State,
    Table,
    Tally,
    plain,
    walk,
)
from plantrack.report.references import WAITING
from plantrack.report.stamp import Asked

NUMBER = re.compile(r"\[(\d+)\]")
PLACE = re.compile(r"([\w./-]+\.yaml):(\d+)")


@cache
def report(plan: Path = SHOW_PIECE, *, sources: bool = True, **asked: Any) -> Document:
    session = open_plan(str(plan), asked.get("on", ""), "en")
    return make(session, Asked(**{"round": "2015", "language": "en", "sources": sources, **asked}))


def links(value: Any) -> Iterator[Link]:
    """Every link in a part of a document."""
    if isinstance(value, Link):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from links(each)


def without(value: Any) -> Any:
    """A part of a document without its references."""
    if not isinstance(value, tuple):
        return value
    kept = [each for n, each in enumerate(value) if not is_reference(each) and not is_reference(*value[n + 1 : n + 2])]
    parts = [without(each) for each in kept]
    return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)


def is_reference(piece: Any = None) -> bool:
    return isinstance(piece, Link) and piece.target.startswith("source-")


def annex(document: Document) -> Section:
    return document.sections[-1]


def rows(document: Document) -> dict[int, Row]:
    """The rows of the annex by their numbers."""
    found = [row for part in annex(document).sections for block in part.blocks for row in block.rows]  # type: ignore[union-attr]
    return {int(row.anchor.removeprefix("source-")): row for row in found}


def row_of(document: Document, figure: str) -> Row:
    """The row of the annex on a figure, as “1.2.1, status, 2015”."""
    (found,) = (row for row in rows(document).values() if plain(row.cells[1]) == figure)
    return found


def places(row: Row) -> list[str]:
    return ["".join(found) for found in re.findall(r"([\w./-]+\.yaml:\d+)", plain(row.cells[3]))]


def line_at(place: str, plan: Path = SHOW_PIECE) -> str:
    file, _colon, line = place.rpartition(":")
    return (plan / file).read_text(encoding="utf-8").split("\n")[int(line) - 1]


def test_sources_change_nothing_but_the_references_and_the_annex() -> None:
    traced, usual = report(), report(sources=False)
    assert tuple(without(each) for each in traced.sections[:-1]) == usual.sections
    assert not any(is_reference(each) for each in links(usual.sections))
    assert {name: each for name, each in traced.figures.items() if name not in ("sources", "sums")} == usual.figures
    assert traced.stamp.figures == usual.stamp.figures


@pytest.mark.parametrize(
    "asked",
    [{}, {"only": "1"}, {"only": "1.1"}, {"only": "1.1.1"}, {"organisation": "kultur"}, {"summary": True}, {"round": "2016"}],
    ids=str,
)  # fmt: skip
def test_each_reference_leads_to_its_row_and_each_row_is_led_to(asked: dict[str, Any]) -> None:
    document = report(**asked)
    found = list(links((document.sections, document.cover, document.notes)))
    assert not [each for each in found if each.target.startswith(WAITING)]
    numbers = {int(each.target.removeprefix("source-")) for each in found if is_reference(each)}
    assert all(each.text == f"[{each.target.removeprefix('source-')}]" for each in found if is_reference(each))
    assert list(rows(document)) == sorted(numbers) == list(range(1, len(numbers) + 1))
    assert [plain(row.cells[0]) for row in rows(document).values()] == [f"[{n}]" for n in sorted(numbers)]


@pytest.mark.parametrize("asked", [{}, {"only": "1"}, {"only": "1.1.1"}, {"organisation": "kultur"}], ids=str)
def test_states_in_tables_say_what_they_rest_on(asked: dict[str, Any]) -> None:
    for _level, section in walk(report(**asked).sections):
        for table in (block for block in section.blocks if isinstance(block, Table)):
            if section.anchor.startswith(("symbols", "sources")):
                continue
            for cell in (cell for row in table.rows for cell in row.cells):
                if any(isinstance(piece, State) and piece.word != "older wording" for piece in cell):
                    assert any(is_reference(piece) for piece in cell), (section.anchor, plain(cell))


NO_FIGURES = re.compile(
    r"\d{4}-\d\d(-\d\d)?"  # days
    r"|\d{1,2} \w+ \d{4}\b"  # days in words
    r"|\b(19|20)\d\d\b"  # years and rounds
    r"|\b\d+(\.\w+)+\b"  # numbers of things
    r"|\(?PT\d{3}\)?|§ \d+|\bregister no\. [^\s,;)]+|\b[\w/-]+-\d{5}\b|, item \d+|\b0127/13\b"  # rules, minutes, registers
    r"|\b\d+ days after\b|\d\d:\d\d"  # times as the plan states them
)
"""What is written with digits and is no figure."""


def unnumbered(said: tuple[Any, ...]) -> str:
    """What stands in the tool's own words in a cell, without dates, ids and the like. What people wrote is theirs."""
    words = [piece for piece in said if not isinstance(piece, (Said, Link))]
    return NO_FIGURES.sub("", plain(tuple(words)).replace(NO_BREAK, " "))


def statements(block: Any) -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...]]]:
    """Each statement of a block, with the words beside it that may hold its reference."""
    match block:
        case Prose():
            yield block.pieces, block.pieces
        case Bullets():
            yield from ((item, item) for item in block.items)
        case Facts():
            yield from ((said, said) for _name, said in block.items if not isinstance(said, PlanText))
        case Tally():
            yield (*block.caption, *(share.text for share in block.shares)), block.caption
        case Chart():
            yield (block.description,), block.caption
            yield from statements(block.table)
        case Table():
            yield block.caption, block.caption
            yield from ((cell, cell) for row in block.rows for cell in row.cells)
        case Callout():
            for inner in block.blocks:
                yield from statements(inner)


@pytest.mark.parametrize(
    ("plan", "asked"),
    [
        *((SHOW_PIECE, asked) for asked in (
            {}, {"only": "1"}, {"only": "1.1.1"}, {"organisation": "kultur"}, {"summary": True}, {"round": "2016"},
            {"summary": True, "only": "1"}, {"on": "2015-06-30"})),
        (EXAMPLE, {}), (ROOT / "plan", {}), (ROOT / "plan", {"summary": True}),
    ],
    ids=str,
)  # fmt: skip
def test_every_figure_has_a_reference(plan: Path, asked: dict[str, Any]) -> None:
    """But those of the findings, which are the checks' own words, of the source as it was read, and of how the report is read."""
    bare = [
        (section.anchor, plain(said))
        for _level, section in walk(report(plan, **asked).sections)
        if not section.anchor.startswith(("sources", "symbols", "rule-", "corrections"))
        for block in section.blocks
        for said, beside in statements(block)
        if re.search(r"\d", unnumbered(said)) and not any(is_reference(piece) for piece in beside)
    ]
    assert not bare


def row_led_to(document: Document, anchor: str, words: str) -> Row:
    """The row that the last reference leads to of the statement in a section that begins with some words."""
    section = next(each for _level, each in walk(document.sections) if each.anchor == anchor)
    said = next(
        said for block in section.blocks for said, _beside in statements(block) if plain(said).startswith(words)
    )
    return rows(document)[int([piece for piece in said if is_reference(piece)][-1].target.removeprefix("source-"))]


def test_the_sum_of_all_costs_lists_what_it_adds_up() -> None:
    row = row_of(report(), "All bearers, amounts")
    said = plain(row.cells[2]).replace("\N{NO-BREAK SPACE}", " ")
    planned = [int(each.replace(",", "")) for each in re.findall(r"planned: ([\d,]+) SEK", said)]
    paid = [int(each.replace(",", "")) for each in re.findall(r"paid: ([\d,]+) SEK", said)]
    assert (sum(planned), sum(paid)) == (9_495_000, 6_814_000)
    assert set(places(row_of(report(), "Department for Health and Elderly Care, amounts"))) < set(places(row))
    economy = next(each for each in report().sections if each.anchor == "economy")
    chart = next(block for block in economy.blocks if isinstance(block, Chart))
    number = plain(row.cells[0])
    assert all(number in plain(cell) for cell in chart.table.rows[-1].cells[1:])


def test_a_count_of_answers_leads_to_who_has_answered_and_who_has_not() -> None:
    row = row_led_to(report(), "answers", "19 of 20 organisations that were asked")
    assert plain(row.cells[1]) == "Organisations that have answered, 2014"
    now = row_of(report(), "Organisations that have answered, 2015")
    assert plain(now.cells[2]).startswith("19: BUF, FoF, ")
    assert plain(now.cells[2]).endswith("the others 1: Seniors' Forum Nordvik")
    assert "progress/2015/2015-12-01-buf-91fc.yaml" in plain(now.cells[3])


def test_a_count_of_what_is_missing_leads_to_each_thing() -> None:
    row = row_led_to(report(), "summary-missing", "No value for 3 of 29")
    assert plain(row.cells[1]) == "Indicators without a value, 2015"
    assert plain(row.cells[2]).startswith("3: 3.3.m2, 3.3.m3, 4.2.m3 the others 26: ")
    assert len(places(row)) == 3
    assert all(re.match(r"\s*\d\.\d\.m\d:|\s+", line_at(each)) for each in places(row))


def test_a_count_of_deviations_leads_to_each_activity() -> None:
    row = row_led_to(report(), "summary-deviations", "9 activities in all")
    assert plain(row.cells[2]).startswith("9: ")
    assert len(places(row)) == 9


def test_shortcomings_lead_to_each_place() -> None:
    row = row_of(report(), "Shortcomings of the plan")
    told = [int(each) for each in re.findall(r"PT\d{3}: (\d+)", plain(row.cells[2]))]
    assert sum(told) == 53
    assert len(places(row)) > len(told)


def test_each_value_of_a_curve_leads_to_its_own_round() -> None:
    section = next(each for _level, each in walk(report().sections) if each.anchor == "id-1.1")
    curve = next(block for block in section.blocks if isinstance(block, Chart) and "1.1.m3" in plain(block.caption))
    led = {
        (plain(row.cells[0]), plain(row.cells[1])): rows(report())[int(row.cells[2][-1].target.removeprefix("source-"))]  # type: ignore[union-attr]
        for row in curve.table.rows
    }
    assert plain(led["Measured value", "2014-10-31"].cells[1]) == "1.1.m3, value of the round, 2014"
    assert plain(led["Measured value", "2015-10-31"].cells[1]) == "1.1.m3, value of the round, 2015"
    assert plain(led["Baseline", "2013-12-31"].cells[1]) == "1.1.m3, baseline"


def test_each_place_is_a_line_that_is_there() -> None:
    for row in rows(report()).values():
        for place in places(row):
            assert line_at(place).strip(), place
    for names in report().figures["sources"].values():
        assert names
        for place in names:
            assert line_at(place).strip(), place


def test_a_state_leads_to_the_answer_that_gave_it() -> None:
    row = row_of(report(), "1.1.3, status, 2015")
    assert plain(row.cells[2]) == "paused Reported by the lead, District Office Islands, on 2016-01-14."
    (place,) = places(row)
    assert place.startswith("progress/2015/2016-01-14-kd-skargard-")
    assert "status: paused" in line_at(place)
    then = row_of(report(), "1.1.3, status, 2014")
    assert "progress/2014/2015-01-13-kd-skargard-" in places(then)[0]


def test_a_schedule_leads_to_the_time_and_to_the_answer() -> None:
    row = row_of(report(), "1.1.3, schedule, 2015")
    assert "Its end, 2015-08-31, has passed, and it is not completed." in plain(row.cells[2])
    when, answer = places(row)
    assert "when:" in line_at(when)
    assert "status: paused" in line_at(answer)


def test_answers_that_differ_are_all_named() -> None:
    found = places(row_of(report(), "1.2.2, status, 2015"))
    assert [each.split("-")[3] for each in found] == ["fof", "buf"]


def test_each_organisations_own_answer_leads_to_it() -> None:
    (place,) = places(row_of(report(), "1.2.2, BUF, own answer, 2015"))
    assert place.startswith("progress/2015/2015-12-01-buf-")


def test_what_ended_by_decision_leads_to_the_decision() -> None:
    said, decided = places(row_of(report(), "1.3.2, status, 2015"))
    assert "ended" in line_at(said)
    assert decided.startswith("decisions/2015-04-20-ks.yaml:")


def test_what_is_unchanged_leads_to_what_it_repeats() -> None:
    now, then = places(row_of(report(), "1.3.1, status, 2015"))
    assert "unchanged" in line_at(now)
    assert then.startswith("progress/2014/2014-11-26-kultur-")


def test_silence_says_where_it_was_looked_for() -> None:
    row = row_of(report(), "3.3.3, status, 2015")
    assert plain(row.cells[2]) == (
        "no report Nobody has reported. Looked for in the 20 submissions of 2015: none of them names 3.3.3."
    )
    (place,) = places(row)
    assert "3.3.3" in line_at(place)


def test_an_outcome_leads_to_value_baseline_and_target() -> None:
    row = row_of(report(), "1.1.m3, outcome, 2015")
    assert "74 on 2015-10-31, from 61 towards 90 by 2016-12-31" in plain(row.cells[2])
    told = [line_at(each).strip().partition(":")[0] for each in places(row)]
    assert told == ["value", "baseline", "targets", "direction"]


def test_a_sum_of_values_leads_to_each_part() -> None:
    found = places(row_of(report(), "1.1.m2, latest value, 2015"))
    parts = [int(re.sub(r"\D", "", line_at(each).partition(":")[2])) for each in found]
    assert len(parts) == 3
    assert sum(parts) == 27300


def test_a_judgement_in_the_report_leads_to_its_text() -> None:
    (place,) = places(row_of(report(), "1.1, forecast, 2015"))
    assert place.startswith("reports/2015/1.1.yaml:")
    assert line_at(place).startswith("forecast:")


def test_an_amount_leads_to_every_line_that_it_is_the_sum_of() -> None:
    row = row_of(report(), "Department for Health and Elderly Care, amounts")
    assert "3.2.2, planned: 540,000 SEK" in plain(row.cells[2]).replace("\N{NO-BREAK SPACE}", " ")
    assert "3.2.4, paid: 28,000 SEK" in plain(row.cells[2]).replace("\N{NO-BREAK SPACE}", " ")
    assert len(places(row)) == 4


@pytest.mark.parametrize(
    ("plan", "asked"),
    [(SHOW_PIECE, {}), (SHOW_PIECE, {"round": "2014"}), (SHOW_PIECE, {"only": "1"}), (SHOW_PIECE, {"organisation": "kultur"}),
     (SHOW_PIECE, {"on": "2015-06-30"}), (EXAMPLE, {}), (EXAMPLE, {"round": "2014"})],
    ids=str,
)  # fmt: skip
def test_anybody_can_add_up(plan: Path, asked: dict[str, Any]) -> None:
    figures = report(plan, **asked).figures
    counts = {"total": figures["total"]}
    counts |= {f"{table}.{i}": each for table in ("themes", "organisations") for i, each in figures[table].items()}
    counts |= {
        f"goals.{i}.activities": each["activities"] for i, each in figures["goals"].items() if "activities" in each
    }
    for name, each in counts.items():
        for axis in ("status", "schedule"):
            told = {key: len(figures["sums"].get(f"{name}.{axis}.{key}", ())) for key in each[axis]}
            assert told == each[axis], (name, axis)
        left_out = figures["sums"].get(f"{name}.status.left_out", ())
        assert len(left_out) == sum(each["left_out"].values()), name


def test_a_count_in_the_report_names_what_it_counts() -> None:
    row = row_of(report(), "The whole, status, 2015")
    assert plain(row.cells[2]).startswith("completed 5: 1.2.1, 1.2.3, 3.2.1, 4.1.1, 4.2.1 ongoing 16: ")
    assert plain(row.cells[2]).endswith("Sum: 30")
    lead = next(each for each in report().sections if each.anchor == "summary").blocks
    assert any(is_reference(each) for each in links(lead))


def test_other_tools_get_the_same_by_name() -> None:
    figures = report().figures
    assert figures["sources"]["activities.1.1.3.status"] == places(row_of(report(), "1.1.3, status, 2015"))
    for kind, names in (
        ("activities", ("status", "schedule")),
        ("steps", ("status", "schedule")),
        ("goals", ("fulfilment", "forecast")),
        ("criteria", ("fulfilment", "forecast")),
        ("indicators", ("value", "outcome", "trend", "baseline", "targets")),
    ):
        for thing in figures[kind]:
            for name in names:
                assert f"{kind}.{thing}.{name}" in figures["sources"]


def test_what_all_judgements_rest_on_is_said_once() -> None:
    told = {plain(name): plain(said) for name, said in annex(report()).blocks[-1].items}  # type: ignore[union-attr]
    day = PLACE.search(told["Time is judged on"])
    assert day
    assert line_at(day[0]) == "cut_off: 2015-12-31"
    assert "seasons" in line_at(told["Vague times are read as stated in"])
    on = report(on="2015-06-30")
    told = {plain(name): plain(said) for name, said in annex(on).blocks[-1].items}  # type: ignore[union-attr]
    assert told["Time is judged on"] == "2015-06-30 (asked for when the report was made)"


def test_in_html_each_reference_is_a_link_to_its_row() -> None:
    page = html.render(report())
    wanted = set(re.findall(r'href="#(source-\d+)"', page))
    assert wanted == set(re.findall(r'<tr id="(source-\d+)"', page)) == {f"source-{n}" for n in rows(report())}


def test_in_markdown_the_number_stands_beside_the_figure() -> None:
    text = markdown.render(report())
    number = plain(row_of(report(), "1.1.3, status, 2015").cells[0])[1:-1]
    assert f"□ paused \\[{number}\\]" in text
    assert f"| \\[{number}\\] | 1.1.3, status, 2015 |" in text


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(tmp_path, capsys, monkeypatch)


def traced(desk: Desk, *options: str) -> dict[str, Any]:
    said = desk.type("report", "2015", "--format", "json", "--sources", "-o", "-", *options)
    assert said.code == 0, said
    found: dict[str, Any] = json.loads(said.out)
    return found


def test_lines_are_those_of_the_revision(desk: Desk) -> None:
    figure = "activities.1.2.1.schedule"
    before = traced(desk)
    commit = desk.git("rev-parse", "HEAD").strip()
    assert commit in json.dumps(before["sections"][-1]["blocks"])
    goal = desk.plan / "1-kunskap" / "1.2-utbildning.yaml"
    goal.write_text("\n\n\n" + goal.read_text(encoding="utf-8"), encoding="utf-8")
    now = traced(desk)
    file, _colon, line = before["figures"]["sources"][figure][0].rpartition(":")
    assert now["figures"]["sources"][figure][0] == f"{file}:{int(line) + 3}"
    head = json.dumps(now["sections"][-1]["blocks"])
    assert commit not in head
    assert "which are not committed in git as they stand" in head
    assert traced(desk, "--rev", commit)["figures"] == before["figures"]


def test_its_file_lies_beside_the_report_itself(desk: Desk) -> None:
    said = desk.type("report", "2015", "--sources", "--format", "md")
    assert said.out.startswith("Wrote out/report-2015-sources.md")


def test_an_answer_for_a_member_leads_to_that_member(desk: Desk) -> None:
    (desk.plan / "progress" / "2015" / "2015-12-01-ksf-7e7e.yaml").write_text(
        "by: ksf\ndate: 2015-12-01\nround: 2015\nanswers:\n  2.1.2:\n    each:\n      kof:\n        status: paused\n"
        "      byalaget: completed\n",
        encoding="utf-8",
    )
    found = traced(desk)["figures"]["sources"]["activities.2.1.2.status"]
    assert "progress/2015/2015-12-01-ksf-7e7e.yaml:8" in found


def test_without_a_cut_off_or_any_answer_it_still_says_where_it_looked(desk: Desk) -> None:
    for file in desk.submissions("2015") + desk.submissions("2014"):
        file.unlink()
    found = traced(desk)
    text = json.dumps(found["sections"][-1])
    assert "There is no submission of 2015." in text
    assert found["figures"]["sources"]["activities.1.2.1.status"][0].startswith("1-kunskap/1.2-utbildning.yaml:")
