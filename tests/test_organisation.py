"""Organisations get new names, take over from each other and end, in the lines that must change and no others.

The plans are invented, but for the real one, of which it is asked what became of the council.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from desk import ROOT, SHOW_PIECE, Desk, Said

from plantrack.cli import run

REAL = str(ROOT / "plan")


@pytest.fixture
def nordvik(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The invented show-piece in a git repository of its own."""
    folder = tmp_path / "desk"
    folder.mkdir()
    return Desk(folder, capsys, monkeypatch, SHOW_PIECE)


def lines(desk: Desk) -> list[str]:
    """The lines that git sees as gone or new."""
    diff = desk.git("diff", "-U0").splitlines()
    return [each for each in diff if each[:1] in "+-" and each[:3] not in ("+++", "---")]


def organisation(desk: Desk, *words: str, answers: tuple[str, ...] | None = None) -> Said:
    return desk.type("organisation", *words, answers=answers)


def test_a_new_name_moves_the_old_one_to_the_former(nordvik: Desk) -> None:
    names = ("sv=Kultur- och fritidsförvaltningen", "en=Culture and Leisure")
    said = organisation(nordvik, "rename", "kultur", *names, "--from", "2018-01-01", "--abbreviation", "KFF")
    assert said.code == 0
    assert "git commit -m" in said.out
    assert lines(nordvik) == [
        "-    sv: Kulturförvaltningen",
        "-    en: Culture Department",
        "+    sv: Kultur- och fritidsförvaltningen",
        "+    en: Culture and Leisure",
        "+  abbreviation: KFF",
        "+  formerly:",
        "+    - name:",
        "+        sv: Kulturförvaltningen",
        "+        en: Culture Department",
        "+      until: 2017-12-31",
    ]
    then = nordvik.type("status", "--organisation", "kultur", "--on", "2016-01-01").out
    now = nordvik.type("status", "--organisation", "kultur", "--on", "2018-06-01").out
    assert then.splitlines()[0] == "Culture Department (now Culture and Leisure)"
    assert now.splitlines()[0] == "Culture and Leisure"


def test_a_second_new_name_keeps_the_first(nordvik: Desk) -> None:
    names = ("sv=Idrottsförvaltningen", "en=Sports Department")
    said = organisation(nordvik, "rename", "FoF", *names, "--from", "2018-01-01", "--dry-run")
    assert said.code == 0
    assert "    - name:" in said.out
    assert "abbreviation: FoF" in said.out, "the old name has the abbreviation that it had"
    assert "The abbreviation FoF stays." in said.out
    assert not nordvik.changed()
    early = organisation(nordvik, "rename", "fof", *names, "--from", "2014-06-01")
    assert early.code == 2
    assert "had another name until 2014-12-31" in early.err


REFUSED = [
    (("rename", "kultur", "Kultur", "--from", "2018-01-01"), "has a name in each language"),
    (("rename", "kultur", "sv=K", "en=C"), "Say from which day: --from DATE"),
    (("rename", "kulturr", "sv=K", "en=C", "--from", "2018-01-01"), "Did you mean “kultur”?"),
    (("replace", "tek", "fof", "--from", "2018-01-01"), "tek ended on 2015-06-30 already"),
    (("replace", "stadsmiljo", "fof", "--from", "2015-01-01"), "began on 2015-07-01"),
    (("replace", "fof", "fof", "--from", "2018-01-01"), "cannot take over from itself"),
    (("replace", "fof", "nytt", "--from", "2018-01-01"), "If it is new, say what it is called"),
    (("replace", "fof", "nytt id", "--from", "2018-01-01", "--name", "X"), "is no id"),
    (("replace", "fof", "nytt", "--from", "2018-01-01", "--name", "X", "--kind", "x"), "One of these may be given"),
    (("replace", "fof", "kultur", "--from", "2018-01-01", "--decision", "x"), "--decision goes with --in-plan"),
    (("replace", "fof", "kultur", "buf", "--from", "2018-01-01", "--in-plan"), "activity by activity"),
    (("dissolve", "fof"), "Say from which day"),
]


def test_what_cannot_be_done_is_said_in_one_sentence(nordvik: Desk) -> None:
    for words, said in REFUSED:
        answer = organisation(nordvik, *words)
        assert answer.code == 2, words
        assert said in answer.err
    assert not nordvik.changed()


def test_two_become_one_that_is_new(nordvik: Desk) -> None:
    merged = ("kd-nordsyd", "--also", "kd-syd", "--from", "2017-07-01", "--name", "Kommundelskontoret Nordsyd")
    assert organisation(nordvik, "replace", "kd-norr", *merged).code == 0
    assert nordvik.changed() == ["plan/organisations.yaml"]
    assert lines(nordvik) == [
        "+  valid: ../2017-06-30",
        "+  successors: kd-nordsyd",
        "+  valid: ../2017-06-30",
        "+  successors: kd-nordsyd",
        "+kd-nordsyd:",
        "+  name: Kommundelskontoret Nordsyd",
        "+  kind: department",
        "+  side: city",
        "+  valid: 2017-07-01/..",
    ]
    group = json.loads(organisation(nordvik, "list", "--format", "json", "--on", "2017-08-01").out)
    known = {each["id"]: each for each in group["organisations"]}
    assert (known["kd-syd"]["until"], known["kd-nordsyd"]["from"]) == ("2017-06-30", "2017-07-01")
    assert "Kommundelskontoret Nordsyd" in nordvik.type("show", "kd-norr", "--on", "2017-08-01").out


def test_one_becomes_several_and_nobody_guesses_who_answers(nordvik: Desk) -> None:
    said = organisation(nordvik, "replace", "kultur", "buf", "fof", "--from", "2016-07-01", "--on", "2016-07-01")
    assert said.code == 0
    assert lines(nordvik) == ["+  valid: ../2016-06-30", "+  successors: [buf, fof]"]
    assert "Nobody has said which of" in said.out
    assert "PT701" in said.out, "the rules say for which activities it has to be said"


def test_work_passes_on_without_a_word_in_the_goals(nordvik: Desk) -> None:
    before = nordvik.type("status", "--organisation", "fof", "--on", "2016-08-01").out
    said = organisation(nordvik, "replace", "kultur", "fof", "--from", "2016-07-01", "--on", "2016-07-01")
    assert "From then on Department for Sports and Associations does; the goals stay as they are." in said.out
    assert nordvik.changed() == ["plan/organisations.yaml"]
    after = nordvik.type("status", "--organisation", "fof", "--on", "2016-08-01").out
    assert "1.1.2" not in before
    assert "1.1.2" in after
    assert "Took over from" in after


def test_a_changed_lead_in_an_adopted_plan_takes_a_decision(nordvik: Desk) -> None:
    words = ("replace", "kultur", "fof", "--from", "2016-07-01", "--on", "2016-07-01", "--in-plan")
    refused = organisation(nordvik, *words)
    assert refused.code == 2
    assert "--decision ID" in refused.err
    said = organisation(nordvik, *words, "--decision", "2016-05-23-kf")
    assert said.code == 0
    assert nordvik.changed() == [
        "plan/1-motesplatser/1.1-motesplatser.yaml",
        "plan/1-motesplatser/1.3-kultur.yaml",
        "plan/decisions/2016-05-23-kf.yaml",
        "plan/organisations.yaml",
    ]
    changed = lines(nordvik)
    assert [each for each in changed if each.startswith("-")] == [
        "-    lead: kultur",
        "-        responsible: [kultur, nordviksbostader]",
        "-    lead: kultur",
        "-    implementing: [kultur, ungdomsradet]",
    ]
    assert "+        responsible: [fof, nordviksbostader]" in changed
    assert "+      to: fof, ungdomsradet" in changed
    assert "1.3 says it for activities of which some are over." in said.out
    assert "PT944" not in nordvik.type("check", "--on", "2016-07-01").out, "what changed is told by a decision"
    nordvik.git("checkout", "-q", "plan/decisions")
    assert "PT944" in nordvik.type("check", "--on", "2016-07-01").out, "and is found where none tells it"


def test_an_end_says_what_then_lacks_someone(nordvik: Desk) -> None:
    said = organisation(nordvik, "dissolve", "kultur", "--from", "2016-07-01", "--on", "2016-07-01")
    assert said.code == 0
    assert lines(nordvik) == ["+  valid: ../2016-06-30"]
    assert "answers for 1.1.1, 1.1.2, 1.3.1 and 1.3.3, and nobody takes over" in said.out


def test_who_is_new_is_asked_for_at_a_terminal(nordvik: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    words = ("replace", "buf", "uf", "--from", "2018-01-01")
    said = organisation(nordvik, *words, answers=("Utbildningsförvaltningen", "departement", "unit", ""))
    assert said.code == 0
    assert "uf is new. What is it called?" in said.out
    assert "“departement” cannot be read here." in said.out
    assert lines(nordvik)[-4:] == [
        "+  name: Utbildningsförvaltningen",
        "+  kind: unit",
        "+  side: city",
        "+  valid: 2018-01-01/..",
    ]
    nordvik.git("checkout", "-q", ".")
    gone = organisation(nordvik, *words, answers=())
    assert gone.code == 2
    assert "Nothing was written" in gone.err
    assert not nordvik.changed()


def test_windows_line_ends_and_comments_stay(desk: Desk) -> None:
    file = desk.plan / "organisations.yaml"
    data = file.read_bytes().replace(b"  name: Gatukontoret", b"  # as in the budget\n  name: Gatukontoret  # short")
    data = data.replace(b"\n", b"\r\n")
    file.write_bytes(data)
    assert organisation(desk, "rename", "gata", "Gatorna", "--from", "2030-01-01").code == 0
    after = file.read_bytes()
    assert after.count(b"\n") == after.count(b"\r\n")
    former = b"  formerly:\r\n    - name: Gatukontoret\r\n      until: 2029-12-31\r\n"
    assert after.count(former) == 1
    assert after.replace(former, b"").replace(b"Gatorna", b"Gatukontoret") == data


def test_a_file_that_changed_meanwhile_is_left(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from plantrack.commands import editing

    file = desk.plan / "organisations.yaml"
    real = editing.write_all

    def slower(changes: list[object]) -> None:
        file.write_bytes(file.read_bytes() + b"# somebody else was here\n")
        real(changes)  # type: ignore[arg-type]

    monkeypatch.setattr(editing, "write_all", slower)
    said = organisation(desk, "dissolve", "gata", "--from", "2030-01-01")
    assert said.code == 2
    assert "was changed meanwhile" in said.err
    assert file.read_text().endswith("# somebody else was here\n")
    assert "valid: ../2029-12-31" not in file.read_text()


# --- the list, and what became of the council ------------------------------------------------------


def real(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert run([*words, "--plan", REAL]) == 0
    return capsys.readouterr().out


def test_the_council_that_ended_says_so_before_what_it_answers_for(capsys: pytest.CaptureFixture[str]) -> None:
    said = real(capsys, "status", "--organisation", "idekom", "--on", "2018-01-01", "--lang", "en")
    assert "Existed until  2017-06-09" in said
    assert "hognivasamtal Forumet för strategiska högnivåsamtal (from 2017)" in said
    assert "2017-06-09-idekom-namn" in said
    assert said.index("Existed until") < said.index("1.1.1")
    before = real(capsys, "status", "--organisation", "idekom", "--on", "2016-01-01", "--lang", "en")
    assert "Existed until" not in before
    shown = real(capsys, "show", "idekom", "--on", "2018-01-01", "--lang", "en")
    assert "Existed until" in shown


def test_the_list_is_by_side_and_says_who_took_over(capsys: pytest.CaptureFixture[str]) -> None:
    said = real(capsys, "organisation", "--on", "2018-01-01", "--lang", "en")
    assert said.index("The city") < said.index("Civil society") < said.index("Joint")
    assert "then samtalsforum-1, samtalsforum-2, samtalsforum-3, styrgruppen, hognivasamtal" in said
    side = real(capsys, "organisation", "list", "--side", "civil society", "--lang", "en", "--format", "md")
    assert "Caritas" in side
    assert "Kommunstyrelsen" not in side
    one = real(capsys, "organisation", "gse", "--lang", "en")
    assert "Göteborgsregionens Sociala Ekonomi" in one


def test_the_glossary_says_what_replaced_what(capsys: pytest.CaptureFixture[str]) -> None:
    said = real(capsys, "terms", "--lang", "en")
    assert "until 2017-06-09" in said
    assert "“social ekonomi”, replaced" in said
    assert "No later text uses it." in said
    terms = json.loads(real(capsys, "terms", "--format", "json"))["terms"]
    old = next(each for each in terms if each["term"] == "social ekonomi")
    assert (old["replaced_by"], old["used_after"]) == ("civilsamhällets organisationer", [])
    assert old["used_before"] > 20
