"""PT508: a measure that has not been decided yet."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import goal_of, living
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT508",
    name="measure-to-be-determined",
    severity=WARNING,
    title=_("A measure that has not been decided yet"),
    why=_(
        "A measure that is made up afterwards measures what happened to be done. It must be settled "
        "before the first round, or there is nothing to compare with."
    ),
    sentence=_("How {id} is to be measured has not been decided yet."),
    advice=_("Decide what is measured, and change `kind` of the indicator."),
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
    text: Tas fram av samrådet
    kind: to_be_determined
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
    text: Finns en mötesplats?
    kind: yes_no
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for activity_id, _activity, said in living(facts):
        goal = goal_of(facts, activity_id)
        for each in said.indicators:
            if goal.indicators[each].kind == "to_be_determined":
                yield RULE.at(facts.where("indicator", each, "kind"), id=activity_id, indicator=each)
                break
        else:
            if goal.unstated.get("indicators") == "to_be_determined":
                yield RULE.at(facts.where("activity", activity_id, part="key"), id=activity_id)
