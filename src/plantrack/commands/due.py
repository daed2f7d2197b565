"""``plantrack due``: what is late, due soon, stale or unanswered; as a list, a calendar file, or letters."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from plantrack.commands.completion import complete_organisation
from plantrack.commands.options import LangOption, NoColorOption, OnOption, PlanOption, Session, open_plan
from plantrack.commands.spoken import organisation_meant
from plantrack.followup.duties import acting_for, due_on
from plantrack.followup.standings import stand_on
from plantrack.formats.terminal import Look, render
from plantrack.mark import _
from plantrack.shell import CannotRun
from plantrack.store.write import write_whole
from plantrack.views.due import Worklist, next_step, sections
from plantrack.views.due_words import kind_meant, kinds_said

HELP = _(
    "Shows what is late, due soon, unanswered or has grown old on a day, organisation by organisation.\n\n"
    "The same as a calendar file, or as a letter to each organisation that lies ready to be sent. Nothing is sent."
)
LETTERS = ("eml", "txt")
A_YEAR = 366
"""Days ahead that a calendar shows, where nothing else is asked for."""
YAML = (".yaml", ".yml")
CALENDAR = b"BEGIN:VCALENDAR"
"""What a calendar file begins with."""
EMPTY: list[str] = []


def run(
    organisation: Annotated[
        str,
        typer.Option(
            "--organisation",
            metavar="ID",
            help=_("Only what this organisation is to do."),
            autocompletion=complete_organisation,
        ),
    ] = "",
    kind: Annotated[
        list[str],
        typer.Option(
            "--kind", metavar="KIND", help=_("Only late, soon, unanswered, stale …; may stand several times.")
        ),
    ] = EMPTY,
    days: Annotated[
        int | None,
        typer.Option("--days", metavar="N", help=_("How many days ahead count as soon. Left out: the plan's.")),
    ] = None,
    form: Annotated[
        Literal["text", "json", "ics", "eml", "txt"],
        typer.Option(
            "--format",
            metavar="text|json|ics|eml|txt",
            help=_("A list, a calendar file, or letters: as drafts for a mail program, or as text."),
        ),
    ] = "text",
    letter: Annotated[
        Literal["reminder", "asking"],
        typer.Option("--letter", metavar="reminder|asking", help=_("A reminder, or the letter that opens a round.")),
    ] = "reminder",
    contacts: Annotated[
        str,
        typer.Option(
            "--contacts",
            metavar="FILE",
            help=_("Addresses, .yaml or .csv, kept outside git: an id and an address a line."),
        ),
    ] = "",
    output: Annotated[
        str,
        typer.Option("-o", "--output", metavar="PATH", help=_("A file, for letters a folder; - prints it.")),
    ] = "",
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    if contacts and form != "eml":
        raise CannotRun(_("--contacts is for letters with addresses: add --format eml."))
    if letter == "asking" and form not in LETTERS:
        raise CannotRun(_("--letter is for letters: add --format eml or --format txt."))
    if days is not None and days < 0:
        raise CannotRun(_("--days takes a number of days from 0 on."))
    session = open_plan(plan, on, lang, no_color)
    ahead = A_YEAR if form == "ics" and days is None else days
    worklist = _worklist(session, organisation, kind, ahead)
    if form in LETTERS:
        from plantrack.commands.letters_out import write_letters

        write_letters(session, worklist, letter, form, contacts, output)
    else:
        _hand_out(session, worklist, form, output)
    session.warn_of_faults()
    return 0


def _worklist(session: Session, organisation: str, kinds: list[str], ahead: int | None) -> Worklist:
    """What is due, and the part of it that was asked for."""
    plan = session.facts.plan.on(session.facts.day)
    standings = stand_on(plan, session.facts.day)
    asked = organisation_meant(plan, organisation) if organisation else ""
    only = acting_for(plan, standings, asked) if asked else ()
    wanted = tuple(_kind(each) for each in kinds)
    return Worklist(plan, standings, session.speech, due_on(plan, standings, ahead), wanted, asked, only)


def _kind(text: str) -> str:
    found = kind_meant(text)
    if not found:
        raise CannotRun(_("There is no kind “{text}”. There are {kinds}."), text=text, kinds=kinds_said())
    return found


def _hand_out(session: Session, worklist: Worklist, form: str, output: str) -> None:
    """Prints the list, or writes it as a file."""
    if form == "text" and not output:
        brief = worklist._replace(brief=session.terminal and not worklist.asked)
        print(render(sections(brief), Look(session.terminal, session.color, session.width)), end="")
        step = next_step(worklist) if session.terminal else ""
        if step:
            print(step)
        return
    text = _text(session, worklist, form)
    if output == "-" or (form == "json" and not output):
        print(text, end="" if text.endswith("\n") else "\n")
        return
    target = Path(output or Path("out") / session.speech.say(_("due-{plan}.ics"), plan=worklist.plan.header.id))
    if target.is_dir():
        raise CannotRun(_("{path} is a folder. Name a file."), path=target)
    _refuse_other(target, form)
    write_whole(target, text if text.endswith("\n") else f"{text}\n")
    print(session.speech.say(_("Wrote {path}"), path=target))
    if form == "ics" and session.terminal:
        print(session.speech.say(_("Next: open it, and your calendar program takes the days in.")))


def _refuse_other(target: Path, form: str) -> None:
    """A calendar takes an older one's place and no other file's; and nothing takes that of a file of the plan's."""
    if not target.exists():
        return
    if target.suffix in YAML or (form == "ics" and not target.read_bytes().startswith(CALENDAR)):
        raise CannotRun(_("{path} is there already, and holds something else. Name another file."), path=target)


def _text(session: Session, worklist: Worklist, form: str) -> str:
    if form == "json":
        from plantrack.exports.worklist import as_json

        return as_json(worklist)
    if form == "ics":
        from plantrack.exports.calendar import render as as_calendar
        from plantrack.views.due_days import calendar_of

        return as_calendar(calendar_of(worklist))
    return render(sections(worklist), Look(False, False, session.width))
