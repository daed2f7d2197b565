"""The symbols of states as shapes: they look the same in every font, and lie in the middle of where they are put."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plantrack.formats.svg.markup import element, escaped

LINE = '<path fill="none" stroke="currentColor" stroke-width="1.7" d="{}"/>'
AREA = '<path fill="currentColor" d="{}"/>'
SHAPES = {
    "●": '<circle r="5" fill="currentColor"/>',
    "◐": '<circle r="4.4" fill="none" stroke="currentColor" stroke-width="1.3"/>' + AREA.format("M0-5A5 5 0 0 0 0 5Z"),
    "○": '<circle r="4.3" fill="none" stroke="currentColor" stroke-width="1.5"/>',
    "□": LINE.format("M-4.2-4.2H4.2V4.2H-4.2Z"),
    "×": LINE.format("M-4-4L4 4M4-4L-4 4"),
    "–": LINE.format("M-5 0H5"),
    "?": LINE.format("M-2.9-2.4A2.9 2.9 0 1 1 1.2 .1C.4 .6 0 1 0 2.2")
    + '<circle cy="4.6" r="1.1" fill="currentColor"/>',
    "≠": LINE.format("M-4.6-1.9H4.6M-4.6 1.9H4.6M2.6-5L-2.6 5"),
    "►": AREA.format("M-3.8-5L5.2 0L-3.8 5Z"),
    "▲": AREA.format("M0-5L5.4 4.4H-5.4Z"),
    "■": AREA.format("M-4.5-4.5H4.5V4.5H-4.5Z"),
    "∞": LINE.format(
        "M0 0C1.6-2.4 2.6-2.8 3.6-2.8A2.8 2.8 0 0 1 3.6 2.8C2.6 2.8 1.6 2.4 0 0"
        "C-1.6-2.4-2.6-2.8-3.6-2.8A2.8 2.8 0 0 0-3.6 2.8C-2.6 2.8-1.6 2.4 0 0Z"
    ),
}
"""Symbol -> its shape around the middle, about eleven units wide, in the colour around it."""


def shapes(ident: str, signs: Iterable[str]) -> Iterator[str]:
    """The shapes of some symbols, each with an id."""
    for sign in signs:
        if sign in SHAPES:
            yield element("g", SHAPES[sign], id=named(ident, sign))


def named(ident: str, sign: str) -> str:
    """The id of a shape."""
    return f"{ident}-u{ord(sign):x}"


def symbol(ident: str, sign: str, x: float, y: float) -> str:
    """A symbol with its middle in a place. One that has no shape is written."""
    if sign in SHAPES:
        return element("use", href=f"#{named(ident, sign)}", x=x, y=y)
    return element("text", escaped(sign), x=x, y=y + 4.5, font_size=12, text_anchor="middle", fill="currentColor")
