"""What it means that others are to do something: who came, who left, and whether anybody still leads."""

from __future__ import annotations

from plantrack.change import GOALPOST, Change, Value
from plantrack.changes.ends import Ends, given
from plantrack.changes.things import DEFINED
from plantrack.model.goal import DOING_ROLES, ROLES

PARTIES = (*ROLES, "aimed_at")


def meaning(ends: Ends) -> Change | None:
    """What a changed role is called."""
    if ends.name not in PARTIES or ends.present.kind not in DEFINED:
        return None
    was, now = parties(ends.before), parties(ends.after)
    values = {"came": tuple(each for each in now if each not in was), "left": tuple(e for e in was if e not in now)}
    if ends.name == "lead" and was and not now:
        return ends.change("lead_gone", GOALPOST, values)
    if ends.name in DOING_ROLES and was and not now and not _doers(ends):
        return ends.change("nobody_responsible", GOALPOST, values)
    if ends.name == "lead":
        return ends.change("lead_changed" if was else "lead_set", values=values)
    return ends.change("parties_changed", values=values)


def parties(value: Value) -> tuple[str, ...]:
    """The parties that a value names."""
    return tuple(each for each in value if isinstance(each, str)) if given(value) and isinstance(value, tuple) else ()


def _doers(ends: Ends) -> bool:
    return any(parties(ends.present.said.get(role)) for role in DOING_ROLES)
