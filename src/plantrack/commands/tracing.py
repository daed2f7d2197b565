"""Where the figures of a report stand: the lines of the files that the plan was read from, be it a folder or a revision."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from plantrack.commands.options import Session
from plantrack.facts import Facts
from plantrack.finding import Where
from plantrack.report.sources import Sources


def sources_of(session: Session, facts: Facts) -> Sources:
    """What a report may ask of the plan's files."""

    def lines(wanted: Collection[Where]) -> Mapping[Where, int]:
        places = session.places
        # File by file, so that each is read once.
        return {each: places.span(each).line for each in sorted(set(wanted), key=lambda each: each.file)}

    return Sources(facts, lines)
