"""PT103: a line that is indented with a tab."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT103",
    name="tab",
    severity=ERROR,
    title=_("A line indented with a tab"),
    why=_(
        "What belongs to what is told by spaces alone, and a tab is not equally wide everywhere. It has been read"
        " as far as it can be guessed."
    ),
    sentence=_("Line {line} of {file} is indented with a tab."),
    advice=_("Use spaces, two for each step. Most editors can turn all tabs into spaces at once."),
    variants={
        "many": (
            _("{n} lines of {file} are indented with tabs, the first of them line {line}."),
            _("Use spaces, two for each step. Most editors can turn all tabs into spaces at once."),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
\t1.1.1:
\t\ttitle: Öppna en mötesplats
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("tab"):
        yield RULE.on(fault, variant="many" if fault.values["n"] > 1 else "")
