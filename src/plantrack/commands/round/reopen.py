"""``plantrack round reopen``: a closed round takes answers again, and everybody can see why."""

from __future__ import annotations

from typing import Annotated

import typer

from plantrack.commands.completion import complete_round
from plantrack.commands.options import (
    DryRunOption,
    LangOption,
    NoColorOption,
    OnOption,
    PlanOption,
    day_asked,
    open_plan,
)
from plantrack.commands.proposing import as_bytes, rewrite, tell_files, tell_next
from plantrack.commands.round.asked_for import file_of_round, propose_change, round_meant
from plantrack.mark import _
from plantrack.model.progress import Round
from plantrack.shell import CannotRun
from plantrack.store.edit import with_item

HELP = _("Opens a closed round again: writes the day, the reason and the last day in its file.")


def run(
    which: Annotated[str, typer.Argument(metavar="ROUND", help=_("The round."), autocompletion=complete_round)],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help=_("Why it is opened again."))] = "",
    until: Annotated[str, typer.Option("--until", metavar="DATE", help=_("The last day for answers."))] = "",
    dry_run: DryRunOption = False,
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, on, lang, no_color)
    facts = round_meant(session, which)
    file = file_of_round(session, facts)
    if not facts.closed:
        raise CannotRun(_("The round {round} is not closed."), round=facts.id)
    if not reason.strip():
        raise CannotRun(_('Say why it is opened again: --reason "…"'))
    if not until:
        raise CannotRun(_("Say how long it is open: --until DATE"))
    day, last = session.facts.day, day_asked(until)
    as_bytes(reason)
    item = {"date": day.isoformat(), "reason": reason, "until": last.isoformat()}
    if last < day:
        raise CannotRun(_("The last day for answers, {day}, lies before the day it opens."), day=last)
    proposed = propose_change(session, file, lambda data: with_item(data, Round, "reopened", item))
    if proposed is None:
        return 1
    say = session.speech.say
    if dry_run:
        tell_files(session, [session.shown(file.path)], proposed, dry_run=True)
        return 0
    shown = rewrite(session, file.path, file.data, proposed.files[file.path])
    print(say(_("Opened the round {round} again in {path}."), round=facts.id, path=shown))
    tell_next(session, [shown], say(_("The round {round} is opened again"), round=facts.id))
    return 0
