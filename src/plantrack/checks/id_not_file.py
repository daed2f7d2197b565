"""PT302: an id that does not belong where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts, Source
from plantrack.facts.definitions import defined_twice, inside
from plantrack.finding import ERROR, Example, Finding, Rule, Where
from plantrack.mark import _
from plantrack.model.decision import Decision
from plantrack.model.goal import Goal

RULE = Rule(
    code="PT302",
    name="id-not-file",
    severity=ERROR,
    title=_("An id that does not belong where it stands"),
    why=_(
        "A thing is looked for where its id says that it is: 1.1.2 in the file of 1.1, and that file in a"
        " folder of theme 1. Silences and reports go by it as well."
    ),
    sentence=_("This file has the id {id}, but its name begins with {named}."),
    advice=_("Rename the file so that it begins with {id}. If the id is wrong, mend that instead."),
    variants={
        "folder": (
            _("The theme has the id {id}, but the name of its folder begins with {named}."),
            _("Rename the folder so that it begins with {id}. If the id is wrong, mend that instead."),
        ),
        "theme": (
            _("{id} lies in the folder of theme {theme}, but its number belongs to theme {named}."),
            _("Move the file to the folder of theme {named}, or give the goal a number of theme {theme}."),
        ),
        "inside": (
            _("{id} stands under {named}, but its id does not begin with “{named}.”."),
            _("Give it an id that begins with “{named}.”, or move it to where it belongs."),
        ),
    },
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.2.1:
    title: Öppna en mötesplats
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
    twice: set[str] | None = None
    for finding in _misplaced(facts):
        if twice is None:
            twice = {later.id for later, _first in defined_twice(facts)}
        if finding.about not in twice:
            yield finding


def _misplaced(facts: Facts) -> Iterator[Finding]:
    for source in facts.sources:
        match source.record:
            case Goal() as goal:
                yield from _of_file(source)
                yield from _of_goal(facts, source, goal)
            case Decision() as decision:
                for item in decision.items:
                    if not item.startswith(source.id + "."):
                        where = Where(source.file, ("items", item), "key")
                        yield RULE.at(where, variant="inside", id=item, named=source.id)
            case _ if source.kind == "theme" or (source.kind == "agreement" and "/" in source.file):
                yield from _of_file(source)


def _of_file(source: Source) -> Iterator[Finding]:
    """Whether the name of the file, or the folder for a theme, begins with the id."""
    folder, _, name = source.file.rpartition("/")
    stem = folder.rpartition("/")[2] if source.kind == "theme" else name.removesuffix(".yaml")
    if source.kind == "agreement" and stem == "agreement":
        return
    if stem != source.id and not stem.startswith(source.id + "-"):
        variant = "folder" if source.kind == "theme" else ""
        named = stem if source.kind == "agreement" else stem.partition("-")[0]
        yield RULE.at(Where(source.file, ("id",)), variant=variant, id=source.id, named=named)


def _of_goal(facts: Facts, source: Source, goal: Goal) -> Iterator[Finding]:
    """Whether the goal lies with its theme, and what stands in it begins with its id."""
    plan = facts.plan
    theme = plan.theme_of.get(source.id, "")
    other = max((each for each in plan.themes if source.id.startswith(each + ".")), key=len, default=theme)
    if other != theme:
        yield RULE.at(Where(source.file, ("id",)), variant="theme", id=source.id, theme=theme, named=other)
    own = source.id + "."
    for each, keys in inside(goal):
        above = f"{keys[1]}." if "steps" in keys else own
        if not each.startswith(above) and above.replace(".", "").isdecimal():
            yield RULE.at(Where(source.file, keys, "key"), variant="inside", id=each, named=above[:-1])
