"""Annex: the log, everything that happened up to the day of the report."""

from __future__ import annotations

from datetime import date

from plantrack.dates import When
from plantrack.locales import EN_DASH
from plantrack.mark import _
from plantrack.model.event import Event, Point
from plantrack.model.words import EVENT_KINDS, EVENT_STATES
from plantrack.plan import by_number
from plantrack.report.document import BREAK, Cell, Column, Prose, Quiet, Row, Section, Table, words
from plantrack.report.listed import listed
from plantrack.report.request import Request
from plantrack.report.teller import Teller, capital, joined, lines

LATEST = date.max


def write(request: Request, tell: Teller) -> Section | None:
    """The events in the order they came; nothing where there are none."""
    found = sorted(
        ((placed(request, each), identifier, each) for identifier, each in request.plan.events.items()),
        key=lambda item: (item[0], by_number(item[2].order or ""), item[1]),
    )
    shown = [(identifier, each) for day, identifier, each in found if day <= request.standings.day or day == LATEST]
    if not shown:
        return None
    rows = tuple(row(tell, each) for _identifier, each in shown)
    later = [identifier for _day, identifier, each in found if (identifier, each) not in shown]
    columns = (
        Column(tell.say(_("When")), "narrow"),
        Column(tell.say(_("What")), "wide"),
        Column(tell.say(_("Who")), "middle"),
        Column(tell.say(_("Decided, and to be done")), "wide"),
    )
    blocks = [Table((tell.say(_("What has happened, in order")),), columns, rows, head=1)]
    note = tell.speech.count(
        _("One event after the day of the report is not shown."),
        _("{n} events after the day of the report are not shown."),
        len(later),
    )
    traced = listed(tell, _("events after the day of the report"), later)
    return Section(
        "log", (tell.say(_("Annex: the log")),), (*blocks, *([Prose((note, *traced))] if later else [])), new_page=True
    )


def placed(request: Request, event: Event) -> date:
    """The day that an event is put in order by. One whose day is not known goes by what it came before or after."""
    calendar = request.plan.calendar
    for when in (event.date, event.between, event.before, event.after):
        if when and (when.start or when.end):
            point = when.start or when.end
            assert point is not None
            return calendar.first(point)
    return LATEST


def row(tell: Teller, event: Event) -> Row:
    """One event."""
    aside = tell.word(EVENT_KINDS, event.kind)
    if event.state and event.state != "held":
        aside = f"{aside}, {tell.word(EVENT_STATES, event.state)}"
    what: Cell = (tell.said(event.title), " ", Quiet(f"({aside})"))
    if event.text:
        what = (*what, BREAK, *tell.told(event.text))
    for point in event.items:
        if not point.decision and not point.action:
            what = (*what, BREAK, "\N{EN DASH} ", *topic(tell, point))
    return Row((moment(tell, event), what, who(tell, event), outcome(tell, event)))


def topic(tell: Teller, point: Point) -> Cell:
    """One point of a meeting that led to no decision."""
    cell: Cell = (tell.said(point.title),)
    if point.postponed_to:
        cell = (*cell, " ", Quiet(tell.say(_("(put off to {time})"), time=tell.said(point.postponed_to).text)))
    return cell


def moment(tell: Teller, event: Event) -> Cell:
    """When it was, as exact as it is known."""
    if event.date:
        cell: Cell = (span(tell, event.date),)
        return (*cell, " ", event.time.replace("-", EN_DASH)) if event.time else cell
    if event.between and event.between.start and event.between.end:
        start, end = tell.point(event.between.start), tell.point(event.between.end)
        return (tell.say(_("between {start} and {end}"), start=start, end=end),)
    bounds = ((_("before {time}"), event.before), (_("after {time}"), event.after))
    said = [tell.say(sentence, time=span(tell, when)) for sentence, when in bounds if when]
    return (tell.speech.list(said),) if said else (Quiet(tell.say(_("date not known"))),)


def span(tell: Teller, when: When) -> str:
    """A time in the log."""
    return words(tell.when(when))


def who(tell: Teller, event: Event) -> Cell:
    """Whose meeting it was, and who took part: functions and organisations, never persons."""
    cells: list[Cell] = [tell.party(event.body, short=True)] if event.body else []
    parties = dict.fromkeys((*event.participants, *event.present))
    cells += [tell.party(each, short=True) for each in parties if each != event.body]
    return joined(cells) or (tell.missing,)


def outcome(tell: Teller, event: Event) -> Cell:
    """What was decided, what is to be done by whom, and what in the plan came of it."""
    cells: list[Cell] = []
    for point in event.items:
        if point.decision:
            cells.append((capital(tell.say(_("decision"))), ": ", tell.said(point.decision.text)))
        for action in point.action:
            doer = joined([doing(tell, each) for each in action.who])
            cell: Cell = (tell.say(_("To do")), ": ", tell.said(action.text))
            cells.append((*cell, " (", *doer, ")") if doer else cell)
    cells += [tell.decision(each) for each in event.decisions]
    led = list(dict.fromkeys((*event.led_to, *(thing for point in event.items for thing in point.led_to))))
    if led:
        cells.append((tell.say(_("Led to")), " ", *tell.links(led)))
    return lines(cells) or (Quiet(tell.say(_("nothing noted"))),)


def doing(tell: Teller, who: str) -> Cell:
    """Who is to do something: an organisation by name, or a function in words."""
    return tell.party(who, short=True) if who in tell.plan.organisations else (tell.said(who),)
