"""When events came and in what order, what each is about, and who had part in it.

An event whose day is not known is put in order by what it came before, after or between, and among those by the
place that the source gives it. Knows nothing of how an event is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import NamedTuple

from plantrack.dates import Calendar, When
from plantrack.model.event import Event
from plantrack.plan import Plan, by_number

UNPLACED = date.max
"""The day of an event of which nothing tells when it was: after all others."""


class Span(NamedTuple):
    """The first and the last day that something may have been on."""

    first: date = date.min
    last: date = date.max

    def meets(self, other: Span) -> bool:
        """Whether they share a day."""
        return self.first <= other.last and other.first <= self.last

    def holds(self, other: Span) -> bool:
        """Whether the other lies in it whole."""
        return self.first <= other.first and other.last <= self.last


def placed(calendar: Calendar, event: Event) -> date:
    """The day that an event is put in order by."""
    for when in (event.date, event.between, event.before, event.after):
        if when and (when.start or when.end):
            point = when.start or when.end
            assert point is not None
            return calendar.first(point)
    return UNPLACED


def span_of(calendar: Calendar, event: Event) -> Span:
    """The days that an event may have been on: of one without a date, those between what it came after and before."""
    told = event.date or event.between
    if told and (told.start or told.end):
        return days_of(calendar, told)
    first = days_of(calendar, event.after).first if event.after else date.min
    last = days_of(calendar, event.before).last if event.before else date.max
    return Span(first, last)


def days_of(calendar: Calendar, when: When) -> Span:
    """The days that a time stands for."""
    first = calendar.first(when.start) if when.start else date.min
    return Span(first, calendar.last(when.end) if when.end else date.max)


def dated(event: Event) -> bool:
    """Whether its date is given, and no more is left open than how exact that is."""
    return bool(event.date and (event.date.start or event.date.end))


def in_order(plan: Plan) -> tuple[str, ...]:
    """All events, the oldest first."""
    calendar = plan.calendar

    def place(identifier: str) -> tuple[object, ...]:
        event = plan.events[identifier]
        only_before = bool(event.before) and not event.between and not dated(event)
        return (placed(calendar, event), not only_before, by_number(event.order or ""), identifier)

    return tuple(sorted(plan.events, key=place))


def was_held(plan: Plan, event: Event, day: date) -> bool:
    """Whether an event has taken place by a day. One without a date is an old one: the sources have them so."""
    if event.state in ("planned", "cancelled"):
        return False
    found = placed(plan.calendar, event)
    return found <= day or not (dated(event) or event.between or event.after)


def things_of(event: Event) -> frozenset[str]:
    """Every id that an event is about, answers, led to, changed or decided."""
    own = chain(event.about, event.mandate, event.led_to, event.decisions, event.changes)
    return frozenset(chain(own, *((*p.about, *p.led_to, *p.answers, *_ids_in(event)) for p in event.items)))


def _ids_in(event: Event) -> Iterator[str]:
    """The ids that a meeting has given its points, its decisions and what is to be done."""
    for point in event.items:
        found = (point.id, point.decision.id if point.decision else None, *(each.id for each in point.action))
        yield from (each for each in found if each)


def parties_of(event: Event) -> frozenset[str]:
    """Every organisation that had part in an event, was missing from it, or was given something to do."""
    own = (event.body, event.recorded_by, *event.participants, *event.present, *event.absent)
    given = (who for point in event.items for who in (*point.raised_by, *(w for a in point.action for w in a.who)))
    return frozenset(each for each in (*own, *given) if each)


def with_all_of(plan: Plan, thing: str) -> frozenset[str]:
    """A thing with all that belongs to it: goals to a theme, activities and measures to a goal, tasks to a mandate."""
    found = {thing}
    found |= {goal for goal, theme in plan.theme_of.items() if theme == thing}
    found |= {inner for inner, goal in plan.goal_of.items() if goal in found}
    if thing in plan.activities:
        held = plan.held[thing]
        found |= {*plan.activities[thing].steps, *held.criteria, *held.indicators}
    if thing in plan.decisions:
        found |= {*plan.decisions[thing].items}
    if thing in plan.agreements:
        found |= {*plan.agreements[thing].commitments, *plan.agreements[thing].principles}
    if thing in plan.events:
        found |= {*_ids_in(plan.events[thing])}
    own = plan.header.id
    return frozenset((*found, *(f"{own}:{each}" for each in found)))
