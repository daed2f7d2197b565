"""PT209: a time that is written in no known way."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack import dates
from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT209",
    name="date-form",
    severity=ERROR,
    title=_("A time that cannot be read"),
    why=_("What is late and what is soon is reckoned from the times. One that cannot be read is no time."),
    sentence=_("{id} has “{text}” as “{field}”, and that is no time in a way of writing that is known."),
    advice=_("Write it as 2015-11-20, 2015-11, 2015, 2014-2016, hösten 2015 or senast 2015-06."),
    variants={
        "day": (
            _("{id} has “{text}” as “{field}”, and a single day must stand there."),
            _("Write year, month and day: 2015-11-20."),
        ),
        "month_day": (
            _("{id} has “{text}” as “{field}”, and that is no day of the year."),
            _("Write month and day: 12-31."),
        ),
        "clock": (
            _("{id} has “{text}” as “{field}”, and that is no time of the day."),
            _("Write it as 13:30 or 13:30-16:30."),
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
    when: när det passar bra
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
    when: hösten 2015
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("date_form"):
        yield RULE.on(fault, variant=_variant(str(fault.values["text"]), str(fault.values["field"]), fault.where.file))


def _variant(text: str, field: str, file: str) -> str:
    """What was expected: a day of any year in the plan's own file, a time of the day, or one single day."""
    if field in ("cut_off", "cut_offs") and file == "plan.yaml":
        return "month_day"
    if field == "time":
        return "clock"
    try:
        dates.read_when(text)
    except (dates.Unreadable, dates.Impossible):
        return ""
    return "day"
