"""Every rule keeps its word: its bad example is found, its good one is not, and all its sentences are whole."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from plantrack.changes.compare import compare
from plantrack.changes.decided import decided
from plantrack.checks import check_plan, rule_book
from plantrack.facts import Facts
from plantrack.finding import Example
from plantrack.store.folder import load

ROOT = Path(__file__).parent.parent
BASE = ROOT / "templates" / "init" / "sv"
DAY = date(2015, 12, 31)
RULES = {check.RULE.code: check.RULE for check in rule_book()}


def files_of(example: Example) -> dict[str, str]:
    """The files of an example by name: each begins with a line ``# name.yaml``."""
    files: dict[str, str] = {}
    name = ""
    for line in example.text.splitlines(keepends=True):
        if line.startswith("# ") and line.rstrip().endswith((".yaml", ".yml")) and " " not in line.strip()[2:]:
            name = line.strip()[2:]
            files[name] = ""
        else:
            files[name] += line
    return files


def lay_out(example: Example, folder: Path) -> Path:
    """The small plan with the example's files laid over it. A goal's file replaces the goal with its number."""
    shutil.copytree(BASE, folder)
    for name, text in files_of(example).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode(example.encoding))
    return folder


def read(code: str, example: Example, folder: Path) -> Facts:
    """The plan of an example; held against its earlier state, or another plan, where the rule does so."""
    facts = load(lay_out(example, folder / "plan"), DAY)
    before, beside = RULES[code].before, RULES[code].beside
    if beside is not None:
        other = load(lay_out(beside, folder / "beside"), DAY)
        facts.beside = {other.plan.header.id or "": other}
    if before is not None:
        then = load(lay_out(before, folder / "before"), DAY)
        facts.against = decided(then.plan, facts.plan, compare(then.plan, facts.plan))
    return facts


def test_small_plan_is_clean(tmp_path: Path) -> None:
    assert [(f.rule.code, f.where) for f in check_plan(load(BASE, DAY)).findings] == []


@pytest.mark.parametrize("code", RULES)
def test_bad_example_is_found(code: str, tmp_path: Path) -> None:
    findings = check_plan(read(code, RULES[code].bad, tmp_path)).findings
    found = [finding for finding in findings if finding.rule.code == code]
    assert found, [finding.rule.code for finding in findings]
    others = {finding.rule.code for finding in findings if finding.severity == "error"} - {code}
    assert not others, f"one root cause, one finding: {others}"


@pytest.mark.parametrize("code", RULES)
def test_good_example_is_clean(code: str, tmp_path: Path) -> None:
    findings = check_plan(read(code, RULES[code].good, tmp_path)).findings
    assert code not in [finding.rule.code for finding in findings]
    assert not [(f.rule.code, f.where) for f in findings if f.severity == "error"]
