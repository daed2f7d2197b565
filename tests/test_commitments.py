"""``commitments``: coverage both ways, what holds for the whole plan, principles, and how what answers stands."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from desk import ROOT, SHOW_PIECE, Desk, Said

from plantrack.cli import run

PLAN = ROOT / "plan"
Type = Callable[..., Said]


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    """What is known of the invented show-piece's commitments at the end of 2016."""
    from contextlib import redirect_stdout
    from io import StringIO

    out = StringIO()
    with redirect_stdout(out):
        assert (
            run(["commitments", "--plan", str(SHOW_PIECE), "--round", "2016", "--format", "json", "--lang", "en"]) == 0
        )
    data: dict[str, Any] = json.loads(out.getvalue())
    return data


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


def test_what_answers_each_and_what_none(found: dict[str, Any]) -> None:
    by_id = {each["id"]: each for each in found["commitments"]}
    assert (by_id["moten"]["themes"], by_id["moten"]["goals"]) == (["1"], ["1.1", "1.3"])
    assert found["unanswered"] == ["ideell-tid"]
    assert found["goals_without"] == []


def test_a_theme_speaks_for_its_goals_only_where_none_of_them_does(desk: Desk) -> None:
    theme = desk.plan / "2-motesplatser" / "theme.yaml"
    theme.write_text(theme.read_text(encoding="utf-8").replace("[platser]", "[platser, insyn]"), encoding="utf-8")
    told = json.loads(desk.type("commitments", "--format", "json").out)
    goals = {each["id"]: each for each in told["goals"]}
    assert (goals["2.1"]["own"], goals["2.1"]["by_theme"]) == (["platser"], ["insyn"])
    by_id = {each["id"]: each for each in told["commitments"]}
    assert by_id["insyn"]["stands"]["activities"] == by_id["platser"]["stands"]["activities"]
    assert told["goals_without"] == ["1.2"]
    said = desk.type("commitments").out
    assert "Våra beslut går att följa. (said of the theme)" in said
    assert "One goal names no commitment" in said


def test_counts_add_up_to_the_activities_that_answer(found: dict[str, Any]) -> None:
    for each in found["commitments"]:
        stands = each["stands"]
        assert sum(stands["statuses"].values()) == stands["counted"]
        assert stands["counted"] + sum(stands["left_out"].values()) == len(stands["activities"])
    by_id = {each["id"]: each["stands"] for each in found["commitments"]}
    assert by_id["oppna-lokaler"]["statuses"] == {"completed": 3}


def test_how_it_stood_in_an_earlier_round(type_: Type) -> None:
    said = json.loads(type_("commitments", "oppna-lokaler", "--round", "2014", "--format", "json").out)
    assert said["round"] == "2014"
    assert said["commitments"][0]["stands"]["statuses"] != {"completed": 3}
    assert type_("commitments", "--round", "someday").code == 2


def test_what_holds_for_the_whole_plan_theme_by_theme(found: dict[str, Any], type_: Type) -> None:
    assert found["across"]["jamlikhet"] == {"1": ["1.3"], "2": ["2.2"], "3": [], "4": []}
    said = type_("commitments").out
    [row] = [line for line in said.splitlines() if line.startswith("3 Everyday safety")]
    assert row.split()[-2:] == ["nothing", "nothing"]


def test_principles_with_their_commitments(found: dict[str, Any]) -> None:
    assert found["principles"]["p2"] == ["ungas-rost", "larande"]


def test_the_agreement_and_how_often_it_is_followed_up(type_: Type) -> None:
    said = type_("commitments").out
    assert "every year" in said
    assert "9 of 10 answered in the plan" in said


def test_one_commitment_whole(type_: Type) -> None:
    said = type_("commitments", "jamlikhet", "--round", "2016").out
    assert "1.3 Culture reaches all of the municipality" in said
    assert "p4 Equal worth" in said
    assert type_("commitments", "jamlik").code == 2
    assert "jamlikhet" in type_("commitments", "jamlik").err


def test_the_real_plan_cites_none_and_says_so(type_: Type) -> None:
    said = type_("commitments", plan=PLAN).out
    assert "0 of 2 answered in the plan" in said
    assert "9 goals name no commitment" in said
    assert said.count("holds for the whole plan; nothing refers to it") == 2
    assert "Integritet och oberoende" in said


def test_a_plan_without_an_agreement(desk: Desk) -> None:
    (desk.plan / "agreement.yaml").unlink()
    said = desk.type("commitments")
    assert (said.code, "No agreement with commitments is recorded." in said.out) == (0, True)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the report, in Markdown."""
    file = tmp_path_factory.mktemp("report") / "r.md"
    assert run(["report", "2016", "--plan", str(SHOW_PIECE), "--lang", "en", "-o", str(file)]) == 0
    return file.read_text(encoding="utf-8").partition("## Commitments and mandates")[2].partition("\n## ")[0]


def test_the_report_tells_it_both_ways(report: str) -> None:
    assert "**The goals, with the commitments that each answers**" in report
    assert "**The commitments that hold for the whole plan, with what in each theme refers to them**" in report
    assert "**The principles of the agreement, with the commitments that belong to each**" in report
    assert "| 3 ● completed |" in report


def test_the_report_tells_that_a_report_back_was_moved(report: str) -> None:
    assert "| 2015-06<br>*(was 2014-12)* |" in report
