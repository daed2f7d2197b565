"""PT211: a version of the format that the tool does not know."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

KNOWN = 1
"""The version of the format that the records are."""

RULE = Rule(
    code="PT211",
    name="format-version",
    severity=ERROR,
    title=_("A version of the format that this tool does not know"),
    why=_("A newer format may say things that this tool would leave out. An older plan is always read."),
    sentence=_("{id} is written in version {number} of the format, and this tool knows version {known}."),
    advice=_("Install a newer plantrack. If the number is a slip, write format: {known}."),
    bad=Example(
        """\
# plan.yaml
format: 2
id: nordvik-2014
title: Plan för ett öppnare Nordvik
period: 2014-2016
"""
    ),
    good=Example(
        """\
# plan.yaml
format: 1
id: nordvik-2014
title: Plan för ett öppnare Nordvik
period: 2014-2016
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    header = facts.plan.header
    if header.format is not None and header.format != KNOWN:
        where = facts.where("plan", "plan", "format")
        yield RULE.at(where, id=header.id or "plan", number=str(header.format), known=str(KNOWN))
