"""The lives of things as JSON, for other tools: what happened, when, in which revision, and by which decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from plantrack.report.document import plain
from plantrack.views.life import Entry, Told


def as_json(lives: Sequence[Told]) -> str:
    """All that is known of them, the oldest first."""
    from json import dumps

    return dumps({"lives": [_life(each) for each in lives]}, ensure_ascii=False, indent=1) + "\n"


def _life(told: Told) -> dict[str, Any]:
    return {
        "id": told.life.thing,
        "kind": told.life.kind,
        "title": plain(told.title()),
        "lacks": told.lacks,
        "entries": [_entry(each) for each in told.entries()],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "day": _day(entry.day),
        "sort": entry.sort,
        "about": entry.thing,
        "field": entry.path,
        "what": entry.what,
        "said": [plain(each) for each in entry.lines],
        "revision": entry.revision,
        "committed": _day(entry.committed) if entry.committed else _day(entry.day) if entry.revision else None,
        "decisions": list(entry.decisions),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day and day > date.min else None
