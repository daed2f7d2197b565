"""The charts as they stand in a report: where they are, that every format tells what they show, and what is not drawn."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from xml.etree import ElementTree

import followup_plans as made
import pytest
from chart_parts import asked, plan_of

from plantrack.formats import html, markdown, text
from plantrack.report.charts.curves import FEW, MOST
from plantrack.report.compose import compose
from plantrack.report.document import Chart, Document, Section, plain, walk
from plantrack.report.sections import goal_measures, measurements, summary

PICTURE = re.compile(r"<svg xmlns.*?</svg>(?=\n?<details>)", re.DOTALL)
FIGURE = re.compile(r'<figure class="chart.*?</figure>', re.DOTALL)


@cache
def report(name: str = "nordvik", language: str = "sv") -> Document:
    """A whole report."""
    return compose(asked(plan_of(name), "2015", language)[0])


@cache
def page(name: str = "nordvik", language: str = "sv") -> str:
    """The same as a page."""
    return html.render(report(name, language))


def charts(document: Document) -> list[Chart]:
    """All its charts, in the order they are read."""
    blocks = (block for _level, section in walk(document.sections) for block in section.blocks)
    return [block for block in blocks if isinstance(block, Chart)]


def kinds(document: Document, anchor: str) -> list[str]:
    """The kinds of charts under a heading, and under those below it."""
    [section] = [each for _level, each in walk(document.sections) if each.anchor == anchor]
    inside: list[Section] = [each for _level, each in walk((section,))]
    return [block.picture.kind for each in inside for block in each.blocks if isinstance(block, Chart)]


REPORTS = pytest.mark.parametrize(("name", "language"), [("nordvik", "sv"), ("example", "en"), ("plan", "sv")])


def test_charts_stand_where_people_would_rather_look() -> None:
    document = report()
    assert kinds(document, "summary") == ["bars", "bars"]
    assert kinds(document, "picture") == ["bars", "bars", "grid", *["timeline"] * 4]
    assert kinds(document, "economy") == ["costs"]
    assert kinds(document, "id-1.1") == ["curves"] * 3
    assert kinds(document, "measurements") == []


def test_first_year_has_nothing_to_set_beside_it() -> None:
    section = summary.write(*asked(plan_of("nordvik"), "2014"))
    assert [block.kind for block in section.blocks if block.kind in ("chart", "tally")] == ["tally", "tally"]


def test_where_nobody_has_answered_only_time_is_drawn() -> None:
    assert {chart.picture.kind for chart in charts(report("plan"))} == {"timeline"}


@REPORTS
def test_page_shows_each_chart_with_its_words_and_its_figures(name: str, language: str) -> None:
    figures, wanted = FIGURE.findall(page(name, language)), charts(report(name, language))
    assert len(figures) == len(wanted) >= 3
    for figure, chart in zip(figures, wanted, strict=True):
        picture = ElementTree.fromstring(PICTURE.findall(figure)[0])
        named = {each.get("id"): each.text for each in (picture[0], picture[1])}
        assert picture.get("role") == "img"
        assert [named[each] for each in (picture.get("aria-labelledby") or "").split()] == [
            plain(chart.caption),
            chart.description,
        ]
        _before, table = figure.split("<details>")
        assert f"<summary>{report(name, language).labels.figures}</summary>" in table
        assert table.count("<tr>") + table.count('<tr class="total">') == 1 + len(chart.table.rows)


@REPORTS
def test_ids_stand_once_and_uses_lead_to_them(name: str, language: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', page(name, language))
    assert len(ids) == len(set(ids))
    led = set(re.findall(r'url\(#([^)]+)\)|href="#([^"]+)"', page(name, language)))
    assert {unescape(one or other) for one, other in led} <= {unescape(each) for each in ids}


@REPORTS
def test_nothing_runs_and_nothing_is_fetched(name: str, language: str) -> None:
    tags = set(re.findall(r"<([a-zA-Z]+)", page(name, language)))
    assert "svg" in tags
    assert not tags & {"script", "image", "foreignObject", "iframe", "object", "animate", "set"}
    assert not re.search(r"\son\w+=|@import|url\((?!#)", page(name, language))


def test_columns_of_figures_have_their_heads_on_a_narrow_screen() -> None:
    style = page().partition("</style>")[0]
    for figure, chart in zip(FIGURE.findall(page()), charts(report()), strict=True):
        [shape] = set(re.findall(r'<table class="(t\d+)"', figure))
        for place, column in enumerate(chart.table.columns, 1):
            if place != chart.table.head + 1:
                assert f".{shape} tr>:nth-child({place})::before{{content:{html.css_text(column.title)}}}" in style


@REPORTS
def test_markdown_says_it_in_a_sentence_and_in_figures(name: str, language: str) -> None:
    written = markdown.render(report(name, language))
    assert "<svg" not in written
    parts = written.split("\n\n")
    said = 0
    for chart in charts(report(name, language)):
        said = parts.index(markdown.escaped(chart.description), said + 1)
        assert parts[said - 1].startswith("**")
        assert len(parts[said + 1].split("\n")) == 2 + len(chart.table.rows)


def test_terminal_has_the_figures_and_never_the_picture() -> None:
    written = text.render(report())
    assert "<svg" not in written
    together = " ".join(written.split())
    for chart in charts(report()):
        assert " ".join(plain(chart.caption).split()) in together
        assert " ".join(chart.description.split()) in together


def test_same_figures_do_not_stand_twice() -> None:
    captions = [
        plain(block.caption) for _l, each in walk(report().sections) for block in each.blocks if block.kind == "table"
    ]
    assert not [each for each in captions if each in {plain(chart.table.caption) for chart in charts(report())}]
    assert not [each for each in captions if "per tema" in each or "per bärare" in each]


def test_many_indicators_are_drawn_together_and_not_at_their_goals() -> None:
    """Those that do not go as they should; else a report would be nothing but curves."""
    many = {f"1.1.m{number}": made.indicator(baseline={2013: 1}) for number in range(FEW + 1)}
    plan = made.plan({}, made.submission("o1", "2015-11-01", {each: {"value": "2"} for each in many}), indicators=many)
    request, tell = asked(plan)
    tables = goal_measures.tables(request, tell, "1.1", plan.goals["1.1"])
    assert tables and not [block for block in tables if isinstance(block, Chart)]
    section = measurements.write(request, tell)
    assert section and sum(isinstance(block, Chart) for block in section.blocks) == MOST
