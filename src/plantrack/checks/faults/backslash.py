"""PT114: a backslash between double quotes."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT114",
    name="backslash",
    severity=ERROR,
    title=_("A backslash between double quotes"),
    why=_("Between double quotes a backslash and the letter after it stand for another sign."),
    sentence=_("On line {line} of {file} a backslash stands between double quotes, where it cannot be read as itself."),
    advice=_("Take the quotes away, or write `|` after the colon and the text on the next line, indented."),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
text: "Blanketten finns i G:\\mallar"
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
text: Blanketten finns i G:\\mallar
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("backslash"):
        yield RULE.on(fault)
