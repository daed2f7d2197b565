"""PT105: a whole value in curly quotes."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT105",
    name="curly-quotes",
    severity=WARNING,
    title=_("A value that stands in curly quotes"),
    why=_(
        "Curly quotes inside a text are as they should be. Around a whole value they are no quotes to YAML: they "
        "become part of the text, of an id or of a date."
    ),
    sentence=_("In {id}, {text} stands in curly quotes as a whole, and was read without them."),
    advice=_(
        "Take the quotes away. If they belong to the text, write `|` after the colon and the text on the next "
        "line, indented."
    ),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: ”Fler mötesplatser”
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler ”mötesplatser”
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("curly_quotes"):
        yield RULE.on(fault)
