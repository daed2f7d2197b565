"""The glossary as JSON, for other tools."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from plantrack.facts import Facts
from plantrack.finding import Where
from plantrack.kinds import Text
from plantrack.views.terms import Uses, uses_of


def as_json(facts: Facts, place: Callable[[Where], str]) -> str:
    """Every term, in the order of the file."""
    from json import dumps

    uses = uses_of(facts)
    found: list[dict[str, Any]] = []
    for word, term in facts.plan.terms.items():
        its = uses.get(word, Uses((), ()))
        found.append(
            {
                "term": word,
                "means": _text(term.means),
                "text": _text(term.text),
                "from": term.from_.edtf if term.from_ else None,
                "until": term.until.edtf if term.until else None,
                "replaced_by": term.replaced_by or None,
                "used_before": len(its.before),
                "used_after": [place(where) for where in its.after],
            }
        )
    return dumps({"terms": found}, ensure_ascii=False, indent=1) + "\n"


def _text(text: Text | None) -> Any:
    return dict(text) if isinstance(text, dict) else text or None
