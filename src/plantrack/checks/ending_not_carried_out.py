"""PT945: a decision ends something, and the plan goes on with it."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.changes.endings import never_ended
from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT945",
    name="ending-not-carried-out",
    severity=WARNING,
    title=_("A decision that was never carried out in the plan"),
    why=_(
        "A decision that ends something is carried out in the plan when the thing says that it has ended, and by which "
        "decision. Until then it is followed up, and reported as late."
    ),
    sentence=_("{by} ends {id}, and {id} has not ended in the plan."),
    advice=_("Write in {id}: ended, with the date, the decision and the reason."),
    bad=Example(
        """\
# decisions/2015-04-22-ks.yaml
date: 2015-04-22
body: ks
kind: end
title: Frågorna till besökarna utgår
about: [1.1.2]
"""
    ),
    good=Example(
        """\
# decisions/2015-04-22-ks.yaml
date: 2015-04-22
body: ks
kind: end
title: Frågorna till besökarna utgår
about: [1.1.2]
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Alla har nära till en mötesplats
activities:
  1.1.2:
    title: Fråga besökarna vad de vill ha
    when: 2016
    lead: samradet
    ended:
      date: 2015-04-22
      decision: 2015-04-22-ks
      reason: Det görs redan.
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for by, number, thing in never_ended(facts.plan):
        yield RULE.at(facts.where("decision", by, "about", number), id=thing, by=by)
