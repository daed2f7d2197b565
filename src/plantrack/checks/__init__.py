"""The rule book: one file a rule. A rule states facts about a plan; it never changes anything.

A file here holds ``RULE``, which is the rule's page in the manual, and ``check(facts)``, which yields
findings. Files are found by being here. What every rule needs to know of the plan is in ``facts``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple, Protocol, cast

from plantrack.facts import Facts
from plantrack.finding import Finding, Rule
from plantrack.model.plan import Silence


class Check(Protocol):
    """A file of the rule book."""

    RULE: Rule

    def check(self, facts: Facts) -> Iterable[Finding]: ...


class Checked(NamedTuple):
    """What the rule book has to say of a plan."""

    findings: tuple[Finding, ...]
    silenced: tuple[tuple[Finding, Silence], ...]
    """Findings that the plan has accepted, each with the silence that covers it."""


@cache
def rule_book() -> tuple[Check, ...]:
    """All checks in the order of their codes."""
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    checks = [cast("Check", module) for module in modules if hasattr(module, "RULE")]
    return tuple(sorted(checks, key=lambda check: check.RULE.code))


def check_plan(facts: Facts) -> Checked:
    """Every finding of every rule, with the plan's own severities and silences applied."""
    findings = [finding for check in rule_book() for finding in _weighed(check, facts)]
    kept: list[Finding] = []
    silenced: list[tuple[Finding, Silence]] = []
    silences = facts.plan.header.silenced
    used: set[int] = set()
    for finding in findings:
        number = _silence_for(finding, silences)
        if number is None:
            kept.append(finding)
        else:
            used.add(number)
            silenced.append((finding, silences[number]))
    from plantrack.checks import silence_unneeded

    kept.extend(silence_unneeded.unneeded(facts, frozenset(used)))
    return Checked(tuple(kept), tuple(silenced))


def _weighed(check: Check, facts: Facts) -> Iterator[Finding]:
    """A rule's findings, as seriously as the plan takes them."""
    setting = facts.plan.header.rules.get(check.RULE.code)
    severity = setting.severity if setting else check.RULE.severity
    if severity != "off":
        for finding in check.check(facts):
            yield finding if finding.severity == severity else finding._replace(severity=severity)


def _silence_for(finding: Finding, silences: tuple[Silence, ...]) -> int | None:
    """The silence that covers a finding, by its place in the list. An error is never silenced."""
    for number, silence in enumerate(silences):
        if silence.rule == finding.rule.code and finding.severity != "error":
            if not silence.for_ or any(covers(scope, finding.about) for scope in silence.for_):
                return number
    return None


def covers(scope: str, thing: str) -> bool:
    """Whether a thing is what an id names, or belongs to it: 1.3 covers 1.3.1 and 1.3.k1."""
    return thing == scope or thing.startswith(scope + ".")
