"""What answers change, line by line: the state before and after, and the counts above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from plantrack.followup.effect import Effect, Moved
from plantrack.followup.effect_on_counts import Counted
from plantrack.mark import _
from plantrack.report.document import Bullets, Cell, Piece, Prose, Quiet, Section, State
from plantrack.report.measured_words import typed
from plantrack.report.states import STATES
from plantrack.report.teller import Teller, capital, joined

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


COUNTED = {
    "reported": _("reported: {before} of {whole_before} → {after} of {whole_after}"),
    "completed": _("completed: {before} of {whole_before} → {after} of {whole_after}"),
    "late": _("late: {before} of {whole_before} → {after} of {whole_after}"),
    "on_schedule": _("on schedule: {before} of {whole_before} → {after} of {whole_after}"),
}
BETTER: Mapping[str, tuple[str, ...]] = {
    "schedule": ("late", "deviation", "on_schedule"),
    "outcome": ("not_achieved", "worsened", "behind", "slightly_behind", "on_track", "achieved"),
    "fulfilment": ("not_achieved", "partly", "achieved"),
}
"""Axis -> its states, the worst first; what is not among them looks neither better nor worse."""


def of_comparison(tell: Teller, effect: Effect) -> Iterator[Section]:
    """What a changed plan does to how it stands. What looks better only because other things are promised stands first."""
    groups = [(thing, list(moved)) for thing, moved in groupby(effect.moved, lambda each: each.thing)]
    told = [(_redefined(tell, effect, thing), thing, moved) for thing, moved in groups]
    told.sort(key=lambda each: not each[0])
    items: list[Cell] = [(*_thing(tell, thing, _telling(moved)), *why) for why, thing, moved in told[:MOST_SHOWN]]
    if len(groups) > MOST_SHOWN:
        items.append((Quiet(tell.say(_("and {n} more"), n=len(groups) - MOST_SHOWN)),))
    for goal, counts in groupby(effect.counted, lambda each: each.goal):
        head = f"{capital(tell.level('goal'))} {goal}" if goal else tell.say(_("The whole plan"))
        items.append((f"{head}: ", "; ".join(_counted(tell, each) for each in counts)))
    if items:
        title = tell.say(_("What this does to how the plan stands"))
        yield Section("effect", (title,), (Bullets(tuple(items)),))


def _telling(moved: list[Moved]) -> list[Moved]:
    """What tells a reader something: that what is done or over has no schedule any more does not."""
    found = [each for each in moved if each.axis != "schedule" or each.after]
    return found or moved


def _redefined(tell: Teller, effect: Effect, thing: str) -> Cell:
    """That it would look worse by what was promised before."""
    found = [each for each in effect.redefined if each.thing == thing and _looks_better(each)]
    if not found:
        return ()
    as_promised = tell.say(_("Only because something else is promised now. By what was promised before:"))
    return (". ", State(as_promised, "▲", "fair"), " ", _state(tell, found[0], found[0].before))


def _looks_better(moved: Moved) -> bool:
    order = BETTER.get(moved.axis, ())
    if moved.before not in order:
        return False
    return moved.after == "continuous" or (
        moved.after in order and order.index(moved.after) > order.index(moved.before)
    )


def _counted(tell: Teller, counted: Counted) -> str:
    """One count that is another."""
    return tell.say(
        COUNTED[counted.what], **{name: value for name, value in counted._asdict().items() if name != "goal"}
    )


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
