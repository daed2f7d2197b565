"""PT310: an id of another plan that the other plan does not have."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.abroad import abroad
from plantrack.facts.references import known_ids
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT310",
    name="unknown-in-other-plan",
    severity=ERROR,
    title=_("An id of another plan that the other plan does not have"),
    why=_(
        "A plan refers to another as plan:id, so that what continues can be followed from one to the next. If the id "
        "is not there, the trail is lost. It is looked for where the other plan lies in a folder beside this one."
    ),
    sentence=_("{id} refers to “{text}” as {field}, and the plan {plan} has nothing with that id."),
    advice=_("Write the id as it is in the plan {plan}."),
    beside=Example(
        """\
# plan.yaml
format: 1
id: nordvik-2010
title: Den förra planen
language: sv
period: 2010-2013
continued_by: nordvik-2014
"""
    ),
    bad=Example(
        """\
# plan.yaml
format: 1
id: nordvik-2014
title: Plan för ett öppnare Nordvik
language: sv
period: 2014-2016
implements: overenskommelsen
parties: [nordvik, sektorn]
adopted: 2014-02-05-ks
continues: nordvik-2010
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Alla har nära till en mötesplats
activities:
  1.1.1:
    title: Öppna en mötesplats i varje stadsdel
    lead: kultur
    continues: nordvik-2010:1.1.9
"""
    ),
    good=Example(
        """\
# plan.yaml
format: 1
id: nordvik-2014
title: Plan för ett öppnare Nordvik
language: sv
period: 2014-2016
implements: overenskommelsen
parties: [nordvik, sektorn]
adopted: 2014-02-05-ks
continues: nordvik-2010
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Alla har nära till en mötesplats
activities:
  1.1.1:
    title: Öppna en mötesplats i varje stadsdel
    lead: kultur
    continues: nordvik-2010:1.1.1
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    if not facts.beside:
        return
    known: dict[str, frozenset[str]] = {}
    for each in abroad(facts):
        other = facts.beside.get(each.plan)
        if other is None:
            continue
        if each.plan not in known:
            known[each.plan] = frozenset().union(*known_ids(other.plan).values())
        if each.inner not in known[each.plan] and not other.may_be_unread(each.inner):
            yield RULE.at(each.where, id=each.thing, text=each.text, field=each.field, plan=each.plan)
