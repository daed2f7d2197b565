"""``plantrack show``: everything that is known about one thing, and where each of it stands."""

from __future__ import annotations

from typing import Annotated

import typer

from plantrack.checks import check_plan
from plantrack.commands.options import LangOption, NoColorOption, OnOption, PlanOption, no_such_thing, open_plan
from plantrack.finding import Where
from plantrack.followup.standings import stand_on
from plantrack.formats.terminal import Look, render
from plantrack.mark import _
from plantrack.report.teller import Teller
from plantrack.views.show import Asked, known_to_show, show, things

HELP = _(
    "Shows everything that is known about one thing: an activity, a goal, an organisation, a decision, a term. "
    "Each of it with the file and the line where it stands."
)


def run(
    thing: Annotated[
        str, typer.Argument(metavar="ID", help=_("What to show, by its id, as 1.3.2 or a word of the glossary."))
    ],
    why: Annotated[bool, typer.Option("--why", help=_("Show the numbers and the rule behind each judgement."))] = False,
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, on, lang, no_color)
    facts = session.facts
    thing = thing.removeprefix(f"{facts.plan.header.id}:")
    found = things(facts.plan, thing)
    if not found:
        raise no_such_thing(thing, known_to_show(facts.plan))
    places = session.places

    def place(where: Where) -> str:
        return f"{session.shown(where.file)}:{places.span(where).line}" if where.file else "-"

    tell = Teller(facts.plan, session.speech, facts.day)
    asked = Asked(facts, stand_on(facts.plan, facts.day), check_plan(facts), session.speech, place, why, tell)
    sections = tuple(section for each in found for section in show(asked, each))
    print(render(sections, Look(session.terminal, session.color, session.width)), end="")
    session.warn_of_faults()
    if session.terminal:
        following = _("Next: plantrack status") if why else _("Next: plantrack show {id} --why")
        print(session.speech.say(following, id=thing))
    return 0
