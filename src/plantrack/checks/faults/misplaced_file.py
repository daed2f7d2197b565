"""PT126: a file in a place where no file belongs."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT126",
    name="misplaced-file",
    severity=ERROR,
    title=_("A file that stands where none belongs"),
    why=_(
        "What a file is, is told by where it stands. One that stands elsewhere is not read, and nobody would notice."
    ),
    sentence=_("{file} is not read: no file of a plan belongs there."),
    advice=_(
        "Goals are in the folder of their theme, answers in progress, meetings in log, decisions in decisions. "
        "Move it there."
    ),
    variants={
        "ending": (
            _("{file} is not read: its name does not end with .yaml."),
            _("Rename it so that it ends with .yaml."),
        ),
    },
    bad=Example(
        """\
# anteckningar.yaml
title: Löst och fast
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
    for fault in facts.faults_of("misplaced_file"):
        yield RULE.on(fault, variant="" if fault.where.file.endswith(".yaml") else "ending")
