"""``plantrack organisation rename``: another name from a day on; the old one stays known."""

from __future__ import annotations

from typing import Annotated

import typer

from plantrack.commands.completion import complete_organisation
from plantrack.commands.options import DryRunOption, LangOption, NoColorOption, PlanOption, Session, open_plan
from plantrack.commands.organisation.lives import FromOption, file_of, finish, first_day, meant, named
from plantrack.kinds import Text, Translated
from plantrack.mark import _
from plantrack.shell import CannotRun
from plantrack.store.reorganised import renamed

HELP = _(
    "Gives an organisation another name from a day on. The old name is kept with its last day: reports about that time "
    "print it, with the present one beside. The id stays, so nothing else has to change."
)


def run(
    organisation: Annotated[
        str,
        typer.Argument(metavar="ID", help=_("Which organisation."), autocompletion=complete_organisation),
    ],
    name: Annotated[
        list[str],
        typer.Argument(metavar="NAME...", help=_('The new name; in a plan with several languages sv="…" en="…".')),
    ],
    from_: FromOption = "",
    abbreviation: Annotated[
        str, typer.Option("--abbreviation", metavar="TEXT", help=_("The new abbreviation. Left out: it stays."))
    ] = "",
    dry_run: DryRunOption = False,
    plan: PlanOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, "", lang, no_color)
    identifier = meant(session, organisation)
    day = first_day(from_)
    each = session.facts.plan.organisations[identifier]
    if not each.name:
        raise CannotRun(_("{id} has no name yet. See plantrack check."), id=identifier)
    new = _name(session, identifier, each.name, name)
    if new == each.name:
        raise CannotRun(_("{id} is called that already."), id=identifier)
    later = [former.until for former in each.formerly if former.until and former.until >= day]
    if later:
        sentence = _("{id} had another name until {day}. The new one has to begin after that.")
        raise CannotRun(sentence, id=identifier, day=max(later))
    say = session.speech.say
    edits = renamed(each, identifier, new, day, abbreviation.strip())
    about = say(_("{id} has another name from {day}"), id=identifier, day=day)
    then = say(_("Texts that name it stay as they are: what was written then was right then."))
    if each.abbreviation and not abbreviation:
        then += " " + say(_("The abbreviation {text} stays. Another one: --abbreviation."), text=each.abbreviation)
    return finish(session, {file_of(session, identifier): edits}, about, dry_run=dry_run, last=(then,))


def _name(session: Session, identifier: str, before: Text, words: list[str]) -> Text:
    """The new name; one for each language where the old one has that."""
    languages = tuple(before) if isinstance(before, Translated) else session.facts.plan.header.languages
    said = Translated()
    for word in words:
        language, equals, text = word.partition("=")
        if equals and language in languages and text.strip():
            said[language] = text.strip()
    if isinstance(before, Translated):
        if len(said) == len(words) and set(said) == set(before):
            return said
        sentence = _("{name} has a name in each language. Say both: {example}")
        example = " ".join(f'{language}="…"' for language in languages)
        raise CannotRun(sentence, name=named(session, identifier), example=example)
    text = " ".join(words).strip()
    if said or not text:
        raise CannotRun(_("{name} has one name in all languages. Say the new one."), name=named(session, identifier))
    return text
