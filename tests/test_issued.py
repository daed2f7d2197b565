"""A report that has been issued: kept with its data, given from then on, corrected beside the first, and verified."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from desk import EXAMPLE, Desk

from plantrack import __version__
from plantrack.commands import issuing
from plantrack.formats.stamp_text import found
from plantrack.store import write
from plantrack.store.digest import digest_of
from plantrack.store.folder import load
from plantrack.store.issued import data_of, kept_plan
from plantrack.store.overlay import Overlay
from plantrack.store.tree import FolderTree

ISSUED = Path("plan/reports/2015/issued")
ANSWER = Path("plan/progress/2015/2015-11-20-kof-1a2b.yaml")
KEPT_ALL = issuing.KEPT
CLOSE = ("round", "close", "2015", "--on", "2016-01-29")


@pytest.fixture
def open_desk(desk: Desk) -> Desk:
    """The example, with its round of 2015 not yet closed."""
    file = desk.plan / "rounds" / "2015.yaml"
    file.write_text(re.sub(r"(?m)^closed:.*\n", "", file.read_text(encoding="utf-8")), encoding="utf-8")
    desk.commit("The round is still open")
    return desk


@pytest.fixture
def closed(open_desk: Desk) -> Desk:
    """The same with the round closed, and its report issued and committed."""
    said = open_desk.type(*CLOSE)
    assert said.code == 0, said
    open_desk.commit("The round closes")
    return open_desk


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file in a folder with what it holds."""
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


# ---- Issuing -------------------------------------------------------------------------------------------------------


def test_closing_keeps_the_report_with_its_data(closed: Desk) -> None:
    kept = files_in(closed.folder / ISSUED / "1")
    assert {name for name in kept if "/" not in name} == {
        "issue.yaml", "rapport-2015.html", "rapport-2015.md", "rapport-2015.json",
        "report-2015.html", "report-2015.md", "report-2015.json",
    }  # fmt: skip
    data = {name.removeprefix("data/"): kept[name] for name in kept if name.startswith("data/")}
    now = {name: held for name, held in files_in(closed.plan).items() if "/issued/" not in name}
    assert data == now, "the data are the plan's files as they were, byte for byte"
    assert "issued" not in closed.type("check").out, "what an issue keeps is no part of the plan"


def test_issue_says_what_it_rests_on(closed: Desk) -> None:
    issue = load(closed.plan, date(2016, 2, 1)).plan.issues["2015", "1"]
    assert issue.date == date(2016, 1, 29)
    assert issue.tool == __version__
    assert len(issue.files) == 6
    data = kept_plan(closed.plan, "2015", "1")
    assert data is not None
    assert issue.digest == f"sha256:{digest_of(FolderTree(data))}"
    page = (closed.folder / ISSUED / "1" / "report-2015.md").read_text(encoding="utf-8")
    assert "1, issued on 2016-01-29" in page
    assert "the round closed on 2016-01-29" in page


def test_closing_first_shows_what_it_would_do(open_desk: Desk) -> None:
    said = open_desk.type(*CLOSE, "--dry-run")
    assert "Would issue the report in plan/reports/2015/issued/1." in said.out
    assert open_desk.changed() == []


def test_no_report_is_issued_of_a_plan_with_errors(open_desk: Desk) -> None:
    (open_desk.plan / "1-kunskap" / "1.1-information.yaml").write_text("title: [\n", encoding="utf-8")
    open_desk.commit("Broken")
    said = open_desk.type(*CLOSE)
    assert said.code == 2
    assert "no report is issued" in said.err
    assert open_desk.changed() == []


def test_package_that_is_missing_is_said_aloud(open_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(issuing, "KEPT", ("md", "pdf"))
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    said = open_desk.type(*CLOSE)
    assert said.code == 0
    assert 'It is not kept as pdf: that needs a package more. pip install "plantrack[all]"' in said.out


def test_every_format_is_kept(open_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(issuing, "KEPT", KEPT_ALL)
    file = open_desk.plan / "plan.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("languages: [sv, en]", "languages: [sv]"), "utf-8")
    assert open_desk.type(*CLOSE).code == 0
    endings = {each.suffix for each in (open_desk.folder / ISSUED / "1").iterdir() if each.is_file()}
    assert endings == {".yaml", ".html", ".md", ".pdf", ".json"}
    said = open_desk.type("verify")
    assert said.code == 0, said
    assert said.out == "plan/reports/2015/issued/1: 4 files, the same when they are made again.\n"


# ---- Given from then on --------------------------------------------------------------------------------------------


def change_everything(desk: Desk) -> None:
    """A later name, a later answer, a later template."""
    file = desk.plan / "organisations.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("Kommunstyrelseförvaltningen", "Stadskontoret"), "utf-8")
    answer = desk.folder / ANSWER
    answer.write_text(answer.read_text(encoding="utf-8").replace("status: ongoing", "status: completed", 1), "utf-8")
    (desk.plan / "templates").mkdir(exist_ok=True)
    (desk.plan / "templates" / "report.css").write_text("body { color: red }", encoding="utf-8")
    desk.commit("All is different now")


@pytest.mark.parametrize("name", ["report-2015.html", "report-2015.md", "report-2015.json"])
def test_report_gives_the_issued_one_whatever_happens(closed: Desk, name: str) -> None:
    change_everything(closed)
    said = closed.type("report", "2015", "-o", name)
    assert said.code == 0, said
    assert (closed.folder / name).read_bytes() == (closed.folder / ISSUED / "1" / name).read_bytes()
    assert said.err == "This is issue 1 of 2016-01-29. As the plan now stands: --live\n"


def test_live_gives_what_it_would_be_today(closed: Desk) -> None:
    change_everything(closed)
    closed.type("report", "2015", "-o", "live.md", "--live")
    live = (closed.folder / "live.md").read_text(encoding="utf-8")
    assert "Stadskontoret" in live
    assert "Stadskontoret" not in (closed.folder / ISSUED / "1" / "report-2015.md").read_text(encoding="utf-8")
    assert closed.type("verify", "live.md").code == 0


def test_part_of_an_issued_report_rests_on_its_data(closed: Desk) -> None:
    change_everything(closed)
    closed.type("report", "2015", "--only", "1.1", "-o", "part.md")
    part = (closed.folder / "part.md").read_text(encoding="utf-8")
    assert "Stadskontoret" not in part
    assert closed.type("verify", "part.md").code == 0


def test_format_that_was_not_kept_is_made_of_the_data(closed: Desk) -> None:
    change_everything(closed)
    closed.type("report", "2015", "-o", "report.txt")
    text = (closed.folder / "report.txt").read_text(encoding="utf-8")
    assert "1, issued on 2016-01-29" in text and "Stadskontoret" not in text


def test_kept_file_that_was_changed_is_not_given(closed: Desk) -> None:
    kept = closed.folder / ISSUED / "1" / "report-2015.md"
    kept.write_text(kept.read_text(encoding="utf-8").replace("2 of 8", "8 of 8"), encoding="utf-8")
    said = closed.type("report", "2015", "-o", "x.md")
    assert said.code == 2
    assert "report-2015.md is not the file that was issued" in said.err
    assert not (closed.folder / "x.md").exists()
    assert closed.type("verify").code == 1


def test_line_ends_that_git_has_changed_do_no_harm(closed: Desk) -> None:
    """Git on Windows may check texts out with other line ends."""
    kept = closed.folder / ISSUED / "1"
    before = (kept / "report-2015.md").read_bytes()
    for file in (kept / "report-2015.md", *(kept / "data").rglob("*.yaml")):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert closed.type("verify").code == 0
    closed.type("report", "2015", "-o", "x.md")
    assert (closed.folder / "x.md").read_bytes() == before


def test_data_that_are_gone_are_said_to_be(closed: Desk) -> None:
    shutil.rmtree(closed.folder / ISSUED / "1" / "data")
    said = closed.type("report", "2015", "--only", "1.1", "-o", "x.md")
    assert said.code == 2 and "Get them back from git" in said.err


# ---- Corrected -----------------------------------------------------------------------------------------------------


def test_mistake_makes_a_corrected_issue_beside_the_first(closed: Desk) -> None:
    first = files_in(closed.folder / ISSUED / "1")
    change_everything(closed)
    said = closed.type("round", "correct", "2015", "--reason", "An answer was misread.", "--on", "2016-03-01")
    assert said.code == 0, said
    assert files_in(closed.folder / ISSUED / "1") == first
    issue = load(closed.plan, date(2016, 4, 1)).plan.issues["2015", "2"]
    assert issue.reason == "An answer was misread."
    assert "2.1.1" in str(issue.corrections) and "pågår →" in str(issue.corrections)
    page = (closed.folder / ISSUED / "2" / "report-2015.md").read_text(encoding="utf-8")
    assert page.index("A corrected issue") < page.index("An answer was misread.") < page.index("Data version")
    closed.type("report", "2015", "-o", "x.md")
    assert (closed.folder / "x.md").read_text(encoding="utf-8") == page
    assert closed.type("verify").code == 0


def test_correction_needs_a_reason_and_an_issue(open_desk: Desk) -> None:
    said = open_desk.type("round", "correct", "2015", "--reason", "x")
    assert said.code == 2 and "No report on 2015 has been issued" in said.err
    open_desk.type(*CLOSE)
    said = open_desk.type("round", "correct", "2015")
    assert said.code == 2 and "--reason" in said.err


def test_nothing_is_corrected_where_nothing_has_changed(closed: Desk) -> None:
    said = closed.type("round", "correct", "2015", "--reason", "Nothing")
    assert said.code == 2
    assert "Nothing has changed since issue 1 of 2016-01-29." in said.err
    assert closed.changed() == []


def test_issue_that_was_replaced_says_so_when_it_is_verified(closed: Desk) -> None:
    change_everything(closed)
    closed.type("round", "correct", "2015", "--reason", "An answer was misread.", "--on", "2016-03-01")
    said = closed.type("verify", "plan/reports/2015/issued/1/report-2015.md")
    assert said.code == 0
    assert "It is issue 1. Issue 2 of 2016-03-01 has replaced it." in said.out
    closed.type("report", "2015", "--live", "-o", "live.md")
    assert "It is no issued report. The one that was issued for 2015 is issue 2" in closed.type("verify", "live.md").out
    assert "**Issue:** not the issued report" in (closed.folder / "live.md").read_text(encoding="utf-8")


def test_round_that_was_closed_before_without_an_issue_gets_one(desk: Desk) -> None:
    said = desk.type("round", "close", "2015", "--on", "2016-02-20")
    assert said.code == 0, said
    assert "The round 2015 closed on 2016-01-29 already. Its report had not been issued." in said.out
    assert (desk.folder / ISSUED / "1" / "issue.yaml").exists()
    desk.commit("Issued")
    said = desk.type("round", "close", "2015")
    assert said.code == 2 and "plantrack round correct 2015" in said.err


def test_what_is_not_written_is_said_before_the_report_is_final(open_desk: Desk) -> None:
    (open_desk.plan / "reports" / "2015" / "1.1.yaml").unlink()
    open_desk.commit("A text is gone")
    for words in (("--dry-run",), ()):
        said = open_desk.type(*CLOSE, *words)
        assert "To see them: plantrack report 2015 --draft" in said.out


def test_answer_that_was_wrong_is_corrected_after_the_round_has_closed(closed: Desk) -> None:
    """As the handbook tells it: opened again, answered anew, issued anew."""
    assert (
        closed.type(
            "round", "reopen", "2015", "--reason", "A wrong figure", "--until", "2016-02-20", "--on", "2016-02-10"
        ).code
        == 0
    )
    words = ("record", "2.1.1", "completed", "--by", "kof", "--replaces", "2015-11-20-kof-1a2b", "--round", "2015")
    said = closed.type(*words, "--date", "2016-02-12")
    assert said.code == 0, said
    said = closed.type("round", "correct", "2015", "--reason", "A wrong figure", "--on", "2016-02-21")
    assert said.code == 0, said
    assert "2.1.1" in said.out


def test_correction_of_texts_alone_says_so(closed: Desk) -> None:
    file = closed.plan / "reports" / "2015" / "summary.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("0044/16", "99/16"), encoding="utf-8")
    closed.commit("A number in the register")
    said = closed.type("round", "correct", "2015", "--reason", "A name was misspelled.", "--dry-run", "--lang", "en")
    assert "No state, value or judgement is another" in said.out or "Ingen status, inget värde" in said.out
    assert closed.changed() == []


# ---- Verified ------------------------------------------------------------------------------------------------------


@pytest.fixture
def made(desk: Desk) -> Desk:
    """A desk with a report made of its plan."""
    assert desk.type("report", "2014", "-o", "r.md").code == 0
    assert desk.type("report", "2014", "-o", "r.html").code == 0
    return desk


@pytest.mark.parametrize("ending", ["md", "html", "pdf", "docx", "txt", "json"])
def test_report_verifies_in_every_format(ending: str, desk: Desk) -> None:
    file = f"r.{ending}"
    desk.type("report", "2014", "-o", file)
    stamp = found((desk.folder / file).read_bytes())
    assert stamp is not None and stamp.revision == desk.git("rev-parse", "HEAD").strip()
    said = desk.type("verify", file)
    assert said.code == 0, said
    assert said.out == f"{file} is the same when it is made again, byte for byte.\nMade from the plan's folder.\n"


def test_figure_changed_by_hand_is_found_with_its_line(made: Desk) -> None:
    file = made.folder / "r.md"
    before = file.read_text(encoding="utf-8")
    number = next(n for n, line in enumerate(before.split("\n"), 1) if " activities is completed" in line)
    file.write_text(before.replace(" activities is completed", " activities is soon completed"), encoding="utf-8")
    said = made.type("verify", "r.md")
    assert said.code == 1
    assert f"  line {number}\n    in the file: " in said.out and "soon completed" in said.out


def test_report_is_found_again_in_git_after_the_plan_has_changed(made: Desk) -> None:
    first = made.git("rev-parse", "HEAD").strip()
    change_everything(made)
    (made.plan / "templates" / "report.css").unlink()
    said = made.type("verify", "r.md")
    assert said.code == 0, said
    assert f"Made from the revision {first[:12]} in git." in said.out


def test_report_without_a_revision_is_looked_for_in_history(made: Desk) -> None:
    """Made before the commit, so that only the digest of the files can tell."""
    file = made.plan / "organisations.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "# a remark\n", encoding="utf-8")
    made.type("report", "2014", "-o", "dirty.md")
    stamp = found((made.folder / "dirty.md").read_bytes())
    assert stamp is not None and stamp.revision == ""
    made.commit("A remark")
    wanted = made.git("rev-parse", "HEAD").strip()
    change_everything(made)
    (made.plan / "templates" / "report.css").unlink()
    assert f"Made from the revision {wanted[:12]} in git." in made.type("verify", "dirty.md").out


def test_report_on_files_that_are_nowhere_tells_what_differs_now(made: Desk) -> None:
    change_everything(made)
    shutil.rmtree(made.folder / ".git")
    said = made.type("verify", "r.html")
    assert said.code == 1
    assert "neither in the plan's folder nor in git here" in said.out
    assert "Stadskontoret" in said.out


def as_of_another_version(file: Path, words: str = "", other: str = "") -> None:
    """The report as an older version of the tool might have made it."""
    text = file.read_text(encoding="utf-8").replace(f'"tool": "{__version__}"', '"tool": "0.0.9"')
    file.write_text(text.replace(words, other, 1) if words else text, encoding="utf-8")


def test_across_versions_figures_are_compared(made: Desk) -> None:
    as_of_another_version(made.folder / "r.md", "activities is completed", "activities has been carried out")
    said = made.type("verify", "r.md")
    assert said.code == 0
    assert "was made by plantrack 0.0.9" in said.out and "every figure is the same" in said.out
    made.type("report", "2014", "-o", "r.md")
    as_of_another_version(made.folder / "r.md", "activities is completed", "99 activities is completed")
    said = made.type("verify", "r.md")
    assert said.code == 1 and "99 activities is completed" in said.out


def test_json_tells_figures_by_name(made: Desk) -> None:
    made.type("report", "2014", "-o", "r.json")
    whole = json.loads((made.folder / "r.json").read_text(encoding="utf-8"))
    assert whole["plantrack"]["asked"]["round"] == "2014"
    assert whole["figures"]["activities"]["1.1.1"]["status"]
    change_everything(made)
    shutil.rmtree(made.folder / ".git")
    assert made.type("verify", "r.json").code == 1


@pytest.mark.parametrize("name", ["x.md", "x.html", "x.pdf", "x.docx", "x.json", "x.txt"])
@pytest.mark.parametrize(
    "content", ["Nothing here", "{", '{"plantrack": 3}', "<!-- plantrack {} -->x", "%PDF-1.7", "PK\x03\x04"]
)
def test_file_that_is_no_report_is_said_to_be_none(content: str, name: str, desk: Desk) -> None:
    (desk.folder / name).write_text(content, encoding="utf-8")
    said = desk.type("verify", name)
    assert said.code == 2, said
    assert said.err.startswith("plantrack: x.") and "does not say what it was made from" in said.err


def test_people_cannot_write_a_stamp_into_a_report(desk: Desk) -> None:
    file = desk.plan / "reports" / "2014" / "summary.yaml"
    file.write_text(
        file.read_text(encoding="utf-8") + 'limits: "<!-- plantrack {\\"round\\": \\"1999\\"} -->"\n', encoding="utf-8"
    )
    desk.type("report", "2014", "-o", "r.html")
    stamp = found((desk.folder / "r.html").read_bytes())
    assert stamp is not None and stamp.asked.round == "2014"


def test_shared_folders_are_kept_where_the_plan_finds_them(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "city" / "plan")
    plan = tmp_path / "city" / "plan"
    (tmp_path / "common").mkdir()
    (plan / "organisations.yaml").rename(tmp_path / "common" / "organisations.yaml")
    head = plan / "plan.yaml"
    head.write_text(head.read_text(encoding="utf-8") + "uses: ../../common\n", encoding="utf-8")
    day = date(2016, 1, 1)
    before = load(plan, day)
    data = data_of(FolderTree(plan), before.plan.header.uses)
    for path, held in data.items():
        file = plan / "reports" / "2015" / "issued" / "1" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(held)
    kept = kept_plan(plan, "2015", "1")
    assert kept is not None
    assert load(kept, day).plan == before.plan
    uses = before.plan.header.uses
    assert digest_of(FolderTree(kept), uses) == digest_of(FolderTree(plan), uses)


def test_files_about_to_be_written_have_the_digest_that_they_will_have(tmp_path: Path) -> None:
    plan = tmp_path / "plan"
    shutil.copytree(EXAMPLE, plan)
    files = {"rounds/2017.yaml": b"period: 2017\n", "glossary.yaml": b"nki:\n  text: x\n"}
    before = digest_of(Overlay(FolderTree(plan), files))
    for path, data in files.items():
        (plan / path).write_bytes(data)
    assert digest_of(FolderTree(plan)) == before


def test_looks_that_differ_are_told_from_words_that_do(made: Desk) -> None:
    file = made.folder / "r.html"
    file.write_text(file.read_text(encoding="utf-8").replace("--ink:", "--inc:", 1), encoding="utf-8")
    said = made.type("verify", "r.html")
    assert said.code == 1
    assert said.out.startswith("r.html says the same as when it is made again, but is not the same file")


def test_round_that_was_changed_meanwhile_is_not_closed(open_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody saves the round's file while the report is being made."""
    file = open_desk.plan / "rounds" / "2015.yaml"
    made = issuing.render

    def and_meanwhile(*given: object) -> bytes:
        file.write_bytes(file.read_bytes() + b"# a remark\n")
        return made(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(issuing, "render", and_meanwhile)
    said = open_desk.type(*CLOSE)
    assert said.code == 2 and "was changed meanwhile" in said.err
    assert open_desk.changed() == ["plan/rounds/2015.yaml"]
    assert "closed" not in file.read_text(encoding="utf-8")


# ---- Bad luck and bad intentions -----------------------------------------------------------------------------------


def test_data_that_somebody_has_changed_are_not_taken_for_those_of_the_issue(closed: Desk) -> None:
    """Also where git still has the right ones, so that the report could be made again."""
    file = closed.folder / ISSUED / "1" / "data" / "organisations.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("Kommunstyrelseförvaltningen", "Någon annan"), "utf-8")
    said = closed.type("report", "2015", "--only", "1.1", "-o", "x.md")
    assert said.code == 2 and "are not those that it was issued with. Get them back from git." in said.err
    assert not (closed.folder / "x.md").exists()
    said = closed.type("verify")
    assert said.code == 1
    assert "plan/reports/2015/issued/1: the data are not those that the report was issued with." in said.out


def test_one_file_that_is_no_report_any_more_does_not_hide_the_others(closed: Desk) -> None:
    kept = closed.folder / ISSUED / "1"
    (kept / "rapport-2015.html").write_bytes(b"")
    (kept / "report-2015.json").unlink()
    said = closed.type("verify")
    assert said.code == 1 and said.err == ""
    assert "rapport-2015.html does not say what it was made from" in said.out
    assert "report-2015.json is missing" in said.out


@pytest.mark.parametrize("content", ["", "date: not a day\n", "tool: 0.1.0\n", "date: [\n"])
def test_issue_that_cannot_be_read_gives_no_other_report_in_its_place(content: str, closed: Desk) -> None:
    (closed.folder / ISSUED / "1" / "issue.yaml").write_text(content, encoding="utf-8")
    said = closed.type("report", "2015", "-o", "x.md")
    assert said.code == 2
    assert "issued/1/issue.yaml cannot be read, so it cannot be told which report was issued" in said.err
    assert closed.type("report", "2015", "-o", "x.md", "--live").code == 0
    said = closed.type("verify")
    assert said.code == 1 and "issued/1/issue.yaml cannot be read. See plantrack check." in said.out
    assert closed.type("verify", "x.md").code == 0


def test_issue_names_only_files_beside_it(closed: Desk) -> None:
    """A file elsewhere on the machine is neither read nor shown."""
    (closed.folder / "secret.md").write_text("<!-- plantrack {} -->\nsecret\n", encoding="utf-8")
    file = closed.folder / ISSUED / "1" / "issue.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("report-2015.md:", "../../../../../secret.md:"), "utf-8")
    said = closed.type("verify")
    assert said.code == 1
    assert "secret.md is missing: the issue says that it was there." in said.out


def test_issue_that_names_no_files_is_not_said_to_hold(closed: Desk) -> None:
    file = closed.folder / ISSUED / "1" / "issue.yaml"
    file.write_text("date: 2016-01-29\n", encoding="utf-8")
    said = closed.type("verify")
    assert said.code == 1 and "nothing can be verified" in said.out


def test_next_issue_has_the_number_after_the_last_also_where_the_first_is_gone(closed: Desk) -> None:
    change_everything(closed)
    assert closed.type("round", "correct", "2015", "--reason", "x", "--on", "2016-03-01").code == 0
    shutil.rmtree(closed.folder / ISSUED / "1")
    file = closed.plan / "rounds" / "2015.yaml"
    file.write_text(re.sub(r"(?m)^closed:.*\n", "", file.read_text(encoding="utf-8")), encoding="utf-8")
    said = closed.type("round", "close", "2015", "--on", "2016-03-02")
    assert said.code == 0, said
    assert (closed.folder / ISSUED / "3" / "issue.yaml").exists()


def test_folder_that_is_named_otherwise_than_by_a_number_is_no_issue(closed: Desk) -> None:
    for name in ("01", "\N{ARABIC-INDIC DIGIT TWO}", "x"):
        shutil.copytree(closed.folder / ISSUED / "1", closed.folder / ISSUED / name)
    assert "issue 1 of" in closed.type("report", "2015", "-o", "x.md").err
    assert closed.type("verify").out.count("the same when they are made again") == 1


def test_file_in_the_way_is_said_to_be_there(open_desk: Desk) -> None:
    stray = open_desk.folder / ISSUED / "1" / "report-2015.md"
    stray.parent.mkdir(parents=True)
    stray.write_text("mine", encoding="utf-8")
    said = open_desk.type(*CLOSE)
    assert said.code == 2
    assert said.err == f"plantrack: {ISSUED.as_posix()}/1/report-2015.md is there already. Nothing was written.\n"
    assert open_desk.changed() == [f"{ISSUED.as_posix()}/1/report-2015.md"]


def test_round_that_cannot_be_closed_leaves_no_folders(open_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The issue is written, and then the disk says no to the round's file."""

    def refuse(path: Path, *_given: bytes) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(write, "write_changed", refuse)
    said = open_desk.type(*CLOSE)
    assert said.code == 2
    assert said.err == f"plantrack: You may not read or write {open_desk.plan / 'rounds' / '2015.yaml'}.\n"
    assert not (open_desk.folder / ISSUED).exists()


def test_what_makes_it_an_issue_is_written_last(open_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Should the power go in the middle, there is no issue that lacks its files."""
    written: list[str] = []
    monkeypatch.setattr(write, "write_whole", lambda path, _data: written.append(path.name))
    assert open_desk.type(*CLOSE).code == 0
    assert written[-2:] == ["issue.yaml", "2015.yaml"]


def test_machine_that_says_no_is_told_in_the_plans_language_with_the_file_that_was_meant(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PLANTRACK_LANG")
    (desk.folder / "x.md").mkdir()
    said = desk.type("report", "2014", "-o", "x.md")
    assert said.code == 2
    assert said.err == "plantrack: x.md är en mapp och ingen fil.\n"
    assert [each.name for each in desk.folder.glob(".x.md*")] == []


def test_command_that_comes_next_can_be_typed_as_it_stands(open_desk: Desk) -> None:
    rounds = open_desk.plan / "rounds"
    (rounds / "2015.yaml").rename(rounds / "hösten $(2015).yaml")
    said = open_desk.type("round", "close", "hösten $(2015)", "--on", "2016-01-29")
    assert said.code == 0, said
    assert "  plantrack report 'hösten $(2015)'\n" in said.out
    page = (open_desk.plan / "reports" / "hösten $(2015)" / "issued" / "1").glob("report-*.json")
    assert "plantrack report 'hösten $(2015)' --lang en" in next(page).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["round", "on", "only", "organisation", "rev", "tool", "plan", "revision"])
def test_stamp_with_half_a_sign_is_none(name: str, made: Desk) -> None:
    """No machine writes such a one, and no terminal can show it."""
    text = (made.folder / "r.md").read_text(encoding="utf-8")
    assert text.count('<!-- plantrack {"round": ') == 1
    changed = text.replace('<!-- plantrack {"round": ', f'<!-- plantrack {{"{name}": "\\ud800", "round": ')
    if f'"{name}": ' in text:
        changed = re.sub(rf'"{name}": "[^"]*"', f'"{name}": "\\\\ud800"', text)
    (made.folder / "x.md").write_text(changed, encoding="utf-8")
    said = made.type("verify", "x.md")
    assert said.code == 2 and "does not say what it was made from" in said.err


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_day_that_is_too_far_away_is_refused(day: str, desk: Desk) -> None:
    said = desk.type("report", "2015", "--on", day, "-o", "x.md")
    assert said.code == 2 and f"“{day}” is too far away for a plan." in said.err


def test_file_may_be_named_by_the_format_too(desk: Desk) -> None:
    """The list of formats says ``text``, and the file may be called so."""
    assert desk.type("report", "2014", "-o", "r.text").code == 0
    assert desk.type("verify", "r.text").code == 0


def test_commits_that_are_not_about_the_plan_change_no_report(desk: Desk) -> None:
    """Where the plan lies at the top of its repository, other tools keep their YAML beside it, in folders with a dot."""
    for each in desk.plan.iterdir():
        each.rename(desk.folder / each.name)
    desk.plan.rmdir()
    desk.commit("The plan is all there is")
    desk.type("report", "2014", "-o", "out/r.md")
    before = (desk.folder / "out" / "r.md").read_bytes()
    (desk.folder / ".github").mkdir()
    (desk.folder / ".github" / "ci.yml").write_text("on: push\n", encoding="utf-8")
    desk.type("report", "2014", "-o", "out/r.md")
    assert (desk.folder / "out" / "r.md").read_bytes() == before
    desk.commit("A robot")
    desk.type("report", "2014", "-o", "out/r.md")
    assert (desk.folder / "out" / "r.md").read_bytes() == before


def test_report_is_found_again_though_the_plans_folder_has_another_name_since(made: Desk) -> None:
    change_everything(made)
    (made.plan / "templates" / "report.css").unlink()
    made.plan.rename(made.folder / "the plan")
    made.commit("A better name")
    said = made.type("verify", "r.md", "--plan", "the plan")
    assert said.code == 0, said
    assert "Made from the revision" in said.out


def test_faulty_own_template_is_told_when_a_report_is_verified(made: Desk) -> None:
    (made.plan / "templates").mkdir()
    (made.plan / "templates" / "report.html.j2").write_text("<p>\n{% if %}\n", encoding="utf-8")
    said = made.type("verify", "r.html")
    assert said.code == 2
    assert said.err.startswith("plantrack: The plan's own templates/report.html.j2 cannot be read on line 2")
    said = made.type("verify", "r.md")
    assert "says the same as when it is made again" in said.out, "Markdown has no templates"
