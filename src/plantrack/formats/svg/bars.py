"""Stacked bars: how many stand in each state, one bar under the other."""

from __future__ import annotations

from plantrack.formats.svg.key import key, state_entries
from plantrack.formats.svg.letters import shortened, width_of
from plantrack.formats.svg.looks import tone_of
from plantrack.formats.svg.sheet import SMALL, Block, Drawing, Sheet, inscribed, label, patch, words
from plantrack.report.pictures import Bar, BarGroup, Bars

BESIDE = 232
"""As wide as the labels beside the bars."""
BETWEEN = 5
AFTER = 16


def draw_bars(picture: Bars, sheet: Sheet) -> Drawing:
    """Every group, and the key."""
    parts: list[str] = []
    y = 0.0
    for group in picture.groups:
        block = _group(picture, sheet, group, y)
        parts += block.parts
        y += block.height + AFTER
    if not picture.states:
        return Drawing(sheet.width, round(y - AFTER + 1), tuple(parts))
    under = key(sheet, state_entries(sheet, picture.states), y)
    return Drawing(sheet.width, round(y + under.height + 1), (*parts, *under.parts))


def _group(picture: Bars, sheet: Sheet, group: BarGroup, y: float) -> Block:
    """One group: its label, and its bars beside it or under it."""
    if not any(each for group in picture.groups for each in group.label):
        said, left, top, named = Block(0, ()), 0.0, y, 0.0
    elif sheet.narrow:
        said = label(0, y, sheet.width, group.label, bold=True)
        left, top, named = 0.0, y + said.height + 5, said.height + 5
    else:
        said = label(0, y, BESIDE - 16, group.label, bold=True)
        left, top, named = float(BESIDE), y, 0.0
    parts = list(said.parts)
    height = 36 if sheet.narrow else 24
    for number, bar in enumerate(group.bars):
        parts += _bar(picture, sheet, bar, (left, top + number * (height + BETWEEN), height))
    bars = named + len(group.bars) * (height + BETWEEN) - BETWEEN
    return Block(max(bars, said.height), tuple(parts))


def _bar(picture: Bars, sheet: Sheet, bar: Bar, place: tuple[float, float, float]) -> list[str]:
    """One bar between its round and its denominator."""
    left, top, height = place
    every = [each for group in picture.groups for each in group.bars]
    before = min(max(width_of(each.label, SMALL, bold=True) for each in every), sheet.width / 5)
    after = min(max(width_of(each.text, SMALL) for each in every), sheet.width / 4)
    middle = top + height / 2 + 4
    parts = []
    if before:
        name = shortened(bar.label, before, SMALL, bold=True)
        parts.append(words(left, middle, name, size=SMALL, bold=bar.current, look="ink" if bar.current else "soft"))
        left += before + 8
    room = sheet.width - left - after - 8
    x = left
    for share in bar.shares:
        width = room * share.number / max(picture.longest, 1)
        parts.append(patch(sheet, x, top + 0.5, width, height - 1, tone_of(share.state)))
        parts.append(inscribed(sheet, share.state, share.text, (x, top, width, height)))
        x += width
    parts.append(words(x + 7 if bar.shares else x, middle, shortened(bar.text, after, SMALL), size=SMALL, look="soft"))
    return [part for part in parts if part]
