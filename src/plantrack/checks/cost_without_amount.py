"""PT509: an activity without any amount of money."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import living
from plantrack.finding import INFO, Example, Finding, Rule
from plantrack.mark import _
from plantrack.model.goal import Cost
from plantrack.statements import Held

RULE = Rule(
    code="PT509",
    name="cost-without-amount",
    severity=INFO,
    title=_("No amount"),
    why=_(
        "That something is done within ordinary operations is a valid statement, but nobody can add it "
        "up. A report on what the plan has cost can say nothing of it."
    ),
    sentence=_("{id} has no amount: nothing says how much it costs."),
    advice=_(
        "Write the amount under `cost` if there is one. If the plan has no amounts on purpose, write "
        "`PT509` under `rules` in the plan's file with `severity: off` and the reason."
    ),
    bad=Example(
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
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
    cost:
      kind: amount
      amount: 200 000 SEK
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for activity_id, _activity, said in living(facts):
        if not _has_amount(said):
            yield RULE.at(facts.where("activity", activity_id, part="key"), id=activity_id)


def _has_amount(said: Held) -> bool:
    """Whether any amount is given, or it is said that there is none to give."""
    for statement in said.costs:
        cost = statement.value
        if not isinstance(cost, Cost):
            if statement.absence == "not_applicable":
                return True
        elif cost.amount or cost.lowest or cost.highest or any(each.amount for each in cost.bearers.values()):
            return True
    return False
