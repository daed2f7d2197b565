"""PT304: a goal's file that speaks of what another goal defines."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.scope import meant_by, out_of_scope
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT304",
    name="out-of-scope",
    severity=ERROR,
    title=_("A goal's file that speaks of another goal's things"),
    why=_(
        "The id exists, so nothing looks wrong, but what is said lands on another activity: that one gets"
        " a time or a responsible party that was never meant for it, and the right one gets none."
    ),
    sentence=_("In the file of goal {goal}, `{field}` names {ids}, which another goal defines."),
    advice=_("Name only what stands in this file. What is to hold for {ids} is written in the file of {others}."),
    variants={
        "meant": (
            _("In the file of goal {goal}, `{field}` names {ids}, which another goal defines."),
            _("Did you mean {meant}? What is to hold for {ids} is written in the file of {others}."),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
shared:
  - for: 1.2.1
    when: 2014
activities:
  1.1.1:
    title: Öppna en mötesplats
# 1-gemenskap/1.2-natverk.yaml
id: 1.2
title: Fler nätverk
activities:
  1.2.1:
    title: Samla nätverken
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
shared:
  - for: 1.1.1
    when: 2014
activities:
  1.1.1:
    title: Öppna en mötesplats
# 1-gemenskap/1.2-natverk.yaml
id: 1.2
title: Fler nätverk
activities:
  1.2.1:
    title: Samla nätverken
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    for strange in out_of_scope(plan):
        meant = meant_by(plan, strange)
        others = tuple(dict.fromkeys(plan.goal_of[each] for each in strange.ids))
        first = strange.ids[0]
        yield RULE.at(
            facts.where("goal", strange.goal, *strange.keys),
            variant="meant" if meant else "",
            suggestion=meant,
            related=(facts.where("criterion" if first in plan.criteria else "activity", first, part="key"),),
            id=strange.thing,
            goal=strange.goal,
            field=strange.field,
            ids=strange.ids,
            others=others,
            meant=meant,
        )
