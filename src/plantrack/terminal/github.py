"""Findings as GitHub shows them beside the lines of a change: one workflow command each.

GitHub shows ten of each severity a step and drops the rest without a word. So the most serious come first, and where
there are more than it shows the first note says how many there are.
"""

from __future__ import annotations

from collections import Counter

from plantrack.finding import SEVERITIES
from plantrack.mark import _
from plantrack.store.places import Placed
from plantrack.terminal.found import Found, advice, related, sentence, summary

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
MOST_SHOWN = 10
"""Of each severity, in one step of a workflow."""


def render(found: Found) -> str:
    """The commands, and a last line for the log."""
    screen = found.screen
    told = summary(screen, found.placed, len(found.silenced))
    lines = []
    if max(Counter(each.finding.severity for each in found.placed).values(), default=0) > MOST_SHOWN:
        more = screen.speech.say(
            _("GitHub shows at most {n} of each kind here. All of them stand in the log of this step."), n=MOST_SHOWN
        )
        lines.append(_command("notice", {"title": "plantrack"}, f"{told} {more}"))
    placed = sorted(found.placed, key=lambda each: SEVERITIES.index(each.finding.severity))
    lines += [_annotation(found, each) for each in placed]
    return "".join(f"{line}\n" for line in [*lines, told])


def _annotation(found: Found, placed: Placed) -> str:
    """One finding beside its lines. GitHub takes columns only where a place lies on one line."""
    tongue, (finding, span, _related) = found.screen.speech, placed
    named: dict[str, object] = {"file": found.from_top(finding.where.file), "line": span.line}
    if span.end_line == span.line:
        named |= {"col": span.column, "endLine": span.end_line, "endColumn": span.end_column}
    else:
        named |= {"endLine": span.end_line}
    named["title"] = f"{finding.rule.code} {tongue.say(finding.rule.title)}"
    words = f"{sentence(tongue, finding)}\n{advice(tongue, finding)}{related(tongue, placed, found.from_top)}"
    return _command(COMMANDS[finding.severity], named, words)


def _command(name: str, named: dict[str, object], words: str) -> str:
    properties = ",".join(f"{key}={_in_property(str(value))}" for key, value in named.items())
    return f"::{name} {properties}::{_in_message(words)}"


def _in_message(text: str) -> str:
    """A text as GitHub reads it back. Nothing in it can end the command, or begin another."""
    text = text.encode("utf-8", "replace").decode()
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _in_property(text: str) -> str:
    return _in_message(text).replace(":", "%3A").replace(",", "%2C")
