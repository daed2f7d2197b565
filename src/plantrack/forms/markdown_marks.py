"""The marks of a Markdown form that its writer and its reader share: notes in comments, and signs without a meaning."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, unquote

from plantrack.pattern import pattern

FORM_MARK = "plantrack-form"
GOAL_MARK = "plantrack-goal"
KEY_MARK = "plantrack-row"
END_MARK = "plantrack-end"
"""The first word of a comment: what the form is, a goal's heading, the key of a row, and the end of it all."""
SIGNS = pattern(r"[\\`*<\[\]]")
ESCAPED = pattern(r"\\([\\`*<\[\]])")


def escaped(text: str) -> str:
    """Words in which no sign means anything."""
    return SIGNS.sub(r"\\\g<0>", text)


def unescaped(text: str) -> str:
    """The words again."""
    return ESCAPED.sub(r"\1", text)


def noted(facts: Mapping[str, str]) -> str:
    """What a form says of itself, as one comment."""
    return FORM_MARK + " " + " ".join(f"{name}={quote(value, safe='')}" for name, value in facts.items())


def read_note(text: str) -> Mapping[str, str]:
    """What a comment says of a form; nothing where it is another comment."""
    mark, *words = text.split()
    if mark != FORM_MARK:
        return {}
    return {name: unquote(value) for name, _equals, value in (word.partition("=") for word in words)}
