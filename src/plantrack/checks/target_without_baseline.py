"""PT611: a target without a value from the start."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import INFO, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT611",
    name="target-without-baseline",
    severity=INFO,
    title=_("A target without a baseline"),
    why=_(
        "Without a value from the start the tool can say whether the target is reached, but not how far one has come."
    ),
    sentence=_("{id} has a target and no baseline."),
    advice=_("Write the value at the start under `baseline`, with its date. A zero counts as well."),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
indicators:
  1.1.m1:
    kind: count
    text: Besökare
    unit: besökare
    direction: up
    targets:
      2016: 60
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
indicators:
  1.1.m1:
    kind: count
    text: Besökare
    unit: besökare
    direction: up
    baseline:
      2013: 0
    targets:
      2016: 60
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for each, indicator in facts.plan.indicators.items():
        if indicator.targets and not indicator.baseline and indicator.ended is None:
            needless = indicator.direction == "keep" or indicator.unstated.get("baseline") == "not_applicable"
            if not needless:
                yield RULE.at(facts.where("indicator", each, "targets"), id=each)
