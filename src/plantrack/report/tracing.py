"""Makes the figures of a report traceable: an annex that its references lead to, and the same by name for other tools."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from plantrack.plan import Plan
from plantrack.report.document import Section
from plantrack.report.grounds.finding import ground_of
from plantrack.report.grounds.ground import Search
from plantrack.report.grounds.sums import members
from plantrack.report.references import Figure, References, tables
from plantrack.report.request import Request
from plantrack.report.sections import sources as annex
from plantrack.report.sources import Sources
from plantrack.report.teller import Teller

PLURALS = {
    "goal": "goals",
    "activity": "activities",
    "step": "steps",
    "criterion": "criteria",
    "indicator": "indicators",
}
"""Kind of thing -> what its figures are called in ``figures.py``."""
NAMES = {
    "goal": ("fulfilment", "forecast"),
    "activity": ("status", "schedule"),
    "step": ("status", "schedule"),
    "criterion": ("fulfilment", "forecast"),
    "indicator": ("value", "outcome", "trend", "baseline", "targets"),
}
COUNTS = {
    "total": "total",
    "theme": "themes.{id}",
    "goal_counts": "goals.{id}.activities",
    "organisation": "organisations.{id}",
}


def traced(
    request: Request, whole: Plan, sources: Sources, sections: tuple[Section, ...], references: References
) -> tuple[Section, ...]:
    """The sections with numbers for their references, and the annex that the numbers lead to."""
    numbered, numbers = references.numbered(sections)
    tell = Teller(whole, request.speech, request.standings.day)  # one that gives no references
    written = annex.write(request, tell, sources, numbers)
    return (*numbered, written) if written else numbered


def by_name(request: Request, sources: Sources) -> Mapping[str, Any]:
    """For other tools: figure -> the files and lines it rests on, and count -> what is counted in it."""
    search = Search(request, Teller(request.plan, request.speech, request.standings.day), sources.facts)
    places = {name: ground_of(search, figure).places for name, figure in _figures(request)}
    lines = sources.lines([place for each in places.values() for place in each])
    return {
        "sources": {name: [annex.shown(place, lines) for place in each] for name, each in places.items()},
        "sums": dict(_sums(request, search)),
    }


def _figures(request: Request) -> Iterator[tuple[str, Figure]]:
    for kind, table in tables(request.standings).items():
        for identifier in table if kind in PLURALS else ():
            for name in NAMES[kind]:
                yield f"{PLURALS[kind]}.{identifier}.{name}", Figure(kind, identifier, request.standings.round, name)


def _sums(request: Request, search: Search) -> Iterator[tuple[str, list[str]]]:
    for kind, table in tables(request.standings).items():
        for identifier in table if kind in COUNTS else ():
            for axis in ("status", "schedule"):
                found = members(search, Figure(kind, identifier, request.standings.round, axis))
                for state, ids in found.items():
                    yield f"{COUNTS[kind].format(id=identifier)}.{axis}.{state}", ids
