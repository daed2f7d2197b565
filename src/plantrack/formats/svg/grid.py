"""A grid: organisations under each other, each with its activities as tiles in a row."""

from __future__ import annotations

from plantrack.formats.svg.key import key, state_entries
from plantrack.formats.svg.letters import width_of
from plantrack.formats.svg.looks import plain, stroke, tone_of, written
from plantrack.formats.svg.markup import element, escaped
from plantrack.formats.svg.sheet import SMALL, Block, Drawing, Sheet, label, lettering, words
from plantrack.formats.svg.symbols import symbol
from plantrack.report.pictures import Grid, GridRow, Label, Tile

BESIDE = 250
HIGH = 22
BETWEEN = 4


def draw_grid(picture: Grid, sheet: Sheet) -> Drawing:
    """Every row, and the key."""
    numbers = (tile.number for row in picture.rows for tile in row.tiles)
    wide = min(max(width_of(number, SMALL, bold=True) for number in numbers) + 28, sheet.width / 2)
    parts: list[str] = []
    y = 0.0
    for row in picture.rows:
        if y:
            parts.append(element("path", d=f"M0 {y:g}H{sheet.width}", **stroke("line")))
        block = _row(sheet, row, wide, y + 6)
        parts += block.parts
        y += block.height + 12
    under = key(sheet, state_entries(sheet, picture.states), y + 6)
    return Drawing(sheet.width, round(y + 6 + under.height + 1), (*parts, *under.parts))


def _row(sheet: Sheet, row: GridRow, wide: float, y: float) -> Block:
    """An organisation's name with how many activities it has, and their tiles."""
    room = sheet.width if sheet.narrow else BESIDE
    number = width_of(row.text, SMALL, bold=True)
    said = label(0, y + 2, room - number - 24, Label("", row.label))
    parts = [*said.parts, words(room - 14, y + 15, row.text, size=SMALL, bold=True, anchor="end", look="soft")]
    left, top = (0.0, y + said.height + 8) if sheet.narrow else (float(BESIDE), y)
    each_row = max(int((sheet.width - left + BETWEEN) // (wide + BETWEEN)), 1)
    for place, tile in enumerate(row.tiles):
        line, column = divmod(place, each_row)
        parts.append(_tile(sheet, tile, left + column * (wide + BETWEEN), top + line * (HIGH + BETWEEN), wide))
    lines = -(-len(row.tiles) // each_row)
    tiles = lines * (HIGH + BETWEEN) - BETWEEN
    return Block(top - y + tiles if sheet.narrow else max(said.height + 2, tiles), tuple(parts))


def _tile(sheet: Sheet, tile: Tile, x: float, y: float, wide: float) -> str:
    """One activity: its symbol and its number. Each tile has its symbol, so none needs a pattern."""
    tone = tone_of(tile.state)
    middle = y + HIGH / 2
    area = element("rect", x=x, y=y, width=wide, height=HIGH, rx=2, **plain(tone))
    sign = symbol(sheet.ident, tile.state.symbol, x + 13, middle)
    looks = lettering(SMALL, bold=True)
    number = element("text", escaped(tile.number), x=x + 22, y=middle + 4, fill="currentColor", **looks)
    return area + element("g", sign, number, **written(tone))
