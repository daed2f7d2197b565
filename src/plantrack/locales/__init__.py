"""The languages that the tool speaks: sentences, lists, dates and numbers as a reader expects them.

English sentences stand in the code. Each other language is one catalog here, ``sv.po``, with the same
named blanks. Nothing is shown that has not passed through a ``Speech``.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from plantrack.dates import Point, When
from plantrack.finding import Where
from plantrack.kinds import Amount, Tally, Translated, said_in
from plantrack.mark import Term, _

HERE = Path(__file__).parent
NO_BREAK = "\N{NO-BREAK SPACE}"
EN_DASH = "\N{EN DASH}"
MONTHS = _("January February March April May June July August September October November December")
PARTS = {
    "spring": _("spring {year}"),
    "summer": _("summer {year}"),
    "autumn": _("autumn {year}"),
    "winter": _("winter {year}"),
    "early": _("early {year}"),
    "middle": _("the middle of {year}"),
    "late": _("late {year}"),
    "Q1": _("the first quarter of {year}"),
    "Q2": _("the second quarter of {year}"),
    "Q3": _("the third quarter of {year}"),
    "Q4": _("the fourth quarter of {year}"),
    "T1": _("the first four months of {year}"),
    "T2": _("the second four months of {year}"),
    "T3": _("the last four months of {year}"),
    "H1": _("the first half of {year}"),
    "H2": _("the second half of {year}"),
}


@cache
def languages() -> tuple[str, ...]:
    """The languages there are, English first."""
    return ("en", *sorted({file.stem for file in HERE.glob("*.[mp]o")}))


@cache
def speech(language: str) -> Speech:
    """The tool's speech in a language; English where it does not speak it."""
    return Speech(language if language in languages() else "en")


class Speech:
    """One language: turns the tool's sentences and values into what a reader sees."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalog = gettext.NullTranslations() if language == "en" else catalog_of(language)
        self.comma = "." if language == "en" else ","

    def say(self, sentence: str, /, **values: Any) -> str:
        """A sentence of the tool's with its blanks filled in."""
        translated = self._catalog.gettext(sentence) if sentence else ""
        return (
            translated.format_map({name: self.show(value) for name, value in values.items()}) if values else translated
        )

    def count(self, one: str, many: str, number: int, /, **values: Any) -> str:
        """A sentence about a number of things: ``{n}`` is the number."""
        return self.say(one if number == 1 else many, n=number, **values)

    def show(self, value: Any) -> str:
        """Any value in running text."""
        match value:
            case str():
                return value
            case bool():
                return self.say(_("yes") if value else _("no"))
            case int() | Decimal():
                return self.number(value)
            case date():
                return value.isoformat()
            case Where():
                return value.file
            case Translated():
                return said_in(value, self.language, "")[0]
            case Amount():
                return self.amount(value)
            case When():
                return value.text
            case Point():
                return self.point(value)
            case Tally():
                return self.number(value.total)
            case Term():
                return self.say(value.word)
            case tuple() | list():
                return self.list([self.show(each) for each in value])
            case _:
                return str(value)

    def list(self, words: Iterable[str], last: str = _("and")) -> str:
        """Words in a row: a, b and c."""
        *first, end = list(words) or [""]
        return f"{', '.join(first)} {self.say(last)} {end}" if first else end

    def either(self, words: Iterable[str]) -> str:
        """Words in a row to choose from: a, b or c."""
        return self.list(words, _("or"))

    def number(self, value: int | Decimal) -> str:
        """A number with the language's comma, and no-break spaces between thousands."""
        text = f"{value:f}" if isinstance(value, Decimal) else str(value)
        sign, text = ("\N{MINUS SIGN}", text[1:]) if text.startswith("-") else ("", text)
        whole, _point, fraction = text.partition(".")
        fraction = fraction.rstrip("0")
        if len(whole) > 4 or (len(whole) == 4 and self.language == "en"):
            separator = "," if self.language == "en" else NO_BREAK
            whole = separator.join(_threes(whole))
        elif len(whole) == 4:
            whole = NO_BREAK.join(_threes(whole))
        return sign + whole + (self.comma + fraction if fraction else "")

    def percent(self, value: int | Decimal) -> str:
        """A number of per cent."""
        return self.number(value) + ("%" if self.language == "en" else NO_BREAK + "%")

    def amount(self, amount: Amount, currency: str = "") -> str:
        """A sum of money with its currency."""
        name = amount.currency or currency
        if name == "SEK" and self.language == "sv":
            name = "kr"
        return self.number(amount.number) + (NO_BREAK + name if name else "")

    def day(self, day: date) -> str:
        """A day in running text: den 31 december 2015."""
        month = self.say(MONTHS).split()[day.month - 1]
        return self.say(_("{day} {month} {year}"), day=str(day.day), month=month, year=str(day.year))

    def point(self, point: Point) -> str:
        """A point in time in running text."""
        if point.part:
            return self.say(PARTS[point.part], year=str(point.year))
        if point.day:
            return self.day(date(point.year, point.month, point.day))
        if point.month:
            return f"{self.say(MONTHS).split()[point.month - 1]} {point.year}"
        return str(point.year)

    def time(self, when: When) -> str:
        """A time as a reader expects it: as it was written, with a dash between years."""
        text = when.text
        if when.start and when.end and when.start != when.end and when.start.exact and when.end.exact:
            return f"{when.start.edtf}{EN_DASH}{when.end.edtf}"
        return text


def catalog_of(language: str) -> gettext.NullTranslations:
    """A language's catalog: as compiled when the package was built, or from its source where that is newer.

    An installed package has no sources.
    """
    source, compiled = HERE / f"{language}.po", HERE / f"{language}.mo"
    if compiled.exists() and (not source.exists() or source.stat().st_mtime_ns < compiled.stat().st_mtime_ns):
        with compiled.open("rb") as file:
            return gettext.GNUTranslations(file)
    from io import BytesIO

    from plantrack.locales.catalog import compiled_catalog, read_catalog

    return gettext.GNUTranslations(BytesIO(compiled_catalog(read_catalog(source.read_text(encoding="utf-8")))))


def _threes(digits: str) -> list[str]:
    first = len(digits) % 3
    return ([digits[:first]] if first else []) + [digits[i : i + 3] for i in range(first, len(digits), 3)]
