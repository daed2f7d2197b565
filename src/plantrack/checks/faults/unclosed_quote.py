"""PT112: a quote that is never closed."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT112",
    name="unclosed-quote",
    severity=ERROR,
    title=_("A quote that is never closed"),
    why=_("All that follows is taken for a part of the text, up to the next quote: fields disappear into it."),
    sentence=_("Line {line} of {file} has a text that begins with a quote and does not end with one."),
    advice=_("Take the quote away, or put the same one at the end."),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: "Fler mötesplatser
lead: kultur
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: "Fler mötesplatser"
lead: kultur
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("unclosed_quote"):
        yield RULE.on(fault)
