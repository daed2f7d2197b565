"""PT805: an abbreviation that is explained and that no goal uses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.wording import wordings
from plantrack.finding import INFO, Example, Finding, Rule
from plantrack.kinds import Text
from plantrack.mark import _
from plantrack.model.goal import ROLES, Goal
from plantrack.pattern import pattern
from plantrack.plan import Plan
from plantrack.record import NOTHING

RULE = Rule(
    code="PT805",
    name="abbreviation-unused",
    severity=INFO,
    title=_("An abbreviation that is explained and not used"),
    why=_(
        "A list of abbreviations is there to help the reader of the goals. One that is explained and never used "
        "often tells of a party that was meant to take part, or of a text that has been taken out."
    ),
    sentence=_("{word} is explained and is used by no goal and no activity."),
    advice=_("Take it out, or see whether a goal or an activity ought to name it."),
    variants={
        "organisation": (
            _("{name} has the abbreviation {word}, and no goal and no activity names it."),
            _("Take it out, or see whether it ought to have a part in a goal or an activity."),
        ),
    },
    bad=Example(
        """\
# glossary.yaml
IOP:
  means: Idéburet offentligt partnerskap
"""
    ),
    good=Example(
        """\
# glossary.yaml
IOP:
  means: Idéburet offentligt partnerskap
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser drivs genom IOP
commitments: [motesplatser]
"""
    ),
)
ABBREVIATION = pattern(r"[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,5}[A-ZÅÄÖ]")


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    if any(lost.kind in ("goal", "theme") for lost in facts.unreadable):
        return
    short = {i: each for i, each in plan.organisations.items() if each.abbreviation}
    if not short and not plan.terms:
        return
    shared = tuple(f"{each.rstrip('/')}/" for each in plan.header.uses)
    texts = "\n".join(passage.text for passage in facts.passages)
    folded = texts.casefold()
    for identifier in unnamed(plan, set(short)):
        name, word = short[identifier].name, short[identifier].abbreviation or ""
        if not is_used(word, name, texts, folded):
            where = facts.where("organisation", identifier, "abbreviation")
            if where.file.startswith(shared):
                continue
            yield RULE.at(where, variant="organisation", id=identifier, name=name, word=word)
    for word, term in plan.terms.items():
        is_short = ABBREVIATION.fullmatch(word) or (term.means and " " not in word)
        if is_short and term.until is None and not is_used(word, term.means, texts, folded):
            where = facts.where("term", word, part="key")
            if not where.file.startswith(shared):
                yield RULE.at(where, id=word, word=word)


def is_used(word: str, means: Text | None, texts: str, folded: str) -> bool:
    """Whether the texts use a word, or what it stands for written out."""
    if word in texts and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", texts):
        return True
    return any(each.casefold() in folded for each in wordings(means))


def unnamed(plan: Plan, organisations: set[str]) -> list[str]:
    """Those organisations that the plan gives no part: neither as its parties, nor in decisions, nor in goals."""
    left = organisations - in_header(plan)
    for decision in plan.decisions.values():
        left.discard(decision.body or "")
        for item in decision.items.values():
            left.difference_update(item.to, item.with_)
    if left:
        for goal in plan.goals.values():
            left.difference_update(in_goal(goal))
    return sorted(left)


def in_header(plan: Plan) -> set[str]:
    """The organisations that the plan's own file and its agreements name."""
    header, follow_up = plan.header, plan.follow_up
    named = {*header.parties, *header.made_by, *follow_up.responsible, *follow_up.support, *follow_up.recipient}
    for agreement in plan.agreements.values():
        named.update(agreement.parties, agreement.adopted_by)
    return named


def in_goal(goal: Goal) -> set[str]:
    """The organisations that have any part in a goal."""
    named: set[str] = set()
    for record in (goal, *goal.shared, *goal.activities.values()):
        stated = record.__dict__
        for role in (*ROLES, "aimed_at"):
            if role in stated:
                named.update(stated[role])
        for cost in stated.get("cost", ()):
            named.update(cost.bearers)
        for step in stated.get("steps", NOTHING).values():
            named.update(step.responsible)
    named.update(each for criterion in goal.criteria.values() for each in criterion.follow_up)
    named.update(each for indicator in goal.indicators.values() for each in indicator.follow_up)
    return named
