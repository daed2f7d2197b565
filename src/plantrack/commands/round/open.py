"""``plantrack round open``: a round begins. Who is asked what is written down, so that it can be seen later."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from plantrack.commands.completion import complete_organisation
from plantrack.commands.options import (
    DryRunOption,
    LangOption,
    NoColorOption,
    OnOption,
    PlanOption,
    Session,
    day_asked,
    open_plan,
)
from plantrack.commands.proposing import (
    as_bytes,
    propose,
    schema_line,
    tell_files,
    tell_findings,
    tell_next,
    typed,
    write_proposed,
)
from plantrack.commands.spoken import organisation_meant
from plantrack.dates import Unreadable, read_when
from plantrack.followup.rhythm import next_round
from plantrack.followup.rounds import UnknownRound, round_of
from plantrack.followup.standings import stand
from plantrack.formats.terminal import Look, render
from plantrack.forms.unasked import unasked
from plantrack.mark import _
from plantrack.model.progress import Round
from plantrack.plan import Plan
from plantrack.report.teller import Teller
from plantrack.shell import CannotRun
from plantrack.store.block import Value, block
from plantrack.store.folder import refused_part, with_files
from plantrack.views.round import of_asked

HELP = _(
    "Opens a round of follow-up: writes rounds/ROUND.yaml with its time, its days, and who is asked what. Groups are "
    "asked through their members; who keeps the follow-up together is asked what nobody else can be.\n\n"
    "Without a round it is the next one by the plan's rhythm."
)
EMPTY: list[str] = []


def run(
    which: Annotated[
        str, typer.Argument(metavar="[ROUND]", help=_("Its name: 2015, 2015-H1, 2015-T2, 2015-Q3, or one of your own."))
    ] = "",
    answer_by: Annotated[str, typer.Option("--answer-by", metavar="DATE", help=_("The last day for answers."))] = "",
    period: Annotated[
        str, typer.Option("--period", metavar="TIME", help=_("The time it is about, where the name does not say it."))
    ] = "",
    cut_off: Annotated[
        str, typer.Option("--cut-off", metavar="DATE", help=_("The day it is made up to. Left out: the plan's."))
    ] = "",
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help=_("What it is called."))] = "",
    ask: Annotated[
        list[str],
        typer.Option(
            "--ask",
            metavar="ORGANISATION",
            help=_("Ask only this one; may stand several times."),
            autocompletion=complete_organisation,
        ),
    ] = EMPTY,
    dry_run: DryRunOption = False,
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, on, lang, no_color)
    name, its_time, made_up_to = _named(session, which, period, cut_off)
    _must_be_in_time(session.facts.plan, name, its_time)
    last = day_asked(answer_by) if answer_by else None
    if last and last < session.facts.day:
        raise CannotRun(_("The last day for answers, {day}, lies before the day it opens."), day=last)
    fields: dict[str, Value] = {"title": title} if title else {}
    fields |= {"period": its_time, "cut_off": made_up_to.isoformat(), "opened": session.facts.day.isoformat()}
    if last:
        fields["answer_by"] = last.isoformat()
    file = f"rounds/{name}.yaml"
    fields["asked"] = _asked(name, with_files(session.facts, {file: as_bytes(block(fields))}).plan, ask)
    proposed = propose(session, {file: as_bytes(schema_line(session, file, "round") + block(fields))})
    tell_findings(session, proposed)
    if proposed.refused:
        return 1
    shown = [session.shown(file)] if dry_run else write_proposed(session, proposed)
    tell_files(session, shown, proposed, dry_run=dry_run)
    tell = Teller(proposed.facts.plan, session.speech, session.facts.day)
    standings = stand(proposed.facts.plan, name)
    print(render((of_asked(tell, standings),), Look(session.terminal, session.color, session.width)), end="")
    left = len(unasked(proposed.facts.plan, standings))
    if left:
        one = _("{n} question has nobody to answer it, and will stand on a form of its own.")
        many = _("{n} questions have nobody to answer them, and will stand on a form of their own.")
        print(session.speech.count(one, many, left) + "\n")
    if not dry_run:
        about = session.speech.say(_("The round {round} opens"), round=name)
        tell_next(session, shown, about, f"plantrack round forms {typed(name)}")
    return 0


def _must_be_in_time(plan: Plan, name: str, its_time: str) -> None:
    """Refuses a round on a time when the plan has ended: nobody has promised anything for it."""
    period, start = plan.header.period, read_when(its_time).start
    if period and period.end and start and plan.calendar.first(start) > plan.calendar.last(period.end):
        sentence = _(
            "{round} lies after the plan's period, {period}. What is left of the plan is followed up in its last round."
        )
        raise CannotRun(sentence, round=name, period=period)


def _named(session: Session, which: str, period: str, cut_off: str) -> tuple[str, str, date]:
    """The round's name, its time as files write it, and the day it is made up to."""
    plan = session.facts.plan
    made_up_to = day_asked(cut_off) if cut_off else None
    if not which:
        following = next_round(plan, session.facts.day)
        if following is None:
            raise CannotRun(_("Say which round: plantrack round open 2015"))
        return following.id, period or following.period, made_up_to or following.cut_off
    if which in plan.rounds:
        raise CannotRun(_there_already(plan.rounds[which]), round=which)
    if refused_part(f"{which}.yaml") or "/" in which or which != which.strip():
        raise CannotRun(_("“{name}” cannot be the name of a file. Letters, digits and hyphens can."), name=which)
    time = period or which
    try:
        read_when(time)
        facts = round_of(plan, time)
    except (Unreadable, UnknownRound, ValueError):
        if period:
            raise CannotRun(
                _("“{text}” is no time. Write it as 2015, 2015-H1 or 2015-01-01/2015-04-30."), text=time
            ) from None
        raise CannotRun(_("Say which time {round} is about: --period 2015"), round=which) from None
    if not which[0].isalnum():
        raise CannotRun(_("“{name}” cannot be the name of a file. Letters, digits and hyphens can."), name=which)
    return which, time, made_up_to or facts.cut_off


def _there_already(found: Round) -> str:
    if found.closed:
        return _("The round {round} is there already. Open it again, with the reason: plantrack round reopen {round}")
    return _("The round {round} is there already. Who has answered: plantrack round status {round}")


def _asked(name: str, plan: Plan, only: list[str]) -> dict[str, Value]:
    """Who is asked what, as the plan stands now: each by name, so that the plan may change later."""
    wanted = [organisation_meant(plan, each) for each in only]
    standings = stand(plan, name)
    asked: dict[str, Value] = {
        party: things for party, things in standings.asked.items() if not only or party in wanted
    }
    for each in wanted:
        if each not in asked:
            raise CannotRun(_("{organisation} has nothing to answer for in this round."), organisation=each)
    if not asked:
        raise CannotRun(_("The plan names nobody who could be asked. Write in the goals who is responsible."))
    return asked
