"""Planned costs against actual ones: two bars under each other for each who bears them."""

from __future__ import annotations

from collections.abc import Callable

from plantrack.formats.svg.key import Entry, key
from plantrack.formats.svg.letters import shortened, width_of
from plantrack.formats.svg.looks import fill
from plantrack.formats.svg.markup import element
from plantrack.formats.svg.sheet import SMALL, Block, Drawing, Sheet, label, patch, words
from plantrack.report.pictures import CostRow, Costs, Label, Sum

BESIDE = 250
HIGH = 13
BETWEEN = 3
AFTER = 10


def draw_costs(picture: Costs, sheet: Sheet) -> Drawing:
    """Every row, and the key."""
    parts: list[str] = []
    y = 0.0
    for row in picture.rows:
        block = _row(picture, sheet, row, y)
        parts += block.parts
        y += block.height + AFTER
    entries = [Entry(_swatch(sheet, sign.what), sign.word) for sign in picture.signs]
    under = key(sheet, entries, y)
    return Drawing(sheet.width, round(y + under.height + 1), (*parts, *under.parts))


def _row(picture: Costs, sheet: Sheet, row: CostRow, y: float) -> Block:
    left, top = 0.0, y
    if sheet.narrow:
        said = label(0, y, sheet.width, Label("", row.label))
        top += said.height + 4
    else:
        said = label(0, y, BESIDE - 16, Label("", row.label))
        left = float(BESIDE)
    parts = list(said.parts)
    for number, (what, found) in enumerate((("planned", row.planned), ("actual", row.actual))):
        parts += _bar(picture, sheet, what, found, left, top + number * (HIGH + BETWEEN))
    bars = top - y + 2 * HIGH + BETWEEN
    return Block(max(bars, said.height), tuple(parts))


def _bar(picture: Costs, sheet: Sheet, what: str, found: Sum | None, left: float, top: float) -> list[str]:
    """One bar with its sum; words where there is no sum."""
    if found is None:
        return [words(left, top + 10.5, picture.missing, size=SMALL, look="soft")]
    sums = [each.text for row in picture.rows for each in (row.planned, row.actual) if each]
    after = min(max(width_of(each, SMALL) for each in sums) + 8, sheet.width / 2)
    width = (sheet.width - left - after) * max(float(found.number / picture.most), 0.0)
    area = _area(sheet, what, left, top, width, HIGH)
    return [area, words(left + width + 7, top + 10.5, shortened(found.text, after - 7, SMALL), size=SMALL)]


def _area(sheet: Sheet, what: str, x: float, y: float, width: float, height: float) -> str:
    if what == "planned":
        return patch(sheet, x + 0.5, y + 0.5, max(width - 1, 0), height - 1, "calm")
    return element("rect", x=x, y=y, width=width, height=height, **fill("brand"))


def _swatch(sheet: Sheet, what: str) -> Callable[[float, float], str]:
    return lambda x, y: _area(sheet, what, x - 11, y - 7, 22, 14)
