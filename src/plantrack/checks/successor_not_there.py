"""PT707: a successor that was not there to take over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from plantrack.facts import Facts
from plantrack.facts.organisations import life, name_of
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT707",
    name="successor-not-there",
    severity=WARNING,
    title=_("A successor that was not there to take over"),
    why=_("Who answers on a given day is found by following successors. With a gap between them nobody is found."),
    sentence=_("{who} ended on {day}, but its successor {other} exists only from {start}."),
    advice=_("Correct `valid` of one of them, or write who answered in between."),
    variants={
        "over": (
            _("{who} ended on {day}, but its successor {other} had ended before, on {end}."),
            _("Correct `valid` of one of them, or write another successor."),
        ),
        "goes_on": (
            _("{who} has a successor, {other}, but nothing says when it ended."),
            _("Write `valid` with an end, for example `valid: ../2017-06-09`."),
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
  valid: 2010/2013
  successors: byran
byran:
  name: Byrån
  kind: secretariat
  valid: 2015/..
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
  valid: 2010/2013
  successors: byran
byran:
  name: Byrån
  kind: secretariat
  valid: 2014/..
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    for each, organisation in plan.organisations.items():
        for other in organisation.successors:
            if other in plan.organisations and other != each:
                end = life(organisation, plan.calendar)[1]
                start, other_end = life(plan.organisations[other], plan.calendar)
                if end == date.max:
                    variant = "goes_on"
                elif other_end <= end:
                    variant = "over"
                elif start > end + timedelta(days=1):
                    variant = ""
                else:
                    continue
                yield RULE.at(
                    facts.where("organisation", each, "successors"),
                    variant=variant,
                    related=(facts.where("organisation", other, "valid"),),
                    id=each,
                    who=name_of(plan, each),
                    other=name_of(plan, other),
                    day=end,
                    start=start,
                    end=other_end,
                )
