"""What the commands that change an organisation's life share: whose file, from which day, and how it ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated

import typer

from plantrack.commands.editing import propose_edits, tell_changed, write_edits
from plantrack.commands.options import Session, day_asked
from plantrack.commands.proposing import tell_findings, tell_next
from plantrack.commands.spoken import organisation_meant
from plantrack.mark import _
from plantrack.plan import Plan
from plantrack.report.document import plain
from plantrack.report.teller import Teller
from plantrack.shell import CannotRun
from plantrack.store.edit import Edit

FromOption = Annotated[
    str, typer.Option("--from", metavar="DATE", help=_("The first day that it holds, as 2018-01-01."))
]


def meant(session: Session, text: str) -> str:
    """The organisation that was named, by its id, its abbreviation or its name."""
    return organisation_meant(session.facts.plan, text)


def first_day(text: str) -> date:
    """The day from which it holds. It has to be said."""
    if not text:
        raise CannotRun(_("Say from which day: --from DATE"))
    return day_asked(text)


def file_of(session: Session, identifier: str) -> str:
    """The file in which an organisation stands: the plan's own, or one that it shares with other plans."""
    for source in session.facts.of_kind("organisations"):
        if identifier in source.record["organisations"]:
            return source.file
    raise CannotRun(_("{id} stands in no file that can be changed."), id=identifier)


def named(session: Session, identifier: str, day: date | None = None) -> str:
    """What an organisation is called, in the reader's language."""
    found = session.facts.plan.organisations.get(identifier)
    tell = Teller(session.facts.plan, session.speech, day or session.facts.day)
    return plain((tell.said(found.name),)) if found and found.name else identifier


def over(plan: Plan, day: date) -> set[str]:
    """The activities that are no longer open on a day: ended by a decision, or reported as done or cancelled."""
    from plantrack.followup.standings import stand_on

    standings = stand_on(plan, day)
    done = {i for i, each in standings.activities.items() if each.status in ("completed", "cancelled")}
    return {*done, *(i for i, each in plan.activities.items() if i not in standings.activities or each.ended)}


def answers_for(plan: Plan, identifier: str, closed: set[str]) -> list[str]:
    """The open activities that an organisation answers for."""
    return [i for i, held in plan.held.items() if identifier in held.doers and i not in closed]


def finish(
    session: Session, edits: Mapping[str, Sequence[Edit]], about: str, *, dry_run: bool, last: Sequence[str] = ()
) -> int:
    """Judges the edits by the rules, shows them line by line, and makes them; ``last`` is what is said afterwards."""
    changing = propose_edits(session, edits)
    if not changing.proposed.files:
        print(session.speech.say(_("It stands so already. Nothing was written.")))
        return 0
    tell_findings(session, changing.proposed)
    if changing.proposed.refused:
        return 1
    written = [] if dry_run else write_edits(session, changing)
    tell_changed(session, changing, dry_run=dry_run)
    for line in last:
        print(line)
    if last and written:
        print()
    if written:
        tell_next(session, written, about)
    return 0
