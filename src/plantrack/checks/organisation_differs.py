"""PT312: an organisation that two plans know by the same id, and tell differently of."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.organisations import name_of
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.model.organisation import Organisation

BESIDE_THE_POINT = ("mailbox", "text", "readings")
"""What two plans may say each in their own way."""

RULE = Rule(
    code="PT312",
    name="organisation-differs",
    severity=WARNING,
    title=_("Two plans tell differently of the same organisation"),
    why=_(
        "What an organisation answers for in several plans is counted by its id. If two plans mean different "
        "organisations by one id, or tell of its life in different ways, they are counted apart or mixed up. Plans "
        "that share a file of organisations, by `uses`, cannot disagree. It is looked for where the other plan lies "
        "in a folder beside this one."
    ),
    sentence=_("{id} is “{name}” here, and the plan {plan} tells of it in another way: {fields}."),
    advice=_("Say the same in both, share one file by `uses`, or give one of them another id."),
    beside=Example(
        """\
# plan.yaml
format: 1
id: nordvik-2010
title: Den förra planen
language: sv
period: 2010-2013
continued_by: nordvik-2014
# organisations.yaml
nordvik:
  name: Nordviks kommun
  kind: municipality
  side: city
ks:
  name: Kommunstyrelsen
  abbreviation: KS
  kind: political_body
  side: city
kultur:
  name: Kultur- och fritidsförvaltningen
  kind: department
  side: city
sektorn:
  name: Föreningarna i Nordvik
  kind: sector
  side: civil_society
samradet:
  name: Samrådet för mötesplatser
  kind: council
  side: joint
"""
    ),
    bad=Example(
        """\
# organisations.yaml
nordvik:
  name: Nordviks kommun
  kind: municipality
  side: city
ks:
  name: Kommunstyrelsen
  abbreviation: KS
  kind: political_body
  side: city
kultur:
  name: Kulturförvaltningen
  kind: department
  side: city
sektorn:
  name: Föreningarna i Nordvik
  kind: sector
  side: civil_society
samradet:
  name: Samrådet för mötesplatser
  kind: council
  side: joint
"""
    ),
    good=Example(
        """\
# organisations.yaml
nordvik:
  name: Nordviks kommun
  kind: municipality
  side: city
ks:
  name: Kommunstyrelsen
  abbreviation: KS
  kind: political_body
  side: city
kultur:
  name: Kultur- och fritidsförvaltningen
  kind: department
  side: city
sektorn:
  name: Föreningarna i Nordvik
  kind: sector
  side: civil_society
samradet:
  name: Samrådet för mötesplatser
  kind: council
  side: joint
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    told: set[str] = set()
    for plan, other in facts.beside.items():
        for each, organisation in facts.plan.organisations.items():
            theirs = other.plan.organisations.get(each)
            fields = differing(organisation, theirs) if theirs is not None and each not in told else ()
            if fields:
                told.add(each)
                where = facts.where("organisation", each)
                yield RULE.at(where, id=each, name=name_of(facts.plan, each), plan=plan, fields=fields)


def differing(one: Organisation, other: Organisation) -> tuple[str, ...]:
    """The fields in which two plans tell differently of an organisation."""
    if one is other:
        return ()
    return tuple(name for name in one.FIELDS if name not in BESIDE_THE_POINT and one[name] != other[name])
