"""PT803: a commitment for the whole plan that no goal and no activity names."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT803",
    name="cross-cutting-unused",
    severity=WARNING,
    title=_("A cross-cutting commitment that no goal and no activity names"),
    why=_(
        "A commitment that holds for the whole plan is easily nobody's. Where no goal and no activity names it, "
        "there is nothing to report about it."
    ),
    sentence=_("The commitment {id} is to hold for the whole plan, and no goal and no activity names it: “{text}”"),
    advice=_("Write {id} under `commitments:` in those goals or activities where something is done for it."),
    bad=Example(
        """\
# agreement.yaml
id: overenskommelsen
title: Överenskommelse om samverkan i Nordvik
commitments:
  motesplatser: Parterna ser till att det finns platser där människor möts.
  mangfald:
    text: Mångfald
    cross_cutting: yes
"""
    ),
    good=Example(
        """\
# agreement.yaml
id: overenskommelsen
title: Överenskommelse om samverkan i Nordvik
commitments:
  motesplatser:
    text: Parterna ser till att det finns platser där människor möts.
    cross_cutting: yes
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    agreement = plan.agreements.get(plan.header.implements or "")
    if agreement is None or any(lost.kind == "goal" for lost in facts.unreadable):
        return
    waiting = {i: each for i, each in agreement.commitments.items() if each.cross_cutting}
    if not waiting:
        return
    for goal in plan.goals.values():
        for named in (goal.commitments, *(activity.commitments for activity in goal.activities.values())):
            for each in named:
                waiting.pop(each, None)
    for identifier, commitment in waiting.items():
        yield RULE.at(facts.where("commitment", identifier), id=identifier, text=commitment.text)
