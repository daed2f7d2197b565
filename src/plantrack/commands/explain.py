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
    from plantrack.forms.faults import RULES
    from plantrack.forms.told import fault_page
    from plantrack.manual import rule_page, rules_page

    tongue = language_here(lang)
    rules = [check.RULE for check in rule_book()]
    if whole:
        pages = [fault_page(fault, tongue, level=2) for fault in RULES]
        print("\n".join([rules_page(rules, tongue), *pages]), end="")
        return 0
    if not code:
        listed = [(rule.code, rule.title) for rule in rules] + [(fault.code, fault.title) for fault in RULES]
        for each, title in listed:
            print(f"{each}  {tongue.say(title)}")
        return 0
    for rule in rules:
        if code.casefold() in (rule.code.casefold(), rule.name):
            print(rule_page(rule, tongue), end="")
            return 0
    for fault in RULES:
        if code.casefold() in (fault.code.casefold(), fault.name):
            print(fault_page(fault, tongue), end="")
            return 0
    from plantrack.nearest import nearest

    names = [name for rule in rules for name in (rule.code, rule.name)]
    meant = nearest(code, names + [name for fault in RULES for name in (fault.code, fault.name)])
    if meant:
        raise CannotRun(_("There is no rule “{code}”. Did you mean “{meant}”?"), code=code, meant=meant)
    raise CannotRun(_("There is no rule “{code}”. All of them: plantrack explain"), code=code)
