"""The log as it is shown: the events that were asked for, the newest first, each with all that is known of it.

On a screen each event is a few lines beside its day; in a file, or where another program reads, a row of a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from plantrack.facts.happened import Span, dated, in_order, parties_of, span_of, things_of, with_all_of
from plantrack.mark import _
from plantrack.model.event import Event
from plantrack.model.words import EVENT_KINDS
from plantrack.plan import Plan
from plantrack.report.document import BREAK, Block, Cell, Column, Facts, Prose, Quiet, Row, Section, Table
from plantrack.report.event_words import came_of_it, moment, said_there, what, who
from plantrack.report.teller import Teller, capital, joined, lines


class Wish(NamedTuple):
    """Which events are asked for; all of them where nothing is said."""

    period: Span = Span()
    period_text: str = ""
    """As it was written; empty for all times."""
    kinds: tuple[str, ...] = ()
    about: str = ""
    organisation: str = ""
    planned: bool = False
    """Only what is planned and has not been held."""
    oldest_first: bool = False


class Chosen(NamedTuple):
    """The events that were asked for, by their ids, in the order they are shown."""

    sure: tuple[str, ...]
    perhaps: tuple[str, ...]
    """Those that may belong to the period, and whose day is not known well enough to say."""


def chosen(plan: Plan, wish: Wish) -> Chosen:
    """The events that fit all that was asked for."""
    ids = in_order(plan) if wish.oldest_first else in_order(plan)[::-1]
    things = with_all_of(plan, wish.about) if wish.about else frozenset()
    found = [each for each in ids if _fits(each, plan.events[each], wish, things)]
    in_time = {each: _in_period(plan, plan.events[each], wish.period) for each in found}
    sure = tuple(each for each in found if in_time[each])
    return Chosen(sure, tuple(each for each in found if in_time[each] is None))


def _fits(identifier: str, event: Event, wish: Wish, things: frozenset[str]) -> bool:
    if wish.kinds and event.kind not in wish.kinds:
        return False
    if wish.planned and event.state != "planned":
        return False
    if wish.organisation and wish.organisation not in parties_of(event) | {*event.about}:
        return False
    return not wish.about or identifier == wish.about or not things.isdisjoint(things_of(event))


def _in_period(plan: Plan, event: Event, period: Span) -> bool | None:
    """Whether an event lies in a period; None where it may, and its day is not known."""
    span = span_of(plan.calendar, event)
    if not period.meets(span):
        return False
    return True if dated(event) or period.holds(span) else None


def sections(tell: Teller, wish: Wish, found: Chosen, *, table: bool) -> tuple[Section, ...]:
    """The events that were found, under what was asked for."""
    blocks: list[Block] = []
    asked = _asked(tell, wish)
    if asked:
        blocks.append(Facts(tuple(asked)))
    if not found.sure:
        blocks.append(Prose((tell.say(_("Nothing in the log fits.") if asked else _("Nothing is in the log.")),)))
    else:
        blocks.append(_listed(tell, found.sure, table=table))
    parts = [Section("log", (tell.say(_("The log")),), tuple(blocks))]
    if found.perhaps:
        title = tell.say(_("May belong here: the day is not known"))
        parts.append(Section("perhaps", (title,), (_listed(tell, found.perhaps, table=table),)))
    return tuple(parts)


def _asked(tell: Teller, wish: Wish) -> list[tuple[Cell, Cell]]:
    """What was asked for, in words."""
    said: list[tuple[str, Cell]] = []
    if wish.period_text:
        said.append((_("Period"), (wish.period_text,)))
    if wish.kinds:
        said.append((_("Kind"), (tell.speech.list([tell.word(EVENT_KINDS, each) for each in wish.kinds]),)))
    if wish.about:
        said.append((_("About"), tell.thing(wish.about) if tell.title(wish.about) else tell.about(wish.about)))
    if wish.organisation:
        said.append((_("Organisation"), tell.party(wish.organisation)))
    if wish.planned:
        said.append((_("State"), (tell.say(_("planned")),)))
    return [((tell.say(name),), cell) for name, cell in said]


class Then:
    """Tells each event by the names that were valid when it was."""

    def __init__(self, tell: Teller) -> None:
        self.tell = tell
        self._tellers: dict[date, Teller] = {}

    def of(self, event: Event) -> Teller:
        """The teller of an event's last day; that of the day of judgement where it is not known, or lies ahead."""
        day = span_of(self.tell.plan.calendar, event).last
        if day >= self.tell.date:
            return self.tell
        if day not in self._tellers:
            self._tellers[day] = Teller(self.tell.plan, self.tell.speech, day)
        return self._tellers[day]


def _listed(tell: Teller, ids: tuple[str, ...], *, table: bool) -> Table | Facts:
    events, then = tell.plan.events, Then(tell)
    if not table:
        told = (lines(_told(then.of(events[each]), each, events[each])) for each in ids)
        return Facts(tuple((moment(tell, events[each]), cell) for each, cell in zip(ids, told, strict=True)))
    columns = (
        Column(tell.say(_("When")), "narrow"),
        Column(tell.say(_("What")), "wide"),
        Column(tell.say(_("Who")), "middle"),
        Column(tell.say(_("About, decided, to be done")), "wide"),
    )
    rows = tuple(_row(then.of(events[each]), each, events[each]) for each in ids)
    return Table((tell.say(_("What has happened")),), columns, rows, head=1)


def _row(tell: Teller, identifier: str, event: Event) -> Row:
    title: Cell = (*what(tell, event), BREAK, Quiet(identifier))
    rest = lines(_came(tell, event)) or (Quiet(tell.say(_("nothing noted"))),)
    return Row((moment(tell, event), title, who(tell, event), rest))


def _told(tell: Teller, identifier: str, event: Event) -> Iterator[Cell]:
    """The lines of one event."""
    yield what(tell, event)
    parties = who(tell, event)
    if parties != (tell.missing,):
        yield (f"{tell.say(_('Who'))}: ", *parties)
    yield from _came(tell, event)
    yield (Quiet(identifier),)


def _came(tell: Teller, event: Event) -> Iterator[Cell]:
    """What was decided and is to be done, what it is about, whose mandate it belongs to, and what there is to read of it."""
    yield from said_there(tell, event)
    for each in event.decisions:
        decision = tell.plan.decisions.get(each)
        if decision is not None:
            yield (f"{capital(tell.say(_('decision')))}: ", tell.said(decision.title), " ", Quiet(f"({each})"))
        else:
            yield tell.decision(each)
    yield from came_of_it(tell, event)
    about = list(dict.fromkeys((*event.about, *(each for point in event.items for each in point.about))))
    if about:
        yield (f"{tell.say(_('About'))}: ", *tell.links(about))
    if event.mandate:
        yield (f"{tell.say(_('Mandate'))}: ", *joined([(each,) for each in event.mandate]))
    if event.changes:
        yield (f"{tell.say(_('Changes'))}: ", *tell.links(event.changes))
    if event.evidence:
        yield (f"{tell.say(_('Evidence'))}: ", *joined([(tell.said(each),) for each in event.evidence]))
