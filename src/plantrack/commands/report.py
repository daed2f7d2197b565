"""``plantrack report``: the follow-up report of a round, in every format."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import typer

from plantrack.commands.completion import complete_organisation, complete_part
from plantrack.commands.evaluated import EvaluationOption, evaluated, tell_left_out
from plantrack.commands.giving import Report
from plantrack.commands.making import day_of, file_name, newest
from plantrack.commands.options import LangOption, OnOption, PlanOption, RevOption, Session, open_plan
from plantrack.commands.own_templates import warn_of_unused
from plantrack.commands.part_meant import part_meant
from plantrack.commands.round.asked_for import round_within
from plantrack.followup.standings import stand
from plantrack.formats.catalog import FORMATS, USUAL, named
from plantrack.mark import _
from plantrack.report.drafting import left_to_write
from plantrack.report.stamp import Asked
from plantrack.shell import CannotRun
from plantrack.store.write import write_whole

HELP = _(
    "Writes the follow-up report of a year or a round, as Markdown and as one HTML file; in other formats where they are "
    "asked for.\n\n"
    "A year needs no round file: the report is made as of the plan's cut-off day."
)


def run(
    which: Annotated[str, typer.Argument(metavar="[YEAR|ROUND]", help=_("Left out: the newest round."))] = "",
    folder: Annotated[
        str, typer.Argument(metavar="[FOLDER]", help=_("With --all: where the plans lie. Left out: beside this one."))
    ] = "",
    output: Annotated[
        str,
        typer.Option("-o", "--output", metavar="PATH", help=_("A folder, or a file named report.pdf; - prints it.")),
    ] = "",
    form: Annotated[
        Literal["md", "html", "pdf", "docx", "text", "json", "all", ""],
        typer.Option("--format", metavar="md|html|pdf|docx|text|json|all", help=_("Only this format, or all.")),
    ] = "",
    only: Annotated[
        str,
        typer.Option(
            "--only", metavar="ID", help=_("Only a theme, a goal or an activity."), autocompletion=complete_part
        ),
    ] = "",
    organisation: Annotated[
        str,
        typer.Option(
            "--organisation",
            metavar="ID",
            help=_("Only what one organisation answers for or takes part in."),
            autocompletion=complete_organisation,
        ),
    ] = "",
    summary: Annotated[bool, typer.Option("--summary", help=_("Only the summary, on one page."))] = False,
    draft: Annotated[bool, typer.Option("--draft", help=_("Mark where a text is missing or has grown old."))] = False,
    sources: Annotated[
        bool, typer.Option("--sources", help=_("Say which file and line each figure rests on."))
    ] = False,
    live: Annotated[
        bool, typer.Option("--live", help=_("As the plan now stands, though the report has been issued."))
    ] = False,
    eject: Annotated[
        bool,
        typer.Option("--eject", help=_("Write no report, but its templates into the plan's folder, to be changed.")),
    ] = False,
    every: Annotated[
        bool,
        typer.Option(
            "--all", help=_("A short report on several plans: those beside this one, or those in the folder given.")
        ),
    ] = False,
    plan: PlanOption = "",
    on: OnOption = "",
    rev: RevOption = "",
    evaluation: EvaluationOption = "",
    lang: LangOption = "",
) -> int:
    if every:
        from plantrack.commands.all_plans import report_of_all
        from plantrack.commands.other_plans import refuse_with_all

        narrowed = {
            "--only": only,
            "--organisation": organisation,
            "--plan": plan,
            "--rev": rev,
            "--evaluation": evaluation,
        }
        switches = {"--summary": summary, "--draft": draft, "--sources": sources, "--live": live, "--eject": eject}
        refuse_with_all({**narrowed, **switches})
        return report_of_all(which, folder, on, output, form, lang)
    if folder:
        raise CannotRun(_("{path} is one word too many: a folder goes with --all."), path=folder)
    session = open_plan(plan, on, lang, rev=rev)
    if eject:
        from plantrack.commands.ejecting import eject as handed_out

        return handed_out(session)
    session = evaluated(session, evaluation)
    round_id = round_within(session, which or newest(session, on)).id
    asked = Asked(
        round_id, session.speech.language, on, rev, only, organisation, summary, draft, sources, live, evaluation
    )
    asked = part_meant(session.facts.plan, asked, day_of(session, asked))
    report = Report(session, asked)
    targets = targets_of(output, form, file_name(session, asked))
    written = [_write(report, target) for target in targets]
    report.session.warn_of_faults()
    warn_of_unused(report.session)
    if session.lent:
        tell_left_out(session, stand(session.facts.plan, round_id))
    report.tell_issue()
    _say_where(session, [path for path in written if path is not None])
    if draft and any(written):
        print(left_to_write(session.speech, report.document))
    return 0


class Target(NamedTuple):
    """Where to write what. No path is the screen."""

    path: Path | None
    form: str


def targets_of(output: str, form: str, name: str) -> list[Target]:
    """Where to write what was asked for."""
    if output == "-" and form != "all":
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
    if form == "text" and not output:
        return [Target(None, form)]
    folder = Path(output or "out")
    if folder.is_file():
        raise CannotRun(_("{path} is a file, and ends in none of {known}."), path=output, known=tuple(FORMATS))
    wanted = tuple(FORMATS) if form == "all" else (form,) if form else USUAL
    return [Target(folder / f"{name}.{FORMATS[each].ending}", each) for each in wanted]


def _write(report: Report, target: Target) -> Path | None:
    """Writes the report in one format, to a file or to the screen."""
    if target.path is None and target.form == "text":
        from plantrack.formats.terminal import Look, whole

        session = report.session
        print(whole(report.document, Look(session.terminal, session.color, session.width)), end="")
        return None
    made = report.given(target.form)
    if target.path is not None:
        write_whole(target.path, made)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(made)
    return target.path


def _say_where(session: Session, written: list[Path]) -> None:
    for path in written:
        print(session.speech.say(_("Wrote {path}"), path=path))
    if written and session.terminal:
        print(session.speech.say(_("Next: read it, and write what is missing in reports/: see the handbook.")))
