"""PT941: something that was promised has changed, and no decision says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plantrack.facts import Facts
from plantrack.facts.changed_places import is_short, said, where_changed
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

if TYPE_CHECKING:
    from plantrack.change import Change

RULE = Rule(
    code="PT941",
    name="moved-undecided",
    severity=ERROR,
    title=_("What was promised has changed, and no decision says so"),
    why=_(
        "An adopted plan is a promise. Whoever moves a day, lowers a target or takes away a criterion can make late "
        "look on time, and nobody sees it in a report. So a change of what was promised is told by the decision that "
        "made it. It is looked for where the plan is held against an earlier state of it: check --against."
    ),
    sentence=_("{field} of {id} was “{before}” and is “{after}”, and no decision says so."),
    advice=_(
        "Tell it in the decision that made it, in decisions/: changes, {id}, {path}, from and to. Or take it back."
    ),
    variants={
        "block": (
            _("{field} of {id} says something else than it did, and no decision says so."),
            _("Tell it in the decision that made it, in decisions/: changes, {id}, {path}. Or take it back."),
        ),
        "came": (
            _("{id} is new in the adopted plan, and no decision says so."),
            _("Name the decision in it: added, with date and decision. Or take it out."),
        ),
        "gone": (
            _("{id} is gone from the files of the adopted plan."),
            _("Put it back. What is over stays in its file, with the day and the decision under ended."),
        ),
        "ended": (
            _("{id} has ended, and no decision says so."),
            _("Name the decision under ended, and keep its file in decisions/."),
        ),
        "moved": (
            _("{id} has been moved to another place in the adopted plan, and no decision is about it."),
            _("Name {id} under about in the decision that moved it. Or put it back."),
        ),
        "lock": (
            _("{id} holds the plan to something else than what was adopted."),
            _(
                "Put the line definitions back as it was. A plan that is adopted anew has a new decision, of the kind adopt."
            ),
        ),
        "editorial": (
            _("{field} of {id} was “{before}” and is “{after}”. The decision that says so calls itself editorial."),
            _("What is promised is another than it was. Take editorial out of the decision, or take the change back."),
        ),
    },
    before=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Alla har nära till en mötesplats
activities:
  1.1.1:
    title: Öppna en mötesplats i varje stadsdel
    when: 2014-2015
    lead: kultur
"""
    ),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Alla har nära till en mötesplats
activities:
  1.1.1:
    title: Öppna en mötesplats i varje stadsdel
    when: 2014-2016
    lead: kultur
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Alla har nära till en mötesplats
activities:
  1.1.1:
    title: Öppna en mötesplats i varje stadsdel
    when: 2014-2016
    lead: kultur
# decisions/2015-04-22-ks.yaml
date: 2015-04-22
body: ks
kind: move_deadline
title: Mötesplatserna får ett år till
changes:
  1.1.1:
    when:
      from: 2014-2015
      to: 2014-2016
"""
    ),
)
VARIANTS = {
    "came": "came", "gone": "gone", "decision_gone": "gone", "ended": "ended", "moved": "moved", "locked_anew": "lock",
}  # fmt: skip
"""Sorts of change that have a sentence of their own."""


def check(facts: Facts) -> Iterator[Finding]:
    for change in facts.against:
        if change.lacking:
            yield _finding(facts, change)


def _finding(facts: Facts, change: Change) -> Finding:
    variant = "" if change.kind == "plan" else VARIANTS.get(change.sort, "editorial" if change.decisions else "")
    if not variant and not (is_short(change.before) and is_short(change.after)):
        variant = "block"
    where = where_changed(facts, change)
    return RULE.at(
        where,
        variant=variant,
        id=change.thing,
        field=change.path,
        path=change.path,
        before=said(change.before),
        after=said(change.after),
    )
