"""The pictures of charts as SVG: they stand by themselves, can be read by everybody, and are the same every time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import followup_plans as made
import pytest
from browser import Browser, View
from chart_parts import MADE, PLANS, SVG, asked, drawn, every, layouts, of_report
from hypothesis import given
from hypothesis import strategies as st

from plantrack.formats import svg
from plantrack.formats.svg.letters import shortened, width_of, wrapped
from plantrack.formats.svg.looks import COLOURS, TONES
from plantrack.formats.svg.patterns import LINES
from plantrack.formats.svg.symbols import SHAPES
from plantrack.model.goal import Activity
from plantrack.model.organisation import Organisation
from plantrack.report.document import Share, State, plain
from plantrack.report.pictures import Bar, BarGroup, Bars, Curves, Dot, Label, Moment, Span, Tick
from plantrack.report.states import STATES
from plantrack.report.states import TONES as TONE_NAMES
from plantrack.shipped import templates
from plantrack.store.folder import load

REPORTS = pytest.mark.parametrize("report", MADE, ids="-".join)
Report = tuple[str, str, str]
CSS = (templates() / "report" / "charts.css").read_text(encoding="utf-8")
HOSTILE = (
    '<script>alert("1")</script> & så',
    "العمل على خطة المدينة وتنفيذها خلال العام القادم مع جميع الأقسام",
    "👩‍👩‍👧‍👦 Familjer 🎉🎉 och fest",
    "A" * 10_000,
    "\N{RIGHT-TO-LEFT OVERRIDE}omvänd text",
    "漢字のタイトルはとても長くて折り返しが必要です、はい",
    "a | b `c` *d* ]]> --> \x00\x1b",
)


@REPORTS
def test_picture_stands_by_itself(report: Report) -> None:
    """Well-formed, named and described; it leads nowhere else, and nothing in it can run."""
    used: set[str] = set()
    for number, chart in enumerate(of_report(*report)):
        picture = drawn(chart, f"c{number}")
        root = ElementTree.fromstring(picture)
        ids = [each.attrib["id"] for each in root.iter() if "id" in each.attrib]
        assert len(ids) == len(set(ids)) and not used & set(ids)
        used |= set(ids)
        assert root.attrib["role"] == "img" and root.attrib["viewBox"]
        assert root.attrib["aria-labelledby"].split() == [f"c{number}-title", f"c{number}-desc"]
        assert root[0].tag == f"{SVG}title" and root[0].text == plain(chart.caption)
        assert root[1].tag == f"{SVG}desc" and root[1].text == chart.description
        leads = re.findall(r'(?:url\(|href=")#([^")]+)', picture)
        assert set(leads) <= set(ids)
        tags = {each.tag.removeprefix(SVG) for each in root.iter()}
        assert tags <= {"svg", "title", "desc", "defs", "pattern", "g", "use", "rect", "path", "circle", "text"}
        assert not re.search(r"\son\w+=|javascript:|@import", picture)
        assert picture.count("http") == 1, "the name of SVG itself, which is no address"


@REPORTS
def test_no_words_run_into_one_another(report: Report) -> None:
    """On a page and on a telephone, and none runs out of the picture."""
    for chart in of_report(*report):
        for width, height, words in layouts(drawn(chart)):
            assert words
            for word in words:
                assert word.left >= -1 and word.right <= width + 1, (word, plain(chart.caption))
                assert word.top >= -1 and word.bottom <= height + 1, word
            for one, other in combinations(words, 2):
                apart = one.right <= other.left or other.right <= one.left
                assert apart or one.bottom <= other.top or other.bottom <= one.top, (one, other, plain(chart.caption))


def test_equal_pictures_are_equal_bytes() -> None:
    again = load(PLANS["nordvik"], date(2015, 12, 31)).plan
    fresh = every(*asked(again))
    assert [drawn(chart) for chart in fresh] == [drawn(chart) for chart in of_report("nordvik", "2015", "sv")]


def hostile() -> list[str]:
    """The pictures of a plan whose texts try everything."""
    times = ("2014-2016", "hösten 2014", "by 2015-06", "1999-2001", "2015-", "2030", "omgående")
    work = {
        f"1.1.{n}": Activity(title=title, when=made.read_when(time), lead=(f"o{n % 3}",))
        for n, (title, time) in enumerate(zip(HOSTILE, times, strict=True), 1)
    }
    names = ('<b>Kontoret</b> "&"' + "x" * 300, "مكتب", "🏛️ Stadshuset")
    plan = made.plan(
        work,
        made.submission("o1", "2015-11-01", {"1.1.1": "ongoing", "1.1.2": "completed", "1.1.m1": {"value": "12"}}),
        made.submission("o1", "2014-11-01", {"1.1.1": "ongoing", "1.1.m1": {"value": "1000000000"}}),
        indicators={"1.1.m1": made.indicator(baseline={"2013": "-3"}, targets={"2016": "0.0005"})},
        organisations={f"o{n}": Organisation(name=name, kind="department") for n, name in enumerate(names)},
    )
    return [drawn(chart) for chart in every(*asked(plan))]


def test_whatever_is_written_is_text() -> None:
    pictures = hostile()
    said = " ".join("".join(ElementTree.fromstring(each).itertext()) for each in pictures)
    assert "<script>alert(" in said and "<b>Kontoret</b>" in said and "🎉" in said
    assert not any("<script" in each or "<b>" in each or "\x00" in each for each in pictures)
    assert max(map(len, pictures)) < 40_000, "a word of ten thousand letters is cut"


def test_long_words_stay_in_the_picture() -> None:
    for picture in hostile():
        for width, _height, words in layouts(picture):
            assert all(word.left >= -1 and word.right <= width + 1 for word in words)


@pytest.mark.parametrize(
    "period", ["2014-2016", "2015", "2015-02/2015-03", "2014-09/2016-02", "1990-2030", "1000-3000"]
)
def test_any_period_has_its_axis(period: str) -> None:
    """Years, months, or several years together: always some are named, and none over another."""
    plan = made.plan(
        {"1.1.1": made.activity(when="2015")},
        made.submission("fof", "2015-02-01", {"1.1.m1": {"value": "5", "at": "2015-02-01"}}),
        indicators={"1.1.m1": made.indicator(baseline={"2015-01": 4}, targets={"2015-03": 9})},
        header={"period": made.read_when(period)},
    )
    for chart in every(*asked(plan)):
        for width, _height, words in layouts(drawn(chart)):
            assert all(word.left >= -1 and word.right <= width + 1 for word in words)
            for one, other in combinations(words, 2):
                apart = one.right <= other.left or other.right <= one.left
                assert apart or one.bottom <= other.top or other.bottom <= one.top, (one, other)
            if chart.picture.kind in ("timeline", "curves"):
                assert any(word.axis for word in words)


counts = st.lists(st.integers(0, 5_000), min_size=8, max_size=8)


@given(st.lists(st.tuples(counts, st.text(min_size=1, max_size=60)), min_size=1, max_size=5))
def test_any_bars_can_be_drawn(rows: list[tuple[list[int], str]]) -> None:
    states = [State(shown.word, shown.symbol, shown.tone) for shown in STATES["status"].values()]
    groups = []
    for numbers, title in rows:
        shares = tuple(Share(n, str(n), state) for n, state in zip(numbers, states, strict=True) if n)
        bar = Bar("2015", shares, sum(numbers), f"av {sum(numbers)}", current=True)
        groups.append(BarGroup(Label("1", title), (bar,)))
    picture = Bars(tuple(groups), max(group.bars[0].whole for group in groups), tuple(states))
    text = svg.draw(picture, title="t", description="d", ident="i")
    ElementTree.fromstring(text)
    for width, _height, words in layouts(text):
        assert all(word.left >= -1 and word.right <= width + 1 for word in words)


values = st.decimals(-1_000_000, 1_000_000, places=1)


@given(st.lists(st.tuples(st.integers(0, 1095), values), min_size=1, max_size=12), st.data())
def test_figures_on_a_curve_never_lie_on_one_another(found: list[tuple[int, Decimal]], data: st.DataObject) -> None:
    first = date(2014, 1, 1)
    dots = tuple(Dot(date.fromordinal(first.toordinal() + n), v, f"{v:f}") for n, v in sorted(found))
    split = data.draw(st.integers(0, len(dots)))
    low, high = min(v for _n, v in found) - 1, max(v for _n, v in found) + 1
    picture = Curves(
        first, date(2016, 12, 31), (Span(first, date(2016, 12, 31), "2014–2016"),), low, high,
        (Tick(low, f"{low:f}"), Tick(high, f"{high:f}")), Moment(date(2015, 6, 1), "per 2015-06-01"),
        dots[:split], split > 1, (), None, dots[split:], (), None, (), (),
    )  # fmt: skip
    [(_width, _height, words)] = layouts(svg.draw(picture, title="t", description="d", ident="i"))
    figures = [word for word in words if not word.axis]
    for one, other in combinations(figures, 2):
        apart = one.right <= other.left or other.right <= one.left
        assert apart or one.bottom <= other.top or other.bottom <= one.top, (one, other)


@given(st.text(max_size=200), st.floats(40, 700), st.integers(1, 4))
def test_lines_are_no_wider_than_their_room(text: str, width: float, most: int) -> None:
    lines = wrapped(text, width, 12.5, most)
    assert len(lines) <= most
    assert all(width_of(line, 12.5) <= width for line in lines)
    whole = "".join("".join(lines).split())
    assert whole == "".join(text.split()) or lines[-1].endswith("…")
    assert width_of(shortened(text, width, 12.5), 12.5) <= width


def test_every_state_has_its_symbol_and_its_look() -> None:
    for axis in ("status", "schedule"):
        for shown in STATES[axis].values():
            assert shown.symbol in SHAPES and shown.tone in TONES
    assert set(TONES) == {*TONE_NAMES, "well"}


def light(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def colours(part: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (?:var\(--\w+, )?(#[0-9a-f]{6})\)?;", part))


LIGHT, _media, DARK = CSS.partition("@media screen and (prefers-color-scheme: dark)")


def test_the_style_sheet_says_what_the_pictures_say() -> None:
    said = {f"chart-{name}": colour for name, colour in COLOURS.items()}
    said |= {f"{tone}-{part}": colour for tone, looks in TONES.items() for part, colour in looks._asdict().items()}
    assert colours(LIGHT) == said
    assert colours(DARK).keys() == said.keys()


@pytest.mark.parametrize("part", [LIGHT, DARK], ids=["light", "dark"])
def test_contrast_is_enough(part: str) -> None:
    """Words 4.5 : 1, and 3 : 1 for what is drawn."""
    found = colours(part)
    paper = found["chart-paper"]
    assert all(contrast(found[f"chart-{name}"], paper) >= 4.5 for name in ("ink", "soft"))
    assert contrast(found["chart-brand"], paper) >= 3 and contrast(found["chart-brand"], found["chart-band"]) >= 3
    for tone in TONES:
        assert contrast(found[f"{tone}-words"], found[f"{tone}-fill"]) >= 4.5, tone
        assert contrast(found[f"{tone}-edge"], paper) >= 3, tone


def test_tones_differ_without_their_colours() -> None:
    """By their patterns, and those without one by how dark they are."""
    assert len(set(LINES.values())) == len(LINES)
    plain_tones = [tone for tone in TONES if tone not in LINES]
    assert all(contrast(TONES[a].fill, TONES[b].fill) >= 3 for a, b in combinations(plain_tones, 2))


@REPORTS
def test_every_look_is_in_the_style_sheet(report: Report) -> None:
    known = set(re.findall(r"\.([\w-]+)", CSS)) | {"chart", "axis"}
    for chart in of_report(*report):
        used = {name for names in re.findall(r'class="([^"]*)"', drawn(chart)) for name in names.split()}
        assert used - {chart.picture.kind} <= known


@pytest.fixture(scope="module")
def browser(tools: Any) -> Iterator[Browser]:
    browser = Browser(tools.need("chromium"))
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every chart of the invented example on one page."""
    pictures = [drawn(chart, f"c{n}") for n, chart in enumerate(of_report("nordvik", "2015", "sv"))]
    file = tmp_path_factory.mktemp("charts") / "charts.html"
    head = '<!DOCTYPE html><html lang="sv"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    style = f"<style>body{{font-family:Arial,sans-serif;margin:1rem}}{CSS}</style>"
    file.write_text(f"{head}<title>x</title>{style}{''.join(pictures)}", encoding="utf-8")
    return file


IN_THE_WAY = """
[...document.querySelectorAll('svg.chart')].flatMap(chart => {
  const seen = [...chart.querySelectorAll('text')].filter(each => each.getClientRects().length)
  const boxes = seen.map(each => [each.textContent, each.getBoundingClientRect()])
  const out = boxes.filter(([, box]) => box.left < -1 || box.right > innerWidth + 1).map(([text]) => `out: ${text}`)
  const over = boxes.flatMap(([text, a], n) => boxes.slice(n + 1)
    .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > a.height / 3)
    .map(([other]) => `${text} | ${other}`))
  return [...out, ...over]
})
"""


@pytest.mark.parametrize("width", [1280, 320])
def test_a_browser_shows_all_words_apart(width: int, page: Path, browser: Browser) -> None:
    """With the letters that the browser has, and not those that the estimate is for."""
    browser.open(page, View("screen", width=width))
    assert browser.run(IN_THE_WAY) == []
    assert browser.run("document.documentElement.scrollWidth") <= width
    shown = "[...document.querySelectorAll('.wide, .narrow')].filter(each => each.getClientRects().length)"
    kinds = browser.run(f"[...new Set({shown}.map(each => each.getAttribute('class')))]")
    assert kinds == (["wide"] if width > 700 else ["narrow"])
    smallest = "Math.min(...[...document.querySelectorAll('text')].filter(t => t.getClientRects().length)"
    assert browser.run(f"{smallest}.map(t => t.getScreenCTM().a * parseFloat(getComputedStyle(t).fontSize)))") >= 10
    stretched = "[...document.querySelectorAll('text')].filter(t => t.getClientRects().length)"
    assert browser.run(f"{stretched}.every(t => Math.abs(t.getScreenCTM().a / t.getScreenCTM().d - 1) < 0.01)")
