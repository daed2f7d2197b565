"""PT129: letters that were saved after being read in the wrong way."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT129",
    name="garbled-letters",
    severity=WARNING,
    title=_("Letters that have been garbled"),
    why=_(
        "The file is as it should be, but was once read in the wrong way, and the wrong letters were saved. They "
        "would stand in every report."
    ),
    sentence=_("On line {line} of {file} stands “{text}”, which is a letter or a sign that has been garbled."),
    advice=_("Write the letters again. It happens when a file is opened or saved with the wrong encoding."),
    variants={
        "many": (
            _("{file} has {n} letters or signs that have been garbled, the first of them on line {line}: “{text}”."),
            _("Write the letters again. It happens when a file is opened or saved with the wrong encoding."),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mÃ¶tesplatser
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
    for fault in facts.faults_of("garbled_letters"):
        yield RULE.on(fault, variant="many" if fault.values["n"] > 1 else "")
