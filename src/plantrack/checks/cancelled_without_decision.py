"""PT911: something that is said to be cancelled or withdrawn, with no decision."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.answers import Said, corrected, status_of
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.model.goal import Ended
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
    variants={
        "ended": (
            _("{id} ended on {day} without being completed, and no decision says so."),
            _("Write `decision:` with the id of the decision that ended it, or `how: completed` if it was done."),
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
    ended = {i: found for i, found in endings(plan).items() if not found[1].date or found[1].date <= facts.day}
    words = {*GIVEN_UP, *(word for word, own in plan.header.scale.items() if own.means in GIVEN_UP)}
    things = {each.thing for each in facts.said if each.answer.__dict__.get("status") in words}
    if not (things or ended) or any(lost.kind == "decision" for lost in facts.unreadable):
        return
    decided = ended_by_decision(plan)
    decided.update(identifier for identifier, (_kind, end) in ended.items() if end.decision)
    for identifier, (kind, end) in ended.items():
        if end.date and end.how != "completed" and not any(each in decided for each in around(plan, identifier)):
            yield RULE.at(facts.where(kind, identifier, "ended"), variant="ended", id=identifier, day=end.date)
    told = set(ended)
    for each in last_given_up(facts, things, words):
        if told.isdisjoint(around(plan, each.thing)) and decided.isdisjoint(around(plan, each.thing)):
            told.add(each.thing)
            where = facts.where("submission", each.submission, *each.keys)
            yield RULE.at(where, id=each.thing, by=each.organisation, day=each.day)


def last_given_up(facts: Facts, things: set[str], words: set[str]) -> list[Said]:
    """The answers that things are given up, where the organisation has said nothing else since."""
    settled = corrected(facts.plan)
    last: dict[tuple[str, str], Said] = {}
    for each in facts.said:
        if each.thing in things and (each.submission, each.thing) not in settled:
            if status_of(facts.plan, each.answer) not in ("", "unchanged"):
                last[each.thing, each.organisation] = each
    return [each for each in last.values() if each.answer.status in words]


def around(plan: Plan, thing: str) -> tuple[str, ...]:
    """A thing, the activity that it is a step of, and the goal that it belongs to."""
    return thing, thing.rpartition(".")[0] if thing in plan.steps else thing, plan.goal_of.get(thing, thing)


def endings(plan: Plan) -> dict[str, tuple[str, Ended]]:
    """All that the plan itself says has ended: what it is, and how."""
    found: dict[str, tuple[str, Ended]] = {}
    for kind, things in (("goal", plan.goals), ("activity", plan.activities), ("step", plan.steps)):
        for identifier, record in things.items():
            ended = record.__dict__.get("ended")
            if ended is not None:
                found[identifier] = kind, ended
    return found


def ended_by_decision(plan: Plan) -> set[str]:
    """Everything that a decision says it ends."""
    found: set[str] = set()
    for decision in plan.decisions.values():
        if decision.kind == "end":
            found.update(decision.about, decision.changes)
        found.update(thing for thing, changes in decision.changes.items() if "ended" in changes)
    return found
