"""PT708: a former name with a day that cannot be right."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.organisations import life, name_of
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT708",
    name="former-name-dates",
    severity=WARNING,
    title=_("A former name with a day that cannot be right"),
    why=_("Reports print the name that held on the day they are about. With a wrong day they print the wrong name."),
    sentence=_("“{name}” is said to have been the name until {day}, when {who} did not exist."),
    advice=_("Correct `until`, or `valid` of the organisation."),
    variants={
        "twice": (
            _("“{name}” and another name are both said to have been the name of {who} until {day}."),
            _("Correct `until` of one of them."),
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
  valid: 2010/..
  formerly:
    - name: Byrån
      until: 2008-12-31
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
  valid: 2010/..
  formerly:
    - name: Byrån
      until: 2012-12-31
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    for each, organisation in plan.organisations.items():
        days = set()
        for number, former in enumerate(organisation.formerly):
            day = former.until
            if day is None:
                continue
            start, end = life(organisation, plan.calendar)
            variant = "twice" if day in days else ""
            if variant or not start <= day <= end:
                where = facts.where("organisation", each, "formerly", number, "until")
                who = name_of(plan, each)
                yield RULE.at(where, variant=variant, id=each, name=former.name or "", day=day, who=who)
            days.add(day)
