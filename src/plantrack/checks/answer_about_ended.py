"""PT910: an answer that something goes on which has ended."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.answers import status_of
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.model.goal import Ended
from plantrack.plan import Plan

RULE = Rule(
    code="PT910",
    name="answer-about-ended",
    severity=WARNING,
    title=_("An answer that something goes on which has ended"),
    why=_("Either the work was taken up again, and the plan does not know it, or the answer is about something else."),
    sentence=_("{by} answers on {day} that {id} is not finished, and the plan says that it ended on {ended}."),
    advice=_("See which of them is right. If the work goes on under another number, answer for that one."),
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
    ended:
      date: 2015-05-01
      decision: 2015-04-22-ks
      how: withdrawn
      reason: Utbildningen lades ned.
# decisions/2015-04-22-ks.yaml
date: 2015-04-22
body: ks
kind: end
title: Utbildningen läggs ned
about: [1.2.1]
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.2.1: ongoing
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
    ended:
      date: 2015-05-01
      decision: 2015-04-22-ks
      how: withdrawn
      reason: Utbildningen lades ned.
# decisions/2015-04-22-ks.yaml
date: 2015-04-22
body: ks
kind: end
title: Utbildningen läggs ned
about: [1.2.1]
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.2.1: withdrawn
"""
    ),
)
OPEN = ("not_started", "ongoing", "paused")


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    ended = ended_things(plan)
    if not ended:
        return
    for each in facts.said:
        end = ended.get(each.thing)
        if end and end.date and each.day > end.date and status_of(plan, each.answer) in OPEN:
            where = facts.where("submission", each.submission, *each.keys)
            yield RULE.at(where, id=each.thing, by=each.organisation, day=each.day, ended=end.date)


def ended_things(plan: Plan) -> dict[str, Ended]:
    """Every activity and step that has ended, by itself or with what it is in."""
    found: dict[str, Ended] = {}
    for goal in plan.goals.values():
        for activity_id, activity in goal.activities.items():
            end = activity.ended or goal.ended
            if end:
                found[activity_id] = end
            for step_id, step in activity.steps.items():
                its = step.ended or end
                if its:
                    found[step_id] = its
    return found
