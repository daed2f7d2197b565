"""``plantrack history``: a thing's life, from real git histories of invented plans; never who wrote it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from desk import Desk

from plantrack.store import past
from plantrack.store.repository import Objects

GOAL = "1-kunskap/1.1-information.yaml"
MAP = "1.1.1"
DECISION = """\
date: {day}
body: kf
kind: move_deadline
title: Kartan får mer tid
about: [1.1.1]
changes:
  1.1.1:
    when:
      from: {before}
      to: {after}
"""


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = Desk(tmp_path, capsys, monkeypatch)
    desk.git("commit", "-q", "--amend", "-m", "Planen", day="2014-01-10")
    return desk


def write(desk: Desk, old: str, new: str, file: str = GOAL) -> None:
    """Changes a file of the plan."""
    path = desk.plan / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def retitle(desk: Desk, old: str, new: str) -> None:
    write(desk, f"sv: {old}", f"sv: {new}")


def life(desk: Desk, thing: str = MAP, lang: str = "en") -> list[dict[str, Any]]:
    """What happened to a thing, as data."""
    said = desk.type("history", thing, "--format", "json", "--lang", lang)
    assert said.code == 0, said
    (one,) = json.loads(said.out)["lives"]
    return one["entries"]


def sorts(entries: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(each["sort"], each["field"]) for each in entries if each["sort"] not in ("answered", "told")]


def fields(entries: list[dict[str, Any]]) -> list[str]:
    """The fields that were changed; empty where the thing itself came."""
    return [field for _sort, field in sorts(entries)]


def revision(desk: Desk, name: str = "HEAD") -> str:
    return desk.git("rev-parse", name).strip()


# ----- what is told


def test_every_wording_time_and_lead_the_oldest_first(desk: Desk) -> None:
    retitle(desk, "En gemensam karta över föreningarna", "En karta över föreningarna")
    desk.commit("kortare", day="2014-03-01")
    write(desk, "lead: kof", "lead: ksf")
    desk.commit("annan", day="2014-04-01")
    write(desk, "when: 2014-2015", "when: 2014-2016")
    desk.commit("senare", day="2014-05-01")
    entries = life(desk)
    assert sorts(entries) == [
        ("came", ""),
        ("reworded", "title"),
        ("lead_changed", "lead"),
        ("postponed", "when"),
    ]
    days = [each["day"] for each in entries]
    assert days == sorted(days)
    told = {each["sort"]: each for each in entries}
    assert told["came"]["said"][0] == "Title: A common map of the associations"
    assert told["postponed"]["revision"] == revision(desk)
    assert told["postponed"]["said"] == ["2014–2015 → 2014–2016"]


def test_a_long_text_is_told_whole_in_every_wording(desk: Desk) -> None:
    text = " ".join(["Ord"] * 60)
    retitle(desk, "En gemensam karta över föreningarna", f"{text} slut")
    desk.commit("lång", day="2014-03-01")
    retitle(desk, f"{text} slut", f"{text} början {text}")
    desk.commit("längre", day="2014-04-01")
    said = [each["said"] for each in life(desk, lang="sv") if each["field"] == "title"]
    assert [each[-1] for each in said][-1] == f"{text} början {text}"
    assert f"{text} slut" in said[0][-1]


def test_the_decision_that_tells_a_change_stands_beside_it(desk: Desk) -> None:
    write(desk, "when: 2014-2015", "when: 2014-2016")
    (desk.plan / "decisions/2014-05-05-kf.yaml").write_text(
        DECISION.format(day="2014-05-05", before="2014-2015", after="2014-2016"), encoding="utf-8"
    )
    desk.commit("ett", day="2014-05-06")
    write(desk, "when: 2014-2016", "when: 2014-2017")
    desk.commit("två, utan beslut", day="2014-06-06")
    write(desk, "when: 2014-2017", "when: 2014-2018")
    desk.commit("tre", day="2014-07-07")
    (desk.plan / "decisions/2014-07-01-kf.yaml").write_text(
        DECISION.format(day="2014-07-01", before="2014-2017", after="2014-2018"), encoding="utf-8"
    )
    desk.commit("beslutet kommer efteråt", day="2014-08-08")
    moved = [each for each in life(desk) if each["field"] == "when"]
    assert [each["decisions"] for each in moved] == [["2014-05-05-kf"], [], ["2014-07-01-kf"]]
    said = desk.type("history", MAP, "--lang", "sv").out
    assert "beslutat: " in said
    assert "(2014-07-01-kf)" in said


def test_a_decision_from_before_git_is_told_on_its_own_day(desk: Desk) -> None:
    (desk.plan / "decisions/2013-05-05-kf.yaml").write_text(
        DECISION.format(day="2013-05-05", before="2013", after="2014-2015"), encoding="utf-8"
    )
    desk.commit("ur gamla handlingar", day="2014-05-06")
    first = life(desk)[0]
    assert (first["day"], first["sort"], first["said"]) == ("2013-05-05", "told", ["2013 → 2014-2015"])
    assert first["decisions"] == ["2013-05-05-kf"]


def test_reports_stand_on_their_own_day_with_the_day_in_git(desk: Desk) -> None:
    reports = [each for each in life(desk) if each["sort"] == "answered"]
    assert reports
    assert all(each["committed"] == "2014-01-10" for each in reports)
    assert [each["day"] for each in reports] == sorted(each["day"] for each in reports)
    file = desk.plan / "progress" / "2015" / "2015-11-20-kof-1a2b.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace(f"  {MAP}:\n    status: completed", f"  {MAP}:\n    status: ongoing"), encoding="utf-8"
    )
    assert file.read_text(encoding="utf-8") != text
    desk.commit("i efterhand", day="2016-01-01")
    changed = [each for each in life(desk) if each["sort"] == "answer_changed"]
    assert [(each["day"], each["about"]) for each in changed] == [("2016-01-01", "2015-11-20-kof-1a2b")]


def test_never_who_wrote_it(desk: Desk) -> None:
    retitle(desk, "En gemensam karta", "En karta")
    desk.git("add", "-A")
    desk.git(
        "-c", "user.name=Ada Persson", "commit", "-q", "--author", "Ada Persson <ada@lunda.example>", "-m", "Adas val"
    )
    for form in ("text", "md", "json"):
        said = desk.type("history", MAP, "--format", form)
        for word in ("Ada", "lunda.example", "Kansliet", "Adas val"):
            assert word not in said.out + said.err


def test_what_is_not_committed_is_last(desk: Desk) -> None:
    retitle(desk, "En gemensam karta", "En karta")
    last = life(desk)[-1]
    assert (last["day"], last["revision"], last["sort"]) == (None, "", "reworded")
    assert "not committed yet" in desk.type("history", MAP).out
    assert "ännu inte i git" in desk.type("history", MAP, "--lang", "sv").out


# ----- moves


def test_a_move_between_files_and_goals_is_no_deletion(desk: Desk) -> None:
    goal, other = desk.plan / GOAL, desk.plan / "1-kunskap/1.2-utbildning.yaml"
    desk.git("mv", f"plan/{GOAL}", "plan/1-kunskap/1.1-karta.yaml")
    desk.commit("nytt namn på filen", day="2014-02-01")
    goal = desk.plan / "1-kunskap/1.1-karta.yaml"
    start, found, rest = goal.read_text(encoding="utf-8").partition("  1.1.2:\n")
    block, after, end = (found + rest).partition("\ncriteria:")
    goal.write_text(start + after.lstrip() + end, encoding="utf-8")
    text = other.read_text(encoding="utf-8")
    other.write_text(text.replace("activities:\n", f"activities:\n{block.rstrip()}\n", 1), encoding="utf-8")
    desk.commit("till ett annat mål", day="2014-03-01")
    entries = life(desk, "1.1.2")
    assert [each for each, _field in sorts(entries)][:2] == ["came", "file_moved"]
    assert "gone" not in [each for each, _field in sorts(entries)]
    moved = next(each for each in entries if each["sort"] == "moved")
    assert moved["said"][0].startswith("1.1 ")
    assert ("moved", "in") in sorts(life(desk, "1.2")), "the goal's own life tells that it came"


def test_a_plan_folder_that_was_renamed_has_its_whole_life(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    retitle(desk, "En gemensam karta", "En karta")
    desk.commit("före", day="2014-02-01")
    desk.git("mv", "plan", "Rådets plan åäö")
    shutil.copytree(desk.folder / "Rådets plan åäö", desk.folder / "kopia")
    desk.commit("flyttad, och en kopia", day="2014-03-01")
    desk.plan = desk.folder / "Rådets plan åäö"
    retitle(desk, "En karta", "Kartan")
    desk.commit("efter", day="2014-04-01")
    monkeypatch.chdir(desk.plan)
    assert fields(life(desk)) == ["", "title", "title"]


def test_a_thing_that_is_gone_has_a_life_to_tell(desk: Desk) -> None:
    (desk.plan / GOAL).unlink()
    desk.commit("borta", day="2014-02-01")
    assert sorts(life(desk)) == [("came", ""), ("gone", "")]
    assert "(no longer in the plan)" in desk.type("history", MAP).out.splitlines()[0]
    said = desk.type("history", "9.9.9")
    assert said.code == 2
    assert "9.9.9" in said.err


@pytest.mark.parametrize(
    "thing", ["1", "1.1", "1.1.1.a", "1.1.k1", "1.1.m1", "kof", "2014-02-05-ks", "lunda-2014", "IOP"]
)
def test_every_kind_of_thing_has_a_life(desk: Desk, thing: str) -> None:
    said = desk.type("history", thing)
    assert said.code == 0, said
    assert thing in said.out
    assert ("Nothing is known" in said.out) == (thing == "lunda-2014"), "the plan's own file was never changed"


# ----- branches


def branch(desk: Desk) -> None:
    """A branch that gives the map another title, and a change of something else on main meanwhile."""
    desk.git("checkout", "-q", "-b", "gren")
    retitle(desk, "En gemensam karta", "En karta")
    desk.commit("på grenen", day="2014-02-01")
    desk.git("checkout", "-q", "main")
    write(desk, "due: 2016", "due: 2017")
    desk.commit("på main", day="2014-03-01")


def test_a_merge_that_only_brings_in_a_branch_adds_nothing(desk: Desk) -> None:
    branch(desk)
    name = revision(desk, "gren")
    desk.git("merge", "-q", "--no-ff", "-m", "in", "gren", day="2014-04-01")
    entries = [each for each in life(desk) if each["field"] == "title"]
    assert [each["revision"] for each in entries] == [name]
    assert sorts(life(desk, "1.1"))[-1] == ("postponed", "due")


def test_a_squash_is_one_change_of_its_own_day(desk: Desk) -> None:
    branch(desk)
    desk.git("merge", "-q", "--squash", "gren")
    desk.git("commit", "-q", "-m", "in", day="2014-04-01")
    entries = [each for each in life(desk) if each["field"] == "title"]
    assert [(each["day"], each["revision"]) for each in entries] == [("2014-04-01", revision(desk))]


def test_a_merge_that_says_something_of_its_own_is_told(desk: Desk) -> None:
    branch(desk)
    desk.git("merge", "-q", "--no-ff", "--no-commit", "gren")
    write(desk, "lead: kof", "lead: ksf")
    desk.commit("in, med mer", day="2014-04-01")
    entries = life(desk)
    assert fields(entries) == ["", "title", "lead"]
    assert next(each for each in entries if each["field"] == "lead")["revision"] == revision(desk)


def test_a_branch_that_lost_is_told_as_such(desk: Desk) -> None:
    desk.git("checkout", "-q", "-b", "gren")
    write(desk, "when: 2014-2015", "when: 2014-2017")
    write(desk, "due: 2016", "due: 2018")
    desk.commit("på grenen", day="2014-03-01")
    desk.git("checkout", "-q", "main")
    write(desk, "when: 2014-2015", "when: 2014-2016")
    desk.commit("på main", day="2014-02-01")
    with pytest.raises(subprocess.CalledProcessError):
        desk.git("merge", "-q", "--no-ff", "gren")
    desk.git("checkout", "-q", "--theirs", "plan")
    write(desk, "when: 2014-2017", "when: 2014-2016")
    desk.commit("mains tid gäller", day="2014-04-01")
    times = [each["said"] for each in life(desk) if each["field"] == "when"]
    assert times == [["2014–2015 → 2014–2016"], ["2014–2015 → 2014–2017"], ["2014–2017 → 2014–2016"]]


def test_one_change_that_came_by_two_ways_is_told_once(desk: Desk) -> None:
    branch(desk)
    desk.git("cherry-pick", "gren", day="2014-03-15")
    desk.git("merge", "-q", "--no-ff", "-m", "in", "gren", day="2014-04-01")
    assert len([each for each in life(desk) if each["field"] == "title"]) == 1


# ----- what is lacking


def test_a_revision_that_cannot_be_read_is_no_deletion(desk: Desk) -> None:
    text = (desk.plan / GOAL).read_bytes()
    (desk.plan / GOAL).write_bytes(b"\xff\xfe\x00\x01" * 40)
    desk.commit("trasig", day="2014-02-01")
    (desk.plan / GOAL).write_bytes(text)
    retitle(desk, "En gemensam karta", "En karta")
    desk.commit("lagad", day="2014-03-01")
    entries = life(desk)
    assert fields(entries) == ["", "title"]


def test_a_copy_with_only_the_newest_history_says_so(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    retitle(desk, "En gemensam karta", "En karta")
    desk.commit("två", day="2014-02-01")
    write(desk, "lead: kof", "lead: ksf")
    desk.commit("tre", day="2014-03-01")
    desk.git("clone", "-q", "--depth", "2", desk.folder.as_uri(), str(tmp_path / "grund"))
    monkeypatch.chdir(tmp_path / "grund")
    said = desk.type("history", MAP)
    assert "git fetch --unshallow" in said.out
    assert "as it was in the oldest revision here" in said.out
    assert "new activity" not in said.out
    assert "git fetch --unshallow" in desk.type("history", MAP, "--lang", "sv").out


def test_without_git_decisions_and_reports_tell(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk.plan / "decisions/2014-05-05-kf.yaml").write_text(
        DECISION.format(day="2014-05-05", before="2013", after="2014-2015"), encoding="utf-8"
    )
    desk.git("add", "-A")
    with_git = [each["about"] for each in life(desk) if each["sort"] == "answered"]
    shutil.rmtree(desk.folder / ".git")
    entries = life(desk)
    assert [each["about"] for each in entries if each["sort"] == "answered"] == with_git
    assert [each["decisions"] for each in entries if each["sort"] == "told"] == [["2014-05-05-kf"]]
    assert "the plan is in no git repository" in desk.type("history", MAP).out
    desk.git("init", "-q")
    assert "nothing has been committed here yet" in desk.type("history", MAP).out
    monkeypatch.setenv("PATH", "")
    assert "git is not installed here" in desk.type("history", MAP).out


# ----- through few processes


def test_a_long_history_takes_as_many_processes_as_a_short_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[str] = []
    begin = subprocess.Popen.__init__

    def counted(self: object, *arguments: Any, **more: Any) -> None:
        started.append(str(arguments[0] if arguments else more["args"]))
        begin(self, *arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(subprocess.Popen, "__init__", counted)
    life(desk)
    short = len(started)
    for year in range(2017, 2029):
        write(desk, f"due: {year - 1}", f"due: {year}")
        desk.commit("igen")
    started.clear()
    assert len(life(desk, "1.1")) > 12
    assert len(started) == short


def test_only_what_changed_is_decoded_and_each_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for year in ("2017", "2018", "2016", "2017"):
        text = (desk.plan / GOAL).read_text(encoding="utf-8")
        (desk.plan / GOAL).write_text(
            text.replace(text[text.index("due: ") :][:9], f"due: {year}", 1), encoding="utf-8"
        )
        desk.commit(year)
    seen: list[str] = []
    decode = past.decode

    def counted(kind: str, thing: str, file: str, data: bytes, *more: Any) -> Any:
        seen.append(f"{file} {hash(data)}")
        return decode(kind, thing, file, data, *more)

    monkeypatch.setattr(past, "decode", counted)
    life(desk, "1.1.1")
    assert len(seen) == len(set(seen))
    assert len([each for each in seen if each.startswith(GOAL)]) == 3
    assert not [each for each in seen if each.startswith("2-motesplatser/2.1")]


def test_many_objects_through_one_process_in_the_order_asked_for(desk: Desk) -> None:
    names = [line.split()[2] for line in desk.git("ls-tree", "-r", "HEAD").splitlines()]
    objects = Objects(desk.folder)
    many = dict(objects.many(names * 9))
    assert list(many) == list(dict.fromkeys(names))
    assert all(objects(name) == data for name, data in many.items())
    assert (
        many[names[0]]
        == subprocess.run(
            ["git", "cat-file", "blob", names[0]], cwd=desk.folder, capture_output=True, check=True
        ).stdout
    )
    with pytest.raises(OSError, match="no such object"):
        objects("0" * 40)
    assert objects(names[0]) == many[names[0]], "and goes on after that"


def test_nothing_is_asked_of_git_about_people() -> None:
    asked = " ".join(past.LOG)
    assert not [each for each in ("%a", "%cn", "%ce", "%s", "%b", "%B") if each in asked]
    assert "%H %cI %P" in asked
