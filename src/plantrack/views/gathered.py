"""Which changes are told one by one: not what another one tells already, and not all that lies in what came or went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plantrack.change import Change, Thing
from plantrack.changes.things import DEFINED

WHOLE = ("came", "gone")
"""Sorts of change by which a thing comes or goes with all that lies in it."""
WITH_THE_NAME = ("formerly", "abbreviation")
"""Fields that change when an organisation gets another name."""


class Gathered(NamedTuple):
    """A change, and how many things of each kind came or went with it."""

    change: Change
    inside: Mapping[str, int]


def gathered(changes: Iterable[Change]) -> list[Gathered]:
    """The changes that are to be told, in their order."""
    told = list(untold(list(changes)))
    whole = {each.thing: each for each in told if each.sort in WHOLE and each.kind in DEFINED}
    inside: dict[str, Counter[str]] = {}
    found = []
    for each in told:
        around = _outermost(each, whole)
        if around is None:
            found.append(each)
        else:
            inside.setdefault(around.thing, Counter())[each.kind] += 1
    return [Gathered(each, inside.get(each.thing, {}) if each in whole.values() else {}) for each in found]


def untold(changes: Sequence[Change]) -> Iterator[Change]:
    """The changes that no other one tells: who succeeds whom is told where a thing ends or comes, a former name where
    the new one is.
    """
    renamed = {(each.kind, each.thing) for each in changes if each.sort == "renamed"}
    kin = {each.thing for each in changes if each.values.get("how")}
    for each in changes:
        is_kin = each.sort == "kin_changed" and not kin.isdisjoint(
            (each.thing, *(each.after or ()), *(each.before or ()))
        )
        if not is_kin and not (each.path in WITH_THE_NAME and (each.kind, each.thing) in renamed):
            yield each


def _outermost(change: Change, whole: Mapping[str, Change]) -> Change | None:
    """What a change is told with: the outermost of the things that it lies in and that came or went with it."""
    found = None
    inner = change if whole.get(change.thing) is change else None
    while inner is not None:
        around = whole.get(_home(inner))
        if around is None or not _goes_with(inner, around):
            break
        found = inner = around
    return found


def _home(change: Change) -> str:
    thing = change.after or change.before
    return thing.home if isinstance(thing, Thing) else ""


def _goes_with(inner: Change, around: Change) -> bool:
    """Whether nothing is lost when it is told only as one of many: what has kin, or alone lacks a decision, is told."""
    return (
        inner.sort == around.sort
        and not inner.values.get("how")
        and (inner.lacking, inner.decisions) == (around.lacking, around.decisions)
    )
