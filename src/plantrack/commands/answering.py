"""What becomes of answers however they were given: whose they are, of which round, weighed, written and told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plantrack.commands.options import Session
from plantrack.commands.proposing import tell_files, tell_findings, tell_next, write_proposed
from plantrack.commands.spoken import organisation_meant
from plantrack.commands.submitting import Weighed, tell_effect, weigh
from plantrack.draft import Draft
from plantrack.facts.basis import basis_of, combined
from plantrack.followup.rounds import UnknownRound, round_for, round_of
from plantrack.mark import _
from plantrack.shell import CannotRun


def finish(session: Session, drafts: Sequence[Draft], dry_run: bool) -> int:
    """Weighs the answers, writes them, and says what that changes and what comes next."""
    weighed = weigh(session, drafts)
    proposed = weighed.proposed
    tell_findings(session, proposed)
    if proposed.refused:
        _tell_how_to_correct(session, weighed)
        return 1
    shown = [session.shown(path) for path in proposed.files] if dry_run else write_proposed(session, proposed)
    tell_files(session, shown, proposed, dry_run=dry_run)
    _tell_confirmed(session, weighed)
    if any(draft.answers for draft in drafts):
        tell_effect(session, weighed)
    if not dry_run:
        tell_next(session, shown, _about(session, weighed))
    return 0


def _tell_confirmed(session: Session, weighed: Weighed) -> None:
    """Which answers hold again, after the wording changed."""
    for draft in weighed.drafts:
        for each in draft.confirms:
            things = tuple(session.facts.plan.submissions[each].answers)
            sentence = _("{submission} holds, confirmed by {by}: {things}.")
            print(session.speech.say(sentence, submission=each, by=draft.by, things=things) + "\n")


def _tell_how_to_correct(session: Session, weighed: Weighed) -> None:
    """Where the same was answered on that day before: how to say that this one corrects it."""
    for finding in weighed.proposed.findings:
        if finding.rule.name == "said-twice":
            pair = (finding.values["first"], finding.values["id"])
            earlier = tuple(each for each in pair if each in session.facts.plan.submissions)
            print(session.speech.say(_("If this corrects it, add: --replaces {submission}"), submission=earlier))


def basis_for(session: Session, things: Iterable[str]) -> str:
    """The wording that the answers judge, as a digest."""
    plan = session.facts.plan
    return combined({thing: basis_of(plan, thing) for thing in things})


def round_asked(session: Session, text: str) -> str:
    """The round that was asked for; else the one that is open on the day, else the one that the day is in."""
    plan = session.facts.plan
    if not text:
        return round_for(plan, session.facts.day).id
    try:
        return round_of(plan, text).id
    except UnknownRound:
        raise CannotRun(_("There is no round “{round}”, and it is no year."), round=text) from None


def sender_meant(session: Session, by: str, things: Iterable[str]) -> str:
    """Who answers. Nobody is guessed: an answer counts as its sender's own word."""
    plan = session.facts.plan
    if by:
        return organisation_meant(plan, by)
    likely = list(dict.fromkeys(party for thing in things for party in _parties_of(session, thing)))
    if likely:
        raise CannotRun(_("Say who answers: --by {parties}."), parties=session.speech.either(likely))
    raise CannotRun(_("Say who answers, with the id of an organisation: --by ..."))


def _parties_of(session: Session, thing: str) -> tuple[str, ...]:
    """Who is named as answering for a thing."""
    plan = session.facts.plan
    if thing in plan.held:
        return plan.held[thing].doers
    measure = plan.criteria.get(thing) or plan.indicators.get(thing)
    return (measure.follow_up if measure else ()) or plan.follow_up.responsible


def _about(session: Session, weighed: Weighed) -> str:
    """A line for the commit: who answers about what."""
    draft = weighed.drafts[0]
    things = list(dict.fromkeys(thing for each in weighed.drafts for thing in (*each.answers, *each.confirms)))
    shown = ", ".join(things[:4]) + (" ..." if len(things) > 4 else "")
    return session.speech.say(_("{round}: {by} on {things}"), round=draft.round, by=draft.by, things=shown)
