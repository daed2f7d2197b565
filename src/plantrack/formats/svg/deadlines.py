"""Deadlines: for each year or month a bar of what is due then, as long as that is much, divided by how it stands."""

from __future__ import annotations

from plantrack.formats.svg.days import Days, borders, day_line, named_spans
from plantrack.formats.svg.key import key, state_entries
from plantrack.formats.svg.letters import width_of, wrapped
from plantrack.formats.svg.looks import stroke, tone_of
from plantrack.formats.svg.markup import element, path
from plantrack.formats.svg.sheet import SMALL, Block, Drawing, Sheet, label, patch, words
from plantrack.formats.svg.timeline import HEAD, JUDGED, NOTE, YEARS
from plantrack.report.pictures import Deadlines, Due, DueLine

BESIDE = 240
AFTER = 144
HIGH = 14


def draw_deadlines(picture: Deadlines, sheet: Sheet) -> Drawing:
    """The years, every row, and the key."""
    left, right = (1.0, sheet.width - 1.0) if sheet.narrow else (float(BESIDE), float(sheet.width - AFTER))
    days = Days(picture.first, picture.last, left, right)
    parts: list[str] = []
    strips: list[tuple[float, float]] = []
    y = float(HEAD)
    for line in picture.lines:
        block = _line(picture, sheet, days, line, y)
        parts += block.parts
        strips.append((y + block.height - 20, y + block.height - 2))
        y += block.height
    strips = strips if sheet.narrow else [(float(HEAD), y)]
    frame = [*named_spans(days, picture.spans, YEARS), borders(days, picture.spans, strips)]
    judged = day_line(days, picture.judged, strips, JUDGED, sheet.width)
    under = key(sheet, state_entries(sheet, picture.states), y + 12)
    return Drawing(sheet.width, round(y + 12 + under.height + 1), (*frame, judged, *parts, *under.parts))


def _line(picture: Deadlines, sheet: Sheet, days: Days, line: DueLine, y: float) -> Block:
    """One row: its label, its bars, and how many are completed and late."""
    if sheet.narrow:
        said = label(0, y + 6, sheet.width, line.label)
        notes = wrapped(line.note, sheet.width, SMALL, 2)
        top = y + 6 + said.height
        parts = [*said.parts, *_notes(notes, 0, top + 11)]
        middle = top + len(notes) * NOTE + 11
        height = middle + 11 - y
    else:
        said = label(0, y + 5, BESIDE - 14, line.label)
        notes = wrapped(line.note, AFTER - 12, SMALL, 3)
        height = max(said.height, len(notes) * NOTE, 18) + 10
        middle = y + height / 2
        first = middle - (len(notes) - 1) * NOTE / 2 + 4
        parts = [*said.parts, *_notes(notes, days.right + 12, first)]
        parts.append(element("path", d=path("M", 0, y, "H", sheet.width), **stroke("line")))
    for due in line.dues:
        parts += _due(picture, sheet, days, due, middle)
    return Block(height, tuple(parts))


def _notes(notes: tuple[str, ...], x: float, y: float) -> list[str]:
    return [words(x, y + n * NOTE, note, size=SMALL) for n, note in enumerate(notes)]


def _due(picture: Deadlines, sheet: Sheet, days: Days, due: Due, middle: float) -> list[str]:
    """What is due in one span: a bar from where the span begins, and how much it is."""
    left, right = days.begin(due.span.first) + 2, days.end(due.span.last)
    room = max(right - left - width_of(due.text, SMALL) - 7, 0)
    parts, x = [], left
    for share in due.shares:
        width = room * share.number / picture.most
        parts.append(patch(sheet, x, middle - HIGH / 2, width, HIGH, tone_of(share.state)))
        x += width
    if right - left >= width_of(due.text, SMALL) + 3:
        parts.append(words(x + 3, middle + 4, due.text, size=SMALL))
    return parts
