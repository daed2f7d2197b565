"""``plantrack round status``: who has answered, and who has not."""

from __future__ import annotations

from typing import Annotated

import typer

from plantrack.commands.completion import complete_round
from plantrack.commands.options import LangOption, NoColorOption, OnOption, PlanOption, open_plan
from plantrack.commands.round.asked_for import round_meant
from plantrack.followup.standings import stand
from plantrack.followup.turnout import ALL, turnout
from plantrack.formats.terminal import Look, render
from plantrack.mark import _
from plantrack.report.teller import Teller
from plantrack.views.round import of_round

HELP = _("Shows who has answered in a round, how much, and who has not; and how many days are left, or late.")


def run(
    which: Annotated[
        str,
        typer.Argument(
            metavar="[ROUND]", help=_("Left out: the newest that has opened."), autocompletion=complete_round
        ),
    ] = "",
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, on, lang, no_color)
    facts = round_meant(session, which)
    day = session.facts.day
    whole = session.facts.plan
    heard = whole.without([i for i, said in whole.submissions.items() if said.date and said.date > day])
    turnouts = turnout(heard, stand(heard, facts.id))
    section = of_round(Teller(heard, session.speech, day), facts, turnouts, day)
    print(render((section,), Look(session.terminal, session.color, session.width)), end="")
    session.warn_of_faults()
    if session.terminal:
        waiting = any(each.state != ALL for each in turnouts)
        close, remind = (
            _("Next: plantrack round close {round}"),
            _("Next: plantrack due --kind unanswered --format eml"),
        )
        if facts.closed is None:
            print(session.speech.say(remind if waiting else close, round=facts.id))
    return 0
