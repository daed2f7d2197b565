"""PT514: a goal that nothing is done for."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import lost_places
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT514",
    name="goal-without-activities",
    severity=WARNING,
    title=_("A goal without activities"),
    why=_("A goal that nothing is done for is a wish."),
    sentence=_("Goal {id} has no activities."),
    advice=_("Write what is to be done under `activities`, or end the goal by a decision and write `ended`."),
    variants={
        "to_be_determined": (
            _("What is to be done for goal {id} has not been decided yet."),
            _("Write the activities when they have been decided."),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
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
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    lost = lost_places(facts)
    for goal_id, goal in facts.plan.goals.items():
        if not goal.activities and goal.ended is None:
            absence = goal.unstated.get("activities", "")
            hidden = any(len(keys) == 1 or keys[0] == "activities" for keys in lost.get(goal_id, ()))
            if absence != "not_applicable" and not hidden:
                variant = "to_be_determined" if absence == "to_be_determined" else ""
                yield RULE.at(facts.where("goal", goal_id, "id"), variant=variant, id=goal_id)
