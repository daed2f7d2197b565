"""PT130: more faults in a file than anybody reads."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT130",
    name="more-faults",
    severity=ERROR,
    title=_("More faults in a file than are told one by one"),
    why=_("So many faults in one file have one cause. When the first ones are mended the others are mostly gone."),
    sentence=_("{file} has {n} more faults than are told here, from line {line} on."),
    advice=_("Mend the first ones and check again."),
    bad=Example(
        "# 1-gemenskap/1.1-motesplatser.yaml\nid: 1.1\ntitle: Fler mötesplatser\nactivities:\n"
        + "".join(f"  1.1.{n}:\n    title: Lokal #{n}\n" for n in range(501))
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
    for fault in facts.faults_of("more_faults"):
        yield RULE.on(fault)
