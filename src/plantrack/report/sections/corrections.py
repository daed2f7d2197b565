"""Annex: corrections to the source, wherever whoever wrote the plan as files had to read it in some way."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from plantrack.kinds import Kind
from plantrack.mark import _
from plantrack.model.reading import Reading
from plantrack.model.words import CERTAINTIES, READING_KINDS
from plantrack.plan import by_number
from plantrack.record import Keyed, Many, Of, Record
from plantrack.report.document import Cell, Column, Prose, Quiet, Row, Section, Table
from plantrack.report.field_words import FIELD_WORDS
from plantrack.report.listed import listed
from plantrack.report.request import Request
from plantrack.report.teller import Teller


def write(request: Request, tell: Teller) -> Section | None:
    """Every note on how the source was read; nothing where there are none."""
    part = request.part
    found = [(thing, reading) for thing, reading in readings(request) if part is None or part.concerns(thing)]
    rows = tuple(row(tell, thing, reading) for thing, reading in found)
    if not rows:
        return None
    columns = (
        Column(tell.say(_("About")), "middle"),
        Column(tell.say(_("Kind")), "middle"),
        Column(tell.say(_("What the source has")), "wide"),
        Column(tell.say(_("Read as")), "wide"),
        Column(tell.say(_("Certainty")), "narrow"),
    )
    of_plan = _(
        "The source of the plan could be read in more ways than one in {n} places, or was wrong. Nothing has been corrected in silence."
    )
    of_part = _(
        "Where the source could be read in more ways than one, or was wrong. Nothing has been corrected in silence."
    )
    sentence = tell.say(of_part if part else of_plan, n=len(rows))
    traced = listed(tell, _("readings of the source"), (thing or request.plan.header.id for thing, _reading in found))
    table = Table((tell.say(_("How the source was read")),), columns, rows)
    return Section(
        "corrections",
        (tell.say(_("Annex: corrections to the source")),),
        (Prose((sentence, *traced)), table),
        new_page=True,
    )


def row(tell: Teller, thing: str, reading: Reading) -> Row:
    """One note."""
    about = what(tell, thing)
    if reading.field:
        word = tell.say(FIELD_WORDS[reading.field]) if reading.field in FIELD_WORDS else reading.field
        about = (*about, ", ", word)
    source: Cell = (tell.said(reading.source),)
    if reading.document:
        source = (*source, " ", Quiet(f"({reading.document})"))
    certainty: Cell = (tell.word(CERTAINTIES, reading.certainty),) if reading.certainty else (tell.missing,)
    kind = tell.word(READING_KINDS, reading.kind)
    return Row((about, (kind,), source, (tell.said_or_missing(reading.read_as),), certainty))


def what(tell: Teller, thing: str) -> Cell:
    """What a note is about: a thing of the plan by its number, an organisation or an event by its name."""
    plan = tell.plan
    if not thing:
        return (Quiet(tell.say(_("the whole plan"))),)
    if thing in plan.organisations:
        return tell.party(thing)
    for table in (plan.events, plan.decisions, plan.ballots):
        if thing in table:
            return (tell.said(table[thing].title),)
    return tell.links(thing.split(", "))


def readings(request: Request) -> Iterator[tuple[str, Reading]]:
    """Every note in the plan with the id of what it is about, in a settled order."""
    plan = request.plan
    yield from inside("", plan.header)
    tables: tuple[Any, ...] = (
        plan.agreements,
        plan.organisations,
        plan.terms,
        plan.themes,
        plan.goals,
        plan.decisions,
        plan.events,
        plan.ballots,
        plan.rounds,
        plan.submissions,
    )
    for table in tables:
        for identifier in sorted(table, key=by_number):
            yield from inside(identifier, table[identifier])


def inside(thing: str, record: Record) -> Iterator[tuple[str, Reading]]:
    """The notes of a record, and of the records in it."""
    stated = record.__dict__
    for attribute, name in noting(type(record)):  # type: ignore[arg-type]
        if name == "readings":
            yield from ((thing, reading) for reading in stated.get(attribute, ()))
        elif attribute in stated:
            yield from spread(thing, stated[attribute])


def spread(thing: str, value: Any) -> Iterator[tuple[str, Reading]]:
    """The notes of a value that holds records, one or many; what stands under an id is about that id."""
    if isinstance(value, Record):
        yield from inside(thing, value)
    elif isinstance(value, tuple):
        for each in value:
            yield from inside(", ".join(each.__dict__.get("for_", ())) or thing, each)
    else:
        for key, each in value.items():
            for record in (each,) if isinstance(each, Record) else each.values():
                yield from inside(str(key), record)


@cache
def noting(cls: type[Record]) -> tuple[tuple[str, str], ...]:
    """The fields of a record that hold notes, near or further in: attribute and name."""
    return tuple((cls.ATTRIBUTES[name], name) for name, field in cls.FIELDS.items() if notes(field.kind))


def notes(kind: Kind[Any]) -> bool:
    """Whether values of a kind may hold notes."""
    while isinstance(kind, Many | Keyed):
        kind = kind.kind
    return isinstance(kind, Of) and (kind.cls is Reading or bool(noting(kind.cls)))  # type: ignore[arg-type]
