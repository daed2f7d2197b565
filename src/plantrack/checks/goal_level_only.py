"""PT510: something that is said for a whole goal and for no single activity."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import INFO, Example, Finding, Rule
from plantrack.mark import Term, _
from plantrack.model.goal import Goal

WHAT = {
    "criteria": _("success criteria"),
    "cost": _("cost"),
    "indicators": _("indicators"),
    "follow_up": _("who answers for the follow-up"),
}

RULE = Rule(
    code="PT510",
    name="goal-level-only",
    severity=INFO,
    title=_("Said for the whole goal"),
    why=_(
        "What is said for a whole goal is taken to hold for each of its activities. That may be meant, or"
        " the numbers may have been left out."
    ),
    sentence=_("{id}: {what} given for the whole goal, not for single activities."),
    advice=_(
        "If it is about some of the activities only, say which: `for: [{example}]`, or write it on each "
        "of them. Otherwise it may stand."
    ),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
criteria:
  1.1.k1: Det finns en mötesplats i varje stadsdel
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
criteria:
  1.1.k1:
    for: 1.1.1
    text: Det finns en mötesplats i varje stadsdel
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for goal_id, goal in facts.plan.goals.items():
        if goal.activities and goal.ended is None:
            for field, keys in said_for_all(goal):
                example = ", ".join(list(goal.activities)[:2])
                where = facts.where("goal", goal_id, *keys, part="key")
                yield RULE.at(where, id=goal_id, field=field, what=Term(WHAT[field]), example=example)


def said_for_all(goal: Goal) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The fields of which something is said for all activities at once, with the keys to the first such place."""
    for_all = [each for each, criterion in goal.criteria.items() if not criterion.for_]
    if for_all:
        yield "criteria", ("criteria", for_all[0])
    if goal.cost:
        yield "cost", ("cost",)
    for each, indicator in goal.indicators.items():
        measured = [goal.criteria[i] for i in indicator.criterion if i in goal.criteria]
        if not indicator.for_ and not (measured and all(criterion.for_ for criterion in measured)):
            yield "indicators", ("indicators", each)
            break
    if goal.follow_up:
        yield "follow_up", ("follow_up",)
