"""PT513: several responsible parties and none that leads."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import living
from plantrack.facts.organisations import names_of
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT513",
    name="several-without-lead",
    severity=WARNING,
    title=_("Several responsible and nobody leads"),
    why=_(
        "When several are responsible and nobody leads, each can believe that another does it. And where "
        "their answers differ, nobody's answer decides."
    ),
    sentence=_("{who} are responsible for {id}, and none of them leads."),
    advice=_("Write the one that answers for the whole as `lead`."),
    variants={
        "joint": (
            _("{who} share the responsibility for {id} as equals, and none of them leads."),
            _(
                "Agree on who answers in the follow-up and write that one as `lead`. If it is meant to be"
                " joint in the follow-up as well, silence this with the reason."
            ),
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
    responsible: [kultur, samradet]
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
    implementing: samradet
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for activity_id, _activity, said in living(facts):
        doers = () if "lead" in said.roles else said.doers
        if len(doers) > 1:
            variant = "joint" if set(said.roles.get("joint", ())) == set(doers) else ""
            who = names_of(facts.plan, doers)
            yield RULE.at(facts.where("activity", activity_id, part="key"), variant=variant, id=activity_id, who=who)
