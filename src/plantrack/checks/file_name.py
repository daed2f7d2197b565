"""PT127: a name of a file or folder that Windows refuses."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule, Where
from plantrack.mark import _

RULE = Rule(
    code="PT127",
    name="file-name",
    severity=ERROR,
    title=_("A name that some computers refuse"),
    why=_(
        "Windows does not take every name, and takes capital and small letters for the same. Who works there "
        "cannot fetch the plan at all."
    ),
    sentence=_("{file} cannot be fetched to a computer with Windows, because of the name “{name}”."),
    advice=_("Use letters, digits, dots and hyphens in names."),
    variants={
        "alike": (
            _("{file} and {other} are the same name to a computer with Windows."),
            _("Rename one of them."),
        ),
    },
    bad=Example(
        """\
# decisions/2015:1.yaml
date: 2015-02-05
body: ks
kind: note
title: Läst
"""
    ),
    good=Example(
        """\
# decisions/2015-1.yaml
date: 2015-02-05
body: ks
kind: note
title: Läst
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    told: set[str] = set()
    for fault in facts.faults_of("file_name"):
        start, name, _rest = fault.where.file.partition(str(fault.values["name"]))
        if start + name not in told:
            told.add(start + name)
            yield RULE.on(fault)
    files: dict[str, str] = {}
    for source in facts.sources:
        other = files.setdefault(source.file.casefold(), source.file)
        if other != source.file:
            where, first = Where(source.file), Where(other)
            yield RULE.at(where, variant="alike", related=(first,), id=source.id, file=source.file, other=other)
