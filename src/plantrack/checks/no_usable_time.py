"""PT603: a time that names no day to judge by."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import living
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT603",
    name="no-usable-time",
    severity=WARNING,
    title=_("A time that nothing can be judged by"),
    why=_(
        "“At once” and “when needed” say neither when it begins nor when it is done. Such an activity is "
        "never late, whatever happens."
    ),
    sentence=_("The time of {id} is “{when}”, which gives neither a start nor an end."),
    advice=_("Write from when to when, for example `when: 2014-2016`."),
    variants={
        "unknown_day": (
            _("The time of {id} is “{when}”, and there is no decision or event {after} to count from."),
            _("Write the id of the decision as its file is named, or write a date."),
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
    when: omgående
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
    when: 2014
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    for activity_id, _activity, said in living(facts):
        if any(each.value for each in said.due):
            continue
        for statement in said.when:
            when = statement.value
            if when is None:
                continue
            after = when.after_id
            lost = after and after not in plan.decisions and after not in plan.events and not facts.may_be_unread(after)
            if lost or (not when.start and not when.end and not after and when.word):
                yield RULE.at(
                    facts.where("goal", plan.goal_of[activity_id], *statement.keys),
                    variant="unknown_day" if lost else "",
                    id=activity_id,
                    when=when,
                    after=after,
                )
                break
