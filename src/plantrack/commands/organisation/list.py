"""``plantrack organisation list``: all organisations; with an id, everything about one of them."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from plantrack.commands import organisation as group
from plantrack.commands.completion import complete_organisation
from plantrack.commands.options import LangOption, NoColorOption, OnOption, PlanOption, open_plan
from plantrack.commands.organisation.lives import meant
from plantrack.commands.organisation.newcomer import one_of
from plantrack.followup.parties import Parties
from plantrack.followup.standings import stand_on
from plantrack.formats.terminal import Look, render
from plantrack.mark import _
from plantrack.model.words import ORGANISATION_KIND, SIDE
from plantrack.report.teller import Teller
from plantrack.shell import CannotRun

HELP = group.HELP


def run(
    organisation: Annotated[
        str,
        typer.Argument(
            metavar="[ID]", help=_("One organisation: everything about it."), autocompletion=complete_organisation
        ),
    ] = "",
    side: Annotated[str, typer.Option("--side", metavar="SIDE", help=_("Only those of this side."))] = "",
    kind: Annotated[str, typer.Option("--kind", metavar="KIND", help=_("Only those of this kind."))] = "",
    output: Annotated[
        Literal["text", "md", "json"], typer.Option("--format", metavar="text|md|json", help=_("How to print it."))
    ] = "text",
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, on, lang, no_color)
    if organisation:
        if side or kind or output != "text":
            raise CannotRun(_("Name one organisation, or say which to list; not both."))
        from plantrack.commands.show import run as show

        return show(meant(session, organisation), plan=plan, on=on, lang=lang, no_color=no_color)
    whole, day = session.facts.plan, session.facts.day
    its_side = one_of(session, side, SIDE) if side else ""
    its_kind = one_of(session, kind, ORGANISATION_KIND) if kind else ""
    ids = [
        i
        for i, each in whole.organisations.items()
        if (not its_side or each.side == its_side) and (not its_kind or each.kind == its_kind)
    ]
    standings = stand_on(whole, day)
    if output == "json":
        from plantrack.exports.organisations import as_json

        parties = Parties(whole, day)
        answers: dict[str, list[str]] = {}
        for thing, held in whole.held.items():
            for each in parties.all_living(held.doers):
                answers.setdefault(each, []).append(thing)
        print(as_json(whole, ids, answers), end="")
        return 0
    from plantrack.views.organisations import of_organisations

    sections = (of_organisations(Teller(whole, session.speech, day), standings, ids),)
    if output == "md":
        from plantrack.formats.markdown_sections import render as as_markdown

        print(as_markdown(sections), end="")
        return 0
    print(render(sections, Look(session.terminal, session.color, session.width)), end="")
    session.warn_of_faults()
    if session.terminal and ids:
        print(session.speech.say(_("Next: plantrack organisation {id}"), id=ids[0]))
    return 0
