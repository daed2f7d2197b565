"""``plantrack report``: the follow-up report of a round, in every format."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import typer

from plantrack.commands.making import make, newest
from plantrack.commands.options import LangOption, OnOption, PlanOption, RevOption, Session, open_plan
from plantrack.commands.round.asked_for import round_within
from plantrack.formats.catalog import FORMATS, USUAL, NeedsMore, named, render
from plantrack.formats.own import Own
from plantrack.mark import _
from plantrack.report.document import Document
from plantrack.report.stamp import Asked
from plantrack.shell import CannotRun
from plantrack.store.files import TEMPLATES
from plantrack.store.write import write_whole

HELP = _(
    "Writes the follow-up report of a year or a round, as Markdown and as one HTML file; in other formats where they are "
    "asked for.\n\n"
    "A year needs no round file: the report is made as of the plan's cut-off day."
)


def run(
    which: Annotated[str, typer.Argument(metavar="[YEAR|ROUND]", help=_("Left out: the newest round."))] = "",
    output: Annotated[
        str,
        typer.Option("-o", "--output", metavar="PATH", help=_("A folder, or a file named report.pdf; - prints it.")),
    ] = "",
    form: Annotated[
        Literal["md", "html", "pdf", "docx", "text", "json", ""],
        typer.Option("--format", metavar="md|html|pdf|docx|text|json", help=_("Only this format.")),
    ] = "",
    only: Annotated[str, typer.Option("--only", metavar="ID", help=_("Only a theme, a goal or an activity."))] = "",
    organisation: Annotated[
        str, typer.Option("--organisation", metavar="ID", help=_("Only what one organisation answers for."))
    ] = "",
    summary: Annotated[bool, typer.Option("--summary", help=_("Only the summary, on one page."))] = False,
    draft: Annotated[bool, typer.Option("--draft", help=_("Mark where a text is missing or has grown old."))] = False,
    sources: Annotated[
        bool, typer.Option("--sources", help=_("Say which file and line each figure rests on."))
    ] = False,
    plan: PlanOption = "",
    on: OnOption = "",
    rev: RevOption = "",
    lang: LangOption = "",
) -> int:
    session = open_plan(plan, on, lang, rev=rev)
    round_id = round_within(session, which or newest(session)).id
    asked = Asked(round_id, session.speech.language, on, rev, only, organisation, summary, draft, sources)
    document = make(session, asked)
    targets = _targets(output, form, file_name(session, asked))
    written = [_write(session, document, target) for target in targets]
    session.warn_of_faults()
    _say_where(session, [path for path in written if path is not None])
    return 0


class Target(NamedTuple):
    """Where to write what. No path is the screen."""

    path: Path | None
    form: str


def file_name(session: Session, asked: Asked) -> str:
    """What the file of a report is called, without its ending: that of a part says which part it is."""
    parts = [asked.only, asked.organisation]
    parts += [session.speech.say(_("summary"))] if asked.summary else []
    parts += [session.speech.say(_("draft"))] if asked.draft else []
    return "-".join([session.speech.say(_("report-{round}"), round=asked.round), *filter(None, parts)])


def _targets(output: str, form: str, name: str) -> list[Target]:
    """Where to write what was asked for."""
    if output == "-":
        return [Target(None, form or "md")]
    ending = Path(output).suffix.removeprefix(".")
    meant = named(ending) if output else ""
    if meant:
        if form and form != meant:
            raise CannotRun(
                _("{path} ends in .{ending}, and --format says {format}."), path=output, ending=ending, format=form
            )
        return [Target(Path(output), meant)]
    if ending.isalpha() and len(ending) <= 4 and not Path(output).is_dir():
        raise CannotRun(_("There is no format “{ending}” yet. There are {known}."), ending=ending, known=tuple(FORMATS))
    if form and FORMATS[form].printed and not output:
        return [Target(None, form)]
    folder = Path(output or "out")
    if folder.is_file():
        raise CannotRun(_("{path} is a file, and ends in none of {known}."), path=output, known=tuple(FORMATS))
    return [Target(folder / f"{name}.{FORMATS[each].ending}", each) for each in ([form] if form else USUAL)]


def _write(session: Session, document: Document, target: Target) -> Path | None:
    """Writes the report in one format, to a file or to the screen."""
    if target.path is None and target.form == "text":
        from plantrack.formats.terminal import Look, whole

        print(whole(document, Look(session.terminal, session.color, session.width)), end="")
        return None
    try:
        made = render(target.form, document, own_templates(session))
    except NeedsMore as lack:
        sentence = _('{format} needs one package more: pip install "plantrack[{extra}]"')
        raise CannotRun(sentence, format=target.form, extra=lack.extra) from None
    if target.path is not None:
        write_whole(target.path, made)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(made)
    return target.path


def own_templates(session: Session) -> Own:
    """The plan's own templates, from where the plan was read."""
    names = session.tree.names(TEMPLATES)
    return {name: session.tree.read(f"{TEMPLATES}/{name}") or b"" for name in names}


def _say_where(session: Session, written: list[Path]) -> None:
    for path in written:
        print(session.speech.say(_("Wrote {path}"), path=path))
    if written and session.terminal:
        print(session.speech.say(_("Next: read it, and write what is missing in reports/: see the handbook.")))
