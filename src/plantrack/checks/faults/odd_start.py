"""PT115: a sign that YAML keeps for itself."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT115",
    name="odd-start",
    severity=ERROR,
    title=_("A sign that cannot begin a text"),
    why=_(
        "Signs as @, %, &, *, ! and > mean something to YAML when they stand first, so a text that begins with "
        "one is not read as text."
    ),
    sentence=_("On line {line} of {file} stands “{sign}” in a place where it is not read as text."),
    advice=_("Write `|` after the colon and the text on the next line, indented. Nothing in it needs care then."),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: @Nordvik är en mötesplats
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: |
  @Nordvik är en mötesplats
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("odd_start"):
        yield RULE.on(fault)
