"""PT504: an activity of which nothing says what it costs."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import living
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.record import ABSENCES, NOT_STATED
from plantrack.statements import cost_kinds

RULE = Rule(
    code="PT504",
    name="missing-cost",
    severity=WARNING,
    title=_("No cost"),
    why=_(
        "What nothing is said of has no budget. That it is done within ordinary operations is a good "
        "answer, if somebody has said so."
    ),
    sentence=_("{id} has no cost: nothing says what it costs or who bears it."),
    advice=_(
        "Write `cost: ordinary` if it is done within ordinary operations, an amount with its bearers, or "
        "`cost: to_be_determined` if nobody has decided yet."
    ),
    variants={
        "illegible": (
            _("What {id} costs cannot be read in the source."),
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
    cost: ordinary
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for activity_id, _activity, said in living(facts):
        kinds = cost_kinds(said)
        why = kinds[0] if kinds else NOT_STATED
        if any(kind not in ABSENCES for kind in kinds):
            continue
        if why in (NOT_STATED, "illegible"):
            where = facts.where("activity", activity_id, part="key")
            yield RULE.at(where, variant="" if why == NOT_STATED else why, id=activity_id)
