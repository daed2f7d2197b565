"""PT927: a basis that is no digest, so that it cannot be told what was judged."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.basis import is_basis
from plantrack.finding import INFO, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT927",
    name="basis-unreadable",
    severity=INFO,
    title=_("A `basis` that cannot be held against the plan"),
    why=_(
        "With `basis` an answer remembers the wording that it judged, so that it is found out when a decision changes "
        "it. That works only with the digest that plantrack makes; with any other text, nothing is ever found out."
    ),
    sentence=_("{id} has the basis “{basis}”, and that is no digest of plantrack's."),
    advice=_("Take `basis:` out. The answer counts as before. What plantrack record writes has the right one."),
    bad=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
basis: sha256:5f3a
answers:
  1.1.1: ongoing
"""
    ),
    good=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
basis: 5c6daa42-914248e6
answers:
  1.1.1: ongoing
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for identifier, submission in facts.plan.submissions.items():
        if submission.basis and not is_basis(submission.basis):
            yield RULE.at(facts.where("submission", identifier, "basis"), id=identifier, basis=submission.basis)
