"""The lines of a Markdown form that has come back, and the parts that they make: without the marks of a mail.

A mail program quotes lines, breaks long ones, and puts words before and after; here they are as they were again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from plantrack.forms.markdown_marks import END_MARK, FORM_MARK, GOAL_MARK, KEY_MARK, unescaped
from plantrack.pattern import pattern

QUOTED_FORM = pattern(rf"^([ \t>]*)<!--[ \t]*{FORM_MARK}\b", re.MULTILINE)
HEADING = pattern(r"^\s*(#{1,6})\s+(.*?)\s*$")
BOX = pattern(r"^\s*[-*+\N{BULLET}\N{EN DASH}]\s*\\?\[([^\]\n]{0,3}?)\\?\]\s*(.*)$")
OPENING, CLOSING = "<!--", "-->"
OURS = f"{OPENING} plantrack-"
LONG_LINE = 55
"""Characters of a line that a mail program may have broken."""
MOST_LINES = 4
"""Lines that a mail program may make of one comment."""


class Line(NamedTuple):
    """One line of the form without the marks of a quotation, and where it began."""

    number: int
    column: int
    text: str


def lines_of(text: str) -> Iterator[Line]:
    """The lines up to the end of the form, whatever they end with, without the marks of a mail that quotes it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    quoted = QUOTED_FORM.search(text)
    depth = quoted[1].count(">") if quoted else 0
    quotation = pattern(rf"(?:[ \t]{{0,3}}>[ \t]?){{0,{depth}}}")
    for number, line in enumerate(text.split("\n"), 1):
        found = quotation.match(line) if depth else None
        begin = found.end() if found else 0
        rest = line[begin:].rstrip()
        if comment_in(rest) == END_MARK:
            return
        yield Line(number, begin + 1, rest)


def joined_comments(lines: list[Line]) -> Iterator[Line]:
    """The lines, with each of the form's own comments on one line, where a mail program has broken it."""
    skip = 0
    for number, line in enumerate(lines):
        if skip:
            skip -= 1
        elif line.text.lstrip().startswith(OURS) and CLOSING not in line.text:
            rest = lines[number + 1 : number + MOST_LINES]
            last = next((n for n, each in enumerate(rest, 1) if CLOSING in each.text), 0)
            skip = last
            yield line._replace(text=" ".join([line.text, *(each.text for each in rest[:last])]))
        else:
            yield line


def comment_in(text: str) -> str:
    """What stands in a comment that is a line of its own."""
    text = text.strip()
    if text.startswith(OPENING) and text.endswith(CLOSING):
        return text.removeprefix(OPENING).removesuffix(CLOSING).strip()
    return ""


class Section(NamedTuple):
    """A heading with what stands under it."""

    heading: Line
    lines: list[Line]


def sections_of(lines: list[Line]) -> Iterator[Section]:
    """The headings with what stands under each. What somebody wrote may hold a heading too; it has no key after it."""
    section: Section | None = None
    for number, line in enumerate(lines):
        if HEADING.match(line.text) and is_own(lines, number):
            if section:
                yield section
            section = Section(line, [])
        elif section:
            section.lines.append(line)
    if section:
        yield section


def is_own(lines: list[Line], number: int) -> bool:
    """Whether a heading is the form's own: its mark follows before the next heading."""
    for line in lines[number + 1 :]:
        if key_of(line.text) is not None or comment_in(line.text) == GOAL_MARK:
            return True
        if HEADING.match(line.text):
            return False
    return False


def may_go_on(line: Line) -> bool:
    """Whether a mail program may have broken a line, so that the next one belongs to it."""
    return len(line.text) >= LONG_LINE


def key_of(text: str) -> str | None:
    """The key that a comment holds; None where the line is something else."""
    mark, _space, key = comment_in(text).partition(" ")
    return key.strip() if mark == KEY_MARK else None


def parts_above(section: Section, key_at: int) -> tuple[list[Line], list[Line]]:
    """The rest of a wrapped heading, and what stands between it and the key."""
    above = section.lines[:key_at]
    end = next((n for n, line in enumerate(above) if not line.text.strip()), len(above))
    return above[:end], above[end:]


def shown_in(section: Section, key_at: int) -> tuple[str, str]:
    """The number and the text of a heading, also of one that a mail program has wrapped."""
    rest, _body = parts_above(section, key_at)
    found = HEADING.match(section.heading.text)
    whole = " ".join([found[2] if found else "", *(line.text.strip() for line in rest)])
    number, _space, text = whole.strip().partition(" ")
    return unescaped(number), unescaped(text.strip())


def whole_of_box(text: str, lines: list[Line]) -> str:
    """The words beside a box, the first of the lines, also where a mail program has broken it."""
    words = [text]
    for before, line in pairwise(lines):
        if not line.text.strip() or BOX.match(line.text) or not may_go_on(before):
            break
        words.append(line.text.strip())
    return unescaped(" ".join(words).strip())
