"""PT511: an activity of which next to nothing is said."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import living
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT511",
    name="orphan-activity",
    severity=WARNING,
    title=_("An activity without anything"),
    why=_(
        "An activity without time, responsible party, success criterion and measure cannot be followed up"
        " at all. It is in the plan by name only."
    ),
    sentence=_("{id} has neither time, responsible party, success criterion nor measure."),
    advice=_(
        "Decide whether it is to be done. If it is, give it a party and a time first; if it is not, end "
        "it by a decision and write `ended`."
    ),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
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
    when: 2014
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for activity_id, _activity, said in living(facts):
        something = said.when or said.due or said.continuous or said.doers or "deciding" in said.roles
        if not (something or said.criteria or said.indicators):
            yield RULE.at(facts.where("activity", activity_id, part="key"), id=activity_id)
