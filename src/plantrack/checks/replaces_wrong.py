"""PT913: a submission that replaces one that it cannot replace."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.named_earlier import misnamed
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

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
        for wrong in misnamed(plan, identifier, submission.replaces):
            where = facts.where("submission", identifier, "replaces", wrong.number)
            yield RULE.at(where, variant=wrong.variant, **wrong.values)
