"""PT918: an answer whose parts cannot all be true."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.answers import status_of
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _
from plantrack.model.progress import Answer
from plantrack.plan import Plan

RULE = Rule(
    code="PT918",
    name="answer-contradicts-itself",
    severity=ERROR,
    title=_("An answer whose parts cannot all be true"),
    why=_("Where two parts of an answer say different things, the report shows one of them as if it were certain."),
    sentence=_("{by} answers that {id} was completed {completed}, before it was started {started}."),
    advice=_("See which of the two dates is right."),
    variants={
        "completed": (
            _("{by} answers that {id} was completed {completed}, with another status than completed."),
            _("Write `status: completed`, or `expected:` with the time when it is to be finished."),
        ),
        "started": (
            _("{by} answers that {id} was started {started}, with the status not started."),
            _("Write `status: ongoing`, or take `started:` out."),
        ),
    },
    bad=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.1:
    status: ongoing
    completed: 2015-10
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
    status: completed
    started: 2014-03
    completed: 2015-10
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for each in facts.said:
        stated = each.answer.__dict__
        if "completed" in stated or ("started" in stated and stated.get("status") != "ongoing"):
            variant, field = contradiction(facts.plan, each.answer)
            if field:
                yield RULE.at(
                    facts.where("submission", each.submission, *each.keys, field),
                    variant=variant,
                    id=each.thing,
                    by=each.organisation,
                    completed=each.answer.completed,
                    started=each.answer.started,
                )


def contradiction(plan: Plan, answer: Answer) -> tuple[str, str]:
    """Which sentence tells of what cannot be true, and the field where it stands."""
    status = status_of(plan, answer)
    if answer.completed and answer.started:
        if plan.calendar.last(answer.completed) < plan.calendar.first(answer.started):
            return "", "completed"
    if answer.completed and status in ("not_started", "ongoing", "paused"):
        return "completed", "completed"
    if answer.started and status == "not_started":
        return "started", "started"
    return "", ""
