"""One meeting as minutes: when, where, who was there by party and function, and what each point came to.

Names of persons stand nowhere. What a point answers of an earlier meeting is said at it, and what has answered it
since; so who reads one meeting finds the next. Notes are called notes: only a political body keeps minutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from plantrack.facts.happened import span_of
from plantrack.facts.matters import (
    Answer,
    Matter,
    action_address,
    addresses,
    answered_by,
    answers_by,
    is_done,
    matters_of,
)
from plantrack.mark import _
from plantrack.model.event import Action, Event, Point
from plantrack.plan import Plan
from plantrack.report.document import (
    BREAK,
    Block,
    Callout,
    Cell,
    Column,
    Document,
    Facts,
    PlanText,
    Prose,
    Quiet,
    Row,
    Section,
    State,
    Table,
    plain,
)
from plantrack.report.event_words import clock, day_of, doing, sort
from plantrack.report.stamp import Stamp
from plantrack.report.states import GOOD, OPEN
from plantrack.report.teller import Teller, joined, lines

NOTES: Mapping[str, str] = {
    "meeting": _("Notes of the meeting"),
    "workshop": _("Notes of the workshop"),
    "conference": _("Notes of the conference"),
}
"""What the notes of an event are called by its kind."""
MINUTES = "political_body"
"""The kind of body whose meetings are kept in minutes."""


class Minutes(NamedTuple):
    """A meeting that is to be shown, and what is needed for it."""

    plan: Plan
    tell: Teller
    """In the reader's language, by the names that were valid at the meeting."""
    id: str
    day: date
    """What is open and what has been answered is judged on this day."""

    @property
    def event(self) -> Event:
        """The meeting."""
        return self.plan.events[self.id]

    @property
    def answers(self) -> Mapping[str, tuple[Answer, ...]]:
        """What later points answer."""
        return answers_by(self.plan, self.day)


def minutes_of(plan: Plan, tell: Teller, identifier: str) -> Minutes:
    """A meeting, told by the names of its own day, as far as that is known and has come."""
    last = span_of(plan.calendar, plan.events[identifier]).last
    return Minutes(plan, Teller(plan, tell.speech, min(last, tell.date)), identifier, tell.date)


def called(tell: Teller, event: Event) -> str:
    """What is shown is called: notes by the kind of event, and minutes only where a political body met."""
    body = tell.plan.organisations.get(event.body or "")
    if event.state == "planned":
        return tell.say(_("Planned"))
    if body is not None and body.kind == MINUTES and event.kind == "meeting":
        return tell.say(_("Minutes"))
    return tell.say(NOTES.get(event.kind, _("Notes")))


def document(minutes: Minutes, stamp: Stamp, file: str) -> Document:
    """The whole page."""
    from plantrack.report.compose import labels

    tell, event = minutes.tell, minutes.event
    when = plain(day_of(tell, event))
    invented = tell.plan.header.invented
    notes = (Callout(tell.say(_("Invented")), (Prose((tell.said(invented),)),)),) if invented else ()
    return Document(
        language=tell.language,
        day=tell.date,
        title=(tell.said(event.title),),
        subtitle=(f"{called(tell, event)}, {when}",),
        running=f"{tell.said(event.title).text}, {when}",
        notes=notes,
        cover=Facts(tuple(head(minutes))),
        sections=points(minutes),
        footer=(tell.say(_("Made by plantrack from {file}."), file=file),),
        labels=labels(tell),
        stamp=stamp,
        figures={},
        extent="short",
    )


def sections(minutes: Minutes) -> tuple[Section, ...]:
    """The same for a screen."""
    tell, event = minutes.tell, minutes.event
    what = (Quiet(called(tell, event)), "  ", Quiet(minutes.id))
    top = Section("minutes", (tell.said(event.title),), (Prose(what), Facts(tuple(head(minutes)))))
    return (top, *points(minutes))


def head(minutes: Minutes) -> Iterator[tuple[Cell, Cell]]:
    """When, where and whose, who was there and who was not, and who took the notes."""
    tell, event = minutes.tell, minutes.event
    found: list[tuple[str, Cell]] = [(_("When"), day_of(tell, event))]
    found += [(_("Time of day"), (clock(event.time),))] if event.time else []
    found += [(_("Place"), (tell.said(event.place),))] if event.place else []
    found += [(_("Kind"), (sort(tell, event),))]
    found += [(_("Body"), tell.party(event.body))] if event.body else []
    found += [(_("Present"), lines(_attendance(tell, event.present)))] if event.present else []
    found += [(_("Absent"), lines(_attendance(tell, event.absent)))] if event.absent else []
    others = [each for each in event.participants if each not in event.present and each != event.body]
    found += [(_("Took part"), tell.parties(others))] if others else []
    found += [(_("Recorded by"), tell.party(event.recorded_by))] if event.recorded_by else []
    found += [(_("About"), tell.links(event.about))] if event.about else []
    found += [(_("Mandate"), joined([(each,) for each in event.mandate]))] if event.mandate else []
    found += [(_("Led to"), tell.links(event.led_to))] if event.led_to else []
    found += [(_("Decisions"), lines(tell.decision(each) for each in event.decisions))] if event.decisions else []
    found += [(_("Evidence"), lines((tell.said(each),) for each in event.evidence))] if event.evidence else []
    return (((tell.say(name),), cell) for name, cell in found)


def _attendance(tell: Teller, by_party: Mapping[str, tuple[str, ...]]) -> Iterator[Cell]:
    """Each party with how many of it, or with its functions."""
    for party, its in by_party.items():
        if len(its) == 1 and its[0].isdecimal():
            yield (*tell.party(party), ": ", its[0])
        else:
            functions = [tell.said(each).text for each in its]
            counted = [f"{each} ({functions.count(each)})" if functions.count(each) > 1 else each for each in functions]
            yield (*tell.party(party), ": ", "; ".join(dict.fromkeys(counted)))


def points(minutes: Minutes) -> tuple[Section, ...]:
    """The text of the meeting, and its points one by one."""
    tell, event = minutes.tell, minutes.event
    found: list[Section] = []
    if event.text:
        found.append(Section("text", (tell.say(_("About the meeting")),), (tell.text(event.text),)))
    for number, point in enumerate(event.items):
        title: Cell = (f"{number + 1}. ", tell.said(point.title))
        found.append(Section(f"p{number + 1}", title, tuple(_point(minutes, number, point))))
    if event.changes:
        told = (tell.say(_("This meeting changed the plan: {things}."), things=tuple(event.changes)),)
        found.append(Section("changes", (tell.say(_("Changes")),), (Prose(told),)))
    return tuple(found)


def _point(minutes: Minutes, number: int, point: Point) -> Iterator[Block]:
    """What was said, decided, given to somebody and put off; and how it hangs together with other meetings."""
    tell = minutes.tell
    if point.raised_by:
        yield Prose((f"{tell.say(_('Raised by'))}: ", *tell.parties(point.raised_by)))
    if point.text:
        yield tell.text(point.text)
    if point.decision:
        inside: tuple[Prose | PlanText, ...] = (tell.text(point.decision.text),)
        yield Callout(tell.say(_("Decided")), inside)
    if point.action:
        yield _actions(minutes, number, point)
    facts = [*_put_off(minutes, number, point), *_hangs_together(minutes, point)]
    if facts:
        yield Facts(tuple(facts))


def _actions(minutes: Minutes, number: int, point: Point) -> Table:
    """What is to be done: what, who, by when, and whether it is done."""
    tell = minutes.tell
    titles = ((_("To do"), "wide"), (_("Who"), "middle"), (_("By when"), "middle"), (_("Done"), "middle"))
    rows = []
    for place, action in enumerate(point.action):
        matter = next(each for each in matters_of(minutes.id, minutes.event) if each.place == f"{number}.{place}")
        who = joined([doing(tell, each) for each in action.who]) or (tell.missing,)
        when: Cell = (tell.said(action.when),) if action.when else (tell.missing,)
        what: Cell = (tell.said(action.text), " ", Quiet(f"({action_address(minutes.id, number, place, action)})"))
        rows.append(Row((what, who, when, _done(minutes, matter, action))))
    columns = tuple(Column(tell.say(title), width) for title, width in titles)
    return Table((tell.say(_("To do after the meeting")),), columns, tuple(rows), head=0)


def _done(minutes: Minutes, matter: Matter, action: Action) -> Cell:
    """Whether something has been done: the event or the day, or the later point that answers it."""
    tell = minutes.tell
    answers = answered_by(minutes.plan, matter, minutes.answers)
    if answers:
        return (State(tell.say(_("answered")), "●", GOOD), BREAK, *_places(minutes, answers))
    if not is_done(minutes.plan, matter, minutes.day):
        return (State(tell.say(_("open")), "○", OPEN),)
    event = minutes.plan.events.get(action.done or "")
    how: Cell = (*day_of(tell, event), " ", tell.said(event.title)) if event else (tell.said(action.done),)
    return (State(tell.say(_("done")), "●", GOOD), BREAK, *how)


def _put_off(minutes: Minutes, number: int, point: Point) -> Iterator[tuple[Cell, Cell]]:
    """To when a point was put off, and where it was taken up."""
    if not point.postponed_to:
        return
    tell = minutes.tell
    matter = next(each for each in matters_of(minutes.id, minutes.event) if each.place == str(number))
    yield (
        (tell.say(_("Put off to")),),
        (tell.said(point.postponed_to), " ", Quiet(f"({matter.address})")),
    )
    answers = answered_by(minutes.plan, matter, minutes.answers)
    taken_up = _places(minutes, answers) if answers else (State(tell.say(_("not yet")), "○", OPEN),)
    yield (tell.say(_("Taken up")),), taken_up


def _hangs_together(minutes: Minutes, point: Point) -> Iterator[tuple[Cell, Cell]]:
    """What a point answers, what it is about, and what in the plan came of it."""
    tell = minutes.tell
    if point.answers:
        known = addresses(minutes.plan)
        said = [_places(minutes, (known[each],), each) if each in known else (each,) for each in point.answers]
        yield (tell.say(_("Answers")),), lines(said)
    if point.about:
        yield (tell.say(_("About")),), lines(tell.thing(each) for each in point.about)
    if point.led_to:
        yield (tell.say(_("Led to")),), lines(tell.thing(each) for each in point.led_to)


def _places(minutes: Minutes, answers: Iterable[Answer], address: str = "") -> Cell:
    """Points of other meetings: their titles, and which meeting of which day."""
    tell = minutes.tell
    cells = []
    for each in answers:
        event = minutes.plan.events[each.event]
        title = tell.said(event.items[each.point].title).text
        where = f"{plain(day_of(tell, event))} {tell.said(event.title).text}"
        aside = f"{each.point + 1}, {address}" if address else str(each.point + 1)
        point = tell.say(_("point {number}"), number=aside)
        cells.append((f"{title} – {where}, {point}",))
    return lines(cells)
