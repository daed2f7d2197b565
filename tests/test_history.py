"""What was ever said of a thing stays readable, and a day that was set back is seen beside the day in git."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from plantrack.cli import run
from plantrack.facts.basis import basis_of, combined
from plantrack.store.committed import NO_GIT, NO_REPOSITORY, SHALLOW, Committed, history
from plantrack.store.folder import load

WHO = {f"GIT_{who}_{what}": "prov@prov.invalid" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
GOAL = "1-gemenskap/1.1-motesplatser.yaml"
ANSWER = """\
by: {by}
date: {day}
round: 2015
{more}answers:
  1.1.1:
    status: {status}
    comment: {comment}
"""

Type = Callable[..., str]


def git(folder: Path, *arguments: str, on: str = "2015-11-20") -> None:
    days = {"GIT_AUTHOR_DATE": f"{on}T12:00:00Z", "GIT_COMMITTER_DATE": f"{on}T12:00:00Z"}
    around = {**os.environ, **WHO, **days, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env=around)


def commit(folder: Path, on: str, message: str = "svar") -> None:
    git(folder, "add", "-A", on=on)
    git(folder, "commit", "-q", "--allow-empty", "-m", message, on=on)


def answer(
    plan: Path, name: str, by: str = "kultur", status: str = "ongoing", comment: str = "Två är öppna.", more: str = ""
) -> str:
    """Writes an answer into a plan, and gives its path there. The day is in its name."""
    file = plan / "progress" / "2015" / f"{name}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    text = ANSWER.format(by=by, day=name[:10], status=status, comment=comment, more=more)
    file.write_text(text, encoding="utf-8")
    return f"progress/2015/{name}.yaml"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with an invented plan in a folder of its own, whose name has letters that git writes with care."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["plantrack"])
    assert run(["init", "arkiv/vår plan åäö", "--lang", "sv"]) == 0
    git(tmp_path / "arkiv", "init", "-q", "-b", "main")
    commit(tmp_path / "arkiv", "2015-01-07", "planen")
    return tmp_path / "arkiv"


@pytest.fixture
def plan(repository: Path) -> Path:
    return repository / "vår plan åäö"


@pytest.fixture
def type_(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, plan: Path) -> Type:
    """Types a command in the plan's folder."""

    def typed(*arguments: str) -> str:
        monkeypatch.chdir(plan)
        monkeypatch.setattr(sys, "argv", ["plantrack", *arguments])
        capsys.readouterr()
        assert run([*arguments]) == 0
        return capsys.readouterr().out

    return typed


# ----- the days in git


def test_the_day_a_file_came_into_git_and_the_last_it_was_changed(repository: Path, plan: Path) -> None:
    one, other = answer(plan, "2015-11-20-kultur-5f3a"), answer(plan, "2015-11-21-sektorn-77b0", "sektorn")
    commit(repository, "2015-11-21")
    answer(plan, "2015-11-20-kultur-5f3a", status="completed")
    commit(repository, "2016-03-01")
    found = history(plan, [one, other])
    assert found.unknown == ""
    assert found.days[one] == Committed(date(2015, 11, 21), date(2016, 3, 1))
    assert found.days[other] == Committed(date(2015, 11, 21), date(2015, 11, 21))


def test_a_file_that_is_not_committed_has_no_day(repository: Path, plan: Path) -> None:
    assert history(plan, [answer(plan, "2015-11-20-kultur-5f3a")]).days == {}
    git(repository, "add", "-A")
    assert history(plan, ["progress/2015/2015-11-20-kultur-5f3a.yaml"]).days == {}


def test_a_name_with_other_letters_is_found(repository: Path, plan: Path) -> None:
    file = answer(plan, "2015-11-20-förvaltningen-5f3a")
    commit(repository, "2015-12-01")
    assert history(plan, [file]).days[file].added == date(2015, 12, 1)


def test_a_plan_that_was_moved_keeps_its_days(repository: Path, plan: Path) -> None:
    file = answer(plan, "2015-11-20-kultur-5f3a")
    commit(repository, "2015-11-21")
    git(repository, "mv", "vår plan åäö", "plan")
    commit(repository, "2016-05-01", "flyttad")
    assert history(repository / "plan", [file]).days[file] == Committed(date(2015, 11, 21), date(2015, 11, 21))


def test_a_file_that_was_taken_out_and_put_back_was_changed(repository: Path, plan: Path) -> None:
    file = answer(plan, "2015-11-20-kultur-5f3a")
    commit(repository, "2015-11-21")
    (plan / file).unlink()
    commit(repository, "2015-12-01")
    answer(plan, "2015-11-20-kultur-5f3a", status="completed")
    commit(repository, "2016-02-01")
    assert history(plan, [file]).days[file] == Committed(date(2015, 11, 21), date(2016, 2, 1))


def test_what_came_by_a_branch_has_the_day_of_its_own_commit(repository: Path, plan: Path) -> None:
    git(repository, "switch", "-q", "-c", "svar")
    file = answer(plan, "2015-11-20-kultur-5f3a")
    commit(repository, "2015-11-20")
    git(repository, "switch", "-q", "main")
    (repository / "annat.txt").write_text("annat", encoding="utf-8")
    commit(repository, "2015-11-25")
    git(repository, "merge", "-q", "--no-ff", "-m", "in", "svar", on="2015-12-10")
    assert history(plan, [file]).days[file] == Committed(date(2015, 11, 20), date(2015, 11, 20))


def test_what_the_merge_itself_brought_has_the_day_of_the_merge(repository: Path, plan: Path) -> None:
    git(repository, "switch", "-q", "-c", "svar")
    commit(repository, "2015-11-20")
    git(repository, "switch", "-q", "main")
    git(repository, "merge", "-q", "--no-ff", "--no-commit", "svar", on="2015-12-10")
    file = answer(plan, "2015-11-20-kultur-5f3a")
    commit(repository, "2015-12-10")
    assert history(plan, [file]).days[file].added == date(2015, 12, 10)


def test_a_copy_with_only_the_newest_history_does_not_know(repository: Path, plan: Path, tmp_path: Path) -> None:
    old = answer(plan, "2015-11-20-kultur-5f3a")
    commit(repository, "2015-11-21")
    new = answer(plan, "2015-12-01-kultur-9c1e")
    commit(repository, "2015-12-02")
    git(tmp_path, "clone", "-q", "--depth", "2", repository.as_uri(), "kopia")
    found = history(tmp_path / "kopia" / plan.name, [old, new])
    assert found.unknown == SHALLOW
    assert list(found.days) == [new]


def test_where_there_is_no_repository_or_no_git(tmp_path: Path, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outside = tmp_path / "utan"
    outside.mkdir()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert history(outside, ["progress/2015/x.yaml"]).unknown == NO_REPOSITORY
    git(outside, "init", "-q")
    assert history(outside, ["progress/2015/x.yaml"]) == ({}, "")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert history(plan, ["progress/2015/x.yaml"]).unknown == NO_GIT


def test_a_persons_own_settings_of_git_change_nothing(
    repository: Path, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = answer(plan, "2015-11-20-kultur-5f3a")
    commit(repository, "2015-11-21")
    for name, value in (("color.ui", "always"), ("log.showSignature", "true"), ("diff.noprefix", "true")):
        git(repository, "config", name, value)
    git(repository, "config", "log.date", "relative")
    git(repository, "config", "diff.renames", "copies")
    assert history(plan, [file]).days[file].added == date(2015, 11, 21)
    monkeypatch.setenv("GIT_PAGER", "false")
    assert history(plan, [file]).days[file].added == date(2015, 11, 21)


# ----- show --history


def test_a_day_that_was_set_back_is_seen(repository: Path, plan: Path, type_: Type) -> None:
    answer(plan, "2015-11-20-kultur-5f3a")
    commit(repository, "2016-02-01")
    shown = type_("show", "1.1.1", "--history", "--on", "2016-03-01", "--lang", "en")
    assert "2015-11-20" in shown
    assert "in git 2016-02-01, 73 days later" in shown
    assert "i git 2016-02-01, 73 dagar senare" in type_("show", "1.1.1", "--history", "--on", "2016-03-01")


def test_a_correction_leaves_both_readable_the_oldest_first(repository: Path, plan: Path, type_: Type) -> None:
    answer(plan, "2015-11-20-kultur-5f3a", comment="Först så.")
    answer(plan, "2015-11-25-kultur-9c1e", comment="Sedan så.", more="replaces: 2015-11-20-kultur-5f3a\n")
    commit(repository, "2015-11-25")
    answer(plan, "2015-11-27-sektorn-77b0", "sektorn", comment="Vi också.", more="role: evaluator\n")
    shown = type_("show", "1.1.1", "--history", "--on", "2016-03-01", "--lang", "en")
    told = ["Först så.", "corrected by 2015-11-25-kultur-9c1e", "in git 2015-11-25, 5 days later", "Sedan så."]
    told += ["corrects 2015-11-20-kultur-5f3a", "in git the same day", "(evaluator)", "Vi också.", "not committed yet"]
    places = [shown.find(each) for each in told]
    assert -1 not in places
    assert places == sorted(places)
    assert "Vi också." not in type_("show", "1.1.1", "--history", "--on", "2015-11-26")


def test_the_history_of_a_submission_is_all_that_belongs_with_it(plan: Path, type_: Type) -> None:
    answer(plan, "2015-11-20-kultur-5f3a", comment="Först.")
    answer(plan, "2015-11-25-kultur-9c1e", comment="Sedan.", more="replaces: 2015-11-20-kultur-5f3a\n")
    answer(plan, "2015-11-26-kultur-1d2c", comment="Sist.", more="replaces: 2015-11-25-kultur-9c1e\n")
    answer(plan, "2015-11-26-sektorn-77b0", "sektorn", comment="Något annat.")
    for each in ("2015-11-20-kultur-5f3a", "2015-11-25-kultur-9c1e", "2015-11-26-kultur-1d2c"):
        shown = type_("show", each, "--history", "--on", "2016-03-01")
        assert all(word in shown for word in ("Först.", "Sedan.", "Sist."))
        assert "Något annat." not in shown


def test_the_history_of_an_organisation_is_all_that_it_has_said(plan: Path, type_: Type) -> None:
    answer(plan, "2015-11-20-kultur-5f3a", comment="Vårt.")
    answer(plan, "2015-11-26-sektorn-77b0", "sektorn", comment="Deras.")
    shown = type_("show", "kultur", "--history", "--on", "2016-03-01")
    assert "1.1.1: " in shown
    assert "Vårt." in shown
    assert "Deras." not in shown


def test_a_confirmed_and_a_suspect_answer_say_so_beside_the_decision(plan: Path, type_: Type) -> None:
    facts = load(plan, date(2015, 12, 31))
    basis = combined({"1.1.1": basis_of(facts.plan, "1.1.1")})
    answer(plan, "2015-11-20-kultur-5f3a", more=f"basis: {basis}\n")
    goal = plan / GOAL
    goal.write_text(goal.read_text(encoding="utf-8").replace("when: 2014-2015", "when: 2014-2016"), encoding="utf-8")
    (plan / "decisions" / "2015-12-02-ks.yaml").write_text(
        "date: 2015-12-02\nbody: ks\nkind: move_deadline\ntitle: Tiden flyttas\nchanges:\n"
        "  1.1.1:\n    when:\n      from: 2014-2015\n      to: 2014-2016\n",
        encoding="utf-8",
    )
    shown = type_("show", "1.1.1", "--history", "--on", "2015-12-31", "--lang", "en")
    assert "! older wording; since changed: 1.1.1 (when)" in shown
    assert "2015-12-02-ks changed 1.1.1 (when): 2014-2015 → 2014-2016" in shown
    for said in (type_("status", "1.1.1", "--on", "2015-12-31"), type_("show", "1.1.1", "--on", "2015-12-31")):
        assert "! äldre lydelse" in said
        assert "plantrack record --confirm 2015-11-20-kultur-5f3a --by kultur" in said
    assert "Att bekräfta  ! äldre lydelse: 1.1.1" in type_("status", "--on", "2015-12-31")
    assert "PT925" in type_("check", "--on", "2015-12-31")
    for earlier in (("status", "1.1.1"), ("show", "1.1.1", "--history"), ("check",)):
        said = type_(*earlier, "--on", "2015-12-01")
        assert "äldre lydelse" not in said
        assert "PT925" not in said
    assert "! äldre lydelse" in type_("report", "2015", "-o", "-")
    type_("record", "--confirm", "1.1.1", "--by", "kultur", "--date", "2015-12-10")
    assert "äldre lydelse" not in type_("status", "--on", "2015-12-31")
    assert "äldre lydelse" not in type_("report", "2015", "-o", "-")
    shown = type_("show", "1.1.1", "--history", "--on", "2015-12-31", "--lang", "en")
    assert "confirmed by 2015-12-10-kultur-" in shown
    assert "confirms 2015-11-20-kultur-5f3a" in shown
    assert "older wording" not in shown


def test_a_thing_that_nobody_spoke_of_says_so(type_: Type) -> None:
    assert "Ingenting har sagts om den." in type_("show", "1.1.1", "--history", "--on", "2015-12-31")


def test_what_nobody_answers_about_has_no_history(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "2014-02-05-ks", "--history", "--plan", str(plan)]) == 2
    assert "2014-02-05-ks" in capsys.readouterr().err
