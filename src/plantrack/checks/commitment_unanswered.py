"""PT802: a commitment that nothing in the plan answers."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.plan import Plan

RULE = Rule(
    code="PT802",
    name="commitment-unanswered",
    severity=WARNING,
    title=_("A commitment that nothing in the plan answers"),
    why=_(
        "What the parties have promised and nobody works with is the first thing that a follow-up must tell. "
        "Other commitments are named by goals here, so this one stands out."
    ),
    sentence=_("Nothing in the plan answers the commitment {id}: “{text}”"),
    advice=_(
        "Write {id} under `commitments:` in the goal or activity that answers it, or decide what is to be done "
        "about it."
    ),
    bad=Example(
        """\
# agreement.yaml
id: overenskommelsen
title: Överenskommelse om samverkan i Nordvik
commitments:
  motesplatser: Parterna ser till att det finns platser där människor möts.
  lokaler: Föreningarna får låna lokaler.
"""
    ),
    good=Example(
        """\
# agreement.yaml
id: overenskommelsen
title: Överenskommelse om samverkan i Nordvik
commitments:
  motesplatser: Parterna ser till att det finns platser där människor möts.
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    agreement = plan.agreements.get(plan.header.implements or "")
    if agreement is None or any(lost.kind in ("goal", "theme") for lost in facts.unreadable):
        return
    cited = cited_in(plan)
    if not cited:
        return
    for identifier, commitment in agreement.commitments.items():
        if identifier not in cited and not commitment.cross_cutting:
            where = facts.where("commitment", identifier)
            yield RULE.at(where, id=identifier, text=commitment.text)


def cited_in(plan: Plan) -> set[str]:
    """Every commitment that a theme, a goal or an activity names."""
    cited = {each for theme in plan.themes.values() for each in theme.commitments}
    for goal in plan.goals.values():
        cited.update(goal.commitments)
        for activity in goal.activities.values():
            cited.update(activity.commitments)
    return cited
