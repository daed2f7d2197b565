"""PT515: a theme without goals."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule, Where
from plantrack.mark import _

RULE = Rule(
    code="PT515",
    name="theme-without-goals",
    severity=WARNING,
    title=_("A theme without goals"),
    why=_("A theme is a heading for goals. Without any it is an empty chapter in every report."),
    sentence=_("Theme {id} has no goals."),
    advice=_("Put the goals' files in its folder, or take the theme away."),
    bad=Example(
        """\
# 2-unga/theme.yaml
id: 2
title: Unga
"""
    ),
    good=Example(
        """\
# 2-unga/theme.yaml
id: 2
title: Unga
# 2-unga/2.1-fritid.yaml
id: 2.1
title: Alla unga har något att göra
activities:
  2.1.1:
    title: Håll fritidsgårdarna öppna
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    with_goals = set(facts.plan.theme_of.values())
    unread = {lost.file.rpartition("/")[0] for lost in facts.unreadable if lost.kind == "goal"}
    for source in facts.of_kind("theme"):
        if source.id not in with_goals and source.file.rpartition("/")[0] not in unread:
            yield RULE.at(Where(source.file, ("id",)), id=source.id)
