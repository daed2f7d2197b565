"""PT613: a share that is written as a fraction, where shares are written in per cent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.model.goal import Indicator

RULE = Rule(
    code="PT613",
    name="share-as-fraction",
    severity=WARNING,
    title=_("A share that seems to be a fraction, not per cent"),
    why=_(
        "A share is read as per cent. Beside values in per cent, a fraction makes the whole comparison wrong: "
        "the target is reached at once, or never."
    ),
    sentence=_("{id} is a share and has {value} as its target, which is read as less than one per cent."),
    advice=_("Write {percent} if you mean {percent} per cent, or add `highest: 1` if all its values are fractions."),
    variants={
        "baseline": (
            _("{id} is a share and has {value} as its baseline, which is read as less than one per cent."),
            _("Write {percent} if you mean {percent} per cent, or add `highest: 1` if all its values are fractions."),
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
    kind: share
    text: Invånare som har varit på en mötesplats
    direction: up
    baseline:
      2013: 0,2
    targets:
      2016: 0,4
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
    kind: share
    text: Invånare som har varit på en mötesplats
    direction: up
    baseline:
      2013: 20
    targets:
      2016: 40
"""
    ),
)
HUNDRED = 100


def check(facts: Facts) -> Iterator[Finding]:
    for each, indicator in facts.plan.indicators.items():
        if indicator.kind == "share" and indicator.highest != 1:
            found = next(_fractions(indicator), None)
            if found:
                field, value = found
                variant = field if field == "baseline" else ""
                where = facts.where("indicator", each, field)
                yield RULE.at(where, variant=variant, id=each, value=value, percent=value * HUNDRED)


def _fractions(indicator: Indicator) -> Iterator[tuple[str, Decimal]]:
    """The values between nothing and the whole, each with its field."""
    for field, values in (("baseline", indicator.baseline), ("targets", indicator.targets)):
        for value in values.values():
            if 0 < value < 1:
                yield field, value
