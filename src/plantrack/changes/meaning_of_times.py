"""What it means that a time changed: a deadline later, earlier, gone, or only in other words."""

from __future__ import annotations

from datetime import date

from plantrack.change import GOALPOST, SUBSTANCE, Change
from plantrack.changes.ends import Ends, first_day, given, last_day
from plantrack.changes.things import DEFINED

TIMES = ("when", "due", "report_back", "period")
OF = (*DEFINED, "plan", "decision", "mandate item")
"""Kinds of things whose times are promised."""


def meaning(ends: Ends) -> Change | None:
    """What a changed time is called."""
    if ends.present.kind not in OF:
        return None
    if ends.name == "continuous":
        return _continuous(ends)
    if ends.name not in TIMES:
        return None
    if ends.name == "when" and "due" in ends.past.said and "due" in ends.present.said:
        return ends.change("time_changed")  # the deadline is another field, and stands
    return _deadline(ends)


def _deadline(ends: Ends) -> Change:
    was, now = _deadlines(ends)
    if was and now:
        if now > was:
            return ends.change("postponed", GOALPOST, {"n": (now - was).days, "was": was, "now": now})
        if now < was:
            return ends.change("brought_forward", SUBSTANCE, {"n": (was - now).days, "was": was, "now": now})
        if ends.name == "when" and _starts_later(ends):
            return ends.change("start_later")
        return ends.change("time_changed")
    if was:
        return ends.change("deadline_dropped", GOALPOST)
    if now:
        return ends.change("deadline_set")
    return ends.change("time_changed")


def _deadlines(ends: Ends) -> tuple[date | None, date | None]:
    """The days by which it must be done. Where a deadline comes or goes, the end of its time stands for it."""
    was, now = ends.last_days()
    if ends.name == "due":
        was = was if given(ends.before) else last_day(ends.old, ends.past.said.get("when"))
        now = now if given(ends.after) else last_day(ends.new, ends.present.said.get("when"))
    elif ends.name == "when" and ("due" in ends.past.said) != ("due" in ends.present.said):
        return None, None  # told of the deadline that came or went
    return was, now


def _starts_later(ends: Ends) -> bool:
    was, now = first_day(ends.old, ends.before), first_day(ends.new, ends.after)
    return bool(was and now and now > was)


def _continuous(ends: Ends) -> Change:
    """Work that is never finished has no deadline any more."""
    if given(ends.after) and ends.after:
        had_end = any(last_day(ends.old, ends.past.said.get(name)) for name in ("due", "when"))
        return ends.change("made_continuous", GOALPOST if had_end else SUBSTANCE)
    return ends.change("no_longer_continuous")
