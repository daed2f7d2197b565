"""The rule book: one file a rule. A rule states facts about a plan; it never changes anything.

A file here holds ``RULE``, which is the rule's page in the manual, and ``check(facts)``, which yields
findings. A rule about the silences themselves has ``after(facts, used)`` as well, which is asked when all
others have spoken. Files are found by being here; those in ``faults/`` explain what could not be read. What
every rule needs to know of the plan is in ``facts``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple, Protocol, cast

from plantrack.checks import faults
from plantrack.facts import Facts
from plantrack.finding import ERROR, Finding, Rule
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
    return tuple(sorted((*_on_plans(), *map(_on_fault, _names(faults.__path__))), key=_code))


def rules_for(facts: Facts) -> tuple[Check, ...]:
    """The checks that a plan needs, in the order of their codes: without those on faults that it does not have."""
    explaining = {faults.EXPLAINED_BY.get(reason, reason) for reason in facts.faults}
    explaining &= set(_names(faults.__path__)) if explaining else explaining
    return tuple(sorted((*_on_plans(), *map(_on_fault, explaining)), key=_code))


@cache
def _on_plans() -> tuple[Check, ...]:
    modules = [import_module(f"{__name__}.{name}") for name in _names(__path__)]
    return tuple(cast("Check", module) for module in modules if hasattr(module, "RULE"))


@cache
def _on_fault(name: str) -> Check:
    return cast("Check", import_module(f"{faults.__name__}.{name}"))


def _names(path: Iterable[str]) -> list[str]:
    return [found.name for found in iter_modules(path) if not found.ispkg]


def _code(check: Check) -> str:
    return check.RULE.code


@cache
def version() -> str:
    """A digest of the rules' codes and severities, and of the faults that are explained: the rule book's version."""
    from hashlib import sha256

    told = [f"{each.RULE.code} {each.RULE.severity}" for each in _on_plans()]
    return sha256("\n".join(sorted([*told, *_names(faults.__path__)])).encode()).hexdigest()[:12]


Watch = Callable[[Sequence[Check]], Iterable[Check]]
"""Hands the rules on one by one, and may show how far the work has come."""


def check_plan(facts: Facts, watch: Watch = iter) -> Checked:
    """Every finding of every rule, with the plan's own severities and silences applied."""
    kept: list[Finding] = []
    silenced: list[tuple[Finding, Silence]] = []
    holding = {n: each for n, each in enumerate(facts.plan.header.silenced) if not is_over(each, facts)}
    used: set[int] = set()
    checks = rules_for(facts)
    for check in watch(checks):
        for finding in _weighed(check, facts, check.check(facts)):
            number = _silence_for(finding, holding)
            if number is None:
                kept.append(finding)
            else:
                used.add(number)
                silenced.append((finding, holding[number]))
    for check in checks:
        after = getattr(check, "after", None)
        if after is not None:
            kept.extend(_weighed(check, facts, after(facts, frozenset(used))))
    return Checked(tuple(kept), tuple(silenced))


def severity_of(rule: Rule, facts: Facts) -> str:
    """How seriously the plan takes a rule: its own setting, else the rule's. What is an error stays one.

    A plan that could switch off what its files cannot be read for would lose them in silence.
    """
    if rule.severity == ERROR:
        return ERROR
    setting = facts.plan.header.rules.get(rule.code)
    return (setting.severity if setting else None) or rule.severity


def is_over(silence: Silence, facts: Facts) -> bool:
    """Whether a silence was for a time, and that has passed."""
    end = silence.until.end if silence.until else None
    return end is not None and facts.plan.calendar.last(end) < facts.day


def _weighed(check: Check, facts: Facts, findings: Iterable[Finding]) -> Iterator[Finding]:
    """A rule's findings, as seriously as the plan takes them."""
    severity = severity_of(check.RULE, facts)
    if severity != "off":
        for finding in findings:
            yield finding if finding.severity == severity else finding._replace(severity=severity)


def _silence_for(finding: Finding, silences: Mapping[int, Silence]) -> int | None:
    """The silence that covers a finding, by its place in the list. An error is never silenced."""
    for number, silence in silences.items():
        if silence.rule == finding.rule.code and finding.severity != ERROR:
            if not silence.for_ or any(covers(scope, finding.about) for scope in silence.for_):
                return number
    return None


def covers(scope: str, thing: str) -> bool:
    """Whether a thing is what an id names, or belongs to it: 1.3 covers 1.3.1 and 1.3.k1."""
    return thing == scope or thing.startswith(scope + ".")
