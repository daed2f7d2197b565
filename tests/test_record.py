"""``record``: one thing takes one line; nothing is lost, nothing half done, and two people never collide."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from desk import Desk

DAY = ("--date", "2016-12-05")


def written(desk: Desk, round_id: str = "2016") -> str:
    """The text of the only new answer."""
    (file,) = desk.submissions(round_id)
    return file.read_text(encoding="utf-8")


def test_one_line_records_and_says_what_it_changes(desk: Desk) -> None:
    said = desk.type("record", "1.1.2", "ongoing", "--by", "ksf", "--comment", "All is well", *DAY)
    assert said.code == 0
    assert "1.1.2 Kontaktpersoner i varje förvaltning: ? no report → ◐ ongoing" in said.out
    assert "goal 1.1: 1 of 3 reported → 2 of 3" in said.out
    (file,) = desk.changed()
    assert f"Wrote {file}:" in said.out
    assert f"git add {file}" in said.out
    assert "pull request" in said.out
    lines = written(desk).splitlines()
    assert lines[:3] == ["by: ksf", "date: 2016-12-05", "round: 2016"]
    assert lines[4:] == ["answers:", "  1.1.2:", "    status: ongoing", "    comment: All is well"]


@pytest.mark.parametrize(
    ("word", "means"),
    [
        ("pågår", "ongoing"), ("Ej påbörjad", "not_started"), ("not-started", "not_started"), ("KLAR", "completed"),
        ("i full gång", "full_gang"), ("in full swing", "full_gang"), ("oförändrat", "unchanged"),
    ],
)  # fmt: skip
def test_states_are_taken_in_both_languages_and_in_the_plans_own_words(desk: Desk, word: str, means: str) -> None:
    assert desk.type("record", "1.1.2", word, "--by", "ksf", *DAY).code == 0
    assert f"status: {means}\n" in written(desk)


def test_words_of_a_state_need_no_quotes(desk: Desk) -> None:
    assert desk.type("record", "1.1.2", "ej", "påbörjad", "1.1.m1", "1", "150", "--by", "kof", *DAY).code == 0
    assert "status: not_started" in written(desk)
    assert "value: 1 150" in written(desk)


def test_several_answers_each_with_its_own_words(desk: Desk) -> None:
    said = desk.type(
        "record", "1.1.1", "genomförd", "2.1.m1", "45/60", "2.1.k1", "delvis", "2.1.m2", "ja", "--by", "KoF",
        "--comment", "1.1.1=Kartan: klar", "--deviation", "Det dröjde", "--remedy", "Inget behövs",
        "--ground", "2.1.k1=Nio av tolv", "--forecast", "osäkert", "--n", "2.1.m1=60", "--at", "2016",
        "--evidence", "https://lunda.example/karta", *DAY,
    )  # fmt: skip
    assert said.code == 0, said
    text = written(desk)
    assert "    comment: |\n      Kartan: klar" in text
    assert "    numerator: 45\n    denominator: 60\n    n: 60\n" in text.replace("    at: 2016\n", "")
    assert text.count("at: 2016") == 2, "the day of measurement is meant for both values"
    assert "    fulfilment: partly\n    ground: Nio av tolv\n    forecast: uncertain" in text
    assert "    value: yes" in text
    assert desk.type("check", "--on", "2016-12-06").code == 0


def test_comments_add_up(desk: Desk) -> None:
    words = ("1.1.2", "ongoing", "--by", "ksf", "--comment", "First.", "--comment", "Then: more.")
    assert desk.type("record", *words, *DAY).code == 0
    assert "comment: |\n      First.\n      Then: more.\n" in written(desk)


def test_a_name_that_several_have_is_not_guessed(desk: Desk) -> None:
    file = desk.plan / "organisations.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("name: Gatukontoret", "name: Fritidsförvaltningen"), encoding="utf-8"
    )
    said = desk.type("record", "1.1.2", "ongoing", "--by", "Fritidsförvaltningen", *DAY)
    assert said.code == 2
    assert "kof and gata" in said.err
    assert desk.type("record", "1.1.2", "ongoing", "--by", "department for culture and leisure", *DAY).code == 0
    assert "by: kof" in written(desk)


def test_one_value_per_question(desk: Desk) -> None:
    goal = desk.plan / "2-motesplatser" / "2.1-lokaler.yaml"
    text = goal.read_text(encoding="utf-8").replace("kind: share", "kind: survey\n    questions: [a, b]", 1)
    goal.write_text(text, encoding="utf-8")
    assert desk.type("record", "2.1.m1", "a=4; a=9", "--by", "kof", *DAY).code == 2
    assert desk.type("record", "2.1.m1", "a=4; b=9", "--by", "kof", *DAY).code == 0
    assert "      a: 4\n      b: 9\n" in written(desk)


def test_a_goal_is_assessed(desk: Desk) -> None:
    words = ("1.1", "partly", "--forecast", "uncertain", "--ground", "Seven of twelve.")
    said = desk.type("record", *words, "--by", "ksf", "--role", "assessor", *DAY)
    assert said.code == 0, said
    assert "1.1 Everybody finds whom they look for: ? not assessed → ◑ partly achieved" in said.out
    assert "role: assessor" in written(desk)


def test_unchanged_takes_only_ids(desk: Desk) -> None:
    assert desk.type("record", "1.1.2", "2.1.2", "--unchanged", "--by", "kof", *DAY).code == 0
    assert written(desk).count("status: unchanged") == 2


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("1.1.2", "ongong", "--by", "ksf"), "Did you mean “ongoing”?"),
        (("1.1.22", "ongoing", "--by", "ksf"), "Did you mean “1.1.2”?"),
        (("1.1.2", "ongoing", "1.1.11", "done", "--by", "ksf"), "nothing with the id “1.1.11”"),
        (("1.1.2", "ongoing"), "--by ksf or kof"),
        (("1.1.2", "ongoing", "--by", "byalagett"), "Did you mean “byalaget”?"),
        (("1.1.2", "--by", "ksf"), "not started, ongoing, completed"),
        (("1.1.m1", "many", "--by", "kof"), "is no figure"),
        (("1.1.m1", "7", "--deviation", "x", "--by", "kof"), "--deviation says nothing of 1.1.m1"),
        (("1.1.2", "ongoing", "1.1.1", "done", "--deviation", "x", "--by", "kof"), "--deviation 1.1.2="),
        (("1.1.2", "ongoing", "1.1.1", "done", "--comment", "x", "--by", "kof"), "--comment 1.1.2="),
        (("1.1.2", "ongoing", "1.1.2", "done", "--by", "ksf"), "stands twice"),
        (("1.1.2", "ongoing", "--by", "ksf", "--round", "x"), "There is no round “x”"),
        (("1.1.2", "ongoing", "--by", "ksf", "--date", "2016-13-01"), "is no day"),
        (("1.1.2", "ongoing", "--by", "ksf", "--date", "2999-01-01"), "lies ahead"),
        ((), "Say what it is about"),
        (("--confirm", "1.1.2", "--by", "ksf"), "nothing to confirm"),
        (("--confirm", "1.1.2", "--by", "ksf", "--ground", "x"), "--ground belongs to an answer"),
        (("1.1.1", "done", "1.1.2", "ongoing", "--at", "2016", "--by", "kof"), "--at says nothing of 1.1.1"),
        (("1.1.1", "done", "--remedy", "a", "--remedy", "b", "--by", "kof"), "--remedy stands twice"),
        (("1.1.2", "ongoing", "--by", "ksf", "--comment", "bl\udce5"), "letters that cannot be read"),
    ],
)
def test_what_cannot_be_understood_is_said_in_one_sentence(desk: Desk, typed: tuple[str, ...], said: str) -> None:
    answer = desk.type("record", *typed)
    assert answer.code == 2
    assert said in answer.err, answer
    assert len(answer.err.splitlines()) <= 2
    assert not desk.changed()


def test_what_the_rules_refuse_is_not_written(desk: Desk) -> None:
    said = desk.type("record", "1.1.2", "ongoing", "--by", "ksf", "--comment", "Ring 031-368 00 00", *DAY)
    assert said.code == 1
    assert "PT951" in said.out
    assert ":8:19:" in said.out, "the line that it would have had"
    assert "Nothing was written" in said.out
    assert not desk.changed()


def test_the_findings_are_those_of_check(desk: Desk) -> None:
    words = (
        "record",
        "1.1.2",
        "ongoing",
        "--by",
        "ksf",
        "--deviation",
        "Late",
        "--evidence",
        "2015-01-01-nothing",
        *DAY,
    )
    refused = desk.type(*words).out.splitlines()
    told = [line.split(": ", 1)[1] for line in refused if ".yaml:" in line]
    folder = desk.plan / "progress" / "2016"
    folder.mkdir(parents=True)
    (folder / "2016-12-05-ksf-5f3a.yaml").write_text(
        "by: ksf\ndate: 2016-12-05\nround: 2016\nanswers:\n  1.1.2:\n    status: ongoing\n    deviation: Late\n"
        "    evidence: 2015-01-01-nothing\n",
        encoding="utf-8",
    )
    checked = desk.type("check", "plan/progress/2016", "--on", "2016-12-05").out.splitlines()
    assert told
    assert told == [line.split(": ", 1)[1] for line in checked if ".yaml:" in line]


def test_a_dry_run_writes_nothing(desk: Desk) -> None:
    said = desk.type("record", "1.1.2", "ongoing", "--by", "ksf", "--dry-run", *DAY)
    assert said.code == 0
    assert "Would write" in said.out
    assert "no report → ◐ ongoing" in said.out
    assert not desk.changed()


def test_a_correction_leaves_both_readable(desk: Desk) -> None:
    desk.type("record", "1.1.2", "ongoing", "--by", "ksf", *DAY)
    first = desk.submissions("2016")[0]
    again = desk.type("record", "1.1.2", "completed", "--by", "ksf", *DAY)
    assert again.code == 1
    assert f"--replaces {first.stem}" in again.out
    corrected = desk.type("record", "1.1.2", "completed", "--by", "ksf", "--replaces", first.stem, *DAY)
    assert corrected.code == 0
    assert "◐ ongoing → ● completed" in corrected.out
    assert len(desk.submissions("2016")) == 2
    history = desk.type("show", "1.1.2", "--history").out
    assert history.index("ongoing") < history.rindex("completed")
    assert first.stem in history


def test_two_people_on_two_branches_meet_without_a_conflict(desk: Desk) -> None:
    desk.git("checkout", "-q", "-b", "first")
    desk.type("record", "1.1.2", "ongoing", "--by", "ksf", *DAY)
    desk.commit("First")
    desk.git("checkout", "-q", "main")
    desk.git("checkout", "-q", "-b", "second")
    desk.type("record", "1.1.2", "completed", "--by", "kof", *DAY)
    desk.commit("Second")
    desk.git("checkout", "-q", "main")
    desk.git("merge", "-q", "--no-edit", "first")
    desk.git("merge", "-q", "--no-edit", "second")
    assert len(desk.submissions("2016")) == 2
    assert "differing reports" in desk.type("status", "1.1.2", "--on", "2016-12-31").out
    assert "PT920" in desk.type("check", "--on", "2016-12-31").out


def test_one_organisation_that_says_two_things_on_two_branches_is_found(desk: Desk) -> None:
    for branch, state in (("first", "ongoing"), ("second", "completed")):
        desk.git("checkout", "-q", "-b", branch, "main")
        desk.type("record", "1.1.2", state, "--by", "ksf", *DAY)
        desk.commit(branch)
    desk.git("checkout", "-q", "main")
    desk.git("merge", "-q", "--no-edit", "first", "second")
    said = desk.type("check", "--on", "2016-12-31")
    assert said.code == 1
    assert "PT905" in said.out


def test_the_same_words_twice_are_two_files(desk: Desk) -> None:
    names = set()
    for number in range(20):
        desk.type("record", "1.1.2", "ongoing", "--by", "ksf", "--date", f"2016-11-{number + 1:02}")
        names |= {file.name for file in desk.submissions("2016")}
    assert len(names) == 20


def test_a_disk_that_says_no_leaves_nothing_behind(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "no", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    said = desk.type("record", "1.1.2", "ongoing", "--by", "ksf", *DAY)
    assert said.code == 2
    assert "You may not read or write" in said.err
    assert not desk.changed()


def test_it_asks_one_question_at_a_time(desk: Desk) -> None:
    said = desk.type(
        "record", "--round", "2016", *DAY,
        answers=("ksf", "1.1.2", "pågår", "Ingen är utsedd", "Utses i maj", "", "1", "1", "", "", "", "y"),
    )  # fmt: skip
    assert said.code == 0, said
    text = written(desk)
    assert "  1.1.2:\n    status: ongoing\n    deviation: Ingen är utsedd\n    remedy: Utses i maj\n" in text
    assert "Kommunstyrelseförvaltningen (0 of " in said.out
    assert "  1.1.k1:\n    fulfilment: achieved\n" in text, "the first of what is left, in the first of the words"


def test_an_answer_that_is_not_understood_is_asked_for_again(desk: Desk) -> None:
    answers = ("nobody", "kof", "9.9.9", "1.1.m1", "many", "1 200", "some day", "2016", "x", "12", "", "", "")
    said = desk.type("record", "--round", "2016", *DAY, answers=answers)
    assert said.code == 0, said
    assert "    value: 1 200\n    at: 2016\n    n: 12\n" in written(desk)


def test_what_was_asked_for_on_the_command_line_is_kept(desk: Desk) -> None:
    words = ("record", "--role", "assessor", "--by", "ksf", "--round", "2016", *DAY)
    assert desk.type(*words, answers=("1.1.2", "ongoing", "", "", "", "y")).code == 0
    assert "role: assessor" in written(desk)
    refused = desk.type(*words, "--comment", "x", answers=("1.1.2", "ongoing", "", "", "", "y"))
    assert refused.code == 2
    assert "--comment belongs to an answer" in refused.err


def test_a_scale_of_figures_is_answered_in_figures(desk: Desk) -> None:
    goal = desk.plan / "2-motesplatser" / "2.1-lokaler.yaml"
    text = goal.read_text(encoding="utf-8").replace("kind: yes_no\n", 'kind: scale\n    scale: ["0", "1", "2"]\n')
    goal.write_text(text.replace("    target: yes\n", ""), encoding="utf-8")
    answers = ("kof", "2.1.m2", "1", "", "", "", "", "")
    assert desk.type("record", "--round", "2016", *DAY, answers=answers).code == 0
    assert "value: 1\n" in written(desk)


def test_what_was_typed_is_shown_where_it_cannot_be_written(desk: Desk) -> None:
    (desk.plan / "progress" / "2016").write_text("a file where a folder should be")
    said = desk.type("record", "--round", "2016", *DAY, answers=("kof", "2.1.m1", "45/60", "2016", "60", "", "", ""))
    assert said.code == 2
    command = next(line for line in said.out.splitlines() if line.strip().startswith("plantrack record"))
    (desk.plan / "progress" / "2016").unlink()
    assert desk.type(*shlex.split(command)[1:]).code == 0
    assert "date: 2016-12-05" in written(desk)
    assert "    numerator: 45\n    denominator: 60\n    at: 2016\n    n: 60\n" in written(desk)


@pytest.mark.parametrize("leaving", [(), ("n",)])
def test_what_was_typed_is_never_lost(desk: Desk, leaving: tuple[str, ...]) -> None:
    answers = ("ksf", "1.1.2", "ongoing", "It's late: very", "", "", "1.2.1", "paused", "", "", "", *leaving)
    said = desk.type("record", "--round", "2016", *DAY, answers=answers)
    assert not desk.changed()
    command = next(line for line in said.out.splitlines() if line.strip().startswith("plantrack record"))
    words = shlex.split(command)
    assert desk.type(*words[1:]).code == 0
    assert "It's late: very" in written(desk)
    assert "status: paused" in written(desk)
