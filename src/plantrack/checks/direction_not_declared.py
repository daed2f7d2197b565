"""PT610: an indicator with a target that does not say which way is better."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT610",
    name="direction-not-declared",
    severity=WARNING,
    title=_("An indicator that does not say which way is better"),
    why=_("From figures alone nobody can tell whether a change is good. It must be said."),
    sentence=_("{id} has a target, and does not say whether it is to go up, go down or be kept."),
    advice=_("Write `direction: up`, `direction: down` or `direction: keep`."),
    variants={
        "tolerance": (
            _("{id} is to be kept, and does not say how far from the target counts as kept."),
            _("Write `tolerance`, for example `tolerance: 2`."),
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
    targets:
      2016: 60
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for each, indicator in facts.plan.indicators.items():
        if not indicator.targets or indicator.ended is not None:
            continue
        if not indicator.direction:
            if not any("direction" in fault.where.keys for fault in facts.faults.get("choice", ())):
                yield RULE.at(facts.where("indicator", each, part="key"), id=each)
        elif indicator.direction == "keep" and indicator.tolerance is None:
            yield RULE.at(facts.where("indicator", each, "direction"), variant="tolerance", id=each)
