"""What a picture is drawn on: how wide it is, and how words and symbols are put on it."""

from __future__ import annotations

from typing import NamedTuple

from plantrack.formats.svg.letters import width_of, wrapped
from plantrack.formats.svg.looks import COLOURS, patterned, plate, tone_of, written
from plantrack.formats.svg.markup import element, escaped
from plantrack.formats.svg.patterns import LINES
from plantrack.formats.svg.symbols import symbol
from plantrack.report.document import State
from plantrack.report.pictures import Label

WIDE = 720
"""As wide as a column of text, and as the page of a printed report."""
NARROW = 300
"""As wide as the screen of a small telephone without its margins."""
SIZE = 12.5
"""Of the letters of labels."""
SMALL = 11.5
LINE = 15.5
"""From one line of a label to the next."""
MOST_LINES = 3
"""Of a label. The table has it whole."""
HIGH = 32
"""From here on a symbol stands above its text."""


class Sheet(NamedTuple):
    """One sheet. The ``ident`` begins the ids of what is drawn on it."""

    width: int
    ident: str

    @property
    def narrow(self) -> bool:
        """Whether labels stand above what they name, and not beside it."""
        return self.width < WIDE


class Drawing(NamedTuple):
    """What has been drawn, and how much room it takes."""

    width: int
    height: int
    parts: tuple[str, ...]


class Block(NamedTuple):
    """Some of a drawing, and how high it is."""

    height: float
    parts: tuple[str, ...]


def words(
    x: float,
    y: float,
    text: str,
    *,
    size: float = SIZE,
    bold: bool = False,
    anchor: str = "start",
    look: str = "ink",
    kind: str = "",
) -> str:
    """One line of words, on the line ``y``. The ``kind`` is a class. Size and ink are those of the whole, where nothing is said."""
    names = " ".join(name for name in (f"f-{look}" if look != "ink" else "", kind) if name)
    colour = COLOURS[look] if look != "ink" else None
    looks: dict[str, object] = {"class": names or None, "fill": colour}
    return element("text", escaped(text), x=x, y=y, **lettering(size, bold, anchor), **looks)


def lettering(size: float, bold: bool = False, anchor: str = "start") -> dict[str, object]:
    """How letters are set, as far as it is otherwise than in the whole."""
    return {
        "font_size": size if size != SIZE else None,
        "font_weight": "600" if bold else None,
        "text_anchor": anchor if anchor != "start" else None,
    }


def label(x: float, y: float, width: float, said: Label, *, size: float = SIZE, bold: bool = False) -> Block:
    """A number, and a title in lines beside it; ``y`` is the top."""
    indent, lines = _lines(said, width, size, bold)
    parts = [words(x, y + size, said.number, size=size, bold=True)] if indent else []
    parts += [words(x + indent, y + size + LINE * n, line, size=size, bold=bold) for n, line in enumerate(lines)]
    return Block(LINE * max(len(lines), 1), tuple(parts))


def label_width(said: Label, width: float, *, size: float = SIZE, bold: bool = False) -> float:
    """How wide a label is, of the room it has."""
    indent, lines = _lines(said, width, size, bold)
    return indent + max((width_of(line, size, bold) for line in lines), default=0)


def _lines(said: Label, width: float, size: float, bold: bool) -> tuple[float, tuple[str, ...]]:
    """How far in the title begins, and its lines. A number that takes half the room or more is a part of the title."""
    indent = width_of(said.number, size, bold=True) + 6 if said.number else 0
    if indent > width / 2:
        return 0, wrapped(f"{said.number} {said.title}".strip(), width, size, MOST_LINES, bold)
    return indent, wrapped(said.title, width - indent, size, MOST_LINES, bold)


def patch(sheet: Sheet, x: float, y: float, width: float, height: float, tone: str) -> str:
    """An area of a tone."""
    return element("rect", x=x, y=y, width=width, height=height, **patterned(sheet.ident, tone))


def ground(tone: str, x: float, y: float, width: float, height: float) -> str:
    """Something plain to write on, where a tone has a pattern; ``x`` and ``y`` are its middle."""
    if tone not in LINES:
        return ""
    return element("rect", x=x - width / 2, y=y - height / 2, width=width, height=height, rx=2, **plate(tone))


def signed(sheet: Sheet, state: State, x: float, y: float) -> str:
    """The symbol of a state on an area of it; ``x`` and ``y`` are its middle."""
    tone = tone_of(state)
    sign = element("g", symbol(sheet.ident, state.symbol, x, y), **written(tone))
    return ground(tone, x, y, 15, 14) + sign


def inscribed(sheet: Sheet, state: State, text: str, box: tuple[float, float, float, float]) -> str:
    """What stands on an area of a state: its symbol and a text, as far as there is room in it.

    The box is left, top, width and height. In a high one the symbol stands above the text.
    """
    left, top, width, height = box
    x, y = left + width / 2, top + height / 2
    letters = width_of(text, SIZE, bold=True)
    tone = tone_of(state)
    if height >= HIGH:
        if max(letters, 12) + 4 > width:
            return ""
        inside = _text(x, y + 12, text) + symbol(sheet.ident, state.symbol, x, y - 7.5)
        return ground(tone, x, y, max(letters, 12) + 4, 28) + element("g", inside, **written(tone))
    if letters + 4 > width:
        return ""
    if letters + 24 > width:
        return ground(tone, x, y, letters + 3, 16) + element("g", _text(x, y + 4.5, text), **written(tone))
    inside = symbol(sheet.ident, state.symbol, x - letters / 2 - 2, y) + _text(x + 8, y + 4.5, text)
    return ground(tone, x, y, letters + 22, 16) + element("g", inside, **written(tone))


def _text(x: float, y: float, text: str, size: float = SIZE) -> str:
    return element("text", escaped(text), x=x, y=y, fill="currentColor", **lettering(size, bold=True, anchor="middle"))
