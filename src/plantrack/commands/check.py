"""``plantrack check``: what is wrong with the plan, and what to do about it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, NamedTuple

import typer

from plantrack.checks import Checked, check_plan
from plantrack.commands.completion import complete_revision
from plantrack.commands.from_top import FromTop
from plantrack.commands.options import (
    LangOption,
    NoColorOption,
    OnOption,
    PlanOption,
    Session,
    open_plan,
    tree_at_revision,
)
from plantrack.commands.other_plans import meet_others
from plantrack.mark import _
from plantrack.shell import CannotRun
from plantrack.store.beside_folder import plans_under
from plantrack.store.folder import load_tree
from plantrack.store.places import Placed, place_findings
from plantrack.terminal.catalog import render
from plantrack.terminal.found import Found

HELP = _(
    "Finds everything that is wrong with the plan, in all its files at once, and says what to do. Changes nothing.\n\n"
    "0: clean. 1: there are errors (with --strict: or warnings). 2: it could not be done."
)


def run(
    path: Annotated[
        str, typer.Argument(metavar="[PATH]", help=_("A plan's folder, a file in it, or a folder with several plans."))
    ] = "",
    since: Annotated[
        str, typer.Option("--since", metavar="REV", help=_("Only what is new since a revision in git."))
    ] = "",
    against: Annotated[
        str,
        typer.Option(
            "--against",
            metavar="REV",
            help=_(
                "Also find what has changed since a revision without a decision. “adopted”: since the plan was adopted."
            ),
            autocompletion=complete_revision,
        ),
    ] = "",
    strict: Annotated[bool, typer.Option("--strict", help=_("Let warnings count as errors."))] = False,
    show_all: Annotated[bool, typer.Option("--all", help=_("Show each warning by itself."))] = False,
    output: Annotated[
        Literal["text", "json", "github", "sarif"],
        typer.Option("--format", metavar="text|json|github|sarif", help=_("How to print it.")),
    ] = "text",
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    if path and not plan and _holds_plans(path):
        return _check_all(path, _Asked(since, against, strict, show_all, output, on, lang, no_color))
    only, plan = _what_to_check(path, plan)
    session = open_plan(plan, on, lang, no_color)
    meet_others(session)
    if against:
        from plantrack.commands.held_against import hold_against

        hold_against(session, against)
    checked = session.checked()
    if since:
        checked = _new_since(session, checked, since)
    placed = place_findings(session.places, checked.findings)
    if only is not None:
        placed = [each for each in placed if _is_inside(session.folder / each.finding.where.file, only)]
    print(render(output, Found(session, placed, checked.silenced, show_all, FromTop(session))), end="")
    return _exit_code(placed, strict)


def _what_to_check(path: str, plan: str) -> tuple[Path | None, str]:
    """The part to look at, where only a part was asked for, and the plan that it is in."""
    if not path:
        return None, plan
    asked = Path(path)
    if not asked.exists():
        raise CannotRun(_("There is no file or folder {path}."), path=path)
    if plan:
        return asked.resolve(), plan
    if (asked / "plan.yaml").is_file() or asked.name == "plan.yaml" or (asked / "plan" / "plan.yaml").is_file():
        return None, path
    for folder in asked.resolve().parents:
        if (folder / "plan.yaml").is_file():
            return asked.resolve(), str(folder)
    raise CannotRun(_("There is no plan in {path}: no file plan.yaml."), path=path)


class _Asked(NamedTuple):
    """How several plans are to be checked."""

    since: str
    against: str
    strict: bool
    show_all: bool
    output: str
    on: str
    lang: str
    no_color: bool


def _holds_plans(path: str) -> bool:
    """Whether a folder lies in no plan and holds some."""
    here = Path(path)
    if not here.is_dir() or any(
        (each / "plan.yaml").is_file() for each in (here, here / "plan", *here.resolve().parents)
    ):
        return False
    return bool(plans_under(here))


def _check_all(path: str, asked: _Asked) -> int:
    """Every plan in a folder, one after the other, each held against the others."""
    from plantrack.commands.all_plans import sessions_of

    for option, given in (("--since", asked.since), ("--against", asked.against)):
        if given:
            raise CannotRun(_("{option} is about one plan, and there are several in {path}."), option=option, path=path)
    if asked.output not in ("text", "github"):
        sentence = _("--format {format} is about one plan, and there are several in {path}.")
        raise CannotRun(sentence, format=asked.output, path=path)
    worst = 0
    for session in sessions_of(plans_under(Path(path)), asked.on, asked.lang, asked.no_color):
        checked = session.checked()
        placed = place_findings(session.places, checked.findings)
        if asked.output == "text":
            print(f"{session.facts.plan.header.id or session.way} ({session.way})")
        print(render(asked.output, Found(session, placed, checked.silenced, asked.show_all, FromTop(session))), end="")
        worst = max(worst, _exit_code(placed, asked.strict))
    return worst


def _is_inside(file: Path, part: Path) -> bool:
    file = file.resolve()
    return file == part or part in file.parents


def _new_since(session: Session, checked: Checked, revision: str) -> Checked:
    """The findings that the plan did not have at a revision."""
    from plantrack.news import new_findings

    facts = load_tree(tree_at_revision(session.folder, revision), session.facts.day)
    before = check_plan(facts)
    return Checked(new_findings(before.findings, checked.findings), checked.silenced)


def _exit_code(placed: list[Placed], strict: bool) -> int:
    failing = ("error", "warning") if strict else ("error",)
    return int(any(each.finding.severity in failing for each in placed))
