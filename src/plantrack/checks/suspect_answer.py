"""PT925: an answer that judged something else than the plan now says, because a decision has changed it since."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.basis import suspects
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT925",
    name="suspect-answer",
    severity=WARNING,
    title=_("An answer to something that a decision has changed since"),
    why=_(
        "An answer remembers what it judged: the criteria, units, targets and times as they were. Where a decision has "
        "changed them since, nobody can know whether the answer still holds until somebody says so. A mended typo or "
        "an editorial decision puts no answer in doubt."
    ),
    sentence=_("{id} judged {things} as the plan was before {decisions} changed {changes}."),
    advice=_(
        "Does the answer still hold? Then confirm it: plantrack record --confirm {id} --by {by}. If not, record a new "
        "answer."
    ),
    bad=Example(
        """\
# decisions/2015-12-02-ks.yaml
date: 2015-12-02
body: ks
kind: move_deadline
title: Frågorna till besökarna ställs ett år senare
changes:
  1.1.2:
    when:
      from: 2015
      to: 2016
# progress/2015/2015-11-20-samradet-5f3a.yaml
by: samradet
date: 2015-11-20
round: 2015
basis: 5c6daa42-914248e6
answers:
  1.1.2: ongoing
"""
    ),
    good=Example(
        """\
# decisions/2015-12-02-ks.yaml
date: 2015-12-02
body: ks
kind: move_deadline
title: Frågorna till besökarna ställs ett år senare
changes:
  1.1.2:
    when:
      from: 2015
      to: 2016
# progress/2015/2015-11-20-samradet-5f3a.yaml
by: samradet
date: 2015-11-20
round: 2015
basis: 5c6daa42-914248e6
answers:
  1.1.2: ongoing
# progress/2015/2015-12-10-samradet-77b0.yaml
by: samradet
date: 2015-12-10
round: 2015
confirms: 2015-11-20-samradet-5f3a
basis: 2bc00737-a62d05d1
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for identifier, suspect in suspects(facts.plan, facts.day).items():
        first = suspect.things[0]
        yield RULE.at(
            facts.where("submission", identifier, "answers", first, part="key"),
            related=tuple(
                facts.where(each.kind, each.by, "changes", each.thing, each.field) for each in suspect.changes
            ),
            id=identifier,
            by=facts.plan.submissions[identifier].by,
            things=suspect.things,
            decisions=suspect.decisions,
            changes=tuple(dict.fromkeys(f"{each.thing} ({each.field})" for each in suspect.changes)),
        )
