"""``plantrack log``: the events of a plan, the newest first; by time, kind, what they are about and who had part."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from plantrack.commands.completion import complete_organisation, complete_thing
from plantrack.commands.event_fields import thing_meant
from plantrack.commands.event_kinds import kind_meant
from plantrack.commands.options import (
    LangOption,
    NoColorOption,
    OnOption,
    PlanOption,
    Session,
    open_plan,
)
from plantrack.commands.period import period_asked
from plantrack.commands.spoken import organisation_meant
from plantrack.facts.happened import Span
from plantrack.formats.terminal import Look, render
from plantrack.mark import _
from plantrack.report.teller import Teller
from plantrack.views.events import Chosen, Wish, chosen, sections

HELP = _(
    "Shows what has happened and what is planned, the newest first: when, what, who by function, and what it was about. "
    "An event whose day is not known stands where what it came before, after or between puts it.\n\n"
    "One meeting as minutes: plantrack meeting ID"
)
EMPTY: list[str] = []


def run(
    period: Annotated[
        str,
        typer.Option(
            "--period",
            metavar="TIME",
            help=_("Only what happened then: 2013, 2013-09..2013-12, 2013-09.., “hösten 2013”."),
        ),
    ] = "",
    kind: Annotated[
        list[str],
        typer.Option("--kind", metavar="KIND", help=_("Only meetings, workshops …; may stand several times.")),
    ] = EMPTY,
    about: Annotated[
        str,
        typer.Option(
            "--about",
            metavar="ID",
            help=_("Only what was about this or led to it, with all that belongs to it."),
            autocompletion=complete_thing,
        ),
    ] = "",
    organisation: Annotated[
        str,
        typer.Option(
            "--organisation",
            metavar="ID",
            help=_("Only what this organisation had part in."),
            autocompletion=complete_organisation,
        ),
    ] = "",
    planned: Annotated[bool, typer.Option("--planned", help=_("Only what is planned and not yet held."))] = False,
    oldest_first: Annotated[bool, typer.Option("--oldest-first", help=_("The oldest first."))] = False,
    output: Annotated[
        Literal["text", "md", "json"], typer.Option("--format", metavar="text|md|json", help=_("How to print it."))
    ] = "text",
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, on, lang, no_color)
    its = session.facts.plan
    wish = Wish(
        period=period_asked(its.calendar, period) if period else Span(),
        period_text=period,
        kinds=tuple(kind_meant(each) for each in kind),
        about=thing_meant(session, about) if about else "",
        organisation=organisation_meant(its, organisation) if organisation else "",
        planned=planned,
        oldest_first=oldest_first,
    )
    print(_printed(session, wish, chosen(its, wish), output), end="")
    if output == "text":
        session.warn_of_faults()
    return 0


def _printed(session: Session, wish: Wish, found: Chosen, output: str) -> str:
    """The events in the format that was asked for."""
    tell = Teller(session.facts.plan, session.speech, session.facts.day)
    if output == "json":
        from plantrack.exports.events import as_json

        return as_json(tell, found.sure, session.facts.day, perhaps=found.perhaps)
    if output == "md":
        from plantrack.formats.markdown_sections import render as as_markdown

        return as_markdown(sections(tell, wish, found, table=True))
    shown = sections(tell, wish, found, table=not session.terminal)
    return render(shown, Look(session.terminal, session.color, session.width))
