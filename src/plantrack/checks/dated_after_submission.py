"""PT908: a day in an answer that had not come when the answer was given."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT908",
    name="dated-after-submission",
    severity=ERROR,
    title=_("A day in an answer that had not come when the answer was given"),
    why=_(
        "Nobody can have measured, begun or finished something on a day that had not come. What is hoped for looks "
        "like what is done, and the report counts it."
    ),
    sentence=_("{by} reports for {id} on {day} that it was completed {at}, which had not come."),
    advice=_("Write the time that it is expected to be finished as `expected:`."),
    variants={
        "started": (
            _("{by} reports for {id} on {day} that it was started {at}, which had not come."),
            _("Write when it was started, or take `started:` out until it is."),
        ),
        "at": (
            _("{by} reports a value for {id} on {day} that is of {at}, which had not come."),
            _("Write the day that the value was measured after `at:`. A forecast belongs in `comment:`."),
        ),
    },
    bad=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.1:
    status: completed
    completed: 2016-03
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
    status: ongoing
    expected: 2016-03
"""
    ),
)
FIELDS = ("completed", "started", "at")


def check(facts: Facts) -> Iterator[Finding]:
    first = facts.plan.calendar.first
    for each in facts.said:
        stated = each.answer.__dict__
        if len(stated) < 2:
            continue
        for field in FIELDS:
            point = stated.get(field)
            if point is not None and point.year >= each.day.year and first(point) > each.day:
                yield RULE.at(
                    facts.where("submission", each.submission, *each.keys, field),
                    variant="" if field == "completed" else field,
                    id=each.thing,
                    by=each.organisation,
                    day=each.day,
                    at=point,
                )
