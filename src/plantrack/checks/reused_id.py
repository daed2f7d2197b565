"""PT305: an id that has ended and is used as if it had not."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.lineage import Line, lines
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT305",
    name="reused-id",
    severity=WARNING,
    title=_("An id that has ended is used as if it had not"),
    why=_(
        "An id is never used again, or an old answer would be read as one about the new thing. And what "
        "has been ended or replaced must say so, or it is followed up and counted as before."
    ),
    sentence=_("{id} was ended by the decision {by}, and is defined as if it still held."),
    advice=_(
        "If it is the same thing, write `ended` on it, with the date and the decision. If it is something"
        " new, give it an id that has never been used."
    ),
    variants={
        "replaced": (
            _("{id} has been replaced by {by}, and is defined as if it still held."),
            _(
                "If it has ended, write `ended` on it. If {by} does not take its place, take `replaces` "
                "away there. If {id} is something new, give it an id that has never been used."
            ),
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
  1.1.2:
    title: Öppna två mötesplatser
    replaces: 1.1.1
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
    ended:
      date: 2015-05-01
      how: replaced
  1.1.2:
    title: Öppna två mötesplatser
    replaces: 1.1.1
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    things = lines(facts.plan)
    told: set[str] = set()
    for identifier, line in things.items():
        for old in line.record.replaces:
            if old in things and not _has_ended(things[old]) and old not in told:
                told.add(old)
                yield _finding(facts, things[old], old, "replaced", identifier, (line, identifier))
    for name, decision in facts.plan.decisions.items():
        if decision.kind == "end":
            for old in decision.about:
                if old in things and not _has_ended(things[old]) and old not in told:
                    told.add(old)
                    yield _finding(facts, things[old], old, "", name, None)


def _has_ended(line: Line) -> bool:
    return line.record.ended is not None or "ended" in line.record.unstated


def _finding(facts: Facts, line: Line, old: str, variant: str, by: str, newer: tuple[Line, str] | None) -> Finding:
    other = facts.where(newer[0].kind, newer[1], "replaces") if newer else facts.where("decision", by, "about")
    return RULE.at(facts.where(line.kind, old, part="key"), variant=variant, related=(other,), id=old, by=by)
