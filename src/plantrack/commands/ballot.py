"""``plantrack ballot``: votes on what to do, and what came of each option."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from plantrack.commands.as_known import known_at
from plantrack.commands.completion import complete_ballot
from plantrack.commands.options import (
    LangOption,
    NoColorOption,
    PlanOption,
    RevOption,
    Session,
    no_such_thing,
    open_plan,
)
from plantrack.finding import Where
from plantrack.formats.terminal import Look, render
from plantrack.mark import _
from plantrack.report.document import Section
from plantrack.report.teller import Teller
from plantrack.views.ballots import Asked, alone, listed

HELP = _(
    "Shows votes on what to do. Alone it lists them all, each with its sum. With an id it ranks the options of one, and "
    "says what came of each; with several ids it lays them side by side.\n\n"
    "An option without a figure is not one without votes: it has no rank, and the sum says that it is not in it."
)
NONE: list[str] = []


def run(
    ballots: Annotated[
        list[str],
        typer.Argument(metavar="[ID ...]", help=_("Which votes, by their ids."), autocompletion=complete_ballot),
    ] = NONE,
    output: Annotated[
        Literal["text", "md", "json"], typer.Option("--format", metavar="text|md|json", help=_("How to print it."))
    ] = "text",
    plan: PlanOption = "",
    rev: RevOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, "", lang, no_color, rev)
    known = session.facts.plan.ballots
    wanted = tuple(dict.fromkeys(ballots))
    for each in wanted:
        if each not in known:
            raise no_such_thing(each, known)
    asked = _asked(session)
    if output == "json":
        from plantrack.exports.ballots import as_json

        print(as_json(asked, wanted or tuple(known)), end="")
        return 0
    sections = _sections(asked, wanted)
    if output == "md":
        from plantrack.formats.markdown_sections import render as as_markdown

        print(as_markdown(sections), end="")
        return 0
    print(known_at(session, rev), end="")
    print(render(sections, Look(session.terminal, session.color, session.width)), end="")
    session.warn_of_faults()
    if session.terminal and known:
        following = _("Next: plantrack show {id}") if wanted else _("Next: plantrack ballot {id}")
        print(session.speech.say(following, id=wanted[0] if wanted else tuple(known)[-1]))
    return 0


def _asked(session: Session) -> Asked:
    places = session.places

    def place(where: Where) -> str:
        return f"{session.shown(where.file)}:{places.span(where).line}" if where.file else "-"

    return Asked(session.facts, Teller(session.facts.plan, session.speech, session.facts.day), place)


def _sections(asked: Asked, wanted: tuple[str, ...]) -> tuple[Section, ...]:
    """All votes, or one, or several side by side."""
    if not wanted:
        return listed(asked, asked.facts.plan.ballots)
    if len(wanted) == 1:
        return alone(asked, wanted[0])
    from plantrack.views.ballots_beside import side_by_side

    return side_by_side(asked, wanted)
