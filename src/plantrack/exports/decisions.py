"""Decisions and the items of mandates as data for other tools. ``format`` is the version of its shape."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from plantrack import __version__
from plantrack.changes.decided import Book
from plantrack.dates import When
from plantrack.facts.mandates import Task
from plantrack.facts.register import touched
from plantrack.facts.told_changes import Told
from plantrack.kinds import Amount, Text
from plantrack.plan import Plan

FORMAT_VERSION = 1


def as_json(plan: Plan, decisions: Iterable[str]) -> str:
    """Decisions in the order given, each with what it changed and what was not carried out."""
    undone: dict[str, list[dict[str, str]]] = {}
    for each in Book(plan).not_carried_out():
        undone.setdefault(each.decision, []).append({"id": each.thing, "field": each.path, "to": each.to})
    return _dumped(
        plan, "decisions", [_decision(plan, each) | {"not_carried_out": undone.get(each, [])} for each in decisions]
    )


def tasks_as_json(plan: Plan, tasks: Iterable[Task]) -> str:
    """The items of mandates."""
    return _dumped(plan, "mandate_items", [_task(each) for each in tasks])


def _dumped(plan: Plan, name: str, found: list[dict[str, Any]]) -> str:
    from json import dumps

    shape = {"format": FORMAT_VERSION, "tool": f"plantrack {__version__}", "plan": plan.header.id, name: found}
    return dumps(shape, ensure_ascii=False, indent=1) + "\n"


def _decision(plan: Plan, identifier: str) -> dict[str, Any]:
    each, found = plan.decisions[identifier], touched(plan, identifier)
    return {
        "id": identifier,
        "date": each.date.edtf if each.date else None,
        "body": each.body,
        "section": each.section,
        "reference": each.reference,
        "kind": each.kind,
        "title": _text(each.title),
        "text": _text(each.text),
        "basis": _text(each.basis),
        "about": list(found.about),
        "answers": list(each.answers),
        "ended": list(found.ended),
        "added": list(found.added),
        "report_back": _time(each.report_back),
        "items": list(each.items),
        "editorial": each.editorial,
        "adopted_the_plan": identifier == plan.header.adopted,
        "holds_the_plan": bool(each.definitions),
        "changes": [
            {
                "id": thing,
                "field": path,
                "from": written.from_ if written.from_ is not None else written.unstated.get("from"),
                "to": written.to if written.to is not None else written.unstated.get("to"),
                "why": _text(written.why),
            }
            for thing, fields in each.changes.items()
            for path, written in fields.items()
        ],
    }


def _task(task: Task) -> dict[str, Any]:
    return {
        "id": task.id,
        "decision": task.mandate,
        "text": _text(task.item.text),
        "to": list(task.item.to),
        "with": list(task.item.with_),
        "amount": _amount(task.item.amount),
        "report_back": _time(task.back),
        "report_back_moves": [_move(each) for each in task.moves],
        "sources_disagree": [
            {"source": _text(each.source), "read_as": _text(each.read_as), "document": each.document}
            for each in task.conflicts
        ],
        "answered_by": {"things": list(task.things), "decisions": list(task.decisions)},
        "events": list(task.events),
        "unanswered": task.unanswered,
        "overdue": task.overdue,
        "declared_completed_by": task.closed or None,
    }


def _move(told: Told) -> dict[str, Any]:
    return {
        "by": told.by,
        "kind": told.kind,
        "day": told.day.isoformat() if told.day else None,
        "from": told.change.from_,
        "to": told.change.to,
        "why": _text(told.change.why),
    }


def _text(text: Text | None) -> Any:
    """A text; by language where it is given in several."""
    return text if text is None or isinstance(text, str) else dict(text)


def _time(when: When | None) -> str | None:
    return when.text or when.edtf if when else None


def _amount(amount: Amount | None) -> dict[str, Any] | None:
    return {"number": str(amount.number), "currency": amount.currency} if amount else None
