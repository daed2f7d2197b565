"""PT704: a plan that has ended while the agreement still holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plantrack.facts import Facts
from plantrack.facts.lives import period
from plantrack.finding import INFO, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT704",
    name="period-over",
    severity=INFO,
    title=_("The plan has ended and the agreement goes on"),
    why=_(
        "The agreement still binds the parties, and no plan says how it is to be carried out. Whoever "
        "reads the plan must know that its time is over."
    ),
    sentence=_("The plan's time ended on {end}, and the agreement “{agreement}” reaches to {until}."),
    advice=_("Make a final report, and let a new plan take up what is left: name it in `continued_by`."),
    variants={
        "open": (
            _("The plan's time ended on {end}, and the agreement “{agreement}” goes on without an end."),
            _("Make a final report, and let a new plan take up what is left: name it in `continued_by`."),
        ),
    },
    bad=Example(
        """\
# plan.yaml
format: 1
id: nordvik-2012
title: Plan för ett öppnare Nordvik
language: sv
period: 2012-2014
implements: overenskommelsen
follow_up:
  every: year
  cut_off: 12-31
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
# plan.yaml
format: 1
id: nordvik-2012
title: Plan för ett öppnare Nordvik
language: sv
period: 2012-2014
implements: overenskommelsen
continued_by: nordvik-2015
follow_up:
  every: year
  cut_off: 12-31
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    header = plan.header
    end = period(plan)[1]
    agreement = plan.agreements.get(header.implements or "")
    if end >= facts.day or header.continued_by or agreement is None or agreement.valid is None:
        return
    valid = agreement.valid
    until = plan.calendar.last(valid.end) if valid.end else date.max
    if until > end:
        yield RULE.at(
            facts.where("plan", "plan", "period"),
            variant="" if valid.end else "open",
            related=(facts.where("agreement", header.implements or "", "valid"),),
            id=header.id,
            end=end,
            agreement=agreement.title or header.implements or "",
            until=until,
        )
