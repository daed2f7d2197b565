"""PT106: line breaks of a kind that editors do not show."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT106",
    name="odd-line-break",
    severity=WARNING,
    title=_("A line break that editors do not show"),
    why=_(
        "Such a sign breaks the line for some programs and not for others, so that two people do not see the same file."
    ),
    sentence=_("Line {line} of {file} has an invisible line break of an unusual kind ({code})."),
    advice=_(
        "It is read as a space. Delete it, and press Enter if a new line was meant. It comes along from Word and "
        "from PDF files."
    ),
    variants={
        "many": (
            _("{file} has {n} invisible line breaks of an unusual kind ({code}), the first of them on line {line}."),
            _(
                "It is read as a space. Delete it, and press Enter if a new line was meant. It comes along from "
                "Word and from PDF files."
            ),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
text: Vi möts\u2028varje vecka.
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
text: Vi möts varje vecka.
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("odd_line_break"):
        yield RULE.on(fault, variant="many" if fault.values["n"] > 1 else "")
