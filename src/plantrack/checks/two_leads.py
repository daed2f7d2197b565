"""PT402: an activity with two that lead."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.organisations import names_of
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT402",
    name="two-leads",
    severity=ERROR,
    title=_("Two that lead the same activity"),
    why=_("The one that leads answers for the whole, and its answer is the activity's state. With two, nobody does."),
    sentence=_("{id} is led by {who}, and only one can lead."),
    advice=_(
        "Keep the one that answers for the whole as `lead` and write the other as `implementing` or "
        "`partner`. If they share the responsibility as equals, write `joint: [{parties}]` instead."
    ),
    variants={
        "places": (
            _("{id} is led by {who}, as two places say, and only one can lead."),
            _(
                "Find out who leads and take the other statement away. If they share the responsibility "
                "as equals, write `joint: [{parties}]` instead."
            ),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
    lead: [kultur, samradet]
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
    joint: [kultur, samradet]
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    for activity, said in plan.held.items():
        leads = said.roles.get("lead", ())
        if len(leads) > 1:
            goal = plan.goal_of[activity]
            first, *others = (facts.where("goal", goal, *each.keys) for each in said.said_roles["lead"] if each.value)
            yield RULE.at(
                first,
                variant="places" if others else "",
                related=tuple(others),
                id=activity,
                who=names_of(plan, leads),
                parties=", ".join(leads),
            )
