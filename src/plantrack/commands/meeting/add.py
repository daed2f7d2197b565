"""``plantrack meeting add``: a meeting as one new file; step by step at a terminal, in one line, or from a draft."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from plantrack.commands.completion import complete_organisation
from plantrack.commands.event_fields import (
    Fields,
    attendance,
    clock_meant,
    finish,
    of_kind,
    planned_if_ahead,
    split,
    thing_meant,
    time_meant,
)
from plantrack.commands.event_kinds import kind_meant
from plantrack.commands.meeting.points import Said, points_said
from plantrack.commands.options import DryRunOption, LangOption, NoColorOption, OnOption, PlanOption, Session, open_plan
from plantrack.commands.spoken import organisation_meant
from plantrack.mark import _
from plantrack.shell import CannotRun
from plantrack.store.event_files import NoEvent, begun

HELP = _(
    "Writes a meeting down, as one new file under log/. At a terminal it asks step by step: who was there by party and "
    "function, what earlier meetings left open, and then point by point. What has been typed is kept in a draft under "
    "out/ until it is written.\n\n"
    "A simple one in one line: plantrack meeting add Spring meeting --body idekom --date 2014-03-13 --present sektorn=9 "
    '--point "The plan" --decision "The plan is adopted." --action "Send it out / idekom-kansli / 2014-04"\n\n'
    'With several points a number says which: --decision 2="…". Functions are written, never names of persons.'
)
EMPTY: list[str] = []
Texts = list[str]


def option(name: str, metavar: str, help_: str) -> object:
    """An option that takes one text, or may stand several times."""
    return typer.Option(name, metavar=metavar, help=help_)


def run(
    title: Annotated[Texts, typer.Argument(metavar="[TITLE]...", help=_("What it was called."))] = EMPTY,
    body: Annotated[
        str,
        typer.Option(
            "--body", metavar="ORGANISATION", help=_("Whose meeting it was."), autocompletion=complete_organisation
        ),
    ] = "",
    day: Annotated[str, option("--date", "TIME", _("When: 2013-09-05, or 2013-09-05/2013-09-06."))] = "",
    time: Annotated[str, option("--time", "CLOCK", _("The time of day: 13-16:30, kl. 13."))] = "",
    place: Annotated[str, option("--place", "TEXT", _("Where."))] = "",
    kind: Annotated[str, option("--kind", "KIND", _("What kind. Left out: meeting."))] = "",
    recorded_by: Annotated[
        str,
        typer.Option(
            "--recorded-by",
            metavar="ORGANISATION",
            help=_("The function that took the notes."),
            autocompletion=complete_organisation,
        ),
    ] = "",
    present: Annotated[
        Texts, option("--present", "PARTY=…", _("Who was there: sektorn=9, or srn=“chair; a member”."))
    ] = EMPTY,
    absent: Annotated[Texts, option("--absent", "PARTY=…", _("Who was not, in the same way."))] = EMPTY,
    text: Annotated[str, option("--text", "TEXT", _("About the meeting as a whole."))] = "",
    point: Annotated[Texts, option("--point", "TITLE", _("A point; may stand several times."))] = EMPTY,
    said: Annotated[Texts, option("--said", "[N=]TEXT", _("What was said at a point."))] = EMPTY,
    raised_by: Annotated[Texts, option("--raised-by", "[N=]ORGANISATION", _("Who raised it."))] = EMPTY,
    decision: Annotated[Texts, option("--decision", "[N=]TEXT", _("What was decided."))] = EMPTY,
    action: Annotated[
        Texts, option("--action", "[N=]TEXT", _("What is to be done, by whom and by when: “What / who / when”."))
    ] = EMPTY,
    postponed: Annotated[Texts, option("--postponed", "[N=]TIME", _("To when a point was put off."))] = EMPTY,
    answers: Annotated[
        Texts, option("--answers", "[N=]ID", _("The postponed point or the action that a point answers."))
    ] = EMPTY,
    point_about: Annotated[Texts, option("--point-about", "[N=]ID", _("What a point was about."))] = EMPTY,
    about: Annotated[Texts, option("--about", "ID", _("What the whole meeting was about."))] = EMPTY,
    mandate: Annotated[Texts, option("--mandate", "ID", _("The item of a mandate that it belongs to."))] = EMPTY,
    from_: Annotated[str, option("--from", "FILE", _("Go on with a draft, or take all from a file."))] = "",
    dry_run: DryRunOption = False,
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, on, lang, no_color)
    its = session.facts.plan
    fields = _begun(from_) if from_ else {}
    given: Fields = {
        "date": time_meant(day) if day else "",
        "time": clock_meant(time) if time else "",
        "kind": kind_meant(kind) if kind else "",
        "title": " ".join(title),
        "text": text,
        "place": place,
        "body": organisation_meant(its, body) if body else "",
        "recorded_by": organisation_meant(its, recorded_by) if recorded_by else "",
        "present": attendance(its, present),
        "absent": attendance(its, absent),
        "items": points_said(
            its, Said(point, said, raised_by, decision, action, postponed, answers, point_about)
        ),
        "about": [thing_meant(session, each) for each in split(about)],
        "mandate": of_kind(its.mandate_items, mandate),
    }  # fmt: skip
    fields |= {name: value for name, value in given.items() if value}
    if session.terminal and not given["items"] and not (from_ and dry_run):
        from plantrack.commands.meeting.asking import ask

        return ask(session, fields, Path(from_) if from_ else None, dry_run)
    return written(session, fields, dry_run)


def written(session: Session, fields: Fields, dry_run: bool) -> int:
    """Writes the meeting, named by its day and body."""
    for name, sentence in (
        ("title", _("Say what it was called: plantrack meeting add Spring meeting --body … --date …")),
        ("date", _("Say when it was: --date 2013-09-05")),
        ("body", _("Say whose meeting it was, with the id of an organisation: --body …")),
    ):
        if not fields.get(name):
            raise CannotRun(sentence)
    fields.setdefault("kind", "meeting")
    planned_if_ahead(session, fields)
    return finish(session, fields, str(fields["body"]), dry_run, "plantrack meeting {id}")


def _begun(name: str) -> Fields:
    """The fields of a draft. Raises ``CannotRun`` where the file is none."""
    try:
        return begun(Path(name).read_bytes())
    except NoEvent:
        sentence = _("{path} is no meeting: it must hold the fields of an event, as the files in log/ do.")
        raise CannotRun(sentence, path=name) from None
