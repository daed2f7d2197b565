"""PT120: a line that YAML cannot read, for no reason with a name of its own."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT120",
    name="not-yaml",
    severity=ERROR,
    title=_("A line that cannot be read"),
    why=_("The file cannot be read from here on, and nothing of what it says is known."),
    sentence=_("Line {line} of {file} cannot be read."),
    advice=_(
        "Compare it with a line of the same kind that works. If it is a text, write `|` after the colon and the "
        "text on the next line, indented."
    ),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: |0
  Fler mötesplatser
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: |
  Fler mötesplatser
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("not_yaml"):
        yield RULE.on(fault)
