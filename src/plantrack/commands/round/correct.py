"""``plantrack round correct``: a corrected issue of a report, beside the first, with the reason."""

from __future__ import annotations

from typing import Annotated

import typer

from plantrack.commands.completion import complete_round
from plantrack.commands.issued import Issued, as_kept, differs, issues_of, next_number
from plantrack.commands.issuing import issue, must_be_right, tell_issue
from plantrack.commands.options import DryRunOption, LangOption, NoColorOption, OnOption, PlanOption, Session, open_plan
from plantrack.commands.proposing import as_bytes, tell_next, typed, write_files
from plantrack.commands.round.asked_for import round_meant
from plantrack.followup.effect import effect
from plantrack.followup.standings import stand
from plantrack.mark import _
from plantrack.report.teller import Teller
from plantrack.shell import CannotRun
from plantrack.store.issued import folder_of
from plantrack.views.corrected import as_text

HELP = _(
    "Issues a round's report again after a mistake was found: mend the files first, then say why. The first issue is kept. "
    "The new one tells the reason, and which figures were corrected."
)


def run(
    which: Annotated[str, typer.Argument(metavar="ROUND", help=_("The round."), autocompletion=complete_round)],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help=_("What was wrong."))] = "",
    dry_run: DryRunOption = False,
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, on, lang, no_color)
    facts = round_meant(session, which)
    issues = issues_of(session, facts.id)
    if not issues:
        raise CannotRun(_("No report on {round} has been issued. plantrack round close issues it."), round=facts.id)
    if not reason.strip():
        raise CannotRun(_('Say what was wrong: --reason "…"'))
    as_bytes(reason)
    must_be_right(session)
    if not differs(session, issues[-1]):
        sentence = _(
            "Nothing has changed since issue {number} of {day}. Mend what is wrong first, then issue it again."
        )
        raise CannotRun(sentence, number=issues[-1].number, day=issues[-1].record.date)
    corrections = _corrections(session, issues[-1])
    number = next_number(issues)
    place = session.shown(folder_of(facts.id, number))
    say = session.speech.say
    print(say(_("Since issue {number}:"), number=issues[-1].number))
    print(corrections)
    if dry_run:
        print(say(_("Would issue the report in {path}."), path=place))
        return 0
    made = issue(session, facts.id, number, reason.strip(), corrections)
    write_files(session, made.files)
    tell_issue(session, place, made)
    tell_next(
        session, [place], say(_("A corrected report on {round}"), round=facts.id), f"plantrack report {typed(facts.id)}"
    )
    return 0


def _corrections(session: Session, before: Issued) -> str:
    """What stands otherwise than in the issue before, in the plan's language: it is kept in a file of the plan."""
    from plantrack.locales import speech

    plan = session.facts.plan
    then = stand(as_kept(session, before).facts.plan, before.round)
    now = stand(plan, before.round)
    return as_text(Teller(plan, speech(plan.language), now.day), effect(then, now))
