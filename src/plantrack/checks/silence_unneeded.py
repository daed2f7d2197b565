"""PT991: a silence that nothing needs any more."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT991",
    name="silence-unneeded",
    severity=WARNING,
    title=_("A silence that nothing needs"),
    why=_(
        "A finding that has been accepted is printed in the report's annex with its reason. When the plan has been "
        "mended the silence must go, or it would hide the same fault the next time."
    ),
    sentence=_("The plan silences {rule} for {scope}, and there is no such finding."),
    advice=_("Take the silence out of the plan's file."),
    bad=Example(
        """\
# plan.yaml
format: 1
id: nordvik-2014
title: Plan för ett öppnare Nordvik
language: sv
period: 2014-2016
follow_up:
  every: year
  cut_off: 12-31
silenced:
  - rule: PT501
    for: 1.1.1
    reason: Tiden är inte bestämd.
"""
    ),
    good=Example(
        """\
# plan.yaml
format: 1
id: nordvik-2014
title: Plan för ett öppnare Nordvik
language: sv
period: 2014-2016
follow_up:
  every: year
  cut_off: 12-31
"""
    ),
)


def check(_facts: Facts) -> Iterator[Finding]:
    """Nothing: what is needed is known only when all others have spoken."""
    return iter(())


def unneeded(facts: Facts, used: frozenset[int]) -> Iterator[Finding]:
    """The silences that no finding needed, by their places in the plan's list."""
    for number, silence in enumerate(facts.plan.header.silenced):
        if number not in used:
            where = facts.where("plan", "plan", "silenced", number)
            scope = silence.for_ or (facts.plan.header.id or "",)
            yield RULE.at(where, id=facts.plan.header.id, rule=silence.rule, scope=scope)
