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
from plantrack.store.digest import digest_of
from plantrack.store.folder import load
from plantrack.store.issued import data_of, kept_plan
from plantrack.store.overlay import Overlay
from plantrack.store.tree import FolderTree

ISSUED = Path("plan/reports/2015/issued")
ANSWER = Path("plan/progress/2015/2015-11-20-kof-1a2b.yaml")
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
    assert closed.type("check").out.count("PT0") == 0, "what an issue keeps is no part of the plan"


def test_issue_says_what_it_rests_on(closed: Desk) -> None:
    issue = load(closed.plan, date(2016, 2, 1)).plan.issues["2015", "1"]
    assert issue.date == date(2016, 1, 29)
    assert issue.tool == __version__
    assert len(issue.files) == 6
    data = kept_plan(closed.plan, "2015", "1")
    assert data is not None
    assert issue.digest == f"sha256:{digest_of(FolderTree(data))}"
    page = (closed.folder / ISSUED / "1" / "report-2015.html").read_text(encoding="utf-8")
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
    monkeypatch.setattr(issuing, "KEPT", ("html", "md", "pdf", "docx", "json"))
    file = open_desk.plan / "plan.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("languages: [sv, en]", "languages: [sv]"), "utf-8")
    assert open_desk.type(*CLOSE).code == 0
    endings = {each.suffix for each in (open_desk.folder / ISSUED / "1").iterdir() if each.is_file()}
    assert endings == {".yaml", ".html", ".md", ".pdf", ".docx", ".json"}
    said = open_desk.type("verify")
    assert said.code == 0, said
    assert said.out.count("is the same when it is made again, byte for byte") == 5


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


def test_correction_of_texts_alone_says_so(closed: Desk) -> None:
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
    number = next(n for n, line in enumerate(before.split("\n"), 1) if " activities are completed" in line)
    file.write_text(before.replace(" activities are completed", " activities are soon completed"), encoding="utf-8")
    said = made.type("verify", "r.md")
    assert said.code == 1
    assert f"  {number}\n" in said.out
    assert "+ " in said.out and "soon completed" in said.out


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
    as_of_another_version(made.folder / "r.md", "activities are completed", "activities have been carried out")
    said = made.type("verify", "r.md")
    assert said.code == 0
    assert "was made by plantrack 0.0.9" in said.out and "every figure is the same" in said.out
    made.type("report", "2014", "-o", "r.md")
    as_of_another_version(made.folder / "r.md", "activities are completed", "99 activities are completed")
    said = made.type("verify", "r.md")
    assert said.code == 1 and "99 activities are completed" in said.out


def test_json_tells_figures_by_name(made: Desk) -> None:
    made.type("report", "2014", "-o", "r.json")
    whole = json.loads((made.folder / "r.json").read_text(encoding="utf-8"))
    assert whole["plantrack"]["asked"]["round"] == "2014"
    assert whole["figures"]["activities"]["1.1.1"]["status"]
    change_everything(made)
    shutil.rmtree(made.folder / ".git")
    assert made.type("verify", "r.json").code == 1


@pytest.mark.parametrize(
    "content", ["Nothing here", "{", '{"plantrack": 3}', "<!-- plantrack {} -->x", "%PDF-1.7", "PK\x03\x04"]
)
def test_file_that_is_no_report_is_said_to_be_none(content: str, desk: Desk) -> None:
    (desk.folder / "x.md").write_text(content, encoding="utf-8")
    said = desk.type("verify", "x.md")
    assert said.code == 2, said
    assert said.err.startswith("plantrack: ") and "Traceback" not in said.err


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
