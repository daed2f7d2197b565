"""PT118: a line that is neither a field nor an item."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT118",
    name="no-colon",
    severity=ERROR,
    title=_("A line without a colon"),
    why=_(
        "Each line is a field with its value, an item of a list, or a further line of a text that stands further "
        "in. A line that is none of them stops the reading."
    ),
    sentence=_("Line {line} of {file} has no colon after the name of a field: “{text}”."),
    advice=_(
        "Write the name of the field, a colon, a space and the value. If the line goes on with the text above, "
        "write `|` after that field's colon and indent the text."
    ),
    variants={
        "space": (
            _("Line {line} of {file} has no space after the colon: “{text}”."),
            _("Put a space after “{field}:”."),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title Fler mötesplatser
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("no_colon"):
        yield RULE.on(fault, variant="space" if fault.values["field"] else "")
