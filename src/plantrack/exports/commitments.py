"""Commitments and what answers them as data for other tools. ``format`` is the version of its shape."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from plantrack import __version__
from plantrack.facts.coverage import Coverage
from plantrack.followup import rollup
from plantrack.followup.standing import Standings
from plantrack.kinds import Text

FORMAT_VERSION = 1


def as_json(coverage: Coverage, standings: Standings, commitments: Iterable[str]) -> str:
    """The commitments that were asked for, and the same seen from goals, themes and principles."""
    from json import dumps

    plan = coverage.plan
    shape = {
        "format": FORMAT_VERSION,
        "tool": f"plantrack {__version__}",
        "plan": plan.header.id,
        "day": standings.day.isoformat(),
        "round": standings.round,
        "agreements": [
            {"id": i, "title": _text(each.title), "every": each.every, "valid": each.valid.edtf if each.valid else None}
            for i, each in plan.agreements.items()
        ],
        "commitments": [_commitment(coverage, standings, each) for each in commitments],
        "unanswered": list(coverage.unanswered),
        "goals": [_goal(coverage, each) for each in plan.goals],
        "goals_without": list(coverage.silent),
        "across": {
            each: {theme: list(coverage.naming(each, theme)) for theme in plan.themes} for each in coverage.across
        },
        "principles": {principle: list(ids) for principle, ids in coverage.principles()},
    }
    return dumps(shape, ensure_ascii=False, indent=1) + "\n"


def _commitment(coverage: Coverage, standings: Standings, identifier: str) -> dict[str, Any]:
    commitment, found = coverage.commitment(identifier), coverage.answers[identifier]
    activities = [each for each in coverage.activities(identifier) if each in standings.activities]
    counts = rollup.count(standings.activities[each] for each in activities)
    return {
        "id": identifier,
        "text": _text(commitment.text),
        "cross_cutting": commitment.cross_cutting,
        "party": list(commitment.party),
        "principle": list(commitment.principle),
        **{name: list(ids) for name, ids in found._asdict().items()},
        "stands": {
            "activities": activities,
            "counted": counts.counted,
            "statuses": {status: n for status, n in counts.statuses.items() if n},
            "left_out": dict(counts.left_out),
        },
    }


def _goal(coverage: Coverage, identifier: str) -> dict[str, Any]:
    said = coverage.said(identifier)
    return {
        "id": identifier,
        "own": list(said.own),
        "by_theme": list(said.by_theme),
        "by_activities": {each: list(ids) for each, ids in said.by_activities.items()},
    }


def _text(text: Text) -> Any:
    return text if isinstance(text, str) else dict(text)
