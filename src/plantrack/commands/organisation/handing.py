"""``--in-plan``: a new organisation in place of the old in activities that are open, and the decision that says so."""

from __future__ import annotations

from collections.abc import Iterable

from plantrack.changes.decided import is_adopted
from plantrack.commands.options import Session, no_such_thing
from plantrack.mark import _
from plantrack.shell import CannotRun
from plantrack.store.edit import Edit, Set
from plantrack.store.reorganised import Handover, handed_over


def goal_edits(
    session: Session, old: list[str], new: list[str], closed: set[str], decision: str
) -> tuple[dict[str, list[Edit]], list[str]]:
    """The edits in the goals' files and in the decision's; and what is said of what stays."""
    plan, say = session.facts.plan, session.speech.say
    if len(new) > 1:
        sentence = _("Which of {new} answers for what has to be said activity by activity: leave out --in-plan.")
        raise CannotRun(sentence, new=tuple(new))
    found = handed_over(plan, old, new[0], closed)
    if found.handovers and not decision and is_adopted(plan):
        sentence = _(
            "The plan is adopted, and who answers is a part of what it promises. Say which decision changes it: --decision ID"
        )
        raise CannotRun(sentence)
    edits: dict[str, list[Edit]] = {}
    for each in found.handovers:
        edits.setdefault(session.facts.file_of["goal", each.goal], []).extend(each.edits())
    if decision and found.handovers:
        if decision not in plan.decisions:
            raise no_such_thing(decision, plan.decisions)
        edits[session.facts.file_of["decision", decision]] = list(_told(session, found.handovers, decision))
    left = []
    if found.left:
        sentence = _(
            "{things} says it for activities of which some are over. Nothing is changed there; write it by hand."
        )
        left.append(say(sentence, things=found.left))
    return edits, left


def _told(session: Session, handovers: Iterable[Handover], decision: str) -> Iterable[Edit]:
    """The changes as the decision tells them: from whom, to whom."""
    known = session.facts.plan.decisions[decision].changes
    for each in handovers:
        before, after = ", ".join(each.before), ", ".join(each.after)
        told = known.get(each.thing, {}).get(each.role)
        if told is None:
            yield Set(("changes", each.thing, each.role), {"from": before, "to": after})
        elif (told.from_, told.to) != (before, after):
            sentence = _("{decision} tells another change of {field} in {id} already. Choose another decision.")
            raise CannotRun(sentence, decision=decision, field=each.role, id=each.thing)
