"""PT111: fields that are written within braces."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT111",
    name="braces",
    severity=ERROR,
    title=_("Fields within braces"),
    why=_(
        "Within braces a comma cuts a sentence in two and what follows becomes a field of its own, without a "
        "word. Of 212 real sentences more than half went wrong that way."
    ),
    sentence=_("{id} has fields within braces on line {line}, where a comma cuts a text in two."),
    advice=_("Write each field on a line of its own, indented under what it belongs to."),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1: {title: Öppna en mötesplats, when: 2015}
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
    when: 2015
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("braces"):
        yield RULE.on(fault, line=fault.span.line if fault.span else 1)
