"""What all charts say alike: the caption of their figures, and the signs of their key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from unicodedata import bidirectional

from plantrack.mark import _
from plantrack.report.document import Cell, State
from plantrack.report.pictures import Label, Sign
from plantrack.report.teller import Teller

TURNING = {"R", "AL", "AN", "RLE", "LRE", "RLO", "LRO", "RLI", "LRI", "FSI"}
FIRST_STRONG_ISOLATE = "\N{FIRST STRONG ISOLATE}"
POP_ISOLATE = "\N{POP DIRECTIONAL ISOLATE}"

SIGNS = {
    "vague": _("the exact day is not said"),
    "endless": _("goes on without an end"),
    "unbegun": _("no first day is said"),
    "expected_end": _("now expected to be finished"),
    "value": _("measured value"),
    "part": _("value that is not of the whole"),
    "baseline": _("baseline"),
    "target": _("target"),
    "expected": _("expected path"),
    "band": _("counts as kept"),
    "unmeasured": _("not measured"),
    "planned": _("planned cost"),
    "actual": _("actual cost"),
}


def signs(tell: Teller, drawn: Mapping[str, bool]) -> tuple[Sign, ...]:
    """The key to those signs that are drawn."""
    return tuple(Sign(what, tell.say(SIGNS[what])) for what, is_drawn in drawn.items() if is_drawn)


def figures(tell: Teller, caption: Cell) -> Cell:
    """The caption of the table with the figures of a chart."""
    return (*caption, tell.say(_(": the figures")))


def label(tell: Teller, identifier: str) -> Label:
    """A thing of the plan by its number and title."""
    title = tell.title(identifier)
    return Label(identifier, tell.said(title).text if title else "")


def known(states: Iterable[State], order: Iterable[State]) -> tuple[State, ...]:
    """The states of a key, each once and in order. One in words of its own stands under those of its symbol."""
    usual = tuple(order)
    found = set(states)
    for each in found - {*usual}:
        found.update([same for same in usual if (same.symbol, same.tone) == (each.symbol, each.tone)][:1])
    return tuple(each for each in usual if each in found)


def isolated(name: str) -> str:
    """A name inside a sentence. One that runs from right to left is kept from turning what stands around it."""
    if not any(bidirectional(letter) in TURNING for letter in name):
        return name
    return f"{FIRST_STRONG_ISOLATE}{name}{POP_ISOLATE}"
