"""PT104: a no-break space in the indentation or after a field."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT104",
    name="no-break-space",
    severity=ERROR,
    title=_("A no-break space where an ordinary space must stand"),
    why=_(
        "A no-break space looks like a space and is read as a letter, so that a field gets another name or "
        "belongs to nothing. Inside a text it may stand."
    ),
    sentence=_("Line {line} of {file} has a no-break space where an ordinary space must stand."),
    advice=_(
        "Replace it with an ordinary space. It looks the same, and comes along when text is pasted from Word or "
        "from a web page."
    ),
    variants={
        "many": (
            _(
                "{n} lines of {file} have a no-break space where an ordinary space must stand, the first of them "
                "line {line}."
            ),
            _(
                "Replace it with an ordinary space. It looks the same, and comes along when text is pasted from "
                "Word or from a web page."
            ),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
lead:\u00a0kultur
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
lead: kultur
text: Det kostar 10\u00a0000 kr.
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("no_break_space"):
        yield RULE.on(fault, variant="many" if fault.values["n"] > 1 else "")
