"""PT608: an indicator that does not say how it is measured."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.model.goal import Indicator

NUMBERS = ("count", "share", "index", "money")
SAYS_HOW = ("method", "source")
SAYS_WHAT = {
    **dict.fromkeys(NUMBERS, ("unit", "numerator", "denominator", "lowest", "highest", "questions")),
    "survey": ("questions", "respondents"),
    "scale": ("scale",),
    "category": ("categories",),
}
"""Kind of indicator -> fields of which one must be given, unless its method or source is."""

RULE = Rule(
    code="PT608",
    name="indicator-without-method",
    severity=WARNING,
    title=_("An indicator that does not say how it is measured"),
    why=_(
        "Two who measure the same thing in different ways get different figures, and next year nobody "
        "remembers how it was done."
    ),
    sentence=_("{id} says neither what is counted, how, nor where the figures come from."),
    advice=_("Write `unit`, `method` or `source`."),
    variants={
        "survey": (
            _("{id} is a survey and says neither what is asked nor whom."),
            _("Write the questions under `questions`, or the `method`."),
        ),
        "scale": (
            _("{id} is judged on a scale, and the steps of the scale are not given."),
            _("Write the steps under `scale`, the lowest first."),
        ),
        "category": (
            _("{id} is answered with one of several answers, and they are not given."),
            _("Write the possible answers under `categories`."),
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
    for: 1.1.1
    kind: count
    text: Användning
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
    for: 1.1.1
    kind: count
    text: Användning
    unit: besök
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for each, indicator in facts.plan.indicators.items():
        if indicator.ended is None and not says_how(indicator):
            variant = "" if indicator.kind in NUMBERS else indicator.kind
            yield RULE.at(facts.where("indicator", each, part="key"), variant=variant, id=each)


def says_how(indicator: Indicator) -> bool:
    """Whether anything is said of what is counted or how; judgements and yes-or-no questions say it themselves."""
    stated = indicator.__dict__
    needed = SAYS_WHAT.get(indicator.kind or "", ())
    return not needed or any(name in stated for name in needed) or any(name in stated for name in SAYS_HOW)
