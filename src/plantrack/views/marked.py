"""Two texts held against each other word by word: what is gone and what is new in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from plantrack.pattern import pattern
from plantrack.report.document import Cell, Marked, Said

WORDS = pattern(r"\w+(?:[-.:,]\w+)*|\s+|[^\w\s]+")
AROUND = 6
"""Words that are shown on each side of what differs; of more, the rest is left out."""
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


def merged(before: str, after: str, lang: str) -> Cell:
    """One line with what is gone and what is new."""
    pieces: list[Said | Marked] = []
    for how, old, new, edge in _runs(before, after):
        if how == "same":
            pieces.append(Said(_shortened(old, edge), lang))
        else:
            pieces += [Marked(old, "gone", lang)] if old else []
            pieces += [Marked(new, "new", lang)] if new else []
    return tuple(pieces)


def side_by_side(before: str, after: str, lang: str) -> tuple[Cell, Cell]:
    """Both texts, each with what the other lacks marked in it."""
    left: list[Said | Marked] = []
    right: list[Said | Marked] = []
    for how, old, new, edge in _runs(before, after):
        if how == "same":
            left.append(Said(_shortened(old, edge), lang))
            right.append(Said(_shortened(old, edge), lang))
            continue
        left += [Marked(old, "gone", lang)] if old else []
        right += [Marked(new, "new", lang)] if new else []
    return tuple(left), tuple(right)


def _runs(before: str, after: str) -> Iterator[tuple[str, str, str, str]]:
    """Runs of words: how they differ, as they were, as they are, and at which edge of the text they stand."""
    was, now = WORDS.findall(before), WORDS.findall(after)
    codes = _joined(SequenceMatcher(None, was, now, autojunk=False).get_opcodes(), was)
    for number, (tag, i, j, k, m) in enumerate(codes):
        edge = (
            "whole" if len(codes) == 1 else "first" if number == 0 else "last" if number == len(codes) - 1 else "middle"
        )
        yield "same" if tag == "equal" else "other", "".join(was[i:j]), "".join(now[k:m]), edge


Code = tuple[str, int, int, int, int]


def _joined(codes: Sequence[Code], was: list[str]) -> list[Code]:
    """The runs, where a lone space between two that differ is taken as differing too: it reads better."""
    found: list[Code] = []
    for place, (tag, i, j, k, m) in enumerate(codes):
        lone = tag == "equal" and 0 < place < len(codes) - 1 and not "".join(was[i:j]).strip()
        differs = tag != "equal" or lone
        if found and differs and found[-1][0] == "replace":
            _tag, start, _end, other, _last = found[-1]
            found[-1] = ("replace", start, j, other, m)
        else:
            found.append(("replace" if differs else "equal", i, j, k, m))
    return found


def _shortened(text: str, edge: str) -> str:
    """A run of words that both have, without its middle where it is long."""
    words = text.split(" ")
    before = 0 if edge == "first" else AROUND
    after = 0 if edge == "last" else AROUND
    if edge == "whole" or len(words) <= before + after + 3:
        return text
    head = " ".join(words[:before])
    tail = " ".join(words[len(words) - after :]) if after else ""
    return " ".join(part for part in (head, ELLIPSIS, tail) if part)
