"""PT946: a decision that cannot be taken back, so that nobody can tell whether the plan promises what was adopted."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT946",
    name="lock-out-of-sight",
    severity=WARNING,
    title=_("A decision after which nobody can tell whether the plan promises what was adopted"),
    why=_(
        "Whether an adopted plan still promises what it did is told by taking back what decisions have changed since. "
        "One that does not say from what it changed a field, or that changed a cost, cannot be taken back, and then "
        "PT944 says nothing of the whole plan."
    ),
    sentence=_(
        "{by} changes {field} of {id} and cannot be taken back, so the plan is not held to what {lock} adopted."
    ),
    advice=_(
        "Write from, as it stood before. Where that is no help, as for a cost of several parts: hold the plan against "
        "its history, plantrack check --against adopted, and accept this finding under silenced."
    ),
    bad=Example(
        """\
# decisions/2014-02-05-ks.yaml
date: 2014-02-05
body: ks
kind: adopt
title: Planen antas
about: [nordvik-2014]
definitions: 1c97e116e0f764f2-611a6b8b15ca72af
# decisions/2015-04-22-ks.yaml
date: 2015-04-22
body: ks
kind: move_deadline
title: Tiden för frågorna till besökarna
changes:
  1.1.2:
    when:
      to: 2016
"""
    ),
    good=Example(
        """\
# decisions/2014-02-05-ks.yaml
date: 2014-02-05
body: ks
kind: adopt
title: Planen antas
about: [nordvik-2014]
definitions: 1c97e116e0f764f2-611a6b8b15ca72af
# decisions/2015-04-22-ks.yaml
date: 2015-04-22
body: ks
kind: move_deadline
title: Tiden för frågorna till besökarna
changes:
  1.1.2:
    when:
      from: 2015
      to: 2016
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    if not any(each.definitions for each in facts.plan.decisions.values()):
        return
    from plantrack.changes.adopted import lock_of, stuck_changes

    lock = lock_of(facts.plan)
    for each in stuck_changes(facts.plan, lock.decision) if lock else ():
        where = facts.where("decision", each.decision, "changes", each.thing, each.path)
        yield RULE.at(where, id=each.thing, by=each.decision, field=each.path, lock=lock.decision if lock else "")
