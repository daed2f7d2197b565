"""What a count of things rests on: each of them by name, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plantrack.finding import Finding, Where
from plantrack.mark import _
from plantrack.plan import Plan
from plantrack.report.document import Cell
from plantrack.report.grounds.ground import Ground, Search, once
from plantrack.report.references import BETWEEN, Figure
from plantrack.report.teller import Teller, joined, lines

BLANK = " "
"""Between the ids of a list."""


def listing(search: Search, figure: Figure) -> Ground:
    """The things that are counted, and the others of the whole that they are some of."""
    tell = search.tell
    _what, ids, others = (part.split(BLANK) if part else [] for part in figure.id.split(BETWEEN))
    rows: list[Cell] = [(f"{len(ids)}: ", *_names(tell, ids)) if ids else ("0",)]
    if others:
        rows.append((tell.say(_("the others")), f" {len(others)}: ", *_names(tell, others)))
    return Ground(lines(rows), "", once(place for each in ids for place in _places(search, each, figure.round)))


def _names(tell: Teller, ids: Iterable[str]) -> Cell:
    return joined(_name(tell, each) for each in ids)


def _name(tell: Teller, identifier: str) -> Cell:
    if identifier in tell.plan.organisations:
        return tell.party(identifier, short=True)
    return tell.decision(identifier) if identifier in tell.plan.decisions else (tell.link(identifier),)


def _places(search: Search, identifier: str, round_id: str) -> Iterator[Where]:
    """Where a thing stands; of an organisation that has answered in the round, its answers."""
    answers = search.submissions_of(identifier, round_id) if round_id else []
    if answers:
        yield from (search.facts.where("submission", each) for each in answers)
        return
    kind = next((kind for kind, table in _tables(search.plan) if identifier in table), "")
    if kind:
        yield search.facts.where(kind, identifier)


def _tables(plan: Plan) -> Iterator[tuple[str, Mapping[str, object]]]:
    """What may be counted, by its kind."""
    yield from {
        "theme": plan.themes,
        "goal": plan.goals,
        "activity": plan.activities,
        "step": plan.steps,
        "criterion": plan.criteria,
        "indicator": plan.indicators,
        "organisation": plan.organisations,
        "decision": plan.decisions,
        "event": plan.events,
    }.items()


def findings(search: Search) -> Ground:
    """What the checks have found, rule by rule, each with its place."""
    found: dict[str, list[Finding]] = {}
    for each in search.request.checked.findings:
        found.setdefault(each.rule.code, []).append(each)
    rows: list[Cell] = [(f"{code}: {len(found[code])}",) for code in sorted(found)]
    return Ground(lines(rows), "", once(each.where for code in sorted(found) for each in found[code]))
