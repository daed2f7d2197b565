"""``plantrack report``: the follow-up report of a round, as Markdown and HTML."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Annotated, Literal

import typer

from plantrack import __version__
from plantrack.checks import Checked
from plantrack.commands.options import LangOption, OnOption, PlanOption, Session, open_plan
from plantrack.commands.round.asked_for import round_within
from plantrack.followup.rounds import RoundFacts, earlier, rounds, rounds_by_submission
from plantrack.followup.standings import stand, stand_measures
from plantrack.mark import _
from plantrack.report.compose import compose
from plantrack.report.document import Document
from plantrack.report.request import Request
from plantrack.shell import CannotRun
from plantrack.store.digest import SHORT, digest_of
from plantrack.store.tree import FolderTree
from plantrack.store.write import write_whole

HELP = _(
    "Writes the follow-up report of a year or a round, as Markdown and as one HTML file; as PDF where that is asked for.\n\n"
    "A year needs no round file: the report is made as of the plan's cut-off day."
)
FORMATS = {"md": "markdown", "html": "html", "pdf": "pdf"}
"""Each format's ending, and the module that writes it."""
USUAL = ("md", "html")
"""Those that are written where none is asked for."""


def run(
    which: Annotated[str, typer.Argument(metavar="[YEAR|ROUND]", help=_("Left out: the newest round."))] = "",
    output: Annotated[
        str,
        typer.Option(
            "-o", "--output", metavar="PATH", help=_("A folder, or a file ending in .md, .html or .pdf; - prints it.")
        ),
    ] = "",
    form: Annotated[
        Literal["md", "html", "pdf", ""], typer.Option("--format", metavar="md|html|pdf", help=_("Only this format."))
    ] = "",
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
) -> int:
    session = open_plan(plan, on, lang)
    round_facts = round_within(session, which or _newest(session))
    document = _document(session, round_facts, on)
    name = session.speech.say(_("report-{round}"), round=round_facts.id)
    targets = _targets(output, form, name)
    day = session.facts.day if on else round_facts.cut_off
    for target, ending in targets:
        written = _rendered(document, ending, day)
        if target is not None:
            write_whole(target, written)
        elif isinstance(written, str):
            print(written, end="")
        else:
            sys.stdout.buffer.write(written)
    session.warn_of_faults()
    _say_where(session, [target for target, _ending in targets if target is not None])
    return 0


def _newest(session: Session) -> str:
    """The newest round there is; without any, the last year of the plan's period that has begun."""
    plan = session.facts.plan
    known = rounds(plan)
    if known:
        return known[-1].id
    period = plan.header.period
    last = plan.calendar.last(period.end).year if period and period.end else session.facts.day.year
    return str(min(last, session.facts.day.year))


def _document(session: Session, round_facts: RoundFacts, on: str) -> Document:
    """The report; judged on the round's cut-off day, unless a day was asked for."""
    plan = session.facts.plan
    day = session.facts.day if on else None
    order = round_facts.order
    later = {each for each, its in rounds_by_submission(plan).items() if its.order > order}
    facts = session.facts.judged_on(day or round_facts.cut_off, without=later)
    then = plan.on(facts.day)
    request = Request(
        plan=then,
        standings=stand(plan, round_facts.id, day),
        speech=session.speech,
        checked=_known(
            session._replace(facts=facts).checked(), {i for i, came in plan.came_in.items() if came > facts.day}
        ),
        version=__version__,
        revision=digest_of(FolderTree(session.folder))[:SHORT],
    )
    before = [each.id for each in reversed(earlier(plan, round_facts))]
    whole = len(before) if request.final else 1
    told = [*(stand(plan, each) for each in before[:whole]), *(stand_measures(plan, each) for each in before[whole:])]
    return compose(request._replace(earlier=tuple(told)), lambda sections: session.watch(sections, _("Writing")))


def _known(checked: Checked, gone: set[str]) -> Checked:
    """The findings without those about what the plan did not have yet."""
    findings = tuple(each for each in checked.findings if each.about not in gone)
    return Checked(findings, tuple(each for each in checked.silenced if each[0].about not in gone))


def _targets(output: str, form: str, name: str) -> list[tuple[Path | None, str]]:
    """Where to write what: each file with its format's ending. None is the screen."""
    if output == "-":
        return [(None, form or "md")]
    ending = Path(output).suffix.removeprefix(".")
    if output and ending in FORMATS:
        if form and form != ending:
            raise CannotRun(
                _("{path} ends in .{ending}, and --format says {format}."), path=output, ending=ending, format=form
            )
        return [(Path(output), ending)]
    if ending.isalpha() and len(ending) <= 4 and not Path(output).is_dir():
        raise CannotRun(_("There is no format “{ending}” yet. There are {known}."), ending=ending, known=tuple(FORMATS))
    folder = Path(output or "out")
    if folder.is_file():
        raise CannotRun(_("{path} is a file, and ends in none of {known}."), path=output, known=tuple(FORMATS))
    return [(folder / f"{name}.{each}", each) for each in ([form] if form else USUAL)]


def _rendered(document: Document, ending: str, day: date) -> str | bytes:
    """The report in a format. What is heavy is an extra, and is loaded only when it is used."""
    render: Callable[..., str | bytes] = import_module(f"plantrack.formats.{FORMATS[ending]}").render
    if ending != "pdf":
        return render(document)
    try:
        return render(document, day=day)
    except ImportError:
        raise CannotRun(_('PDF needs one package more: pip install "plantrack[pdf]"')) from None


def _say_where(session: Session, written: list[Path]) -> None:
    for target in written:
        print(session.speech.say(_("Wrote {path}"), path=target))
    if written and session.terminal:
        print(session.speech.say(_("Next: read it, and write what is missing in reports/: see the handbook.")))
