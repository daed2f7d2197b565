"""PT124: a file without content."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT124",
    name="empty-file",
    severity=ERROR,
    title=_("An empty file"),
    why=_("A file that holds nothing may be one that was lost when it was saved."),
    sentence=_("{file} holds nothing, or nothing but comments."),
    advice=_("Fetch it back from an earlier version, write what belongs in it, or delete it."),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml

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
    for fault in facts.faults_of("empty_file"):
        yield RULE.on(fault)
