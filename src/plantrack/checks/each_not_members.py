"""PT912: an answer for a member that has no part in the thing."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.parties import Parties
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT912",
    name="each-not-members",
    severity=WARNING,
    title=_("An answer for a member that has no part in the thing"),
    why=_(
        "With `each` one sender answers for the members of a group, one by one. A member that is not in the group "
        "that the plan names is counted nowhere."
    ),
    sentence=_("{by} answers {id} for {member}, and {member} is not among those that the plan names for it."),
    advice=_(
        "Write the member under `members:` of the group that is responsible, or see whether another one was meant."
    ),
    bad=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.1:
    each:
      ks: ongoing
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
    each:
      kultur: ongoing
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    if any(lost.kind in ("goal", "organisations") for lost in facts.unreadable):
        return
    organisations = facts.plan.organisations
    parties = Parties(facts.plan)
    for each in facts.said:
        if each.member and each.organisation in organisations:
            sender = organisations.get(each.record.by or "")
            if sender and each.organisation in sender.members:
                continue
            if not parties.may_answer(each.thing, each.organisation):
                where = facts.where("submission", each.submission, *each.keys, part="key")
                yield RULE.at(where, id=each.thing, by=each.record.by, member=each.organisation)
