"""PT123: a file that is larger than any plan."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT123",
    name="too-large",
    severity=ERROR,
    title=_("A file that is too large"),
    why=_(
        "The largest file of a real plan is some tens of kilobytes. A file as large as this is something else "
        "than a plan, or many things in one."
    ),
    sentence=_("{file} is {megabytes} megabytes, and is not read."),
    advice=_("See that it is the right file. Put one goal in each file, and one answer in each."),
    variants={
        "lines": (
            _("{file} has {lines} lines with very many parts, and is not read."),
            _("See that it is the right file. Put one goal in each file, and one answer in each."),
        ),
    },
    bad=Example("# 1-gemenskap/1.1-motesplatser.yaml\nid: 1.1\ntitle: " + "Fler mötesplatser " * 60_000 + "\n"),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("too_large"):
        yield RULE.on(fault, variant="lines" if "lines" in fault.values else "")
