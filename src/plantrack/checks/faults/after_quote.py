"""PT113: words after a closing quote."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT113",
    name="after-quote",
    severity=ERROR,
    title=_("A text that goes on after its closing quote"),
    why=_(
        "Where a value begins with a quote it ends with the next one, and nothing may follow. A sentence that "
        "begins with a quotation must be written in another way."
    ),
    sentence=_("On line {line} of {file} the text goes on after the closing quote."),
    advice=_("Write `|` after the colon and the text on the next line, indented. Nothing in it needs care then."),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: "Mötesplats" i varje stadsdel
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: |
  "Mötesplats" i varje stadsdel
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("after_quote"):
        yield RULE.on(fault)
