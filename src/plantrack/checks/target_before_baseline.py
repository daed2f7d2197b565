"""PT612: a target dated before the value from the start."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT612",
    name="target-before-baseline",
    severity=ERROR,
    title=_("A target dated before its baseline"),
    why=_(
        "How far one has come is reckoned from the day of the baseline to the day of the target. The "
        "other way round there is nothing to reckon."
    ),
    sentence=_("The target of {id} is for {target}, which is not after its baseline of {baseline}."),
    advice=_("Correct one of the two dates."),
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
    baseline:
      2016: 40
    targets:
      2013: 60
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
      2013: 40
    targets:
      2016: 60
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    calendar = facts.plan.calendar
    for each, indicator in facts.plan.indicators.items():
        if indicator.baseline and indicator.targets:
            baseline = max(indicator.baseline, key=calendar.last)
            target = max(indicator.targets, key=calendar.last)
            if calendar.last(target) <= calendar.last(baseline):
                yield RULE.at(
                    facts.where("indicator", each, "targets"),
                    related=(facts.where("indicator", each, "baseline"),),
                    id=each,
                    target=target,
                    baseline=baseline,
                )
