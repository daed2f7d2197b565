"""``plantrack explain``: what a rule is for, with a bad and a good example."""

from __future__ import annotations

from typing import Annotated

import typer

from plantrack.checks import rule_book
from plantrack.commands.options import LangOption, language_here
from plantrack.mark import _
from plantrack.shell import CannotRun

HELP = _(
    "Explains a rule: what it is for, what it says, and how it should be instead.\n\nWithout a code it lists them all."
)


def run(
    code: Annotated[str, typer.Argument(metavar="[CODE]", help=_("The code of a rule, as PT501, or its name."))] = "",
    whole: Annotated[bool, typer.Option("--all", help=_("Every rule's page."))] = False,
    lang: LangOption = "",
) -> int:
    from plantrack.manual import rule_page, rules_page

    tongue = language_here(lang)
    rules = [check.RULE for check in rule_book()]
    if whole:
        print(rules_page(rules, tongue), end="")
        return 0
    if not code:
        for rule in rules:
            print(f"{rule.code}  {tongue.say(rule.title)}")
        return 0
    for rule in rules:
        if code.casefold() in (rule.code.casefold(), rule.name):
            print(rule_page(rule, tongue), end="")
            return 0
    from plantrack.nearest import nearest

    meant = nearest(code, [rule.code for rule in rules] + [rule.name for rule in rules])
    if meant:
        raise CannotRun(_("There is no rule “{code}”. Did you mean “{meant}”?"), code=code, meant=meant)
    raise CannotRun(_("There is no rule “{code}”. All of them: plantrack explain"), code=code)
