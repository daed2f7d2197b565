"""From the bytes of a file to text: which letters it holds, whatever program saved it.

A fault is noted for everything that had to be mended. Nothing is known here of YAML, but for the marks
that git leaves where two versions of a file could not be merged. Lines are counted as editors count
them: CRLF, CR and LF end a line, nothing else does.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from plantrack.finding import Fault, Span, Where
from plantrack.pattern import pattern

BIGGEST = 1024 * 1024
"""Bytes. Twenty times the largest file of a real plan."""

MOST_PIECES = 60_000
"""Lines and commas. What a file may hold and still be read well within a second."""

MOST_CONFLICTS = 50
START = Span(1, 1, 1, 1)

NOT_TEXT = {
    b"PK\x03\x04": "Word, Excel",
    b"\xd0\xcf\x11\xe0": "Word, Excel",
    b"%PDF-": "PDF",
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"\x1f\x8b": "gzip",
}
"""How files begin that are no text, with the programs or formats they come from."""
STARTS = tuple(NOT_TEXT)

OLDER = {"cp1252": "Windows-1252", "mac_roman": "Mac OS Roman", "cp850": "MS-DOS"}
"""Older ways of storing letters. The first wins where they are equally likely."""
SWEDISH = "åäöÅÄÖé"

CONTROL_BYTES = bytes(b for b in range(32) if b not in b"\t\n\r") + b"\x7f"
EVERY_OTHER_BYTE = bytes(b for b in range(256) if b not in CONTROL_BYTES)
ORDINARY_BYTES = bytes(b for b in EVERY_OTHER_BYTE if b not in b"\xc2\xcc\xcd\xe2\xef")
"""All but the first bytes of the signs that are looked for below."""
BREAKS = pattern("[\x85\u2028\u2029]")
CONTROL = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
INVISIBLE = pattern("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
GARBLED = pattern(
    "\ufffd|\u00c3[\u00a5\u00a4\u00b6\u00a9\u0085\u0084\u0096\u2026\u201e\u2013]|\u00e2\u20ac[\u201c\u201d\u2122\u009d]"
)
"""What ``å ä ö é`` and quotes look like after being read the wrong way once, and the sign for a lost letter."""
CONFLICT = pattern(r"^(<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)


class Text(NamedTuple):
    """A file's text, mended so that it can be read, and the faults found on the way."""

    text: str
    faults: tuple[Fault, ...]
    readable: bool = True


def read_text(file: str, data: bytes) -> Text:
    """The text of a file. ``readable`` is False where nothing in it may be trusted."""
    here = Where(file)
    if len(data) > BIGGEST:
        return Text("", (too_large(here, len(data)),), False)
    if data.startswith(STARTS):
        looks_like = next(name for start, name in NOT_TEXT.items() if data.startswith(start))
        return Text("", (Fault("not_text", here, {"looks_like": looks_like}, START),), False)
    text, faults = _decode(here, data)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return Text("", (*faults, Fault("empty_file", here, span=START)), False)
    if text.count("\n") + text.count(",") > MOST_PIECES:
        return Text("", (*faults, Fault("too_large", here, {"lines": text.count("\n") + 1}, START)), False)
    if "<<<<<<<" in text or ">>>>>>>" in text or "\n=======\n" in text:
        conflicts = _conflicts(here, text)
        if conflicts:
            return Text(text, (*faults, *conflicts), False)
    mended = _odd_characters(here, text, data if not faults else text.encode(), faults)
    if mended is None:
        return Text("", (*faults, Fault("not_text", here, {"looks_like": ""}, START)), False)
    return Text(mended, tuple(faults))


def too_large(here: Where, size: int) -> Fault:
    """The fault of a file that is not even opened."""
    return Fault("too_large", here, {"megabytes": max(1, round(size / 1_000_000))}, START)


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
    """The letters that bytes stand for. Other ways of storing them than UTF-8 are told, and read all the same."""
    wide = _wide(data)
    if wide:
        name, codec = wide
        text = data.decode(codec, "replace").removeprefix("\ufeff")
        return text, [Fault("encoding", here, {"found": name, "line": 1}, START)]
    faults = []
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
        faults.append(Fault("byte_order_mark", here, span=START))
    try:
        return data.decode("utf-8"), faults
    except UnicodeDecodeError as error:
        at = error.start
    codec = max(OLDER, key=lambda codec: _likeness(data, codec))
    letter = data[at : at + 1].decode(codec, "replace")
    before = data[:at].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    span = span_at(before + letter, len(before), len(before) + 1)
    values = {"found": OLDER[codec], "letter": letter, "line": span.line}
    faults.append(Fault("encoding", here, values, span))
    return data.decode(codec, "replace"), faults


def _wide(data: bytes) -> tuple[str, str] | None:
    """The name and codec of text with two or four bytes a letter."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32", "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16", "utf-16"
    start = data[:2000]
    zeros = start.count(0)
    if zeros * 3 > len(start) and zeros * 3 < len(start) * 2:
        if start[1::2].count(0) > zeros * 0.9:
            return "UTF-16", "utf-16-le"
        if start[0::2].count(0) > zeros * 0.9:
            return "UTF-16", "utf-16-be"
    return None


def _likeness(data: bytes, codec: str) -> int:
    """How many of the bytes would be Swedish letters."""
    return sum(data.count(letter.encode(codec)) for letter in SWEDISH)


def _conflicts(here: Where, text: str) -> list[Fault]:
    """One fault per conflict, with the lines of both sides; or one for marks that were left behind."""
    faults: list[Fault] = []
    start = middle = 0
    left = 0
    for number, line in enumerate(text.split("\n"), 1):
        found = CONFLICT.fullmatch(line)
        if not found:
            continue
        left = left or number
        sign = line[0]
        if sign == "<":
            start, middle = number, 0
        elif sign == "=" and start:
            middle = number
        elif sign == ">" and start and middle:
            values = {"first": start, "middle": middle, "last": number}
            faults.append(Fault("conflict_markers", here, values, Span(start, 1, number, len(line) + 1)))
            start = middle = 0
            if len(faults) == MOST_CONFLICTS:
                break
    if left and not faults:
        values = {"first": left, "middle": 0, "last": left}
        faults.append(Fault("conflict_markers", here, values, Span(left, 1, left, 8)))
    return faults


def _odd_characters(here: Where, text: str, data: bytes, faults: list[Fault]) -> str | None:
    """The text without characters that nobody sees; None where there are so many that it is no text.

    What to look for is found among the bytes of its UTF-8, where looking is quick.
    """
    rest = data.translate(None, ORDINARY_BYTES)
    if not rest:
        return text
    controls = len(rest.translate(None, EVERY_OTHER_BYTE))
    if controls * 10 > len(data):
        return None
    high = b"\xc2" in data and re.search(rb"\xc2[\x80-\x9f]", data)
    if high or b"\xe2\x80\xa8" in data or b"\xe2\x80\xa9" in data:
        text = _mended(here, text, faults, BREAKS, "odd_line_break", " ")
    if controls or high or b"\xef\xbf\xbe" in data or b"\xef\xbf\xbf" in data:
        text = _mended(here, text, faults, CONTROL, "control_character", " ")
    if b"\xe2\x80" in data or b"\xe2\x81" in data or b"\xef\xbb\xbf" in data:
        text = _mended(here, text, faults, INVISIBLE, "control_character", "")
    garbled = b"\xc3\x83" in data or b"\xc3\xa2\xe2" in data or b"\xef\xbf\xbd" in data
    if garbled and not any(fault.reason == "encoding" for fault in faults):
        _noted(here, text, faults, GARBLED, "garbled_letters")
    if b"\xcc" in data or b"\xcd" in data:
        # A Mac stores ä as a and two dots. It looks the same, but would not be found as the same word.
        from unicodedata import normalize

        text = normalize("NFC", text)
    return text


def _mended(here: Where, text: str, faults: list[Fault], form: re.Pattern[str], reason: str, instead: str) -> str:
    return form.sub(instead, text) if _noted(here, text, faults, form, reason) else text


def _noted(here: Where, text: str, faults: list[Fault], form: re.Pattern[str], reason: str) -> bool:
    """Notes one fault for all characters of a form, at the first of them. Answers whether there were any."""
    found = form.search(text)
    if found is None:
        return False
    span = span_at(text, found.start(), found.end())
    values = {"code": f"U+{ord(found[0][0]):04X}", "text": found[0], "n": len(form.findall(text)), "line": span.line}
    faults.append(Fault(reason, here, values, span))
    return True
