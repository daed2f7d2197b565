"""The report as a document: every section is there, every cell says something, and every link leads somewhere."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_parts import DAY, EXAMPLE, document, example, plan_with, request

from plantrack.report import outline
from plantrack.report.compose import compose
from plantrack.report.document import (
    Block,
    Bullets,
    Callout,
    Cell,
    Document,
    Facts,
    Link,
    PlanText,
    Prose,
    State,
    Table,
    Tally,
    plain,
    walk,
)
from plantrack.report.states import STATES, TONES
from plantrack.store.folder import load

EXPECTED = (
    "proposals", "summary", "about", "picture", "goals", "measurements", "economy", "commitments", "changes",
    "ahead", "activities", "log", "shortcomings", "corrections", "abbreviations", "symbols",
)  # fmt: skip
LANGUAGES = ("sv", "en")


def blocks(made: Document) -> Iterator[Block]:
    for _level, section in walk(made.sections):
        for block in section.blocks:
            yield block
            if isinstance(block, Callout):
                yield from block.blocks


def cells(made: Document) -> Iterator[Cell]:
    yield from (said for _name, said in made.cover.items if not isinstance(said, PlanText))
    for _level, section in walk(made.sections):
        yield section.title
    for block in blocks(made):
        match block:
            case Prose():
                yield block.pieces
            case Table():
                yield block.caption
                yield from (cell for row in block.rows for cell in row.cells)
            case Facts():
                yield from (said for _name, said in block.items if not isinstance(said, PlanText))
            case Bullets():
                yield from block.items
            case Tally():
                yield block.caption


def test_sections_stand_in_the_order_of_the_outline() -> None:
    assert tuple(section.anchor for section in document().sections) == EXPECTED
    # The whole period stands in a final report alone, and an assessment where an evaluator has spoken.
    assert len(outline.SECTIONS) == len(EXPECTED) + 2


@pytest.mark.parametrize("anchor", EXPECTED)
def test_section_says_something(anchor: str) -> None:
    [section] = [each for each in document().sections if each.anchor == anchor]
    assert section.blocks or section.sections


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cell_is_empty(language: str) -> None:
    for cell in cells(document(language=language)):
        assert plain(cell).strip(), cell


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_have_one_cell_a_column(language: str) -> None:
    for block in blocks(document(language=language)):
        if isinstance(block, Table):
            assert block.rows
            assert {len(row.cells) for row in block.rows} == {len(block.columns)}
            assert all(column.title for column in block.columns)


def test_anchors_are_unique() -> None:
    made = document()
    anchors = [section.anchor for _level, section in walk(made.sections)]
    anchors += [row.anchor for block in blocks(made) if isinstance(block, Table) for row in block.rows if row.anchor]
    assert len(anchors) == len(set(anchors))


def test_links_lead_somewhere() -> None:
    made = document()
    anchors = {section.anchor for _level, section in walk(made.sections)}
    anchors |= {row.anchor for block in blocks(made) if isinstance(block, Table) for row in block.rows}
    targets = {piece.target for cell in cells(made) for piece in cell if isinstance(piece, Link)}
    assert targets
    assert targets <= anchors


def test_states_have_a_word_and_a_symbol_of_their_own() -> None:
    for axis in STATES.values():
        assert all(shown.word and shown.symbol and shown.tone in TONES for shown in axis.values())
        assert len({shown.symbol for shown in axis.values()}) == len(axis)
        assert len({shown.word for shown in axis.values()}) == len(axis)


def test_every_state_of_an_activity_is_explained() -> None:
    [symbols] = [section for section in document().sections if section.anchor == "symbols"]
    shown = {
        piece.word
        for _level, section in walk((symbols,))
        for block in section.blocks
        for cell in ([c for row in block.rows for c in row.cells] if isinstance(block, Table) else [])
        for piece in cell
        if isinstance(piece, State)
    }
    assert shown >= {"uppgift saknas", "olika uppgifter", "försenad", "kan ej bedömas"}


def test_denominator_is_printed_with_what_was_left_out() -> None:
    [summary] = [section for section in document().sections if section.anchor == "summary"]
    text = " ".join(plain(block.pieces) for block in summary.blocks if isinstance(block, Prose))
    assert "8 av planens 9 aktiviteter räknas. Utelämnade: 1 som utgick genom beslut (1.1.3)." in text


def test_last_report_stands_where_this_round_has_none() -> None:
    plan = plan_with(submissions={i: s for i, s in example().plan.submissions.items() if s.round != "2015"})
    texts = {plain(cell) for cell in cells(compose(request(plan, "2015", "sv")))}
    assert (
        "uppgift saknas (senast: pågår, 2014-11-25)" in texts or "uppgift saknas (senast: pågår, 2014-11-20)" in texts
    )


def test_names_are_those_that_were_valid() -> None:
    then = {plain(cell) for cell in cells(document("2014"))}
    now = {plain(cell) for cell in cells(document("2015"))}
    assert "FF (nu KoF)" in then
    assert "KoF" in now
    assert "TK (till 2015-03-31; nu Gatukontoret och Fastighetskontoret)" in now


def test_unsettled_cancellation_is_said() -> None:
    texts = {plain(cell) for cell in cells(document())}
    assert "anges som avbruten, beslut saknas" in texts
    assert any(text.startswith("Anges som avbrutna eller utgångna, fast beslut saknas: 2.1.3") for text in texts)


def test_last_report_shows_the_whole_period_and_what_is_left() -> None:
    made = document("2016")
    tables = {plain(block.caption): block for block in blocks(made) if isinstance(block, Table)}
    titles = [column.title for column in tables["Bedömning per mål"].columns]
    assert titles[1:4] == ["Måluppfyllelse 2014", "Måluppfyllelse 2015", "Måluppfyllelse 2016"]
    left = [plain(row.cells[0]) for row in tables["Inte genomfört när planen tar slut"].rows]
    assert left == ["1.1.2", "1.1.4", "1.2.1", "2.1.1", "2.1.2", "2.1.3"]


def test_what_was_not_measured_is_said() -> None:
    [table] = [
        b for b in blocks(document()) if isinstance(b, Table) and plain(b.caption).startswith("Indikatorernas värden")
    ]
    assert [plain(cell) for cell in table.rows[2].cells[2:]] == [
        "inget basvärde",
        "ej mätt",
        "ej mätt",
        "ja",
        "ej mätt",
    ]


def test_findings_that_say_the_same_stand_in_one_line() -> None:
    [section] = [each for _level, each in walk(document().sections) if each.anchor == "rule-PT504-warning"]
    [bullets] = [block for block in section.blocks if isinstance(block, Bullets)]
    assert len(bullets.items) == 1
    assert plain(bullets.items[0]).endswith("Detsamma gäller 1.2.2, 2.1.1, 2.1.3.")


def test_silent_plan_says_so_once_and_shows_the_plan() -> None:
    plan = plan_with(submissions={}, texts={}, rounds={})
    made = compose(request(plan, "2015", "sv"))
    anchors = [section.anchor for section in made.sections]
    assert "measurements" not in anchors
    assert "activities" in anchors
    before_annex = made._replace(sections=tuple(each for each in made.sections if each.anchor != "activities"))
    titles = {column.title for block in blocks(before_annex) if isinstance(block, Table) for column in block.columns}
    assert not titles & {"Status", "Tidsläge", "Utfall", "Trend", "Grund"} - {"Utfall"}
    [summary] = [section for section in made.sections if section.anchor == "summary"]
    first = summary.blocks[0]
    assert isinstance(first, Prose)
    assert plain(first.pieces).startswith("Ingen har rapporterat om någon av planens 9 aktiviteter.")


def test_invented_plan_says_so_first() -> None:
    assert document().notes[0].title == "En påhittad plan"


def test_texts_in_another_language_are_marked_and_announced() -> None:
    made = document(language="en")
    langs = {
        piece.lang
        for cell in cells(made)
        for piece in cell
        if piece and not isinstance(piece, str) and piece.kind == "said"
    }
    assert langs == {"sv", "en"}
    assert "Texts that are given only in Swedish are shown as they are." in plain(made.notes[1].blocks[0].pieces)  # type: ignore[union-attr]


FIELDS = [
    (file.relative_to(EXAMPLE).as_posix(), number)
    for file in sorted(EXAMPLE.rglob("*.yaml"))
    for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"))
    if line.strip()
]


@settings(max_examples=40, deadline=None)
@given(place=st.sampled_from(FIELDS), absent=st.booleans())
def test_a_line_that_is_missing_stops_no_report(
    tmp_path_factory: pytest.TempPathFactory, place: tuple[str, int], absent: bool
) -> None:
    name, number = place
    folder = tmp_path_factory.mktemp("plan") / "plan"
    shutil.copytree(EXAMPLE, folder)
    lines = (folder / name).read_text(encoding="utf-8").split("\n")
    key, colon, _value = lines[number].partition(":")
    lines[number] = f"{key}: to_be_determined" if colon and absent else ""
    (folder / name).write_text("\n".join(lines), encoding="utf-8")
    made = compose(request(load(folder, DAY).plan, "2015", "en"))
    assert all(plain(cell).strip() for cell in cells(made))
