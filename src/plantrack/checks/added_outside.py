"""PT709: something that came into the plan on a day that cannot be right."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.judged import kind_of
from plantrack.facts.lives import period
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.model.goal import Lineage

RULE = Rule(
    code="PT709",
    name="added-outside",
    severity=WARNING,
    title=_("Something that came into the plan on a day that cannot be right"),
    why=_(
        "What has come into the plan later is neither asked about nor counted in the rounds before its day. With a "
        "wrong day it is missing from rounds that it belongs in, or counts as unreported where it was not there."
    ),
    sentence=_("{id} came into the plan on {day}, and the plan's time is {period}."),
    advice=_("Correct the day. What has been in the plan from the start needs no `added`."),
    variants={
        "ended": (
            _("{id} came into the plan on {day}, and it ended before that, on {ended}."),
            _("See which of the days is right."),
        ),
        "answered": (
            _("{by} answers about {id} on {answered}, and it came into the plan after that, on {day}."),
            _("See which of the days is right. Until then the answer does not show in its round."),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.2-samverkan.yaml
id: 1.2
title: Parterna arbetar tillsammans
commitments: [motesplatser]
activities:
  1.2.1:
    title: Ordna en mässa
    lead: kultur
    when: 2016
    added: 2051-04-22
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.2-samverkan.yaml
id: 1.2
title: Parterna arbetar tillsammans
commitments: [motesplatser]
activities:
  1.2.1:
    title: Ordna en mässa
    lead: kultur
    when: 2016
    added: 2015-04-22
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    if not plan.came_in:
        return
    start, end = period(plan)
    for thing, day in plan.came_in.items():
        kind = kind_of(plan, thing)
        where = facts.where(kind, thing, "added")
        ended = _record(facts, thing).ended
        if not start <= day <= end:
            yield RULE.at(where, id=thing, day=day, period=plan.header.period)
        elif ended and ended.date and ended.date < day:
            yield RULE.at(where, variant="ended", id=thing, day=day, ended=ended.date)
    for each in facts.said:
        came = plan.came_in.get(each.thing)
        if came and each.day < came:
            where = facts.where("submission", each.submission, *each.keys)
            yield RULE.at(where, variant="answered", id=each.thing, by=each.organisation, answered=each.day, day=came)


def _record(facts: Facts, thing: str) -> Lineage:
    plan = facts.plan
    tables = (plan.goals, plan.activities, plan.steps, plan.criteria, plan.indicators)
    return next(table[thing] for table in tables if thing in table)
