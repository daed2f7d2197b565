"""Where one organisation's own answer stands."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.followup.standing import Given
from plantrack.mark import _
from plantrack.report.document import plain
from plantrack.report.grounds.ground import Ground, Search, once
from plantrack.report.references import BETWEEN, Figure
from plantrack.report.sections.organisation_answers import answer_of


def answer(search: Search, figure: Figure) -> Ground:
    """What it answered, and on which day."""
    tell = search.tell
    thing, submission, organisation = figure.id.split(BETWEEN)
    given = next(
        each for each in _heard(search, thing) if (each.submission, each.organisation) == (submission, organisation)
    )
    by = tell.say(_("Given by {organisation} on {day}."), organisation=plain(tell.party(organisation)), day=given.day)
    places = search.answer(given, "status", "fulfilment", "forecast", "value", "values", "numerator")
    return Ground(answer_of(search.request, tell, given), by, once(places))


def _heard(search: Search, thing: str) -> Iterator[Given]:
    """Every answer about a thing, of every round."""
    for standings in search.standings.values():
        for table in (standings.activities, standings.steps, standings.criteria, standings.goals, standings.indicators):
            if thing in table:
                yield from table[thing].answers
        yield from standings.assessed.get(thing, ())
