"""PT916: a text for the report that is about nothing in the plan."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.answers import kinds_of_things
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _
from plantrack.nearest import nearest

RULE = Rule(
    code="PT916",
    name="report-text-about-unknown",
    severity=ERROR,
    title=_("A text for the report that is about nothing in the plan"),
    why=_(
        "A text for the report has the id of its goal or theme as the name of its file. Under another name it comes into no report."
    ),
    sentence=_("{file} is a text about “{id}”, and the plan has nothing with that id."),
    advice=_(
        "Name the file after the goal or theme that it is about, or summary.yaml where it is about the whole plan."
    ),
    variants={
        "meant": (
            _("{file} is a text about “{id}”, and the plan has nothing with that id."),
            _("Did you mean “{meant}”?"),
        ),
    },
    bad=Example(
        """\
# reports/2015/1.7.yaml
assessment: Hälften av mötesplatserna är öppna.
"""
    ),
    good=Example(
        """\
# reports/2015/1.1.yaml
assessment: Hälften av mötesplatserna är öppna.
"""
    ),
)
WHOLE = "summary"


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    if not plan.texts:
        return
    known = {*kinds_of_things(plan), WHOLE, plan.header.id or WHOLE}
    for round_id, thing in plan.texts:
        if thing not in known and not facts.may_be_unread(thing):
            meant = nearest(thing, (*plan.goals, *plan.themes, WHOLE))
            where = facts.where("text", f"{round_id}/{thing}")
            yield RULE.at(where, variant="meant" if meant else "", id=thing, file=where.file, meant=meant)
