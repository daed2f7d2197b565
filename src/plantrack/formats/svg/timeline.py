"""A timeline: one row under the other against the years, with the day of judgement through all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from plantrack.formats.svg.days import Days, borders, day_line, named_spans
from plantrack.formats.svg.key import Entry, key, state_entries
from plantrack.formats.svg.letters import wrapped
from plantrack.formats.svg.looks import edged, fill, stroke, tone_of
from plantrack.formats.svg.markup import element, path
from plantrack.formats.svg.sheet import SIZE, SMALL, Drawing, Sheet, label, label_width, words
from plantrack.formats.svg.stretches import diamond, drawn, sign, time_in_words
from plantrack.formats.svg.symbols import symbol
from plantrack.report.pictures import Line, LineGroup, Timeline

YEARS = 12
"""The line on which the years are named."""
JUDGED = 28
"""The line on which the day of judgement is named."""
HEAD = 38
BESIDE = 258
"""As wide as the labels beside the bars."""
AFTER = 116
"""As wide as what stands after the bars."""
NOTE = 13.5
"""From one line of what stands after a bar to the next."""


class Row(NamedTuple):
    """One row: what is drawn of it, what stands over the line of the day, and the strip that this line crosses."""

    height: float
    parts: tuple[str, ...]
    over: tuple[str, ...]
    strip: tuple[float, float] | None = None


def draw_timeline(picture: Timeline, sheet: Sheet) -> Drawing:
    """The years, every group, and the key."""
    left, right = (3.0, sheet.width - 9.0) if sheet.narrow else (float(BESIDE), float(sheet.width - AFTER))
    days = Days(picture.first, picture.last, left, right)
    rows: list[Row] = []
    y = float(HEAD)
    for group in picture.groups:
        rows.append(_heading(sheet, group, y))
        y += rows[-1].height
        for line in group.lines:
            rows.append(_narrow_line(sheet, days, line, y) if sheet.narrow else _wide_line(sheet, days, line, y))
            y += rows[-1].height
    strips = [row.strip for row in rows if row.strip] if sheet.narrow else [(float(HEAD), y)]
    frame = [*named_spans(days, picture.spans, YEARS), borders(days, picture.spans, strips)]
    judged = day_line(days, picture.judged, strips, JUDGED, sheet.width)
    drawn_rows = [part for row in rows for part in row.parts]
    over = [part for row in rows for part in row.over]
    entries = [Entry(_swatch(each.what), each.word) for each in picture.signs]
    under = key(sheet, [*state_entries(sheet, picture.states), *entries], y + 12)
    parts = (*frame, *drawn_rows, judged, *over, *under.parts)
    return Drawing(sheet.width, round(y + 12 + under.height + 1), parts)


def _heading(sheet: Sheet, group: LineGroup, y: float) -> Row:
    """What the rows under it belong to."""
    rule = element("path", d=path("M", 0, y + 4, "H", sheet.width), **stroke("soft"))
    said = label(0, y + 10, sheet.width, group.label, bold=True)
    wide = label_width(group.label, sheet.width, bold=True) + 4
    ground = element("rect", x=0, y=y + 10, width=wide, height=said.height, **fill("paper"))
    return Row(said.height + 14, (rule,), (ground, *said.parts))


def _wide_line(sheet: Sheet, days: Days, line: Line, y: float) -> Row:
    """One row, with its label before and its state after the bar."""
    indent = 14 if line.step else 0
    size = SMALL if line.step else SIZE
    width = BESIDE - 14 - indent
    notes = wrapped(line.state.word, AFTER - 34, SMALL, 3)
    high = label(indent, 0, width, line.label, size=size).height
    height = max(high, len(notes) * NOTE, 18) + 5
    middle = y + height / 2
    said = label(indent, middle - high / 2 - 1, width, line.label, size=size)
    x = days.right + 16
    first = middle - (len(notes) - 1) * NOTE / 2 + 4
    start = x + 16
    parts = [*said.parts, _sign(sheet, line, x + 5, middle)]
    parts += [words(start, first + n * NOTE, note, size=SMALL) for n, note in enumerate(notes)]
    bar, over = _bar(sheet, days, line, middle)
    return Row(height, (*parts, *bar), over)


def _narrow_line(sheet: Sheet, days: Days, line: Line, y: float) -> Row:
    """One row, with its label and its state above the bar."""
    indent = 14 if line.step else 0
    said = label(indent, y + 6, sheet.width - indent, line.label)
    top = y + 6 + said.height
    start = indent + 16
    notes = wrapped(line.state.word, sheet.width - start, SMALL, 2)
    parts = [*said.parts, _sign(sheet, line, indent + 6, top + 8)]
    parts += [words(start, top + 12 + n * NOTE, note, size=SMALL) for n, note in enumerate(notes)]
    middle = top + len(notes) * NOTE + 14
    bar, over = _bar(sheet, days, line, middle)
    return Row(middle + 12 - y, (*parts, *bar), over, (middle - 9, middle + 9))


def _sign(sheet: Sheet, line: Line, x: float, y: float) -> str:
    """The symbol of a row's state."""
    return element("g", symbol(sheet.ident, line.state.symbol, x, y), **edged(tone_of(line.state)))


def _bar(sheet: Sheet, days: Days, line: Line, middle: float) -> tuple[list[str], tuple[str, ...]]:
    """The time of a row, and what stands over the line of the day: a time in words where no day is known."""
    if not line.stretch.usable:
        return [], (time_in_words(days, line.time, middle),)
    tone = tone_of(line.state)
    over = (diamond(days.end(line.expected), middle),) if line.expected else ()
    return drawn(sheet.ident, days, line.stretch, tone, middle, 7 if line.step else 12), over


def _swatch(what: str) -> Callable[[float, float], str]:
    """What a sign looks like, small."""
    return lambda x, y: "".join(sign(what, x, y))
