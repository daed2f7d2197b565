"""PT108: marks that git leaves where two versions could not be merged."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT108",
    name="conflict-markers",
    severity=ERROR,
    title=_("Two versions that git could not merge"),
    why=_(
        "Two people have changed the same lines, and git has left both for somebody to choose. Until then nothing"
        " in the file can be trusted."
    ),
    sentence=_(
        "{file} holds two versions of the same lines: one between lines {first} and {middle}, the other between "
        "lines {middle} and {last}."
    ),
    advice=_("Choose what is to stand, and delete the lines with the marks <<<<<<<, ======= and >>>>>>>."),
    variants={
        "left": (
            _("Line {first} of {file} is a mark that git leaves where two versions could not be merged."),
            _("See that what stands around it is right, and delete the line."),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
<<<<<<< HEAD
lead: kultur
=======
lead: sektorn
>>>>>>> svar-fran-sektorn
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
lead: kultur
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("conflict_markers"):
        yield RULE.on(fault, variant="" if fault.values["middle"] else "left")
