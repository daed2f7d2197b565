"""What answers change, line by line: the state before and after, and the counts above it."""

from __future__ import annotations

from itertools import groupby

from plantrack.followup.effect import Effect, Moved
from plantrack.mark import _
from plantrack.report.document import Bullets, Cell, Piece, Prose, Quiet, Section
from plantrack.report.measured_words import typed
from plantrack.report.states import STATES
from plantrack.report.teller import Teller, joined

MOST_SHOWN = 20
"""Things that are told one by one."""


def of_effect(tell: Teller, effect: Effect, round_id: str) -> Section:
    """What changes in how a round stands."""
    title = (tell.say(_("What this changes in the round {round}"), round=round_id),)
    things = [_thing(tell, thing, list(moved)) for thing, moved in groupby(effect.moved, lambda each: each.thing)]
    items = things[:MOST_SHOWN]
    if len(things) > MOST_SHOWN:
        items.append((Quiet(tell.say(_("and {n} more"), n=len(things) - MOST_SHOWN)),))
    items += [
        (
            tell.say(
                _("{level} {goal}: {before} of {counted_before} reported → {after} of {counted}"),
                level=tell.level("goal"),
                goal=each.goal,
                before=each.before,
                counted_before=each.counted_before,
                after=each.after,
                counted=each.counted,
            ),
        )
        for each in effect.reported
    ]
    if not items:
        return Section("effect", title, (Prose((tell.say(_("The answer is saved; no status changes.")),)),))
    return Section("effect", title, (Bullets(tuple(items)),))


def _thing(tell: Teller, thing: str, moved: list[Moved]) -> Cell:
    title = tell.title(thing)
    head: Cell = (f"{thing} ", tell.said(title), ": ") if title else (f"{thing}: ",)
    return (*head, *joined([_moved(tell, each) for each in moved], "; "))


def _moved(tell: Teller, moved: Moved) -> Cell:
    return (_state(tell, moved, moved.before), " \N{RIGHTWARDS ARROW} ", _state(tell, moved, moved.after))


def _state(tell: Teller, moved: Moved, state: str) -> Piece:
    axis = moved.axis
    if axis in STATES and state in STATES[axis]:
        return tell.state(axis, state)
    if axis == "schedule" and not state:
        return tell.say(_("no schedule"))
    if state and axis == "value":
        return typed(tell, tell.plan.indicators.get(moved.thing), state)
    return state or Quiet(tell.say(_("no value") if axis == "value" else _("no forecast")))
