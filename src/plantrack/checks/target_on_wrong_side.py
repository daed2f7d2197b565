"""PT609: a target that would be a change for the worse."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT609",
    name="target-on-wrong-side",
    severity=ERROR,
    title=_("A target on the wrong side of the baseline"),
    why=_("With a target on the wrong side every improvement is counted as a failure, and every failure as a success."),
    sentence=_("{id} is to go up, but its target {target} is lower than its baseline {baseline}."),
    advice=_("Correct the figure, or write `direction: down`."),
    variants={
        "down": (
            _("{id} is to go down, but its target {target} is higher than its baseline {baseline}."),
            _("Correct the figure, or write `direction: up`."),
        ),
        "same": (
            _("The target of {id} is the same as its baseline, {baseline}, so nothing is to change."),
            _("Correct the figure, or write `direction: keep` with a `tolerance`."),
        ),
    },
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
      2013: 40
    targets:
      2016: 30
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
    for each, indicator in facts.plan.indicators.items():
        if indicator.baseline and indicator.targets and indicator.direction in ("up", "down"):
            calendar = facts.plan.calendar
            baseline = indicator.baseline[max(indicator.baseline, key=calendar.last)]
            up = indicator.direction == "up"
            last = max(indicator.targets, key=calendar.last)
            for point, target in indicator.targets.items():
                wrong = target < baseline if up else target > baseline
                if wrong or (target == baseline and point == last):
                    yield RULE.at(
                        facts.where("indicator", each, "targets"),
                        variant="same" if target == baseline else "" if up else "down",
                        related=(facts.where("indicator", each, "baseline"),),
                        id=each,
                        target=target,
                        baseline=baseline,
                    )
                    break
