"""A round of follow-up: it opens by the plan's own rhythm, it is known who answers, it closes, and it opens again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from desk import Desk

from plantrack.facts import Facts
from plantrack.followup.rhythm import next_round
from plantrack.followup.rounds import is_open, round_for, round_of
from plantrack.store.folder import load


def opened(desk: Desk, *more: str) -> str:
    """The text of the round's file after it was opened."""
    said = desk.type("round", "open", "2016", "--answer-by", "2016-12-11", "--on", "2016-11-01", *more)
    assert said.code == 0, said
    return (desk.plan / "rounds" / "2016.yaml").read_text(encoding="utf-8")


def read(desk: Desk) -> Facts:
    return load(desk.plan, date(2016, 12, 31))


def test_opening_writes_who_is_asked_what(desk: Desk) -> None:
    (desk.plan / "progress" / "2014" / "2014-12-01-teknik-e5f6.yaml").unlink()
    text = opened(desk)
    assert text.startswith("period: 2016\ncut_off: 2016-12-31\nopened: 2016-11-01\nanswer_by: 2016-12-11\nasked:\n")
    asked = read(desk).plan.rounds["2016"].asked
    assert asked["byalaget"] == ("2.1.1", "2.1.3"), "what was cancelled without a decision is asked about again"
    assert "1.1.3" not in asked["radet"], "and what a decision ended is not"
    assert "teknik" not in asked, "the office has ended; those that came after it are asked"
    assert "1.2.2" in asked["gata"]
    assert "1.2.2" in asked["fastighet"]
    assert "1.1.1" not in asked["kof"], "it was completed a round ago"
    assert "2.1.k1" in asked["ksf"], "nobody is named for the criterion: whoever keeps the follow-up together is asked"
    assert desk.type("check", "--on", "2016-11-01").code == 0


def test_groups_are_asked_through_their_members(desk: Desk) -> None:
    file = desk.plan / "organisations.yaml"
    text = file.read_text(encoding="utf-8").replace("  kind: sector\n", "  kind: group\n  members: [byalaget, gata]\n")
    file.write_text(text, encoding="utf-8")
    goal = desk.plan / "1-kunskap" / "1.2-utbildning.yaml"
    goal.write_text(goal.read_text(encoding="utf-8").replace("lead: ksf", "lead: foreningarna"), encoding="utf-8")
    opened(desk)
    asked = read(desk).plan.rounds["2016"].asked
    assert "foreningarna" not in asked
    assert "1.2.1" in asked["byalaget"]
    assert "1.2.1" in asked["gata"]


def test_only_some_are_asked(desk: Desk) -> None:
    opened(desk, "--ask", "kof", "--ask", "Byalaget i Norrby")
    assert list(read(desk).plan.rounds["2016"].asked) == ["byalaget", "kof"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("open", "2015"), "is there already"),
        (("open", "summer"), "--period"),
        (("open", "2016/x"), "cannot be the name"),
        (("open", "con", "--period", "2016"), "cannot be the name"),
        (("open", "2016", "--period", "whenever"), "is no time"),
        (("open", "2016", "--answer-by", "2016-10-01", "--on", "2016-11-01"), "before the day it opens"),
        (("open", "2016", "--ask", "ks", "--on", "2016-11-01"), "nothing to answer for"),
        (("close", "2016"), "has not been opened"),
        (("reopen", "2016", "--reason", "x"), "has not been opened"),
        (("reopen", "2015"), "--reason"),
        (("reopen", "2015", "--reason", "x"), "--until"),
        (("status", "x"), "There is no round"),
        (("opn",), "Did you mean “open”?"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(desk: Desk, typed: tuple[str, ...], said: str) -> None:
    answer = desk.type("round", *typed)
    assert answer.code == 2
    assert said in answer.err, answer
    assert not desk.changed()


def test_status_tells_who_has_answered(desk: Desk) -> None:
    opened(desk)
    desk.type("record", "2.1.1", "pågår", "2.1.3", "utgår", "--by", "byalaget", "--date", "2016-11-20")
    desk.type("record", "2.1.1", "pågår", "2.1.2", "pågår", "--by", "kof", "--date", "2016-12-13")
    said = desk.type("round", "status", "2016", "--on", "2016-12-14").out
    assert "2016-12-11 (3 days late)" in said
    line = {each.split("  ")[0].split("(")[-1].rstrip(") "): each for each in said.splitlines() if " of " in each}
    assert "● has answered 2 of 2" in line["byalaget"]
    assert "◐ has answered in part 2 of " in line["kof"]
    assert "○ has not answered 0 of " in line["ksf"]
    assert "1 of 4 organisations have answered everything, 1 in part, 2 nothing." in said
    before = desk.type("round", "status", "--on", "2016-12-01").out
    assert "(10 days left)" in before
    assert "has answered in part" not in before, "what was said later is not counted yet"


def test_an_answer_after_the_closing_is_found_unless_the_round_opens_again(desk: Desk) -> None:
    opened(desk)
    closed = desk.type("round", "close", "--on", "2017-01-20")
    assert closed.code == 0
    assert "has not answered" in closed.out
    assert "closed: 2017-01-20\n" in (desk.plan / "rounds" / "2016.yaml").read_text()
    late = ("record", "2.1.1", "pågår", "--by", "byalaget", "--round", "2016", "--date", "2017-01-25")
    refused = desk.type(*late)
    assert refused.code == 1
    assert "plantrack round reopen 2016" in refused.out
    again = desk.type(
        "round", "reopen", "2016", "--reason", "Fel: brevlåda", "--until", "2017-01-31", "--on", "2017-01-24"
    )
    assert again.code == 0
    assert desk.type(*late).code == 0
    assert "PT907" not in desk.type("check", "--on", "2017-02-01").out
    by_hand = desk.plan / "progress" / "2016" / "2017-02-05-kof-5f3a.yaml"
    by_hand.write_text("by: kof\ndate: 2017-02-05\nround: 2016\nanswers:\n  2.1.2: ongoing\n", encoding="utf-8")
    assert "PT907" in desk.type("check", "--on", "2017-02-06").out
    assert (
        "PT907" in desk.type("record", "2.1.2", "pågår", "--by", "kof", "--round", "2016", "--date", "2017-02-01").out
    )


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_an_edit_changes_only_its_own_line(desk: Desk, ends: str) -> None:
    file = desk.plan / "rounds" / "2016.yaml"
    before = (
        "# Our round\nperiod: 2016   # the last\n\nopened: 2016-11-01\nasked:\n  kof: 2.1.2\n\n"
        "# What we wrote to them\ntext: |\n  closed: is no field here\n"
    ).replace("\n", ends)
    file.write_bytes(before.encode())
    assert desk.type("round", "close", "2016", "--on", "2017-01-20").code == 0
    after = file.read_bytes().decode()
    assert after.replace(f"closed: 2017-01-20{ends}", "") == before
    for day in ("2017-02-01", "2017-02-09"):
        assert (
            desk.type("round", "reopen", "2016", "--reason", f"Again on {day}", "--until", day, "--on", day).code == 0
        )
    plan = read(desk).plan
    assert [each.date for each in plan.rounds["2016"].reopened] == [date(2017, 2, 1), date(2017, 2, 9)]
    assert plan.rounds["2016"].text == "closed: is no field here"
    assert b"# What we wrote to them" in file.read_bytes()


def test_a_file_that_changed_meanwhile_is_left_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(desk)
    file = desk.plan / "rounds" / "2016.yaml"
    real = Path.read_bytes
    changed = iter([False, True])

    def read_bytes(self: Path) -> bytes:
        data = real(self)
        return data + b"# somebody else\n" if self.name == file.name and next(changed, True) else data

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    said = desk.type("round", "close", "2016", "--on", "2017-01-20")
    monkeypatch.undo()
    assert said.code == 2
    assert "changed meanwhile" in said.err
    assert "closed" not in file.read_text()


def with_rhythm(desk: Desk, rhythm: str) -> Facts:
    file = desk.plan / "plan.yaml"
    text = file.read_text(encoding="utf-8").replace("  every: year\n  cut_off: 12-31\n", rhythm)
    file.write_text(text, encoding="utf-8")
    return read(desk)


@pytest.mark.parametrize(
    ("rhythm", "day", "name", "cut_off"),
    [
        ("  every: year\n  cut_off: 12-31\n", "2016-11-01", "2016", "2016-12-31"),
        ("  every: year\n  cut_off: 12-31\n", "2017-01-15", "2016", "2016-12-31"),
        ("  every: half_year\n", "2016-06-01", "2016-H1", "2016-06-30"),
        ("  every: half_year\n", "2016-10-10", "2016-H2", "2016-12-31"),
        ("  every: tertial\n", "2016-09-10", "2016-T2", "2016-08-31"),
        ("  every: quarter\n", "2016-03-20", "2016-Q1", "2016-03-31"),
        ("  every: month\n", "2016-02-27", "2016-02", "2016-02-29"),
        ("  cut_offs: [04-30, 12-31]\n", "2016-05-10", "2016-04", "2016-04-30"),
        ("  cut_offs: [04-15, 04-30]\n", "2016-05-10", "2016-04-30", "2016-04-30"),
    ],
)
def test_the_next_round_follows_the_plans_own_rhythm(
    desk: Desk, rhythm: str, day: str, name: str, cut_off: str
) -> None:
    plan = with_rhythm(desk, rhythm).plan
    found = next_round(plan, date.fromisoformat(day))
    assert found is not None
    assert (found.id, found.cut_off.isoformat()) == (name, cut_off)
    assert round_of(plan, found.period).end == found.cut_off
    said = desk.type("round", "open", "--on", day)
    assert said.code == 0, said
    assert read(desk).plan.rounds[name].cut_off == found.cut_off


def test_what_is_measured_once_a_year_is_not_asked_for_every_quarter(desk: Desk) -> None:
    with_rhythm(desk, "  every: quarter\n")
    goal = desk.plan / "1-kunskap" / "1.1-information.yaml"
    goal.write_text(
        goal.read_text(encoding="utf-8").replace("    follow_up: kof\n", "    follow_up: kof\n    every: year\n")
    )
    desk.type("round", "open", "2016-Q3", "--on", "2016-09-20")
    desk.type("round", "open", "2016-Q4", "--on", "2016-12-20")
    rounds = read(desk).plan.rounds
    assert "1.1.m1" not in rounds["2016-Q3"].asked["kof"]
    assert "1.1.m1" in rounds["2016-Q4"].asked["kof"]
    assert "2.1.m1" in rounds["2016-Q3"].asked["kof"]


def test_an_answer_belongs_to_the_round_that_is_open(desk: Desk) -> None:
    opened(desk)
    desk.type("round", "close", "2016", "--on", "2017-01-20")
    desk.type("round", "reopen", "2016", "--reason", "x", "--until", "2017-02-10", "--on", "2017-02-01")
    plan = read(desk).plan
    its = round_of(plan, "2016")
    days = ["2016-10-31", "2016-11-01", "2017-01-20", "2017-01-21", "2017-02-01", "2017-02-10", "2017-02-11"]
    assert [is_open(plan, its, date.fromisoformat(day)) for day in days] == [
        False,
        True,
        True,
        False,
        True,
        True,
        False,
    ]
    assert round_for(plan, date(2017, 2, 5)).id == "2016"


def test_who_comes_after_keeps_what_is_its_own(desk: Desk) -> None:
    opened(desk)
    file = desk.plan / "organisations.yaml"
    text = file.read_text(encoding="utf-8").replace(
        "byalaget:\n", "byalaget:\n  valid: 2010/2016-11-15\n  successors: kof\n"
    )
    file.write_text(text, encoding="utf-8")
    (line,) = [each for each in desk.type("round", "status", "--on", "2016-12-01").out.splitlines() if "(kof)" in each]
    assert "0 of 7 " in line, "its own six, and of the two that it takes over the one that was not its own already"


@pytest.mark.parametrize(
    ("rhythm", "every", "asked"),
    [
        ("  cut_offs: [04-30, 08-31]\n", "year", ["2016-08"]),
        ("  every: tertial\n", "half_year", ["2016-T2", "2016-T3"]),
        ("  every: tertial\n", "year", ["2016-T3"]),
        ("  every: quarter\n", "month", ["2016-Q1", "2016-Q2", "2016-Q3", "2016-Q4"]),
    ],
)
def test_what_has_a_rhythm_of_its_own_is_asked_when_its_time_is_up(
    desk: Desk, rhythm: str, every: str, asked: list[str]
) -> None:
    with_rhythm(desk, rhythm)
    goal = desk.plan / "1-kunskap" / "1.1-information.yaml"
    text = goal.read_text(encoding="utf-8").replace("    follow_up: kof\n", f"    follow_up: kof\n    every: {every}\n")
    goal.write_text(text, encoding="utf-8")
    found = []
    for day in ("2016-03-30", "2016-04-29", "2016-06-29", "2016-08-30", "2016-09-29", "2016-12-30"):
        desk.type("round", "open", "--on", day)
    for name, each in read(desk).plan.rounds.items():
        if name.startswith("2016") and "1.1.m1" in each.asked["kof"]:
            found.append(name)
    assert sorted(found) == asked


def test_a_round_that_cannot_be_read_stops_no_other(desk: Desk) -> None:
    header = desk.plan / "plan.yaml"
    header.write_text(header.read_text(encoding="utf-8").replace("period: 2014-2016\n", ""), encoding="utf-8")
    (desk.plan / "rounds" / "spring.yaml").write_text("period: whenever\n", encoding="utf-8")
    for words in (
        ("status",),
        ("due",),
        ("round", "status"),
        ("record", "1.1.2", "ongoing", "--by", "ksf", "--dry-run"),
    ):
        assert "went wrong" not in desk.type(*words).err
