"""How a stretch of time is drawn: certain days as a bar, uncertain ones in dashes, an end that is open as a point."""

from __future__ import annotations

from plantrack.formats.svg.days import Days
from plantrack.formats.svg.letters import shortened, width_of
from plantrack.formats.svg.looks import TONES, fill, outlined, patterned, plain, stroke, vague
from plantrack.formats.svg.markup import element, path
from plantrack.formats.svg.sheet import SMALL, words
from plantrack.report.pictures import Stretch

POINT = 6
"""As long as the point of a bar that goes on."""


def drawn(ident: str, days: Days, stretch: Stretch, tone: str, middle: float, height: float) -> list[str]:
    """A stretch of time in its tone."""
    if (stretch.last or days.first) < days.first:
        return [_away(days.left + 8, days.left, middle, tone)]
    if (stretch.first or days.last) > days.last:
        return [_away(days.right - 2, days.right + POINT, middle, tone)]
    if stretch.first is None:
        return _until(ident, days, stretch, tone, middle, height)
    left = days.begin(stretch.first)
    right = days.right if stretch.endless and stretch.last is None else days.end(stretch.last or days.last)
    parts = []
    looks = patterned(ident, tone)
    if stretch.sure is None:
        return [_box(left, right, middle, height, vague(ident, tone), *_points(days, stretch))]
    before, after = days.begin(stretch.sure[0]), days.end(stretch.sure[1])
    if stretch.last is None:
        after = right
    if before - left > 1:
        parts.append(_box(left, before, middle, height, vague(ident, tone), _points(days, stretch)[0], False))
    if right - after > 1:
        parts.append(_box(after, right, middle, height, vague(ident, tone), False, _points(days, stretch)[1]))
    pointed = (_points(days, stretch)[0] and before - left <= 1, _points(days, stretch)[1] and right - after <= 1)
    return [*parts, _box(before, after, middle, height, looks, *pointed)]


def _points(days: Days, stretch: Stretch) -> tuple[bool, bool]:
    """Whether it begins before the first day and goes on after the last one."""
    before = stretch.first is not None and stretch.first < days.first
    return before, stretch.endless or (stretch.last is not None and stretch.last > days.last)


def _box(
    left: float, right: float, middle: float, height: float, looks: dict[str, object], back: bool, on: bool
) -> str:
    """A bar, with a point at an end where it goes on."""
    top, bottom = middle - height / 2, middle + height / 2
    right = max(right, left + 2)
    steps: list[str | float] = ["M", left + (POINT if back else 0), top, "H", right]
    steps += ["L", right + POINT, middle, "L", right, bottom] if on else ["V", bottom]
    steps += ["H", left + POINT, "L", left, middle, "Z"] if back else ["H", left, "Z"]
    return element("path", d=path(*steps), **looks)


def _until(ident: str, days: Days, stretch: Stretch, tone: str, middle: float, height: float) -> list[str]:
    """Something with a last day alone: a dotted line to its end."""
    assert stretch.last is not None
    right = days.end(stretch.last)
    line = element("path", d=path("M", days.left, middle, "H", right), stroke_dasharray="1.5 3", **_edge(tone))
    end = stretch.sure[1] if stretch.sure else stretch.last
    left = min(days.end(end), right - 9)
    looks = patterned(ident, tone) if days.end(end) >= right - 1 else vague(ident, tone)
    return [
        line,
        _box(max(left, days.left), right, middle, height, looks, False, stretch.endless or stretch.last > days.last),
    ]


def _away(start: float, tip: float, middle: float, tone: str) -> str:
    """Something that lies wholly outside of the picture: a point towards it."""
    return element("path", d=path("M", start, middle - 6, "L", tip, middle, "L", start, middle + 6, "Z"), **plain(tone))


def _edge(tone: str) -> dict[str, object]:
    return {"class": f"s-{tone}", "fill": "none", "stroke": TONES[tone].edge, "stroke_width": 1.6}


def diamond(x: float, middle: float) -> str:
    """When something is now expected to be finished."""
    shape = path("M", x, middle - 7, "L", x + 7, middle, "L", x, middle + 7, "L", x - 7, middle, "Z")
    return element("path", d=shape, **outlined("ink", "paper", 1.5))


def time_in_words(days: Days, time: str, middle: float) -> str:
    """A time that no day can be drawn for, as it is said."""
    said = shortened(time, days.right - days.left - 12, SMALL)
    ground = element("rect", x=days.left + 2, y=middle - 8, width=width_of(said, SMALL) + 8, height=16, **fill("paper"))
    return ground + words(days.left + 6, middle + 4, said, size=SMALL, look="soft")


def sign(what: str, x: float, y: float) -> list[str]:
    """What a sign of a timeline looks like, for the key."""
    line = stroke("soft", 1.2)
    if what == "vague":
        return [_box(x - 11, x + 11, y, 12, {**stroke("soft", 1.2), "stroke_dasharray": "3 2"}, False, False)]
    if what == "endless":
        return [_box(x - 11, x + 5, y, 12, line, False, True)]
    if what == "unbegun":
        dots = element("path", d=path("M", x - 11, y, "H", x + 3), stroke_dasharray="1.5 3", **stroke("soft", 1.6))
        return [dots, _box(x + 2, x + 11, y, 12, line, False, False)]
    return [diamond(x, y)]
