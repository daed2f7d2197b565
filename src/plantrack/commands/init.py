"""``plantrack init``: a small complete plan to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from plantrack.commands.options import LangOption, language_here
from plantrack.commands.schema import as_text
from plantrack.mark import _
from plantrack.shell import CannotRun
from plantrack.shipped import templates
from plantrack.store.files import KINDS
from plantrack.store.write import write_whole

HELP = _("Starts a new plan in a folder: a small complete one that checks clean, with schemas for the editor.")
IGNORED = "out/\n*.tmp\n~$*\n"
ATTRIBUTES = "* text=auto eol=lf\n"


def run(
    folder: Annotated[str, typer.Argument(metavar="DIR", help=_("The folder to make. It must be empty or not exist."))],
    lang: LangOption = "",
) -> int:
    tongue = language_here(lang)
    target = Path(folder)
    if target.is_file() or (target.is_dir() and any(target.iterdir())):
        raise CannotRun(_("{path} is not empty. Nothing was written."), path=folder)
    written = _write(target, tongue.language)
    for kind in KINDS:
        write_whole(target / ".schema" / f"{kind}.json", as_text(kind, tongue))
    print(tongue.say(_("A small invented plan lies in {path}:"), path=folder))
    for name in written:
        print(f"  {name}")
    print(tongue.say(_("Next: change it into yours, file by file, and check it: plantrack check {path}"), path=folder))
    return 0


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
