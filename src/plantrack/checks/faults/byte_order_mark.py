"""PT102: the invisible mark that some programs put first in a file."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import INFO, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT102",
    name="byte-order-mark",
    severity=INFO,
    title=_("A mark that some Windows programs put first in a file"),
    why=_("The mark (BOM) cannot be seen. It does no harm here, but other tools may stumble on it."),
    sentence=_("{file} begins with an invisible mark, a BOM."),
    advice=_("To be rid of it, save the file as UTF-8 without BOM."),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
""",
        encoding="utf-8-sig",
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
    for fault in facts.faults_of("byte_order_mark"):
        yield RULE.on(fault)
