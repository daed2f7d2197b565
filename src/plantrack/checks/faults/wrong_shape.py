"""PT205: text, list or fields where something else must stand."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import Term, _

EXPECTED = {"not_a_text": _("one value"), "not_a_block": _("fields of their own")}
FOUND = {"text": _("a text"), "list": _("a list"), "block": _("fields of their own")}

RULE = Rule(
    code="PT205",
    name="wrong-shape",
    severity=ERROR,
    title=_("A value of another shape than it must have"),
    why=_("A field holds one value, a list, or fields of its own. In another shape it cannot be read."),
    sentence=_("Under “{field}”, {id} has {found}, where {expected} must stand."),
    advice=_("Compare with another place where the field stands, or look it up in the manual of the format."),
    variants={
        "file": (
            _("{file} holds {found}, where {expected} must stand."),
            _("Each line must be a name, a colon and a value."),
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
    steps:
      - Hitta en lokal
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
    steps:
      1.1.1.a: Hitta en lokal
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for reason, expected in EXPECTED.items():
        for fault in facts.faults_of(reason):
            variant = "" if fault.values["field"] else "file"
            found = Term(FOUND[str(fault.values["found"])])
            yield RULE.on(fault, variant=variant, found=found, expected=Term(expected))
