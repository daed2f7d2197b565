"""PT602: a follow-up that rests with a party that nobody can ask."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import living
from plantrack.facts.organisations import names_of, vague_among
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT602",
    name="vague-follow-up-owner",
    severity=WARNING,
    title=_("Somebody that nobody can ask answers for the follow-up"),
    why=_(
        "The one that answers for the follow-up is asked every round. A party that is not determined is never reached."
    ),
    sentence=_("{who} answers for the follow-up of {id}, and it is not determined who that is."),
    advice=_("Find out which organisation it is and write its id as `follow_up`."),
    variants={
        "group": (
            _("{who} answers for the follow-up of {id}, a group whose members are not listed."),
            _("List the members in organisations.yaml, or name one organisation as `follow_up`."),
        ),
        "sector": (
            _("{who} answers for the follow-up of {id}, and a sector is no organisation that can answer."),
            _("Name one organisation as `follow_up`."),
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
    follow_up: sektorn
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
    plan = facts.plan
    for activity_id, _activity, said in living(facts):
        parties = said.roles.get("follow_up", ())
        variant = vague_among(plan, parties) if parties else ""
        if variant:
            yield RULE.at(
                facts.where("goal", plan.goal_of[activity_id], *said.said_roles["follow_up"][0].keys),
                variant="" if variant == "undetermined" else variant,
                id=activity_id,
                who=names_of(plan, parties),
            )
