"""What changes mean that move nothing which was promised: names, the book, and answers."""

from __future__ import annotations

from plantrack.change import BOOK, GOALPOST, NAMES, REPORTED, SUBSTANCE, WORDING, Change
from plantrack.changes.ends import Ends, given

NAMING = ("organisation", "term", "principle")
BOOKED = ("decision", "mandate item", "round", "text", "issue", "event", "ballot")
NOTES = (
    "readings",
    "tags",
    "invented",
    "related",
    "language",
    "languages",
    "uses",
    "title",
    "short_title",
    "text",
    "reference",
)
WEIGHT_OF_KIND = {
    **dict.fromkeys(NAMING, NAMES),
    **dict.fromkeys(BOOKED, BOOK),
    "submission": REPORTED,
}
"""Kinds of things of which every change weighs the same."""


def meaning(ends: Ends) -> Change | None:
    """What it is called, whatever it is: the last that is asked."""
    kind, name = ends.present.kind, ends.name
    if kind == "submission":
        return _of_submission(ends)
    if kind == "round" and name in ("cut_off", "period") and given(ends.before):
        return ends.change("convention_changed", GOALPOST)
    if kind == "round" and ends.name in ("closed", "opened", "reopened") and given(ends.after):
        return ends.change(f"round_{ends.name}", BOOK)
    if kind == "decision" and (ends.name in ("changes", "kind", "date", "body", "editorial")):
        return ends.change("decision_changed", SUBSTANCE)
    if kind == "organisation":
        return _of_organisation(ends)
    if kind == "plan":
        return _of_plan(ends)
    if name in ("readings", "tags"):
        return ends.change("field_changed", WEIGHT_OF_KIND.get(kind, WORDING))
    if name == "cost":
        return ends.change("cost_changed")
    if kind == "decision" and name == "definitions":
        return ends.change("locked_anew", GOALPOST) if given(ends.before) else ends.change("locked", BOOK)
    return ends.change("field_changed", WEIGHT_OF_KIND.get(kind, SUBSTANCE))


def _of_submission(ends: Ends) -> Change:
    """What was said stays as it was said: whatever is another now was changed in its file."""
    if not given(ends.after):
        return ends.change("answer_taken_away", REPORTED)
    return ends.change("answer_changed" if given(ends.before) else "answer_added", REPORTED)


def _of_organisation(ends: Ends) -> Change:
    if ends.name == "name":
        return ends.change("renamed", NAMES)
    return ends.change("field_changed", NAMES)


def _of_plan(ends: Ends) -> Change:
    """What the plan says of itself."""
    if ends.name == "adopted":
        return ends.change(
            "adopted" if not given(ends.before) else "locked_anew", GOALPOST if given(ends.before) else BOOK
        )
    if ends.name in ("levels", "scale", "fields", "tags", "awaited"):
        return ends.change("field_changed", NAMES)
    if ends.name in ("rules", "silenced"):
        return ends.change("field_changed", BOOK)
    if ends.name in NOTES or ends.name == "format":
        return ends.change("field_changed", WORDING)
    return ends.change("field_changed", SUBSTANCE)
