"""Mends what a person wrote and YAML cannot read, line by line, so that every such line is found at once.

Each mended line is a fault. A line is mended only where it can be meant in one way; what is mended is
read, but nothing is written back. Lines keep their numbers.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from plantrack.finding import Fault, Span, Where
from plantrack.pattern import pattern
from plantrack.store.lines import (
    BLANK,
    BLOCK_SIGN,
    FIELD_LIKE,
    QUOTES,
    Inside,
    Line,
    end_of_quote,
    end_of_text,
    parse_line,
    structure,
)

MOST_FAULTS = 50
"""Lines of one kind that are told in one file. Who has more of them has one cause, and needs no more lines."""

UNSEEN_INDENT = pattern(r"^[ \u00a0\t]*[\u00a0\t]", re.MULTILINE)
UNSEEN_AFTER = pattern(r"[:\-]\u00a0|\u00a0:")
OPEN_QUOTE = pattern(r"""(?:: +|- +)(?:"[^"\n]*|'[^'\n]*)$""", re.MULTILINE)
COLON = pattern(r":(?= |\t|$)")
COMMENT = pattern(r"[ \t]#")
WORDS_AFTER_SIGN = pattern(r"(?!!!)[&*!]\S*[ \t]+\S|[*!&][^\s*]*\*|[!&*](?:\s|$)")
HEX = "[0-9A-Fa-f]"
BAD_ESCAPE = pattern(
    rf"""\\(?![0abtnvfre "/\\N_LP\n]|x{HEX}{{2}}|u(?![dD][89a-fA-F]){HEX}{{4}}|U00(?:0|10){HEX}{{5}})"""
)
LIST_OF_IDS = pattern(r"\[[\w.\-:, ]*$")
NEVER_FIRST = "@`%,]}"


class Mended(NamedTuple):
    """A text whose lines YAML can read, as far as they could be mended, with a fault for each."""

    text: str
    faults: tuple[Fault, ...]


def needs_look(text: str) -> bool:
    """Whether blanks that YAML does not take for blanks, or a quote left open, may change what is read."""
    if "\t" in text and UNSEEN_INDENT.search(text):
        return True
    if "\u00a0" in text and (UNSEEN_INDENT.search(text) or UNSEEN_AFTER.search(text)):
        return True
    return ('"' in text or "'" in text) and OPEN_QUOTE.search(text) is not None


def mend(file: str, text: str, *, broken: bool) -> Mended:
    """The text mended. Only where YAML has refused it (``broken``) are values looked at as well."""
    mender = Mender(Where(file), text.split("\n"))
    mender.blanks()
    mender.values(broken)
    return Mended("\n".join(mender.lines), tuple(mender.faults()))


class Mender:
    """Goes through the lines of one file."""

    def __init__(self, here: Where, lines: list[str]) -> None:
        self.here = here
        self.lines = lines
        self.found: list[Fault] = []
        self.tabs: list[Span] = []
        self.hard: list[Span] = []

    def faults(self) -> list[Fault]:
        """All faults: tabs and no-break spaces as one each, for they have one cause."""
        told = self.found[:MOST_FAULTS]
        for reason, spans in (("tab", self.tabs), ("no_break_space", self.hard)):
            if spans:
                told.append(Fault(reason, self.here, {"line": spans[0].line, "n": len(spans)}, spans[0]))
        return told

    def blanks(self) -> None:
        """Tabs and no-break spaces become spaces where they are indentation, or part a name from its value."""
        for number, text in enumerate(self.lines):
            if not text.strip(BLANK) or text.lstrip(BLANK).startswith("#"):
                indent = len(text) - len(text.lstrip(BLANK))
                self.lines[number] = _spaced(text[:indent]) + text[indent:]
        for line in list(structure(self.lines)):
            end = line.indent if isinstance(line, Inside) else line.value
            head = line.text[:end]
            if "\t" in line.text[: line.indent]:
                self.tabs.append(_span(line.number, head.index("\t"), head.index("\t") + 1))
            elif "\u00a0" in head:
                self.hard.append(_span(line.number, head.index("\u00a0"), head.index("\u00a0") + 1))
            if "\t" in head or "\u00a0" in head:
                self.lines[line.number] = _spaced(head) + line.text[end:]

    def values(self, broken: bool) -> None:
        """Values that YAML cannot read become quoted texts."""
        for line in list(structure(self.lines)):
            if isinstance(line, Inside):
                continue
            value = line.text[line.value :].rstrip(BLANK)
            if not value:
                continue
            if value[0] in QUOTES:
                self._quoted(line, value, broken)
            elif broken and (line.has_key or line.dashes > line.indent):
                self._bare(line, value)

    def _bare(self, line: Line, value: str) -> None:
        """A value without quotes that YAML has refused, or reads as something else than words."""
        sign = value[0]
        if sign == "[":
            self._list(line, value)
        elif (
            sign in NEVER_FIRST
            or (sign in "&*!" and WORDS_AFTER_SIGN.match(value))
            or (sign in "|>" and not BLOCK_SIGN.match(value))
            or (line.has_key and (value.startswith(("- ", "? ")) or value == "-"))
        ):
            self._quote(line, value, "odd_start", line.number, line.value, sign=sign)
        elif sign not in "{|>#&*!" and (line.has_key or COLON.search(value) is None):
            self._words(line, value)

    def _words(self, line: Line, value: str) -> None:
        """A text without quotes that a colon or a comment sign cuts."""
        if line.dashes > line.indent and not FIELD_LIKE.fullmatch(_name(line)):
            # ``- Mål: mer: allt``: the first colon makes no field of it either.
            line = line._replace(value=line.dashes, has_key=False)
            value = line.text[line.value :].rstrip(BLANK)
        end = end_of_text(self.lines, line)
        for number in range(line.number, end):
            start = line.value if number == line.number else 0
            found = COLON.search(self.lines[number], start)
            if found:
                text = self.lines[number][start:].strip(BLANK)
                self._quote(line, value, "colon_in_text", number, found.start(), text=text)
                return
        comment = COMMENT.search(line.text, line.value)
        if comment and end > line.number + 1:
            kept, lost = line.text[line.value : comment.start()].strip(), line.text[comment.end() - 1 :].strip()
            self._quote(line, value, "hash_in_text", line.number, comment.end() - 1, kept=kept, lost=lost)

    def _quoted(self, line: Line, value: str, broken: bool) -> None:
        end = end_of_quote(self.lines, line)
        if end is None:
            self._quote(line, value[1:], "unclosed_quote", line.number, line.value)
        elif broken and end[0] == line.number:
            rest = line.text[end[1] :]
            if rest.strip(BLANK) and not rest.lstrip(BLANK).startswith("#") and not rest.lstrip(BLANK).startswith(":"):
                self._quote(line, value, "after_quote", line.number, end[1])
            elif value[0] == '"':
                inner = line.text[line.value + 1 : end[1] - 1]
                escape = BAD_ESCAPE.search(inner)
                if escape:
                    place = line.value + 1 + escape.start()
                    self._quote(line, inner, "backslash", line.number, place, text=inner)

    def _list(self, line: Line, value: str) -> None:
        """A list in brackets that is not closed on its line: closed, where only ids stand in it."""
        after = self.lines[line.number + 1] if line.number + 1 < len(self.lines) else ""
        if LIST_OF_IDS.fullmatch(value) and (not after.strip() or parse_line(0, after).has_key):
            self._tell("unclosed_list", line.number, line.value)
            self.lines[line.number] = line.text.rstrip(BLANK + ",") + "]"

    def _quote(self, line: Line, value: str, reason: str, number: int, place: int, **values: object) -> None:
        """Makes a value a quoted text, with the further lines that belong to it."""
        self._tell(reason, number, place, field=_name(line), **values)
        last = end_of_text(self.lines, line) - 1
        quoted = value.replace("'", "''")
        self.lines[line.number] = line.text[: line.value] + "'" + quoted + ("'" if last == line.number else "")
        for further in range(line.number + 1, last + 1):
            self.lines[further] = self.lines[further].replace("'", "''") + ("'" if further == last else "")

    def _tell(self, reason: str, number: int, place: int, **values: object) -> None:
        self.found.append(Fault(reason, self.here, {**values, "line": number + 1}, _span(number, place, place + 1)))


def _name(line: Line) -> str:
    """The name of a line's field; nothing for an item."""
    return line.text[line.dashes : line.value].strip(BLANK + ":")


def _spaced(head: str) -> str:
    """Blanks that YAML takes for blanks. A tab leads to the next fourth column, as most editors show it."""
    return head.expandtabs(4).replace("\u00a0", " ")


def _span(number: int, start: int, end: int) -> Span:
    return Span(number + 1, start + 1, number + 1, end + 1)
