"""PT204: a field that has no value."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT204",
    name="empty-value",
    severity=ERROR,
    title=_("A field without a value"),
    why=_(
        "A field that is left out is not stated. One that is there without a value may be something that somebody"
        " forgot to write."
    ),
    sentence=_("{id} has nothing after “{field}”."),
    advice=_("Write the value or take the line away. If it is not decided yet, write to_be_determined."),
    variants={
        "itself": (
            _("There is nothing under “{id}”."),
            _("Write what belongs there, or take the line away."),
        ),
        "file": (
            _("{file} holds no value."),
            _("Write what belongs in it, or delete it."),
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
    when:
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
    when: to_be_determined
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("empty_value"):
        field = fault.values["field"]
        yield RULE.on(fault, variant="file" if not field else "itself" if field == fault.values["id"] else "")
