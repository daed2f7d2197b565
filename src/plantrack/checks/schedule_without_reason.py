"""PT923: a schedule as judged by people, without the reason that it needs to count."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.answers import corrected
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT923",
    name="schedule-without-reason",
    severity=WARNING,
    title=_("A schedule that is judged without a reason"),
    why=_(
        "The schedule is computed. Who judges it otherwise says why, so that a reader can tell what it rests on. "
        "Without a reason, the computed one stands."
    ),
    sentence=_("{by} judges the schedule of {id}, but gives no reason, so the judgement does not count."),
    advice=_("Write `schedule_reason:` with why, or take `schedule:` out."),
    bad=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.1:
    status: ongoing
    schedule: on_schedule
"""
    ),
    good=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.1:
    status: ongoing
    schedule: on_schedule
    schedule_reason: Lokalerna är hyrda och öppnar i januari.
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    found = [each for each in facts.said if "schedule" in each.answer.__dict__ and not each.answer.schedule_reason]
    if not found:
        return
    plan = facts.plan
    settled = corrected(plan)
    for each in found:
        # Of a goal or an indicator there is no schedule at all: another check tells of that.
        if (each.thing in plan.activities or each.thing in plan.steps) and (each.submission, each.thing) not in settled:
            where = facts.where("submission", each.submission, *each.keys, "schedule", part="key")
            yield RULE.at(where, id=each.thing, by=each.organisation)
