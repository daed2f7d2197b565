"""Marks a sentence for translation, where it cannot yet be known which language it will be shown in."""

from __future__ import annotations


def _(sentence: str) -> str:
    """The sentence itself: it is translated when it is shown."""
    return sentence
