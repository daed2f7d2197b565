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
    "record": _("Record how it goes: a state, a value, a judgement."),
    "round": _("A round of follow-up: open, forms, collect, status, close."),
    "due": _("See what is late, due soon or unanswered, and write reminders."),
    "report": _("Write the follow-up report."),
    "verify": _("Make a report again, and say whether it is the same."),
    "explain": _("Read what a rule is for, with a bad and a good example."),
    "schema": _("Write the schemas that make an editor help with the files."),
}


def run(arguments: list[str]) -> int:
    """Runs one command line. 0: all well. 1: there are findings. 2: it could not be done."""
    return Shell(COMMANDS).run(arguments)
