"""PT121: anchors, aliases, tags and merge keys."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT121",
    name="indirection",
    severity=ERROR,
    title=_("A value that is fetched from another place"),
    why=_(
        "Anchors (&), references (*), tags (!!) and merged keys (<<) make a file that cannot be understood by "
        "reading it aloud, and a change in one place would change others."
    ),
    sentence=_(
        "On line {line} of {file}, “{sign}” stands for something that is written in another place or read in "
        "another way."
    ),
    advice=_(
        "Write the value out where it holds. If the sign belongs to a text, write `|` after the colon and the "
        "text on the next line, indented."
    ),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1: &mall
    title: Öppna en mötesplats
  1.1.2: *mall
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
  1.1.2:
    title: Öppna en mötesplats till
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("indirection"):
        yield RULE.on(fault, line=fault.span.line if fault.span else 1)
