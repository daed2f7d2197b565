"""PT215: a folder with goals but without the file of its theme."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule, Where
from plantrack.mark import _

RULE = Rule(
    code="PT215",
    name="theme-file-missing",
    severity=ERROR,
    title=_("A theme without its file"),
    why=_("The theme's number and title stand in theme.yaml. Without it the report has goals under no heading."),
    sentence=_("The folder “{folder}” holds goals but no theme.yaml."),
    advice=_("Create {folder}/theme.yaml with id: {id} and the theme's title."),
    bad=Example(
        """\
# 2-lust/2.1-musik.yaml
id: 2.1
title: Mer musik
"""
    ),
    good=Example(
        """\
# 2-lust/theme.yaml
id: 2
title: Lust
# 2-lust/2.1-musik.yaml
id: 2.1
title: Mer musik
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    known = {file.rpartition("/")[0] for kind, file in _files(facts) if kind == "theme"}
    for kind, file in _files(facts):
        folder = file.rpartition("/")[0]
        if kind == "goal" and folder not in known:
            known.add(folder)
            yield RULE.at(Where(file), id=folder.rpartition("/")[2].partition("-")[0], folder=folder)


def _files(facts: Facts) -> Iterator[tuple[str, str]]:
    """Kind and path of every file, also of those that could not be read."""
    for source in facts.sources:
        yield source.kind, source.file
    for lost in facts.unreadable:
        yield lost.kind, lost.file
