"""What each line of a file is to YAML: a field, a list item, or the inside of a longer text.

Goes by indentation alone, so it can be asked of a file that YAML cannot read, and of one that YAML
would read in another way than the person who wrote it. Knows nothing of fields or values.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plantrack.pattern import pattern

BLANK = " \t\u00a0"
LEADING = pattern(r"[ \t\u00a0]*")
DASHES = pattern(r"(?:-(?:[ \t\u00a0]+|$))*")
KEY = pattern(
    r"""("[^"\n]*"|'[^'\n]*'|(?:[^\s"'\[\]{}#&*!|>%@`,:-]|-[^\s:#])(?:[^:#\n]|:(?![ \t\u00a0]|$))*?)"""
    r"""([ \u00a0]*:(?:[ \t\u00a0]+|$))"""
)
FIELD_LIKE = pattern(r"[a-z_]+|[\w.\-]*\d[\w.\-]*|\"[^\"]*\"|'[^']*'")
"""A name that is meant as one even where a no-break space follows: not the first word of a text."""
BLOCK_SIGN = pattern(r"[|>](?:[1-9]?[-+]?|[-+][1-9])(?:[ \t]+#.*|[ \t]*)$")
QUOTES = "\"'"


class Line(NamedTuple):
    """A line that YAML reads as a field or an item. Places are counted in letters from the line's start."""

    number: int
    """Counted from nought."""
    text: str
    indent: int
    """Where the first sign stands that is no blank."""
    dashes: int
    """Where the dashes of list items end."""
    value: int
    """Where the value begins: after the field's colon, or after the dashes."""
    has_key: bool

    @property
    def column(self) -> int:
        """Where the field's name, or the item, begins: a longer text stands further in than that."""
        return self.dashes if self.has_key else max(self.indent, self.dashes - 2)


class Inside(NamedTuple):
    """A line inside a text that was begun with ``|``: how many of its first signs are indentation."""

    number: int
    text: str
    indent: int


def parse_line(number: int, text: str) -> Line:
    """A line by its parts."""
    indent = LEADING.match(text).end()  # type: ignore[union-attr]
    dashes = DASHES.match(text, indent).end()  # type: ignore[union-attr]
    key = KEY.match(text, dashes)
    if key and "\u00a0" in key[2] and not FIELD_LIKE.fullmatch(key[1]):
        key = None
    return Line(number, text, indent, dashes, key.end() if key else dashes, key is not None)


def structure(lines: list[str]) -> Iterator[Line | Inside]:
    """The lines that matter: fields and items, and lines inside a text begun with ``|``.

    Blank lines, comments and the further lines of a text without ``|`` are left out.
    """
    number = 0
    while number < len(lines):
        text = lines[number]
        number += 1
        bare = text.strip(BLANK)
        if not bare or bare.startswith("#"):
            continue
        line = parse_line(number - 1, text)
        yield line
        value = text[line.value :].rstrip(BLANK)
        if BLOCK_SIGN.match(value):
            end = _end_of_block(lines, number, line.column)
            yield from _inside(lines, number, end)
            number = end
        elif value[:1] in ("[", "{"):
            number = _end_of_brackets(lines, number, value)
        elif value[:1] and value[:1] in QUOTES:
            closed = end_of_quote(lines, line)
            number = number if closed is None else closed[0] + 1
        elif value and not value.startswith("#"):
            number = end_of_text(lines, line)


def end_of_quote(lines: list[str], line: Line) -> tuple[int, int] | None:
    """Line and place after the sign that closes a quoted text; None where it is never closed.

    As a person means it: no line of the text stands as far out as the field.
    """
    quote = line.text[line.value]
    place = _closing(line.text, line.value + 1, quote)
    if place is not None:
        return line.number, place
    for number in range(line.number + 1, len(lines)):
        text = lines[number]
        indent = LEADING.match(text).end()  # type: ignore[union-attr]
        if indent == len(text):
            continue
        if indent <= line.column:
            return None
        place = _closing(text, 0, quote)
        if place is not None:
            return number, place
    return None


def _closing(text: str, start: int, quote: str) -> int | None:
    """The place after the closing quote on this line, if it is here."""
    place = start
    while place < len(text):
        sign = text[place]
        if sign == "\\" and quote == '"':
            place += 2
            continue
        if sign == quote:
            if quote == "'" and text[place + 1 : place + 2] == "'":
                place += 2
                continue
            return place + 1
        place += 1
    return None


def _end_of_block(lines: list[str], number: int, column: int) -> int:
    """The first line that stands no further in than the field whose text began with ``|``."""
    while number < len(lines):
        indent = LEADING.match(lines[number]).end()  # type: ignore[union-attr]
        if indent < len(lines[number]) and indent <= column and "\t" not in lines[number][:indent]:
            break
        number += 1
    return number


def _inside(lines: list[str], start: int, end: int) -> Iterator[Inside]:
    indent = -1
    for number in range(start, end):
        blanks = LEADING.match(lines[number]).end()  # type: ignore[union-attr]
        if blanks == len(lines[number]):
            continue
        if indent < 0:
            indent = blanks
        yield Inside(number, lines[number], min(indent, blanks))


def _end_of_brackets(lines: list[str], number: int, value: str) -> int:
    """The line after the one that closes a list in brackets; the next line where none does."""
    depth = 0
    for ahead in range(number - 1, min(len(lines), number + 200)):
        text = value if ahead == number - 1 else lines[ahead]
        depth += text.count("[") + text.count("{") - text.count("]") - text.count("}")
        if depth <= 0:
            return ahead + 1
    return number


def end_of_text(lines: list[str], line: Line) -> int:
    """The line after the last one of a text that was begun without ``|``: further in, and no field itself."""
    number = line.number + 1
    while number < len(lines):
        text = lines[number]
        indent = LEADING.match(text).end()  # type: ignore[union-attr]
        if indent < len(text):
            key = KEY.match(text, indent)
            if indent <= line.column or text[indent] == "#" or (key and FIELD_LIKE.fullmatch(key[1])):
                break
        number += 1
    while number > line.number + 1 and not lines[number - 1].strip(BLANK):
        number -= 1
    return number
