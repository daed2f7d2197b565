"""PT501: an activity without a time."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import absence, living
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.record import NOT_STATED

RULE = Rule(
    code="PT501",
    name="missing-when",
    severity=WARNING,
    title=_("No time"),
    why=_("Without a time nobody can say whether an activity is late, and it is easily forgotten."),
    sentence=_("{id} has no time: nothing says when it is to be done."),
    advice=_(
        "Write `when`, for example `when: 2014-2016` or `when: hösten 2014`. If nobody has decided yet, "
        "write `when: to_be_determined`."
    ),
    variants={
        "to_be_determined": (
            _("It has not yet been decided when {id} is to be done."),
            _("Write it when it has been decided."),
        ),
        "illegible": (
            _("When {id} is to be done cannot be read in the source."),
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
    when: 2014-2016
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for activity_id, _activity, said in living(facts):
        if said.continuous or not absence(said.due):
            continue
        why = absence(said.when)
        if why in (NOT_STATED, "to_be_determined", "illegible"):
            where = facts.where("activity", activity_id, part="key")
            yield RULE.at(where, variant="" if why == NOT_STATED else why, id=activity_id)
