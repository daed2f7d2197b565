"""The table of contents: the commands in the order of ``--help``."""

from __future__ import annotations

from collections.abc import Mapping

from plantrack.mark import _
from plantrack.shell import Shell

COMMANDS: Mapping[str, str] = {
    "init": _("Start a new plan: a small complete one that checks clean."),
    "check": _("Find what is wrong with the plan, and say what to do."),
    "status": _("See where the plan stands."),
    "show": _("See everything that is known about one thing."),
    "find": _("Find words in everything that the plan's files say."),
    "history": _("See the life of one thing: every wording, time, lead and report."),
    "record": _("Record how it goes: a state, a value, a judgement."),
    "round": _("A round of follow-up: open, forms, collect, status, close."),
    "due": _("See what is late, due soon or unanswered, and write reminders."),
    "ballot": _("See how votes came out, and what came of them."),
    "decisions": _("See and write decisions: what was decided, changed and asked for."),
    "commitments": _("See what answers each commitment of the agreement, and what none."),
    "organisation": _("See the organisations; rename, replace or dissolve one."),
    "terms": _("See the glossary, and where a replaced term is still used."),
    "log": _("See what has happened and what is planned, or write an event down."),
    "meeting": _("Read a meeting's minutes, or write them down."),
    "report": _("Write the follow-up report."),
    "verify": _("Make a report again, and say whether it is the same."),
    "diff": _("See what changed in the plan, and what that does to the report."),
    "adopt": _("Hold the plan to what was adopted."),
    "rollover": _("Start the next plan from this one."),
    "explain": _("Read what a rule is for, with a bad and a good example."),
    "schema": _("Write the schemas that make an editor help with the files."),
}


def run(arguments: list[str]) -> int:
    """Runs one command line. 0: all well. 1: there are findings. 2: it could not be done."""
    return Shell(COMMANDS).run(arguments)
