"""PT915: an ending that its decision or its last answer does not bear out."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.changes.endings import ENDS_NOTHING
from plantrack.checks.cancelled_without_decision import endings
from plantrack.facts import Facts
from plantrack.facts.answers import Said, status_of
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.model.goal import Ended

RULE = Rule(
    code="PT915",
    name="ended-disagrees",
    severity=WARNING,
    title=_("An ending that its decision or its last answer does not bear out"),
    why=_(
        "How an activity ended decides whether it is counted as done or left out of the count. The decision that is "
        "named must be one that ends things, and the last answer must not say the opposite."
    ),
    sentence=_("{id} says that it was ended by {decision}, and that decision does not end anything."),
    advice=_(
        "See whether another decision was meant, or write `kind: end` or `kind: revise` in the decision if that is what it is."
    ),
    variants={
        "completed": (
            _("{id} ended without being completed, and {by} answered on {day} that it was completed."),
            _("Write `how: completed` if it was done, or let the answer be corrected."),
        ),
        "given_up": (
            _("{id} ended as completed, and {by} answered on {day} that it was cancelled or withdrawn."),
            _("Write how it ended after `how:`, or let the answer be corrected."),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.2-samverkan.yaml
id: 1.2
title: Parterna arbetar tillsammans
commitments: [motesplatser]
activities:
  1.2.1:
    title: Ordna en utbildning
    lead: kultur
    when: 2014-2015
    ended:
      date: 2015-05-01
      decision: 2015-04-22-ks
      reason: Utbildningen lades ned.
# decisions/2015-04-22-ks.yaml
date: 2015-04-22
body: ks
kind: note
title: Rapporten antecknas
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.2-samverkan.yaml
id: 1.2
title: Parterna arbetar tillsammans
commitments: [motesplatser]
activities:
  1.2.1:
    title: Ordna en utbildning
    lead: kultur
    when: 2014-2015
    ended:
      date: 2015-05-01
      decision: 2015-04-22-ks
      reason: Utbildningen lades ned.
# decisions/2015-04-22-ks.yaml
date: 2015-04-22
body: ks
kind: end
title: Utbildningen läggs ned
about: [1.2.1]
"""
    ),
)
GIVEN_UP = ("cancelled", "withdrawn")


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    ended = [(kind, identifier, end) for identifier, (kind, end) in endings(plan).items()]
    if not ended:
        return
    for kind, identifier, end in ended:
        decision = plan.decisions.get(end.decision or "")
        if (
            decision is not None
            and decision.kind in ENDS_NOTHING
            and "ended" not in decision.changes.get(identifier, ())
        ):
            where = facts.where(kind, identifier, "ended", "decision")
            related = (facts.where("decision", end.decision or "", "kind"),)
            yield RULE.at(where, related=related, id=identifier, decision=end.decision)
    last: dict[str, Said] = {}
    things = {identifier for _kind, identifier, _end in ended}
    for each in facts.said:
        if each.thing in things and status_of(plan, each.answer) not in ("", "unchanged"):
            last[each.thing] = each
    for kind, identifier, end in ended:
        answer = last.get(identifier)
        variant = contradicted(end, status_of(plan, answer.answer)) if answer else ""
        if answer and variant:
            where = facts.where(kind, identifier, "ended")
            related = (facts.where("submission", answer.submission, *answer.keys),)
            yield RULE.at(
                where, variant=variant, related=related, id=identifier, by=answer.organisation, day=answer.day
            )


def contradicted(end: Ended, status: str) -> str:
    """Which sentence tells that the last answer says the opposite, if it does."""
    if end.how == "completed":
        return "given_up" if status in GIVEN_UP else ""
    return "completed" if status == "completed" and end.how in GIVEN_UP else ""
