"""What the rules on agreement, mandate and words find in the plan as its source has it: these and no others."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plantrack.checks import check_plan
from plantrack.store.folder import load

FAULTY = Path(__file__).parent / "faulty"
FOUND = check_plan(load(FAULTY, date(2015, 12, 31))).findings

EXPECTED = {
    "PT801": {"1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3"},
    "PT802": set(),
    "PT803": {"jamstalldhet", "mangfald"},
    "PT804": {"2013-04-ks.2"},
    "PT805": {"af", "fk", "CRS", "SoL"},
    "PT806": {"3.1.m3"},
    "PT807": set(),
    "PT808": {"2.1.1"},
    "PT809": {"2.2.1"},
}


@pytest.mark.parametrize("code", EXPECTED)
def test_exactly_these_are_found(code: str) -> None:
    about = [finding.about for finding in FOUND if finding.rule.code == code]
    assert set(about) == EXPECTED[code]
    assert len(about) == len(EXPECTED[code])


def test_abbreviation_is_named() -> None:
    assert [finding.values["word"] for finding in FOUND if finding.rule.code == "PT806"] == ["NKI"]


def test_both_of_a_pair_are_named() -> None:
    assert [finding.values["other"] for finding in FOUND if finding.rule.code == "PT809"] == ["3.1.2"]


def test_nothing_is_found_where_nobody_has_answered() -> None:
    assert [finding.rule.code for finding in FOUND if finding.rule.code.startswith("PT9")] == []
