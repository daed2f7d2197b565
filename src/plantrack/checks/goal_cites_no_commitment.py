"""PT801: a goal that does not say which commitment it answers."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.model.goal import Goal
from plantrack.plan import Plan

RULE = Rule(
    code="PT801",
    name="goal-cites-no-commitment",
    severity=WARNING,
    title=_("A goal that does not say which commitment it answers"),
    why=_(
        "The plan carries out an agreement. A goal that names no commitment cannot be followed back to what the "
        "parties have promised each other, and nobody can see which promises are being kept."
    ),
    sentence=_("Goal {id} does not say which commitment of “{agreement}” it answers."),
    advice=_(
        "Write `commitments:` in the goal, with the ids of the commitments, or in those of its activities that answer one."
    ),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Alla har nära till en mötesplats
activities:
  1.1.1:
    title: Öppna en mötesplats i varje stadsdel
    lead: kultur
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Alla har nära till en mötesplats
commitments: [motesplatser]
activities:
  1.1.1:
    title: Öppna en mötesplats i varje stadsdel
    lead: kultur
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    agreement = plan.agreements.get(plan.header.implements or "")
    if agreement is None or not agreement.commitments:
        return
    for identifier, goal in plan.goals.items():
        if not (goal.ended or cites(goal) or theme_cites(plan, identifier)):
            yield RULE.at(facts.where("goal", identifier), id=identifier, agreement=agreement.title)


def cites(goal: Goal) -> bool:
    """Whether the goal, or anything that is done for it, names a commitment or says that none applies."""
    return goal.states("commitments") or any(activity.commitments for activity in goal.activities.values())


def theme_cites(plan: Plan, goal: str) -> bool:
    """Whether the goal's theme names a commitment of its own. One that holds for the whole plan tells nothing of a goal."""
    theme = plan.themes.get(plan.theme_of.get(goal, ""))
    named = theme.commitments if theme else ()
    return any(each not in plan.commitments or not plan.commitments[each].cross_cutting for each in named)
