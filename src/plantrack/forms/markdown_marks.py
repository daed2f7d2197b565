"""The marks of a Markdown form that its writer and its reader share: notes in comments, and signs without a meaning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote, unquote
from zlib import crc32

from plantrack.pattern import pattern

FORM_MARK = "plantrack-form"
GOAL_MARK = "plantrack-goal"
PAGE_MARK = "plantrack-page"
KEY_MARK = "plantrack-row"
END_MARK = "plantrack-end"
"""The first word of a comment: what the form is, a goal's heading, the first page, the key of a row, and the end."""
NO_LETTER = pattern(r"[\W_]")
SIGNS = pattern(r"[\\`*<\[\]]")
ESCAPED = pattern(r"\\([\\`*<\[\]])")


def escaped(text: str) -> str:
    """Words in which no sign means anything."""
    return SIGNS.sub(r"\\\g<0>", text)


def unescaped(text: str) -> str:
    """The words again."""
    return ESCAPED.sub(r"\1", text)


def digest_of(text: str) -> str:
    """A short digest of a line, by its letters and figures alone: mail programs change signs and breaks."""
    return f"{crc32(NO_LETTER.sub('', text).encode('utf-8', 'replace')) & 0xFFFFFF:06x}"


def signed(lines: Iterable[str]) -> str:
    """What stands on the first page, line by line, as one comment: so what somebody adds to it can be told apart."""
    return f"{PAGE_MARK} {''.join(digest_of(line) for line in lines if NO_LETTER.sub('', line))}"


def read_signed(text: str) -> frozenset[str] | None:
    """The digests of the lines of a first page; None where a comment is another."""
    mark, *digests = text.split()
    if mark != PAGE_MARK:
        return None
    whole = "".join(digests)
    return frozenset(whole[n : n + 6] for n in range(0, len(whole), 6))


def noted(facts: Mapping[str, str]) -> str:
    """What a form says of itself, as one comment."""
    return FORM_MARK + " " + " ".join(f"{name}={quote(value, safe='')}" for name, value in facts.items())


def read_note(text: str) -> Mapping[str, str]:
    """What a comment says of a form; nothing where it is another comment."""
    mark, *words = text.split()
    if mark != FORM_MARK:
        return {}
    return {name: unquote(value) for name, _equals, value in (word.partition("=") for word in words)}
