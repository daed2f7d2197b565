"""``plantrack status``: where the plan stands."""

from __future__ import annotations

from typing import Annotated

import typer

from plantrack.commands.as_known import known_at
from plantrack.commands.completion import complete_organisation, complete_round, complete_thing
from plantrack.commands.evaluated import EvaluationOption, assessed_at, evaluated, tell_left_out
from plantrack.commands.options import (
    LangOption,
    NoColorOption,
    OnOption,
    PlanOption,
    RevOption,
    Session,
    no_such_thing,
)
from plantrack.commands.other_plans import open_where, refuse_with_all
from plantrack.commands.round.asked_for import round_within
from plantrack.commands.spoken import organisation_meant
from plantrack.followup.rounds import earlier, round_of
from plantrack.followup.standing import Standings
from plantrack.followup.standings import stand, stand_on
from plantrack.formats.terminal import Look, render
from plantrack.mark import _
from plantrack.plan import Plan
from plantrack.report.document import Section
from plantrack.shell import CannotRun
from plantrack.views import status
from plantrack.views.overview import overview

HELP = _(
    "Shows where the plan stands on a day: the whole, or a theme, a goal or an activity; and what has moved since the "
    "round before.\n\n"
    "What was said later than that day is not counted. With --round it shows how it stood for the report of a round. "
    "With --rev it is what was known at a revision or a tag in git, judged on whichever day you ask for with --on."
)


def run(
    thing: Annotated[
        str,
        typer.Argument(
            metavar="[ID]",
            help=_("A theme, a goal or an activity, as 1.3 or 1.3.2; with --all a folder."),
            autocompletion=complete_thing,
        ),
    ] = "",
    theme: Annotated[str, typer.Option("--theme", metavar="ID", help=_("Only this theme."))] = "",
    organisation: Annotated[
        str,
        typer.Option(
            "--organisation",
            metavar="ID",
            help=_("Only what this organisation answers for."),
            autocompletion=complete_organisation,
        ),
    ] = "",
    round_: Annotated[
        str,
        typer.Option(
            "--round",
            metavar="ROUND",
            help=_("How it stood for this round, as its report tells. Left out: the round that is going on."),
            autocompletion=complete_round,
        ),
    ] = "",
    every: Annotated[
        bool,
        typer.Option("--all", help=_("Several plans together: those beside this one, or those in the folder given.")),
    ] = False,
    plan: PlanOption = "",
    on: OnOption = "",
    rev: RevOption = "",
    evaluation: EvaluationOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    if every:
        from plantrack.commands.all_plans import status_of_all

        refuse_with_all(
            {
                "--theme": theme,
                "--organisation": organisation,
                "--round": round_,
                "--rev": rev,
                "--plan": plan,
                "--evaluation": evaluation,
            }
        )
        return status_of_all(thing, on, lang, no_color)
    session, thing = open_where(thing, plan, on, lang, no_color, rev)
    session = evaluated(session, evaluation)
    standings = _standings(session, round_, judged=bool(on))
    sections = _sections(session, standings, thing or theme, organisation)
    print(known_at(session, rev), assessed_at(session), sep="", end="")
    print(render(sections, Look(session.terminal, session.color, session.width)), end="")
    session.warn_of_faults()
    tell_left_out(session, standings)
    if session.terminal:
        pressing = (
            i for each in ("late", "deviation") for i, its in standings.activities.items() if its.schedule == each
        )
        first = thing or theme or organisation or next(pressing, "") or next(iter(session.facts.plan.goals), "")
        print(session.speech.say(_("Next: plantrack show {id}"), id=first))
    return 0


def _standings(session: Session, round_id: str, *, judged: bool) -> Standings:
    """How it stands on the day; or for a round, as it was on the round's own day unless one was asked for."""
    plan, day = session.facts.plan, session.facts.day
    if not round_id:
        return stand_on(plan, day)
    found = round_within(session, round_id).id
    if not judged:
        return stand(plan, found)
    later = _said_after(plan, session)
    return stand(plan.without(later), found, day)._replace(after_day=len(later))


def _before(session: Session, standings: Standings) -> Standings | None:
    """How it stood a round ago, by what had been said by the day; None where there was none."""
    plan = session.facts.plan
    rounds = earlier(plan, round_of(plan, standings.round))
    return stand(plan.without(_said_after(plan, session)), rounds[-1].id) if rounds else None


def _said_after(plan: Plan, session: Session) -> list[str]:
    return [each for each, said in plan.submissions.items() if said.date and said.date > session.facts.day]


def _sections(session: Session, standings: Standings, thing: str, organisation: str) -> tuple[Section, ...]:
    """The part of the picture that was asked for."""
    plan, speech = session.facts.plan.on(standings.day), session.speech
    came = session.facts.plan.came_in.get(thing)
    if came and came > standings.day:
        raise CannotRun(
            _("{id} came into the plan on {day}, and this is about {on}."), id=thing, day=came, on=standings.day
        )
    if organisation:
        return status.of_organisation(plan, standings, speech, organisation_meant(plan, organisation))
    if not thing:
        return overview(plan, standings, _before(session, standings), speech)
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
