"""The organisations as JSON, for other tools: names, life, and what each answers for on the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from plantrack.kinds import Text
from plantrack.plan import Plan
from plantrack.report.names import ended_on


def as_json(plan: Plan, ids: Sequence[str], answers: Mapping[str, Sequence[str]]) -> str:
    """All that is known of them, in the order of the file."""
    from json import dumps

    found = [_organisation(plan, each, answers.get(each, ())) for each in ids]
    return dumps({"organisations": found}, ensure_ascii=False, indent=1) + "\n"


def _organisation(plan: Plan, identifier: str, answers: Sequence[str]) -> dict[str, Any]:
    each = plan.organisations[identifier]
    start = each.valid.start if each.valid else None
    end = ended_on(each, plan.calendar)
    return {
        "id": identifier,
        "name": _text(each.name),
        "abbreviation": each.abbreviation or None,
        "kind": each.kind,
        "side": each.side or None,
        "part_of": each.part_of or None,
        "members": list(each.members),
        "from": plan.calendar.first(start).isoformat() if start else None,
        "until": end.isoformat() if end else None,
        "valid": each.valid.text if each.valid else None,
        "successors": list(each.successors),
        "formerly": [
            {"name": _text(was.name), "abbreviation": was.abbreviation or None, "until": was.until.isoformat()}
            for was in each.formerly
        ],
        "answers_for": list(answers),
    }


def _text(text: Text) -> Any:
    return text if isinstance(text, str) else dict(text)
