"""The next plan is started from this one: what goes on is chosen, lineage leads both ways, and nothing is made up."""

from __future__ import annotations

import csv
import io
import shutil
from datetime import date
from pathlib import Path

import pytest
from desk import Desk
from test_portfolio import ROOT, typed

from plantrack.facts import Facts
from plantrack.facts.abroad import came_of
from plantrack.store.folder import load

DAY = date(2017, 1, 31)
ON = ("--on", "2017-01-31")


@pytest.fixture(scope="module")
def rolled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example and the plan that was started from it, at a terminal's want by a table that was filled in."""
    folder = tmp_path_factory.mktemp("rolled")
    shutil.copytree(ROOT / "examples" / "nordvik", folder / "nordvik")
    header = folder / "nordvik" / "plan.yaml"
    header.write_text(header.read_text(encoding="utf-8").replace("continued_by: nordvik-2017\n", ""), encoding="utf-8")
    shutil.copytree(folder / "nordvik", folder / "before")
    shutil.move(folder / "before", folder.parent / f"{folder.name}-before")
    assert (
        typed("rollover", "--list", str(folder / "a.csv"), "--plan", str(folder / "nordvik"), *ON, "--lang", "sv").code
        == 0
    )
    text = (folder / "a.csv").read_text(encoding="utf-8-sig")
    head, *rows = csv.reader(io.StringIO(text), delimiter=";")
    for row in rows:
        cells = dict(zip(head, row, strict=True))
        match row[0]:
            case "1.1.2":
                cells |= {
                    "vad som händer": "ändras",
                    "ny lydelse (sv)": "Öppet varje kväll",
                    "ny lydelse (en)": "Open every evening",
                }
            case "3.2.2":
                cells |= {"vad som händer": "slås ihop", "slås ihop med": "3.2.4"}
            case "1.3.1":
                cells |= {"nytt id": "1.3.9"}
            case "4.2.2" | "4.2":
                cells |= {"vad som händer": "avslutas"}
        row[:] = cells.values()
    with (folder / "b.csv").open("w", encoding="cp1252", newline="") as file:  # as Excel may save it
        csv.writer(file, delimiter=";").writerows([head, *rows])
    made = typed(
        "rollover", "2017-2020", str(folder / "nordvik-2017"), "--plan", str(folder / "nordvik"), *ON,
        "--answers", str(folder / "b.csv"), "--lang", "en",
    )  # fmt: skip
    assert made.code == 0, made
    (folder / "a.csv").unlink()
    (folder / "b.csv").unlink()
    return folder


@pytest.fixture(scope="module")
def new(rolled: Path) -> Facts:
    return load(rolled / "nordvik-2017", DAY)


def test_both_plans_check_without_errors(rolled: Path) -> None:
    found = typed("check", str(rolled), *ON, "--lang", "en")
    assert found.code == 0, found
    assert "PT31" not in found.out


def test_the_old_plan_changes_by_one_line(rolled: Path) -> None:
    before, after = rolled.parent / f"{rolled.name}-before", rolled / "nordvik"
    files = sorted(each.relative_to(after).as_posix() for each in after.rglob("*") if each.is_file())
    assert files == sorted(each.relative_to(before).as_posix() for each in before.rglob("*") if each.is_file())
    changed = [each for each in files if (before / each).read_bytes() != (after / each).read_bytes()]
    assert changed == ["plan.yaml"]
    old = (before / "plan.yaml").read_text(encoding="utf-8").splitlines()
    lines = (after / "plan.yaml").read_text(encoding="utf-8").splitlines()
    assert [each for each in lines if each not in old] == ["continued_by: nordvik-2017"]
    assert len(lines) == len(old) + 1


def test_the_next_plan_shares_and_copies_nothing(new: Facts, rolled: Path) -> None:
    header = new.plan.header
    assert header.uses == ("../nordvik",)
    assert new.plan.organisations == load(rolled / "nordvik", DAY).plan.organisations
    assert not (rolled / "nordvik-2017" / "organisations.yaml").exists()
    assert (header.id, header.continues, header.implements) == ("nordvik-2017", ("nordvik-2014",), "overenskommelsen")
    assert header.title == {
        "sv": "Handlingsplan för ett öppet och tryggt Nordvik 2017–2020",
        "en": "Action plan for an open and safe Nordvik 2017–2020",
    }
    for invented in ("adopted", "made", "made_by", "reference", "text", "outlook"):
        assert not header.states(invented), invented


def test_lineage_leads_both_ways(new: Facts, rolled: Path) -> None:
    came = came_of(new.plan, "nordvik-2014")
    assert came["1.1.2"] == ("1.1.2",)
    assert came["1.3.1"] == ("1.3.9",)
    assert came["3.2.2"] == came["3.2.4"] == ("3.2.4",)
    assert "4.2.2" not in came and "1.1.1" not in came
    assert came["1.1.m3"] == ("1.1.m3",)
    assert new.plan.activities["3.2.4"].continues == ("nordvik-2014:3.2.4", "nordvik-2014:3.2.2")
    old = load(rolled / "nordvik", DAY)
    assert old.plan.header.continued_by == ("nordvik-2017",)
    assert "Goes on as nordvik-2017:1.3.9" in typed("show", "1.3.1", "--lang", "en", at=rolled / "nordvik").out
    assert typed("show", "nordvik-2014:1.3.1", "--lang", "en", at=rolled / "nordvik-2017").code == 0


def test_what_is_chosen_is_what_goes_on(new: Facts) -> None:
    plan = new.plan
    assert plan.activities["1.1.2"].title == {"sv": "Öppet varje kväll", "en": "Open every evening"}
    assert "4.2" not in plan.goals, "the goal was to end"
    assert "1.2" not in plan.goals, "nothing was left of it"
    assert set(plan.goals) == {"1.1", "1.3", "2.1", "2.2", "3.1", "3.2", "3.3", "4.1"}
    assert "3.1.4" not in plan.activities, "reported as cancelled, so it ends where nobody says otherwise"
    assert "1.1.3" not in plan.activities, "it had ended"


def test_nothing_is_decided_by_the_tool(new: Facts) -> None:
    for each in new.plan.activities.values():
        assert each.when is None and each.due is None
        assert not any(cost.amount or cost.bearers or cost.year for cost in each.cost)
        assert not each.mandate and not each.ended and not each.replaced_by
    for each in new.plan.indicators.values():
        assert not each.targets
        assert "targets" not in each.unstated or each.unstated["targets"] == "to_be_determined"
    assert new.plan.activities["2.2.2"].unstated["when"] == "to_be_determined"
    assert new.plan.activities["1.1.2"].continuous, "what goes on all the time goes on"


def test_a_baseline_is_the_last_value_and_says_that_it_is_a_proposal(new: Facts) -> None:
    share = new.plan.indicators["1.1.m3"]
    assert {point.edtf: str(value) for point, value in share.baseline.items()} == {"2016-10": "83"}
    (note,) = share.readings
    assert (note.field, note.certainty) == ("baseline", "low")
    assert note.source == {
        "sv": "Förslag, ska beslutas: det senast uppmätta värdet för 1.1.m3 i nordvik-2014, den 2016-10-31.",
        "en": "A proposal, to be decided: the last value that was measured for 1.1.m3 in nordvik-2014, on 2016-10-31.",
    }
    assert new.plan.indicators["1.1.m2"].unstated["baseline"] == "to_be_determined", "its last sum lacked a part"


def test_successors_take_over_and_nobody_is_guessed_to_lead(new: Facts, tmp_path: Path) -> None:
    assert new.plan.activities["3.1.3"].implementing == ("stadsmiljo", "fastighet")
    folder = tmp_path / "nordvik"
    shutil.copytree(ROOT / "examples" / "nordvik", folder)
    goal = folder / "3-trygg-vardag" / "3.1-ute-pa-kvallen.yaml"
    text = goal.read_text(encoding="utf-8")
    start = text.index("  3.1.3:")
    text = text[:start] + text[start:].replace("lead: nordviksbostader", "lead: tek", 1)
    goal.write_text(text, encoding="utf-8")
    assert typed("rollover", "2017-2020", str(tmp_path / "next"), "--plan", str(folder), *ON).code == 0
    graffiti = load(tmp_path / "next", DAY).plan.activities["3.1.3"]
    assert graffiti.lead == ()
    assert graffiti.responsible == ("stadsmiljo", "fastighet")


def test_the_final_report_tells_what_goes_on_and_can_be_made_again(rolled: Path, tmp_path: Path) -> None:
    plan = ("--plan", str(rolled / "nordvik"), "--lang", "en")
    assert typed("report", "2016", "-o", str(tmp_path / "r.md"), *plan).code == 0
    text = (tmp_path / "r.md").read_text(encoding="utf-8")
    assert "The plan is continued by “Action plan for an open and safe Nordvik 2017–2020” (nordvik-2017)." in text
    rows = {
        line.split(" | ")[0].strip("| "): line
        for line in text.splitlines()
        if "nordvik-2017" in line and line[0] == "|"
    }
    assert "Goes on as nordvik-2017:1.3.9" in rows["1.3.1"]
    assert "Goes on as nordvik-2017:1.1.2: Open every evening" in rows["1.1.2"]
    assert "Goes on as nordvik-2017:3.2.4: A digital meeting point" in rows["3.2.2"]
    assert "Does not go on in nordvik-2017" in rows["4.2.2"]
    same = typed("verify", str(tmp_path / "r.md"), *plan)
    assert same.code == 0, same
    goal = rolled / "nordvik-2017" / "1-motesplatser" / "1.3-kultur.yaml"
    before = goal.read_bytes()
    goal.write_bytes(before.replace(b"nordvik-2014:1.3.1", b"nordvik-2014:1.1.2"))
    differs = typed("verify", str(tmp_path / "r.md"), *plan)
    goal.write_bytes(before)
    assert differs.code == 1, "it rests on the next plan too"


def test_a_report_that_rests_on_no_other_plan_says_nothing_of_one(rolled: Path, tmp_path: Path) -> None:
    """The report of a year before the last is the same, whether the next plan is there or not."""
    shutil.copytree(rolled / "nordvik", tmp_path / "nordvik")
    for plan, name in ((tmp_path / "nordvik", "alone.md"), (rolled / "nordvik", "beside.md")):
        path = str(tmp_path / name)
        assert typed("report", "2015", "-o", path, "--only", "4.2", "--plan", str(plan), "--lang", "en").code == 0
    assert (tmp_path / "alone.md").read_bytes() == (tmp_path / "beside.md").read_bytes()
    assert b'"beside"' not in (tmp_path / "beside.md").read_bytes()


def test_an_issue_keeps_what_it_tells_of_the_next_plan(desk: Desk) -> None:
    told = desk.plan / "plan.yaml"
    period = next(line for line in told.read_text(encoding="utf-8").splitlines() if line.startswith("period:"))
    told.write_text(told.read_text(encoding="utf-8").replace(period, "period: 2014-2015"), encoding="utf-8")
    its = desk.plan / "rounds" / "2015.yaml"
    kept_lines = [line for line in its.read_text(encoding="utf-8").splitlines() if not line.startswith("closed:")]
    its.write_text("\n".join(kept_lines) + "\n", encoding="utf-8")
    started = desk.type("rollover", "2016-2019", "next", "--plan", "plan", "--on", "2015-12-31")
    assert started.code == 0, started
    closed = desk.type("round", "close", "2015", "--plan", "plan", "--on", "2016-01-29")
    issued = desk.plan / "reports" / "2015" / "issued" / "1"
    assert issued.is_dir(), closed
    kept = sorted(each.relative_to(issued / "data").as_posix() for each in (issued / "data" / "next").rglob("*.yaml"))
    assert "next/plan.yaml" in kept
    shutil.rmtree(desk.folder / "next")
    report = next(issued.glob("*.md"))
    assert "lunda-2016" in report.read_text(encoding="utf-8")
    verified = desk.type("verify", str(report), "--plan", "plan")
    assert verified.code == 0, verified


# How it is asked for.


def test_at_a_terminal_it_asks_for_each(desk: Desk) -> None:
    before = desk.type("rollover", "--list", "-", "--plan", "plan", "--on", "2015-12-31").out
    n = before.count("state:")
    assert n > 2
    answers = ("2", "In other words", *[""] * 60)
    made = desk.type("rollover", "2018-2020", "next", "--plan", "plan", "--on", "2015-12-31", answers=answers)
    assert made.code == 0, made
    titles = [each.title for each in load(desk.folder / "next", DAY).plan.activities.values()]
    assert "In other words" in titles or any("In other words" in str(each) for each in titles)


def test_what_was_answered_is_not_lost(desk: Desk) -> None:
    stopped = desk.type("rollover", "2018-2020", "next", "--plan", "plan", "--on", "2015-12-31", answers=("4",))
    assert stopped.code == 1
    assert "Nothing was written." in stopped.out
    assert not (desk.folder / "next").exists()
    table = stopped.out[stopped.out.index("# Kept in a file") :]
    (desk.folder / "answers.yaml").write_text(table, encoding="utf-8")
    made = desk.type(
        "rollover", "2018-2020", "next", "--plan", "plan", "--on", "2015-12-31", "--answers", "answers.yaml"
    )
    assert made.code == 0, made
    assert "Does not go on:" in made.out


def test_dry_run_writes_nothing(desk: Desk) -> None:
    found = desk.type("rollover", "2018-2020", "next", "--plan", "plan", "--on", "2015-12-31", "--dry-run")
    assert found.code == 0
    assert "would lie in next" in found.out
    assert desk.changed() == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("2018-2020", "plan"), "is there already"),
        (("2018-2020", "plan/next"), "lies in the folder of this plan"),
        (("soon", "next"), "no time with a first and a last year"),
        (("2014-2020", "next"), "does not come after"),
        (("2018-2020",), "in which folder"),
        (("2018-2020", "next", "--id", "a b"), "cannot be the id"),
        (("2018-2020", "next", "--answers", "no.yaml"), "no file no.yaml"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(desk: Desk, arguments: tuple[str, ...], says: str) -> None:
    found = desk.type("rollover", *arguments, "--plan", "plan", "--on", "2015-12-31")
    assert (found.code, desk.changed()) == (2, [])
    assert says in found.err


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("9.9.9:\n  what becomes of it: ends\n", "no activity or goal"),
        ("{open}:\n  what becomes of it: is merged\n", "Say into which activity"),
        ("{open}:\n  what becomes of it: is merged\n  merged into: 9.9.9\n", "no activity that goes on"),
        ("{open}:\n  what becomes of it: perhaps\n", "It can be:"),
        ("{open}:\n  new id: 7.7.7\n", "must begin with"),
        ("nothing: here\n", "holds no table"),
    ],
)
def test_choices_that_do_not_go_together_are_refused(desk: Desk, row: str, says: str) -> None:
    listed = desk.type("rollover", "--list", "-", "--plan", "plan", "--on", "2015-12-31").out
    first = next(line for line in listed.splitlines() if not line.startswith((" ", "#"))).rstrip(":")
    (desk.folder / "a.yaml").write_text(row.format(open=first), encoding="utf-8")
    found = desk.type("rollover", "2018-2020", "next", "--plan", "plan", "--on", "2015-12-31", "--answers", "a.yaml")
    assert found.code == 2, found
    assert says in found.err
    assert not (desk.folder / "next").exists()


def test_a_plan_that_cannot_be_read_whole_is_not_continued(desk: Desk) -> None:
    goal = next((desk.plan / "1-kunskap").glob("1.*.yaml"))
    goal.write_bytes(b"\xff\xfe\x00")
    found = desk.type("rollover", "2018-2020", "next", "--plan", "plan", "--on", "2015-12-31")
    assert found.code == 2
    assert "would not go on" in found.err
