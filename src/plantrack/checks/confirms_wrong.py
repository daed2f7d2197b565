"""PT926: a submission that confirms one that it cannot confirm."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.named_earlier import misnamed
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT926",
    name="confirms-wrong",
    severity=ERROR,
    title=_("A submission that confirms one that it cannot confirm"),
    why=_(
        "Who confirms an answer says that it holds after the plan was changed. Only who gave the answer can say so, or "
        "who keeps the follow-up together, and it must be an answer that was there to confirm."
    ),
    sentence=_("{id} confirms {other}, which is from a later day, {day}."),
    advice=_("See whether the dates are right. It is the newer one that says which it confirms."),
    variants={
        "itself": (
            _("{id} confirms itself."),
            _("Write the id of the submission that it confirms: the name of its file without .yaml."),
        ),
        "other": (
            _("{id} is from {by} and confirms {other}, which is from {sender}."),
            _("Ask {sender} to confirm it: plantrack record --confirm {other} --by {sender}."),
        ),
    },
    bad=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.1: ongoing
# progress/2015/2015-12-10-sektorn-77b0.yaml
by: sektorn
date: 2015-12-10
round: 2015
confirms: 2015-11-20-kultur-5f3a
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
# progress/2015/2015-12-10-kultur-77b0.yaml
by: kultur
date: 2015-12-10
round: 2015
confirms: 2015-11-20-kultur-5f3a
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    for identifier, submission in plan.submissions.items():
        for wrong in misnamed(plan, identifier, submission.confirms):
            where = facts.where("submission", identifier, "confirms", wrong.number)
            yield RULE.at(where, variant=wrong.variant, **wrong.values)
