"""PT991: a silence that nothing needs any more."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.checks import is_over, rule_book, severity_of
from plantrack.facts import Facts
from plantrack.finding import ERROR, WARNING, Example, Finding, Rule
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
    variants={
        "error": (
            _("The plan silences {rule} for {scope}, and {rule} is an error: an error is never silenced."),
            _("Mend what is wrong, and take the silence out of the plan's file."),
        ),
        "over": (
            _("The plan silences {rule} for {scope} until {until}, and that time has passed."),
            _(
                "Mend what was accepted for a time, or write a later time and the reason. Take the silence out otherwise."
            ),
        ),
    },
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


def after(facts: Facts, used: frozenset[int]) -> Iterator[Finding]:
    """The silences that no finding needed. ``used`` are those that one did, by their places in the plan's list."""
    header = facts.plan.header
    if not header.silenced:
        return
    rules = {check.RULE.code: check.RULE for check in rule_book()}
    for number, silence in enumerate(header.silenced):
        rule = rules.get(silence.rule or "")
        if number in used or rule is None:
            continue
        variant = ""
        if severity_of(rule, facts) == ERROR:
            variant = "error"
        elif is_over(silence, facts):
            variant = "over"
        yield RULE.at(
            facts.where("plan", "plan", "silenced", number),
            variant=variant,
            id=header.id or "plan",
            rule=silence.rule,
            scope=silence.for_ or (header.id or "",),
            until=silence.until,
        )
