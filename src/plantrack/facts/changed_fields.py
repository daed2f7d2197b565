"""What fields hold now, and what a change says of them: both as the field's own kind reads them.

For comparing the history that decisions tell with the plan as it stands. Knows no files.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from plantrack.dates import Point, When
from plantrack.kinds import Kind, Scalar, Translated, Unfit
from plantrack.plan import Plan
from plantrack.record import NOT_STATED, Keyed, Many, Of, Record
from plantrack.statements import Held

Value = Any
"""A value as it is compared: without the wording of a time, and with lists as sets."""


class Thing(NamedTuple):
    """One thing of the plan that has fields: what kind it is, and its record."""

    kind: str
    record: Record


def things_of(plan: Plan) -> Mapping[str, Thing]:
    """Everything that a change may be about, by id."""
    header = plan.header
    tables: tuple[tuple[str, Mapping[str, Record]], ...] = (
        ("term", plan.terms),
        ("organisation", plan.organisations),
        ("round", plan.rounds),
        ("decision", plan.decisions),
        ("mandate item", plan.mandate_items),
        ("agreement", plan.agreements),
        ("principle", {i: p for each in plan.agreements.values() for i, p in each.principles.items()}),
        ("commitment", plan.commitments),
        ("plan", {header.id: header} if header.id else {}),
        ("theme", plan.themes),
        ("goal", plan.goals),
        ("activity", plan.activities),
        ("step", plan.steps),
        ("criterion", plan.criteria),
        ("indicator", plan.indicators),
    )
    return {identifier: Thing(kind, record) for kind, table in tables for identifier, record in table.items()}


class Place(NamedTuple):
    """A field, or one of the values under it: ``when``, ``targets.2016``, ``follow_up.cut_off``."""

    name: str
    key: str
    kind: Kind[Any]
    """What reads its value."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that lead to it."""
        return (self.name, self.key) if self.key else (self.name,)


def place_of(record: Record | type[Record], path: str) -> Place | None:
    """The field that a change names, or None where the record has none such."""
    name, _dot, key = path.partition(".")
    field = record.FIELDS.get(name)
    if field is None:
        return None
    kind = field.kind
    if not key:
        return Place(name, "", kind)
    if isinstance(kind, Keyed):
        return Place(name, key, kind.kind)
    inner = kind.cls.FIELDS.get(key) if isinstance(kind, Of) else None
    return Place(name, key, inner.kind) if inner else None


def path_of(record: Record, path: str) -> str:
    """A field as changes name it, however its day is written: ``targets.hösten 2016`` is ``targets.2016-23``."""
    name, _dot, key = path.partition(".")
    field = record.FIELDS.get(name)
    if not key or field is None or not isinstance(field.kind, Keyed):
        return path
    try:
        return f"{name}.{key_of(field.kind.key.read(key))}"
    except Unfit:
        return path


def key_of(key: Any) -> str:
    """A key as changes name it. Where two days are one in EDTF, as early and late in a year, they are told apart."""
    if not isinstance(key, Point):
        return str(key)
    return f"{key.part} {key.year}" if key.part in ("early", "middle", "late") else key.edtf


def is_comparable(place: Place) -> bool:
    """Whether the value is one that a change can hold as a text: not a block, nor a table of values."""
    return isinstance(_one(place.kind), Scalar)


def read(place: Place, written: str, absence: str) -> Value:
    """What a change says that the value is or was; its absence where it was written as absent."""
    if absence:
        return absence
    kind = _one(place.kind)
    if not isinstance(kind, Scalar):
        return written
    try:
        if isinstance(place.kind, Many) and not kind.takes_text:
            return frozenset(kind.read(part.strip()) for part in written.strip("[] ").split(",") if part.strip())
        value = kind.read(written)
    except Unfit:
        return written.strip()
    return frozenset((_plain(value),)) if isinstance(place.kind, Many) else _plain(value)


def present(thing: Thing, place: Place, held: Held | None) -> tuple[Value, ...]:
    """What the value is now; its absence where there is none. Several where it is said in several ways or languages."""
    record = thing.record
    attribute = record.ATTRIBUTES[place.name]
    table = record.FIELDS[place.name].kind
    if place.key and isinstance(table, Of):
        value = record[place.name] and record[place.name].__dict__.get(place.key)
        return (
            (_listed(value) if isinstance(place.kind, Many) else _plain(value),) if value is not None else (NOT_STATED,)
        )
    if place.key:
        found = [value for key, value in record[place.name].items() if _same_key(key, place.key, table)]
        return (_plain(found[0]),) if found else (NOT_STATED,)
    if attribute in record.__dict__:
        value = record.__dict__[attribute]
        return tuple(map(_plain, value.values())) if isinstance(value, Translated) else (_listed(value),)
    if place.name in record.unstated:
        return (record.unstated[place.name],)
    if held is not None:
        inherited = _inherited(held, place.name)
        if inherited:
            return inherited
    default = record.FIELDS[place.name].default
    return (NOT_STATED, False) if default is False else (NOT_STATED,)


def _inherited(held: Held, name: str) -> tuple[Value, ...]:
    """What an activity has from its shared statements or its goal."""
    if name == "continuous":
        return (held.continuous, *(() if held.continuous else (NOT_STATED,)))
    statements = {"when": held.when, "due": held.due}.get(name) or held.said_roles.get(name, ())
    return tuple(each.absence or _listed(each.value) for each in statements)


def _same_key(key: Any, written: str, table: Kind[Any]) -> bool:
    try:
        return isinstance(table, Keyed) and bool(key == table.key.read(written))
    except Unfit:
        return False


def _listed(value: Any) -> Value:
    """A value, with a list of several as a set: their order says nothing."""
    if type(value) is tuple:
        return frozenset(_plain(each) for each in value)
    return _plain(value)


def _plain(value: Any) -> Value:
    """A value without its wording: two ways to write one time are the same."""
    if isinstance(value, When):
        return value._replace(text="")
    return " ".join(value.split()) if isinstance(value, str) else value


def _one(kind: Kind[Any]) -> Kind[Any]:
    """The kind of one value, where a field may have several."""
    return kind.kind if isinstance(kind, Many) else kind
