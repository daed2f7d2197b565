"""PT202: a field that must be there and is not."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT202",
    name="missing-field",
    severity=ERROR,
    title=_("A field that must be there"),
    why=_("Without it the thing cannot be shown or followed up."),
    sentence=_("{id} lacks the field “{field}”, which must be there."),
    advice=_("Add a line with “{field}:” and its value."),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    when: 2015
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
    for fault in facts.faults_of("missing_field"):
        yield RULE.on(fault)
