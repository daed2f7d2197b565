"""All that changed between two states of a plan, the heaviest first. The way into this room.

Things are held together by their ids, so one that moved in the files has not gone. Equal plans have no changes;
the other way round, what came went; and with all changes made, *before* says what *after* says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from plantrack.change import BOOK, GOALPOST, HOME, SUBSTANCE, WEIGHTS, WORDING, Change, Thing
from plantrack.changes import (
    meaning_of_lineage,
    meaning_of_measures,
    meaning_of_others,
    meaning_of_parties,
    meaning_of_spelling,
    meaning_of_texts,
    meaning_of_times,
)
from plantrack.changes.ends import Ends
from plantrack.changes.kin import Kin
from plantrack.changes.meaning_of_others import WEIGHT_OF_KIND
from plantrack.changes.things import DEFINED, Pair, pairs
from plantrack.plan import Plan, by_number

MEANINGS: tuple[Callable[[Ends], Change | None], ...] = (
    meaning_of_spelling.meaning,
    meaning_of_times.meaning,
    meaning_of_parties.meaning,
    meaning_of_measures.meaning,
    meaning_of_lineage.meaning,
    meaning_of_texts.meaning,
    meaning_of_others.meaning,
)
"""Each is asked what a changed field means; the first that knows is believed."""
REARRANGED = "rearranged"
KIND_ORDER = {kind: number for number, kind in enumerate(("plan", *DEFINED))}


def compare(before: Plan, after: Plan) -> tuple[Change, ...]:
    """Every change, the heaviest first, and then in the order of the plan."""
    if before is after:
        return ()
    kin = Kin(before, after)
    found = [change for pair in pairs(before, after) for change in _of_pair(pair, before, after, kin)]
    found = list(_together(found))
    found += _rearranged(before, after, found)
    return tuple(sorted(found, key=_order))


def _of_pair(pair: Pair, before: Plan, after: Plan, kin: Kin) -> Iterator[Change]:
    was, now = pair
    if was is None and now is not None:
        yield _came(now, kin, before)
    elif now is None and was is not None:
        yield _went(was, kin)
    elif was is not None and now is not None:
        if was.home != now.home:
            weight = WEIGHT_OF_KIND.get(now.kind, SUBSTANCE)
            yield Change("moved", weight, now.kind, now.id, HOME, was.home, now.home)
        for path in dict.fromkeys((*was.said, *now.said)):
            old, new = was.said.get(path), now.said.get(path)
            if old != new:
                change = _meaning(Ends(was, now, path, old, new, before, after))
                yield change._replace(values=kin.of_old(now.id)) if change.sort == "ended" else change


def _meaning(ends: Ends) -> Change:
    return next(change for each in MEANINGS if (change := each(ends)) is not None)


def _came(now: Thing, kin: Kin, before: Plan) -> Change:
    weight = WEIGHT_OF_KIND.get(now.kind, SUBSTANCE)
    if "definitions" in now.said and any(each.definitions for each in before.decisions.values()):
        return Change("locked_anew", GOALPOST, now.kind, now.id, "", None, now)
    sort = {"submission": "answered", "decision": "decided"}.get(now.kind, "came")
    return Change(sort, weight, now.kind, now.id, "", None, now, (), kin.of_new(now.id) if now.kind in DEFINED else {})


def _went(was: Thing, kin: Kin) -> Change:
    """A definition that is gone can be held against nobody any more: whatever ends keeps its place in the file."""
    weight = GOALPOST if was.kind in DEFINED or "definitions" in was.said else WEIGHT_OF_KIND.get(was.kind, SUBSTANCE)
    weight = SUBSTANCE if was.kind == "decision" and weight == BOOK else weight
    sort = {"submission": "answer_gone", "decision": "decision_gone"}.get(was.kind, "gone")
    return Change(sort, weight, was.kind, was.id, "", was, None, (), kin.of_old(was.id) if was.kind in DEFINED else {})


def _together(changes: Iterable[Change]) -> Iterator[Change]:
    """The changes, with those as one that several activities of a goal made in just the same way."""
    found: dict[Any, list[Change]] = {}
    for number, change in enumerate(changes):
        alone = change.kind != "activity" or not change.path or change.path == HOME
        key = (
            number if alone else (change.thing.rpartition(".")[0], change.path, repr(change.before), repr(change.after))
        )
        found.setdefault(key, []).append(change)
    for same in found.values():
        first, *others = sorted(same, key=lambda each: by_number(each.thing))
        yield first._replace(also=tuple(each.thing for each in others))


def _rearranged(before: Plan, after: Plan, changes: Iterable[Change]) -> Iterator[Change]:
    """The goals that are written in another way, and say what they said."""
    told = {thing for change in changes for thing in change.things}
    for identifier, goal in after.goals.items():
        was = before.goals.get(identifier)
        if was is None or was is goal or was == goal:
            continue
        inside = {*was.activities, *goal.activities, *was.criteria, *goal.criteria, *was.indicators, *goal.indicators}
        steps = {step for each in (*was.activities.values(), *goal.activities.values()) for step in each.steps}
        if told.isdisjoint({identifier, *inside, *steps}):
            yield Change(REARRANGED, WORDING, "goal", identifier)


def _order(change: Change) -> tuple[Any, ...]:
    kind = KIND_ORDER.get(change.kind, len(KIND_ORDER))
    later = change.kind if kind == len(KIND_ORDER) else ""
    return WEIGHTS.index(change.weight), later, by_number(change.thing), kind, change.path


def by_weight(changes: Iterable[Change]) -> Mapping[str, tuple[Change, ...]]:
    """The changes of each weight; every weight is there."""
    found: dict[str, list[Change]] = {weight: [] for weight in WEIGHTS}
    for change in changes:
        found[change.weight].append(change)
    return {weight: tuple(each) for weight, each in found.items()}
