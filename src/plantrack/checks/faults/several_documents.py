"""PT117: a file that holds several documents."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT117",
    name="several-documents",
    severity=ERROR,
    title=_("Several documents in one file"),
    why=_("A line of three dashes, or of three dots, ends the document. What follows would not be read."),
    sentence=_("{file} goes on as a new document on line {line}."),
    advice=_("Delete the line with three dashes, or put what follows in a file of its own."),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
---
lead: kultur
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
---
id: 1.1
title: Fler mötesplatser
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("several_documents"):
        yield RULE.on(fault)
