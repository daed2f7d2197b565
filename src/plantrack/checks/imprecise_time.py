"""PT605: a time that is not exact."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import living
from plantrack.finding import INFO, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT605",
    name="imprecise-time",
    severity=INFO,
    title=_("A time that is not exact"),
    why=_(
        "“Autumn 2014” is read as the days that the plan's convention gives it, and is late only after "
        "the last of them. Others may have meant an earlier day."
    ),
    sentence=_("The time of {id} is “{when}”, and is read as {start} to {end}."),
    advice=_("Write a month or a day if it is known. How vague times are read is set by `seasons` in the plan's file."),
    variants={
        "from": (
            _("The time of {id} is “{when}”, and is read as from {start}."),
            _(
                "Write a month or a day if it is known. How vague times are read is set by `seasons` in "
                "the plan's file."
            ),
        ),
        "until": (
            _("The time of {id} is “{when}”, and is read as until {end}."),
            _(
                "Write a month or a day if it is known. How vague times are read is set by `seasons` in "
                "the plan's file."
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
    when: hösten 2014
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
    when: 2014-10
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    calendar = facts.plan.calendar
    for activity_id, _activity, said in living(facts):
        for statement in said.when:
            when = statement.value
            if when and ((when.start and not when.start.exact) or (when.end and not when.end.exact)):
                yield RULE.at(
                    facts.where("goal", facts.plan.goal_of[activity_id], *statement.keys),
                    variant="from" if not when.end else "until" if not when.start else "",
                    id=activity_id,
                    when=when,
                    start=calendar.first(when.start) if when.start else None,
                    end=calendar.last(when.end) if when.end else None,
                )
                break
