"""What things have cost, as the answers up to this round tell it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from plantrack.model.progress import Actual
from plantrack.report.request import Request


def actuals(request: Request) -> Mapping[str, list[tuple[Actual, str]]]:
    """Activity -> what it has cost by its own answers, each with who reported it; not by what an evaluator says."""
    found: dict[str, list[tuple[Actual, str]]] = {}
    rounds = {request.standings.round, *(each.round for each in request.earlier)}
    own = [each for each in request.plan.submissions.values() if each.role != "evaluator"]
    replaced = {each for submission in own for each in submission.replaces}
    for identifier, submission in sorted(
        request.plan.submissions.items(), key=lambda item: (item[1].date or date.min, item[0])
    ):
        if submission.role == "evaluator":
            continue
        if identifier not in replaced and submission.date and submission.round in rounds:
            for thing, answer in submission.answers.items():
                found.setdefault(thing, []).extend((cost, submission.by) for cost in answer.cost)
    return {thing: costs for thing, costs in found.items() if costs}
