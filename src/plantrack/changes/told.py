"""A change that a decision or an event tells, as one between two states of the plan: so it is named as those are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plantrack.change import SUBSTANCE, Absence, Change, Thing
from plantrack.changes.compare import MEANINGS
from plantrack.changes.ends import Ends
from plantrack.changes.things import DEFINED, things
from plantrack.facts.changed_fields import Place, is_comparable, place_of, things_of
from plantrack.kinds import Scalar, Unfit
from plantrack.model.decision import Change as Written
from plantrack.plan import Plan
from plantrack.record import NOTHING, Many


class Unread(Exception):
    """The change is of something that is not there, or holds a value that the field does not take."""


def as_change(plan: Plan, thing: str, path: str, written: Written) -> Change:
    """What a written change means. Raises ``Unread``."""
    known = things_of(plan).get(thing)
    place = place_of(known.record, path) if known else None
    if known is None or place is None or not is_comparable(place):
        raise Unread
    before, after = (end_of(place, written, end) for end in ("from", "to"))
    if before is None and after is None:
        raise Unread
    beside = _said(plan, known.kind, thing)
    past, present = (_with(Thing(known.kind, thing, "", beside), path, value) for value in (before, after))
    ends = Ends(past, present, path, before, after, plan, plan)
    found = next(change for each in MEANINGS if (change := each(ends)) is not None)
    return found._replace(weight=SUBSTANCE)


def end_of(place: Place, written: Written, end: str) -> Any:
    """One end of a change as the field's own kind reads it; None where it does not say. Raises ``Unread``."""
    if end in written.unstated:
        return Absence(written.unstated[end])
    text = written[end]
    return None if text is None else read_value(place, text)


def read_value(place: Place, text: str) -> Any:
    """A value as a file would hold it. Raises ``Unread``."""
    kind = place.kind.kind if isinstance(place.kind, Many) else place.kind
    if not isinstance(kind, Scalar):
        raise Unread
    parts = [each.strip() for each in text.strip("[] ").split(",")] if isinstance(place.kind, Many) else [text.strip()]
    try:
        values = tuple(kind.read(each) for each in parts if each)
    except (Unfit, ValueError):
        raise Unread from None
    return values if isinstance(place.kind, Many) else values[0] if values else None


def _said(plan: Plan, kind: str, identifier: str) -> Mapping[str, Any]:
    """What a thing says now, beside the field that was changed: which way is better, by when it is done."""
    if kind not in DEFINED:
        return NOTHING
    goal = plan.goal_of.get(identifier, identifier if kind == "goal" else "")
    return next((each.said for each in things(plan, (kind,), goal) if each.id == identifier), NOTHING)


def _with(thing: Thing, path: str, value: Any) -> Thing:
    said = {name: each for name, each in thing.said.items() if name != path}
    return thing._replace(said=said if value is None else {**said, path: value})
