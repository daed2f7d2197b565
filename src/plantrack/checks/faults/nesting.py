"""PT122: levels without end."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT122",
    name="nesting",
    severity=ERROR,
    title=_("Far too many levels in one file"),
    why=_(
        "No plan is built so. Such a file comes from something that has gone wrong, and reading it could stop the tool."
    ),
    sentence=_("{file} has more than {deepest} levels inside one another, and is not read."),
    advice=_("Compare it with an earlier version, and put that back."),
    bad=Example("# 1-gemenskap/1.1-motesplatser.yaml\nid: 1.1\ntitle: " + "[" * 101 + "]" * 101 + "\n"),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("nesting"):
        yield RULE.on(fault)
