"""The worklist for other programs, as JSON. ``format`` is the version of its shape."""

from __future__ import annotations

from plantrack import __version__
from plantrack.followup.duty import Duty
from plantrack.report.document import plain
from plantrack.report.teller import Teller
from plantrack.views.due import Worklist
from plantrack.views.due_words import reason, what

FORMAT_VERSION = 1


def as_json(worklist: Worklist) -> str:
    """Every duty that was asked for, each once, in the order of the list."""
    import json

    tell, due = worklist.tell, worklist.due
    shape = {
        "format": FORMAT_VERSION,
        "tool": f"plantrack {__version__}",
        "plan": worklist.plan.header.id,
        "language": tell.language,
        "day": worklist.standings.day.isoformat(),
        "days_ahead": due.ahead,
        "round": worklist.standings.round,
        "open": bool(due.round),
        "answer_by": due.answer_by.isoformat() if due.answer_by else None,
        "duties": [_as_object(tell, each) for each in worklist.shown],
    }
    return json.dumps(shape, ensure_ascii=False, indent=1)


def _as_object(tell: Teller, duty: Duty) -> dict[str, object]:
    """One duty; of what a meeting left open also what a later point writes to answer it."""
    return {
        "kind": duty.kind,
        "rule": duty.why.rule,
        "id": duty.thing,
        "title": plain(what(tell, duty)),
        "organisations": list(duty.who),
        "day": duty.day.isoformat() if duty.day else None,
        "days_left": duty.days,
        "reason": reason(tell, duty).word,
        **({"answers": duty.why.values["address"]} if duty.why.values.get("address") else {}),
    }
