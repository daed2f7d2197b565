"""PT503: an activity without a success criterion."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import goal_of, living
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.record import NOT_STATED

RULE = Rule(
    code="PT503",
    name="missing-criterion",
    severity=WARNING,
    title=_("No success criterion"),
    why=_("Without a success criterion one can say that an activity was done, but not whether it helped."),
    sentence=_("{id} has no success criterion: nothing says what is to be true when it has succeeded."),
    advice=_("Write a sentence under `criteria` with `for: {id}`, or add {id} to the `for` of one that is there."),
    variants={
        "to_be_determined": (
            _("The success criterion for {id} has not yet been decided."),
            _("Write it when it has been decided."),
        ),
        "illegible": (
            _("The success criterion for {id} cannot be read in the source."),
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
criteria:
  1.1.k1: Det finns en mötesplats i varje stadsdel
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for activity_id, _activity, said in living(facts, "criteria"):
        goal = goal_of(facts, activity_id)
        texts = [goal.criteria[each] for each in said.criteria]
        if any(criterion.text is not None for criterion in texts):
            continue
        blank = next((criterion.unstated.get("text") for criterion in texts), None)
        why = blank or goal.unstated.get("criteria", NOT_STATED)
        if why in (NOT_STATED, "to_be_determined", "illegible"):
            where = facts.where("activity", activity_id, part="key")
            yield RULE.at(where, variant="" if why == NOT_STATED else why, id=activity_id)
