"""PT506: an activity whose follow-up nobody answers for."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import absence_of_parties, goal_of, living
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.record import NOT_STATED

RULE = Rule(
    code="PT506",
    name="missing-follow-up-owner",
    severity=WARNING,
    title=_("Nobody answers for the follow-up"),
    why=_("When nobody has been named to follow up, each one waits for the others, and no figures come in."),
    sentence=_("{id} has nobody who answers for its follow-up."),
    advice=_("Write `follow_up` on the activity, on the goal, or on what it is measured by."),
    variants={
        "to_be_determined": (
            _("It has not yet been decided who answers for the follow-up of {id}."),
            _("Write it when it has been decided."),
        ),
        "illegible": (
            _("Who answers for the follow-up of {id} cannot be read in the source."),
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
    follow_up: kultur
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for activity_id, _activity, said in living(facts):
        goal = goal_of(facts, activity_id)
        why = absence_of_parties(said, ("follow_up",))
        if not why or any(goal.indicators[i].follow_up for i in said.indicators):
            continue
        if any(goal.criteria[i].follow_up for i in said.criteria):
            continue
        if why in (NOT_STATED, "to_be_determined", "illegible"):
            where = facts.where("activity", activity_id, part="key")
            yield RULE.at(where, variant="" if why == NOT_STATED else why, id=activity_id)
