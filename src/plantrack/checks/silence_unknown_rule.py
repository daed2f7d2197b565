"""PT992: a setting or a silence for a rule that there is none of."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.checks import rule_book
from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Key, Rule
from plantrack.mark import _
from plantrack.nearest import nearest

RULE = Rule(
    code="PT992",
    name="silence-unknown-rule",
    severity=ERROR,
    title=_("A rule that does not exist"),
    why=_(
        "A code with a slip in it silences nothing, or silences another rule than was meant the day there is one with that code."
    ),
    sentence=_("{id} names the rule {rule}, and there is no such rule."),
    advice=_("Write the code as `plantrack explain` has it."),
    variants={
        "meant": (
            _("{id} names the rule {rule}, and there is no such rule."),
            _("Did you mean “{meant}”?"),
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
adopted: 2014-02-05-ks
follow_up:
  every: year
  cut_off: 12-31
rules:
  PT99: info
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
adopted: 2014-02-05-ks
follow_up:
  every: year
  cut_off: 12-31
rules:
  PT919: warning
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    header = facts.plan.header
    named: list[tuple[str, tuple[Key, ...]]] = [(code, ("rules", code)) for code in header.rules]
    named += [(each.rule or "", ("silenced", number, "rule")) for number, each in enumerate(header.silenced)]
    if not named:
        return
    codes = {check.RULE.code: check.RULE.name for check in rule_book()}
    for code, keys in named:
        if code and code not in codes:
            names = {name: known for known, name in codes.items()}
            meant = names.get(code) or nearest(code, codes)
            where = facts.where("plan", "plan", *keys, part="key" if keys[0] == "rules" else "value")
            variant = "meant" if meant else ""
            yield RULE.at(where, variant=variant, suggestion=meant, id=header.id or "plan", rule=code, meant=meant)
