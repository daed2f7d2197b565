"""A record's own words: each field that was written, by what a reader calls it, with where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from plantrack.dates import Point, When
from plantrack.finding import Where
from plantrack.kinds import Choice, Kind, Ref, Translated
from plantrack.model.words import ABSENCE_WORDS
from plantrack.record import Keyed, Many, Of, Record
from plantrack.report.document import BREAK, Cell, Quiet
from plantrack.report.teller import Teller, joined
from plantrack.views.labels import LABELS

Place = Callable[[Where], str]
"""Where something stands, as a file and a line that can be opened."""
LEFT_OUT = ("id", "activities", "criteria", "indicators", "shared", "format")


class Telling:
    """Tells records field by field, in one language."""

    def __init__(self, tell: Teller, place: Place) -> None:
        self.tell = tell
        self.place = place

    def fields(self, record: Record, where: Where, left_out: tuple[str, ...] = LEFT_OUT) -> Iterator[tuple[Cell, Cell]]:
        """The fields that a record states, in the order of the format, each with its place."""
        for name, field in record.FIELDS.items():
            if name in left_out:
                continue
            place = Quiet(self.place(where.under(name, part="key")))
            if name in record.unstated:
                said: Cell = (Quiet(self.tell.say(ABSENCE_WORDS[record.unstated[name]])),)
            elif record.ATTRIBUTES[name] in record.__dict__:
                said = self.value(record[name], field.kind)
            else:
                continue
            yield (self.label(name),), (*said, "  ", place)

    def label(self, name: str) -> str:
        """What a field is called."""
        return self.tell.say(LABELS[name])

    def value(self, value: Any, kind: Kind[Any]) -> Cell:
        """A value of any kind, on one line or a few."""
        if isinstance(kind, Many):
            cells = [self.value(each, kind.kind) for each in value]
            return joined(cells, BREAK if isinstance(kind.kind, Of) else ", ")
        if isinstance(kind, Keyed):
            return joined([self._under_key(key, each, kind) for key, each in value.items()], BREAK)
        if isinstance(kind, Of):
            return self._record(value)
        if isinstance(kind, Choice):
            return (self.tell.say(kind.words.get(value, value)),)
        if isinstance(kind, Ref):
            return self._reference(value, kind)
        return self._scalar(value)

    def _under_key(self, key: Any, value: Any, kind: Keyed[Any, Any]) -> Cell:
        name = self.tell.point(key) if isinstance(key, Point) else str(key)
        if isinstance(kind.key, Ref) and "organisation" in kind.key.to:
            return (*self.tell.party(key), ": ", *self.value(value, kind.kind))
        return (f"{name}: ", *self.value(value, kind.kind))

    def _record(self, record: Record) -> Cell:
        """A record inside another, on one line: what it says, one thing after the other."""
        cells: list[Cell] = []
        for name, field in record.FIELDS.items():
            if name == "readings" or record.ATTRIBUTES[name] not in record.__dict__:
                continue
            said = self.value(record[name], field.kind)
            plain_first = name in ("title", "text", "name", "kind", record.SHORTHAND)
            cells.append(said if plain_first else (f"{self.label(name).lower()}: ", *said))
        return joined(cells, "; ")

    def _reference(self, value: str, kind: Ref) -> Cell:
        if "organisation" in kind.to and value in self.tell.plan.organisations:
            return self.tell.party(value)
        title = self.tell.title(value)
        return (f"{value} ", self.tell.said(title)) if title else (value,)

    def _scalar(self, value: Any) -> Cell:
        match value:
            case Translated() | str():
                return (self.tell.said(value),)
            case When():
                return (self.tell.when(value),)
            case Point():
                return (self.tell.point(value),)
            case _:
                return (self.tell.speech.show(value),)


def mentions(record: Record, names: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """The fields of a record, by the keys that lead to them, in which a thing is named by one of its names."""
    for name, attribute in record.ATTRIBUTES.items():
        value = record.__dict__.get(attribute)
        if (
            name in ("about", "answers", "decisions")
            and isinstance(value, tuple)
            and not names.isdisjoint(map(str, value))
        ):
            yield (name,)
        if name == "changes" and isinstance(value, Mapping):
            yield from ((name, each) for each in value if each in names)
