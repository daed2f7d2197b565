"""PT212: a text that lacks one of the plan's languages."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT212",
    name="translation-missing",
    severity=WARNING,
    title=_("A text that is not in all of the plan's languages"),
    why=_("A report in that language would show the text in another one."),
    sentence=_("{id} has “{field}” in some of the plan's languages, but not in {missing}."),
    advice=_("Add the text under {missing}."),
    variants={
        "other": (
            _("{id} has “{field}” in {others}, which is none of the plan's languages."),
            _("Write the language under languages in plan.yaml, or take the text away."),
        ),
    },
    bad=Example(
        """\
# plan.yaml
format: 1
id: nordvik-2014
title: Plan för ett öppnare Nordvik
period: 2014-2016
languages: [sv, en]
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
text:
  sv: Här möts alla.
"""
    ),
    good=Example(
        """\
# plan.yaml
format: 1
id: nordvik-2014
title: Plan för ett öppnare Nordvik
period: 2014-2016
languages: [sv, en]
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
text:
  sv: Här möts alla.
  en: Here all meet.
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("translation"):
        if fault.values["others"]:
            yield RULE.on(fault, variant="other")
        else:
            yield RULE.on(fault)
