"""A curve: the values of an indicator against the years, with its targets and the path towards them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from plantrack.formats.svg.days import Days, borders, day_line, named_spans
from plantrack.formats.svg.key import Entry, key
from plantrack.formats.svg.letters import width_of
from plantrack.formats.svg.looks import edged, fill, outlined, stroke
from plantrack.formats.svg.markup import element, path
from plantrack.formats.svg.places import Places
from plantrack.formats.svg.sheet import SMALL, Drawing, Sheet, words
from plantrack.formats.svg.symbols import symbol
from plantrack.report.pictures import Curves, Dot

HEAD = 24
HIGH = 150
UNDER = 20
MARK = 4.5


class Plot(NamedTuple):
    """Where days and values lie."""

    sheet: Sheet
    days: Days
    top: float
    bottom: float
    lowest: Decimal
    highest: Decimal

    def place(self, day: date, value: Decimal) -> tuple[float, float]:
        """Where a value of a day lies: at the end of the day, as it is a value by then."""
        return self.days.end(day), self.height(value)

    def height(self, value: Decimal) -> float:
        """Where a value lies, from the top."""
        share = float((value - self.lowest) / (self.highest - self.lowest))
        return self.bottom - (self.bottom - self.top) * share


def draw_curves(picture: Curves, sheet: Sheet) -> Drawing:
    """The axes, the path, the values, and the key."""
    left = max(width_of(tick.text, SMALL) for tick in picture.ticks) + 8
    days = Days(picture.first, picture.last, left, sheet.width - 8.0)
    bottom = float(HEAD + HIGH)
    plot = Plot(sheet, days, HEAD + 8.0, bottom - _inset(picture), picture.lowest, picture.highest)
    parts = [borders(days, picture.spans, [(HEAD, bottom)])]
    parts += _band(picture, plot)
    parts += _ticks(picture, plot)
    parts.append(element("path", d=path("M", left, bottom, "H", days.right), **stroke("soft")))
    parts += named_spans(days, picture.spans, bottom + 15)
    parts += _path(picture, plot)
    parts.append(day_line(days, picture.judged, [(HEAD - 4, bottom)], 11, sheet.width))
    parts += _marks(picture, plot, bottom)
    parts += _labels(picture, plot, bottom)
    under = key(sheet, [Entry(_swatch(sheet, each.what), each.word) for each in picture.signs], bottom + UNDER + 6)
    height = round(bottom + UNDER + 6 + under.height + 1)
    return Drawing(sheet.width, height, (*(part for part in parts if part), *under.parts))


def _inset(picture: Curves) -> float:
    """The room under the lowest value: for marks of what was not measured; none where the ground is nought."""
    if picture.unmeasured:
        return 24
    return 0 if picture.lowest == 0 else 10


def _band(picture: Curves, plot: Plot) -> list[str]:
    """What counts as kept."""
    if picture.band is None:
        return []
    low, high = (plot.height(value) for value in picture.band)
    box = {"x": plot.days.left, "y": high, "width": plot.days.right - plot.days.left, "height": low - high}
    edges = path("M", plot.days.left, high, "H", plot.days.right, "M", plot.days.left, low, "H", plot.days.right)
    return [
        element("rect", **box, **fill("band")),
        element("path", d=edges, stroke_dasharray="2 3", **stroke("soft")),
    ]


def _ticks(picture: Curves, plot: Plot) -> list[str]:
    parts = []
    for tick in picture.ticks:
        y = plot.height(tick.value)
        parts.append(element("path", d=path("M", plot.days.left, y, "H", plot.days.right), **stroke("line")))
        parts.append(words(plot.days.left - 6, y + 4, tick.text, size=SMALL, anchor="end", look="soft", kind="axis"))
    return parts


def _path(picture: Curves, plot: Plot) -> list[str]:
    """The expected path, and the line through the values."""
    parts = []
    if picture.expected:
        line = _line(plot, picture.expected)
        parts.append(element("path", d=line, stroke_dasharray="5 3", **stroke("soft", 1.6)))
    if picture.joined:
        parts.append(element("path", d=_line(plot, picture.values), stroke_linejoin="round", **stroke("brand", 2.4)))
    return parts


def _line(plot: Plot, dots: tuple[Dot, ...]) -> str:
    places = [plot.place(dot.day, dot.value) for dot in dots]
    return path(*(step for n, place in enumerate(places) for step in ("L" if n else "M", *place)))


def _marks(picture: Curves, plot: Plot, bottom: float) -> list[str]:
    """A shape for each kind of value."""
    parts = [mark("target", *plot.place(dot.day, dot.value)) for dot in picture.targets]
    if picture.baseline:
        parts.append(mark("baseline", *plot.place(picture.baseline.day, picture.baseline.value)))
    parts += [mark("part", *plot.place(dot.day, dot.value)) for dot in picture.parts]
    parts += [mark("value", *plot.place(dot.day, dot.value)) for dot in picture.values]
    parts += [unmeasured(plot.sheet, plot.days.end(day), bottom - 11) for day in picture.unmeasured]
    return parts


def unmeasured(sheet: Sheet, x: float, y: float) -> str:
    """That a round found nothing measured."""
    ground = element("rect", x=x - 6, y=y - 8, width=12, height=16, **fill("paper"))
    return ground + element("g", symbol(sheet.ident, "?", x, y), **edged("unknown"))


def mark(what: str, x: float, y: float) -> str:
    """The shape of one kind of value."""
    r = MARK
    match what:
        case "value":
            return element("circle", cx=x, cy=y, r=r, **outlined("paper", "brand"))
        case "part":
            return element("circle", cx=x, cy=y, r=r - 0.5, **outlined("brand", "paper", 1.8))
        case "baseline":
            size = 2 * r - 1
            return element(
                "rect", x=x - size / 2, y=y - size / 2, width=size, height=size, **outlined("ink", "paper", 1.6)
            )
        case _:
            shape = path("M", x, y - r - 2, "L", x + r + 2, y, "L", x, y + r + 2, "L", x - r - 2, y, "Z")
            return element("path", d=shape, **outlined("ink", "paper", 1.6))


def _labels(picture: Curves, plot: Plot, bottom: float) -> list[str]:
    """The figures beside their marks, the weightiest first, as many as there is room for."""
    places = Places((plot.days.left + 1, HEAD, plot.days.right + 8, bottom))
    first = (picture.baseline,) if picture.baseline else ()
    for dot in (*picture.values, *picture.parts, *picture.targets, *first):
        x, y = plot.place(dot.day, dot.value)
        places.take((x - MARK, y - MARK, x + MARK, y + MARK))
    for day in picture.unmeasured:
        x = plot.days.end(day)
        places.take((x - 7, bottom - 20, x + 7, bottom))
    judged = plot.days.end(picture.judged.day)
    places.cross([(judged, HEAD), (judged, bottom)])
    places.cross([plot.place(dot.day, dot.value) for dot in picture.values] if picture.joined else ())
    places.cross([plot.place(dot.day, dot.value) for dot in picture.expected])
    newest, final = picture.values[-1:], picture.targets[-1:]
    ordered = (*newest, *final, *first, *reversed(picture.values[:-1]), *picture.parts, *reversed(picture.targets[:-1]))
    parts, said = [], list[Dot]()
    for dot in ordered:
        if not any(_says_the_same(plot, dot, other) for other in said):
            said.append(dot)
            parts.append(_figure(places, plot, dot, bold=dot in newest))
    return parts


def _says_the_same(plot: Plot, dot: Dot, other: Dot) -> bool:
    """Whether two values are one figure beside marks that touch: a target that was met."""
    return dot.text == other.text and abs(plot.days.end(dot.day) - plot.days.end(other.day)) < 3 * MARK


def _figure(places: Places, plot: Plot, dot: Dot, bold: bool) -> str:
    found = places.find(*plot.place(dot.day, dot.value), width_of(dot.text, SMALL, bold), SMALL + 1)
    if found is None:
        return ""
    left, top, right, bottom = found
    ground = element("rect", x=left - 1, y=top, width=right - left + 2, height=bottom - top, **fill("paper"))
    return ground + words((left + right) / 2, bottom - 2.5, dot.text, size=SMALL, bold=bold, anchor="middle")


def _swatch(sheet: Sheet, what: str) -> Callable[[float, float], str]:
    """What a sign looks like, small."""

    def drawn(x: float, y: float) -> str:
        line = path("M", x - 11, y, "H", x + 11)
        match what:
            case "value":
                return element("path", d=line, **stroke("brand", 2.4)) + mark("value", x, y)
            case "expected":
                return element("path", d=line, stroke_dasharray="5 3", **stroke("soft", 1.6))
            case "band":
                edges = path("M", x - 11, y - 6, "H", x + 11, "M", x - 11, y + 6, "H", x + 11)
                area = element("rect", x=x - 11, y=y - 6, width=22, height=12, **fill("band"))
                return area + element("path", d=edges, stroke_dasharray="2 3", **stroke("soft"))
            case "unmeasured":
                return unmeasured(sheet, x, y)
            case _:
                return mark(what, x, y)

    return drawn
