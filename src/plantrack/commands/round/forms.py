"""``plantrack round forms``: one form per organisation, as Excel or Markdown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

import typer

from plantrack.commands.completion import complete_organisation, complete_round
from plantrack.commands.options import LangOption, OnOption, PlanOption, Session, open_plan
from plantrack.commands.round.asked_for import round_meant
from plantrack.commands.spoken import organisation_meant
from plantrack.followup.standings import stand
from plantrack.formats.terminal import Look, render
from plantrack.forms.asking import forms_of
from plantrack.forms.form import Form
from plantrack.forms.told import of_written
from plantrack.mark import _
from plantrack.report.teller import Teller
from plantrack.shell import CannotRun
from plantrack.store.write import write_whole

HELP = _(
    "Writes one form per organisation with just what it is asked: as Excel, or as Markdown for mail and pull requests. "
    "What nobody is named for is on the form of whoever keeps the follow-up together.\n\n"
    "A file that is there already and differs may have been filled in. It is never overwritten without --replace."
)
EMPTY: list[str] = []
Write = Callable[[Form], bytes]


def run(
    which: Annotated[
        str,
        typer.Argument(
            metavar="[ROUND]", help=_("Left out: the newest that has opened."), autocompletion=complete_round
        ),
    ] = "",
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="DIR", help=_("The folder. Left out: out/forms-ROUND."))
    ] = "",
    form: Annotated[
        Literal["xlsx", "md"], typer.Option("--format", metavar="xlsx|md", help=_("Excel or Markdown."))
    ] = "xlsx",
    organisation: Annotated[
        list[str],
        typer.Option(
            "--organisation",
            metavar="ID",
            help=_("Only the form of this organisation; may stand several times."),
            autocompletion=complete_organisation,
        ),
    ] = EMPTY,
    replace: Annotated[bool, typer.Option("--replace", help=_("Overwrite forms that are there already."))] = False,
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
) -> int:
    session = open_plan(plan, on, lang)
    facts = round_meant(session, which)
    wanted = [organisation_meant(session.facts.plan, each) for each in organisation]
    forms = _forms(session, facts.id, wanted)
    folder = Path(output or f"out/forms-{facts.id}")
    if folder.is_file():
        raise CannotRun(_("{path} is a file and not a folder."), path=folder)
    write = _writer(form)
    files = {
        folder / _name(session, each, form): (each, write(each)) for each in session.watch(forms, _("Making forms"))
    }
    _refuse_to_overwrite(session, {path: data for path, (_form, data) in files.items()}, replace)
    for path, (_form, data) in files.items():
        write_whole(path, data)
    tell = Teller(session.facts.plan, session.speech, session.facts.day)
    written = [(each, path.as_posix()) for path, (each, _data) in files.items()]
    print(render((of_written(tell, facts.id, written),), Look(session.terminal, session.color, session.width)), end="")
    session.warn_of_faults()
    if session.terminal:
        print(session.speech.say(_("Next: send them, and read what comes back: plantrack round collect FILE…")))
    return 0


def _forms(session: Session, round_id: str, wanted: list[str]) -> tuple[Form, ...]:
    plan = session.facts.plan
    standings = stand(plan, round_id)
    forms = forms_of(plan.on(standings.day), standings, session.speech, session.facts.day, wanted)
    asked = {form.organisation for form in forms}
    for each in wanted:
        if each not in asked:
            raise CannotRun(_("{organisation} has nothing to answer for in this round."), organisation=each)
    if not forms:
        raise CannotRun(_("Nobody is asked anything in this round."))
    return forms


def _writer(form: str) -> Write:
    """What makes the bytes of a form."""
    if form == "md":
        from plantrack.forms import markdown

        return lambda each: markdown.written(each).encode()
    from plantrack.forms import excel

    try:
        import xlsxwriter  # noqa: F401  asked for here, so that nothing is made in vain
    except ImportError:
        raise CannotRun(
            _('Excel forms need one package more: pip install "plantrack[excel]". Markdown needs none: --format md')
        ) from None
    return excel.written


def _name(session: Session, form: Form, ending: str) -> str:
    """The name of a form's file: the round and the organisation. No sign in it is refused anywhere."""
    whose = form.organisation or session.speech.say(_("nobody-named"))
    return f"{form.round}-{whose}.{ending}".replace(":", "-").replace("/", "-")


def _refuse_to_overwrite(session: Session, files: dict[Path, bytes], replace: bool) -> None:
    """Says no where a file would be lost: it may have been filled in."""
    there = [path.as_posix() for path, data in files.items() if path.exists() and path.read_bytes() != data]
    if there and not replace:
        raise CannotRun(
            _(
                "These are there already, and not as they would be written now: {files}. They may have been filled in. "
                "Nothing was written. Write elsewhere with -o, or overwrite them with --replace."
            ),
            files=session.speech.list(there),
        )
