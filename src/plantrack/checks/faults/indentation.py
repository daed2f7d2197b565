"""PT119: a line whose indentation belongs to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT119",
    name="indentation",
    severity=ERROR,
    title=_("A line that is not in line with the others"),
    why=_(
        "What a line belongs to is told by how far in it stands. A line that is in line with nothing belongs to "
        "nothing."
    ),
    sentence=_("Line {line} of {file} is not in line with any field above it."),
    advice=_("Indent it as far as the lines that it belongs with."),
    variants={
        "other": (
            _("Line {line} of {file} cannot be read."),
            _(
                "Compare it with a line of the same kind that works. If it is a text, write `|` after the colon "
                "and the text on the next line, indented."
            ),
        ),
        "deeper": (
            _("Line {line} of {file} stands further in than the field above it, which has its value already."),
            _(
                "Put it in line with the field above. If it goes on with that field's text, write `|` after the "
                "colon and the text on the next line, indented."
            ),
        ),
        "list": (
            _("Line {line} of {file} begins with a dash in a place where no list can stand."),
            _("Indent the list under the field that it belongs to, or take the dash away."),
        ),
        "field": (
            _("Line {line} of {file} is a field among the items of a list."),
            _("Put a dash before it, or move it out to the fields that it belongs with."),
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
   when: 2015
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
    when: 2015
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("indentation"):
        yield RULE.on(fault, variant=fault.values["kind"])
    for fault in facts.faults_of("not_yaml"):
        yield RULE.on(fault, variant="other")
