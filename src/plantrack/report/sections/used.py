"""Annexes to a report on a part: the abbreviations and the symbols that it uses, and no others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from plantrack.mark import _
from plantrack.report.document import Block, Column, Row, Section, State, Table
from plantrack.report.request import Request
from plantrack.report.sections import words
from plantrack.report.sections.symbols import MEANINGS
from plantrack.report.states import AXES, STATES
from plantrack.report.teller import Teller


def abbreviations(request: Request, tell: Teller, sections: tuple[Section, ...]) -> Section | None:
    """The abbreviations of organisations and the terms of the glossary that stand anywhere in it."""
    text = "\n".join(texts(sections))
    whole = request._replace(plan=tell.plan)
    blocks: list[Block] = []
    for table in (words.organisations(whole, tell), words.terms(whole, tell)):
        rows = tuple(row for row in table.rows if stands_in(text, "".join(texts(row.cells[0]))))
        blocks += [table._replace(rows=rows)] if rows else []
    title = tell.say(_("Annex: abbreviations and terms"))
    return Section("abbreviations", (title,), tuple(blocks)) if blocks else None


def stands_in(text: str, word: str) -> bool:
    """Whether a word stands in a text as a word of its own; an abbreviation as it is written, others in any case."""
    flags = re.NOFLAG if word.isupper() else re.IGNORECASE
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, flags) is not None


def symbols(_request: Request, tell: Teller, sections: tuple[Section, ...]) -> Section | None:
    """The states that stand in it, with what each means."""
    used = set(states(sections))
    blocks: list[Block] = []
    for axis, keys in STATES.items():
        found = [key for key in keys if tell.state(axis, key) in used]
        if not found or (found == ["cannot_be_judged"] and axis == "trend"):
            continue  # the same word and symbol as on the schedule's axis
        rows = tuple(Row(((tell.state(axis, key),), (tell.say(meaning(axis, key)),))) for key in found)
        columns = (Column(tell.say(_("State")), "middle"), Column(tell.say(_("Means")), "wide"))
        blocks.append(Table((tell.say(AXES[axis]),), columns, rows))
    return Section("symbols", (tell.say(_("Annex: how to read the symbols")),), tuple(blocks)) if blocks else None


def meaning(axis: str, key: str) -> str:
    """What a state means."""
    return MEANINGS[key] if axis in ("status", "schedule") else MEANING[axis][key]


MEANING = {
    "fulfilment": {
        "achieved": _("People have judged that it is reached."),
        "partly": _("People have judged that some of it is reached."),
        "not_achieved": _("People have judged that it is not reached."),
        "hard_to_assess": _("People have tried to judge it, and could not."),
        "not_assessed": _("Nobody has judged it in this round."),
    },
    "forecast": {
        "expected": _("It is expected to be reached while the plan lasts."),
        "uncertain": _("It is uncertain whether it will be reached."),
        "not_expected": _("It is not expected to be reached while the plan lasts."),
    },
    "outcome": {
        "achieved": _("The target is reached."),
        "on_track": _("As far on the way to the target as was to be expected by then, or nearly."),
        "slightly_behind": _("A little less far on the way than was to be expected by then."),
        "behind": _("Much less far on the way than was to be expected by then."),
        "worsened": _("Further from the target than at the start."),
        "not_yet": _("The target's day has not come, and how far it is on the way cannot be computed."),
        "not_achieved": _("The target's day has passed, and it was not reached."),
        "not_measured": _("Nobody has reported a value to judge by."),
        "no_target": _("There is a value, and no target to hold it against."),
    },
    "trend": {
        "improving": _("The latest value is better than the one before."),
        "unchanged": _("The latest value is the same as the one before."),
        "worsening": _("The latest value is worse than the one before."),
        "cannot_be_judged": _("There are not two values to compare, or it is not said which way is better."),
    },
}
"""Axis -> state -> what it means, where the whole report tells it in other words."""


def states(value: Any) -> Iterator[State]:
    """Every state that stands in a value of a document."""
    if isinstance(value, State):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from states(each)


SHOWN = ("text", "word", "title", "source", "description")
"""The fields of a document's values whose texts are shown; the others are for the formats."""


def texts(value: Any) -> Iterator[str]:
    """Every text that a reader sees of a value of a document."""
    if isinstance(value, str):
        yield value
    elif hasattr(value, "_asdict"):
        for name, each in value._asdict().items():
            if not isinstance(each, str) or name in SHOWN:
                yield from texts(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)
