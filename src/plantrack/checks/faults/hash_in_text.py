"""PT110: a text that is cut by a comment sign."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT110",
    name="hash-in-text",
    severity=WARNING,
    title=_("A text that is cut at a number sign"),
    why=_(
        "What follows the sign # after a space is a comment, and is read by nobody. The rest of the sentence is "
        "lost without a word."
    ),
    sentence=_("In {id}, the text of “{field}” ends at “{kept}”: what follows is lost, “{lost}”."),
    advice=_(
        "Write `|` after the colon and the text on the next line, indented. If it is a comment, put it on a line "
        "of its own."
    ),
    variants={
        "all": (
            _("In {id}, the text of “{field}” begins with # and is lost as a whole: “{lost}”."),
            _(
                "Write `|` after the colon and the text on the next line, indented. If it is a comment, put it on"
                " a line of its own."
            ),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna lokal #4 i centrum
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: |
      Öppna lokal #4 i centrum
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("hash_in_text"):
        yield RULE.on(fault, variant="" if fault.values["kept"] else "all")
