"""``plantrack schema``: the schemas that make an editor help with the files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from plantrack.commands.options import LangOption, PlanOption, language_here, plan_folder
from plantrack.exports.schema import schema
from plantrack.locales import Speech
from plantrack.mark import _
from plantrack.shell import CannotRun
from plantrack.store.files import KINDS
from plantrack.store.write import write_whole

HELP = _(
    "Writes the JSON Schemas of the files into the plan's folder .schema, so that an editor completes, explains "
    "and underlines.\n\nWith a kind of file it shows that schema instead."
)


def run(
    kind: Annotated[str, typer.Argument(metavar="[KIND]", help=_("A kind of file, as goal or submission."))] = "",
    output: Annotated[str, typer.Option("-o", "--output", metavar="DIR", help=_("The folder to write to."))] = "",
    plan: PlanOption = "",
    lang: LangOption = "",
) -> int:
    tongue = language_here(lang)
    if kind:
        if kind not in KINDS:
            raise CannotRun(
                _("There is no kind of file “{kind}”. These there are: {kinds}."), kind=kind, kinds=tuple(KINDS)
            )
        print(as_text(kind, tongue), end="")
        return 0
    folder = Path(output) if output else plan_folder(plan) / ".schema"
    for each in KINDS:
        write_whole(folder / f"{each}.json", as_text(each, tongue))
    print(
        tongue.count(_("Wrote {n} schema to {folder}."), _("Wrote {n} schemas to {folder}."), len(KINDS), folder=folder)
    )
    print(tongue.say(_("An editor finds a file's schema by its first line, as:")))
    print("# yaml-language-server: $schema=.schema/plan.json")
    return 0


def as_text(kind: str, tongue: Speech) -> str:
    """A schema as it stands in its file."""
    return json.dumps(schema(kind, tongue), ensure_ascii=False, indent=1) + "\n"
