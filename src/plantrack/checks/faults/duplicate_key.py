"""PT203: a field that stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT203",
    name="duplicate-key",
    severity=ERROR,
    title=_("The same field twice"),
    why=_("Only one of them can hold, and other programs take the last one without saying so."),
    sentence=_("{id} has “{field}” twice: it stands on line {first} already."),
    advice=_("Keep one of them. Until then the first one is read."),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
    when: 2015
    when: 2016
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
    when: 2016
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("duplicate_key"):
        yield RULE.on(fault)
