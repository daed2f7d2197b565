"""The lines of a Markdown form that has come back, and the parts that they make: without the marks of a mail.

A mail program quotes lines, breaks long ones, and puts words before and after; here they are as they were again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from plantrack.forms.markdown_marks import (
    END_MARK,
    FORM_MARK,
    GOAL_MARK,
    KEY_MARK,
    digest_of,
    read_signed,
    unescaped,
)
from plantrack.pattern import pattern

QUOTED_FORM = pattern(rf"^([ \t>]*)<!--[ \t]*{FORM_MARK}\b", re.MULTILINE)
HEADING = pattern(r"^\s*(#{1,6})\s+(.*?)\s*$")
BOX = pattern(r"^\s*[-*+\N{BULLET}\N{EN DASH}]\s*\\?\[([^\]\n]{0,3}?)\\?\]\s*(.*)$")
OPENING, CLOSING = "<!--", "-->"
OURS = f"{OPENING} plantrack-"
LONG_LINE = 55
"""Characters of a line that a mail program may have broken."""
MOST_BREAKS = 12
"""Lines that it may make of one line of the first page."""
MOST_LINES = 4
"""Lines that a mail program may make of one comment."""


class Line(NamedTuple):
    """One line of the form without the marks of a quotation, and where it began."""

    number: int
    column: int
    text: str


def lines_of(text: str) -> Iterator[Line]:
    """The lines, whatever they end with, without the marks of a mail that quotes the form."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    quoted = QUOTED_FORM.search(text)
    depth = quoted[1].count(">") if quoted else 0
    quotation = pattern(rf"(?:[ \t]{{0,3}}>[ \t]?){{0,{depth}}}")
    for number, line in enumerate(text.split("\n"), 1):
        found = quotation.match(line) if depth else None
        begin = found.end() if found else 0
        yield Line(number, begin + 1, line[begin:].rstrip())


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


def inside_and_after(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines up to the end of the form, and those after it."""
    end = next((n for n, line in enumerate(lines) if comment_in(line.text) == END_MARK), len(lines))
    return lines[:end], lines[end + 1 :]


def first_page(lines: list[Line]) -> tuple[list[Line], Iterator[Line]]:
    """What stands before the form, and what somebody has added to its first page.

    A line of the page's own may have been broken. Where the page is not signed, nobody can tell what was added.
    """
    comments = [comment_in(line.text) for line in lines]
    begin = next(n for n, comment in enumerate(comments) if comment.startswith(FORM_MARK))
    end = next((n for n, line in enumerate(lines) if HEADING.match(line.text) and is_own(lines, n)), len(lines))
    signs = next((found for each in comments if each and (found := read_signed(each)) is not None), None)
    page = [line for line, comment in zip(lines[begin:end], comments[begin:end], strict=True) if not comment]
    return lines[:begin], _added(page, signs) if signs else iter(())


def _added(page: list[Line], signs: frozenset[str]) -> Iterator[Line]:
    """The lines of a first page that are not its own, by the digests of those that are."""
    at = 0
    while at < len(page):
        ends = range(at + 1, min(at + MOST_BREAKS, len(page)) + 1)
        if not page[at].text.strip():
            at += 1
            continue
        own = (end for end in ends if digest_of(" ".join(line.text for line in page[at:end])) in signs)
        end = next(own, 0)
        if not end:
            yield page[at]
        at = end or at + 1


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
    for at in range(number + 1, len(lines)):
        text = lines[at].text
        if key_of(text) is not None or comment_in(text) == GOAL_MARK:
            return True
        if HEADING.match(text):
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
