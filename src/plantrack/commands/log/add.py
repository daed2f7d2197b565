"""``plantrack log add``: one event as one new file; in one line, or asked for at a terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from plantrack.commands.completion import complete_organisation, complete_thing
from plantrack.commands.event_fields import (
    Fields,
    clock_meant,
    finish,
    of_kind,
    planned_if_ahead,
    refuse_odd_times,
    split,
    thing_meant,
    time_meant,
)
from plantrack.commands.event_kinds import kind_meant
from plantrack.commands.options import DryRunOption, LangOption, NoColorOption, OnOption, PlanOption, Session, open_plan
from plantrack.commands.spoken import organisation_meant
from plantrack.locales import speech
from plantrack.mark import _
from plantrack.model.words import EVENT_KINDS
from plantrack.shell import CannotRun

HELP = _(
    "Writes an event down, as one new file under log/: plantrack log add Workshop 3 --date 2013-11-27 --kind workshop "
    "--body idekom --about 1.3.1\n\n"
    "Times in words, as “hösten 2013”. Who took part is said by organisation and function, never by name. Without a "
    "title in a terminal it asks. Points, decisions and what is to be done: plantrack meeting add\n\n"
    "Nothing is written where the rules find an error."
)
EMPTY: list[str] = []
Texts = list[str]


def option(name: str, metavar: str, help_: str) -> object:
    """An option that takes one text, or may stand several times."""
    return typer.Option(name, metavar=metavar, help=help_)


def run(
    title: Annotated[Texts, typer.Argument(metavar="[TITLE]...", help=_("What it was."))] = EMPTY,
    day: Annotated[str, option("--date", "TIME", _("When: 2013-11-27, 2013-11, “hösten 2013”."))] = "",
    before: Annotated[str, option("--before", "TIME", _("What it came before, where the date is not known."))] = "",
    after: Annotated[str, option("--after", "TIME", _("What it came after, where the date is not known."))] = "",
    between: Annotated[str, option("--between", "TIME/TIME", _("Between which times, where no date is known."))] = "",
    order: Annotated[str, option("--order", "NUMBER", _("Its place among events without a date."))] = "",
    time: Annotated[str, option("--time", "CLOCK", _("The time of day: 13-16:30, kl. 13."))] = "",
    kind: Annotated[str, option("--kind", "KIND", _("What kind: meeting, workshop, mailing …"))] = "",
    planned: Annotated[
        bool, typer.Option("--planned", help=_("It is planned. Said by itself where the date lies ahead."))
    ] = False,
    cancelled: Annotated[bool, typer.Option("--cancelled", help=_("It was planned, and was not held."))] = False,
    text: Annotated[str, option("--text", "TEXT", _("More about it."))] = "",
    place: Annotated[str, option("--place", "TEXT", _("Where."))] = "",
    body: Annotated[
        str,
        typer.Option(
            "--body", metavar="ORGANISATION", help=_("Whose meeting it was."), autocompletion=complete_organisation
        ),
    ] = "",
    beside: Annotated[
        Texts,
        typer.Option(
            "--with",
            metavar="ORGANISATION",
            help=_("Who took part; may stand several times."),
            autocompletion=complete_organisation,
        ),
    ] = EMPTY,
    about: Annotated[
        Texts,
        typer.Option(
            "--about",
            metavar="ID",
            help=_("What it was about; may stand several times."),
            autocompletion=complete_thing,
        ),
    ] = EMPTY,
    mandate: Annotated[Texts, option("--mandate", "ID", _("The item of a mandate that it belongs to."))] = EMPTY,
    led_to: Annotated[Texts, option("--led-to", "ID", _("What in the plan came of it."))] = EMPTY,
    decision: Annotated[Texts, option("--decision", "ID", _("A decision that was taken there."))] = EMPTY,
    evidence: Annotated[Texts, option("--evidence", "LINK", _("A link or a document."))] = EMPTY,
    dry_run: DryRunOption = False,
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, on, lang, no_color)
    its = session.facts.plan
    if planned and cancelled:
        raise CannotRun(_("--planned and --cancelled say two things. Leave one of them out."))
    fields: Fields = {
        "date": time_meant(day) if day else "",
        "before": time_meant(before) if before else "",
        "after": time_meant(after) if after else "",
        "between": time_meant(between) if between else "",
        "order": order,
        "time": clock_meant(time) if time else "",
        "kind": kind_meant(kind) if kind else "",
        "state": "planned" if planned else "cancelled" if cancelled else "",
        "title": " ".join(title),
        "text": text,
        "place": place,
        "body": organisation_meant(its, body) if body else "",
        "participants": [organisation_meant(its, each) for each in split(beside)],
        "about": [thing_meant(session, each) for each in split(about)],
        "mandate": of_kind(its.mandate_items, mandate),
        "led_to": [thing_meant(session, each) for each in split(led_to)],
        "decisions": of_kind(its.decisions, decision),
        "evidence": [each.strip() for each in evidence if each.strip()],
    }
    refuse_odd_times(session, fields)
    if session.terminal and _lacks(fields):
        from plantrack.commands.log.asking import ask

        return ask(session, fields, dry_run)
    if not fields["title"]:
        raise CannotRun(_("Say what it was: plantrack log add Workshop 3 --date 2013-11-27 --kind workshop"))
    if not fields["kind"]:
        raise CannotRun(_("Say what kind it was: --kind {kinds}."), kinds=session.speech.either(tuple(EVENT_KINDS)))
    return written(session, fields, dry_run)


def written(session: Session, fields: Fields, dry_run: bool) -> int:
    """Writes the event. Its file is named by whose it is; where it is nobody's, by its kind in the plan's language."""
    planned_if_ahead(session, fields)
    word = speech(session.facts.plan.language).say(EVENT_KINDS[str(fields["kind"])])
    whose = str(fields["body"] or _plain_letters(word))
    return finish(session, fields, whose, dry_run, "plantrack show {id}")


def _lacks(fields: Fields) -> bool:
    """Whether something that must be said is not: then it is asked for."""
    return not fields["title"] or not fields["kind"]


def _plain_letters(word: str) -> str:
    """A word in letters that stand in every file's name."""
    from unicodedata import normalize

    return normalize("NFKD", word).encode("ascii", "ignore").decode()
