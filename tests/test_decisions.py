"""``decisions``: the register, one decision whole, mandates; and ``decisions add``, which writes all or nothing."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from desk import ROOT, SHOW_PIECE, Desk, Said

from plantrack.cli import run

PLAN = ROOT / "plan"
ADD = ("decisions", "add", "--date", "2016-06-07", "--body", "ks", "--kind", "revise", "--title", "Ny tid")
Type = Callable[..., Said]


@pytest.fixture
def type_(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Type:
    """Types a command about a plan that nothing is written in."""
    monkeypatch.setenv("PLANTRACK_LANG", "en")

    def typed(*arguments: str, plan: Path = SHOW_PIECE) -> Said:
        capsys.readouterr()
        code = run([*arguments, "--plan", str(plan)])
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return typed


def ids(said: Said) -> list[str]:
    return [each["id"] for each in json.loads(said.out)["decisions"]]


# --- the register


def test_the_register_is_newest_first_and_as_exact_as_the_dates_are(type_: Type) -> None:
    said = type_("decisions", plan=PLAN)
    rows = [line.split()[:2] for line in said.out.splitlines() if line[:2] == "20"]
    assert [date for date, _id in rows] == ["2017-06-09", "2017-06-09", "2016-11", "2014-02-05", "2013-04", "2012-05"]
    assert "Adopted the plan; holds the plan to what was adopted" in said.out
    assert "Mandate with 2 items" in said.out


def test_a_row_says_what_it_did_and_what_it_touched(type_: Type) -> None:
    said = type_("decisions", "--format", "md", "--kind", "revise", "--period", "2015")
    [row] = [line for line in said.out.splitlines() if line.startswith("| 2015")]
    assert "§ 88, KLK-2015-00103" in row.replace("\u00a0", " ")
    assert "changed: 1.2.1, 2.2.m1, 4.2.3" in row
    assert "ended: 1.3.2, 2.2.3, 3.2.3, 3.3.2, 4.1.3" in row
    assert "brought in: 1.3.3, 3.2.4, 4.1.4, 4.1.5" in row
    assert "Editorial: wording only" in type_("decisions", "--about", "1.2.3").out


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (("--body", "KF", "--period", "2014"), ["2014-11-24-kf", "2014-09-15-kf", "2014-01-27-kf"]),
        (("--kind", "adoption"), ["2014-01-27-kf"]),
        (("--kind", "adopt", "--kind", "antagande"), ["2014-01-27-kf"]),
        (("--about", "1.2", "--period", "..2015-03"), ["2014-10-13-ks", "2014-06-16-ks"]),
        (("--about", "2013-03-18-ks.3"), ["2015-06-15-kf-bidrag", "2014-10-13-ks", "2013-03-18-ks"]),
        (("--about", "nordvik-2014:3.1.2"), ["2015-06-15-kf"]),
    ],
)
def test_filters(type_: Type, asked: tuple[str, ...], found: list[str]) -> None:
    assert ids(type_("decisions", *asked, "--format", "json")) == found


def test_what_was_decided_after_the_day_is_not_there_and_is_counted(type_: Type) -> None:
    said = type_("decisions", "--on", "2014-06-30")
    assert "3 decisions, newest first. 11 taken after 2014-06-30 are not shown." in said.out


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("--kind", "wish"), "adoption"),
        (("--about", "9.9.9"), "9.9.9"),
        (("--period", "sometimes"), "sometimes"),
        (("--body", "kx"), "kx"),
        (("2014-01-27-kx",), "2014-01-27-kf"),
        (("2014-01-27-kf", "--kind", "adopt"), "not both"),
    ],
)
def test_mistakes_get_one_sentence(type_: Type, asked: tuple[str, ...], words: str) -> None:
    said = type_("decisions", *asked)
    assert (said.code, said.out) == (2, "")
    assert words in said.err


# --- one decision


def test_one_decision_tells_what_it_changed_in_words(type_: Type) -> None:
    said = type_("decisions", "2014-10-13-ks").out
    assert "When: postponed by 6 months" in said
    assert "autumn 2014" in said and "spring 2015" in said
    assert "The procurement was appealed." in said
    assert "2013-03-18-ks.3" in said and "Report back: postponed by 6 months" in said
    assert "Department for the Urban Environment" in type_("decisions", "2015-06-15-kf").out


def test_what_was_never_carried_out_is_said(desk: Desk) -> None:
    file = desk.plan / "decisions" / "2015-05-20-ks.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("to: ksf", "to: radet"), encoding="utf-8")
    said = desk.type("decisions", "2015-05-20-ks")
    assert "Decided, and not carried out in the plan" in said.out
    assert "lead was to become “radet”, and the plan says something else" in said.out
    [undone] = json.loads(desk.type("decisions", "2015-05-20-ks", "--format", "json").out)["decisions"][0][
        "not_carried_out"
    ]
    assert undone == {"id": "1.2.1", "field": "lead", "to": "radet"}


# --- mandates


def test_the_item_that_no_activity_answers_and_both_months_are_seen(type_: Type) -> None:
    said = type_("decisions", "--mandates", "2013-04-ks.2", plan=PLAN).out
    assert "Nothing answers one item" in said
    assert "✗ nothing: no activity, no goal, no decision" in said
    assert "2014-01 ▲ overdue" in said
    assert "brought forward by 1 month: 2014-02 → 2014-01" in said
    assert "Sources disagree    Planen säger att uppdraget återrapporteras i februari 2014." in said
    assert "not declared completed" in said


def test_formal_closure_is_apart_from_how_the_work_stands(type_: Type) -> None:
    found = {
        each["id"]: each
        for each in json.loads(type_("decisions", "--mandates", "--format", "json").out)["mandate_items"]
    }
    assert found["2013-03-18-ks.2"]["declared_completed_by"] == "2016-03-14-ks"
    assert found["2013-03-18-ks.2"]["answered_by"]["things"] == ["1.2.1"]
    moves = [(each["from"], each["to"], each["by"]) for each in found["2013-03-18-ks.3"]["report_back_moves"]]
    assert moves == [("2014-12", "2015-06", "2014-10-13-ks")]
    assert found["2013-03-18-ks.4"]["unanswered"] and found["2013-03-18-ks.4"]["overdue"]
    early = type_("decisions", "--mandates", "2013-03-18-ks.2", "--on", "2015-06-30").out
    assert "not declared completed" in early and "overdue" not in early
    assert "◐ ongoing" in early


# --- a new decision


def test_a_decision_changes_the_plan_with_it(desk: Desk) -> None:
    said = desk.type(*ADD, "--section", "§ 9", "--changes", "1.1.2", "when", "våren 2016", "--why", "Det dröjde")
    assert said.code == 0, said
    assert desk.changed() == ["plan/1-kunskap/1.1-information.yaml", "plan/decisions/2016-06-07-ks.yaml"]
    text = (desk.plan / "decisions" / "2016-06-07-ks.yaml").read_text(encoding="utf-8")
    before = desk.git("show", "HEAD:plan/1-kunskap/1.1-information.yaml")
    assert "section: § 9\n" in text
    assert "about: 1.1.2\nchanges:\n  1.1.2:\n    when:\n      from: " in text
    assert "      to: våren 2016\n      why: Det dröjde\n" in text
    changed = desk.git("diff", "-U0", "--", "plan/1-kunskap").splitlines()
    assert [line for line in changed if line[:1] == "+" and line[:3] != "+++"] == ["+    when: våren 2016"]
    kept = (desk.plan / "1-kunskap" / "1.1-information.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line in before.splitlines() if line not in kept and "when" not in line] == []
    assert desk.type("check", "--on", "2016-06-08").code == 0


def test_several_changes_in_several_files_and_organisations_by_name(desk: Desk) -> None:
    said = desk.type(
        *ADD, "--changes", "1.2.1", "lead", "Kultur- och fritidsförvaltningen", "--changes", "2013-06-ks.2", "report_back",
        "2016-09", "--why", "1.2.1=De vill",
    )  # fmt: skip
    assert said.code == 0, said
    text = (desk.plan / "decisions" / "2016-06-07-ks.yaml").read_text(encoding="utf-8")
    assert "        from: ksf\n        to: kof\n" in text.replace(
        "      from: ksf\n      to: kof\n", "        from: ksf\n        to: kof\n"
    )
    assert "from: 2016-03\n      to: 2016-09\n" in text
    assert text.count("why: De vill") == 1
    assert "report_back: 2016-09" in (desk.plan / "decisions" / "2013-06-ks.yaml").read_text(encoding="utf-8")


def test_a_line_that_was_changed_first_is_not_told_as_no_change(desk: Desk) -> None:
    goal = desk.plan / "1-kunskap" / "1.1-information.yaml"
    assert desk.type(*ADD, "--changes", "1.1.2", "when", "våren 2016").code == 0
    (desk.plan / "decisions" / "2016-06-07-ks.yaml").unlink()
    changed = goal.read_bytes()
    for beside in ((), ("--only-decision",)):
        said = desk.type(*ADD, "--changes", "1.1.2", "when", "våren 2016", *beside)
        assert said.code == 2, said
        assert "The plan says “våren 2016” for when of 1.1.2 already" in said.err
    assert goal.read_bytes() == changed and not (desk.plan / "decisions" / "2016-06-07-ks.yaml").exists()


def test_only_the_decision_and_which_line_to_change(desk: Desk) -> None:
    said = desk.type(*ADD, "--changes", "1.2.1", "lead", "kof", "--only-decision")
    assert said.code == 0, said
    assert desk.changed() == ["plan/decisions/2016-06-07-ks.yaml"]
    [line] = [each.strip() for each in said.out.splitlines() if ".yaml:" in each and "lead: kof" in each]
    file, number, *_rest = line.split(":")
    assert "lead" in (desk.folder / file).read_text(encoding="utf-8").splitlines()[int(number) - 1]


def test_an_ending_ends_what_it_is_about(desk: Desk) -> None:
    said = desk.type(*ADD[:6], "--kind", "end", "--title", "Utgår", "--about", "2.1.1", "--text", "Pengarna tog slut")
    assert said.code == 0, said
    goal = (desk.plan / "2-motesplatser" / "2.1-lokaler.yaml").read_text(encoding="utf-8")
    assert "ended:\n      date: 2016-06-07\n      decision: 2016-06-07-ks\n      reason: Pengarna tog slut\n" in goal
    assert desk.type("check", "--on", "2016-06-08").code == 0


def test_a_mandate_and_its_formal_closure(desk: Desk) -> None:
    assert desk.type(
        *ADD[:6], "--kind", "uppdrag", "--title", "Nytt uppdrag", "--item", "ksf + radet: Ta fram en ny plan.",
        "--report-back", "2016-12",
    ).code == 0  # fmt: skip
    text = (desk.plan / "decisions" / "2016-06-07-ks.yaml").read_text(encoding="utf-8")
    assert "items:\n  2016-06-07-ks.1:\n    to: ksf\n    with: radet\n    text: Ta fram en ny plan.\n" in text
    closing = ("--kind", "declare_completed", "--title", "Fullgjort", "--answers", "2016-06-07-ks.1")
    assert desk.type(*ADD[:6], "--section", "§ 10", *closing).code == 0
    closed = (desk.plan / "decisions" / "2016-06-07-ks.yaml").read_text(encoding="utf-8")
    assert "    completed: 2016-06-07-ks-10\n" in closed, "a second decision of the day has its section in its id"
    said = desk.type("decisions", "--mandates", "2016-06-07-ks.1")
    assert "declared completed: 1" in said.out


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--changes", "1.1.2", "wen", "2015"), "Did you mean “when”?"),
        (("--changes", "1.1.2", "when", "perhaps"), "perhaps"),
        (("--changes", "1.1.9", "when", "2015"), "1.1.9"),
        (("--changes", "1.1.2", "when"), "After each --changes"),
        (("--changes", "1.1.2", "when", "2015", "--changes", "1.1.2", "when", "2016"), "stands twice"),
        (("--changes", "1.1.2", "cost", "200 000"), "is a block"),
        (("--answers", "2013-06-ks.7"), "2013-06-ks.7"),
        (("--item", "Do it"), "who and what"),
        (("--about", "7.7"), "7.7"),
        (("--id", "2015-05-20-ks"), "already"),
        (("--id", "a/b"), "cannot be the name of a file"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(desk: Desk, more: tuple[str, ...], words: str) -> None:
    said = desk.type(*ADD, *more)
    assert said.code == 2
    assert words in said.err
    assert desk.changed() == []


@pytest.mark.parametrize("more", [("--text", "Skriv till anna.berg@lunda.example"), ("--id", "con")])
def test_what_the_rules_refuse_is_not_written_at_all(desk: Desk, more: tuple[str, ...]) -> None:
    said = desk.type(*ADD, *more, "--changes", "1.1.2", "when", "2016")
    assert said.code == 1
    assert "Nothing was written: the rules find an error." in said.out
    assert desk.changed() == []


def test_the_plans_own_file_is_changed_too(desk: Desk) -> None:
    said = desk.type(*ADD, "--changes", "lunda-2014", "period", "2014-2017")
    assert said.code == 0, said
    assert "period: 2014-2017\n" in (desk.plan / "plan.yaml").read_text(encoding="utf-8")
    assert desk.type("check", "--on", "2016-06-08").code == 0


def test_a_trial_writes_nothing(desk: Desk) -> None:
    said = desk.type(*ADD, "--changes", "1.1.2", "when", "2016", "--dry-run")
    assert said.code == 0
    assert "Would write plan/decisions/2016-06-07-ks.yaml:" in said.out
    assert "Would change plan/1-kunskap/1.1-information.yaml:" in said.out
    assert desk.changed() == []


def test_a_decision_is_not_dated_ahead(desk: Desk) -> None:
    said = desk.type("decisions", "add", "--date", "2999-01-01", "--kind", "note", "--title", "Noteras")
    assert said.code == 2


ANSWERS = (
    "kanske", "2016-06-07", "Kommunstyrelsen", "5", "Ny tid", "§ 12", "", "Mer tid.",
    "1.1.9", "1.1.2", "wen", "when", "perhaps", "våren 2016", "Det dröjde", "", "", "y",
)  # fmt: skip


def test_it_asks_at_a_terminal(desk: Desk) -> None:
    said = desk.type("decisions", "add", answers=ANSWERS)
    assert said.code == 0, said
    assert "Now: " in said.out
    text = (desk.plan / "decisions" / "2016-06-07-ks.yaml").read_text(encoding="utf-8")
    assert "kind: move_deadline\ntitle: Ny tid\ntext: Mer tid.\n" in text
    assert "to: våren 2016\n      why: Det dröjde\n" in text


def test_what_was_typed_is_not_lost(desk: Desk) -> None:
    said = desk.type("decisions", "add", answers=ANSWERS[:15])
    assert said.code == 1
    assert desk.changed() == []
    [command] = [line.strip() for line in said.out.splitlines() if line.strip().startswith("plantrack decisions add")]
    assert desk.type(*shlex.split(command)[1:]).code == 0
    assert (desk.plan / "decisions" / "2016-06-07-ks.yaml").exists()


def test_the_help_of_the_group_is_one_page(type_: Type) -> None:
    run(["decisions", "--help"])
    said = type_("decisions", "--help").out
    assert said.startswith("Use: plantrack decisions [ID] [...]")
    assert "--mandates" in said and "add " in said
