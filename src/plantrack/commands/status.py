"""``plantrack status``: where the plan stands."""

from __future__ import annotations

from typing import Annotated

import typer

from plantrack.commands.options import (
    LangOption,
    NoColorOption,
    OnOption,
    PlanOption,
    Session,
    no_such_thing,
    open_plan,
)
from plantrack.followup.standing import Standings
from plantrack.followup.standings import stand_on
from plantrack.formats.terminal import Look, render
from plantrack.mark import _
from plantrack.report.document import Section
from plantrack.views import status

HELP = _(
    "Shows where the plan stands on a day: the whole, or a theme, a goal or an activity.\n\n"
    "What was said later than that day is not counted."
)


def run(
    thing: Annotated[
        str, typer.Argument(metavar="[ID]", help=_("A theme, a goal or an activity, as 1.3 or 1.3.2."))
    ] = "",
    theme: Annotated[str, typer.Option("--theme", metavar="ID", help=_("Only this theme."))] = "",
    organisation: Annotated[
        str, typer.Option("--organisation", metavar="ID", help=_("Only what this organisation answers for."))
    ] = "",
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, on, lang, no_color)
    standings = stand_on(session.facts.plan, session.facts.day)
    sections = _sections(session, standings, thing or theme, organisation)
    print(render(sections, Look(session.terminal, session.color, session.width)), end="")
    session.warn_of_faults()
    if session.terminal:
        pressing = (i for i, each in standings.activities.items() if each.schedule in ("late", "deviation"))
        first = thing or theme or organisation or next(pressing, "") or next(iter(session.facts.plan.goals), "")
        print(session.speech.say(_("Next: plantrack show {id}"), id=first))
    return 0


def _sections(session: Session, standings: Standings, thing: str, organisation: str) -> tuple[Section, ...]:
    """The part of the picture that was asked for."""
    plan, speech = session.facts.plan, session.speech
    if organisation:
        if organisation not in plan.organisations:
            raise no_such_thing(organisation, plan.organisations)
        return status.of_organisation(plan, standings, speech, organisation)
    if not thing:
        return status.overview(plan, standings, speech)
    if thing in plan.themes or thing in plan.theme_of.values():
        return status.of_theme(plan, standings, speech, thing)
    if thing in plan.goals:
        return status.of_goal(plan, standings, speech, thing)
    if thing in plan.activities:
        return status.of_activity(plan, standings, speech, thing)
    if thing in plan.goal_of:
        return status.of_goal(plan, standings, speech, plan.goal_of[thing])
    if thing in plan.organisations:
        return status.of_organisation(plan, standings, speech, thing)
    raise no_such_thing(thing, [*plan.themes, *plan.goals, *plan.goal_of, *plan.organisations])
