"""``plantrack diff``: what changed in the plan, in the plan's words, and what it does to the report."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from plantrack.commands.comparing import compare_sides
from plantrack.commands.completion import complete_revision
from plantrack.commands.evaluated import EvaluationOption
from plantrack.commands.options import LangOption, NoColorOption, OnOption, PlanOption
from plantrack.mark import _

HELP = _(
    "Tells what changed in the plan, in the plan's words: moved goalposts first, then what else is promised, names, "
    "decisions, reports and wording; and what it does to how the plan stands.\n\n"
    "BEFORE and AFTER are revisions, tags, branches or folders. Left out: what this branch changes. "
    "“adopted” is the plan as it was adopted.\n\n"
    "0: it could be compared. 1: with --strict, something that was promised has changed without a decision. "
    "2: it could not be done."
)


def run(
    before: Annotated[
        str,
        typer.Argument(
            metavar="[BEFORE]",
            help=_("A revision, a tag, a branch or a folder."),
            autocompletion=complete_revision,
        ),
    ] = "",
    after: Annotated[
        str,
        typer.Argument(
            metavar="[AFTER]",
            help=_("The same. Left out: the files as they now are."),
            autocompletion=complete_revision,
        ),
    ] = "",
    output: Annotated[
        Literal["text", "md", "html", "json"],
        typer.Option("--format", metavar="text|md|html|json", help=_("How to print it.")),
    ] = "text",
    to: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help=_("Write it to a file."))] = "",
    strict: Annotated[bool, typer.Option("--strict", help=_("Exit with 1 where a decision is lacking."))] = False,
    evaluation: EvaluationOption = "",
    plan: PlanOption = "",
    on: OnOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    comparison = compare_sides(before, after, plan, on, lang, no_color, evaluation)
    comparison.give(output, to)
    return int(strict and comparison.lacking)
