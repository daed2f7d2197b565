"""PT107: characters that nobody sees."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT107",
    name="control-character",
    severity=WARNING,
    title=_("An invisible character"),
    why=_(
        "Nobody sees it, but a word that holds it is another word: it is not found by a search, and an id with it"
        " is the id of nothing."
    ),
    sentence=_("Line {line} of {file} holds an invisible character ({code})."),
    advice=_("It was left out when the file was read. Delete it: put the cursor just after it and press Backspace."),
    variants={
        "many": (
            _("{file} holds {n} invisible characters, the first of them ({code}) on line {line}."),
            _("It was left out when the file was read. Delete it: put the cursor just after it and press Backspace."),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
lead: kultur\u200b
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
lead: kultur
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("control_character"):
        yield RULE.on(fault, variant="many" if fault.values["n"] > 1 else "")
