"""PT604: a time without an end."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import living
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT604",
    name="open-end",
    severity=WARNING,
    title=_("A time without an end"),
    why=_(
        "An activity without an end is never late and never finished. It also goes on after the plan has "
        "ended, when nobody follows it up."
    ),
    sentence=_("The time of {id} is “{when}”, and has no end."),
    advice=_(
        "Write an end, at the latest that of the plan. If the work is never finished, write `continuous: yes` as well."
    ),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
    when: 2014-
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
    when: 2014-2016
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for activity_id, _activity, said in living(facts):
        if said.continuous or any(each.value for each in said.due):
            continue
        for statement in said.when:
            when = statement.value
            if when and when.open_end and when.start:
                goal = facts.plan.goal_of[activity_id]
                yield RULE.at(facts.where("goal", goal, *statement.keys), id=activity_id, when=when)
                break
