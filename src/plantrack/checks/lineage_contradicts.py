"""PT307: two things that tell differently which replaced which."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.lineage import lines
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT307",
    name="lineage-contradicts",
    severity=ERROR,
    title=_("Two things that tell differently what replaced what"),
    why=_(
        "A report follows a thing to what came of it. If the old one and the new one say different "
        "things, the trail is lost. One of them may be silent, but they must not contradict each other."
    ),
    sentence=_("{id} says that it was replaced by {other}, but {other} says that it replaces {says}."),
    advice=_("Add {id} to `replaces` of {other}, or correct `replaced_by` of {id}."),
    variants={
        "replaces": (
            _("{id} says that it replaces {other}, but {other} says that it was replaced by {says}."),
            _("Add {id} to `replaced_by` of {other}, or correct `replaces` of {id}."),
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
    replaced_by: 1.1.2
    ended:
      date: 2015-05-01
  1.1.2:
    title: Öppna två mötesplatser
  1.1.3:
    title: Öppna en mötesplats i varje stadsdel
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
    replaced_by: [1.1.2, 1.1.3]
    ended:
      date: 2015-05-01
      how: split
  1.1.2:
    title: Öppna två mötesplatser
  1.1.3:
    title: Öppna en mötesplats i varje stadsdel
    replaces: 1.1.1
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    things = lines(facts.plan)
    for each, line in things.items():
        for field, back in (("replaced_by", "replaces"), ("replaces", "replaced_by")):
            for other in line.record[field]:
                says = things[other].record[back] if other in things else ()
                if says and each not in says:
                    yield RULE.at(
                        facts.where(line.kind, each, field),
                        variant="replaces" if field == "replaces" else "",
                        related=(facts.where(things[other].kind, other, back),),
                        id=each,
                        other=other,
                        says=says,
                    )
