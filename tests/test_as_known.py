"""As things were (``--on``) and as was known (``--rev``) combine freely, and ``--rev`` reads git alone."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from desk import Desk, Said

from plantrack.followup.standings import stand_on
from plantrack.store.folder import load

EARLY, LATE = "2015-06-30", "2015-12-31"
THEN, NOW = "known-in-june", ""
BACKDATED = """\
by: ksf
date: 2015-03-02
round: 2015
answers:
  1.2.1:
    status: not_started
    comment: Kom in i efterhand.
"""
ALL = [(EARLY, THEN), (EARLY, NOW), (LATE, THEN), (LATE, NOW)]
"""Day and revision: as it was then by what was known then, and so on."""


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The invented plan; an answer of March 2015 was put into git only after the tag of June."""
    made = Desk(tmp_path, capsys, monkeypatch)
    made.git("commit", "-q", "--amend", "--no-edit", day="2015-06-30")
    made.git("tag", THEN)
    (made.plan / "progress" / "2015" / "2015-03-02-ksf-9z9z.yaml").write_text(BACKDATED, encoding="utf-8")
    made.commit("An answer that came late", day="2016-02-01")
    return made


def asked(desk: Desk, *command: str, on: str = LATE, rev: str = "") -> Said:
    said = desk.type(*command, "--on", on, *(("--rev", rev) if rev else ()))
    assert said.code == 0, said
    return said


@pytest.mark.parametrize(
    "command",
    [("status",), ("show", "1.2.1"), ("show", "1.2.1", "--history"), ("report", "2015", "--format", "json")],
    ids=" ".join,
)
def test_the_day_and_the_revision_combine_freely(desk: Desk, command: tuple[str, ...]) -> None:
    told = {each: asked(desk, *command, on=each[0], rev=each[1]).out for each in ALL}
    assert len(set(told.values())) == 4


def test_what_was_known_is_not_what_was_so(desk: Desk) -> None:
    def status(on: str, rev: str) -> str:
        return asked(desk, "status", "1.2.1", on=on, rev=rev).out

    assert "ongoing" in status(EARLY, THEN), "the answer of the round before is the last that was known"
    assert "not started" in status(EARLY, NOW), "it is known by now"
    assert "paused" in status(LATE, THEN)
    assert "paused" in status(LATE, NOW)
    assert "Kom in i efterhand" in asked(desk, "show", "1.2.1").out
    assert "Kom in i efterhand" not in asked(desk, "show", "1.2.1", rev=THEN).out


COMMANDS = [
    ("report", "2015", "-o", "-"),
    ("report", "2015", "--format", "json", "--sources"),
    ("status",),
    ("show", "1.1.1", "--why"),
    ("show", "1.1.1", "--history"),
]


def test_the_working_tree_is_never_read(desk: Desk) -> None:
    before = [asked(desk, *command, rev=THEN).out for command in COMMANDS]
    for file in sorted(desk.plan.rglob("*.yaml")):
        file.write_text("nonsense: [\n", encoding="utf-8")
    (desk.plan / "templates").mkdir()
    (desk.plan / "templates" / "report.html.j2").write_text("mine", encoding="utf-8")
    assert [asked(desk, *command, rev=THEN).out for command in COMMANDS] == before
    shutil.rmtree(desk.plan)
    assert [asked(desk, *command, rev=THEN).out for command in COMMANDS] == before, "git knows the folder too"


def test_a_plan_that_only_git_knows_is_found_by_its_path(desk: Desk) -> None:
    before = asked(desk, "status", rev=THEN).out
    desk.git("mv", "plan", "moved")
    desk.commit("The plan has moved")
    assert asked(desk, "status", "--plan", "plan", rev=THEN).out == before
    assert asked(desk, "status", "--plan", ".", rev=THEN).out == before
    assert asked(desk, "status", "--plan", "plan/plan.yaml", rev=THEN).out == before
    missing = desk.type("status", "--plan", "elsewhere", "--rev", THEN)
    assert missing.code == 2
    assert "There was no plan in this folder at revision" in missing.err


def test_it_says_which_revision_it_shows(desk: Desk) -> None:
    commit = desk.git("rev-parse", THEN).strip()
    day = desk.git("show", "-s", "--format=%cI", THEN)[:10]
    first = asked(desk, "show", "1.1.1", rev=THEN).out.splitlines()[0]
    assert first.startswith(f"As was known at {THEN} (revision {commit[:12]}, {day}).")
    assert "As was known" not in asked(desk, "show", "1.1.1").out


def test_lines_are_those_of_the_revision(desk: Desk) -> None:
    goal = desk.plan / "1-kunskap" / "1.2-utbildning.yaml"
    before = asked(desk, "show", "1.2.1", rev=THEN).out
    goal.write_text("\n\n\n" + goal.read_text(encoding="utf-8"), encoding="utf-8")
    desk.commit("Three lines more")
    assert asked(desk, "show", "1.2.1", rev=THEN).out == before
    line = next(each for each in before.splitlines() if each.startswith("Stands in")).rpartition(":")[2]
    now = asked(desk, "show", "1.2.1").out
    assert f"1.2-utbildning.yaml:{int(line) + 3}" in now


@pytest.mark.parametrize("command", [("status",), ("show", "1.1.1"), ("report", "2015")], ids=" ".join)
def test_a_revision_that_cannot_be_read_is_one_sentence(desk: Desk, command: tuple[str, ...]) -> None:
    for revision in ("nowhere", "--all", "HEAD~99", "plan/plan.yaml", ":/", "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"):
        said = desk.type(*command, f"--rev={revision}")
        assert said.code == 2
        assert f"git knows no version “{revision}” of the plan" in said.err
        assert not said.out


def test_outside_git_there_is_no_revision(desk: Desk) -> None:
    shutil.rmtree(desk.folder / ".git")
    said = desk.type("status", "--rev", "HEAD")
    assert said.code == 2
    assert said.err == "plantrack: The plan is in no git repository, so it has no revision “HEAD”.\n"


def test_history_knows_no_more_than_the_revision(desk: Desk) -> None:
    answer = next(each for each in desk.submissions("2015") if "kof" in each.name)
    answer.write_text(answer.read_text(encoding="utf-8") + "# rättat\n", encoding="utf-8")
    desk.commit("Changed", day="2016-03-03")
    assert "2016-03-03" in asked(desk, "show", "1.1.1", "--history").out
    assert "2016-03-03" not in asked(desk, "show", "1.1.1", "--history", rev=THEN).out


def test_the_tab_key_offers_tags_and_branches(desk: Desk) -> None:
    from test_completion import tab

    desk.git("tag", "known-in-december", "-m", "Inför rapporten")
    assert tab("plantrack status --rev kn", folder=desk.plan)[:2] == [
        "known-in-december\tInför rapporten",
        f"{THEN}\tThe plan",
    ]
    assert tab("plantrack report 2015 --rev ma", folder=desk.folder) == ["main\tAn answer that came late"]


def test_without_git_the_tab_key_offers_nothing(tmp_path: Path) -> None:
    from test_completion import tab

    assert tab("plantrack status --rev ", folder=tmp_path) == []


@pytest.mark.parametrize("day", ["2014-06-30", "2015-06-30", "2015-11-21", "2016-06-30"])
def test_report_on_a_day_counts_what_status_counts_on_that_day(day: str, desk: Desk) -> None:
    """What was answered later is in neither."""
    total = stand_on(load(desk.plan, date.fromisoformat(day)).plan, date.fromisoformat(day)).total
    assert desk.type("report", "--on", day, "-o", "day.json").code == 0
    told = json.loads((desk.folder / "day.json").read_text(encoding="utf-8"))["figures"]["total"]
    assert told["status"] == dict(total.statuses) and told["schedule"] == dict(total.schedules)
    text = desk.type("report", "--on", day, "--format", "md", "-o", "-").out
    later = [each for each in ("2015-12-08", "2015-11-25", "2014-12-03") if each > day]
    assert not any(f"| {each} |" in text for each in later)
