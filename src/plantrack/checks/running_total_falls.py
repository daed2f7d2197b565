"""PT909: a running total that has fallen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from plantrack.facts import Facts
from plantrack.facts.answers import Said, corrected
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.kinds import NUMBER, Unfit
from plantrack.mark import _

RULE = Rule(
    code="PT909",
    name="running-total-falls",
    severity=WARNING,
    title=_("A running total that has fallen"),
    why=_(
        "A running total counts from the start of the plan and can only grow. Where it falls, somebody has counted "
        "the year alone, or one of the figures is wrong."
    ),
    sentence=_("{by} reports {value} for {id}, which counts from the start of the plan; {day} it was {before}."),
    advice=_(
        "Write the number from the start of the plan. If the earlier figure was wrong, correct it with a submission that `replaces` it."
    ),
    bad=Example(
        """\
# 1-gemenskap/1.2-samverkan.yaml
id: 1.2
title: Parterna arbetar tillsammans
commitments: [motesplatser]
indicators:
  1.2.m1:
    kind: count
    text: Projekt som har tillkommit under planen
    running_total: yes
    follow_up: kultur
# progress/2014/2014-11-20-kultur-9c1e.yaml
by: kultur
date: 2014-11-20
round: 2014
answers:
  1.2.m1:
    value: 5
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.2.m1:
    value: 3
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.2-samverkan.yaml
id: 1.2
title: Parterna arbetar tillsammans
commitments: [motesplatser]
indicators:
  1.2.m1:
    kind: count
    text: Projekt som har tillkommit under planen
    running_total: yes
    follow_up: kultur
# progress/2014/2014-11-20-kultur-9c1e.yaml
by: kultur
date: 2014-11-20
round: 2014
answers:
  1.2.m1:
    value: 5
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.2.m1:
    value: 8
"""
    ),
)
Value = tuple[date, Decimal, Said]


def check(facts: Facts) -> Iterator[Finding]:
    totals = {i for i, indicator in facts.plan.indicators.items() if indicator.running_total}
    if not totals:
        return
    settled = corrected(facts.plan)
    series: dict[tuple[str, str], list[Value]] = {}
    for each in facts.said:
        if each.thing in totals and (each.submission, each.thing) not in settled:
            value = number_of(each)
            if value is not None:
                at = each.answer.at
                day = min(facts.plan.calendar.last(at), each.day) if at else each.day
                series.setdefault((each.thing, each.organisation), []).append((day, value, each))
    for values in series.values():
        values.sort(key=lambda value: value[0])
        for (day, before, earlier), (_day, value, each) in pairwise(values):
            if value < before:
                yield RULE.at(
                    facts.where("submission", each.submission, *each.keys, "value"),
                    related=(facts.where("submission", earlier.submission, *earlier.keys, "value"),),
                    id=each.thing,
                    by=each.organisation,
                    value=value,
                    before=before,
                    day=day,
                )


def number_of(each: Said) -> Decimal | None:
    """The number that was reported, where it is one."""
    try:
        return NUMBER.read(each.answer.value or "")
    except Unfit:
        return None
