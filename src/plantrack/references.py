"""Who refers to whom: every id that one thing's field gives of another, found by the records' own fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from plantrack.facts import Facts
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


def references(facts: Facts) -> Iterator[Reference]:
    """Every reference in the plan's files. A round that is a year and a link as evidence need nothing."""
    for source in facts.sources:
        for text, to, keys, thing, field in _in_record(source.record, (), source.id):
            if to == ("round",) and len(text) == 4 and text.isdecimal():
                continue
            if to == ("evidence",) and ("/" in text or " " in text):
                continue
            yield Reference(text, to, Where(source.file, keys), thing, field)


Found = tuple[str, tuple[str, ...], tuple[Key, ...], str, str]


@cache
def _paths(cls: type[Record]) -> tuple[tuple[str, str, Kind[Any]], ...]:
    """The fields of a record that hold references, near or further in: name, attribute, kind."""
    return tuple((name, cls.ATTRIBUTES[name], field.kind) for name, field in cls.FIELDS.items() if _refers(field.kind))


def _refers(kind: Kind[Any]) -> bool:
    if isinstance(kind, Many):
        return _refers(kind.kind)
    if isinstance(kind, Keyed):
        return isinstance(kind.key, Ref) or _refers(kind.kind)
    return isinstance(kind, Ref) or (isinstance(kind, Of) and bool(_paths(kind.cls)))


def _in_record(record: Record, keys: tuple[Key, ...], thing: str) -> Iterator[Found]:
    stated = record.__dict__
    for name, attribute, kind in _paths(type(record)):
        if attribute in stated:
            inner = keys if name in ("organisations", "terms") and not keys else (*keys, name)
            yield from _in_value(stated[attribute], kind, inner, thing, name)


def _in_value(value: Any, kind: Kind[Any], keys: tuple[Key, ...], thing: str, field: str) -> Iterator[Found]:
    if isinstance(kind, Ref):
        yield value, kind.to, keys, thing, field
    elif isinstance(kind, Many):
        for number, each in enumerate(value):
            yield from _in_value(each, kind.kind, (*keys, number), thing, field)
    elif isinstance(kind, Of):
        yield from _in_record(value, keys, thing)
    elif isinstance(kind, Keyed):
        refers = isinstance(kind.key, Ref)
        inner = _refers(kind.kind)
        for key, each in value.items():
            if refers:
                yield key, kind.key.to, (*keys, key), thing, field
            if inner:
                yield from _in_value(each, kind.kind, (*keys, key), key, field)
