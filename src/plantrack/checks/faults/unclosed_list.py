"""PT116: a list in brackets that is not closed."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT116",
    name="unclosed-list",
    severity=ERROR,
    title=_("A list in brackets that is not whole"),
    why=_("What follows is taken for a part of the list."),
    sentence=_("On line {line} of {file} begins a list with “[” that is not ended with “]”, or that lacks a comma."),
    advice=_("Put a comma between the ids and “]” after the last one."),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
lead: [kultur, sektorn
cost: ordinary
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
lead: [kultur, sektorn]
cost: ordinary
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("unclosed_list"):
        yield RULE.on(fault)
