"""All that a plan promises: every thing that is defined with what it says, and what the plan judges by."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from plantrack.changes.meant import CALENDAR, Meant, has_words, worded
from plantrack.changes.records import RECORDS
from plantrack.changes.things import DEFINED, things
from plantrack.dates import Impossible, Unreadable, read_point
from plantrack.facts.changed_fields import Place, place_of
from plantrack.plan import Plan

PLAN = ""
"""Stands for the plan itself, whatever its id is."""
OF_THE_PLAN = ("period", "seasons", "follow_up")
JUDGED_BY = ("every", "cut_off", "cut_offs", "on_track", "slightly_behind")
"""By what the plan judges how it goes, under ``follow_up``."""
BESIDE = ("readings", "tags", "replaces", "replaced_by", "continues")
"""Fields that promise nothing."""

Key = tuple[str, str]
"""Thing and field; no field stands for that the thing is there."""


class Promise(NamedTuple):
    """What one field promises, and in what words."""

    firm: Any
    words: Any = ""


Promises = dict[Key, Promise]


def promises_of(plan: Plan) -> Promises:
    """All that a plan promises as it stands."""
    meant, found = Meant(plan), Promises()
    for thing in things(plan, ("plan", *DEFINED)):
        identifier = thing.id
        if thing.kind == "plan":
            identifier = PLAN
        else:
            found[identifier, ""] = Promise(thing.kind, thing.home)
        for path, value in thing.said.items():
            place = known_place(thing.kind, path)
            if place is not None and promises_something(thing.kind, path):
                field = firm_path(path)
                key = identifier, path if (identifier, field) in found else field
                found[key] = promise(meant, place, value)
    return found


def promise(meant: Meant, place: Place, value: Any) -> Promise:
    """What a value of a field promises."""
    return Promise(meant.of(place, value), worded(value) if has_words(place.kind) else "")


def promises_something(kind: str, path: str) -> bool:
    """Whether a field of a thing is a part of what was promised."""
    name, _dot, key = path.partition(".")
    if kind != "plan":
        return name not in BESIDE
    return name in OF_THE_PLAN and (name != "follow_up" or key in JUDGED_BY)


@lru_cache(maxsize=4096)
def known_place(kind: str, path: str) -> Place | None:
    """The field of a kind of thing that a path leads to."""
    return place_of(RECORDS[kind], path)


@lru_cache(maxsize=4096)
def firm_path(path: str) -> str:
    """A field, with the day of a target or a baseline as the last day that it stands for."""
    name, _dot, key = path.partition(".")
    if name not in ("targets", "baseline"):
        return path
    try:
        point = read_point(key)
    except (Unreadable, Impossible):
        return path
    return path if point.part or point.about else f"{name}.{CALENDAR.last(point).isoformat()}"
