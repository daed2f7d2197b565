"""PT512: an activity that does not say who leads and who carries out."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import living
from plantrack.facts.organisations import names_of
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT512",
    name="role-not-split",
    severity=WARNING,
    title=_("Who leads and who carries out is not told apart"),
    why=_(
        "The one that leads answers for the whole and its answer is the activity's state; those who carry"
        " out do the work. Where the plan does not tell them apart, nobody's answer weighs more than "
        "another's."
    ),
    sentence=_("{id} does not say who leads and who carries out."),
    advice=_(
        "Write `lead` for the one that answers for the whole and `implementing` for those who do the "
        "work. A single party that does both is `lead`."
    ),
    variants={
        "without_role": (
            _("{id} names who leads, but not what {who} is to do."),
            _("Write `implementing` or `partner` in place of `responsible`."),
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
        if "lead" not in said.roles:
            yield RULE.at(facts.where("activity", activity_id, part="key"), id=activity_id)
        elif "responsible" in said.roles:
            who = names_of(facts.plan, said.roles["responsible"])
            yield RULE.at(
                facts.where("activity", activity_id, part="key"), variant="without_role", id=activity_id, who=who
            )
