"""What the tests of the charts share: every chart of some plans, made once, and their pictures read as XML."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from report_parts import EXAMPLE, request

from plantrack.formats import svg
from plantrack.formats.svg.letters import width_of
from plantrack.plan import Plan
from plantrack.report.charts.by_theme import by_round, by_theme
from plantrack.report.charts.costs import costs
from plantrack.report.charts.curves import curves
from plantrack.report.charts.grid import grid
from plantrack.report.charts.timeline import timelines
from plantrack.report.document import Chart, plain
from plantrack.report.request import Request
from plantrack.report.teller import Teller
from plantrack.store.folder import load

ROOT = Path(__file__).parent.parent
PLANS = {"example": EXAMPLE, "nordvik": ROOT / "examples" / "nordvik", "plan": ROOT / "plan"}
MADE = (("example", "2015", "sv"), ("example", "2015", "en"), ("nordvik", "2015", "sv"), ("nordvik", "2015", "en"))
MADE = (*MADE, ("nordvik", "2014", "sv"), ("nordvik", "2016", "en"), ("plan", "2015", "sv"))
"""Plan, round and language of every report that charts are made for."""
SVG = "{http://www.w3.org/2000/svg}"


@cache
def plan_of(name: str) -> Plan:
    """One of the plans as read from its files."""
    return load(PLANS[name], date(2015, 12, 31)).plan


def asked(plan: Plan, round_id: str = "2015", language: str = "sv") -> tuple[Request, Teller]:
    """A request for a report, and who tells it."""
    made = request(plan, round_id, language)
    return made, Teller(plan, made.speech, made.standings.day)


@cache
def of_report(name: str, round_id: str, language: str) -> tuple[Chart, ...]:
    """Every chart of a report."""
    return every(*asked(plan_of(name), round_id, language))


def every(made: Request, tell: Teller) -> tuple[Chart, ...]:
    """Every chart that a request gives."""
    singles = (by_round(made, tell), by_theme(made, tell), by_theme(made, tell, "schedule"), grid(made, tell))
    found = (*singles, *timelines(made, tell, steps=True), *costs(made, tell), *curves(made, tell))
    return tuple(each for each in found if each)


def drawn(chart: Chart, ident: str = "chart-1") -> str:
    """The picture of a chart."""
    return svg.draw(chart.picture, title=plain(chart.caption), description=chart.description, ident=ident)


class Word(NamedTuple):
    """A line of words in a picture, with about the room that it takes."""

    text: str
    axis: bool
    left: float
    top: float
    right: float
    bottom: float


def layouts(picture: str) -> Iterator[tuple[float, float, list[Word]]]:
    """Each layout of a picture: its width and height, and its words."""
    root = ElementTree.fromstring(picture)
    narrow = root.find(f"{SVG}svg")
    wide = root.find(f"{SVG}g[@class='wide']")
    for part, outer in ((wide, root), (narrow, narrow)) if narrow is not None else ((root, root),):
        assert part is not None and outer is not None
        _left, _top, width, height = map(float, outer.attrib["viewBox"].split())
        yield width, height, [word(each) for each in part.iter(f"{SVG}text")]


def word(text: ElementTree.Element) -> Word:
    """Where a line of words stands, by the estimate that it was laid out by, and without the room of that."""
    said = "".join(text.itertext())
    size = float(text.attrib.get("font-size", "12.5"))
    x, y = float(text.attrib["x"]), float(text.attrib["y"])
    width = width_of(said, size, "font-weight" in text.attrib) / 1.03
    left = {"middle": x - width / 2, "end": x - width}.get(text.attrib.get("text-anchor", ""), x)
    axis = "axis" in text.attrib.get("class", "").split()
    return Word(said, axis, left, y - 0.72 * size, left + width, y + 0.2 * size)
