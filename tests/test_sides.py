"""What is compared with what: BEFORE and AFTER are found wherever the plan lay, or one sentence says why not.

On a real git repository with the example plan, which is invented.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from desk import EXAMPLE, Desk

from plantrack.commands.sides import Compared, Sides, read, sides
from plantrack.locales import speech
from plantrack.shell import CannotRun
from plantrack.store import folder as reading
from plantrack.store.folder import load

DAY = date(2016, 1, 31)
ANSWER = "progress/2015/2015-11-20-kof-1a2b.yaml"
GOAL = "1-kunskap/1.1-information.yaml"


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(tmp_path, capsys, monkeypatch)


def write(desk: Desk, old: str, new: str, file: str = GOAL) -> None:
    """Changes a file of the plan."""
    path = desk.plan / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def due(desk: Desk, year: str) -> None:
    """Goal 1.1 is due another year."""
    write(desk, "due: 2016", f"due: {year}")


def dues(*words: str, plan: str = "") -> tuple[str, str]:
    """When goal 1.1 is due on each side."""
    compared = read(sides(*words, plan=plan), DAY)
    return tuple(facts.plan.goals["1.1"].due.text for facts in compared[:2])  # type: ignore[return-value]


def told(these: Sides, language: str = "en") -> str:
    return speech(language).say(these.told[0], **these.told[1])


def notes(compared: Compared, language: str = "en") -> list[str]:
    return [speech(language).say(sentence, **values) for sentence, values in compared.partial]


def refused(*words: str, plan: str = "") -> tuple[str, str]:
    """Why nothing is compared, in English and in Swedish."""
    with pytest.raises(CannotRun) as error:
        sides(*words, plan=plan)
    english, swedish = (speech(each).say(error.value.sentence, **error.value.values) for each in ("en", "sv"))
    assert english != swedish
    assert "{" not in english + swedish
    return english, swedish


# ----- what is compared where nothing is said


def test_a_branch_is_compared_with_where_it_left_the_main_line(desk: Desk) -> None:
    desk.git("checkout", "-q", "-b", "flytt")
    due(desk, "2017")
    desk.commit("senare")
    desk.git("checkout", "-q", "main")
    write(desk, "Välfärd", "Tillväxt")
    desk.commit("annat på main")
    desk.git("checkout", "-q", "flytt")
    write(desk, "2014-2015", "2014-2016")
    compared = read(sides(), DAY)
    assert dues() == ("2016", "2017")
    assert compared.after.plan.goals["1.1"].shared[0].when.text == "2014-2016", "what is not committed is part of it"
    assert compared.before.plan.goals["1.1"].fields == compared.after.plan.goals["1.1"].fields, "main's own is not"
    base = desk.git("merge-base", "main", "HEAD")[:7]
    assert told(sides()) == f"What has changed here since main: {base} against the working tree."
    assert told(sides(), "sv") == f"Vad som har ändrats här sedan main: {base} mot arbetsmappen."


def test_the_servers_main_line_counts_before_the_one_here(desk: Desk, tmp_path: Path) -> None:
    desk.git("clone", "-q", "--bare", str(desk.folder), str(tmp_path / "server.git"))
    desk.git("remote", "add", "origin", str(tmp_path / "server.git"))
    desk.git("fetch", "-q", "origin")
    due(desk, "2017")
    desk.commit("inte skickat än")
    assert dues() == ("2016", "2017")
    assert "since origin/main" in told(sides())


def test_on_the_main_line_what_is_not_committed_is_compared(desk: Desk) -> None:
    due(desk, "2017")
    assert dues() == ("2016", "2017")
    assert told(sides()) == "What has not been committed yet: the last commit against the working tree."


def test_on_the_main_line_with_all_committed_the_last_change_is_shown_and_said(desk: Desk) -> None:
    due(desk, "2017")
    desk.commit("senare")
    (desk.folder / "README.md").write_text("annat", encoding="utf-8")
    desk.commit("inget om planen")
    assert dues() == ("2016", "2017")
    latest = desk.git("rev-parse", "HEAD~1")[:7]
    assert f"This is what was changed last, in {latest}" in told(sides())


def test_a_merged_branch_is_one_change(desk: Desk) -> None:
    desk.git("checkout", "-q", "-b", "gren")
    due(desk, "2017")
    desk.commit("ett")
    write(desk, "Välfärd", "Tillväxt")
    desk.commit("två")
    desk.git("checkout", "-q", "main")
    desk.git("merge", "-q", "--no-ff", "-m", "in", "gren")
    compared = read(sides(), DAY)
    assert dues() == ("2016", "2017")
    assert compared.before.plan.goals["1.1"].fields != compared.after.plan.goals["1.1"].fields


def test_a_plan_that_was_never_changed_is_equal_to_itself(desk: Desk) -> None:
    compared = read(sides(), DAY)
    assert compared.before.plan == compared.after.plan
    assert compared.partial == ()


# ----- what words mean


def test_revisions_tags_folders_and_ranges(desk: Desk, tmp_path: Path) -> None:
    desk.git("tag", "beslutad")
    due(desk, "2017")
    desk.commit("senare")
    write(desk, "due: 2017", "due: 2018")
    shutil.copytree(EXAMPLE, tmp_path / "kopia" / "plan")
    assert dues("beslutad") == ("2016", "2018")
    assert dues("beslutad", "HEAD") == dues("beslutad..HEAD") == dues("beslutad..") == ("2016", "2017")
    assert dues("HEAD", "beslutad") == ("2017", "2016")
    assert (
        dues("kopia") == dues("kopia/plan") == dues("kopia/plan/plan.yaml") == dues("kopia", "plan") == ("2016", "2018")
    )
    assert dues("HEAD", "kopia") == ("2017", "2016")
    assert [side.label for side in sides("beslutad", "kopia")[:2]] == ["beslutad", "kopia"]
    assert sides("beslutad").before.revision == desk.git("rev-parse", "beslutad").strip()


def test_three_dots_are_what_one_branch_has_changed(desk: Desk) -> None:
    desk.git("checkout", "-q", "-b", "gren")
    due(desk, "2017")
    desk.commit("på grenen")
    desk.git("checkout", "-q", "main")
    write(desk, "Välfärd", "Tillväxt")
    desk.commit("på main")
    compared = read(sides("main...gren"), DAY)
    assert dues("main...gren") == ("2016", "2017")
    assert compared.before.plan.goals["1.1"].fields == compared.after.plan.goals["1.1"].fields


def test_a_name_of_both_is_a_revision_unless_it_is_written_as_a_way(desk: Desk) -> None:
    desk.git("branch", "plan")
    due(desk, "2017")
    assert dues("plan") == ("2016", "2017")
    assert dues("plan", "./plan") == dues("plan", "plan/") == ("2016", "2017")
    assert sides("./plan", "plan").before.revision == ""


def test_two_folders_need_no_git(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(desk.folder / ".git")
    shutil.copytree(EXAMPLE, tmp_path / "gammal")
    due(desk, "2017")
    monkeypatch.setenv("PATH", "")
    assert dues("gammal", "plan") == ("2016", "2017")
    assert dues("./gammal", "./plan") == ("2016", "2017")
    assert refused() == (
        "git is not installed here. Without it, only two folders can be compared: plantrack diff BEFORE AFTER",
        "git är inte installerat här. Utan det går bara två mappar att jämföra: plantrack diff FÖRE EFTER",
    )


# ----- the plan lay elsewhere


def test_a_plan_in_a_folder_that_was_renamed_with_letters_of_any_kind(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.git("tag", "före")
    (desk.folder / "arkiv").mkdir()
    desk.git("mv", "plan", "arkiv/Rådets plan åäö")
    desk.plan = desk.folder / "arkiv" / "Rådets plan åäö"
    (desk.plan / GOAL).rename(desk.plan / "1-kunskap/1.1-rätt väg.yaml")
    desk.commit("flyttad")
    write(desk, "due: 2016", "due: 2017", "1-kunskap/1.1-rätt väg.yaml")
    monkeypatch.chdir(desk.plan)
    assert dues("före") == ("2016", "2017")
    assert sides("före").before.folder == desk.folder / "plan"
    compared = read(sides("HEAD"), DAY)
    assert compared.partial == ()
    assert compared.before.plan.goals.keys() == compared.after.plan.goals.keys()


def test_of_two_plans_the_one_with_the_id_is_meant(desk: Desk) -> None:
    desk.git("mv", "plan", "den-nya")
    desk.plan = desk.folder / "den-nya"
    shutil.copytree(desk.plan, desk.folder / "plan")
    (desk.folder / "plan/plan.yaml").write_text("format: 1\nid: en-annan\ntitle: En annan\n", encoding="utf-8")
    desk.commit("två planer")
    assert read(sides("HEAD~1", plan="den-nya"), DAY).before.plan.header.id == "lunda-2014"
    assert sides("HEAD~1", "HEAD", plan="den-nya").before.folder.name == "plan"


def test_a_plan_that_only_git_knows(desk: Desk) -> None:
    due(desk, "2017")
    desk.commit("senare")
    shutil.rmtree(desk.plan)
    assert dues("HEAD~1", "HEAD") == ("2016", "2017")


def test_what_a_plan_shares_is_compared_too(desk: Desk) -> None:
    (desk.folder / "gemensamt").mkdir()
    (desk.plan / "organisations.yaml").rename(desk.folder / "gemensamt/organisations.yaml")
    write(desk, "format: 1\n", "format: 1\nuses: ../gemensamt\n", "plan.yaml")
    desk.commit("delat")
    path = desk.folder / "gemensamt/organisations.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("abbreviation: KoF", "abbreviation: KF"), encoding="utf-8")
    compared = read(sides("HEAD"), DAY)
    one, other = (facts.plan.organisations["kof"].abbreviation for facts in compared[:2])
    assert (one, other) == ("KoF", "KF")


# ----- only what differs is read


def test_only_what_differs_is_decoded_twice(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    due(desk, "2017")
    desk.commit("senare")
    shutil.copytree(desk.plan, desk.folder / "kopia")
    whole = len(load(desk.plan, DAY).sources)
    seen: list[str] = []
    decode = reading.decode

    def counted(kind: str, thing: str, file: str, *more: object) -> object:
        seen.append(file)
        return decode(kind, thing, file, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "decode", counted)
    for words, twice in ((("HEAD~1",), 1), (("HEAD~1", "HEAD"), 1), (("HEAD",), 0), (("kopia", "plan"), 0)):
        seen.clear()
        these = sides(*words)
        seen.clear()
        read(these, DAY)
        assert len(seen) == whole + twice, words
        assert sorted({file for file in seen if seen.count(file) > 1}) == ([GOAL] if twice else [])


def test_what_is_taken_over_is_as_if_it_had_been_read(desk: Desk) -> None:
    due(desk, "2017")
    write(desk, "lead: kof", "lead: kof\n    colour: blå")
    desk.commit("med ett fel")
    write(desk, "due: 2017", "due: 2018")
    shutil.copytree(desk.plan, desk.folder / "hel")
    desk.git("checkout", "-q", "HEAD", "--", "plan")
    now = read(sides("HEAD", "hel"), DAY).before
    alone = load(desk.plan, DAY)
    assert now.plan == alone.plan
    assert now.sources == alone.sources
    assert now.faults == alone.faults
    assert now.file_of == alone.file_of


def test_where_the_plan_is_read_otherwise_all_is_read_anew(desk: Desk) -> None:
    write(desk, "scale:\n  full_gang:", "scale:\n  i_gang:", "plan.yaml")
    desk.commit("ett annat ord, och ett svar som inte har det")
    shutil.copytree(EXAMPLE, desk.folder / "hel")
    before = read(sides("HEAD", "hel"), DAY).before
    assert [fault.where.file for fault in before.faults_of("choice")] == [ANSWER]


# ----- a partial answer says what it lacks


def test_a_file_that_cannot_be_read_is_no_deletion(desk: Desk) -> None:
    (desk.plan / GOAL).write_bytes(b"\xff\xfe\x00\x01" * 40)
    compared = read(sides("HEAD"), DAY)
    assert compared.after.plan.goals == compared.before.plan.goals
    assert notes(compared) == [f"In the working tree, this cannot be read and is taken as unchanged: {GOAL}."]
    assert notes(compared, "sv") == [f"I arbetsmappen går detta inte att läsa och räknas som oförändrat: {GOAL}."]
    desk.commit("trasig")
    due_again = EXAMPLE / GOAL
    shutil.copy(due_again, desk.plan / GOAL)
    compared = read(sides("HEAD"), DAY)
    assert compared.after.plan.goals == compared.before.plan.goals
    assert notes(compared) == [f"In HEAD, this cannot be read and is taken as unchanged: {GOAL}."]


def test_a_value_that_cannot_be_read_is_said(desk: Desk) -> None:
    due(desk, "när det går")
    assert notes(read(sides("HEAD"), DAY)) == [
        f"In the working tree, something in these files cannot be read and is not compared: {GOAL}."
    ]


def test_a_merge_that_is_not_finished(desk: Desk) -> None:
    desk.git("checkout", "-q", "-b", "gren")
    due(desk, "2017")
    desk.commit("grenen")
    desk.git("checkout", "-q", "main")
    due(desk, "2018")
    desk.commit("main")
    with pytest.raises(Exception, match="merge"):
        desk.git("merge", "-q", "gren")
    compared = read(sides(), DAY)
    assert compared.after.plan == compared.before.plan, "neither of the two versions is told as a change"
    assert notes(compared) == [
        f"A merge is not finished in the working tree: {GOAL}.",
        f"In the working tree, this cannot be read and is taken as unchanged: {GOAL}.",
    ]


def test_a_header_that_cannot_be_read(desk: Desk) -> None:
    (desk.plan / "plan.yaml").write_bytes(b"\xff\xfe\x00\x01" * 40)
    compared = read(sides("HEAD"), DAY)
    assert compared.after.plan == compared.before.plan
    assert notes(compared) == ["In the working tree, this cannot be read and is taken as unchanged: plan.yaml."]


def test_another_version_of_the_format(desk: Desk) -> None:
    write(desk, "format: 1\n", "format: 0\n", "plan.yaml")
    desk.commit("gammal")
    write(desk, "format: 0\n", "format: 1\n", "plan.yaml")
    assert notes(read(sides("HEAD"), DAY)) == ["HEAD is written in version 0 of the format, and is read as version 1."]


# ----- one sentence where nothing can be compared


def test_what_git_and_the_disk_do_not_know(desk: Desk) -> None:
    (desk.folder / "tom").mkdir()
    assert refused("nix")[0].startswith("git knows no revision “nix”, and there is no folder of that name")
    assert refused("HEAD", "nix")[1].startswith("git känner ingen version ”nix”")
    assert refused("../nix")[0] == "There is no folder ../nix."
    assert refused("tom")[0] == "There is no plan in tom: no file plan.yaml."
    assert refused("HEAD..nix")[0].startswith("git knows no revision “nix”")


def test_a_plan_that_was_not_there_yet(desk: Desk) -> None:
    desk.git("checkout", "-q", "--orphan", "tom")
    desk.git("rm", "-rq", "--cached", "plan")
    (desk.folder / "README.md").write_text("tom", encoding="utf-8")
    desk.git("add", "README.md")
    desk.git("commit", "-q", "-m", "tom")
    assert refused("tom")[0] == "This plan was not there yet at “tom”, so there is nothing to compare."
    assert refused()[0] == "HEAD and main have no history in common. Name the revision to compare with."


def test_no_repository_and_no_commit(desk: Desk, tmp_path: Path) -> None:
    shutil.rmtree(desk.folder / ".git")
    assert refused()[0].startswith(f"{desk.plan} is in no git repository")
    assert refused("HEAD")[0].startswith(f"{desk.plan} is in no git repository")
    desk.git("init", "-q")
    assert refused()[0] == "Nothing has been committed here yet, so there is nothing to compare with."


def test_a_copy_with_only_the_newest_history(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    due(desk, "2017")
    desk.commit("senare")
    desk.git("checkout", "-q", "-b", "gren")
    write(desk, "due: 2017", "due: 2018")
    desk.commit("ännu senare")
    desk.git("checkout", "-q", "main")
    desk.git("clone", "-q", "--depth", "1", "--no-single-branch", desk.folder.as_uri(), str(tmp_path / "grund"))
    monkeypatch.chdir(tmp_path / "grund")
    assert notes(read(sides(), DAY))[0].startswith("What was changed last cannot be seen")
    desk.git("-C", "grund", "checkout", "-q", "gren")
    english, swedish = refused()
    assert english.startswith("Where HEAD and origin/main parted cannot be seen")
    assert "git fetch --unshallow" in english
    assert "git fetch --unshallow" in swedish
    assert "git fetch --unshallow" in refused("HEAD~1")[0]
    assert dues("HEAD") == ("2018", "2018"), "what is there is compared"


def test_standing_on_no_branch(desk: Desk) -> None:
    due(desk, "2017")
    desk.commit("senare")
    desk.git("checkout", "-q", "--detach", "HEAD~1")
    due(desk, "2019")
    assert dues() == ("2016", "2019")
    assert dues("main") == ("2017", "2019")
