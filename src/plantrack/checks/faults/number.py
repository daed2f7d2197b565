"""PT208: words where a number must stand."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT208",
    name="number",
    severity=ERROR,
    title=_("A value that is no number"),
    why=_("Only a number can be compared with a target or added to others."),
    sentence=_("{id} has “{text}” as “{field}”, and that is no number that can be used there."),
    advice=_("Write digits alone: 2140, 2 140, 3,5 or 25 %. Words about the number have a place in a text."),
    variants={
        "thousands": (
            _("{id} has “{text}” as “{field}”, which may be {grouped} or {shorter}."),
            _("Write thousands with a space: {grouped}. Write a fraction with fewer or more than three figures."),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
indicators:
  1.1.m1:
    kind: count
    text: Öppna mötesplatser
    baseline:
      2013: ungefär två
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
indicators:
  1.1.m1:
    kind: count
    text: Öppna mötesplatser
    baseline:
      2013: 2
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("number"):
        grouped = fault.values.get("grouped", "")
        yield RULE.on(fault, variant="thousands" if grouped else "", suggestion=grouped)
