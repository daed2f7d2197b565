"""What a person probably meant: the known word nearest to the one that was written."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(written: str, known: Iterable[str]) -> str:
    """The nearest of the known words, or nothing where none is near."""
    words = {word.casefold(): word for word in known}
    near = get_close_matches(written.casefold(), words, n=1, cutoff=0.7)
    return words[near[0]] if near else ""
