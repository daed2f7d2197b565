"""PT505: an activity that nothing measures."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import goal_of, living
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.record import NOT_STATED

RULE = Rule(
    code="PT505",
    name="missing-measure",
    severity=WARNING,
    title=_("No measure"),
    why=_("Without a measure the follow-up rests on what somebody thinks."),
    sentence=_("{id} has no indicator: nothing says how it is to be measured or judged."),
    advice=_(
        "Write one under `indicators` with `for: {id}`, or add {id} to the `for` of one that is there. A "
        "yes-or-no question or a judgement will do."
    ),
    variants={
        "illegible": (
            _("How {id} is to be measured cannot be read in the source."),
            _("Ask those who made the plan, and write what they answer."),
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
indicators:
  1.1.m1:
    text: Stadsdelar med en öppen mötesplats
    kind: count
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for activity_id, _activity, said in living(facts, "indicators"):
        if said.indicators:
            continue
        why = goal_of(facts, activity_id).unstated.get("indicators", NOT_STATED)
        if why in (NOT_STATED, "illegible"):
            where = facts.where("activity", activity_id, part="key")
            yield RULE.at(where, variant="" if why == NOT_STATED else why, id=activity_id)
