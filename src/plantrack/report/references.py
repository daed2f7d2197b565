"""References from the figures of a report to what they rest on: small numbers that lead to an annex.

A section does not know of them. Where it writes a state, a value or a count it asks the ``Teller`` for the reference,
which is empty unless sources were asked for. The numbers are given last, in the order of the plan, to those that the
report shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from plantrack.followup.standing import Given, Standings
from plantrack.report.document import Cell, Link
from plantrack.report.listed import Listed
from plantrack.report.request import Request

T = TypeVar("T")
KINDS = (
    "goal", "activity", "step", "answer", "criterion", "indicator", "cost", "bearer", "bearers", "total", "theme", "goal_counts",
    "organisation", "asked", "listed", "findings",
)  # fmt: skip
"""What figures are about, in the order of the annex. From the costs on they are sums and counts."""
NAMES = (
    "fulfilment", "forecast", "status", "schedule", "baseline", "targets", "measured", "value", "outcome", "trend",
    "planned", "actual", "amount", "answers", "given", "listed", "findings",
)  # fmt: skip
BETWEEN = "|"
"""Between the parts of an id that has several."""
WAITING = "source:"
"""Begins the target of a reference that has no number yet."""


class Figure(NamedTuple):
    """One figure of a report: what kind of thing it is about, which, in which round, and which of its figures."""

    kind: str
    id: str
    round: str
    name: str


class References:
    """Knows each standing, count and indicator that a report is made from, and hands out references to it."""

    def __init__(self, request: Request) -> None:
        self._request = request
        """Kept, so that what is known by its identity stays what it is."""
        self._about: dict[int, tuple[str, str, str]] = {}
        self._place: dict[tuple[str, str], int] = {}
        self._rounds = {each.round: n for n, each in enumerate((request.standings, *request.earlier))}
        self._waiting: dict[str, Figure] = {}
        self._asked: dict[Figure, int] = {}
        """Each figure with how many were asked for before it."""
        for standings in (request.standings, *request.earlier):
            for kind, table in tables(standings).items():
                for identifier, each in table.items():
                    # By what it is, and not by what it says: one thing may stand alike in several rounds.
                    self._about[id(each)] = kind, identifier, standings.round
                    self._place.setdefault((kind, identifier), len(self._place))
        for identifier, indicator in request.plan.indicators.items():
            self._about[id(indicator)] = "indicator", identifier, ""

    def __call__(self, about: object, name: str) -> Cell:
        """The reference to a figure; empty for what is not known. ``about`` may also be a kind and an id."""
        found: tuple[str, ...] | None
        if isinstance(about, Given):
            found = "answer", BETWEEN.join((about.thing, about.submission, about.organisation)), about.round
        elif isinstance(about, Listed):
            found = "listed", BETWEEN.join((about.what, " ".join(about.ids), " ".join(about.others))), about.round
        else:
            found = about if type(about) is tuple else self._about.get(id(about))
        if not found:
            return ()
        kind, identifier, *in_round = found
        figure = Figure(kind, identifier, in_round[0] if in_round else "", name)
        target = WAITING + ":".join(figure)
        self._waiting[target] = figure
        self._asked.setdefault(figure, len(self._asked))
        return " ", Link("", target)

    def order(self, figure: Figure) -> tuple[Any, ...]:
        """Where a figure stands in the annex: by kind, by the plan's order, the newest round first; a list as the report comes to it."""
        last = len(self._place)
        place = self._place.get((figure.kind, figure.id), last)
        if figure.kind == "answer":
            thing = figure.id.partition(BETWEEN)[0]
            place = min(self._place.get((kind, thing), last) for kind in KINDS)
        if figure.kind == "listed":
            place = self._asked[figure]
        in_round = self._rounds.get(figure.round, -1)
        return KINDS.index(figure.kind), place, figure.id, in_round, NAMES.index(figure.name)

    def numbered(self, sections: T) -> tuple[T, Mapping[Figure, int]]:
        """What was written with its references numbered, and the number of each figure."""
        shown = {self._waiting[target] for target in _targets(sections)}
        numbers = {figure: n for n, figure in enumerate(sorted(shown, key=self.order), 1)}
        links = {target: link(numbers[figure]) for target, figure in self._waiting.items() if figure in numbers}
        return _replaced(sections, links), numbers


def tables(standings: Standings) -> Mapping[str, Mapping[str, object]]:
    """Everything of a round that figures are about, by kind and id."""
    return {
        "goal": standings.goals,
        "activity": standings.activities,
        "step": standings.steps,
        "criterion": standings.criteria,
        "indicator": standings.indicators,
        "total": {"": standings.total},
        "theme": standings.by_theme,
        "goal_counts": standings.by_goal,
        "organisation": standings.by_organisation,
    }


def link(number: int) -> Link:
    """A reference as it is read."""
    return Link(f"[{number}]", anchor(number))


def anchor(number: int) -> str:
    """The anchor of a row in the annex."""
    return f"source-{number}"


def _targets(value: Any) -> Iterator[str]:
    """The targets of all references without a number, wherever they stand."""
    if isinstance(value, Link):
        if value.target.startswith(WAITING):
            yield value.target
    elif isinstance(value, tuple):
        for each in value:
            yield from _targets(each)


def _replaced(value: Any, links: Mapping[str, Link]) -> Any:
    """The same with the numbers put in; what has no reference in it stays the same object."""
    if isinstance(value, Link):
        return links.get(value.target, value)
    if not isinstance(value, tuple):
        return value
    parts = [_replaced(each, links) for each in value]
    if all(new is old for new, old in zip(parts, value, strict=True)):
        return value
    return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
