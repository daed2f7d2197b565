"""How an event is said: when it was, what it was, who had part in it, and what came of it. Functions, never persons."""

from __future__ import annotations

from plantrack.dates import When
from plantrack.locales import EN_DASH
from plantrack.mark import _
from plantrack.model.event import Event, Point
from plantrack.model.words import EVENT_KINDS, EVENT_STATES
from plantrack.report.document import BREAK, Cell, Quiet, words
from plantrack.report.teller import Teller, capital, joined


def moment(tell: Teller, event: Event) -> Cell:
    """When it was, as exact as it is known."""
    cell = day_of(tell, event)
    return (*cell, " ", clock(event.time)) if event.date and event.time else cell


def day_of(tell: Teller, event: Event) -> Cell:
    """The same without the time of the day."""
    if event.date:
        return (span(tell, event.date),)
    if event.between and event.between.start and event.between.end:
        start, end = tell.point(event.between.start), tell.point(event.between.end)
        return (tell.say(_("between {start} and {end}"), start=start, end=end),)
    bounds = ((_("before {time}"), event.before), (_("after {time}"), event.after))
    said = [tell.say(sentence, time=span(tell, when)) for sentence, when in bounds if when]
    return (tell.speech.list(said),) if said else (Quiet(tell.say(_("date not known"))),)


def span(tell: Teller, when: When) -> str:
    """A time in the log."""
    return words(tell.when(when))


def clock(time: str) -> str:
    """A time of the day, or from when to when."""
    return time.replace("-", EN_DASH)


def what(tell: Teller, event: Event) -> Cell:
    """What it was, its kind, and the points of it that led to no decision."""
    cell: Cell = (tell.said(event.title), " ", Quiet(f"({sort(tell, event)})"))
    if event.text:
        cell = (*cell, BREAK, *tell.told(event.text))
    for point in event.items:
        if not point.decision and not point.action:
            cell = (*cell, BREAK, "\N{EN DASH} ", *topic(tell, point))
    return cell


def sort(tell: Teller, event: Event) -> str:
    """Its kind, and that it is only planned, or was cancelled."""
    kind = tell.word(EVENT_KINDS, event.kind)
    if event.state and event.state != "held":
        return f"{kind}, {tell.word(EVENT_STATES, event.state)}"
    return kind


def topic(tell: Teller, point: Point) -> Cell:
    """One point of a meeting that led to no decision."""
    cell: Cell = (tell.said(point.title),)
    if point.postponed_to:
        cell = (*cell, " ", Quiet(tell.say(_("(put off to {time})"), time=tell.said(point.postponed_to).text)))
    return cell


def who(tell: Teller, event: Event) -> Cell:
    """Whose meeting it was, and who took part: functions and organisations, never persons."""
    cells: list[Cell] = [tell.party(event.body, short=True)] if event.body else []
    parties = dict.fromkeys((*event.participants, *event.present))
    cells += [tell.party(each, short=True) for each in parties if each != event.body]
    return joined(cells) or (tell.missing,)


def outcomes(tell: Teller, event: Event) -> list[Cell]:
    """What was decided, what is to be done by whom, and what in the plan came of it."""
    return [*said_there(tell, event), *(tell.decision(each) for each in event.decisions), *came_of_it(tell, event)]


def said_there(tell: Teller, event: Event) -> list[Cell]:
    """What the points of a meeting decided, and what is to be done by whom."""
    cells: list[Cell] = []
    for point in event.items:
        if point.decision:
            cells.append((capital(tell.say(_("decision"))), ": ", tell.said(point.decision.text)))
        for action in point.action:
            doer = joined([doing(tell, each) for each in action.who])
            cell: Cell = (tell.say(_("To do")), ": ", tell.said(action.text))
            cells.append((*cell, " (", *doer, ")") if doer else cell)
    return cells


def came_of_it(tell: Teller, event: Event) -> list[Cell]:
    """What in the plan an event led to."""
    led = list(dict.fromkeys((*event.led_to, *(thing for point in event.items for thing in point.led_to))))
    return [(tell.say(_("Led to")), " ", *tell.links(led))] if led else []


def doing(tell: Teller, who: str) -> Cell:
    """Who is to do something: an organisation by name, or a function in words."""
    return tell.party(who, short=True) if who in tell.plan.organisations else (tell.said(who),)
