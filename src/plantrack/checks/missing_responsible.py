"""PT502: an activity that nobody answers for."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import absence_of_parties, living
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.record import NOT_STATED

RULE = Rule(
    code="PT502",
    name="missing-responsible",
    severity=WARNING,
    title=_("Nobody is responsible"),
    why=_("What nobody answers for is not done, and there is nobody to ask how it went."),
    sentence=_("{id} has nobody who is responsible for it."),
    advice=_(
        "Write `lead` for the one that leads, `implementing` for those who do the work, or `responsible` "
        "where the roles are not known. If nobody has decided yet, write `responsible: to_be_determined`."
    ),
    variants={
        "to_be_determined": (
            _("It has not yet been decided who is responsible for {id}."),
            _("Write it when it has been decided."),
        ),
        "illegible": (
            _("Who is responsible for {id} cannot be read in the source."),
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
    responsible: kultur
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for activity_id, _activity, said in living(facts):
        if "deciding" in said.roles:
            continue
        why = absence_of_parties(said)
        if why in (NOT_STATED, "to_be_determined", "illegible"):
            where = facts.where("activity", activity_id, part="key")
            yield RULE.at(where, variant="" if why == NOT_STATED else why, id=activity_id)
