"""Annex: corrections to the source, wherever whoever wrote the plan as files had to read it in some way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plantrack.mark import _
from plantrack.model.reading import Reading
from plantrack.model.words import CERTAINTIES, READING_KINDS
from plantrack.plan import by_number
from plantrack.record import Record
from plantrack.report.document import Cell, Column, Prose, Quiet, Row, Section, Table
from plantrack.report.request import Request
from plantrack.report.sections.changes import FIELD_WORDS
from plantrack.report.teller import Teller


def write(request: Request, tell: Teller) -> Section | None:
    """Every note on how the source was read; nothing where there are none."""
    rows = tuple(row(tell, thing, reading) for thing, reading in readings(request))
    if not rows:
        return None
    columns = (
        Column(tell.say(_("About")), "middle"),
        Column(tell.say(_("Kind")), "middle"),
        Column(tell.say(_("What the source has")), "wide"),
        Column(tell.say(_("Read as")), "wide"),
        Column(tell.say(_("Certainty")), "narrow"),
    )
    sentence = tell.say(
        _(
            "The source of the plan could be read in more ways than one in {n} places, or was wrong. Nothing has been corrected in silence."
        ),
        n=len(rows),
    )
    table = Table((tell.say(_("How the source was read")),), columns, rows)
    return Section(
        "corrections", (tell.say(_("Annex: corrections to the source")),), (Prose((sentence,)), table), new_page=True
    )


def row(tell: Teller, thing: str, reading: Reading) -> Row:
    """One note."""
    about: Cell = (tell.link(thing),) if thing else (Quiet(tell.say(_("the whole plan"))),)
    if reading.field:
        word = tell.say(FIELD_WORDS[reading.field]) if reading.field in FIELD_WORDS else reading.field
        about = (*about, ", ", word)
    source: Cell = (tell.said(reading.source),)
    if reading.document:
        source = (*source, " ", Quiet(f"({reading.document})"))
    certainty: Cell = (tell.say(CERTAINTIES[reading.certainty]),) if reading.certainty else (tell.missing,)
    kind = tell.say(READING_KINDS[reading.kind])
    return Row((about, (kind,), source, (tell.said_or_missing(reading.read_as),), certainty))


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
    for attribute, value in record.__dict__.items():
        if attribute == "readings":
            yield from ((thing, reading) for reading in value)
        elif isinstance(value, Record):
            yield from inside(thing, value)
        elif isinstance(value, tuple):
            for each in value:
                if isinstance(each, Record):
                    yield from inside(", ".join(each.__dict__.get("for_", ())) or thing, each)
        elif attribute not in ("unstated",) and hasattr(value, "items"):
            for key, each in value.items():
                if isinstance(each, Record):
                    yield from inside(str(key), each)
