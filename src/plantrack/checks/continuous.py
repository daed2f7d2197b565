"""PT606: an activity that is never finished on a date."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import living
from plantrack.finding import INFO, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT606",
    name="continuous",
    severity=INFO,
    title=_("An activity that goes on all the time"),
    why=_(
        "Work that goes on all the time cannot be finished by a day. It has to be judged every round: did"
        " it go on, and did it help?"
    ),
    sentence=_("{id} goes on all the time and is never finished on a date."),
    advice=_("Nothing needs to be changed. See to it that somebody judges it every round."),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
    when: 2014-2016
    continuous: yes
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
        if said.continuous:
            yield RULE.at(facts.where("activity", activity_id, part="key"), id=activity_id)
