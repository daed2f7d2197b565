"""How wide words are, and where they break: an estimate, for no font is at hand that all readers have.

The widths are those of Arial and of the fonts made to its measure, with some room for those that run wider.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category, east_asian_width

WIDTHS = {
    200: "'",
    222: "ijl",
    260: "|",
    278: " !,./:;I[\\]ft·\N{NO-BREAK SPACE}",
    333: "()-`r“”’‘",
    355: '{}"*°',
    500: "Jcksvxyz^",
    556: "#$0123456789?L_abdeghnopquåäöéüáàèëíóæø\N{EN DASH}§",
    584: "+<=>~×\N{MINUS SIGN}",
    611: "FTZ",
    667: "&ABEKPSVXYÅÄÉ",
    722: "CDHNRUwÜ",
    778: "GOQÖØ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "\N{EM DASH}…",
    1015: "@Æ",
}
"""Thousandths of the size -> letters."""
WIDTH_OF = {letter: width for width, letters in WIDTHS.items() for letter in letters}
ROOM = 1.03
BOLD = 1.08
OTHER = 650
BROAD = 1150
ELLIPSIS = "…"
JOINER = "\N{ZERO WIDTH JOINER}"


def width_of(text: str, size: float, bold: bool = False) -> float:
    """How wide a text is, at least about."""
    return sum(map(_letter, text)) / 1000 * size * ROOM * (BOLD if bold else 1)


@lru_cache(maxsize=4096)
def _letter(letter: str) -> int:
    found = WIDTH_OF.get(letter)
    if found is not None:
        return found
    if category(letter) in ("Mn", "Me", "Cf") or letter == JOINER:
        return 0
    return BROAD if east_asian_width(letter) in "WF" or ord(letter) > 0xFFFF else OTHER


def wrapped(text: str, width: float, size: float, most: int, bold: bool = False) -> tuple[str, ...]:
    """A text in lines of some width, at most so many; where it is cut the last line says so."""
    lines: list[str] = []
    for line in _lines(text, width, size, bold):
        if len(lines) == most:
            lines[-1] = shortened(lines[-1] + ELLIPSIS, width, size, bold)
            break
        lines.append(line)
    return tuple(lines)


def shortened(text: str, width: float, size: float, bold: bool = False) -> str:
    """A text on one line, cut where it is too wide."""
    if width_of(text, size, bold) <= width:
        return text
    first = next(_pieces(text, width - width_of(ELLIPSIS, size, bold), size, bold), "")
    return first.rstrip(" ,.:;" + ELLIPSIS) + ELLIPSIS


def _lines(text: str, width: float, size: float, bold: bool) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if width_of(longer, size, bold) <= width:
            line = longer
            continue
        if line:
            yield line
        *full, line = _pieces(word, width, size, bold) if word else [""]
        yield from full
    if line:
        yield line


def _pieces(word: str, width: float, size: float, bold: bool) -> Iterator[str]:
    """A word in pieces that fit: broken between letters, and never before a mark that belongs to the letter."""
    piece, wide = "", 0.0
    for place, letter in enumerate(word):
        own = width_of(letter, size, bold)
        loose = own and not (place and word[place - 1] == JOINER)
        if piece and loose and wide + own > width:
            yield piece
            piece, wide = "", 0.0
        piece, wide = piece + letter, wide + own
    yield piece
