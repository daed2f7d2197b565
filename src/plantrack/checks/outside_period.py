"""PT703: a time outside the plan's own."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.dates import When
from plantrack.facts import Facts
from plantrack.facts.lives import period
from plantrack.finding import WARNING, Example, Finding, Rule, Where
from plantrack.mark import _
from plantrack.record import Record

RULE = Rule(
    code="PT703",
    name="outside-period",
    severity=WARNING,
    title=_("A time outside the plan's own"),
    why=_("Nobody follows up what lies outside the time of the plan. Mostly it is a slip of the keyboard."),
    sentence=_("{id} has the time “{when}”, which ends after the last day of the plan, {day}."),
    advice=_(
        "Correct the time. If the work goes on after the plan, let it end with the plan and be taken up "
        "in the next one."
    ),
    variants={
        "before": (
            _("{id} has the time “{when}”, which is over before the first day of the plan, {day}."),
            _("Correct the time."),
        ),
        "after": (
            _("{id} has the time “{when}”, which begins after the last day of the plan, {day}."),
            _("Correct the time."),
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
    when: 2014-2019
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
    when: 2014-2016
"""
    ),
)


Place = tuple[str, str, Where]


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    start, end = period(plan)
    calendar = plan.calendar
    outside: dict[When, str] = {}
    for kind, thing, keys, when in _times(facts):
        variant = outside.get(when)
        if variant is None:
            begins = calendar.first(when.start) if when.start else None
            ends = calendar.last(when.end) if when.end else None
            late = "after" if begins and begins > end else "ends" if ends and ends > end else ""
            variant = outside[when] = "before" if ends and ends < start else late
        if variant:
            where = facts.where(kind, thing, *keys)
            day = start if variant == "before" else end
            yield RULE.at(where, variant="" if variant == "ends" else variant, id=thing, when=when, day=day)


def _times(facts: Facts) -> Iterator[tuple[str, str, tuple[str | int, ...], When]]:
    """Every time that something of the plan is to be done, reached or measured, where it was written."""
    plan = facts.plan
    for goal_id, goal in plan.goals.items():
        yield from _said("goal", goal_id, (), goal, "when", "due")
        for number, shared in enumerate(goal.shared):
            yield from _said("goal", goal_id, ("shared", number), shared, "when", "due")
        for each, activity in goal.activities.items():
            yield from _said("activity", each, (), activity, "when", "due")
            for step_id, step in activity.steps.items():
                yield from _said("step", step_id, (), step, "when")
        for each, criterion in goal.criteria.items():
            yield from _said("criterion", each, (), criterion, "due")
        for each, indicator in goal.indicators.items():
            yield from _said("indicator", each, (), indicator, "when")


def _said(
    kind: str, thing: str, keys: tuple[str | int, ...], record: Record, *fields: str
) -> Iterator[tuple[str, str, tuple[str | int, ...], When]]:
    for field in fields:
        when = record.__dict__.get(field)
        if when is not None:
            yield kind, thing, (*keys, field), when
