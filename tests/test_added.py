"""What came into the plan later is not missing from the rounds before it was there."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from followup_plans import activity, criterion, day, indicator, plan, step, submission

from plantrack.cli import run
from plantrack.followup.standings import stand, stand_on
from plantrack.model.goal import Added, Goal
from plantrack.plan import Plan

SHOW_PIECE = Path(__file__).parent.parent / "examples" / "nordvik"
LATER = Added(date=day("2015-04-22"))


def made(*submissions: Any, **more: Any) -> Plan:
    """1.1.1 and its criterion were there from the start; the rest of the second came on 22 April 2015."""
    first = activity(lead=("fof",), steps={"1.1.1.a": step(), "1.1.1.b": step(added=LATER)})
    return plan(
        {"1.1.1": first, "1.1.2": activity(lead=("fof",), added=LATER)},
        *submissions,
        criteria={"1.1.k1": criterion(), "1.1.k2": criterion(added=LATER)},
        indicators={"1.1.m1": indicator(follow_up=("fof",)), "1.1.m2": indicator(follow_up=("fof",), added=LATER)},
        **more,
    )


def test_a_round_before_it_neither_asks_about_it_nor_counts_it() -> None:
    before, after = stand(made(), "2014"), stand(made(), "2015")
    assert (before.total.total, after.total.total) == (1, 2)
    assert before.asked["fof"] == ("1.1.1", "1.1.m1")
    assert set(after.asked["fof"]) == {"1.1.1", "1.1.2", "1.1.m1", "1.1.m2"}
    assert list(before.activities) == ["1.1.1"]
    assert list(before.steps) == ["1.1.1.a"]
    assert list(before.criteria) == ["1.1.k1"]
    assert list(before.indicators) == ["1.1.m1"]
    assert list(after.steps) == ["1.1.1.a", "1.1.1.b"]


def test_it_is_there_from_its_own_day_on() -> None:
    assert "1.1.2" not in stand_on(made(), day("2015-04-21")).activities
    assert "1.1.2" in stand_on(made(), day("2015-04-22")).activities


def test_a_goal_that_came_later_brings_all_that_is_in_it() -> None:
    said = submission("fof", "2014-11-20", {"1.1.1": "ongoing"})
    subject = plan({"1.1.1": activity()}, said, goal={"added": LATER})
    before = stand(subject, "2014")
    assert before.total.total == 0
    assert not before.goals
    assert stand(subject, "2015").total.total == 1


def test_a_plan_to_which_nothing_came_is_the_plan_itself() -> None:
    subject = plan({"1.1.1": activity()})
    assert subject.on(day("2014-01-01")) is subject
    assert made().on(day("2015-04-22")) == made()


def test_the_plan_itself_is_left_as_it_was() -> None:
    subject = made()
    subject.on(day("2014-12-31"))
    assert subject == made()
    assert isinstance(subject.goals["1.1"], Goal)
    assert set(subject.activities) == {"1.1.1", "1.1.2"}


@pytest.fixture
def festival(tmp_path: Path) -> Path:
    """The example, where the joint festival came in with the decision that made it."""
    folder = tmp_path / "nordvik"
    shutil.copytree(SHOW_PIECE, folder)
    return folder


def typed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[int, str]:
    monkeypatch.setattr(sys, "argv", ["plantrack", *arguments])
    capsys.readouterr()
    code = run([*arguments])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_reports_and_status_say_that_it_was_not_there_yet(
    festival: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def say(*arguments: str) -> str:
        return typed(capsys, monkeypatch, *arguments, "--plan", str(festival))[1]

    assert typed(capsys, monkeypatch, "check", str(festival))[0] == 0
    report = say("report", "2014", "-o", "-")
    assert "En gemensam festival" not in report
    assert "31 aktiviteter" in report
    report = say("report", "2015", "-o", "-")
    assert "Nya i planen sedan 2014: 1.3.3, 3.2.4, 4.1.4, 4.1.5" in report
    rows = [line for line in report.splitlines() if line.startswith("| 1.3.3 | En gemensam festival")]
    assert any("| *fanns inte än* | ◐ pågår" in row for row in rows)
    assert "nya i planen: 1.3.3, 3.2.4 och 2 till" in say("status", "--round", "2015")
    assert "1.3.3" not in say("status", "1.3", "--round", "2014")
    code, said = typed(capsys, monkeypatch, "status", "1.3.3", "--round", "2014", "--plan", str(festival))
    assert code == 2
    assert "2015-04-20" in said


@pytest.mark.parametrize("command", [("due",), ("round", "status", "2014"), ("show", "1.3.3"), ("show", "1.3")])
def test_a_day_before_it_stops_no_command(
    festival: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    code, said = typed(capsys, monkeypatch, *command, "--on", "2014-12-01", "--plan", str(festival))
    assert code == 0, said
