"""PT701: a responsible organisation that does not exist for all of the activity's time."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import living
from plantrack.facts.lives import bounded, uncovered, work
from plantrack.facts.organisations import name_of, names_of
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT701",
    name="organisation-not-there",
    severity=WARNING,
    title=_("A responsible organisation that does not exist then"),
    why=_("What rests with an organisation that has ended rests with nobody, unless one single other has taken over."),
    sentence=_(
        "{who} is responsible for {id}, which goes on until {end}, but ended on {day}, and no successor is given."
    ),
    advice=_("Write who is responsible now, or give the successor in organisations.yaml."),
    variants={
        "successors": (
            _(
                "{who} is responsible for {id}, which goes on until {end}, but ended on {day}, and "
                "several took over: {successors}."
            ),
            _("Write which of them is responsible for {id} now."),
        ),
        "starts": (
            _("{who} is responsible for {id}, which begins on {start}, but exists only from {day}."),
            _("Write who is responsible until then, or say in organisations.yaml whose successor it is."),
        ),
    },
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
kansliet:
  name: Kansliet
  kind: secretariat
  valid: 2010/2015-06-30
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
    when: 2014-2016
    lead: kansliet
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
kansliet:
  name: Kansliet
  kind: secretariat
  valid: 2010/2016-12-31
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
    when: 2014-2016
    lead: kansliet
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    lives = bounded(plan)
    if not lives:
        return
    for activity_id, _activity, said in living(facts):
        for role, parties in said.roles.items():
            for party in parties:
                if party not in lives:
                    continue
                variant = uncovered(plan, lives[party], said, role)
                if variant is None:
                    continue
                start, end = work(plan, said)
                yield RULE.at(
                    facts.where("goal", plan.goal_of[activity_id], *said.said_roles[role][0].keys),
                    variant=variant,
                    related=(facts.where("organisation", party, "valid"),),
                    id=activity_id,
                    who=name_of(plan, party),
                    start=start,
                    end=end,
                    day=lives[party].start if variant == "starts" else lives[party].end,
                    successors=names_of(plan, lives[party].successors),
                )
