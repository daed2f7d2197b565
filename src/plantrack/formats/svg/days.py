"""Days as places on a line: from the first day to the last, with its years or months and the day of judgement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from plantrack.formats.svg.letters import width_of
from plantrack.formats.svg.looks import fill, stroke
from plantrack.formats.svg.markup import element, path
from plantrack.formats.svg.sheet import SMALL, words
from plantrack.report.pictures import Moment, Span


class Days(NamedTuple):
    """Days between two edges."""

    first: date
    last: date
    left: float
    right: float

    def begin(self, day: date) -> float:
        """Where a day begins; at an edge where it lies outside."""
        return self._at((day - self.first).days)

    def end(self, day: date) -> float:
        """Where a day ends."""
        return self._at((day - self.first).days + 1)

    def _at(self, number: int) -> float:
        whole = (self.last - self.first).days + 1
        return self.left + (self.right - self.left) * min(max(number / whole, 0.0), 1.0)


def named_spans(days: Days, spans: Sequence[Span], y: float) -> Iterator[str]:
    """The years or months by name, those that there is room for; ``y`` is the line of the words."""
    wide = max((width_of(span.text, SMALL) for span in spans), default=0) + 4
    least = min((days.end(each.last) - days.begin(each.first) for each in spans[1:-1]), default=wide)
    every = next((n for n in (1, 2, 3, 6) if least * n >= wide), 12)
    free = days.left - 1
    for span in spans[::every]:
        left, right = days.begin(span.first), days.end(span.last)
        middle, half = (left + right) / 2, width_of(span.text, SMALL) / 2 + 2
        fits = free <= middle - half and middle + half <= days.right + 8
        if fits and (every > 1 or right - left >= 2 * half):
            yield words(middle, y, span.text, size=SMALL, anchor="middle", look="soft", kind="axis")
            free = middle + half


def day_line(days: Days, moment: Moment, strips: Sequence[tuple[float, float]], y: float, sheet_width: float) -> str:
    """The day of judgement: a line through some strips of the picture, and its words above, on the line ``y``."""
    x = days.end(moment.day)
    half = width_of(moment.text, SMALL, bold=True) / 2
    middle = min(max(x, half), sheet_width - half)
    steps = [step for top, bottom in strips for step in ("M", x, top, "V", bottom)]
    line = element("path", d=path(*steps), **stroke("ink", 1.5))
    mark = element("path", d=path("M", x - 4.5, y + 4, "H", x + 4.5, "L", x, y + 10, "Z"), **fill("ink"))
    return line + mark + words(middle, y, moment.text, size=SMALL, bold=True, anchor="middle")


def borders(days: Days, spans: Sequence[Span], strips: Sequence[tuple[float, float]]) -> str:
    """Thin lines where each year or month begins and the last one ends, through some strips of the picture."""
    edges = [days.begin(span.first) for span in spans] + [days.right]
    steps = [step for x in edges for top, bottom in strips for step in ("M", x, top, "V", bottom)]
    return element("path", d=path(*steps), **stroke("line"))
