"""``plantrack record``: how it goes, as one new file; one thing takes one line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Literal

import typer

from plantrack.commands.completion import complete_answer, complete_organisation, complete_round
from plantrack.commands.options import (
    DryRunOption,
    LangOption,
    NoColorOption,
    PlanOption,
    Session,
    day_asked,
    no_such_thing,
    open_plan,
)
from plantrack.commands.proposing import tell_files, tell_findings, tell_next, write_proposed
from plantrack.commands.spoken import Answers, add_said, organisation_meant, spoken_answers
from plantrack.commands.submitting import Weighed, tell_effect, weigh
from plantrack.draft import Draft
from plantrack.facts.basis import basis_of, combined, suspects
from plantrack.followup.rounds import UnknownRound, round_for, round_of
from plantrack.mark import _
from plantrack.replies import Replies
from plantrack.shell import CannotRun

HELP = _(
    "Records how it goes, as one new file under progress/: plantrack record 1.1.2 ongoing --by srf\n\n"
    "An activity takes a status, a criterion or a goal a fulfilment, an indicator a value; in Swedish, in English or in "
    "the plan's own words. Several answers may stand in a row. With several, say which one an option is about: "
    "--comment 1.1.2=“…”. Without arguments in a terminal it asks.\n\n"
    "Nothing is written where the rules find an error."
)
EMPTY: list[str] = []
Texts = list[str]


def text_option(name: str, metavar: str, help_: str) -> object:
    """An option that may stand several times."""
    return typer.Option(name, metavar=metavar, help=help_)


def run(
    answers: Annotated[
        Texts,
        typer.Argument(
            metavar="[ID ANSWER]...", help=_("What it is about, and how it goes."), autocompletion=complete_answer
        ),
    ] = EMPTY,
    by: Annotated[
        str,
        typer.Option(
            "--by",
            metavar="ORGANISATION",
            help=_("Who answers: an id, an abbreviation or a name."),
            autocompletion=complete_organisation,
        ),
    ] = "",
    comment: Annotated[Texts, text_option("--comment", "TEXT", _("A sentence on it."))] = EMPTY,
    deviation: Annotated[Texts, text_option("--deviation", "TEXT", _("What does not go as planned."))] = EMPTY,
    remedy: Annotated[Texts, text_option("--remedy", "TEXT", _("What is done about it."))] = EMPTY,
    ground: Annotated[Texts, text_option("--ground", "TEXT", _("What a judgement rests on."))] = EMPTY,
    forecast: Annotated[
        Texts, text_option("--forecast", "WORD", _("Whether it will be reached: expected, uncertain, not expected."))
    ] = EMPTY,
    at: Annotated[Texts, text_option("--at", "TIME", _("When a value was measured, as 2015 or 2015-10."))] = EMPTY,
    n: Annotated[Texts, text_option("--n", "NUMBER", _("How many answers or cases a value rests on."))] = EMPTY,
    started: Annotated[Texts, text_option("--started", "TIME", _("When the work started."))] = EMPTY,
    completed: Annotated[Texts, text_option("--completed", "TIME", _("When it was finished."))] = EMPTY,
    expected: Annotated[Texts, text_option("--expected", "TIME", _("When it is now expected to be finished."))] = EMPTY,
    evidence: Annotated[
        Texts, text_option("--evidence", "ID|LINK", _("What it rests on: an event, a decision or a link."))
    ] = EMPTY,
    unchanged: Annotated[bool, typer.Option("--unchanged", help=_("As before: only ids are given."))] = False,
    confirm: Annotated[
        bool,
        typer.Option("--confirm", help=_("What was said still holds, after the wording changed: only ids are given.")),
    ] = False,
    round_: Annotated[
        str,
        typer.Option(
            "--round",
            metavar="ROUND",
            help=_("The round. Left out: the one that is open, else the year."),
            autocompletion=complete_round,
        ),
    ] = "",
    day: Annotated[
        str, typer.Option("--date", metavar="DATE", help=_("The day of the answer, as 2015-11-20. Left out: today."))
    ] = "",
    role: Annotated[
        Literal["own", "assessor", "evaluator"],
        typer.Option("--role", metavar="own|assessor|evaluator", help=_("An own report, or an assessment.")),
    ] = "own",
    replaces: Annotated[
        Texts, text_option("--replaces", "SUBMISSION", _("The submission that this one corrects. Both stay readable."))
    ] = EMPTY,
    dry_run: DryRunOption = False,
    plan: PlanOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, day, lang, no_color)
    if session.facts.day > day_asked(""):
        raise CannotRun(_("{day} lies ahead. An answer has the day that it was given."), day=session.facts.day)
    options = {
        "comment": comment, "deviation": deviation, "remedy": remedy, "ground": ground, "forecast": forecast, "at": at, "n": n,
        "started": started, "completed": completed, "expected": expected, "evidence": evidence,
    }  # fmt: skip
    if confirm:
        _refuse_options({**options, "comment": [], "replaces": replaces})
        remark = "\n".join(comment)
        drafts = _confirmation(session, answers, by, round_)
        return finish(session, [each._replace(role=role, comment=remark) for each in drafts], dry_run)
    if not answers and session.terminal:
        from plantrack.commands.asking import Wish, ask

        _refuse_options({**options, "unchanged": ["yes"] if unchanged else []})
        return ask(session, Wish(by, round_, role, tuple(replaces), plan, day), dry_run)
    if not answers:
        raise CannotRun(_("Say what it is about, and how it goes: plantrack record 1.1.2 ongoing --by srf"))
    replies = Replies(session.facts.plan, session.speech)
    said = spoken_answers(replies, answers, unchanged=unchanged)
    for field, texts in options.items():
        add_said(replies, said, field, texts)
    _refuse_empty(replies, said)
    asked = Draft(
        by=_sender(session, by, said),
        date=session.facts.day,
        round=round_asked(session, round_),
        answers=said,
        role=role,
        replaces=tuple(replaces),
        basis=basis_for(session, said),
    )
    return finish(session, [asked], dry_run)


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


def basis_for(session: Session, answers: Answers) -> str:
    """The wording that the answers judge, as a digest."""
    plan = session.facts.plan
    return combined({thing: basis_of(plan, thing) for thing in answers})


def round_asked(session: Session, text: str) -> str:
    """The round that was asked for; else the one that is open on the day, else the one that the day is in."""
    plan = session.facts.plan
    if not text:
        return round_for(plan, session.facts.day).id
    try:
        return round_of(plan, text).id
    except UnknownRound:
        raise CannotRun(_("There is no round “{round}”, and it is no year."), round=text) from None


def _refuse_options(options: Mapping[str, Sequence[str]]) -> None:
    """An option that says something of an answer has none to belong to."""
    for name, texts in options.items():
        if texts:
            sentence = _("{option} belongs to an answer, and none is given: plantrack record 1.1.2 ongoing {option} …")
            raise CannotRun(sentence, option=f"--{name}")


def _refuse_empty(replies: Replies, answers: Answers) -> None:
    """An answer must say something; where it says nothing, what may be said is told."""
    for thing, said in answers.items():
        if not said:
            choices = tuple(replies.choices(thing).values())
            if choices:
                sentence = _("Say how it goes with {id}: {choices}.")
                raise CannotRun(sentence, id=thing, choices=replies.tongue.either(choices))
            raise CannotRun(_("Say what was measured for {id}, as a figure."), id=thing)


def _sender(session: Session, by: str, answers: Sequence[str] | Answers) -> str:
    """Who answers. Nobody is guessed: an answer counts as its sender's own word."""
    plan = session.facts.plan
    if by:
        return organisation_meant(plan, by)
    likely = list(dict.fromkeys(party for thing in answers for party in parties_of(session, thing)))
    if likely:
        raise CannotRun(_("Say who answers: --by {parties}."), parties=session.speech.either(likely))
    raise CannotRun(_("Say who answers, with the id of an organisation: --by ..."))


def parties_of(session: Session, thing: str) -> tuple[str, ...]:
    """Who is named as answering for a thing."""
    plan = session.facts.plan
    if thing in plan.held:
        return plan.held[thing].doers
    measure = plan.criteria.get(thing) or plan.indicators.get(thing)
    return (measure.follow_up if measure else ()) or plan.follow_up.responsible


def _confirmation(session: Session, ids: Sequence[str], by: str, round_: str) -> list[Draft]:
    """That what was said still holds: one submission per round, which confirms those that had become suspect."""
    plan = session.facts.plan
    suspect = suspects(plan)
    wanted = []
    for each in ids or _for_sender(session, by, suspect):
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
    sender = _sender(session, by, [thing for i in wanted for thing in suspect[i].things])
    drafts = []
    by_round: dict[str, list[str]] = {}
    for each in dict.fromkeys(wanted):
        its = round_ or plan.submissions[each].round or round_for(plan, plan.submissions[each].date).id
        by_round.setdefault(round_asked(session, its), []).append(each)
    for its, confirmed in by_round.items():
        things = dict.fromkeys(thing for i in confirmed for thing in plan.submissions[i].answers)
        basis = combined({thing: basis_of(plan, thing) for thing in things})
        drafts.append(Draft(sender, session.facts.day, its, confirms=tuple(confirmed), basis=basis))
    return drafts


def _for_sender(session: Session, by: str, suspect: Iterable[str]) -> tuple[str, ...]:
    """The suspect answers that an organisation may confirm: its own, or all for whoever keeps the follow-up together."""
    plan = session.facts.plan
    sender = organisation_meant(plan, by) if by else ""
    if not sender or sender in plan.follow_up.responsible:
        return tuple(suspect)
    return tuple(each for each in suspect if plan.submissions[each].by == sender)


def _about(session: Session, weighed: Weighed) -> str:
    """A line for the commit: who answers about what."""
    draft = weighed.drafts[0]
    things = list(dict.fromkeys(thing for each in weighed.drafts for thing in (*each.answers, *each.confirms)))
    shown = ", ".join(things[:4]) + (" ..." if len(things) > 4 else "")
    return session.speech.say(_("{round}: {by} on {things}"), round=draft.round, by=draft.by, things=shown)
