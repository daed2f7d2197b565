"""Why letters cannot be written: one sentence with named blanks."""

from __future__ import annotations

from typing import Any


class NoLetter(Exception):
    """A template or a file of addresses cannot be used. Holds a sentence with named blanks."""

    def __init__(self, sentence: str, **values: Any) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.values = values
