"""The secretariat's book under hard use: odd layouts, slips of the finger, and somebody who stops in the middle.

All plans here are invented.
"""

from __future__ import annotations

import shlex
from pathlib import Path

import followup_plans as f
import pytest
from desk import SHOW_PIECE, Desk

from plantrack.commands import adopt
from plantrack.dates import read_when
from plantrack.facts.mandates import tasks
from plantrack.facts.portfolio import Member, portfolio_of
from plantrack.followup.across import across
from plantrack.followup.parties import Parties
from plantrack.followup.standings import stand_on
from plantrack.model.plan import Header
from plantrack.store.edit import Add, CannotEdit, Rename, Set, edited, with_field
from plantrack.store.folder import load
from plantrack.store.write import Change, write_all

ADD = ("decisions", "add", "--date", "2016-06-07", "--body", "ks", "--kind", "revise", "--title", "Ny tid")
DAY = ("--on", "2016-12-05")
MEETING = ("meeting", "add", "Möte", "--date", "2016-03-10", "--body", "radet", *DAY)
BRACKETS = b"a:\n  successors: [\n    b, # one\n    c  # two\n  ]\n"


# --- files that are laid out in another way than the tool would


def test_an_empty_block_between_braces_is_filled() -> None:
    after = edited(b"a: {}\nb:\n  name: B\n", [Set(("a", "name"), "A")], "organisations")
    assert after == b"a:\n  name: A\nb:\n  name: B\n"


def test_comments_between_brackets_are_not_lost() -> None:
    with pytest.raises(CannotEdit):
        edited(BRACKETS, [Set(("a", "successors"), "d")], "organisations")
    longer = edited(BRACKETS, [Add(("a", "successors"), "d")], "organisations")
    assert longer == BRACKETS.replace(b"c  #", b"c, d  #")


def test_a_whole_file_has_no_name_to_change() -> None:
    with pytest.raises(CannotEdit):
        edited(b"a: b\n", [Rename((), "c")], "organisations")


def test_a_file_keeps_who_may_read_it_and_a_link_stays_one(tmp_path: Path) -> None:
    own, link = tmp_path / "own.yaml", tmp_path / "link.yaml"
    own.write_bytes(b"a: b\n")
    own.chmod(0o660)
    try:
        link.symlink_to(own)
    except OSError:
        pytest.skip("no links here")
    mode = own.stat().st_mode
    write_all([Change(link, b"a: b\n", b"a: c\n")])
    assert link.is_symlink()
    assert own.read_bytes() == b"a: c\n"
    assert own.stat().st_mode == mode


def test_where_one_of_two_files_cannot_be_changed_neither_is(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    header = desk.plan / "plan.yaml"
    text = header.read_text(encoding="utf-8").splitlines(keepends=True)
    header.write_text("".join(line for line in text if not line.startswith("adopted:")), encoding="utf-8")
    desk.commit("Not adopted")

    def fails_late(data: bytes, cls: type, key: str, value: str) -> bytes:
        if cls is Header:
            raise CannotEdit
        return with_field(data, cls, key, value)

    monkeypatch.setattr(adopt, "with_field", fails_late)
    said = desk.type("adopt", "2014-02-05-ks")
    assert said.code == 2
    assert "Write in it: adopted: 2014-02-05-ks" in said.err
    assert desk.changed() == []
    monkeypatch.undo()
    monkeypatch.chdir(desk.folder)
    assert desk.type("adopt", "2014-02-05-ks").code == 0
    assert len(desk.changed()) == 2


# --- slips of the finger


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((*MEETING, "--point", "A", "--action", ""), "What / who / when"),
        ((*MEETING, "--point", "A", "--action", "Ring / kof / 2016-04 / snarast"), "What / who / when"),
        (("log", "add", "X", "--kind", "meeting", "--date", "0214-01-01"), "too far away"),
        (("log", "add", "X", "--kind", "meeting", "--date", "2015-05/2014-01"), "ends before it begins"),
        ((*ADD, "--changes", "1.1.2", "when", " "), "Say what when of 1.1.2 becomes."),
        ((*ADD, "--changes", "1.1.2", "lead", ","), "Say what lead of 1.1.2 becomes."),
        ((*ADD, "--item", ": Ta fram en plan"), "who and what"),
        ((*ADD, "--why", "Det dröjde"), "--why belongs to a change"),
        ((*ADD, "--changes", "1.1.2", "when", "2016", "--why", "Ett", "--why", "Två"), "2 times why"),
        (("decisions", "add", "--date", "0216", "--kind", "note", "--title", "X"), "too far away"),
        (("organisation", "replace", "kof", "nya", "--from", "2017-01-01", "--name", "nyaa=Nya"), "nya"),
    ],
)
def test_it_is_one_sentence_and_nothing_is_written(desk: Desk, words: tuple[str, ...], told: str) -> None:
    said = desk.type(*words)
    assert said.code == 2
    assert told in said.err
    assert "in the tool itself" not in said.err
    assert desk.changed() == []


def test_a_new_id_for_a_goal_is_not_passed_over(desk: Desk) -> None:
    assert desk.type("rollover", "--list", "answers.yaml").code == 0
    table = desk.folder / "answers.yaml"
    lines = table.read_text(encoding="utf-8").splitlines()
    goal = next(n for n, line in enumerate(lines) if line.count(".") == 1 and line.endswith(":") and line[0].isdigit())
    lines.insert(goal + 1, "  new id: '9.9'")
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    said = desk.type("rollover", "2017-2020", "next", "--answers", "answers.yaml")
    assert said.code == 2
    assert "can be neither changed nor merged" in said.err
    assert not (desk.folder / "next").exists()


def test_a_text_of_several_lines_belongs_to_its_point(desk: Desk) -> None:
    said = desk.type(*MEETING, "--point", "A", "--point", "B", "--said", "2=ett\ntvå")
    assert said.code == 0, said
    assert "  - title: B\n    text: |\n      ett\n      två\n" in _new(desk)


def test_two_changes_of_one_thing_have_a_reason_each(desk: Desk) -> None:
    changes = ("--changes", "1.1.2", "when", "2016", "--changes", "1.1.2", "lead", "kof")
    said = desk.type(*ADD, *changes, "--why", "1.1.2=Det dröjde", "--why", "1.1.2=De vill")
    assert said.code == 0, said
    text = _new(desk)
    assert text.index("when:") < text.index("why: Det dröjde") < text.index("lead:") < text.index("why: De vill")


# --- somebody who stops in the middle


def test_half_a_point_is_kept_in_the_draft(desk: Desk) -> None:
    whole = (
        "radet",
        "Vårmöte",
        "2016-03-10",
        "",
        "",
        "",
        "",
        "",
        "",
        "Ny lokal",
        "Två förslag.",
        "",
        "Ja.",
        "Ring skolan",
    )
    said = desk.type("meeting", "add", *DAY, answers=whole)
    assert said.code == 1
    [draft] = (desk.folder / "out").iterdir()
    text = draft.read_text(encoding="utf-8")
    assert (
        "  - title: Ny lokal\n    text: Två förslag.\n    decision: Ja.\n    action:\n      - text: Ring skolan\n"
        in text
    )


def test_a_change_without_its_reason_is_kept(desk: Desk) -> None:
    answers = ("2016-06-07", "ks", "5", "Ny tid", "", "", "", "1.1.2", "when", "våren 2016")
    said = desk.type("decisions", "add", answers=answers)
    assert said.code == 1
    [command] = [line.strip() for line in said.out.splitlines() if line.strip().startswith("plantrack decisions add")]
    assert desk.type(*shlex.split(command)[1:]).code == 0
    assert "to: våren 2016\n" in _new(desk)


# --- figures


def test_where_no_area_has_a_figure_all_of_them_have_none(desk: Desk) -> None:
    (desk.plan / "ballots").mkdir(exist_ok=True)
    areas = "".join(f"  - title: {each}\n    options:\n      - text: Ett\n        votes: not_stated\n" for each in "AB")
    head = "date: 2016-03-10\ntitle: Vad?\nkind: dot_voting\nareas:\n"
    (desk.plan / "ballots" / "2016-03-10-radet.yaml").write_text(head + areas, encoding="utf-8")
    said = desk.type("ballot", "2016-03-10-radet")
    assert said.code == 0, said
    [last] = [line for line in said.out.splitlines() if "All  " in line]
    assert last.split()[-2:] == ["no", "information"] and "0" not in last.split()


def test_when_to_report_back_is_what_it_was_on_the_day() -> None:
    plan = load(SHOW_PIECE, f.day("2016-12-31")).plan

    def back(day: str) -> object:
        return next(each.back for each in tasks(plan, f.day(day)) if each.id == "2013-03-18-ks.3")

    assert back("2014-10-12") == read_when("2014-12")
    assert back("2014-10-13") == read_when("2015-06"), "the day of the decision that moved it"


def test_nobody_takes_over_from_one_that_is_still_to_come() -> None:
    organisations = {
        "old": f.organisation(valid="../2014-06-30", successors=("next",)),
        "next": f.organisation(valid="2017-01-01/2018-12-31", successors=("last",)),
        "last": f.organisation(valid="2016-01-01/.."),
    }
    plan = f.plan({"1.1.1": f.activity()}, organisations=organisations)
    told = {
        day: Parties(plan, f.day(day)).living("old") for day in ("2014-06-30", "2016-07-01", "2017-01-01", "2019-01-01")
    }
    assert told == {"2014-06-30": ("old",), "2016-07-01": ("old",), "2017-01-01": ("next",), "2019-01-01": ("last",)}


def test_the_same_plan_in_two_folders_hides_nothing_of_either() -> None:
    facts = load(SHOW_PIECE, f.day("2016-12-31"))
    found = across(portfolio_of((Member("one", facts), Member("two", facts))), lambda plan: stand_on(plan, facts.day))
    alone = across(portfolio_of((Member("one", facts),)), lambda plan: stand_on(plan, facts.day))
    assert {each.id: each.counted for each in found.organisations} == {
        each.id: 2 * each.counted for each in alone.organisations
    }
    assert set(found.organisations[0].counts) == {"nordvik-2014", "two"}


def _new(desk: Desk) -> str:
    """The one file that is new."""
    files = desk.git("ls-files", "--others", "--exclude-standard", "-z").split("\0")
    [name] = [each for each in files if each.startswith("plan/")]
    return (desk.folder / name).read_text(encoding="utf-8")
