"""What a report's file says, without how it looks: for telling two of them apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from plantrack.formats.stamp_text import MARK
from plantrack.pattern import pattern

if TYPE_CHECKING:
    import re

LONGEST = 160
"""Letters of a line that are shown."""
TAGS = pattern(r"(?s)<(style|svg|w:instrText)\b.*?</\1>|<[^>]*>")
"""Markup, with what it holds where no reader is shown it as words. What a chart shows stands in its table too."""
PARAGRAPHS = pattern(r"(?s)<w:p[ >].*?</w:p>")
NUMBERS = pattern(r"\d[\d\s\u00a0.,:\-\u2013/%]*\d|\d")
DIGEST = pattern(r"[0-9a-f]{12,}|\d+\.\d+\.\d+(?:\.dev\d+)?\S*")
"""Digests and versions of the tool, which are no figures of the plan."""


class Line(NamedTuple):
    """A place where two reports differ."""

    place: str
    before: str
    after: str


def can_be_read(form: str) -> bool:
    """Whether the words of a file can be told without the package that made it."""
    return form != "pdf"


def lines_of(data: bytes, form: str) -> list[str]:
    """The lines that a reader sees; none where the format does not tell."""
    if not can_be_read(form):
        return []
    if form == "docx":
        return [_text(each) for each in PARAGRAPHS.findall(_body(data))]
    lines = data.decode("utf-8", "replace").split("\n")
    lines = ["" if f"{MARK}{{" in line else line for line in lines]
    if form == "html":
        return [" ".join(_text(line).split()) for line in TAGS.sub(_newlines, "\n".join(lines)).split("\n")]
    return lines


def figures_in(data: bytes, form: str) -> list[str]:
    """Every number that a reader sees, in order, but for versions and digests."""
    found: list[str] = []
    for line in lines_of(data, form):
        found += NUMBERS.findall(DIGEST.sub("", line))
    return found


def lines_that_differ(before: bytes, after: bytes, form: str) -> Iterator[Line]:
    """The lines that are not in both, each with what stands there in the other one."""
    from difflib import SequenceMatcher

    old, new = _numbered(lines_of(before, form)), _numbered(lines_of(after, form))
    texts = [text for _number, text in old], [text for _number, text in new]
    for kind, start, end, start_new, end_new in SequenceMatcher(None, *texts).get_opcodes():
        if kind != "equal":
            for n in range(max(end - start, end_new - start_new)):
                number, one = old[start + n] if start + n < end else old[end - 1] if end else (1, "")
                other = new[start_new + n][1] if start_new + n < end_new else ""
                yield Line(str(number), _short(one if start + n < end else ""), _short(other))


def _numbered(lines: list[str]) -> list[tuple[int, str]]:
    """The lines that say something, with their numbers."""
    return [(number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _short(line: str) -> str:
    line = " ".join(line.split())
    return line if len(line) <= LONGEST else line[:LONGEST] + "…"


def _newlines(found: re.Match[str]) -> str:
    """Markup keeps its line breaks, so that lines keep their numbers."""
    return "\n" * found[0].count("\n")


def _text(markup: str) -> str:
    from html import unescape

    return unescape(TAGS.sub("", markup))


def _body(data: bytes) -> str:
    from io import BytesIO
    from zipfile import ZipFile

    with ZipFile(BytesIO(data)) as whole:
        return whole.read("word/document.xml").decode()
