"""PT907: an answer from outside the days of its round."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.model.progress import Round

RULE = Rule(
    code="PT907",
    name="late-submission",
    severity=WARNING,
    title=_("An answer from outside the days of its round"),
    why=_(
        "When a round has closed, its report is issued and kept. An answer that comes later goes into the next round, "
        "or the round is opened again so that everybody can see it."
    ),
    sentence=_("{id} is from {day}, and the round {round} closed on {closed}."),
    advice=_(
        "Write the next round after `round:`, or open this one again, with the reason: plantrack round reopen {round}"
    ),
    variants={
        "before": (
            _("{id} is from {day}, and the time that the round {round} is about begins on {begins}."),
            _("See whether the date or the round is right."),
        ),
    },
    bad=Example(
        """\
# rounds/2014.yaml
period: 2014
closed: 2015-01-31
# progress/2014/2015-03-02-kultur-5f3a.yaml
by: kultur
date: 2015-03-02
round: 2014
answers:
  1.1.1: ongoing
"""
    ),
    good=Example(
        """\
# rounds/2014.yaml
period: 2014
closed: 2015-01-31
reopened:
  - date: 2015-03-01
    reason: Kulturförvaltningen fick aldrig frågorna.
# progress/2014/2015-03-02-kultur-5f3a.yaml
by: kultur
date: 2015-03-02
round: 2014
answers:
  1.1.1: ongoing
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    begins = {i: plan.calendar.first(r.period.start) for i, r in plan.rounds.items() if r.period and r.period.start}
    for identifier, submission in plan.submissions.items():
        found = plan.rounds.get(submission.round or "")
        day = submission.date
        if found is None or day is None:
            continue
        where = facts.where("submission", identifier, "date")
        if came_after(found, day):
            yield RULE.at(where, id=identifier, day=day, round=submission.round, closed=found.closed)
        elif day < begins.get(submission.round or "", day):
            start = begins[submission.round or ""]
            yield RULE.at(where, variant="before", id=identifier, day=day, round=submission.round, begins=start)


def came_after(found: Round, day: date) -> bool:
    """Whether a day is after the round's closing, and not within a time when it was open again."""
    if found.closed is None or day <= found.closed:
        return False
    return not any(each.date is None or each.date <= day <= (each.until or date.max) for each in found.reopened)
