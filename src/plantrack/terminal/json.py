"""Findings for other programs, as JSON."""

from __future__ import annotations

import json

from plantrack import __version__
from plantrack.store.places import Placed
from plantrack.terminal.found import Found, Screen, advice, sentence

FORMAT_VERSION = 1
"""Of the shape. 1: the first."""


def render(found: Found) -> str:
    """Every finding by its parts, in the reader's language."""
    screen = found.screen
    tongue, plan = screen.speech, screen.facts.plan
    shape = {
        "format": FORMAT_VERSION,
        "tool": f"plantrack {__version__}",
        "plan": plan.header.id,
        "language": tongue.language,
        "day": screen.facts.day.isoformat(),
        "read": {
            "files": len(screen.facts.sources) + len(screen.facts.unreadable),
            "unreadable": len(screen.facts.unreadable),
            "goals": len(plan.goals),
            "activities": len(plan.activities),
            "answers": sum(len(each.answers) for each in plan.submissions.values()),
        },
        "findings": [_as_object(screen, each) for each in found.placed],
        "silenced": [
            {"code": finding.rule.code, "id": finding.about, "reason": tongue.show(silence.reason)}
            for finding, silence in found.silenced
        ],
    }
    return json.dumps(shape, ensure_ascii=False, indent=1) + "\n"


def _as_object(screen: Screen, placed: Placed) -> dict[str, object]:
    finding, span = placed.finding, placed.span
    return {
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.severity,
        "id": finding.about,
        "file": screen.shown(finding.where.file),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "message": sentence(screen.speech, finding),
        "advice": advice(screen.speech, finding),
        "suggestion": finding.suggestion,
        "related": [
            {"file": screen.shown(where.file), "line": other.line, "column": other.column}
            for where, other in zip(finding.related, placed.related, strict=True)
        ],
    }
