"""PT401: an activity with two times."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.dates import When
from plantrack.facts import Facts
from plantrack.facts.scope import shared_from_elsewhere
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT401",
    name="two-times",
    severity=ERROR,
    title=_("Two times for the same activity"),
    why=_(
        "What is nearest holds: what the activity says itself, then what is said for several at once, "
        "then what the goal says. Where two that are equally near say different things, or where another "
        "goal's file gives the activity another time, nobody knows which one holds."
    ),
    sentence=_("{id} has two times: {one} here and {two} in another place."),
    advice=_("Find out which one holds, and take the other away."),
    variants={
        "elsewhere": (
            _("{id} has the time {one}, and the file of goal {goal} gives it {two}."),
            _(
                "Probably {id} should not stand there: see what else is said of that line. If it should, "
                "move it to the file of the activity's own goal."
            ),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
shared:
  - for: 1.1.1
    when: 2014
  - for: 1.1.1
    when: 2015
activities:
  1.1.1:
    title: Öppna en mötesplats
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
shared:
  - for: 1.1.1
    when: 2014
activities:
  1.1.1:
    title: Öppna en mötesplats
    when: 2015
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    for activity, said in plan.held.items():
        for statements in (said.when, said.due):
            if len(statements) > 1:
                first, *others = (statement for statement in statements if statement.value)
                other = next((each for each in others if not same(each.value, first.value)), None)
                if other:
                    goal = plan.goal_of[activity]
                    places = (facts.where("goal", goal, *first.keys), facts.where("goal", goal, *other.keys))
                    yield RULE.at(places[0], related=places[1:], id=activity, one=first.value, two=other.value)
    for activity, goal, number, shared in shared_from_elsewhere(plan):
        for field, statements in (("when", plan.held[activity].when), ("due", plan.held[activity].due)):
            given = shared[field]
            own = next((each for each in statements if each.value), None)
            if given and own and not same(given, own.value):
                yield RULE.at(
                    facts.where("goal", plan.goal_of[activity], *own.keys),
                    variant="elsewhere",
                    related=(facts.where("goal", goal, "shared", number, field),),
                    id=activity,
                    one=own.value,
                    two=given,
                    goal=goal,
                )


def same(one: When, two: When) -> bool:
    """Whether two times say the same, however they are written."""
    return one._replace(text="") == two._replace(text="")
