"""``plantrack terms``: the glossary, what has replaced what, and where an old term is still used."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from plantrack.commands.options import LangOption, NoColorOption, PlanOption, open_plan
from plantrack.finding import Where
from plantrack.formats.terminal import Look, render
from plantrack.mark import _
from plantrack.report.teller import Teller

HELP = _(
    "The glossary: what each term stands for, what has replaced it and from when, and where an old one is still used in a "
    "text that is later. Names and quotations are left alone."
)


def run(
    output: Annotated[
        Literal["text", "md", "json"], typer.Option("--format", metavar="text|md|json", help=_("How to print it."))
    ] = "text",
    plan: PlanOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, "", lang, no_color)
    places = session.places

    def place(where: Where) -> str:
        return f"{session.shown(where.file)}:{places.span(where).line}" if where.file else "-"

    if output == "json":
        from plantrack.exports.terms import as_json

        print(as_json(session.facts, place), end="")
        return 0
    from plantrack.views.terms import of_terms

    sections = (of_terms(session.facts, Teller(session.facts.plan, session.speech, session.facts.day), place),)
    if output == "md":
        from plantrack.formats.markdown_sections import render as as_markdown

        print(as_markdown(sections), end="")
        return 0
    print(render(sections, Look(session.terminal, session.color, session.width)), end="")
    session.warn_of_faults()
    if session.terminal and session.facts.plan.terms:
        print(session.speech.say(_("Next: plantrack show {id}"), id=next(iter(session.facts.plan.terms))))
    return 0
