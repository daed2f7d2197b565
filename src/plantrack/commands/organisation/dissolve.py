"""``plantrack organisation dissolve``: an organisation is no more, and nobody takes over."""

from __future__ import annotations

from typing import Annotated

import typer

from plantrack.commands.completion import complete_organisation
from plantrack.commands.options import DryRunOption, LangOption, NoColorOption, OnOption, PlanOption, Session, open_plan
from plantrack.commands.organisation.lives import (
    FromOption,
    answers_for,
    file_of,
    finish,
    first_day,
    meant,
    named,
    over,
)
from plantrack.commands.organisation.replace import cannot_end
from plantrack.mark import _
from plantrack.store.reorganised import CannotEnd, ended

HELP = _(
    "Says that an organisation is no more from a day on and that nobody takes over. It says which open activities then lack "
    "someone. Where others take over: plantrack organisation replace."
)


def run(
    organisation: Annotated[
        str,
        typer.Argument(metavar="ID", help=_("Which organisation."), autocompletion=complete_organisation),
    ],
    from_: FromOption = "",
    dry_run: DryRunOption = False,
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, on, lang, no_color)
    identifier = meant(session, organisation)
    day = first_day(from_)
    whole = session.facts.plan
    try:
        edits = ended(whole.organisations[identifier], identifier, whole.calendar, day)
    except CannotEnd as error:
        raise cannot_end(session, identifier, error) from None
    return finish(
        session,
        {file_of(session, identifier): edits},
        session.speech.say(_("{id} is no more from {day}"), id=identifier, day=day),
        dry_run=dry_run,
        last=_what_lacks(session, identifier),
    )


def _what_lacks(session: Session, identifier: str) -> list[str]:
    """What the organisation answers for that is still open."""
    plan, say = session.facts.plan, session.speech.say
    open_ = answers_for(plan, identifier, over(plan, session.facts.day))
    if not open_:
        return [say(_("{name} answers for no open activity."), name=named(session, identifier))]
    sentence = _(
        "{name} answers for {things}, and nobody takes over. The goals stay as they are until it is decided who does:"
    )
    return [
        say(sentence, name=named(session, identifier), things=tuple(open_)),
        f"  plantrack organisation replace {identifier} ID --from DATE --in-plan",
    ]
