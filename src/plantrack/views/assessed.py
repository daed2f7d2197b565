"""The independent assessment in the terminal: a table beside a part of the plan, a line beside one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plantrack.followup.assessed import Assessed, assessments
from plantrack.followup.standing import Standings
from plantrack.mark import _
from plantrack.report import assessed_words as words
from plantrack.report.document import Cell, Row, Section, Table
from plantrack.report.teller import Teller


def beside(tell: Teller, standings: Standings, things: Iterable[str]) -> tuple[Section, ...]:
    """A section with what evaluators say of some things; nothing where they say nothing of them."""
    rows = assessments(tell.plan, standings).of(things)
    if not rows:
        return ()
    several = words.several(rows)
    made: tuple[Row, ...] = tuple(words.row(tell, standings, (each.thing,), each, several=several) for each in rows)
    by = tell.parties(dict.fromkeys(each.given.organisation for each in rows), short=True)
    title: Cell = (tell.say(_("Independent assessment")), " (", *by, ")")
    return (Section("assessed", title, (Table((), words.columns(tell, short=True), made),)),)


def of_thing(tell: Teller, standings: Standings, thing: str) -> Iterator[tuple[Cell, Cell]]:
    """What evaluators say of one thing, beside how it stands."""
    rows: tuple[Assessed, ...] = assessments(tell.plan, standings).of((thing,))
    if rows:
        yield (tell.say(_("The evaluator")),), words.beside(tell, rows)
