"""PT601: a responsible party that nobody can ask."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import living
from plantrack.facts.organisations import names_of, vague_among
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT601",
    name="vague-owner",
    severity=WARNING,
    title=_("A responsible party that nobody can ask"),
    why=_(
        "A form is sent to somebody. Where the plan names a party that is not determined, a group that no"
        " one has listed, or a whole sector, it reaches nobody."
    ),
    sentence=_("{who} is responsible for {id}, and it is not determined who that is."),
    advice=_("Find out which organisation it is, add it to organisations.yaml and write its id here."),
    variants={
        "group": (
            _("{who} is responsible for {id}, a group whose members are not listed."),
            _("List the members in organisations.yaml, or name the one that answers for the whole as `lead`."),
        ),
        "sector": (
            _("{who} is responsible for {id}, and a sector is no organisation that can answer."),
            _("Name the organisation that answers for it, as `lead`."),
        ),
        "deciding": (
            _("{id} has nobody who is responsible, only {who} to decide."),
            _("Name the one that sees to it that it is done and followed up."),
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
    responsible: sektorn
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
    lead: kultur
    implementing: sektorn
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    for activity_id, _activity, said in living(facts):
        parties = said.roles.get("lead") or said.doers
        variant = vague_among(plan, parties) if parties else ""
        if not parties and "deciding" in said.roles:
            parties, variant = said.roles["deciding"], "deciding"
        if variant:
            role = next(role for role, names in said.roles.items() if parties[0] in names)
            yield RULE.at(
                facts.where("goal", plan.goal_of[activity_id], *said.said_roles[role][0].keys),
                variant="" if variant == "undetermined" else variant,
                id=activity_id,
                who=names_of(plan, parties),
            )
