"""Votes on what to do: all of them, or one by itself with its options ranked, and what came of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plantrack.facts import Facts as PlanFacts
from plantrack.facts.ballots import Counted, Sum, counted, counted_areas, total
from plantrack.mark import _
from plantrack.model.ballot import Area, Ballot
from plantrack.model.reading import Reading
from plantrack.model.words import BALLOT_KINDS, CERTAINTIES
from plantrack.report.document import BREAK, Block, Cell, Column, Facts, Piece, Prose, Quiet, Row, Section, Table
from plantrack.report.teller import Teller, capital, lines
from plantrack.views.told import Place

LONGEST_BAR = 10
BAR = "\N{FULL BLOCK}"
NOTHING = Quiet("\N{EN DASH}")


class Asked(NamedTuple):
    """What is needed to tell of votes."""

    facts: PlanFacts
    tell: Teller
    place: Place


def listed(asked: Asked, ballots: Mapping[str, Ballot]) -> tuple[Section, ...]:
    """All votes, each with its sum."""
    tell = asked.tell
    if not ballots:
        return (Section("ballots", (tell.say(_("Votes cast")),), (Prose((tell.say(_("The plan holds no votes.")),)),)),)
    columns = (
        Column(tell.say(_("Vote")), "wide"),
        Column(tell.say(_("When")), "narrow"),
        Column(tell.say(_("Kind")), "middle"),
        Column(tell.say(_("Sum")), "middle"),
    )
    rows = tuple(_listed_row(tell, *each) for each in ballots.items())
    return (Section("ballots", (tell.say(_("Votes cast")),), (Table((), columns, rows),)),)


def _listed_row(tell: Teller, identifier: str, ballot: Ballot) -> Row:
    its = total(ballot)
    summed: Cell = (figure(tell, ballot, its.votes) if its.known else tell.missing,)
    if its.without:
        summed = (*summed, BREAK, Quiet(_without(tell, its)))
    named: list[Cell] = [(tell.said(ballot.title),), (Quiet(identifier),)]
    if ballot.event:
        named.append((Quiet(tell.say(_("at {event}"), event=ballot.event)),))
    kind = tell.word(BALLOT_KINDS, ballot.kind)
    return Row((lines(named), (tell.when(ballot.date),), (kind,), summed))


def alone(asked: Asked, identifier: str) -> tuple[Section, ...]:
    """One vote: its options ranked, its areas, and what came of it."""
    tell, ballot = asked.tell, asked.facts.plan.ballots[identifier]
    blocks: list[Block] = [Facts(tuple(_about(asked, identifier, ballot)))]
    if ballot.text:
        blocks.append(tell.text(ballot.text))
    ranked = counted(ballot)
    if ranked:
        blocks.append(_options(tell, ballot, ranked))
    sections = [Section(identifier, (f"{identifier} ", tell.said(ballot.title)), tuple(blocks))]
    if ballot.areas:
        sections.append(Section("areas", (tell.say(_("By area")),), (_areas(tell, ballot),)))
    if ranked:
        sections.append(Section("outcome", (tell.say(_("What came of it")),), outcome(tell, ballot)))
    return tuple(sections)


def _about(asked: Asked, identifier: str, ballot: Ballot) -> list[tuple[Cell, Cell]]:
    tell = asked.tell
    its = total(ballot)
    options = tell.speech.count(_("{n} option"), _("{n} options"), its.options)
    summed: Cell = (figure(tell, ballot, its.votes) if its.known else tell.missing, ", ", options)
    if its.without:
        summed = (*summed, BREAK, f"{_without(tell, its)} {tell.say(_('That is not the same as no votes.'))}")
    items: list[tuple[Cell, Cell]] = [
        ((tell.say(_("Sum")),), summed),
        ((tell.say(_("When")),), (tell.when(ballot.date),)),
        ((tell.say(_("Kind")),), (tell.word(BALLOT_KINDS, ballot.kind),)),
    ]
    if ballot.body:
        items.append(((tell.say(_("Who voted")),), tell.party(ballot.body)))
    if ballot.event:
        items.append(((tell.say(_("Event")),), event_of(tell, ballot)))
    place = asked.place(asked.facts.where("ballot", identifier))
    return [*items, ((tell.say(_("Stands in")),), (Quiet(place),))]


def event_of(tell: Teller, ballot: Ballot) -> Cell:
    """The event where a vote was held, by its title; by its id where the plan does not have it."""
    if not ballot.event:
        return ()
    event = tell.plan.events.get(ballot.event)
    return (tell.said(event.title), BREAK, Quiet(ballot.event)) if event else (ballot.event,)


def figure(tell: Teller, ballot: Ballot, number: int) -> str:
    """A number of what was counted, in the ballot's own unit."""
    unit = tell.said(ballot.unit).text if ballot.unit else tell.say(_("votes"))
    return f"{tell.speech.number(number)} {unit}"


def _without(tell: Teller, its: Sum) -> str:
    return tell.speech.count(_("{n} option has no figure."), _("{n} options have no figure."), its.without)


def _options(tell: Teller, ballot: Ballot, ranked: Sequence[Counted]) -> Table:
    columns = (
        Column(tell.say(_("Rank")), "narrow", numbers=True),
        Column(tell.say(_("Option")), "wide"),
        Column(capital(tell.said(ballot.unit).text) if ballot.unit else tell.say(_("Votes")), numbers=True),
        Column(tell.say(_("Of the largest")), "narrow"),
        Column(tell.say(_("Led to")), "narrow"),
    )
    rows = []
    for each in ranked:
        option: Cell = (tell.said(each.option.text),)
        if each.area:
            option = (*option, BREAK, Quiet(tell.said(each.area.title).text))
        bar: Cell = (_bar(each.share),) if each.share else (NOTHING,)
        led: Cell = lines((one,) for one in each.option.led_to) or (NOTHING,)
        rows.append(Row(((rank(tell, each),), option, votes(tell, each), bar, led)))
    return Table((tell.say(_("By votes; those with as many share a rank")),), columns, tuple(rows), head=1)


def rank(tell: Teller, each: Counted) -> str | Quiet:
    """The rank of an option; a dash where it has none."""
    return tell.speech.number(each.rank) if each.rank else NOTHING


def votes(tell: Teller, each: Counted, between: Piece = BREAK) -> Cell:
    """The votes of an option, with the parts where proposals were merged; or that there is no figure."""
    if each.votes is None:
        return (tell.absence(each.option.unstated.get("votes", "not_stated")),)
    number = tell.speech.number(each.votes.total)
    if len(each.votes.parts) == 1:
        return (number,)
    return (number, between, Quiet(f"= {' + '.join(map(tell.speech.number, each.votes.parts))}"))


def in_units(tell: Teller, ballot: Ballot, each: Counted) -> Cell:
    """The votes of an option in one line, with what was counted."""
    if each.votes is None:
        return votes(tell, each)
    _number, *parts = votes(tell, each, " ")
    return (figure(tell, ballot, each.votes.total), *parts)


def _bar(share: float) -> str:
    """A bar as long as its share; one that is anything at all is seen."""
    return BAR * max(1, round(share * LONGEST_BAR))


def _areas(tell: Teller, ballot: Ballot) -> Table:
    columns = (
        Column(tell.say(_("Rank")), "narrow", numbers=True),
        Column(tell.say(_("Area")), "wide"),
        Column(tell.say(_("Alternatives")), numbers=True),
        Column(tell.say(_("No figure")), numbers=True),
        Column(tell.say(_("For the area itself")), numbers=True),
        Column(tell.say(_("Sum")), numbers=True),
    )
    rows = [
        _sums(tell, _area(tell, area), its, area.votes.total if area.votes else 0, place)
        for area, its, place in counted_areas(ballot)
    ]
    as_such = sum(area.votes.total for area in ballot.areas if area.votes)
    last = _sums(tell, (tell.say(_("All")),), total(ballot), as_such, None)
    return _without_empty(Table((), columns, (*rows, last), head=1))


def _sums(tell: Teller, name: Cell, its: Sum, as_such: int, place: int | None) -> Row:
    """A row of the areas; without a ``place`` it is that of them all. Where no figure is known there is no sum."""
    numbers = (its.options, its.without, as_such)
    cells: list[Cell] = [((tell.speech.number(each) if each else NOTHING),) for each in numbers]
    summed: Cell = (tell.speech.number(its.votes) if its.known else tell.missing,)
    ranked: Cell = (tell.speech.number(place) if place else NOTHING,)
    return Row((ranked, name, *cells, summed), total=place is None)


def _without_empty(table: Table) -> Table:
    """The table without the columns that hold nothing at all."""
    kept = [n for n in range(len(table.columns)) if any(row.cells[n] != (NOTHING,) for row in table.rows)]
    rows = tuple(row._replace(cells=tuple(row.cells[n] for n in kept)) for row in table.rows)
    return table._replace(columns=tuple(table.columns[n] for n in kept), rows=rows, head=kept.index(table.head))


def _area(tell: Teller, area: Area) -> Cell:
    cell: Cell = (tell.said(area.title),)
    if area.merged_from:
        names = tell.speech.list([tell.said(each).text for each in area.merged_from])
        cell = (*cell, BREAK, Quiet(tell.say(_("merged from {names}"), names=names)))
    return cell


def outcome(tell: Teller, ballot: Ballot) -> tuple[Block, ...]:
    """What came of the options, and how many led to nothing that the files tell of."""
    ranked = counted(ballot)
    rows = tuple(_led(tell, each, thing) for each in ranked for thing in each.option.led_to)
    if not rows:
        return (Prose((tell.say(_("The plan tells of nothing that came of it.")),)),)
    none = sum(not each.option.led_to for each in ranked)
    columns = (Column(tell.say(_("Option")), "wide"), Column(tell.say(_("What came of it")), "wide"))
    table = Table((), columns, rows)
    text = tell.say(_("{n} of {whole} options led to nothing that the plan tells of."), n=none, whole=len(ranked))
    return (table, Prose((text,))) if none else (table,)


def _led(tell: Teller, each: Counted, thing: str) -> Row:
    notes = [noted(tell, note) for note in each.option.readings if note.field == "led_to"]
    return Row(((*before(tell, each), tell.said(each.option.text)), lines([tell.thing(thing), *notes])))


def before(tell: Teller, each: Counted) -> Cell:
    """The rank of an option as it stands before its words; nothing where it has none."""
    return (f"{tell.speech.number(each.rank)}. ",) if each.rank else ()


def noted(tell: Teller, note: Reading) -> Cell:
    """A note on a link in one line: how it was read, and how certain that is."""
    said = [tell.said(note.read_as).text] if note.read_as else []
    if note.certainty:
        said.append(tell.say(_("certainty: {word}"), word=tell.word(CERTAINTIES, note.certainty)))
    return (Quiet(", ".join(said)),) if said else ()
