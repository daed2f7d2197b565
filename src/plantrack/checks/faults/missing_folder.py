"""PT128: a shared folder that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT128",
    name="missing-folder",
    severity=ERROR,
    title=_("A shared folder that does not exist"),
    why=_("Organisations, terms and decisions that the plan shares with others would be missing without it."),
    sentence=_("{id} uses the folder “{folder}”, and there is no such folder beside the plan."),
    advice=_("Write the way to it from the plan's own folder, for instance ../common."),
    bad=Example(
        """\
# plan.yaml
format: 1
id: nordvik-2014
title: Plan
period: 2014-2016
uses: ../finns-inte
"""
    ),
    good=Example(
        """\
# plan.yaml
format: 1
id: nordvik-2014
title: Plan
period: 2014-2016
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults_of("missing_folder"):
        yield RULE.on(fault, id=facts.plan.header.id or fault.values["id"])
