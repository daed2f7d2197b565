"""The figures of a report agree with each other: parts with the whole, charts with tables, formats with one another.

And with the files, counted here by other means than the tool's own.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from desk import EXAMPLE, SHOW_PIECE

from plantrack.commands.making import make
from plantrack.commands.options import open_plan
from plantrack.formats.catalog import render
from plantrack.formats.spoken import lines_of
from plantrack.report.document import Cell, Chart, Document, Section, State, Table, plain, walk
from plantrack.report.stamp import Asked

PLANS = (SHOW_PIECE, EXAMPLE)
THINGS = ("activities", "steps", "goals", "criteria", "indicators")


@cache
def report(plan: Path = SHOW_PIECE, **asked: Any) -> Document:
    """A report of 2015."""
    return make(open_plan(str(plan), "", "en"), Asked(round="2015", language="en", **asked))


def summed(counts: Iterator[dict[str, Any]] | list[dict[str, Any]]) -> Counter[Any]:
    """What several counts are together, number by number, without those that are none."""
    total: Counter[Any] = Counter()
    for each in counts:
        total.update({name: each[name] for name in ("activities", "counted", "reported")})
        for kind in ("status", "schedule", "left_out"):
            total.update({(kind, state): number for state, number in each[kind].items()})
    return +total


def charts(document: Document, kind: str) -> list[Chart]:
    """The charts of one kind, wherever they stand."""
    blocks = (block for _level, section in walk(document.sections) for block in section.blocks)
    return [each for each in blocks if isinstance(each, Chart) and each.picture.kind == kind]


def section_of(document: Document, word: str) -> Section:
    """The section whose title has a word."""
    return next(each for _level, each in walk(document.sections) if word in plain(each.title))


def column(table: Table, word: str) -> int:
    """The place of a column by a word in its title."""
    return next(place for place, each in enumerate(table.columns) if word in each.title)


def number(cell: Cell) -> int:
    return int(plain(cell))


# ---- Parts and the whole ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("plan", PLANS)
def test_themes_and_goals_add_up_to_the_whole(plan: Path) -> None:
    figures = report(plan).figures
    whole = summed([figures["total"]])
    assert whole["activities"] > 0
    assert summed(list(figures["themes"].values())) == whole
    assert summed([goal["activities"] for goal in figures["goals"].values() if "activities" in goal]) == whole
    assert whole["counted"] == sum(figures["total"]["status"].values()) == sum(figures["total"]["schedule"].values())
    assert whole["activities"] == whole["counted"] + sum(figures["total"]["left_out"].values())
    assert whole["reported"] == whole["counted"] - figures["total"]["status"]["no_report"]


@pytest.mark.parametrize("plan", PLANS)
def test_counts_are_those_of_the_activities_one_by_one(plan: Path) -> None:
    figures = report(plan).figures
    counted = [each for each in figures["activities"].values() if each["counted"]]
    statuses = Counter(each["status"] for each in counted)
    schedules = Counter(each["schedule"] or "none" for each in counted)
    assert +Counter(figures["total"]["status"]) == statuses
    assert +Counter(figures["total"]["schedule"]) == schedules


@pytest.mark.parametrize("asked", [{"only": "1"}, {"only": "3"}, {"only": "1.2"}, {"only": "4.2"}, {"only": "3.1.1"}])
def test_part_of_a_plan_has_the_figures_that_the_whole_has_for_it(asked: dict[str, str]) -> None:
    whole, part = report().figures, report(**asked).figures
    for kind in THINGS:
        assert {i: whole[kind][i] for i in part[kind]} == part[kind], kind
    of = whole["themes"] if "." not in asked["only"] else {i: each["activities"] for i, each in whole["goals"].items()}
    if asked["only"] in of:
        assert part["total"] == of[asked["only"]]
    else:
        assert part["total"]["activities"] == 1


@pytest.mark.parametrize("organisation", ["klk", "fof", "kommundelarna", "fyren"])
def test_report_for_an_organisation_has_the_figures_that_the_whole_has_for_it(organisation: str) -> None:
    whole, part = report().figures, report(organisation=organisation).figures
    assert part["total"]["activities"] > 0
    assert part["total"] == whole["organisations"][organisation]
    for kind in ("activities", "steps"):
        assert {i: whole[kind][i] for i in part[kind]} == part[kind], kind


def test_sums_with_their_sources_count_what_they_name() -> None:
    whole, traced = report().figures, report(sources=True).figures
    assert {name: traced[name] for name in whole} == whole, "to be traced changes no figure"
    sums = traced["sums"]
    for kind in ("status", "schedule"):
        for state, counted in whole["total"][kind].items():
            assert len(sums.get(f"total.{kind}.{state}", ())) == counted, (kind, state)
        for theme, each in whole["themes"].items():
            for state, counted in each[kind].items():
                assert len(sums.get(f"themes.{theme}.{kind}.{state}", ())) == counted, (theme, kind, state)
    named = sums["total.status.ongoing"]
    assert {whole["activities"][each]["status"] for each in named} == {"ongoing"}


# ---- Charts and tables -----------------------------------------------------------------------------------------------


def test_chart_by_theme_has_the_figures_of_the_themes() -> None:
    """Each row of the table adds up, the rows of the themes are the figures, and the last row is their sum."""
    figures = report().figures
    [chart] = [
        each for each in charts(section_part("The whole picture"), "bars") if "Left out" in each.table.columns[-1].title
    ]
    table = chart.table
    theme, year, total = column(table, "Theme"), column(table, "Round"), column(table, "Sum")
    states = range(year + 1, total)
    rows = [each.cells for each in table.rows if plain(each.cells[year]) == "2015"]
    for cells in rows:
        assert sum(number(cells[place]) for place in states) == number(cells[total])
    for cells, each in zip(rows, [*figures["themes"].values(), figures["total"]], strict=True):
        shown = sorted(number(cells[place]) for place in states if number(cells[place]))
        assert shown == sorted(n for n in each["status"].values() if n), plain(cells[theme])
        assert number(cells[total]) == each["counted"]
        assert number(cells[-1]) == sum(each["left_out"].values())
    for place in range(year + 1, len(table.columns)):
        assert sum(number(cells[place]) for cells in rows[:-1]) == number(rows[-1][place])


def section_part(title: str) -> Document:
    """The report with only one of its sections."""
    return report()._replace(sections=(section_of(report(), title),))


def test_summary_shows_the_same_as_the_whole_picture() -> None:
    summary = charts(section_part("Summary"), "bars")
    whole = {plain(each.caption): each for each in charts(section_part("The whole picture"), "bars")}
    assert summary and whole
    last = [row for each in whole.values() for row in each.table.rows if "whole plan" in plain(row.cells[0])]
    for chart in summary:
        for row in chart.table.rows:
            assert [plain(cell) for cell in row.cells] in [[plain(cell) for cell in each.cells] for each in last]


def test_activities_stand_in_the_goals_tables_as_they_are_counted() -> None:
    """The sign of a state in the table of a goal is that of the state that the figures have."""
    document = report()
    signs: dict[str, set[str]] = {}
    shown = 0
    for _level, section in walk(document.sections):
        for block in section.blocks:
            if isinstance(block, Table) and plain(block.caption).startswith("Activities of goal"):
                status = column(block, "Status 2015")
                for row in block.rows:
                    activity = document.figures["activities"][plain(row.cells[0])]
                    state = next(piece for piece in row.cells[status] if isinstance(piece, State))
                    signs.setdefault(activity["status"], set()).add(state.symbol)
                    shown += 1
    assert shown == document.figures["total"]["activities"]
    assert all(len(each) == 1 for each in signs.values()), signs
    assert len(set.union(*signs.values())) == len(signs)


# ---- The files -------------------------------------------------------------------------------------------------------


class AsText(yaml.SafeLoader):
    """YAML without guesses: 1.10 stays what it is."""

    yaml_implicit_resolvers: dict[Any, Any] = {}


def read(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), AsText)
    return found


def counted_by_hand() -> Counter[str]:
    """How the activities stood in 2015, as a person would count them with the files on the table."""
    scale = {word: each["means"] for word, each in read(SHOW_PIECE / "plan.yaml")["scale"].items()}
    activities = {
        i: each
        for file in SHOW_PIECE.glob("[0-9]*/[0-9]*.yaml")
        for i, each in (read(file).get("activities") or {}).items()
    }
    said: dict[tuple[str, str], set[str]] = {}
    for file in (SHOW_PIECE / "progress").rglob("*.yaml"):
        submission = read(file)
        for i, answer in (submission.get("answers") or {}).items():
            word = answer.get("status", "") if isinstance(answer, dict) else answer
            if i in activities and word:
                said.setdefault((submission["round"], i), set()).add(scale.get(word, word))
    found: Counter[str] = Counter()
    for i, activity in activities.items():
        now, before = said.get(("2015", i), set()), said.get(("2014", i), set())
        if activity.get("ended", {}).get("date", "9999") <= "2015-12-31":
            found["left_out"] += 1
        elif not now:
            found["completed" if "completed" in before else "no_report"] += 1
        else:
            now = before if now == {"unchanged"} else now
            found["differing" if len(now) > 1 else next(iter(now))] += 1
    return found


def test_figures_are_what_the_files_say() -> None:
    total = report().figures["total"]
    by_hand = counted_by_hand()
    assert by_hand.pop("left_out") == sum(total["left_out"].values()) > 0
    assert by_hand == +Counter(total["status"])


# ---- Formats ---------------------------------------------------------------------------------------------------------


FORMATS = ("md", "html", "pdf", "docx", "json", "text")


@cache
def words_in(form: str, reader: str) -> str:
    """What stands in a format, on one line, without its markup and without places where words may break."""
    data = render(form, report(EXAMPLE), {})
    if form == "pdf":
        read_it = [reader, "-layout", "-", "-"]
        text = subprocess.run(read_it, input=data, capture_output=True, check=True).stdout.decode()
    elif form == "html":
        text = re.sub(r"(?s)<style.*?</style>|<svg.*?</svg>|<[^>]*>", " ", data.decode())
    elif form == "json":
        text = "\n".join(strings_of(json.loads(data)))
    else:
        text = "\n".join(lines_of(data, form))
    return " ".join(re.sub(r"[\u200b\u00ad\\]", "", text).split())


def strings_of(value: Any) -> Iterator[str]:
    """Every text in a JSON document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from strings_of(each)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_tells_the_same_counts(form: str, tools: Any) -> None:
    """The sentence that a council reads first."""
    total = report(EXAMPLE).figures["total"]
    words = words_in(form, tools.need("pdftotext"))
    told = re.search(r"(\d+) of (\d+) activities are completed", words)
    assert told, words[:2000]
    assert (int(told[1]), int(told[2])) == (total["status"]["completed"], total["counted"])


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_has_the_rows_of_the_chart_by_theme(form: str, tools: Any) -> None:
    words = words_in(form, tools.need("pdftotext"))
    table = next(each.table for each in charts(report(EXAMPLE), "bars") if len(each.table.rows) > 2)
    year = column(table, "Round")
    rows = [each.cells for each in table.rows if plain(each.cells[year]) == "2015"]
    assert len(rows) == len(report(EXAMPLE).figures["themes"]) + 1
    for cells in rows:
        numbers = [plain(cell) for cell in cells[year + 1 :]]
        row = r"2015\D+" + r"\D+".join(numbers) + r"(?!\d)"
        assert re.search(row, words), (plain(cells[0]), numbers)


@pytest.mark.parametrize(
    "text", ["\U0001f469\u200d\U0001f467 Ute", "한국어 שלום", "e\u0302\u0301\u0323 <b>&amp;</b> | `x`"]
)
def test_titles_may_hold_any_letters_also_in_charts(text: str, tmp_path: Path) -> None:
    """A PDF may hold no letter that its fonts lack, in its pictures neither: there it is told in words."""
    plan = tmp_path / "plan"
    shutil.copytree(EXAMPLE, plan)
    for file in (plan / "1-kunskap" / "theme.yaml", plan / "organisations.yaml"):
        before = file.read_text(encoding="utf-8")
        after = re.sub(r"(?m)^( +(?:sv|name): )(\w)", lambda found: f"{found[1]}{text} {found[2]}", before)
        assert after != before
        file.write_text(after, encoding="utf-8")
    document = make(open_plan(str(plan), "", "sv"), Asked(round="2015", language="sv"))
    assert charts(document, "bars")
    for form in FORMATS:
        assert render(form, document, {})
