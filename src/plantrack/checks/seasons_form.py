"""PT213: the plan's own days for parts of the year."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.dates import SPANS
from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _
from plantrack.plan import read_span

RULE = Rule(
    code="PT213",
    name="seasons-form",
    severity=ERROR,
    title=_("Days of a part of the year that cannot be read"),
    why=_("What “autumn 2015” means in days is the plan's own convention, and reports print it."),
    sentence=_("{id} has “{text}” as the days of “{part}”, and that is no first and last day."),
    advice=_("Write first and last month and day: 09-01/12-31."),
    variants={
        "unknown": (
            _("{id} says what days “{part}” is, and there is no such part of the year."),
            _("Choose one of: {parts}."),
        ),
    },
    bad=Example(
        """\
# plan.yaml
format: 1
id: nordvik-2014
title: Plan för ett öppnare Nordvik
period: 2014-2016
seasons:
  autumn: september till december
"""
    ),
    good=Example(
        """\
# plan.yaml
format: 1
id: nordvik-2014
title: Plan för ett öppnare Nordvik
period: 2014-2016
seasons:
  autumn: 09-01/11-30
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    header = facts.plan.header
    for part, text in header.seasons.items():
        thing = header.id or "plan"
        if part not in SPANS:
            where = facts.where("plan", "plan", "seasons", part, part="key")
            yield RULE.at(where, variant="unknown", parts=tuple(SPANS), id=thing, part=part)
        elif not read_span(text):
            yield RULE.at(facts.where("plan", "plan", "seasons", part), id=thing, part=part, text=text)
