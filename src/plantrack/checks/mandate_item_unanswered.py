"""PT804: a task of a mandate that nothing answers."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.plan import Plan

RULE = Rule(
    code="PT804",
    name="mandate-item-unanswered",
    severity=WARNING,
    title=_("A task of a mandate that nothing answers"),
    why=_(
        "A mandate is reported back point by point. A point that no activity, no goal and no decision answers "
        "is still open, whatever the rest of the plan says."
    ),
    sentence=_("Nothing in the plan answers {id} of the mandate: “{text}”"),
    advice=_(
        "Write `mandate: [{id}]` in the activity or goal that answers it, `answers: [{id}]` in the decision that "
        "does, or `completed:` in the mandate with the decision that declared it completed."
    ),
    bad=Example(
        """\
# decisions/2013-04-ks.yaml
date: 2013-04
body: ks
kind: mandate
title: Uppdrag om mötesplatser
items:
  2013-04-ks.1:
    to: kultur
    text: Föreslå hur mötesplatserna kan få en egen budget.
"""
    ),
    good=Example(
        """\
# decisions/2013-04-ks.yaml
date: 2013-04
body: ks
kind: mandate
title: Uppdrag om mötesplatser
items:
  2013-04-ks.1:
    to: kultur
    text: Föreslå hur mötesplatserna kan få en egen budget.
    completed: 2014-02-05-ks
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    if not plan.mandate_items or any(lost.kind in ("goal", "decision") for lost in facts.unreadable):
        return
    answered = answered_in(plan)
    for identifier, item in plan.mandate_items.items():
        if identifier not in answered and not item.completed:
            yield RULE.at(facts.where("mandate item", identifier), id=identifier, text=item.text)


def answered_in(plan: Plan) -> set[str]:
    """Every item that a goal, an activity or a decision says it answers."""
    answered = {each for decision in plan.decisions.values() for each in decision.answers}
    for goal in plan.goals.values():
        answered.update(goal.mandate)
        for activity in goal.activities.values():
            answered.update(activity.mandate)
    return answered
