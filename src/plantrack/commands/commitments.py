"""``plantrack commitments``: what answers each commitment of the agreement, what none, and how that stands."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from plantrack.commands.completion import complete_round
from plantrack.commands.options import (
    LangOption,
    NoColorOption,
    OnOption,
    PlanOption,
    Session,
    no_such_thing,
    open_plan,
)
from plantrack.facts.coverage import Coverage
from plantrack.followup.rounds import UnknownRound, round_of
from plantrack.followup.standing import Standings
from plantrack.followup.standings import stand, stand_on
from plantrack.formats.terminal import Look, render
from plantrack.mark import _
from plantrack.report.document import Section
from plantrack.report.teller import Teller
from plantrack.shell import CannotRun
from plantrack.views.commitments import Commitments

HELP = _(
    "What answers each commitment of the agreement: themes, goals, activities and decisions, with how those stand; and "
    "the other way round, which commitments each goal answers. Shows what nothing answers, and what names no commitment."
)


def run(
    commitment: Annotated[str, typer.Argument(metavar="[ID]", help=_("One commitment, whole."))] = "",
    round_: Annotated[
        str,
        typer.Option(
            "--round",
            metavar="ROUND",
            help=_("How it stood for this round. Left out: the round that is going on."),
            autocompletion=complete_round,
        ),
    ] = "",
    output: Annotated[
        Literal["text", "md", "json"], typer.Option("--format", metavar="text|md|json", help=_("How to print it."))
    ] = "text",
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, on, lang, no_color)
    standings = _standings(session, round_)
    whole = session.facts.plan.on(standings.day)
    if commitment and commitment not in whole.commitments:
        raise no_such_thing(commitment, whole.commitments)
    tell = Teller(whole, session.speech, standings.day)
    told = Commitments(tell, Coverage(whole, standings.day), standings)
    print(_printed(session, told, commitment, output), end="")
    if output == "text":
        session.warn_of_faults()
        first = commitment or next(iter(whole.commitments), "")
        if session.terminal and first:
            following = _("Next: plantrack show {id}") if commitment else _("Next: plantrack commitments {id}")
            print(session.speech.say(following, id=first))
    return 0


def _standings(session: Session, round_id: str) -> Standings:
    plan = session.facts.plan
    if not round_id:
        return stand_on(plan, session.facts.day)
    try:
        return stand(plan, round_of(plan, round_id).id)
    except UnknownRound:
        raise CannotRun(_("There is no round “{round}”, and it is no year."), round=round_id) from None


def _printed(session: Session, told: Commitments, commitment: str, output: str) -> str:
    if output == "json":
        from plantrack.exports.commitments import as_json

        return as_json(told.coverage, told.standings, [commitment] if commitment else list(told.plan.commitments))
    sections: tuple[Section, ...] = told.one(commitment) if commitment else told.sections()
    if output == "md":
        from plantrack.formats.markdown_sections import render as as_markdown

        return as_markdown(sections)
    return render(sections, Look(session.terminal, session.color, session.width))
