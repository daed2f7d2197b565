"""What was found, line by line: for a person at a terminal under what it is about, and where it is piped one hit a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from textwrap import fill

from plantrack.facts.search import Span
from plantrack.terminal.paint import BOLD, CYAN, DIM, YELLOW, paint
from plantrack.views.hits import Found

WIDEST = 110
LONGEST = 320
"""Letters of a line that are shown, around the first hit. Some write whole pages on one line."""
BEFORE = 120
"""Letters of it that are shown before the hit."""
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
BEGIN, END = "\ue000", "\ue001"
"""Stand for the marks around a hit while lines are broken: as wide as the brackets."""

Way = Callable[[str], str]
"""A file of the plan as it can be opened from here."""


def grouped(found: Iterable[Found], way: Way, width: int, *, color: bool) -> Iterator[str]:
    """The hits under what they are about: its id and title, and below them each line with its place and field."""
    room = min(width, WIDEST)
    for number, (_key, hits) in enumerate(groupby(found, key=lambda each: (each.file, each.kind, each.id))):
        here = [*hits]
        if number:
            yield ""
        title = next((each.title for each in here if each.title), "")
        yield paint(_cut(f"{here[0].id} {title}".strip(), room), BOLD, color)
        for each in here:
            place = paint(f"{way(each.file)}:{each.line}", CYAN, color)
            yield f"  {place}  {paint(each.field, DIM, color)}".rstrip()
            text = fill(
                _marked(*_excerpt(each.text, each.spans)), room, initial_indent="    ", subsequent_indent="    ",
                break_long_words=False, break_on_hyphens=False,
            )  # fmt: skip
            yield _painted(text, color=color)


def one_a_line(found: Iterable[Found], way: Way) -> Iterator[str]:
    """Each hit on a line of its own, with file and line first, for other programs. Nothing is marked."""
    for each in found:
        about = " ".join(part for part in (each.id, each.title) if part)
        field = ", ".join(part for part in (about, each.field) if part)
        yield f"{way(each.file)}:{each.line}: {field}: {' '.join(each.text.split())}"


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else text[: room - 1].rstrip() + ELLIPSIS


def _excerpt(text: str, spans: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """The part of a long line around its first hit."""
    if len(text) <= LONGEST:
        return text, spans
    start = max(0, spans[0][0] - BEFORE)
    end = start + LONGEST
    first, last = ELLIPSIS if start else "", ELLIPSIS if end < len(text) else ""
    moved = len(first) - start
    kept = tuple((begin + moved, min(stop, end) + moved) for begin, stop in spans if begin < end)
    return f"{first}{text[start:end]}{last}", kept


def _marked(text: str, spans: tuple[Span, ...]) -> str:
    parts: list[str] = []
    done = 0
    for start, end in spans:
        parts += [text[done:start], BEGIN, text[start:end], END]
        done = end
    return "".join([*parts, text[done:]])


def _painted(text: str, *, color: bool) -> str:
    """The marks as colour; as brackets where there is none."""
    if not color:
        return text.replace(BEGIN, "[").replace(END, "]")
    return text.replace(BEGIN, f"\x1b[{YELLOW};{BOLD}m").replace(END, "\x1b[0m")
