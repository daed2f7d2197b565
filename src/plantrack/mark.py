"""Marks a sentence for translation, where it cannot yet be known which language it will be shown in."""

from __future__ import annotations


def _(sentence: str) -> str:
    """The sentence itself: it is translated when it is shown."""
    return sentence


class Term:
    """A word of the tool's inside a sentence: it is translated with the sentence."""

    __slots__ = ("word",)

    def __init__(self, word: str) -> None:
        self.word = word
