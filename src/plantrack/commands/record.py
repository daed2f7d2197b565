"""``plantrack record``: how it goes, as one new file; one thing takes one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

import typer

from plantrack.commands.answering import basis_for, finish, round_asked, sender_meant
from plantrack.commands.completion import complete_answer, complete_organisation, complete_round
from plantrack.commands.confirming import confirmation
from plantrack.commands.options import DryRunOption, LangOption, NoColorOption, PlanOption, day_asked, open_plan
from plantrack.commands.spoken import Answers, add_said, spoken_answers
from plantrack.draft import Draft
from plantrack.mark import _
from plantrack.replies import Replies
from plantrack.shell import CannotRun

HELP = _(
    "Records how it goes, as one new file under progress/: plantrack record 1.1.2 ongoing --by srf\n\n"
    "An activity takes a status, a criterion or a goal a fulfilment, an indicator a value; in Swedish, in English or in "
    "the plan's own words. Several answers may stand in a row. With several, say which one an option is about: "
    '--comment 1.1.2="…". Without arguments in a terminal it asks.\n\n'
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
        drafts = confirmation(session, answers, by, round_)
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
        by=sender_meant(session, by, said),
        date=session.facts.day,
        round=round_asked(session, round_),
        answers=said,
        role=role,
        replaces=tuple(replaces),
        basis=basis_for(session, said),
    )
    return finish(session, [asked], dry_run)


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
