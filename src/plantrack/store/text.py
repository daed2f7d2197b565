"""From the bytes of a file to text that YAML can read, with a fault for everything that had to be mended.

Lines are counted as editors count them: CRLF, CR and LF end a line, nothing else does.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from plantrack.finding import Fault, Span, Where

BIGGEST = 4 * 1024 * 1024
"""Bytes. A hundred times the largest file of a real plan."""

DEEPEST = 200
"""Levels of nesting. The YAML library takes the process down with it somewhere beyond ten thousand."""

NESTING = re.compile(r"^ {%d}|^ *(?:[-?:] +){%d}" % (DEEPEST * 2, DEEPEST), re.MULTILINE)
CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
TAB = re.compile(r"^( *)\t[ \t]*", re.MULTILINE)
NO_BREAK = re.compile(r"^[ \u00a0]*\u00a0[ \u00a0]*(?=\S)|(?<=[:\-])\u00a0|\u00a0(?=:(?:\s|$))", re.MULTILINE)
CURLY = re.compile(r"(?:(?<=: )|(?<=- ))[\u201c\u201d\u2018\u2019\u201e](?=[^\n]*[\u201c\u201d\u2018\u2019]\s*$)", re.MULTILINE)
BREAKS = re.compile("[\x85\u2028\u2029]")
CONTROL = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Text(NamedTuple):
    """A file's text, mended so that it can be read, and the faults found on the way."""

    text: str
    faults: tuple[Fault, ...]
    readable: bool = True


def read_text(file: str, data: bytes) -> Text:
    """The text of a file. ``readable`` is False where nothing in it may be trusted."""
    here = Where(file)
    if len(data) > BIGGEST:
        return Text("", (Fault("too_large", here, {"megabytes": len(data) // 1_000_000}, Span(1, 1, 1, 1)),), False)
    text, faults = _decode(here, data)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return Text("", (*faults, Fault("empty_file", here, span=Span(1, 1, 1, 1))), False)
    if "<<<<<<<" in text or ">>>>>>>" in text:
        conflicts = _conflicts(here, text)
        if conflicts:
            return Text(text, (*faults, *conflicts), False)
    if too_deep(text):
        return Text("", (*faults, Fault("nesting", here, {"deepest": DEEPEST}, Span(1, 1, 1, 1))), False)
    if not text.isascii():
        text = _odd_characters(here, text, faults)
    elif not text.isprintable():
        text = _control(here, text, faults)
    if "\t" in text:
        text = _tabs(here, text, faults)
    return Text(text, tuple(faults))


def span_at(text: str, start: int, end: int) -> Span:
    """Lines and columns of two places in a text."""
    line = text.count("\n", 0, start)
    end_line = line + text.count("\n", start, end)
    return Span(
        line + 1,
        start - (text.rfind("\n", 0, start) + 1) + 1,
        end_line + 1,
        end - (text.rfind("\n", 0, end) + 1) + 1,
    )


def _decode(here: Where, data: bytes) -> tuple[str, list[Fault]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), [Fault("encoding", here, {"found": "UTF-16"}, Span(1, 1, 1, 2))]
    faults = []
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
        faults.append(Fault("byte_order_mark", here, span=Span(1, 1, 1, 2)))
    try:
        return data.decode("utf-8"), faults
    except UnicodeDecodeError as error:
        if b"\x00" in data[:200]:
            text = data.decode("utf-16-le" if data[1:2] == b"\x00" else "utf-16-be", "replace")
            return text, [Fault("encoding", here, {"found": "UTF-16"}, Span(1, 1, 1, 2))]
        text = data.decode("cp1252", "replace")
        letter = data[error.start : error.start + 1].decode("cp1252", "replace")
        before = len(data[: error.start].decode("utf-8", "replace"))
        span = span_at(data[: error.start].decode("utf-8", "replace") + letter, before, before + 1)
        faults.append(Fault("encoding", here, {"found": "Windows-1252", "letter": letter}, span))
        return text, faults


def too_deep(text: str) -> bool:
    """Whether brackets or indentation are nested deeper than any plan, by counting alone."""
    if text.count("[") + text.count("{") > DEEPEST:
        depth = 0
        for character in re.findall(r"[\[\]{}]", text):
            depth += 1 if character in "[{" else -1
            if depth > DEEPEST:
                return True
            depth = max(depth, 0)
    return bool(NESTING.search(text))


def _conflicts(here: Where, text: str) -> list[Fault]:
    """One fault per conflict, with the lines of both sides."""
    faults = []
    start = middle = None
    for mark in CONFLICT.finditer(text):
        sign = mark[1][0]
        if sign == "<":
            start, middle = mark, None
        elif sign == "=" and start:
            middle = mark
        elif sign == ">" and start and middle:
            lines = [span_at(text, place.start(), place.end()).line for place in (start, middle, mark)]
            values = {"first": lines[0], "middle": lines[1], "last": lines[2]}
            faults.append(Fault("conflict_markers", here, values, span_at(text, start.start(), mark.end())))
            start = middle = None
    return faults


def _odd_characters(here: Where, text: str, faults: list[Fault]) -> str:
    if "\u00a0" in text:
        text = _mended(here, text, faults, NO_BREAK, "no_break_space")
    if CURLY.search(text):
        for found in CURLY.finditer(text):
            span = span_at(text, found.start(), found.end())
            faults.append(Fault("curly_quotes", here, {"quote": found[0]}, span))
    if BREAKS.search(text):
        text = _mended(here, text, faults, BREAKS, "odd_line_break")
    return _control(here, text, faults)


def _control(here: Where, text: str, faults: list[Fault]) -> str:
    if CONTROL.search(text):
        text = _mended(here, text, faults, CONTROL, "control_character")
    return text


def _tabs(here: Where, text: str, faults: list[Fault]) -> str:
    """Tabs in the indentation become spaces; tabs inside a text may stay."""
    lines = []
    for found in TAB.finditer(text):
        if text[found.end() : found.end() + 1] in ("", "\n", "#"):
            continue
        lines.append(found)
    for found in lines:
        faults.append(Fault("tab", here, span=span_at(text, found.start(), found.end())))
    return TAB.sub(lambda found: found[1] + "  " * found[0].count("\t"), text)


def _mended(here: Where, text: str, faults: list[Fault], form: re.Pattern[str], reason: str) -> str:
    for found in form.finditer(text):
        code = ", ".join(f"U+{ord(c):04X}" for c in dict.fromkeys(found[0]) if c != " ")
        faults.append(Fault(reason, here, {"code": code}, span_at(text, found.start(), found.end())))
    return form.sub(lambda found: " " * len(found[0]), text)
