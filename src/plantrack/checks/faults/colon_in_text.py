"""PT109: a colon and a space inside a text."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT109",
    name="colon-in-text",
    severity=ERROR,
    title=_("A colon inside a text"),
    why=_(
        "A colon followed by a space parts a field's name from its value. Inside a text it would make a field of "
        "half the sentence."
    ),
    sentence=_("In {id}, the text of “{field}” has a colon followed by a space: “{text}”."),
    advice=_("Write `|` after the colon and the text on the next line, indented. Nothing in it needs care then."),
    variants={
        "line": (
            _("Line {line} of {file} has a colon followed by a space inside a text: “{text}”."),
            _("Write `|` after the colon and the text on the next line, indented. Nothing in it needs care then."),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Mötesplatser: fler och bättre
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: |
  Mötesplatser: fler och bättre
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("colon_in_text"):
        yield RULE.on(fault, variant="" if fault.values["field"] else "line")
