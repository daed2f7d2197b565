"""PT201: a field that the format does not have."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT201",
    name="unknown-field",
    severity=ERROR,
    title=_("A field that the format does not have"),
    why=_(
        "A field with a misspelled name would be dropped in silence, and the report would say that nothing is "
        "stated. Each field that is not known is therefore an error."
    ),
    sentence=_("{id} has a field “{field}”, and there is no such field here."),
    advice=_("These fields may stand here: {fields}."),
    variants={
        "meant": (
            _("{id} has a field “{field}”, and there is no such field here."),
            _("Did you mean “{meant}”?"),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
    ansvarig: kultur
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
    responsible: kultur
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults.get("unknown_field", ()):
        meant = fault.values["meant"]
        yield RULE.on(fault, variant="meant" if meant else "", suggestion=meant)
