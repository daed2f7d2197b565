"""What a mandate or a meeting has laid on somebody by a day: to report back, to do, to take up again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plantrack.dates import read_when
from plantrack.followup.duty import MEETING, REPORT, Duty, Reach
from plantrack.followup.standing import Why
from plantrack.kinds import Text
from plantrack.model.decision import Decision, MandateItem
from plantrack.model.event import Action, Event, Point


def matters(reach: Reach) -> Iterator[Duty]:
    """Mandates to report back, and what meetings have left open with a day."""
    yield from _mandates(reach)
    yield from _meetings(reach)


def _mandates(reach: Reach) -> Iterator[Duty]:
    answered = {
        item
        for identifier, decision in reach.plan.decisions.items()
        if reach.taken(identifier)
        for item in decision.answers
    }
    for identifier, decision in reach.plan.decisions.items():
        if not reach.taken(identifier):
            continue
        left = {i: item for i, item in decision.items.items() if not _is_done(reach, i, item, answered)}
        for item_id, item in left.items():
            yield from _to_report(reach, item_id, item.to, reach.times.of(item.report_back)[1])
        if not _is_answered(reach, identifier, decision, left):
            parties = tuple(dict.fromkeys(party for item in left.values() for party in item.to))
            yield from _to_report(reach, identifier, parties, reach.times.of(decision.report_back)[1])


def _is_done(reach: Reach, identifier: str, item: MandateItem, answered: set[str]) -> bool:
    """Whether a task has been declared completed, or answered by a decision, by the day."""
    return identifier in answered or bool(item.completed and reach.taken(item.completed))


def _is_answered(reach: Reach, identifier: str, decision: Decision, left: dict[str, MandateItem]) -> bool:
    """Whether a whole mandate has been answered: all its tasks, or, where it has none, a decision about it."""
    if decision.items:
        return not left
    return any(
        identifier in (*each.about, *each.answers) and reach.taken(i) for i, each in reach.plan.decisions.items()
    )


def _to_report(reach: Reach, thing: str, parties: tuple[str, ...], day: date | None) -> Iterator[Duty]:
    if reach.is_past(day):
        yield reach.duty(REPORT, thing, parties, day, Why("not_reported_back"))
    elif reach.is_near(day):
        yield reach.duty(REPORT, thing, parties, day, Why("report_back"))


def _meetings(reach: Reach) -> Iterator[Duty]:
    """What meetings have left open with a day: what somebody was to do, and what was put off to a time."""
    held = {i: event for i, event in reach.plan.events.items() if _was_held(reach, event)}
    answered = {answer for event in held.values() for point in event.items for answer in point.answers}
    for identifier, event in held.items():
        for number, point in enumerate(event.items):
            for place, action in enumerate(point.action):
                if action.id not in answered and not _is_acted(reach, action):
                    yield from _left_open(reach, identifier, f"{number}.{place}", action, event)
            if point.postponed_to and not _is_taken_up(point, answered):
                day = _day_in(reach, point.postponed_to)
                if reach.is_past(day) or reach.is_near(day):
                    values = {
                        "point": str(number),
                        "text": point.title,
                        "event": identifier,
                        "until": point.postponed_to,
                    }
                    parties = (event.body,) if event.body else ()
                    yield reach.duty(MEETING, identifier, _keepers(reach, parties), day, Why("postponed", values))


def _left_open(reach: Reach, identifier: str, place: str, action: Action, event: Event) -> Iterator[Duty]:
    """What somebody was to do, where its time can be read as a day and is near or past."""
    day = _day_in(reach, action.when) if action.when else None
    if reach.is_past(day) or reach.is_near(day):
        parties = tuple(each for each in action.who if each in reach.plan.organisations)
        values = {"point": place, "text": action.text, "event": identifier, "until": action.when}
        keepers = parties or ((event.body,) if event.body else ())
        yield reach.duty(MEETING, action.id or identifier, _keepers(reach, keepers), day, Why("action", values))


def _keepers(reach: Reach, parties: tuple[str, ...]) -> tuple[str, ...]:
    """A council has a secretariat of its own, which keeps its minutes; it is asked where there is one."""
    own = {each.part_of: i for i, each in reach.plan.organisations.items() if each.kind == "secretariat"}
    return tuple(own.get(party, party) for party in parties)


def _was_held(reach: Reach, event: Event) -> bool:
    """Whether an event has taken place by the day. One without a date is an old one: the sources have them so."""
    if event.state in ("planned", "cancelled"):
        return False
    start = reach.times.of(event.date)[0]
    return start is None or start <= reach.day


def _is_acted(reach: Reach, action: Action) -> bool:
    """Whether something has been done by the day: it names the event or the day of that."""
    if not action.done:
        return False
    event = reach.plan.events.get(action.done)
    done = reach.times.of(event.date)[0] if event else _day_in(reach, action.done)
    return done is None or done <= reach.day


def _is_taken_up(point: Point, answered: set[str]) -> bool:
    ids = [each.id for each in (point.decision, *point.action) if each is not None and each.id]
    return not answered.isdisjoint(ids)


def _day_in(reach: Reach, text: Text) -> date | None:
    """The last day of a time that is told in words, in any of its languages; None where it is no time."""
    for each in (text,) if isinstance(text, str) else text.values():
        try:
            return reach.times.of(read_when(each))[1]
        except ValueError:
            continue
    return None
