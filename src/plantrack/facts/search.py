"""What is looked for in texts: words, numbers, ids and phrases; and where in a text they stand.

Letters are compared without accents and without regard to capitals, on both sides: ``overenskommelse`` finds
``Överenskommelse``, and ``ö`` finds ``o``. A word is found inside a longer one, as Swedish puts words together. A number
is found as a whole number, and an id as a whole id: ``1.3.1`` is not found in ``1.3.10``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from plantrack.pattern import pattern

QUOTED = pattern('["\u201c\u201d\u201e\u00ab\u00bb]')
ACCENTS = pattern("[\u0300-\u036f\u00ad\u200b\u2060\ufeff]")
"""Marks above and below letters, and signs that nobody sees."""
ALIKE = str.maketrans({
    "ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "\u2019": "'", "\u2018": "'",
    "\u2010": "-", "\u2011": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-", "\u201c": '"', "\u201d": '"', "\u201e": '"',
})  # fmt: skip
"""Letters and signs that are meant as another one."""
OTHERS = pattern(f"[{''.join(map(chr, ALIKE))}]")
NUMBERED = pattern(r"\d[\w\-]*(\.\w[\w\-]*)+")
"""An id of the plan's parts, whether the plan has it or not: 1.3.1, 3.1.k1."""

COMMENT = "comment"
"""Stands for the field of what is written after a comment sign."""

Span = tuple[int, int]
"""Where something begins and ends in a text."""
Thing = tuple[str, str]
"""What a text is about: its kind and its id."""


class Hit(NamedTuple):
    """A line of a file where something that was looked for stands."""

    file: str
    line: int
    text: str
    """The line, without what is YAML's; with the next one where the hit goes on there."""
    spans: tuple[Span, ...]
    """Where in the text the hits are."""
    things: tuple[Thing, ...]
    """What it is about, from the whole file inwards."""
    trail: tuple[str, ...]
    """The fields that lead to it, by their names in the file."""
    language: str = ""
    """Of a text that is given in several."""
    by: str = ""
    """Of an answer: whose it is."""


def folded(text: str) -> str:
    """A text as it is compared: no accents, no capitals, one kind of dash and quote."""
    if text.isascii():
        return text.lower()
    plain = ACCENTS.sub("", normalize("NFKD", text.casefold()))
    return plain.translate(ALIKE) if OTHERS.search(plain) else plain


class Wanted(NamedTuple):
    """One thing that is looked for."""

    text: str
    """As it is compared."""
    whole: bool
    """Whether it is an id, found only as a whole."""

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, each of which must stand somewhere if it does."""
        return tuple(self.text.split())

    def spans(self, text: str) -> Iterator[Span]:
        """Where it stands in a text that has been folded."""
        start = text.find(self.text)
        while start >= 0:
            end = start + len(self.text)
            if self._fits(text, start, end):
                yield start, end
            start = text.find(self.text, start + 1)

    def _fits(self, text: str, start: int, end: int) -> bool:
        before, after = text[start - 1 : start], text[end : end + 1]
        if (self.text[0].isdecimal() and before.isdecimal()) or (self.text[-1].isdecimal() and after.isdecimal()):
            return False
        if not self.whole:
            return True
        if before.isalnum() or before == "_" or after.isalnum() or after == "_":
            return False
        return not _goes_on(text[end : end + 2]) and not _goes_on(text[max(0, start - 2) : start][::-1])


def _goes_on(signs: str) -> bool:
    """Whether an id goes on: a dot or a hyphen, and a letter or figure behind it."""
    return len(signs) == 2 and signs[0] in ".-" and signs[1].isalnum()


def wanted(arguments: Iterable[str], known: Collection[str] = ()) -> tuple[Wanted, ...]:
    """What somebody looks for: each argument as it stands, and what stands in quotes as it stands.

    ``known`` are the ids that the plan has: of those with a figure in them only the whole is meant.
    """
    ids = {folded(each) for each in known}
    found = []
    for argument in arguments:
        for number, part in enumerate(QUOTED.split(argument)):
            # Every other part stands between quotes. A whole argument is one phrase, as the shell has taken its quotes.
            pieces = [part] if number % 2 or not QUOTED.search(argument) else part.split()
            found += [" ".join(folded(each).split()) for each in pieces]
    return tuple(Wanted(each, _is_id(each, ids)) for each in dict.fromkeys(found) if each)


def _is_id(text: str, ids: Collection[str]) -> bool:
    return any(sign.isdecimal() for sign in text) and (
        NUMBERED.fullmatch(text) is not None or (text in ids and not text.isdecimal())
    )


def found_in(text: str, all_of: tuple[Wanted, ...]) -> tuple[Span, ...]:
    """Where in a text the wanted stand, in their order and none in another; nothing unless all of them are there."""
    plain, places = _with_places(text) if _may_hold(text, all_of) else ("", [])
    spans: list[Span] = []
    for each in all_of:
        here = [(places[start], places[end - 1] + 1) for start, end in each.spans(plain)]
        if not here:
            return ()
        spans += here
    return tuple(_together(sorted(spans))) if spans else ()


def _may_hold(text: str, all_of: tuple[Wanted, ...]) -> bool:
    plain = " ".join(folded(text).split())
    return all(each.text in plain for each in all_of)


def _with_places(text: str) -> tuple[str, list[int]]:
    """A text folded, with one space where there are several, and the place that each of its letters had."""
    signs: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        for sign in _letter(letter):
            if sign.isspace() and (not signs or signs[-1] == " "):
                continue
            signs.append(" " if sign.isspace() else sign)
            places.append(place)
    return "".join(signs), places


@lru_cache(maxsize=4096)
def _letter(letter: str) -> str:
    return folded(letter)


def _together(spans: list[Span]) -> Iterator[Span]:
    """Spans that overlap become one."""
    first, last = spans[0]
    for start, end in spans[1:]:
        if start > last:
            yield first, last
            first, last = start, end
        last = max(last, end)
    yield first, last
