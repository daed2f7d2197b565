"""``plantrack meeting``: the meetings in a list, or one of them as minutes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from plantrack.commands.completion import complete_event, complete_organisation
from plantrack.commands.meeting.named import meeting_meant
from plantrack.commands.options import LangOption, NoColorOption, OnOption, PlanOption, Session, open_plan
from plantrack.commands.spoken import organisation_meant
from plantrack.formats.terminal import Look, render
from plantrack.mark import _
from plantrack.report.document import Section
from plantrack.report.teller import Teller
from plantrack.shell import CannotRun
from plantrack.store.write import write_whole
from plantrack.views.meetings import meetings, still_open
from plantrack.views.meetings import sections as listed
from plantrack.views.minutes import Minutes, document, minutes_of, sections

HELP = _(
    "Lists the meetings, the newest first, with what each left open. With an ID it shows that one as minutes: who was "
    "there by party and function, what each point came to, and what has answered it since."
)
FORMATS = ("text", "md", "html", "json")
YAML = (".yaml", ".yml")


def run(
    which: Annotated[
        str,
        typer.Argument(metavar="[ID]", help=_("Which meeting: its id, or its day."), autocompletion=complete_event),
    ] = "",
    body: Annotated[
        str,
        typer.Option(
            "--body", metavar="ID", help=_("Only the meetings of this body."), autocompletion=complete_organisation
        ),
    ] = "",
    open_: Annotated[
        bool, typer.Option("--open", help=_("Only those that left something open that nothing has answered."))
    ] = False,
    form: Annotated[
        Literal["text", "md", "html", "json"] | None,
        typer.Option(
            "--format", metavar="text|md|html|json", help=_("How to print it; of one meeting also as a page.")
        ),
    ] = None,
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE", help=_("A file to write; its ending says the format."))
    ] = "",
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, on, lang, no_color)
    wanted = form or _by_ending(output)
    if which:
        text = _one(session, meeting_meant(session.facts.plan, which), wanted)
    else:
        text = _all(session, organisation_meant(session.facts.plan, body) if body else "", open_, wanted)
    if output and output != "-":
        _write(session, Path(output), text)
    else:
        print(text, end="")
    if wanted == "text":
        session.warn_of_faults()
    return 0


def _by_ending(output: str) -> str:
    """The format that a file's name asks for."""
    ending = Path(output).suffix.lstrip(".").lower()
    found = {"htm": "html", "markdown": "md", "txt": "text"}.get(ending, ending)
    return found if found in FORMATS else "text"


def _one(session: Session, identifier: str, wanted: str) -> str:
    """One meeting in the format that was asked for."""
    tell = Teller(session.facts.plan, session.speech, session.facts.day)
    if wanted == "json":
        from plantrack.exports.events import as_json

        return as_json(tell, [identifier], session.facts.day)
    minutes = minutes_of(session.facts.plan, tell, identifier)
    return _printed(session, sections(minutes)) if wanted == "text" else _page(session, minutes, wanted)


def _page(session: Session, minutes: Minutes, wanted: str) -> str:
    """One meeting as a page: by the plan's own templates, where it has any."""
    from plantrack import __version__
    from plantrack.commands.making import own_templates
    from plantrack.commands.own_templates import render as as_page
    from plantrack.report.stamp import Stamp

    file = session.facts.file_of[("event", minutes.id)]
    page = document(minutes, Stamp(tool=__version__), file)
    return as_page(wanted, page, own_templates(session)).decode()


def _all(session: Session, body: str, only_open: bool, wanted: str) -> str:
    """The meetings in a list."""
    plan = session.facts.plan
    tell = Teller(plan, session.speech, session.facts.day)
    found = meetings(plan, body)
    if only_open:
        left = still_open(plan, tell)
        found = tuple(each for each in found if each in left)
    if wanted == "html":
        raise CannotRun(_("A page is made of one meeting. Say which: plantrack meeting ID"))
    if wanted == "json":
        from plantrack.exports.events import as_json

        return as_json(tell, found, session.facts.day)
    if wanted == "md":
        from plantrack.formats.markdown_sections import render as as_markdown

        return as_markdown(listed(tell, found))
    return _printed(session, listed(tell, found))


def _printed(session: Session, shown: tuple[Section, ...]) -> str:
    return render(shown, Look(session.terminal, session.color, session.width))


def _write(session: Session, target: Path, text: str) -> None:
    """Writes a file; never over one of a plan's own."""
    if target.is_dir():
        raise CannotRun(_("{path} is a folder. Name a file."), path=target)
    if target.suffix in YAML:
        raise CannotRun(
            _("{path} would be taken for a file of the plan. Name a file that ends in .html or .md."), path=target
        )
    write_whole(target, text)
    print(session.speech.say(_("Wrote {path}"), path=target))
