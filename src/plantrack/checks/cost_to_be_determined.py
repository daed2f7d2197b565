"""PT507: a cost that has not been decided yet."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import living
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.model.goal import Cost

RULE = Rule(
    code="PT507",
    name="cost-to-be-determined",
    severity=WARNING,
    title=_("A cost that has not been decided yet"),
    why=_("What is to be looked into has to be looked into by somebody, some day. It stays in the list until it is."),
    sentence=_("What {id} costs has not been decided yet."),
    advice=_("When it is known, change the kind of cost and write the amount and who bears it."),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
    cost: to_be_determined
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
    cost: ordinary
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for activity_id, _activity, said in living(facts):
        for statement in said.costs:
            kind = statement.value.kind if isinstance(statement.value, Cost) else statement.absence
            if kind == "to_be_determined":
                yield RULE.at(facts.where("goal", facts.plan.goal_of[activity_id], *statement.keys), id=activity_id)
                break
