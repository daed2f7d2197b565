"""What Excel offers and asks for in a cell for an answer: lists of words, and a kind word where something else is written.

A cell never refuses for good what is not on a list of figures or days: the reader is the one who judges.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plantrack.forms.form import MONEY, NUMBER, WORDS, Form, Row
from plantrack.locales import Speech
from plantrack.mark import _

Rule = dict[str, Any]
LONGEST_TITLE, LONGEST_WORDS = 32, 255
"""Characters that Excel shows of a message."""
FIRST_LIST = 3
"""The column of the hidden sheet where the lists begin."""


class Lists:
    """The lists of words that cells offer, each once, in columns of the hidden sheet."""

    def __init__(self, sheet: str) -> None:
        self.sheet = sheet
        self._lists: list[tuple[str, ...]] = []

    def place(self, words: tuple[str, ...]) -> str:
        """Where a list stands, as Excel writes it."""
        if words not in self._lists:
            self._lists.append(words)
        column = letters(FIRST_LIST + self._lists.index(words))
        return f"={self.sheet}!${column}$1:${column}${len(words)}"

    def columns(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Each list with its column."""
        yield from enumerate(self._lists, FIRST_LIST)


def rule_of(form: Form, row: Row, code: str, cell: str, tongue: Speech, lists: Lists) -> Rule | None:
    """What a cell offers and asks for; None where it takes any text."""
    if code == "answer":
        return _about_answer(form, row, cell, tongue, lists)
    if code == "forecast":
        return _listed(form.forecasts, tongue, lists)
    if code == "at":
        told = _("Write the day, as 2015-11-20. A month or a year will do where the day is not known.")
        return _asked(f"=ISNUMBER(VALUE(LEFT({cell},4)))", _("The date of the value"), told, tongue)
    if code == "n":
        told = _("Write a whole number: how many answers or cases the value rests on.")
        return _asked(f"=IFERROR(VALUE({cell})=INT(VALUE({cell})),FALSE)", _("How many answers"), told, tongue)
    return None


def _about_answer(form: Form, row: Row, cell: str, tongue: Speech, lists: Lists) -> Rule | None:
    if row.takes == WORDS:
        return _listed(row.choices, tongue, lists)
    if row.takes == NUMBER:
        word = form.unchanged.replace('"', '""')
        whole = f'{cell}="{word}",' if not row.part else ""
        formula = f'=OR({whole}ISNUMBER(VALUE(SUBSTITUTE({cell}," ",""))))'
        told = _("Write the figure alone, as 12 or 3.5. What belongs with it goes into the comment.")
        return _asked(formula, _("A figure"), told, tongue)
    if row.takes == MONEY:
        told = _("Write the sum, as 250 000 or 1,5 MSEK.")
        return _asked("", _("A sum of money"), told, tongue)
    return None


def _listed(words: tuple[str, ...], tongue: Speech, lists: Lists) -> Rule:
    """A list to choose from. Other words are stopped, and say what to do instead."""
    return {
        "validate": "list",
        "source": lists.place(words),
        "ignore_blank": True,
        "error_type": "stop",
        "error_title": _cut(tongue.say(_("Choose from the list")), LONGEST_TITLE),
        "error_message": _cut(
            tongue.say(_("This cell takes one of the words in its list. What you want to add goes into the comment.")),
            LONGEST_WORDS,
        ),
    }


def _asked(formula: str, title: str, told: str, tongue: Speech) -> Rule:
    """What a cell asks for, shown when it is chosen; what does not fit may still be kept."""
    said = {
        "input_title": _cut(tongue.say(title), LONGEST_TITLE),
        "input_message": _cut(tongue.say(told), LONGEST_WORDS),
    }
    if not formula:
        return {"validate": "any", **said}
    question = tongue.say(_("{told} Keep what you wrote?"), told=tongue.say(told))
    return {
        "validate": "custom",
        "value": formula,
        "ignore_blank": True,
        "error_type": "warning",
        "error_title": _cut(tongue.say(_("Is this right?")), LONGEST_TITLE),
        "error_message": _cut(question, LONGEST_WORDS),
        **said,
    }


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def letters(column: int) -> str:
    """A column by its letters; the first is nought."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
