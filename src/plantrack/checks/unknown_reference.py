"""PT303: a reference to something that is defined nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _
from plantrack.nearest import nearest
from plantrack.references import known_ids, references

RULE = Rule(
    code="PT303",
    name="unknown-reference",
    severity=ERROR,
    title=_("A reference to something that is defined nowhere"),
    why=_(
        "An id that leads nowhere is a party that nobody asks, or an answer about nothing. "
        "The id must be written as it is where the thing is defined."
    ),
    sentence=_("{id} refers to “{text}” as {field}, and nothing with that id is defined."),
    advice=_("Define it, or write the id of something that exists."),
    variants={
        "meant": (
            _("{id} refers to “{text}” as {field}, and nothing with that id is defined."),
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
    lead: kultr
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
    lead: kultur
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    known = known_ids(facts.plan)
    for reference in references(facts):
        if any(reference.text in known[kind] for kind in reference.to) or facts.may_be_unread(reference.text):
            continue
        meant = nearest(reference.text, (each for kind in reference.to for each in known[kind]))
        yield RULE.at(
            reference.where,
            variant="meant" if meant else "",
            suggestion=meant,
            id=reference.thing,
            text=reference.text,
            field=reference.field,
            meant=meant,
        )
