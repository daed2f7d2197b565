"""Which answers are in doubt, because of what, and how to say that they still hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plantrack.facts.basis import Suspect, outdated
from plantrack.facts.judged import Moved
from plantrack.followup.standing import Given, Standings
from plantrack.mark import _
from plantrack.report.document import BREAK, Cell, Quiet, plain
from plantrack.report.teller import Teller, joined
from plantrack.views.labels import LABELS

Item = tuple[Cell, Cell]


def in_doubt(tell: Teller, standings: Standings, things: Iterable[str]) -> tuple[Item, ...]:
    """The answers behind the states of some things that are in doubt, as one item of facts; none where none is."""
    given = {each.submission: each for thing in things for each in _suspect(standings, thing)}
    if not given:
        return ()
    found = outdated(tell.plan, day=standings.day)
    lines = [_line(tell, each, found) for each in given.values() if each.submission in found]
    return (((tell.say(_("To be confirmed")),), joined(lines, BREAK)),) if lines else ()


def changes_in_words(tell: Teller, changes: Iterable[Moved]) -> str:
    """What was changed: each thing with the name of its field."""
    return tell.speech.list(dict.fromkeys(f"{each.thing} ({_field(tell, each.field)})" for each in changes))


def _field(tell: Teller, path: str) -> str:
    """What a field is called, and which of its values: targets.2016."""
    name, _dot, key = path.partition(".")
    label = tell.say(LABELS[name]).lower() if name in LABELS else name
    return f"{label} {key}".strip()


def _line(tell: Teller, given: Given, found: Mapping[str, Suspect]) -> Cell:
    suspect = found[given.submission]
    text = tell.say(
        _("{party} answered on {day}, before {decisions} changed {changes}."),
        party=plain(tell.party(given.organisation, short=True)),
        day=given.day,
        decisions=tell.speech.list(suspect.decisions),
        changes=changes_in_words(tell, suspect.changes),
    )
    sender = tell.plan.submissions[given.submission].by
    holds = tell.say(_("If it still holds:"))
    return text, " ", Quiet(f"{holds} plantrack record --confirm {given.submission} --by {sender}")


def _suspect(standings: Standings, thing: str) -> Iterator[Given]:
    for table in (standings.activities, standings.steps, standings.criteria, standings.goals):
        if thing in table:
            yield from (each for each in table[thing].answers if each.suspect and not each.replaced)
    measured = standings.indicators.get(thing)
    if measured and measured.suspect:
        given = [measured.latest.given] if measured.latest else []
        yield from (each for each in (*given, *measured.answers) if each.suspect)
