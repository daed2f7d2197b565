"""``plantrack init``: a small complete plan to start from, and what its repository needs to be reviewed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from plantrack.commands.options import DryRunOption, LangOption, find_plan_at, language_here, open_plan
from plantrack.commands.schema import as_text
from plantrack.exports.review_files import ATTRIBUTES
from plantrack.locales import Speech
from plantrack.mark import _
from plantrack.shell import CannotRun
from plantrack.shipped import templates
from plantrack.store.files import KINDS
from plantrack.store.folder import NoPlan
from plantrack.store.write import write_whole

HELP = _(
    "Starts a new plan in a folder: a small complete one that checks clean, with schemas for the editor.\n\n"
    "With --review it also writes what lets changes to the plan be reviewed: for git, for pre-commit and for GitHub. "
    "In a plan that is there already it writes only that. No file is ever written over."
)
IGNORED = "out/\n*.tmp\n~$*\n"


def run(
    folder: Annotated[
        str,
        typer.Argument(
            metavar="[DIR]",
            help=_("The folder to make. It must be empty or not exist. With --review also a plan that is there."),
        ),
    ] = "",
    review: Annotated[bool, typer.Option("--review", help=_("Write what the review of changes needs."))] = False,
    dry_run: DryRunOption = False,
    lang: LangOption = "",
) -> int:
    if review and (not folder or _is_plan(Path(folder))):
        _offer(folder, lang, dry_run)
        return 0
    if not folder:
        raise CannotRun(_("{name} is missing."), name="DIR")
    tongue = language_here(lang)
    target = Path(folder)
    if target.is_file() or (target.is_dir() and any(target.iterdir())):
        raise CannotRun(_("{path} is not empty. Nothing was written."), path=folder)
    if dry_run:
        print(tongue.say(_("A small invented plan would lie in {path}."), path=folder))
        return 0
    _start(target, folder, tongue)
    if review:
        _offer(folder, lang, dry_run)
    print(tongue.say(_("Next: change it into yours, file by file, and check it: plantrack check {path}"), path=folder))
    if not review:
        print(
            tongue.say(_("To have changes reviewed in git and at GitHub: plantrack init --review {path}"), path=folder)
        )
    return 0


def _is_plan(folder: Path) -> bool:
    try:
        return bool(find_plan_at(folder))
    except NoPlan:
        return False


def _offer(folder: str, lang: str, dry_run: bool) -> None:
    from plantrack.commands.reviewing import offer_review

    offer_review(open_plan(folder, lang=lang), dry_run)


def _start(target: Path, folder: str, tongue: Speech) -> None:
    """The small plan, with its schemas."""
    written = _write(target, tongue.language)
    for kind in KINDS:
        write_whole(target / ".schema" / f"{kind}.json", as_text(kind, tongue))
    print(tongue.say(_("A small invented plan lies in {path}:"), path=folder))
    for name in written:
        print(f"  {name}")


def _write(target: Path, language: str) -> list[str]:
    """Copies the small plan; answers with the names of its files."""
    source = templates() / "init" / language
    files = sorted(path for path in source.rglob("*") if path.is_file())
    names = [path.relative_to(source).as_posix() for path in files]
    for path, name in zip(files, names, strict=True):
        write_whole(target / name, path.read_bytes().replace(b"\r\n", b"\n"))
    write_whole(target / ".gitignore", IGNORED)
    write_whole(target / ".gitattributes", ATTRIBUTES)
    return [*names, ".gitattributes", ".gitignore"]
