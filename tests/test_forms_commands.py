"""``round forms`` and ``round collect``, as the secretariat types them: nothing is lost, and nothing is counted twice."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from desk import Desk
from paper import Paper

FOLDER = "out/forms-2016"
DAY = ("--date", "2016-12-05")


@pytest.fixture
def opened(desk: Desk) -> Desk:
    """A desk where the round of 2016 has opened and its forms have been made."""
    assert desk.type("round", "open", "2016", "--answer-by", "2016-12-11", "--on", "2016-11-01").code == 0
    said = desk.type("round", "forms", "--on", "2016-11-01")
    assert said.code == 0, said
    desk.commit("The round opens")
    return desk


def form(desk: Desk, who: str) -> Path:
    return desk.folder / FOLDER / f"2016-{who}.xlsx"


def fill(path: Path, answers: dict[str, object], to: Path | None = None) -> str:
    """Fills in a form; the columns are written after a slash."""
    paper = Paper(path.read_bytes())
    for cell, value in answers.items():
        thing, _slash, column = cell.partition("/")
        paper.write(thing, column or "answer", value)
    target = to or path
    target.write_bytes(paper.data)
    return str(target)


def test_there_is_one_form_for_each_that_is_asked(desk: Desk) -> None:
    desk.type("round", "open", "2016", "--answer-by", "2016-12-11", "--on", "2016-11-01")
    said = desk.type("round", "forms", "--on", "2016-11-01")
    assert said.code == 0
    names = sorted(path.name for path in (desk.folder / FOLDER).iterdir())
    assert names == [f"2016-{who}.xlsx" for who in ("byalaget", "kof", "ksf", "radet")]
    for name in names:
        assert f"{FOLDER}/{name}" in said.out
    assert desk.type("round", "forms", "--on", "2016-11-20").code == 0, "the same again is no loss"


def test_a_form_that_may_be_filled_in_is_never_overwritten(opened: Desk) -> None:
    fill(form(opened, "kof"), {"2.1.2": "ongoing"})
    before = {path.name: path.read_bytes() for path in (opened.folder / FOLDER).iterdir()}
    said = opened.type("round", "forms", "--on", "2016-11-20")
    assert said.code == 2
    assert "2016-kof.xlsx" in said.err
    assert "--replace" in said.err
    assert before == {path.name: path.read_bytes() for path in (opened.folder / FOLDER).iterdir()}
    assert opened.type("round", "forms", "--organisation", "byalaget").code == 0
    assert opened.type("round", "forms", "--replace").code == 0
    assert form(opened, "kof").read_bytes() != before["2016-kof.xlsx"]


def test_forms_in_markdown_in_another_language_for_some(opened: Desk) -> None:
    said = opened.type(
        "round", "forms", "2016", "--format", "md", "-o", "post", "--organisation", "KoF", "--lang", "sv"
    )
    assert said.code == 0, said
    assert [path.name for path in (opened.folder / "post").iterdir()] == ["2016-kof.md"]
    assert "Så fyller ni i" in (opened.folder / "post" / "2016-kof.md").read_text(encoding="utf-8")
    assert opened.type("round", "forms", "--organisation", "lunda").code == 2
    assert opened.type("round", "forms", "nosuch").code == 2


def test_without_the_excel_package_it_says_how_to_get_it(opened: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    said = opened.type("round", "forms", "-o", "other")
    assert said.code == 2
    assert 'pip install "plantrack[excel]"' in said.err
    assert not (opened.folder / "other").exists()
    assert opened.type("round", "forms", "--format", "md", "-o", "other").code == 0
    assert opened.type("round", "collect", FOLDER, *DAY).code == 0, "and reading needs no package"


def test_what_is_filled_in_becomes_one_submission_for_each_form(opened: Desk) -> None:
    fill(form(opened, "kof"), {"2.1.2": "ongoing", "2.1.2/comment": "Varje torsdag", "1.1.m1": 2600, "2.1.m2": "yes"})
    fill(form(opened, "byalaget"), {"2.1.3": "completed"})
    said = opened.type("round", "collect", FOLDER, *DAY)
    assert said.code == 0, said
    assert f"{FOLDER}/2016-kof.xlsx: 3 answers" in said.out
    assert f"{FOLDER}/2016-radet.xlsx: nothing is filled in" in said.out
    files = opened.submissions("2016")
    assert [path.name.rpartition("-")[0] for path in files] == ["2016-12-05-byalaget", "2016-12-05-kof"]
    text = files[1].read_text(encoding="utf-8")
    assert "from:\n  file: 2016-kof.xlsx\n  digest: sha256:" in text
    assert "basis: " in text
    assert "    comment: Varje torsdag\n" in text
    assert "    value: 2600\n" in text
    assert opened.type("check", "--strict", "plan/progress/2016", "--on", "2016-12-05").code == 0
    again = opened.type("round", "collect", FOLDER, *DAY)
    assert again.code == 0
    assert "read before" in again.out
    assert opened.submissions("2016") == files


def test_a_dry_run_shows_what_would_change_and_writes_nothing(opened: Desk) -> None:
    fill(form(opened, "kof"), {"2.1.2": "ongoing"})
    said = opened.type("round", "collect", FOLDER, "--dry-run", *DAY)
    assert said.code == 0
    assert "2.1.2" in said.out
    assert "Would write" in said.out
    assert not opened.submissions("2016")


def test_a_faulty_form_is_not_read_and_stops_no_other(opened: Desk) -> None:
    fill(form(opened, "kof"), {"2.1.2": "in a way", "1.1.m1": "lots", "2.1.m2": "yes"})
    fill(form(opened, "byalaget"), {"2.1.3": "completed"})
    (opened.folder / FOLDER / "brev.md").write_text("Hej!", encoding="utf-8")
    said = opened.type("round", "collect", FOLDER, *DAY)
    assert said.code == 1
    lines = [line for line in said.out.splitlines() if ": error PF" in line]
    assert len(lines) == 3, "all faults of all files at once"
    assert any("sheet Your answers, row" in line and "“in a way”" in line for line in lines)
    assert [path.name.rpartition("-")[0] for path in opened.submissions("2016")] == ["2016-12-05-byalaget"]


def test_what_the_rules_refuse_is_told_at_its_cell(opened: Desk) -> None:
    path = form(opened, "kof")
    fill(path, {"2.1.m1": 60, "2.1.m1#numerator": 70, "2.1.m1#denominator": 60, "2.1.2/comment": "Ring 070-123 45 67"})
    said = opened.type("round", "collect", str(path), *DAY)
    assert said.code == 1
    assert not opened.submissions("2016")
    paper = Paper(path.read_bytes())
    for cell in (paper.cell("2.1.m1#numerator"), paper.cell("2.1.2", "comment")):
        assert f"row {cell.row}, column {cell.column_letter}: " in said.out


def test_another_form_of_the_same_organisation_needs_replace(opened: Desk) -> None:
    first = fill(form(opened, "kof"), {"2.1.2": "ongoing", "2.1.m2": "yes"}, opened.folder / "en.xlsx")
    second = fill(form(opened, "kof"), {"2.1.2": "paused"}, opened.folder / "två.xlsx")
    both = opened.type("round", "collect", first, second, *DAY)
    assert both.code == 1
    assert both.out.count("PF16") == 2
    assert "this one and " + second in both.out
    assert "this one and " + first in both.out
    assert not opened.submissions("2016"), "nobody knows which of them holds"
    assert opened.type("round", "collect", first, *DAY).code == 0
    refused = opened.type("round", "collect", second, "--date", "2016-12-06")
    assert refused.code == 1
    assert "--replace" in refused.out
    assert opened.type("round", "collect", second, "--replace", "--date", "2016-12-06").code == 0
    first_file, second_file = opened.submissions("2016")
    assert f"replaces: {first_file.stem}\n" in second_file.read_text(encoding="utf-8")
    status = opened.type("status", "2.1.2", "--on", "2016-12-31").out
    assert "paused" in status
    assert opened.type("round", "collect", second, "--replace", "--date", "2016-12-07").code == 0
    assert len(opened.submissions("2016")) == 2


def test_the_same_form_under_two_names_is_read_once(opened: Desk) -> None:
    fill(form(opened, "kof"), {"2.1.2": "ongoing"}, opened.folder / "a.xlsx")
    (opened.folder / "b.xlsx").write_bytes((opened.folder / "a.xlsx").read_bytes())
    (opened.folder / "~$a.xlsx").write_bytes(b"open in Excel")
    said = opened.type("round", "collect", ".", *DAY)
    assert said.code == 0, said
    assert len(opened.submissions("2016")) == 1


def test_markdown_comes_back_too(opened: Desk) -> None:
    opened.type("round", "forms", "--format", "md", "-o", "post", "--organisation", "byalaget")
    path = opened.folder / "post" / "2016-byalaget.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("- [ ] ongoing", "- [x] ongoing", 1), encoding="utf-8")
    assert opened.type("round", "collect", "post", *DAY).code == 0
    (file,) = opened.submissions("2016")
    assert "status: ongoing" in file.read_text(encoding="utf-8")


def test_mistakes_are_one_sentence(opened: Desk) -> None:
    (opened.folder / "empty").mkdir()
    for arguments, words in (
        (["nosuch.xlsx"], "nosuch.xlsx"),
        (["empty"], "no form in empty"),
        ([FOLDER, "--by", "nosuch"], "nosuch"),
        ([FOLDER, "--date", "5/12"], "5/12"),
    ):
        said = opened.type("round", "collect", *arguments)
        assert said.code == 2
        assert words in said.err


@pytest.mark.parametrize("command", ["forms", "collect"])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_each_has_a_page(desk: Desk, command: str, lang: str) -> None:
    said = desk.type("--lang", lang, "round", command, "--help")
    assert said.code == 0
    assert max(len(line) for line in said.out.splitlines()) <= 80


def test_each_fault_can_be_explained(desk: Desk) -> None:
    from plantrack.forms.faults import RULES

    listed = desk.type("explain").out
    for rule in RULES:
        assert rule.code in listed
        page = desk.type("explain", rule.code.lower(), "--lang", "sv").out
        assert page.startswith(f"# {rule.code}\n")
        assert desk.type("explain", rule.name, "--lang", "sv").out == page


def test_without_the_package_it_says_how_to_get_it(opened: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(form(opened, "byalaget"), {"2.1.3": "completed"})
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    said = opened.type("round", "collect", FOLDER, *DAY)
    assert said.code == 2
    assert "plantrack[excel]" in said.err
    assert not opened.submissions("2016")


def corrected(desk: Desk, thing: str, word: str) -> Path:
    """A correction by hand of the only submission there is."""
    (first,) = desk.submissions("2016")
    said = desk.type(
        "record", thing, word, "--by", "kof", "--round", "2016", "--replaces", first.stem, "--date", "2016-12-05"
    )
    assert said.code == 0, said
    return next(path for path in desk.submissions("2016") if path != first)


def status(desk: Desk, thing: str) -> str:
    return desk.type("status", thing, "--on", "2016-12-31").out


def test_the_same_form_again_does_not_undo_a_correction_by_hand(opened: Desk) -> None:
    first = fill(form(opened, "kof"), {"2.1.2": "ongoing", "2.1.m2": "yes"}, opened.folder / "en.xlsx")
    assert opened.type("round", "collect", first, *DAY).code == 0
    corrected(opened, "2.1.2", "paused")
    before = opened.submissions("2016")
    for more in ((), ("--replace",)):
        again = opened.type("round", "collect", first, "--date", "2016-12-06", *more)
        assert again.code == 0, again
        assert "read before" in again.out
    saved_anew = fill(Path(first), {}, opened.folder / "anew.xlsx")
    assert "read before" in opened.type("round", "collect", saved_anew, "--date", "2016-12-06").out
    assert opened.submissions("2016") == before
    assert "paused" in status(opened, "2.1.2")


def test_another_form_after_a_correction_by_hand_still_needs_replace(opened: Desk) -> None:
    first = fill(form(opened, "kof"), {"2.1.2": "ongoing", "2.1.m2": "yes"}, opened.folder / "en.xlsx")
    opened.type("round", "collect", first, *DAY)
    by_hand = corrected(opened, "2.1.2", "paused")
    other = fill(Path(first), {"2.1.m2": "no"}, opened.folder / "två.xlsx")
    refused = opened.type("round", "collect", other, "--date", "2016-12-06")
    assert refused.code == 1
    assert "It differs in 2.1.m2." in refused.out
    read = opened.type("round", "collect", other, "--replace", "--date", "2016-12-06")
    assert read.code == 0, read
    assert f"warning PF18: 2.1.2 was corrected by hand after the form was read, in {by_hand.stem}." in read.out
    assert "1 answer," in read.out
    assert "paused" in status(opened, "2.1.2"), "what the form only says once more does not undo the correction"
    third = fill(Path(first), {"2.1.2": "completed", "2.1.m2": "no"}, opened.folder / "tre.xlsx")
    assert "It differs in 2.1.2." in opened.type("round", "collect", third, "--date", "2016-12-07").out
    assert opened.type("round", "collect", third, "--replace", "--date", "2016-12-07").code == 0
    assert "completed" in status(opened, "2.1.2"), "what it says anew holds"
    newest = max(opened.submissions("2016"), key=lambda path: path.stat().st_mtime_ns)
    assert by_hand.stem in newest.read_text(encoding="utf-8"), "and names the correction that it corrects"


def test_what_a_form_holds_does_nothing_to_the_terminal(opened: Desk) -> None:
    opened.type("round", "forms", "--format", "md", "-o", "post", "--organisation", "byalaget")
    text = (opened.folder / "post" / "2016-byalaget.md").read_text(encoding="utf-8")
    evil = "\x1b]0;EVIL\x07\x1b[2J"
    ticked = text.replace("- [ ] ongoing", f"- [x] {evil}", 1)
    (opened.folder / f"a{evil.replace('/', '')}.md").write_text(ticked, encoding="utf-8")
    (opened.folder / "b.md").write_text(text.replace("plan=", f"plan={evil.replace(' ', '')}", 1), encoding="utf-8")
    for name in ("a*.md", "b.md"):
        (path,) = opened.folder.glob(name)
        said = opened.type("round", "collect", path.name, *DAY)
        assert said.code == 1
        assert "EVIL" in said.out
        assert "\x1b" not in said.out
        assert "\x07" not in said.out


def test_one_bad_file_stops_no_other(opened: Desk) -> None:
    opened.type("round", "forms", "--format", "md", "-o", "post", "--organisation", "byalaget")
    text = (opened.folder / "post" / "2016-byalaget.md").read_text(encoding="utf-8")
    good = text.replace("- [ ] ongoing", "- [x] ongoing", 1)
    (opened.folder / "good.md").write_text(good, encoding="utf-8")
    (opened.folder / "long.md").write_text(text.replace("form=1", "form=" + "9" * 5000), encoding="utf-8")
    odd = os.fsdecode(b"a\xe5.md")
    (opened.folder / odd).write_text(good, encoding="utf-8")
    said = opened.type("round", "collect", "good.md", odd, "long.md", *DAY)
    assert said.code == 1
    assert "good.md: 1 answer, " in said.out
    assert "a\ufffd.md: error PF01: The file's name holds signs that cannot be read." in said.out
    assert "long.md: error PF03: The form was made by a newer version" in said.out
    assert len(opened.submissions("2016")) == 1


def test_a_finding_names_the_line_of_the_form(opened: Desk) -> None:
    opened.type("round", "forms", "--format", "md", "-o", "post", "--organisation", "byalaget")
    path = opened.folder / "post" / "2016-byalaget.md"
    text = path.read_text(encoding="utf-8").replace("- [ ] ongoing", "- [x] ongoing", 1)
    path.write_text(text.replace("Comment:", "Comment: It will be nice in\u200b May", 1), encoding="utf-8")
    line = next(n for n, each in enumerate(path.read_text(encoding="utf-8").split("\n"), 1) if "\u200b" in each)
    said = opened.type("round", "collect", "post", *DAY)
    assert f"post/2016-byalaget.md:{line}:" in said.out
    assert f"Line {line} of post/2016-byalaget.md holds an invisible character" in said.out
