"""PT125: a file that cannot be opened, or that is no text."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT125",
    name="unreadable-file",
    severity=ERROR,
    title=_("A file that cannot be opened"),
    why=_("What it says is not known, so what depends on it has not been checked."),
    sentence=_("{file} cannot be opened."),
    advice=_("See that you may read it, and that it is not open in another program."),
    variants={
        "no_file": (
            _("{file} has the name of a file but is none: it is a folder, or a link that leads nowhere."),
            _("Rename it or take it away."),
        ),
        "no_text": (
            _("{file} is no text."),
            _("Fetch it back from an earlier version, or take it away."),
        ),
        "other": (
            _("{file} is no text: it looks like a file of the kind {looks_like}."),
            _("Save what it says as plain text, or move it out of the plan's folder."),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.2-fler.yaml
%PDF-1.4
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("unreadable_file"):
        yield RULE.on(fault, variant="" if fault.values["number"] else "no_file")
    for fault in facts.faults_of("not_text"):
        yield RULE.on(fault, variant="other" if fault.values["looks_like"] else "no_text")
