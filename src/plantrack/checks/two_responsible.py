"""PT403: an activity that two places give different responsible parties."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.organisations import names_of
from plantrack.facts.scope import shared_from_elsewhere
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _
from plantrack.model.goal import DOING_ROLES

SEVERAL = tuple(role for role in DOING_ROLES if role != "lead")

RULE = Rule(
    code="PT403",
    name="two-responsible",
    severity=ERROR,
    title=_("Two places that name different responsible parties"),
    why=_(
        "Where two places name different parties, one of them may be a wrong number, or both may hold. "
        "Nobody can know, and each party may believe that it is the other."
    ),
    sentence=_("{id} is the responsibility of {own} here, and of {other} in another place."),
    advice=_("If both hold, write all of them on the activity itself. If not, take {id} away where it is wrong."),
    variants={
        "elsewhere": (
            _("{id} is the responsibility of {own}, and the file of goal {goal} gives it to {other}."),
            _(
                "Probably {id} should not stand there: see what else is said of that line. If it should, "
                "write all who are responsible in the file of the activity's own goal."
            ),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
shared:
  - for: [1.1.1, 1.1.2]
    responsible: kultur
  - for: 1.1.1
    responsible: samradet
activities:
  1.1.1:
    title: Öppna en mötesplats
  1.1.2:
    title: Fråga besökarna
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
shared:
  - for: [1.1.1, 1.1.2]
    responsible: kultur
activities:
  1.1.1:
    title: Öppna en mötesplats
    responsible: samradet
  1.1.2:
    title: Fråga besökarna
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    yield from _in_the_goal(facts)
    plan = facts.plan
    for activity, goal, number, shared in shared_from_elsewhere(plan):
        own = plan.held[activity].doers
        other = tuple(dict.fromkeys(party for role in DOING_ROLES for party in shared[role]))
        if own and other and set(own) != set(other):
            role = next(role for role in DOING_ROLES if shared[role])
            yield RULE.at(
                facts.where("activity", activity, part="key"),
                variant="elsewhere",
                related=(facts.where("goal", goal, "shared", number, role),),
                id=activity,
                own=names_of(plan, own),
                goal=goal,
                other=names_of(plan, other),
            )


def _in_the_goal(facts: Facts) -> Iterator[Finding]:
    """Two statements that are equally near."""
    plan = facts.plan
    for activity, said in plan.held.items():
        for role in SEVERAL:
            statements = said.said_roles.get(role, ())
            if len(statements) > 1:
                named = [each for each in statements if each.value]
                other = next((each for each in named[1:] if set(each.value) != set(named[0].value)), None)
                if other:
                    first = named[0]
                    goal = plan.goal_of[activity]
                    yield RULE.at(
                        facts.where("goal", goal, *first.keys),
                        related=(facts.where("goal", goal, *other.keys),),
                        id=activity,
                        own=names_of(plan, first.value),
                        other=names_of(plan, other.value),
                    )
