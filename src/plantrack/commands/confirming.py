"""That what was said still holds, after a decision has changed the wording: ``record --confirm``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plantrack.commands.answering import basis_for, round_asked, sender_meant
from plantrack.commands.options import Session, no_such_thing
from plantrack.commands.spoken import organisation_meant
from plantrack.draft import Draft
from plantrack.facts.basis import suspects
from plantrack.followup.rounds import round_for
from plantrack.mark import _
from plantrack.shell import CannotRun


def confirmation(session: Session, ids: Sequence[str], by: str, round_: str) -> list[Draft]:
    """That what was said still holds: one submission per round, which confirms those that had become suspect."""
    plan = session.facts.plan
    suspect = suspects(plan)
    wanted = []
    for each in ids or _forsender_meant(session, by, suspect):
        found = [i for i, its in suspect.items() if each == i or each in its.things]
        if not found and each not in plan.submissions and each not in plan.goal_of and each not in plan.goals:
            raise no_such_thing(each, [*plan.submissions, *plan.goal_of, *plan.goals])
        if not found:
            raise CannotRun(
                _("Nothing that was said of {id} has become suspect. There is nothing to confirm."), id=each
            )
        wanted += found
        for submission in found:
            others = tuple(thing for thing in suspect[submission].things if thing not in ids)
            if each != submission and others:
                sentence = _(
                    "{submission} also speaks of {others}, which has changed too. Name it as well, or answer anew."
                )
                raise CannotRun(sentence, submission=submission, others=others)
    if not wanted:
        raise CannotRun(_("No answer has become suspect. There is nothing to confirm."))
    sender = sender_meant(session, by, [thing for i in wanted for thing in suspect[i].things])
    drafts = []
    by_round: dict[str, list[str]] = {}
    for each in dict.fromkeys(wanted):
        its = round_ or plan.submissions[each].round or round_for(plan, plan.submissions[each].date).id
        by_round.setdefault(round_asked(session, its), []).append(each)
    for its, confirmed in by_round.items():
        things = dict.fromkeys(thing for i in confirmed for thing in plan.submissions[i].answers)
        basis = basis_for(session, things)
        drafts.append(Draft(sender, session.facts.day, its, confirms=tuple(confirmed), basis=basis))
    return drafts


def _forsender_meant(session: Session, by: str, suspect: Iterable[str]) -> tuple[str, ...]:
    """The suspect answers that an organisation may confirm: its own, or all for whoever keeps the follow-up together."""
    plan = session.facts.plan
    sender = organisation_meant(plan, by) if by else ""
    if not sender or sender in plan.follow_up.responsible:
        return tuple(suspect)
    return tuple(each for each in suspect if plan.submissions[each].by == sender)
