"""PT917: a plan that is said to be adopted by a decision that adopts nothing."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT917",
    name="adopted-by-nothing",
    severity=WARNING,
    title=_("Adopted by a decision that adopts nothing"),
    why=_("What a plan binds rests on the decision that adopted it. The report names it on its first page."),
    sentence=_("{id} is said to be adopted by {decision}, “{title}”, and that decision does not adopt anything."),
    advice=_(
        "Write the id of the decision that adopted the plan, or `kind: adopt` in the decision if that is what it did."
    ),
    bad=Example(
        """\
# decisions/2014-02-05-ks.yaml
date: 2014-02-05
body: ks
kind: note
title: Planen antecknas
about: [nordvik-2014]
"""
    ),
    good=Example(
        """\
# decisions/2014-02-05-ks.yaml
date: 2014-02-05
body: ks
kind: adopt
title: Planen antas
about: [nordvik-2014]
"""
    ),
)
ADOPTS = ("adopt", "approve", "revise", "extend", "other")


def check(facts: Facts) -> Iterator[Finding]:
    header = facts.plan.header
    decision = facts.plan.decisions.get(header.adopted or "")
    if decision is not None and decision.kind and decision.kind not in ADOPTS:
        yield RULE.at(
            facts.where("plan", "plan", "adopted"),
            related=(facts.where("decision", header.adopted or "", "kind"),),
            id=header.id,
            decision=header.adopted,
            title=decision.title,
        )
