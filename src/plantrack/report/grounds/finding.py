"""Finds what a figure rests on, whatever it is about."""

from __future__ import annotations

from plantrack.report.grounds import given, judged, listing, measures, sums, work
from plantrack.report.grounds.ground import Ground, Search
from plantrack.report.references import BETWEEN, Figure


def ground_of(search: Search, figure: Figure) -> Ground:
    """What a figure rests on."""
    match figure.kind:
        case "goal" | "criterion":
            return _judged(search, figure)
        case "activity" | "step":
            return _work(search, figure)
        case "answer":
            return given.answer(search, figure)
        case "indicator":
            return _measured(search, figure)
        case "cost":
            return sums.cost(search, figure.id, figure.name)
        case "bearer":
            party, _between, currency = figure.id.partition(BETWEEN)
            return sums.borne(search, party, currency)
        case "bearers":
            return sums.all_borne(search, figure.id)
        case "asked":
            return sums.asked(search, figure.id)
        case "listed":
            return listing.listing(search, figure)
        case "findings":
            return listing.findings(search)
        case _:
            return sums.counted(search, figure)


def _judged(search: Search, figure: Figure) -> Ground:
    standings = search.of_round(figure.round)
    table = standings.goals if figure.kind == "goal" else standings.criteria
    return judged.judgement(search, figure.kind, figure.name, table[figure.id], figure.round)


def _work(search: Search, figure: Figure) -> Ground:
    standings = search.of_round(figure.round)
    standing = (standings.activities if figure.kind == "activity" else standings.steps)[figure.id]
    if figure.name == "status":
        return work.status(search, standing, figure.round)
    return work.schedule(search, standing)


def _measured(search: Search, figure: Figure) -> Ground:
    if figure.name in ("baseline", "targets"):
        return measures.stated(search, figure.id, figure.name)
    standing = search.of_round(figure.round).indicators[figure.id]
    match figure.name:
        case "value":
            return measures.value(search, standing)
        case "measured":
            return measures.measured(search, standing, figure.round)
        case "outcome":
            return measures.outcome(search, standing)
        case _:
            return measures.trend(search, standing)
