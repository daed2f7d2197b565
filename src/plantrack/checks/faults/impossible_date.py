"""PT210: a date that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT210",
    name="impossible-date",
    severity=ERROR,
    title=_("A date that does not exist"),
    why=_("It is written as a date, so it is a slip of the keyboard, and nobody can be held to it."),
    sentence=_("{id} has “{text}” as “{field}”, and there is no such day: that month has no day {number}."),
    advice=_("Look in the source and write the right one."),
    variants={
        "month": (
            _("{id} has “{text}” as “{field}”, and there is no month {number}."),
            _("Look in the source and write the right one."),
        ),
        "part": (
            _("{id} has “{text}” as “{field}”, and no year has a {number}."),
            _("Look in the source and write the right one."),
        ),
        "year": (
            _("{id} has “{text}” as “{field}”, and there is no year {number}."),
            _("Look in the source and write the right one."),
        ),
        "order": (
            _("{id} has “{text}” as “{field}”, and that time ends before it begins."),
            _("Write the earlier time first."),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
    when: 2015-02-30
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
    when: 2015-02-28
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("impossible_date"):
        part = str(fault.values["part"])
        yield RULE.on(fault, variant="" if part == "day" else part)
