"""What was found as JSON, for other tools: each line with its file, what it is about, and where in it the hits are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from plantrack.facts.search import Hit, Wanted
from plantrack.views.hits import Found


def as_json(wanted: Sequence[Wanted], hits: Sequence[Hit], found: Sequence[Found], way: Callable[[str], str]) -> str:
    """Every hit in the order of files and lines."""
    from json import dumps

    shape = {
        "looked_for": [each.text for each in wanted],
        "hits": [_hit(hit, each, way) for hit, each in zip(hits, found, strict=True)],
    }
    return dumps(shape, ensure_ascii=False, indent=1) + "\n"


def _hit(hit: Hit, found: Found, way: Callable[[str], str]) -> dict[str, Any]:
    return {
        "file": way(hit.file),
        "line": hit.line,
        "kind": found.kind,
        "id": found.id,
        "title": found.title or None,
        "within": [identifier for _kind, identifier in hit.things[:-1]],
        "field": ".".join(hit.trail),
        "field_in_words": found.field,
        "language": hit.language or None,
        "text": hit.text,
        "marks": [list(each) for each in hit.spans],
    }
