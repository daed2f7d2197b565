"""PT301: the same id defined twice."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.definitions import Definition, defined_twice
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT301",
    name="duplicate-id",
    severity=ERROR,
    title=_("The same id defined twice"),
    why=_(
        "An answer says only the id. If two things have the same one, nobody knows which of them was "
        "answered, and only the first is followed up."
    ),
    sentence=_("{id} is defined twice: here and in {other}."),
    advice=_("Give one of them an id that has never been used, or take one away if they are the same thing."),
    variants={
        "same_file": (
            _("{id} is defined twice in this file."),
            _("Give one of them an id that has never been used, or take one away if they are the same thing."),
        ),
        "file_name": (
            _("{id} is defined twice: here and in {other}. The name of this file begins with {named}."),
            _("Write `id: {named}` here, and number what stands in the file accordingly."),
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
# 1-gemenskap/1.2-natverk.yaml
id: 1.1
title: Fler nätverk
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
# 1-gemenskap/1.2-natverk.yaml
id: 1.2
title: Fler nätverk
activities:
  1.2.1:
    title: Samla nätverken
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for later, first in defined_twice(facts):
        named = name_says(later)
        variant = "file_name" if named else "same_file" if later.source is first.source else ""
        yield RULE.at(later.where, variant=variant, related=(first.where,), id=later.id, other=first.where, named=named)


def name_says(definition: Definition) -> str:
    """The id that the name of a goal's file begins with, where it is another than the file says."""
    stem = definition.source.file.rpartition("/")[2].removesuffix(".yaml")
    if definition.keys or definition.source.kind != "goal":
        return ""
    if stem == definition.id or stem.startswith(definition.id + "-"):
        return ""
    return stem.partition("-")[0]
