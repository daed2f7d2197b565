"""PT903: an answer that belongs to no round of the plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plantrack.dates import When
from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _
from plantrack.plan import Plan

RULE = Rule(
    code="PT903",
    name="unknown-round",
    severity=ERROR,
    title=_("An answer that belongs to no round of the plan"),
    why=_(
        "A round's report takes the answers of that round. An answer that belongs to none, or may belong to two, is in no report that can be trusted."
    ),
    sentence=_(
        "{id} answers for the round {round}, which is outside the plan's period {period} and has no file of its own."
    ),
    advice=_(
        "Write the right year after `round:`, or add the file rounds/{round}.yaml where the plan is followed up that year too."
    ),
    variants={
        "several": (
            _("{id} does not say which round it belongs to, and {rounds} were open on {day}."),
            _("Write `round:` with one of them."),
        ),
    },
    bad=Example(
        """\
# progress/2105/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2105
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
answers:
  1.1.1: ongoing
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    period = plan.header.period
    if any(lost.kind == "round" for lost in facts.unreadable):
        return
    for identifier, submission in plan.submissions.items():
        name = submission.round
        if name:
            is_year = len(name) == 4 and name.isdecimal()
            if is_year and name not in plan.rounds and period and not holds(plan, period, int(name)):
                where = facts.where("submission", identifier, "round")
                yield RULE.at(where, id=identifier, round=name, period=period)
        elif submission.date and not submission.replaces and not submission.states("round"):
            several = open_on(plan, submission.date)
            if len(several) > 1:
                where = facts.where("submission", identifier)
                yield RULE.at(where, variant="several", id=identifier, rounds=several, day=submission.date)


def holds(plan: Plan, period: When, year: int) -> bool:
    """Whether any day of a year is in the plan's period."""
    begins = period.start is None or plan.calendar.first(period.start).year <= year
    return begins and (period.end is None or year <= plan.calendar.last(period.end).year)


def open_on(plan: Plan, day: date) -> tuple[str, ...]:
    """The rounds that were open on a day."""
    return tuple(
        identifier
        for identifier, each in sorted(plan.rounds.items())
        if each.opened and each.opened <= day <= (each.closed or date.max)
    )
