"""What of a text is a figure or a limit: that which nobody changes by mending the words around it."""

from __future__ import annotations

from functools import lru_cache

from plantrack.changes.weighty_words import LARGE, LIMITS, NUMBERS, SHARES
from plantrack.pattern import pattern

WORDS = pattern(r"\d+(?:[.,:]\d+)*|[^\W\d]+(?:[-.:]\w+)*")
THOUSANDS = pattern(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")


def words(text: str) -> list[str]:
    """The words and numbers of a text, however they are written."""
    found: list[str] = WORDS.findall(THOUSANDS.sub("", text.casefold()))
    return found


def figures(found: list[str]) -> list[str]:
    """The numbers among words, in one order."""
    return sorted(filter(None, map(_figure, found)))


def gist(text: str) -> list[str]:
    """The figures and the limits of a text, in one order."""
    found = words(text)
    return [*figures(found), *sorted(each for each in found if each in LIMITS)]


@lru_cache(maxsize=4096)
def _figure(word: str) -> str:
    """A number, or a share; empty where the word is none."""
    if word[0].isdecimal():
        return word.replace(",", ".")
    if word in NUMBERS:
        return NUMBERS[word]
    return word if word in SHARES or LARGE.fullmatch(word) else ""
