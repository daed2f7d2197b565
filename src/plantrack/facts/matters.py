"""What meetings have left open: what somebody was to do, and what was put off; and what has answered it since.

Each has an address that a later point may answer: its own id, or that of the meeting with the number of the point,
``2013-09-05-samradet.p11``, and after that the number of what is to be done, ``.u1``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from plantrack.dates import read_when
from plantrack.facts.happened import UNPLACED, dated, placed, span_of, was_held
from plantrack.facts.named import organisations_named
from plantrack.facts.wording import wordings
from plantrack.kinds import Text
from plantrack.model.event import Action, Event, Point
from plantrack.pattern import pattern
from plantrack.plan import Plan

NEXT = pattern(
    r"(?:(?:till|vid|inför|på|senast|före|efter|to|at|for|by|before|until)\s+)?(?:the\s+)?"
    r"(?:(?P<whose>.+?)(?:['\N{RIGHT SINGLE QUOTATION MARK}]?s)?\s+)?"
    r"(?:nästa\s+(?:möte|sammanträde|gång)|kommande\s+(?:möte|sammanträde)|next\s+(?:meeting|time))"
    r"(?:\s+(?:of|i|med)\s+(?:the\s+)?(?P<of>.+))?\.?"
)
"""The next meeting, as people write it; and whose it is, where that is said."""


class Matter(NamedTuple):
    """One thing that a meeting left open."""

    event: str
    point: int
    """The place of its point, counted from 0."""
    action: int | None
    """The place of what is to be done in its point; None where the point itself was put off."""
    address: str
    """What a later point writes that answers it."""
    text: Text
    until: Text | None
    """By when, or to when, as the meeting said it."""
    who: tuple[str, ...]
    """Who is to do it: organisations, or functions in words."""

    @property
    def place(self) -> str:
        """Which of its meeting's matters it is."""
        return str(self.point) if self.action is None else f"{self.point}.{self.action}"


class Answer(NamedTuple):
    """A point of a later meeting that answers something."""

    event: str
    point: int


def point_address(event: str, number: int, point: Point) -> str:
    """What a later point writes that answers this one."""
    return point.id or f"{event}.p{number + 1}"


def action_address(event: str, number: int, place: int, action: Action) -> str:
    """The same for what is to be done."""
    return action.id or f"{event}.p{number + 1}.u{place + 1}"


def matters_of(identifier: str, event: Event) -> Iterator[Matter]:
    """All that a meeting left open when it ended."""
    for number, point in enumerate(event.items):
        for place, action in enumerate(point.action):
            address = action_address(identifier, number, place, action)
            yield Matter(identifier, number, place, address, action.text, action.when, action.who)
        if point.postponed_to:
            address = point_address(identifier, number, point)
            yield Matter(identifier, number, None, address, point.title, point.postponed_to, point.raised_by)


def addresses(plan: Plan) -> Mapping[str, Answer]:
    """Every id and address of a point, a decision or something to do -> the point that it is in."""
    found: dict[str, Answer] = {}
    for identifier, event in plan.events.items():
        for number, point in enumerate(event.items):
            for each in (f"{identifier}.p{number + 1}", *_named_in(identifier, number, point)):
                found[each] = Answer(identifier, number)
    return found


def _named_in(identifier: str, number: int, point: Point) -> Iterator[str]:
    """What may be answered of a point: itself, its decision, and what it gave somebody to do."""
    yield from (point.id,) if point.id else ()
    yield from (point.decision.id,) if point.decision and point.decision.id else ()
    for place, action in enumerate(point.action):
        yield from dict.fromkeys(
            (action_address(identifier, number, place, action), f"{identifier}.p{number + 1}.u{place + 1}")
        )


def answers_by(plan: Plan, day: date) -> Mapping[str, tuple[Answer, ...]]:
    """What points of meetings held by a day answer: id or address -> the points that do."""
    found: dict[str, list[Answer]] = {}
    for identifier, event in plan.events.items():
        if was_held(plan, event, day):
            for number, point in enumerate(event.items):
                for each in point.answers:
                    found.setdefault(each.removeprefix(f"{plan.header.id}:"), []).append(Answer(identifier, number))
    return {each: tuple(its) for each, its in found.items()}


def answered_by(plan: Plan, matter: Matter, answers: Mapping[str, tuple[Answer, ...]]) -> tuple[Answer, ...]:
    """The points that answer a matter. A point that was put off is also taken up by an answer to anything in it."""
    names = [matter.address, _counted(matter)]
    if matter.action is None:
        names += _named_in(matter.event, matter.point, plan.events[matter.event].items[matter.point])
    return tuple(dict.fromkeys(each for name in dict.fromkeys(names) for each in answers.get(name, ())))


def _counted(matter: Matter) -> str:
    """The address of a matter by its place, which holds also where it has an id of its own."""
    point = f"{matter.event}.p{matter.point + 1}"
    return point if matter.action is None else f"{point}.u{matter.action + 1}"


def is_done(plan: Plan, matter: Matter, day: date) -> bool:
    """Whether something has been done by a day: it names the event or the day of that."""
    if matter.action is None:
        return False
    done = plan.events[matter.event].items[matter.point].action[matter.action].done
    if not done:
        return False
    event = plan.events.get(done)
    if event is not None:
        found = placed(plan.calendar, event) if dated(event) else UNPLACED
        return found == UNPLACED or found <= day
    try:
        when = read_when(done)
    except ValueError:
        return True
    return when.end is None or plan.calendar.last(when.end) <= day


def open_on(plan: Plan, day: date) -> tuple[Matter, ...]:
    """All that meetings held by a day have left open, and that nothing has answered by then."""
    answers = answers_by(plan, day)
    return tuple(
        matter
        for identifier, event in plan.events.items()
        if event.items and was_held(plan, event, day)
        for matter in matters_of(identifier, event)
        if not answered_by(plan, matter, answers) and not is_done(plan, matter, day)
    )


def next_meeting(plan: Plan, matter: Matter, day: date) -> date | None:
    """The day of the meeting that a matter waits for, where it waits for the next one of a body that is known."""
    if matter.until is None:
        return None
    event = plan.events[matter.event]
    for said in wordings(matter.until):
        found = NEXT.fullmatch(" ".join(said.casefold().split()))
        if found:
            body = _whose(plan, found["of"] or found["whose"] or "", event.body)
            return _first_after(plan, event, body, day) if body else None
    return None


def _whose(plan: Plan, named: str, own: str | None) -> str:
    """Whose next meeting is meant: that of who is named, else of the body that met. Nothing where it is not known."""
    if not named or _is_called(plan, own, named):
        return own or ""
    found = organisations_named(plan, named) or organisations_named(plan, f"{named}s")
    return found[0] if len(found) == 1 else ""


def _is_called(plan: Plan, organisation: str | None, named: str) -> bool:
    """Whether words are in an organisation's name: the council's meeting is that of the body that met."""
    found = plan.organisations.get(organisation or "")
    return found is not None and any(named in said.casefold() for said in wordings(found.name))


def _first_after(plan: Plan, event: Event, body: str, day: date) -> date | None:
    """The first day of the first meeting of a body after an event: one that was held, or is yet to come."""
    if not dated(event):
        return None
    end = span_of(plan.calendar, event).last
    days = [
        placed(plan.calendar, each)
        for each in plan.events.values()
        if each.body == body and each.kind == "meeting" and dated(each) and each.state != "cancelled"
        if each.state != "planned" or placed(plan.calendar, each) >= day
    ]
    return min((each for each in days if each > end), default=None)
