"""PT207: a word that is not among those to choose from."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _
from plantrack.nearest import nearest

RULE = Rule(
    code="PT207",
    name="choice",
    severity=ERROR,
    title=_("A word that is not among those to choose from"),
    why=_("Figures and summaries are made by these words. One that is not known would be counted as nothing."),
    sentence=_("{id} has “{text}” as “{field}”, and that is not one of the words that may stand there."),
    advice=_("Choose one of: {choices}."),
    variants={
        "meant": (
            _("{id} has “{text}” as “{field}”, and that is not one of the words that may stand there."),
            _("Did you mean “{meant}”? To choose from: {choices}."),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
indicators:
  1.1.m1:
    kind: stapel
    text: Öppna mötesplatser
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
indicators:
  1.1.m1:
    kind: count
    text: Öppna mötesplatser
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("choice"):
        choices = fault.values["choices"]
        meant = fault.values["meant"] or nearest(str(fault.values["text"]), choices)
        yield RULE.on(fault, variant="meant" if meant else "", suggestion=meant, meant=meant)
