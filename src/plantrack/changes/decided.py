"""Which changes of an adopted plan a decision tells, which lack one, and what was decided and never carried out.

A decision tells a change when its ``changes`` name the field and end in what the plan now says. What ends or joins
names its decision itself. A decision that calls itself editorial tells of wording, and of nothing else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from plantrack.change import GOALPOST, SUBSTANCE, WORDING, Change
from plantrack.changes.endings import never_ended
from plantrack.changes.promised import promises_something
from plantrack.changes.tellers import Tellers
from plantrack.changes.things import DEFINED
from plantrack.facts.changed_fields import place_of
from plantrack.facts.told_changes import in_order
from plantrack.plan import Plan

NEEDING = (GOALPOST, SUBSTANCE)
"""Weights of changes that an adopted plan takes a decision for."""
ABOUT_THE_LOCK = ("locked_anew", "decision_gone")
"""Sorts of change of a decision by which a plan is held to something else, or to nothing."""


class Undone(NamedTuple):
    """Something that was decided, and that the plan does not say."""

    decision: str
    kind: str
    """decision or event."""
    thing: str
    path: str
    """The field; empty where the thing was to end."""
    to: str
    """What it was to become, as the decision writes it."""


def decided(before: Plan, after: Plan, changes: Collection[Change]) -> tuple[Change, ...]:
    """The changes with the decisions that tell them. Nothing lacks one in a plan that was not adopted yet."""
    book = Book(after, before)
    came = {change.thing: change for change in changes if change.sort == "came"}
    told = tuple(book.told(change, came) for change in changes)
    return told if is_adopted(before) else tuple(each._replace(lacking=False) for each in told)


def is_adopted(plan: Plan) -> bool:
    """Whether a decision has adopted the plan, so that what it promises is not for anybody to change."""
    return bool(plan.header.adopted) or any(each.definitions for each in plan.decisions.values())


class Book:
    """What the decisions and events of a plan tell; of what has changed since an earlier state, where there is one."""

    def __init__(self, plan: Plan, before: Plan | None = None) -> None:
        self.plan = plan
        self.tellers = Tellers(plan, before)

    def told(self, change: Change, came: Mapping[str, Change]) -> Change:
        """A change with the decisions that tell it, and whether one is lacking."""
        if change.kind == "decision" and change.sort in ABOUT_THE_LOCK:
            return change._replace(lacking=change.weight == GOALPOST and not self._adopts_anew(change))
        if change.kind not in DEFINED and not _is_promised_by_plan(change):
            return change
        tellers = [self.tellers.of(change, thing, came) for thing in change.things]
        firm = [[each.by for each in found if not each.editorial] for found in tellers]
        named = tuple(dict.fromkeys(each.by for found in tellers for each in found))
        if all(tellers) and not any(firm) and _is_wording_where_decided(change):
            return change._replace(weight=WORDING, decisions=named)
        return change._replace(decisions=named, lacking=change.weight in NEEDING and not all(firm))

    def _adopts_anew(self, change: Change) -> bool:
        """Whether a new decision says that it adopts the plan, and so may hold it to what it promises then."""
        return change.before is None and not change.path and self.tellers.adopts(change.thing)

    def not_carried_out(self) -> Iterator[Undone]:
        """What was decided, and the plan does not say."""
        tellers = self.tellers
        for (thing, path), found in tellers.changes.items():
            known = tellers.things.get(thing)
            place = place_of(known.record, path) if known else None
            if known is None or place is None or tellers.ends_here(thing, path, found):
                continue
            last = in_order(place, found)[-1]
            if last.change.states("to"):
                to = str(last.change.to or last.change.unstated.get("to", ""))
                yield Undone(last.by, last.kind, thing, path, to)
        yield from (Undone(by, "decision", thing, "", "") for by, _number, thing in never_ended(self.plan))


def _is_promised_by_plan(change: Change) -> bool:
    """Whether the plan's own file promised what has changed, or judges by it."""
    return change.kind == "plan" and (change.weight == GOALPOST or promises_something("plan", change.path))


def _is_wording_where_decided(change: Change) -> bool:
    """Whether an editorial decision is enough: of a text that is rewritten, with all its figures."""
    return change.sort == "rewritten" and change.weight == SUBSTANCE and not change.values.get("figures")
