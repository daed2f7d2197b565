"""What each sort of change is called, in a few words, and which counts need a plural."""

from __future__ import annotations

from collections.abc import Mapping

from plantrack.change import BOOK, GOALPOST, NAMES, REPORTED, SUBSTANCE, WORDING
from plantrack.mark import _

WEIGHTS: Mapping[str, str] = {
    GOALPOST: _("Moved goalposts"),
    SUBSTANCE: _("Other changes of what is promised"),
    NAMES: _("Organisations and words"),
    BOOK: _("Decisions, rounds and events"),
    REPORTED: _("Reported"),
    WORDING: _("Wording"),
}
"""The headings, the heaviest first."""

COUNTS: Mapping[str, tuple[str, str]] = {
    GOALPOST: (_("{n} moved goalpost"), _("{n} moved goalposts")),
    SUBSTANCE: (_("{n} other change of what is promised"), _("{n} other changes of what is promised")),
    NAMES: (_("{n} in organisations and words"), _("{n} in organisations and words")),
    BOOK: (_("{n} in decisions, rounds and events"), _("{n} in decisions, rounds and events")),
    REPORTED: (_("{n} report"), _("{n} reports")),
    WORDING: (_("{n} in wording only"), _("{n} in wording only")),
}

SPANS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("postponed", "day"): (_("{field}: postponed by {n} day"), _("{field}: postponed by {n} days")),
    ("postponed", "month"): (_("{field}: postponed by {n} month"), _("{field}: postponed by {n} months")),
    ("postponed", "year"): (_("{field}: postponed by {n} year"), _("{field}: postponed by {n} years")),
    ("brought_forward", "day"): (_("{field}: brought forward by {n} day"), _("{field}: brought forward by {n} days")),
    ("brought_forward", "month"): (
        _("{field}: brought forward by {n} month"),
        _("{field}: brought forward by {n} months"),
    ),
    ("brought_forward", "year"): (
        _("{field}: brought forward by {n} year"),
        _("{field}: brought forward by {n} years"),
    ),
}
"""Sorts of change that tell a span of time: in days, or where they are whole, in months or years."""

SINGLE: Mapping[str, str] = {"targets": _("Target")}
"""What one of several values is called, where it is not called as all of them are."""

STATED = _("{field}, not stated before")
NO_LONGER_STATED = _("{field}, no longer stated")
WITH = _("{what} with {counts}")
INSIDE: Mapping[str, tuple[str, str]] = {
    "goal": (_("{n} goal"), _("{n} goals")),
    "activity": (_("{n} activity"), _("{n} activities")),
    "step": (_("{n} step"), _("{n} steps")),
    "criterion": (_("{n} success criterion"), _("{n} success criteria")),
    "indicator": (_("{n} indicator"), _("{n} indicators")),
}
"""What came or went together with what it lies in."""

SORTS: Mapping[str, str] = {
    "came": _("new {kind}"),
    "came_split": _("new {kind}, split from {others}"),
    "came_merged": _("new {kind}, merged from {others}"),
    "came_replaced": _("new {kind} instead of {others}"),
    "gone": _("{kind} gone from the files"),
    "gone_split": _("{kind} gone from the files, split into {others}"),
    "gone_merged": _("{kind} gone from the files, merged into {others}"),
    "gone_replaced": _("{kind} gone from the files, replaced by {others}"),
    "moved": _("moved to another place in the plan"),
    "ended": _("ended"),
    "ended_split": _("split into {others}"),
    "ended_merged": _("merged into {others}"),
    "ended_replaced": _("ended and replaced by {others}"),
    "ending_changed": _("its ending says something else"),
    "taken_up_again": _("taken up again"),
    "joining_changed": _("when it came into the plan"),
    "kin_changed": _("{field}"),
    "start_later": _("{field}: starts later"),
    "time_changed": _("{field}: another time"),
    "written_otherwise": _("{field}: the same, written in another way"),
    "time_reworded": _("{field}: the same time in other words"),
    "deadline_dropped": _("{field}: no last day any more"),
    "deadline_set": _("{field}: a last day was set"),
    "made_continuous": _("goes on all the time from now on, with no last day"),
    "no_longer_continuous": _("no longer goes on all the time"),
    "lead_gone": _("nobody leads any more"),
    "lead_set": _("a lead was named"),
    "lead_changed": _("another lead"),
    "nobody_responsible": _("nobody is responsible any more"),
    "parties_changed": _("{field}"),
    "parties_reordered": _("{field}: in another order"),
    "target_lowered": _("{field}: lowered"),
    "target_raised": _("{field}: raised"),
    "target_changed": _("{field}: changed"),
    "target_dropped": _("{field}: dropped"),
    "target_set": _("{field}: set"),
    "target_later": _("{field}: put off to {other}"),
    "target_earlier": _("{field}: brought forward to {other}"),
    "target_day_new": _("{field}: the same value as before for {other}"),
    "baseline_changed": _("{field}: changed"),
    "baseline_set": _("{field}: set"),
    "direction_changed": _("what counts as better has changed"),
    "tolerance_wider": _("{field}: wider"),
    "tolerance_changed": _("{field}: changed"),
    "unit_changed": _("another unit"),
    "measure_changed": _("{field}: something else is measured"),
    "convention_changed": _("{field}: the plan judges in another way"),
    "cost_changed": _("{field}"),
    "text_added": _("{field}: added"),
    "text_removed": _("{field}: removed"),
    "reworded": _("{field}: reworded"),
    "rewritten": _("{field}: says something else"),
    "rearranged": _("written in another way; says the same"),
    "file_moved": _("in another file; says the same"),
    "renamed": _("has another name"),
    "field_changed": _("{field}"),
    "adopted": _("the plan was adopted"),
    "locked": _("the plan is held to what was adopted"),
    "locked_anew": _("what the plan is held to was set anew"),
    "decided": _("new decision"),
    "decision_changed": _("{field}: the decision says something else than it did"),
    "decision_gone": _("the decision is gone from the files"),
    "answered": _("reported"),
    "answer_added": _("{field}: added after it was given"),
    "answer_changed": _("{field}: changed after it was given"),
    "answer_taken_away": _("{field}: taken away after it was given"),
    "answer_gone": _("the report is gone from the files"),
    "round_opened": _("the round was opened"),
    "round_closed": _("the round was closed"),
    "round_reopened": _("the round was opened again"),
}

KINDS: Mapping[str, str] = {
    "plan": _("plan"),
    "theme": _("theme"),
    "goal": _("goal"),
    "activity": _("activity"),
    "step": _("step"),
    "criterion": _("success criterion"),
    "indicator": _("indicator"),
    "agreement": _("agreement"),
    "principle": _("principle"),
    "commitment": _("commitment"),
    "organisation": _("organisation"),
    "term": _("term"),
    "decision": _("decision"),
    "mandate item": _("mandate item"),
    "round": _("round"),
    "submission": _("report"),
    "text": _("text for the report"),
    "issue": _("issued report"),
    "event": _("event"),
    "ballot": _("vote"),
}
