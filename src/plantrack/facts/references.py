"""Who refers to whom: every id that one thing's field gives of another, found by the records' own fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from plantrack.dates import read_when
from plantrack.facts import Facts, Source
from plantrack.finding import Key, Where
from plantrack.kinds import Kind, Ref
from plantrack.plan import Plan
from plantrack.record import Keyed, Many, Of, Record


class Reference(NamedTuple):
    """One id, where it stands, whose field it is in, and what it must be the id of."""

    text: str
    to: tuple[str, ...]
    where: Where
    thing: str
    field: str


def known_ids(plan: Plan) -> Mapping[str, Mapping[str, Any]]:
    """Every id by the kind of thing that it may be the id of."""
    header = plan.header
    things: dict[str, Any] = {}
    for table in (plan.themes, plan.goals, plan.activities, plan.steps, plan.criteria, plan.indicators):
        things.update(table)
    return {
        "thing": things,
        "theme": plan.themes,
        "goal": plan.goals,
        "activity": plan.activities,
        "step": plan.steps,
        "criterion": plan.criteria,
        "indicator": plan.indicators,
        "organisation": plan.organisations,
        "decision": plan.decisions,
        "event": plan.events,
        "ballot": plan.ballots,
        "agreement": plan.agreements,
        "commitment": plan.commitments,
        "mandate item": plan.mandate_items,
        "submission": plan.submissions,
        "round": plan.rounds,
        "awaited": header.awaited,
        "tag": header.tags,
        "field": header.fields,
        "evidence": {**plan.events, **plan.decisions, **plan.submissions},
    }


class Known:
    """Which ids there are: whether a reference leads anywhere."""

    def __init__(self, plan: Plan) -> None:
        self.by_kind = known_ids(plan)
        self.own = f"{plan.header.id}:"
        self._of: dict[tuple[str, ...], frozenset[str]] = {}

    def ids(self, to: tuple[str, ...]) -> frozenset[str]:
        """The ids of all that may stand where a reference of this kind does."""
        if to not in self._of:
            self._of[to] = frozenset(each for kind in to for each in self.by_kind[kind])
        return self._of[to]

    def knows(self, to: tuple[str, ...], text: str) -> bool:
        """Whether the id is defined, or needs no definition here: a year, a link, another plan's."""
        if text in self.ids(to) or needs_nothing(to, text):
            return True
        plan, colon, inner = text.partition(":")
        return bool(colon) and (plan + colon != self.own or inner in self.ids(to))


def needs_nothing(to: tuple[str, ...], text: str) -> bool:
    """Whether a reference may stand without anything that it refers to: a round that is a time, a link or a title as evidence.

    An id of an event, a decision or an answer has a day in it; a word without any figure is a title.
    """
    if to == ("round",):
        return (text.isdecimal() and len(text) == 4) or _is_time(text)
    return to == ("evidence",) and ("/" in text or " " in text or not any(sign.isdigit() for sign in text))


def _is_time(text: str) -> bool:
    """Whether a round's name is the time that it is about, as 2015-T1, and so needs no file."""
    try:
        when = read_when(text)
    except ValueError:
        return False
    return when.start is not None and when.end is not None


def references(facts: Facts) -> Iterator[Reference]:
    """Every reference in the plan's files. A round that is a year and a link as evidence need nothing."""
    for source in facts.sources:
        yield from _in_source(source)


def lost_references(facts: Facts, known: Known) -> Iterator[Reference]:
    """The references that lead nowhere. A file in which all lead somewhere is only glanced through."""
    for source in facts.sources:
        if not _all_known(source.record, known):
            for reference in _in_source(source):
                if not known.knows(reference.to, reference.text):
                    yield reference


def _in_source(source: Source) -> Iterator[Reference]:
    for text, to, keys, thing, field in _in_record(source.record, (), source.id):
        if not needs_nothing(to, text):
            yield Reference(text, to, Where(source.file, keys), thing, field)


Found = tuple[str, tuple[str, ...], tuple[Key, ...], str, str]


@cache
def _paths(cls: type[Record]) -> Mapping[str, tuple[str, Kind[Any]]]:
    """The fields of a record that hold references, near or further in: attribute -> name, kind."""
    return {cls.ATTRIBUTES[name]: (name, field.kind) for name, field in cls.FIELDS.items() if _refers(field.kind)}


def _refers(kind: Kind[Any]) -> bool:
    if isinstance(kind, Many):
        return _refers(kind.kind)
    if isinstance(kind, Keyed):
        return isinstance(kind.key, Ref) or _refers(kind.kind)
    return isinstance(kind, Ref) or (isinstance(kind, Of) and bool(_paths(kind.cls)))  # type: ignore[arg-type]  # a class is hashable


def _in_record(record: Record, keys: tuple[Key, ...], thing: str) -> Iterator[Found]:
    paths = _paths(type(record))  # type: ignore[arg-type]  # a class is hashable
    for attribute, value in record.__dict__.items():
        if attribute in paths:
            name, kind = paths[attribute]
            inner = keys if name in ("organisations", "terms") and not keys else (*keys, name)
            yield from _in_value(value, kind, inner, thing, name)


def _in_value(value: Any, kind: Kind[Any], keys: tuple[Key, ...], thing: str, field: str) -> Iterator[Found]:
    if isinstance(kind, Ref):
        yield value, kind.to, keys, thing, field
    elif isinstance(kind, Many):
        for number, each in enumerate(value):
            yield from _in_value(each, kind.kind, (*keys, number), thing, field)
    elif isinstance(kind, Of):
        yield from _in_record(value, keys, thing)
    elif isinstance(kind, Keyed):
        key_kind = kind.key
        inner = _refers(kind.kind)
        for key, each in value.items():
            if isinstance(key_kind, Ref):
                yield key, key_kind.to, (*keys, key), thing, field
            if inner:
                yield from _in_value(each, kind.kind, (*keys, key), key, field)


Look = Callable[[Any, "Known"], bool]


@cache
def _looks(cls: type[Record]) -> Mapping[str, Look]:
    """How to see whether all references in a field lead somewhere: attribute -> question. Asked of every answer."""
    return {attribute: _look(kind) for attribute, (_name, kind) in _paths(cls).items()}  # type: ignore[arg-type]  # a class is hashable


def _all_known(record: Record, known: Known) -> bool:
    looks = _looks(type(record))  # type: ignore[arg-type]  # a class is hashable
    stated = record.__dict__
    if looks.keys().isdisjoint(stated):
        return True
    return all(looks[each](value, known) for each, value in stated.items() if each in looks)


def _look(kind: Kind[Any]) -> Look:
    if isinstance(kind, Many):
        if isinstance(kind.kind, Ref):
            return _look_at_ids(kind.kind.to)
        inside = _look(kind.kind)
        return lambda values, known: all(inside(each, known) for each in values)
    if isinstance(kind, Keyed):
        keys = _look_at_ids(kind.key.to) if isinstance(kind.key, Ref) else None
        under = _look(kind.kind) if _refers(kind.kind) else None
        return lambda table, known: (
            (keys is None or keys(table, known))
            and (under is None or all(under(each, known) for each in table.values()))
        )
    if isinstance(kind, Ref):
        to = kind.to
        return lambda value, known: known.knows(to, value)
    return _all_known


def _look_at_ids(to: tuple[str, ...]) -> Look:
    return lambda values, known: known.ids(to).issuperset(values) or all(known.knows(to, each) for each in values)
