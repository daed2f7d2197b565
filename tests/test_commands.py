"""Whole commands, as a person types them: what they print, what they write, and how they end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from plantrack.cli import COMMANDS, run

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "tests" / "example"
FAULTY = ROOT / "tests" / "faulty"
PLAN = ROOT / "plan"
SHOW_PIECE = ROOT / "examples" / "nordvik"


class Said:
    """What a command said, and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


Type = Callable[..., Said]


@pytest.fixture
def type_(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Type:
    """Types a command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PLANTRACK_LANG", raising=False)
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "PLANTRACK_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def typed(*arguments: str) -> Said:
        capsys.readouterr()
        monkeypatch.setattr(sys, "argv", ["plantrack", *arguments])
        code = run(list(arguments))
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return typed


def digest_of_folder(folder: Path) -> str:
    """A digest of everything in a folder, with times."""
    total = sha256()
    for path in sorted(folder.rglob("*")):
        total.update(f"{path}{path.stat().st_mtime_ns}".encode())
        if path.is_file():
            total.update(path.read_bytes())
    return total.hexdigest()


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_new_plan_checks_clean(type_: Type, tmp_path: Path, lang: str) -> None:
    said = type_("init", "new", "--lang", lang)
    assert said.code == 0, said.err
    new = tmp_path / "new"
    assert (new / ".gitattributes").read_text().startswith("* text=auto eol=lf\n")
    assert (new / ".gitignore").exists()
    assert json.loads((new / ".schema" / "goal.json").read_text(encoding="utf-8"))["type"] == "object"
    said = type_("check", "new", "--strict")
    assert said.code == 0, said.out
    assert len(said.out.splitlines()) == 1
    for file in new.rglob("*.yaml"):
        first = file.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema=")
        assert (file.parent / first.partition("=")[2]).resolve().is_file()


def test_init_touches_nothing_that_is_there(type_: Type, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "mine.txt").write_text("mine")
    said = type_("init", "new")
    assert said.code == 2
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["mine.txt"]


def test_check_names_file_line_column_and_what_to_do(type_: Type, tmp_path: Path) -> None:
    type_("init", "new", "--lang", "sv")
    goal = tmp_path / "new" / "1-gemenskap" / "1.1-motesplatser.yaml"
    goal.write_text(
        goal.read_text(encoding="utf-8").replace("    lead: kultur\n", "    laed: kultur\n"), encoding="utf-8"
    )
    said = type_("check", "new")
    assert said.code == 1
    assert "new/1-gemenskap/1.1-motesplatser.yaml:10:5: fel PT201: 1.1.1" in said.out
    assert "Menade du ”lead”?" in said.out
    assert "Did you mean “lead”?" in type_("check", "new", "--lang", "en").out
    inside = type_("check", "new/organisations.yaml")
    assert inside.code == 0
    assert "PT201" not in inside.out


def test_check_as_json_has_ends_and_suggestion(type_: Type, tmp_path: Path) -> None:
    type_("init", "new", "--lang", "sv")
    goal = tmp_path / "new" / "1-gemenskap" / "1.1-motesplatser.yaml"
    goal.write_text(
        goal.read_text(encoding="utf-8").replace("    lead: kultur\n", "    laed: kultur\n"), encoding="utf-8"
    )
    shape = json.loads(type_("check", "new", "--format", "json").out)
    assert shape["format"] == 1
    [finding] = [each for each in shape["findings"] if each["severity"] == "error"]
    assert {key: finding[key] for key in ("code", "line", "column", "end_line", "end_column", "suggestion")} == {
        "code": "PT201",
        "line": 10,
        "column": 5,
        "end_line": 10,
        "end_column": 9,
        "suggestion": "lead",
    }


def test_check_changes_no_file(type_: Type) -> None:
    before = digest_of_folder(FAULTY), digest_of_folder(PLAN)
    type_("check", str(FAULTY))
    type_("check", str(PLAN), "--format", "json")
    assert (digest_of_folder(FAULTY), digest_of_folder(PLAN)) == before


def test_the_real_plan_has_no_error(type_: Type) -> None:
    said = type_("check", str(PLAN))
    assert said.code == 0
    assert " fel PT" not in said.out
    last = said.out.splitlines()[-1]
    files = len([path for path in PLAN.rglob("*.yaml") if ".schema" not in path.parts])
    assert f"9 mål, 23 aktiviteter och 0 svar i {files} filer" in last


def git(folder: Path, *arguments: str) -> None:
    who = {
        "GIT_AUTHOR_NAME": "t",
        "GIT_AUTHOR_EMAIL": "t@t.invalid",
        "GIT_COMMITTER_NAME": "t",
        "GIT_COMMITTER_EMAIL": "t@t.invalid",
    }
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env={**os.environ, **who})


def test_since_shows_only_what_is_new(type_: Type, tmp_path: Path) -> None:
    type_("init", "new", "--lang", "sv")
    goal = tmp_path / "new" / "1-gemenskap" / "1.1-motesplatser.yaml"
    text = goal.read_text(encoding="utf-8")
    old = text.replace("    when: 2014-2015\n", "")
    goal.write_text(old, encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "one")
    assert " PT501" in type_("check", "new").out
    since = type_("check", "new", "--since", "HEAD")
    assert len(since.out.splitlines()) == 1
    goal.write_text("\n" + old.replace("    when: 2016\n", ""), encoding="utf-8")
    lines = [line for line in type_("check", "new", "--since", "HEAD").out.splitlines() if " PT501" in line]
    assert len(lines) == 1
    assert "1.1.2" in lines[0]
    assert type_("check", "new", "--since", "nosuch").code == 2


def test_since_without_git(type_: Type, tmp_path: Path) -> None:
    type_("init", "new", "--lang", "sv")
    said = type_("check", "new", "--since", "HEAD")
    assert said.code == 2
    assert "git-förråd" in said.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chek"], "Menade du ”check”?"),
        (["check", "--nosuch"], "Det finns inget val --nosuch."),
        (["check", "nosuch"], "Det finns ingen fil eller mapp nosuch."),
        (["status"], "plantrack init"),
        (["init"], "DIR"),
        (["explain", "PT999"], "PT999"),
        (["schema", "nosuch"], "nosuch"),
        (["--lang", "xx", "check"], "xx"),
        (["status", "--plan", str(PLAN), "--on", "31/12"], "2015-12-31"),
        (["status", "1.9.9", "--plan", str(PLAN)], "1.9.9"),
        (["show", "idekm", "--plan", str(PLAN)], "Menade du ”idekom”?"),
        (["report", "2011", "--plan", str(PLAN)], "2014"),
        (["report", "nosuch", "--plan", str(PLAN)], "nosuch"),
    ],
)
def test_mistakes_get_one_clear_sentence(type_: Type, arguments: list[str], words: str) -> None:
    said = type_(*arguments)
    assert said.code == 2
    assert words in said.err
    assert said.out == ""


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_a_page(type_: Type, command: str, lang: str) -> None:
    said = type_("--lang", lang, command, "--help")
    assert said.code == 0
    assert said.out.startswith(("Så här: ", "Use: ")[lang == "en"] + f"plantrack {command}")
    assert max(len(line) for line in said.out.splitlines()) <= 80


def test_status_of_the_real_plan_says_that_nobody_reported(type_: Type) -> None:
    said = type_("status", "--plan", str(PLAN), "--on", "2015-12-31")
    assert said.code == 0
    assert "0 av 23" in said.out
    assert "kan ej bedömas" in said.out


@pytest.mark.parametrize("thing", ["1", "1.1", "1.1.2", "1.1.k1"])
def test_status_of_a_part(type_: Type, thing: str) -> None:
    assert type_("status", thing, "--plan", str(PLAN)).code == 0


def test_status_of_a_round_is_what_its_report_says(type_: Type) -> None:
    said = type_("status", "--round", "2014", "--plan", str(SHOW_PIECE), "--lang", "en")
    assert said.code == 0
    assert "30 of 31 activities" in said.out
    assert "2014-12-31 (round 2014)" in said.out
    report = type_("report", "2014", "--plan", str(SHOW_PIECE), "--lang", "en", "-o", "-").out
    assert "3 of 31 activities are completed and 19 are ongoing. There is no report on one of them." in report
    [whole] = [line for line in said.out.splitlines() if line.startswith("The whole plan")]
    assert whole.split()[3:] == ["3", "19", "8", "1", "31"]


def test_status_of_a_round_on_a_day_hides_what_came_later(type_: Type) -> None:
    said = type_("status", "--round", "2015", "--on", "2015-11-25", "--plan", str(SHOW_PIECE), "--lang", "en")
    assert "2015-11-25 (round 2015)" in said.out
    assert "came later and are not counted here" in said.out


def test_status_of_no_round(type_: Type) -> None:
    said = type_("status", "--round", "nosuch", "--plan", str(SHOW_PIECE))
    assert said.code == 2
    assert "nosuch" in said.err


def test_status_says_what_has_moved_since_the_round_before(type_: Type) -> None:
    out = type_("status", "--round", "2015", "--plan", str(SHOW_PIECE), "--lang", "en").out
    assert "The whole plan, 2014" in out
    [since] = [line for line in out.splitlines() if line.startswith("Since 2014")]
    assert (
        "new in the plan: 1.3.3, 3.2.4 and 2 more; completed: 1.2.1, 4.2.1; started: 1.1.3, 2.1.3 and 2 more; late: 1.1.3, 2.1.3;"
        in since
    )
    assert "otherwise: 1.2.2, 3.1.1 and 3 more" in since
    assert "Since" not in type_("status", "--round", "2014", "--plan", str(SHOW_PIECE), "--lang", "en").out


def test_status_says_when_something_was_last_said_and_what_is_out_of_date(type_: Type) -> None:
    at = ("--plan", str(SHOW_PIECE), "--on", "2015-12-31", "--lang", "en")
    assert "Last answer  2015-12-16 (15 days ago); out of date: 3.1.1" in type_("status", *at).out
    lines = type_("status", "3.1", *at).out.splitlines()
    [stale] = [line for line in lines if line.startswith("3.1.1")]
    assert stale.endswith("; out of date")
    assert "2015-12-02" in next(line for line in lines if line.startswith("3.1.2"))


def test_status_shows_each_organisations_own_answer_where_several_answered(type_: Type) -> None:
    at = ("--round", "2016", "--plan", str(SHOW_PIECE), "--lang", "en")
    lines = type_("status", "1.2.2", *at).out.splitlines()
    own = lines[lines.index("Each organisation's own answer") + 1 :]
    fof, buf = (next(line for line in own if name in line) for name in ("FoF", "BUF"))
    assert "● completed" in fof
    assert "says otherwise" not in fof
    assert "◐ ongoing ≠ says otherwise" in buf
    evaluated = type_("status", "4.2", *at).out
    assert "Independent assessment (Norrkusten University College)" in evaluated
    assert "own answer" not in type_("status", "1.2.1", *at).out


def test_status_of_an_organisation_that_ended(type_: Type) -> None:
    said = type_("status", "--organisation", "idekom", "--plan", str(PLAN), "--on", "2018-01-01")
    assert said.code == 0
    assert "2017-06-09" in said.out


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize(
    "thing",
    [
        "1",
        "1.1",
        "1.1.2",
        "1.1.2.a",
        "1.1.k1",
        "1.1.m1",
        "idekom",
        "2013-04-ks",
        "2013-04-ks.2",
        "IOP",
        "overenskommelsen",
        "plan",
    ],
)
def test_show_knows_everything(type_: Type, thing: str, lang: str) -> None:
    said = type_("show", thing, "--why", "--plan", str(PLAN), "--lang", lang)
    assert said.code == 0, said.err
    assert ".yaml:" in said.out


def test_show_says_where_what_is_shared_stands(type_: Type) -> None:
    said = type_("show", "1.1.2", "--plan", str(PLAN))
    number = next(
        n
        for n, line in enumerate(
            (PLAN / "1-kunskap" / "1.1-informationsutbyte.yaml").read_text(encoding="utf-8").splitlines(), 1
        )
        if line.strip() == "when: 2014-2016"
    )
    assert f"1.1-informationsutbyte.yaml:{number}" in said.out


def test_explain_lists_and_tells(type_: Type) -> None:
    listed = type_("explain")
    assert "PT201" in listed.out
    page = type_("explain", "pt201", "--lang", "en")
    assert "Not so:" in page.out
    assert type_("explain", "unknown-field", "--lang", "en").out == page.out


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_report_writes_both_formats_and_the_same_bytes_again(type_: Type, tmp_path: Path, lang: str) -> None:
    said = type_("report", "2015", "--plan", str(EXAMPLE), "-o", "one", "--lang", lang)
    assert said.code == 0, said.err
    type_("report", "2015", "--plan", str(EXAMPLE), "-o", "two", "--lang", lang)
    one = {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()}
    assert one == {path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()}
    assert sorted(Path(name).suffix for name in one) == [".html", ".md"]
    printed = type_("report", "2015", "--plan", str(EXAMPLE), "-o", "-", "--lang", lang).out
    assert printed.encode() in one.values()


def test_report_to_one_file(type_: Type, tmp_path: Path) -> None:
    assert type_("report", "2015", "--plan", str(EXAMPLE), "-o", "r.html").code == 0
    assert (tmp_path / "r.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert type_("report", "2015", "--plan", str(EXAMPLE), "-o", "r.html", "--format", "md").code == 2


def test_report_on_the_real_plan_is_honest(type_: Type) -> None:
    said = type_("report", "2015", "--plan", str(PLAN), "-o", "-", "--lang", "sv")
    assert said.code == 0
    assert "23 av 23" in said.out


def test_a_plan_without_a_plan_file(type_: Type, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    assert type_("check", "x").code == 2


def test_a_line_piped_is_one_line_a_finding(type_: Type) -> None:
    lines = type_("check", str(FAULTY)).out.splitlines()
    assert all(".yaml:" in line for line in lines[:-1])
    assert "\x1b" not in "".join(lines)


def test_the_installed_way_in() -> None:
    done = subprocess.run([sys.executable, "-m", "plantrack", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("plantrack ")


def test_report_as_pdf(type_: Type, tmp_path: Path) -> None:
    pytest.importorskip("typst", reason='typst is missing: pip install "plantrack[pdf]"')
    said = type_("report", "2015", "--plan", str(EXAMPLE), "--format", "pdf")
    assert said.code == 0
    first = (tmp_path / "out" / "rapport-2015.pdf").read_bytes()
    assert first.startswith(b"%PDF-")
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == ["rapport-2015.pdf"]
    assert type_("report", "2015", "--plan", str(EXAMPLE), "-o", "again.pdf").code == 0
    assert (tmp_path / "again.pdf").read_bytes() == first


def test_report_as_pdf_without_the_package(type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    said = type_("report", "2015", "--plan", str(EXAMPLE), "-o", "x.pdf", "--lang", "en")
    assert said.code == 2
    assert said.err == 'plantrack: pdf needs one package more: pip install "plantrack[pdf]"\n'
    assert not Path("x.pdf").exists()
