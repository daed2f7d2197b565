"""Kinds: how the text of one value in a file is read.

Text is text until a kind reads it, so ``1.10`` stays ``1.10`` and ``no`` stays a word where a word is
meant. A kind either answers with a value or raises ``Unfit``, which says why in a way that a check can
put into any language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

from plantrack import dates
from plantrack.mark import _
from plantrack.pattern import pattern

T = TypeVar("T")


class Unfit(Exception):
    """The text is no value of its kind. ``reason`` names the check that explains it."""

    def __init__(self, reason: str, **values: Any) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


class Kind(Generic[T]):
    """How one value is read. ``name`` is what the manual calls it."""

    name: str = ""
    takes_text = False
    """Whether any text at all will do, so that absences must be told from words."""

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of what an editor sees in place of this value."""
        return {"type": ["string", "number", "boolean"]}


class Scalar(Kind[T], Generic[T]):
    """A kind that is written as one piece of text."""

    def read(self, text: str) -> T:
        raise NotImplementedError


class Translated(dict[str, str]):
    """A text in several languages, by language code."""


Text = str | Translated


def said_in(text: Text, language: str, own: str) -> tuple[str, str]:
    """A plan's text in a language where it is given, else in the plan's own; with the language it is in."""
    if isinstance(text, str):
        return text, own
    for choice in (language, own, *sorted(text)):
        if choice in text:
            return text[choice], choice
    return "", own


LANGUAGE_CODE = pattern(r"[a-z]{2,3}(-[A-Z]{2})?")


LANGUAGE_NAMES = {"svenska": "sv", "swedish": "sv", "engelska": "en", "english": "en", "finska": "fi", "suomi": "fi"}


class Language(Scalar[str]):
    """A language by its code: ``sv``, ``en``, ``sv-FI``."""

    name = _("code of a language")

    def read(self, text: str) -> str:
        if LANGUAGE_CODE.fullmatch(text):
            return text
        raise Unfit("choice", text=text, choices=("sv", "en"), meant=LANGUAGE_NAMES.get(text.casefold(), ""))


class TextKind(Scalar[Text]):
    """Words for people; a block with one text per language where the plan has several."""

    name = _("text")
    takes_text = True

    def read(self, text: str) -> Text:
        return text.strip()

    def schema(self) -> dict[str, Any]:
        return {
            "type": ["string", "number", "boolean", "object"],
            "minProperties": 1,
            "additionalProperties": False,
            "patternProperties": {f"^{LANGUAGE_CODE.pattern}$": {"type": ["string", "number", "boolean"]}},
        }


class Plain(Scalar[str]):
    """A short piece of text that is the same in every language: a number in a register, a digest."""

    name = _("plain text")
    takes_text = True

    def read(self, text: str) -> str:
        return text.strip()


ID_FORM = pattern(r"[^\W_][\w.\-]*(:[^\W_][\w.\-]*)?")


@lru_cache(maxsize=65536)
def is_id(text: str) -> bool:
    """Whether a text has the form of an id."""
    return ID_FORM.fullmatch(text) is not None


class Id(Scalar[str]):
    """A thing's own name: letters, digits, dots and hyphens, no spaces."""

    name = _("id")

    def read(self, text: str) -> str:
        if is_id(text):
            return text
        raise Unfit("id_form", text=text)


class Ref(Id):
    """The id of something defined elsewhere; ``to`` says what it must be."""

    name = _("id of {things}")

    def __init__(self, *to: str) -> None:
        self.to = to


class Evidence(Ref):
    """What something rests on: the id of an event, a decision or a submission, or a link or a title in words."""

    name = _("id or link")

    def __init__(self) -> None:
        super().__init__("evidence")

    def read(self, text: str) -> str:
        return text.strip()


class Choice(Scalar[str]):
    """One of a few words. ``also`` holds other spellings that a person may try, for the suggestion.

    An ``open`` list is one that a plan may add words of its own to.
    """

    def __init__(
        self, name: str, words: Mapping[str, str], also: Mapping[str, str] | None = None, *, open_list: bool = False
    ) -> None:
        self.name = name
        self.words = words
        self.also = also or {}
        self.open = open_list

    def read(self, text: str) -> str:
        if text in self.words:
            return text
        raise Unfit("choice", text=text, choices=tuple(self.words), meant=self.also.get(text.casefold(), ""))

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.words)}


class YesNo(Scalar[bool]):
    """Yes or no, in English or Swedish."""

    name = _("yes or no")
    words: Mapping[str, bool] = {"yes": True, "no": False, "ja": True, "nej": False, "true": True, "false": False}

    def read(self, text: str) -> bool:
        try:
            return self.words[text.casefold()]
        except KeyError:
            raise Unfit("choice", text=text, choices=("yes", "no"), meant="") from None

    def schema(self) -> dict[str, Any]:
        any_case = "|".join("".join(f"[{letter.upper()}{letter}]" for letter in word) for word in self.words)
        return {
            "anyOf": [
                {"enum": ["yes", "no", "ja", "nej", True, False]},
                {"type": "string", "pattern": f"^({any_case})$"},
            ]
        }


LONGEST_NUMBER = 30
"""Digits. No figure in a plan is longer; a longer one is a slip of the keyboard."""

NUMBER_FORM = pattern(r"([+\-\N{MINUS SIGN}]?)(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,](\d+))?\s?%?")


@lru_cache(maxsize=4096)
def read_number(text: str) -> Decimal:
    """The number a person wrote; ``Unfit`` where it is none, or longer than any real figure."""
    found = NUMBER_FORM.fullmatch(text)
    if not found:
        raise Unfit("number", text=text)
    sign, whole, fraction = found.groups()
    if fraction and len(fraction) == 3 and len(whole) <= 3 and whole.strip("0"):
        # 300.000 may be three hundred thousand or three hundred: nobody should have to guess.
        raise Unfit("number", text=text, grouped=f"{whole} {fraction}", shorter=whole)
    digits = "".join(c for c in whole if c.isdecimal())
    if len(digits) + len(fraction or "") > LONGEST_NUMBER:
        raise Unfit("number", text=text)
    value = Decimal(f"{digits}.{fraction}" if fraction else digits)
    return -value if sign and sign != "+" else value


class Number(Scalar[Decimal]):
    """A number as people write it: ``2 140``, ``3,5``, ``+5 %``. The sign for per cent is dropped."""

    name = _("number")

    def read(self, text: str) -> Decimal:
        return read_number(text)


class Amount(NamedTuple):
    """A sum of money. ``currency`` is empty where the plan's own is meant."""

    number: Decimal
    currency: str = ""


class Money(Scalar[Amount]):
    """A sum: ``250 000``, ``10 000 000 SEK``, ``1,5 MSEK``."""

    name = _("sum of money")
    units: Mapping[str, tuple[int, str]] = {"mkr": (6, "SEK"), "msek": (6, "SEK"), "tkr": (3, "SEK"), "kr": (0, "SEK")}

    def read(self, text: str) -> Amount:
        number, _space, unit = text.rpartition(" ")
        if not number or unit[-1:].isdecimal():
            return Amount(NUMBER.read(text))
        power, currency = self.units.get(unit.casefold(), (0, unit))
        if not re.fullmatch(r"[A-Z]{3}", currency):
            raise Unfit("number", text=text)
        return Amount(NUMBER.read(number) * 10**power, currency)


class Tally(NamedTuple):
    """Votes for one option: the parts as counted, where proposals were merged."""

    parts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.parts)


class Votes(Scalar[Tally]):
    """A whole number, or the sum of merged proposals: ``7 + 3 + 3``."""

    name = _("votes")

    def read(self, text: str) -> Tally:
        parts = [part.strip() for part in text.split("+")]
        if all(re.fullmatch(r"\d{1,9}", part) for part in parts):
            return Tally(tuple(int(part) for part in parts))
        raise Unfit("number", text=text)


class Whole(Scalar[int]):
    """A whole number, zero or more."""

    name = _("whole number")

    def read(self, text: str) -> int:
        value = NUMBER.read(text)
        if value != int(value) or value < 0 or "%" in text:
            raise Unfit("number", text=text)
        return int(value)


def _dated(read: Any, text: str) -> Any:
    try:
        return read(text)
    except dates.Impossible as impossible:
        raise Unfit("impossible_date", text=text, part=impossible.part, number=impossible.number) from None
    except dates.Unreadable:
        raise Unfit("date_form", text=text) from None


class Day(Scalar[date]):
    """A day of the calendar: ``2015-11-20``."""

    name = _("day")

    def read(self, text: str) -> date:
        day: date = _dated(dates.read_day, text)
        return day


class Moment(Scalar[dates.Point]):
    """A point in time, as exact as it is known: ``2012-05``, ``hösten 2014``, ``2016``."""

    name = _("point in time")

    def read(self, text: str) -> dates.Point:
        point: dates.Point = _dated(dates.read_point, text)
        return point


class Time(Scalar[dates.When]):
    """Time as people write it: ``2014-2016``, ``hösten 2014``, ``by 2020-10``, ``omgående``."""

    name = _("time")

    def read(self, text: str) -> dates.When:
        when: dates.When = _dated(dates.read_when, text)
        return when


class MonthDay(Scalar[tuple[int, int]]):
    """A day of any year: ``12-31``."""

    name = _("month and day")

    def read(self, text: str) -> tuple[int, int]:
        found = re.fullmatch(r"(\d\d)-(\d\d)", text)
        if not found:
            raise Unfit("date_form", text=text)
        day = _dated(dates.read_day, f"2000-{text}")
        return day.month, day.day


HOUR = r"([01]?\d|2[0-4])(?:\s?[:.,h]\s?([0-5]\d))?(?::[0-5]\d)?\s?(?:h\b)?\s?([ap]\.?m\.?)?"
"""Hours, and minutes after a colon, a point, a comma or an h."""
BUNCHED = pattern(r"\b([01]\d|2[0-4])([0-5]\d)\b")
"""Hours and minutes without anything between them."""


class ClockTime(Scalar[str]):
    """A clock time or a span of it: ``13:30-16:30``, ``13-16.30``, ``kl. 13``, ``klockan 13 till 16``, ``1-4.30 pm``."""

    name = _("clock time")
    form = pattern(
        r"(?:(?:kl\b\.?|klockan|at|from|fr\.|från|mellan|between)\s*)*"
        rf"{HOUR}(?:\s?(?:[-\N{{EN DASH}}\N{{EM DASH}}]|\s(?:till|to|och|and|until)\s)\s?(?:kl\b\.?\s*)?{HOUR})?"
    )

    def read(self, text: str) -> str:
        words = " ".join(text.casefold().split())
        if not words[:4].isdecimal() or len(words) > len("1330"):  # alone, 2013 is a year
            words = BUNCHED.sub(r"\1:\2", words)
        found = self.form.fullmatch(words)
        if not found:
            raise Unfit("date_form", text=text)
        hour, minute, half, to_hour, to_minute, to_half = found.groups()
        if not to_hour:
            return self._time(text, hour, minute, half)
        if to_half and not half:
            half = to_half if int(hour) % 12 <= int(to_hour) % 12 else "am"
        return f"{self._time(text, hour, minute, half)}-{self._time(text, to_hour, to_minute, to_half)}"

    def _time(self, text: str, hour: str, minute: str | None, half: str | None) -> str:
        """One time of the day. There is no 13 pm, and nothing after midnight at the end of a day."""
        number = int(hour)
        if (half and not 1 <= number <= 12) or (number == 24 and int(minute or 0)):
            raise Unfit("date_form", text=text)
        if half:
            number = number % 12 + (12 if half.startswith("p") else 0)
        return f"{number:02}:{minute or '00'}"


EVIDENCE = Evidence()
TEXT = TextKind()
PLAIN = Plain()
ID = Id()
LANGUAGE = Language()
YES_NO = YesNo()
NUMBER = Number()
MONEY = Money()
VOTES = Votes()
WHOLE = Whole()
DAY = Day()
MOMENT = Moment()
TIME = Time()
MONTH_DAY = MonthDay()
CLOCK = ClockTime()
