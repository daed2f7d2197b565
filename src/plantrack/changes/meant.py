"""What a value promises, in plain parts: the same however it is written, in whichever order, and with which translations.

Of a text only its figures and limits are left, and of a cost in words as much; a unit, a scale and the like are kept
whole. Days stand for days: January to December is the year.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from plantrack.change import Absence
from plantrack.changes.gist import gist
from plantrack.dates import Calendar, Point, When
from plantrack.facts.changed_fields import Place, key_of
from plantrack.facts.judged import plain
from plantrack.kinds import Amount, Kind, MonthDay, TextKind, Translated, said_in
from plantrack.plan import Plan
from plantrack.record import NOT_STATED, Keyed, Many, Of, Record

WHOLE = ("unit", "target", "scale", "categories", "fields")
"""Texts that are values: another word is another thing."""
CALENDAR = Calendar()
"""For months and years only. What a season is, the plan says, and it is told of the plan."""

Parts = Any


class Meant:
    """Reads values as one plan means them: with its language and its currency."""

    def __init__(self, plan: Plan) -> None:
        self.language = plan.language
        self.currency = plan.header.currency or ""

    def of(self, place: Place, value: Any) -> Parts:
        """What a value of a field promises; empty where that is nothing."""
        return self._of(place.kind, value, whole=place.name in WHOLE)

    def own_words(self, text: str | Translated) -> str:
        """A text in the plan's own language."""
        return said_in(text, self.language, self.language)[0]

    def own_texts(self, value: Any) -> Iterator[str]:
        """Every text of a value in the plan's own language."""
        match value:
            case str() | Translated():
                yield self.own_words(value)
            case Record():
                for name, field in value.FIELDS.items():
                    if has_words(field.kind):
                        yield from self.own_texts(value[name])
            case Mapping():
                for each in value.values():
                    yield from self.own_texts(each)
            case tuple() if type(value) is tuple:
                for each in value:
                    yield from self.own_texts(each)

    def _of(self, kind: Kind[Any], value: Any, *, whole: bool) -> Parts:
        match value:
            case str() | Translated() if isinstance(kind, TextKind):
                words = self.own_words(value)
                return " ".join(words.casefold().split()) if whole else gist(words)
            case str():
                return " ".join(value.split())
            case None:
                return ""
            case Absence(why):
                return "" if why == NOT_STATED else why
            case When():
                return timed(value)
            case Amount():
                return [plain(value.number), value.currency or self.currency]
            case date():
                return value.isoformat()
            case Record():
                return list(self._block(value))
            case Mapping() if isinstance(kind, Keyed):
                return sorted((key_of(key), self._of(kind.kind, each, whole=whole)) for key, each in value.items())
            case tuple() if type(value) is tuple and not isinstance(kind, MonthDay):
                return self._several(kind.kind if isinstance(kind, Many) else kind, value, whole=whole)
        return plain(value)

    def _several(self, kind: Kind[Any], values: tuple[Any, ...], *, whole: bool) -> Parts:
        """Several values: texts in their order, as a scale has one; parties, costs and days in any."""
        parts = [self._of(kind, each, whole=whole) for each in values]
        return parts if len(parts) < 2 or isinstance(kind, TextKind) else sorted(parts, key=ascii)

    def _block(self, record: Record) -> Iterator[tuple[str, Parts]]:
        """What a block says, field by field."""
        for name, field in record.FIELDS.items():
            value = record.__dict__.get(record.ATTRIBUTES[name])
            if value is not None and name != "readings":
                yield name, self._of(field.kind, value, whole=name in WHOLE)
        yield from sorted((name, why) for name, why in record.unstated.items() if why != NOT_STATED)


@lru_cache(maxsize=4096)
def timed(when: When) -> Parts:
    """A time as the days that it stands for; a vague part of a year as it is."""
    return (
        _day(when.start, CALENDAR.first),
        _day(when.end, CALENDAR.last),
        *(plain(each) for each in when[3:]),
    )


def _day(point: Point | None, day: Callable[[Point], date]) -> Parts:
    if point is None:
        return ""
    return tuple(point) if point.part or point.about else day(point).isoformat()


def worded(value: Any) -> Parts:
    """All the words of a value, in all languages; empty where it has none."""
    match value:
        case str():
            return " ".join(value.split())
        case Translated():
            return sorted((language, worded(text)) for language, text in value.items())
        case Record():
            found = [(name, worded(value[name])) for name, field in value.FIELDS.items() if has_words(field.kind)]
            return [each for each in found if each[1]]
        case Mapping():
            return sorted((key_of(key), worded(each)) for key, each in value.items())
        case tuple() if type(value) is tuple:
            parts = [worded(each) for each in value]
            return parts if any(parts) else ""
    return ""


def has_words(kind: Kind[Any]) -> bool:
    """Whether values of a kind hold texts."""
    inner = kind.kind if isinstance(kind, Many | Keyed) else kind
    return isinstance(inner, TextKind | Of)
