"""PT921: a completed activity with a step that is not."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.answers import status_of
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT921",
    name="completed-with-open-steps",
    severity=WARNING,
    title=_("A completed activity with a step that is not"),
    why=_(
        "An activity is its steps. Where one of them is still open, either the activity is not completed or the step is no longer part of it."
    ),
    sentence=_("{by} answers in one submission that {id} is completed, and that its steps {steps} are not."),
    advice=_("See which is right. A step that is not to be done any more is answered with `withdrawn`."),
    bad=Example(
        """\
# 1-gemenskap/1.2-samverkan.yaml
id: 1.2
title: Parterna arbetar tillsammans
commitments: [motesplatser]
activities:
  1.2.1:
    title: Ordna en mässa
    lead: kultur
    steps:
      1.2.1.a: Hitta en lokal
      1.2.1.b: Bjud in föreningarna
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.2.1: completed
  1.2.1.b: ongoing
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
    title: Ordna en mässa
    lead: kultur
    steps:
      1.2.1.a: Hitta en lokal
      1.2.1.b: Bjud in föreningarna
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.2.1: ongoing
  1.2.1.b: ongoing
"""
    ),
)
OPEN = ("not_started", "ongoing", "paused")


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    steps = plan.steps
    if not steps:
        return
    for submission_id, submission in plan.submissions.items():
        answers = submission.answers
        open_steps: dict[str, list[str]] = {}
        for thing in answers:
            if thing in steps and status_of(plan, answers[thing]) in OPEN:
                open_steps.setdefault(thing.rpartition(".")[0], []).append(thing)
        for identifier, several in open_steps.items():
            if identifier in answers and status_of(plan, answers[identifier]) == "completed":
                where = facts.where("submission", submission_id, "answers", identifier)
                yield RULE.at(where, id=identifier, by=submission.by, steps=tuple(several))
