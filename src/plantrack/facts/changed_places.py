"""Where a change of a plan stands in its files, and how a sentence can hold what was said and is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plantrack.facts import Facts
from plantrack.finding import Where
from plantrack.mark import Term, _
from plantrack.record import Record

if TYPE_CHECKING:
    from plantrack.change import Change

HOME_KIND = {"goal": "theme", "step": "activity", **dict.fromkeys(("activity", "criterion", "indicator"), "goal")}
"""What a thing lies in, by its kind."""
UNSAID = Term(_("not stated"))


def where_changed(facts: Facts, change: Change) -> Where:
    """Where the plan says it now; the thing itself where the field is gone or said elsewhere; the plan's file where that is."""
    if change.sort == "gone":
        return facts.where(HOME_KIND.get(change.kind, "plan"), change.before.home)
    name, _dot, key = change.path.partition(".")
    record = facts.where(change.kind, change.thing)
    keys: tuple[str, ...] = (name, key) if key else (name,)
    if change.path in ("", "in") or change.after is None or change.also:
        return record._replace(part="key") if record.keys else record
    return record.under(*keys)


def is_short(value: Any) -> bool:
    """Whether a value stands on one line, and is no block."""
    if isinstance(value, tuple) and type(value) is tuple:
        return all(isinstance(each, str) for each in value)
    return not isinstance(value, Record)


def said(value: Any) -> Any:
    """A value as a sentence can hold it."""
    if value is None:
        return UNSAID
    if isinstance(value, tuple) and type(value) is tuple:
        return tuple(getattr(each, "kind", each) for each in value)
    return value
