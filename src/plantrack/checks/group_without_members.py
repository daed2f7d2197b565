"""PT702: a group whose members are not listed."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import living
from plantrack.facts.organisations import name_of, vague_among
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT702",
    name="group-without-members",
    severity=WARNING,
    title=_("A group whose members are not listed"),
    why=_("When a group is asked, its members get the form. Where none are listed, nobody gets it."),
    sentence=_("{who} is a group that is to answer for {activities}, and its members are not listed."),
    advice=_("List them in organisations.yaml: `members: [...]`."),
    bad=Example(
        """\
# organisations.yaml
nordvik:
  name: Nordviks kommun
  kind: municipality
ks:
  name: Kommunstyrelsen
  kind: political_body
kultur:
  name: Kulturförvaltningen
  kind: department
sektorn:
  name: Föreningarna i Nordvik
  kind: sector
samradet:
  name: Samrådet för mötesplatser
  kind: council
skolorna:
  name: Skolorna i Nordvik
  kind: group
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
    lead: kultur
    implementing: skolorna
"""
    ),
    good=Example(
        """\
# organisations.yaml
nordvik:
  name: Nordviks kommun
  kind: municipality
ks:
  name: Kommunstyrelsen
  kind: political_body
kultur:
  name: Kulturförvaltningen
  kind: department
sektorn:
  name: Föreningarna i Nordvik
  kind: sector
samradet:
  name: Samrådet för mötesplatser
  kind: council
skolorna:
  name: Skolorna i Nordvik
  kind: group
  members: [kultur, samradet]
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
    lead: kultur
    implementing: skolorna
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    empty = {i for i, each in plan.organisations.items() if each.kind == "group" and not each.members}
    if not empty:
        return
    used: dict[str, list[str]] = {}
    for activity_id, _activity, said in living(facts):
        doers, follow_up = said.doers, said.roles.get("follow_up", ())
        for parties, first in ((doers, said.roles.get("lead", doers)), (follow_up, follow_up)):
            if not empty.isdisjoint(parties) and not vague_among(plan, first):
                for party in empty.intersection(parties):
                    used.setdefault(party, []).append(activity_id)
    for party in sorted(used):
        activities = tuple(dict.fromkeys(used[party]))
        where = facts.where("organisation", party, part="key")
        yield RULE.at(where, id=party, who=name_of(plan, party), activities=activities)
