"""``plantrack check``: what is wrong with the plan, and what to do about it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from plantrack.checks import Checked, check_plan
from plantrack.commands.options import (
    LangOption,
    NoColorOption,
    OnOption,
    PlanOption,
    Session,
    open_plan,
    tree_at_revision,
)
from plantrack.mark import _
from plantrack.shell import CannotRun
from plantrack.store.folder import load_tree
from plantrack.store.places import Placed, place_findings
from plantrack.terminal.findings import as_json, as_lines, as_page

HELP = _(
    "Finds everything that is wrong with the plan, in all its files at once, and says what to do. Changes nothing.\n\n"
    "0: clean. 1: there are errors (with --strict: or warnings). 2: it could not be done."
)


def run(
    path: Annotated[str, typer.Argument(metavar="[PATH]", help=_("A plan's folder, or a file in it."))] = "",
    since: Annotated[
        str, typer.Option("--since", metavar="REV", help=_("Only what is new since a revision in git."))
    ] = "",
    strict: Annotated[bool, typer.Option("--strict", help=_("Let warnings count as errors."))] = False,
    show_all: Annotated[bool, typer.Option("--all", help=_("Show each warning by itself."))] = False,
    output: Annotated[
        Literal["text", "json"], typer.Option("--format", metavar="text|json", help=_("How to print it."))
    ] = "text",
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    only, plan = _what_to_check(path, plan)
    session = open_plan(plan, on, lang, no_color)
    checked = session.checked()
    if since:
        checked = _new_since(session, checked, since)
    placed = place_findings(session.places, checked.findings)
    if only is not None:
        placed = [each for each in placed if _is_inside(session.folder / each.finding.where.file, only)]
    silenced = len(checked.silenced)
    if output == "json":
        print(as_json(session, placed, checked.silenced))
    elif session.terminal:
        print(as_page(session, placed, silenced, show_all), end="")
    else:
        print(as_lines(session, placed, silenced), end="")
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
