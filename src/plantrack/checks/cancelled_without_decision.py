"""PT911: something that is said to be cancelled or withdrawn, with no decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plantrack.answers import Said, corrected, status_of
from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.plan import Plan

RULE = Rule(
    code="PT911",
    name="cancelled-without-decision",
    severity=WARNING,
    title=_("Cancelled or withdrawn without a decision"),
    why=_(
        "What has been decided is ended by a decision. Until there is one the activity is still counted among those "
        "that are to be done, and the report says that the decision is missing."
    ),
    sentence=_("{by} answers on {day} that {id} is cancelled or withdrawn, and no decision says so."),
    advice=_(
        "Add the decision under decisions/, and write `ended:` with its date and id in the activity. If it is paused, answer `paused`."
    ),
    bad=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.1:
    status: withdrawn
    comment: Pengarna räckte inte.
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
    status: withdrawn
    comment: Pengarna räckte inte.
# decisions/2015-10-07-ks.yaml
date: 2015-10-07
body: ks
kind: end
title: Mötesplatserna byggs inte ut
about: [1.1.1]
"""
    ),
)
GIVEN_UP = ("cancelled", "withdrawn")


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    words = {*GIVEN_UP, *(word for word, own in plan.header.scale.items() if own.means in GIVEN_UP)}
    things = {each.thing for each in facts.said if each.answer.__dict__.get("status") in words}
    if not things or any(lost.kind == "decision" for lost in facts.unreadable):
        return
    settled = corrected(plan)
    last: dict[tuple[str, str], Said] = {}
    for each in facts.said:
        if each.thing in things and (each.submission, each.thing) not in settled:
            if status_of(plan, each.answer) not in ("", "unchanged"):
                last[each.thing, each.organisation] = each
    given_up = [each for each in last.values() if each.answer.status in words]
    decided = ended_by_decision(plan)
    reported: set[str] = set()
    for each in given_up:
        thing = each.thing
        if thing not in reported and not any(each in decided for each in around(plan, thing)):
            reported.add(thing)
            where = facts.where("submission", each.submission, *each.keys)
            yield RULE.at(where, id=thing, by=each.organisation, day=each.day)


def around(plan: Plan, thing: str) -> tuple[str, ...]:
    """A thing, the activity that it is a step of, and the goal that it belongs to."""
    return thing, thing.rpartition(".")[0] if thing in plan.steps else thing, plan.goal_of.get(thing, thing)


def ended_by_decision(plan: Plan) -> set[str]:
    """Everything that a decision has ended."""
    found: set[str] = set()
    for decision in plan.decisions.values():
        if decision.kind == "end":
            found.update(decision.about, decision.changes)
        found.update(thing for thing, changes in decision.changes.items() if "ended" in changes)
    records: list[Mapping[str, object]] = [plan.goals, plan.activities, plan.steps]
    for things in records:
        for identifier, record in things.items():
            ended = record.__dict__.get("ended")
            if ended is not None and ended.decision:
                found.add(identifier)
    return found
