"""PT913: a submission that replaces one that it cannot replace."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _
from plantrack.model.progress import Submission
from plantrack.plan import Plan

RULE = Rule(
    code="PT913",
    name="replaces-wrong",
    severity=ERROR,
    title=_("A submission that replaces one that it cannot replace"),
    why=_(
        "A correction takes the place of an answer. It must be the same organisation's, and it must have come before."
    ),
    sentence=_("{id} replaces {other}, which is from a later day, {day}."),
    advice=_("See whether the dates are right. It is the newer one that says which it replaces."),
    variants={
        "itself": (
            _("{id} replaces itself."),
            _("Write the id of the submission that it corrects: the name of its file without .yaml."),
        ),
        "other": (
            _("{id} is from {by} and replaces {other}, which is from {sender}."),
            _(
                "Only who gave an answer can correct it. If it is an assessment of somebody else's answer, "
                "write `role: assessor` and take `replaces:` out."
            ),
        ),
    },
    bad=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
replaces: 2015-11-25-kultur-9c1e
answers:
  1.1.1: ongoing
# progress/2015/2015-11-25-kultur-9c1e.yaml
by: kultur
date: 2015-11-25
round: 2015
answers:
  1.1.1: completed
"""
    ),
    good=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.1: ongoing
# progress/2015/2015-11-25-kultur-9c1e.yaml
by: kultur
date: 2015-11-25
round: 2015
replaces: 2015-11-20-kultur-5f3a
answers:
  1.1.1: completed
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    for identifier, submission in plan.submissions.items():
        for number, other_id in enumerate(submission.replaces):
            other = plan.submissions.get(other_id)
            if other is None or not submission.date or not other.date:
                continue
            where = facts.where("submission", identifier, "replaces", number)
            if other_id == identifier:
                yield RULE.at(where, variant="itself", id=identifier)
            elif other.date > submission.date:
                yield RULE.at(where, id=identifier, other=other_id, day=other.date)
            elif not may_correct(plan, submission, other):
                yield RULE.at(where, variant="other", id=identifier, other=other_id, by=submission.by, sender=other.by)


def may_correct(plan: Plan, submission: Submission, other: Submission) -> bool:
    """Whether it is the same sender, its successor, or one who keeps the follow-up together."""
    if (
        submission.by == other.by
        or submission.by in plan.follow_up.responsible
        or submission.by in plan.follow_up.support
    ):
        return True
    sender = plan.organisations.get(other.by or "")
    return sender is not None and submission.by in sender.successors
