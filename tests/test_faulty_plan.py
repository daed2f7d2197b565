"""The faithful twin of the real plan, mistakes and all: every shortcoming of the source is found, and no other.

``tests/faulty`` is the plan as its source has it, wrong numbers included. What must be found there was drawn up by
reading the source, before there was any rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from plantrack.checks import check_plan
from plantrack.finding import Finding
from plantrack.store.folder import load

FAULTY = Path(__file__).parent / "faulty"
DAY = date(2018, 12, 31)
"""After the plan's end, and after the council that answers for much of it."""

ALL = (
    "1.1.1 1.1.2 1.1.3 1.2.1 1.2.2 1.3.1 1.3.2 1.3.3 1.3.4 2.1.1 2.1.2 2.1.3 2.2.1 2.2.2 2.3.1 2.3.2 2.3.3 "
    "3.1.1 3.1.2 3.1.3 3.2.1 3.2.2 3.3.1"
)

EXPECTED_PLAN: Mapping[str, tuple[str, str]] = {
    # row in the list of what must be found: the rule's code, and the ids
    "REF-SCOPE, REF-RANGE-CROSS": ("PT304", "1.1 3.2"),
    "CONFLICT-WHEN": ("PT401", "3.1.1 3.1.2 3.1.3"),
    "CONFLICT-WHO": ("PT403", "3.1.3"),
    "MISSING-WHEN": ("PT501", "1.3.4"),
    "MISSING-WHO": ("PT502", "1.1.3 1.3.4"),
    "MISSING-CRITERION": ("PT503", "1.3.2 1.3.3 1.3.4"),
    "MISSING-COST": ("PT504", "1.1.1 1.1.3 2.2.1"),
    "MISSING-MEASURE": ("PT505", "1.3.4 2.3.1 2.3.2 2.3.3"),
    "MISSING-FOLLOWUP-OWNER": (
        "PT506",
        "1.1.1 1.1.2 1.1.3 1.2.1 1.2.2 1.3.1 1.3.2 1.3.3 1.3.4 2.1.3 2.2.1 2.2.2 3.1.1 3.1.2 3.1.3 3.2.1 3.2.2 3.3.1",
    ),
    "VAGUE-FOLLOWUP-OWNER": ("PT602", "2.1.1 2.1.2 2.3.1 2.3.2 2.3.3"),
    "ROLE-NOT-SPLIT": ("PT512", ALL),
    "MULTI-OWNER": ("PT513", "1.1.2 1.3.1 1.3.2 1.3.3 2.2.1 2.2.2 3.1.1 3.1.2 3.2.1"),
    "VAGUE-OWNER": ("PT601", "1.2.2 2.1.1 2.1.2 2.1.3 2.3.1"),
    "VAGUE-WHEN": ("PT603", "2.2.1 2.2.2"),
    "OPEN-END": ("PT604", "3.2.1 3.2.2"),
    "IMPRECISE-WHEN": ("PT605", "2.1.1 2.1.2 2.1.3 3.3.1"),
    "CONTINUOUS": ("PT606", "1.1.1 1.1.2 1.1.3 1.2.1 1.2.2 2.1.1 2.1.2 2.1.3 2.2.1 2.2.2"),
    "COST-NO-AMOUNT": ("PT509", ALL),
    "COST-TBD": ("PT507", "1.1.2 2.2.2"),
    "MEASURE-TBD": ("PT508", "2.2.1 2.2.2"),
    "NO-BASELINE": ("PT607", "1.1.1 1.1.2 1.1.3 1.2.1 1.2.2 2.1.3 2.3.1 2.3.2 2.3.3 3.1.3 3.2.1"),
    "ORPHAN-ACTIVITY": ("PT511", "1.3.4"),
    "OWNER-CEASED": ("PT706", "1.1.1 1.1.2 1.3.1 1.3.2 1.3.3 2.2.1 2.2.2 2.3.2 3.1.1 3.1.2"),
    "PERIOD-OVER": ("PT704", "goteborg-2014-kallan"),
}

GOAL_LEVEL_ONLY: Mapping[str, str] = {
    "criteria": "2.1 2.2 2.3 3.2 3.3",
    "cost": "1.2 1.3 2.1 2.3 3.1 3.2 3.3",
    "indicators": "1.2 2.2 3.2 3.3",
    "follow_up": "2.3",
}
"""GOAL-LEVEL-ONLY, by field. What the list has as a measure of 2.3 is who follows up, and nothing of how."""

NEVER_IN_IT = (
    "PT301",
    "PT302",
    "PT303",
    "PT305",
    "PT306",
    "PT307",
    "PT402",
    "PT514",
    "PT515",
    "PT609",
    "PT612",
    "PT703",
)
"""Mistakes that the source does not make."""


@pytest.fixture(scope="module")
def findings() -> tuple[Finding, ...]:
    return check_plan(load(FAULTY, DAY)).findings


@pytest.mark.parametrize("row", EXPECTED_PLAN)
def test_shortcoming_of_the_plan_is_found(row: str, findings: tuple[Finding, ...]) -> None:
    code, ids = EXPECTED_PLAN[row]
    found = [finding.about for finding in findings if finding.rule.code == code]
    assert sorted(found) == sorted(ids.split())


def test_what_is_said_for_whole_goals_only_is_found(findings: tuple[Finding, ...]) -> None:
    found = {(f.values["field"], f.about) for f in findings if f.rule.code == "PT510"}
    assert found == {(field, goal) for field, goals in GOAL_LEVEL_ONLY.items() for goal in goals.split()}


@pytest.mark.parametrize("code", NEVER_IN_IT)
def test_what_the_source_does_not_get_wrong_is_not_found(code: str, findings: tuple[Finding, ...]) -> None:
    assert [finding.about for finding in findings if finding.rule.code == code] == []


def test_wrong_numbers_name_both_places_and_the_right_number(findings: tuple[Finding, ...]) -> None:
    wrong = {f.about: f for f in findings if f.rule.code == "PT304"}
    assert wrong["1.1"].suggestion == "1.1.3"
    assert wrong["1.1"].related[0].file.startswith("3-finansiering/3.1")
    assert wrong["3.2"].values["ids"] == ("3.1.1", "3.1.2", "3.1.3")
    for finding in findings:
        if finding.rule.code in ("PT401", "PT403"):
            assert finding.where.file.startswith("3-finansiering/3.1")
            assert finding.related[0].file.startswith(("3-finansiering/3.2", "1-kunskap/1.1"))
