"""Which findings are new: those that a plan did not have before, however lines and files have moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from plantrack.finding import Finding

Kept = tuple[str, str, str, str, str]


def new_findings(before: Iterable[Finding], after: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of *after* that are not in *before*. Two equal ones where there was one make one new."""
    known = Counter(same(finding) for finding in before)
    new = []
    for finding in after:
        key = same(finding)
        if known[key] > 0:
            known[key] -= 1
        else:
            new.append(finding)
    return tuple(new)


def same(finding: Finding) -> Kept:
    """What makes two findings the same one: the rule, the thing and the field, and not where they stand."""
    keys = ".".join(str(key) for key in finding.where.keys if not isinstance(key, int))
    place = keys if finding.about else finding.where.file
    field = str(finding.values.get("field", ""))
    return finding.rule.code, finding.variant, finding.about, place, field
