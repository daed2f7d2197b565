"""Votes: their sums and ranks, what has no figure, several side by side, and what came of each option."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack.cli import run
from plantrack.facts.ballots import counted, counted_areas, total
from plantrack.kinds import Tally
from plantrack.model.ballot import Area, Ballot, Option

ROOT = Path(__file__).parent.parent
PLAN = ROOT / "plan"
SHOW_PIECE = ROOT / "examples" / "nordvik"
Type = Callable[..., str]


@pytest.fixture
def type_(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Type:
    """Types a command about the real plan, and answers with what it printed."""
    monkeypatch.chdir(ROOT)

    def typed(*arguments: str, plan: Path = PLAN, lang: str = "en", code: int = 0) -> str:
        line = [*arguments, "--plan", str(plan), "--lang", lang]
        monkeypatch.setattr(sys, "argv", ["plantrack", *line])
        capsys.readouterr()
        assert run(line) == code
        said = capsys.readouterr()
        return said.err if code else said.out

    return typed


def option(text: str, votes: tuple[int, ...] | None = None, *led_to: str) -> Option:
    if votes is None:
        return Option(text=text, led_to=led_to, unstated={"votes": "not_stated"})
    return Option(text=text, votes=Tally(votes), led_to=led_to)


def invented(*options: Option, areas: tuple[Area, ...] = ()) -> Ballot:
    return Ballot(title="Påhittad omröstning", kind="votes", options=options, areas=areas)


def test_as_many_votes_share_a_rank_and_the_next_is_further_down() -> None:
    ranked = counted(invented(option("a", (4,)), option("b", (9,)), option("c", (2, 2)), option("d", (1,))))
    assert [(each.option.text, each.rank, each.tied) for each in ranked] == [
        ("b", 1, False),
        ("a", 2, True),
        ("c", 2, True),
        ("d", 4, False),
    ]


def test_a_missing_figure_is_not_nought() -> None:
    ballot = invented(option("okänt"), option("inga", (0,)), option("två", (2,)))
    ranked = counted(ballot)
    assert [(each.option.text, each.rank) for each in ranked] == [("två", 1), ("inga", 2), ("okänt", 0)]
    assert total(ballot) == (2, 3, 1)


def test_where_nothing_was_counted_there_is_no_sum() -> None:
    assert not total(invented(option("a"), option("b"))).known
    assert total(invented(option("a", (0,)), option("b"))).known


def test_votes_for_an_area_itself_are_in_its_sum_and_are_no_option() -> None:
    one = Area(title="ett", votes=Tally((3,)), options=(option("a", (1,)), option("b")))
    other = Area(title="två", options=(option("c"),))
    ballot = invented(areas=(other, one))
    assert [(each.area.title, each.sum, each.rank) for each in counted_areas(ballot)] == [
        ("ett", (4, 2, 1), 1),
        ("två", (0, 1, 1), 0),
    ]
    assert total(ballot) == (4, 3, 2)
    assert [each.option.text for each in counted(ballot)] == ["a", "c", "b"]


@given(st.lists(st.none() | st.lists(st.integers(0, 99), min_size=1, max_size=3), max_size=12))
def test_ranking_keeps_every_option_and_every_vote(figures: list[list[int] | None]) -> None:
    ballot = invented(*(option(str(n), tuple(each) if each else None) for n, each in enumerate(figures)))
    ranked = counted(ballot)
    assert sorted(each.option.text for each in ranked) == sorted(str(n) for n in range(len(figures)))
    known = [(each.votes.total, each.rank) for each in ranked if each.votes]
    assert total(ballot).votes == sum(votes for votes, _rank in known)
    assert [votes for votes, _rank in known] == sorted((votes for votes, _rank in known), reverse=True)
    assert all(rank == 1 + sum(other > votes for other, _rank in known) for votes, rank in known)
    assert all(not each.rank for each in ranked[len(known) :])


def test_alone_it_lists_the_three_votes_of_the_real_plan_with_their_sums(type_: Type) -> None:
    found = json.loads(type_("ballot", "--format", "json"))["ballots"]
    assert [(each["sum"], each["unit"], each["options_in_all"], each["without_figure"]) for each in found] == [
        (42, "röster", 8, 0),
        (17, "kryss", 9, 0),
        (98, "röster", 19, 2),
    ]
    listed = type_("ballot")
    for each in ("42 röster", "17 kryss", "98 röster", "2 options have no figure.", "at 2010-03-05-uppstartsdagar"):
        assert each in listed


def test_one_vote_shows_the_sum_of_merged_options_both_ways(type_: Type) -> None:
    said = type_("ballot", "2010-03-06-aktiviteter")
    [first] = [line for line in said.splitlines() if line.startswith("   1  En kommunikationsplan")]
    assert "13; = 7 + 3 + 3" in first
    assert first.endswith("1.3.1")
    assert "2 options have no figure. That is not the same as no votes." in said
    assert said.count("no information") == 2


def test_the_areas_of_the_last_vote_have_the_sums_that_the_source_has(type_: Type) -> None:
    [ballot] = json.loads(type_("ballot", "2010-03-06-aktiviteter", "--format", "json"))["ballots"]
    assert [(each["rank"], each["sum"]) for each in ballot["areas"]] == [(1, 21), (1, 21), (3, 20), (3, 20), (5, 16)]
    [merged] = [each for each in ballot["areas"] if each["merged_from"]]
    assert merged["merged_from"] == ["Utvecklingsforum", "Kartläggning"]


def test_marks_for_an_area_as_such_are_shown_apart(type_: Type) -> None:
    [ballot] = json.loads(type_("ballot", "2010-03-05-omraden", "--format", "json"))["ballots"]
    assert {each["title"]: each["votes_for_itself"] for each in ballot["areas"] if each["votes_for_itself"]} == {
        "En gemensam överenskommelse": 2
    }
    assert "For the area itself" in type_("ballot", "2010-03-05-omraden")
    assert "For the area itself" not in type_("ballot", "2010-03-06-aktiviteter")


def test_it_says_what_came_of_the_options_and_how_many_led_to_nothing(type_: Type) -> None:
    said = type_("ballot", "2010-03-06-aktiviteter")
    assert "18 of 19 options led to nothing that the plan tells of." in said
    assert "certainty: medium" in said
    assert "The plan tells of nothing that came of it." in type_("ballot", "2010-03-05-omraden")


def test_the_bar_is_a_share_of_the_largest_and_no_bar_stands_for_no_figure(type_: Type) -> None:
    lines = type_("ballot", "2010-03-06-aktiviteter").splitlines()
    assert "█" * 10 in next(line for line in lines if "En kommunikationsplan med" in line)
    assert "█" not in next(line for line in lines if "småföretag" in line)


def test_several_votes_stand_side_by_side_with_what_came_of_them_together(type_: Type) -> None:
    said = type_("ballot", "2013-05-16-medborgarkvall", "2013-09-19-samradet", plan=SHOW_PIECE)
    header = next(line for line in said.splitlines() if line.startswith("2013-05-16-medborgarkvall  "))
    assert header.split() == ["2013-05-16-medborgarkvall", "2013-09-19-samradet"]
    [rules] = [line for line in said.splitlines() if line.startswith("4.2.1 ")]
    assert "6. 19: Grant rules" in rules
    assert "1. 9: Grant rules" in rules
    assert "2. 7 marks" in said
    assert "2 of 8 options" in said
    assert "2 of 4 options" in said


def test_as_markdown_it_is_a_table_without_an_empty_caption(type_: Type) -> None:
    said = type_("ballot", "2010-03-06-aktiviteter", "--format", "md")
    assert said.startswith("## 2010-03-06-aktiviteter")
    assert "| 1 | En kommunikationsplan" in said
    assert "****" not in said


def test_the_language_of_the_ballot_is_the_one_asked_for(type_: Type) -> None:
    assert "186 prickar" in type_("ballot", plan=SHOW_PIECE, lang="sv")
    assert "186 dots" in type_("ballot", plan=SHOW_PIECE)


def test_a_plan_without_votes_says_so(type_: Type) -> None:
    assert "The plan holds no votes." in type_("ballot", plan=ROOT / "tests" / "example")


def test_a_wrong_id_is_told_with_what_was_probably_meant(type_: Type) -> None:
    said = type_("ballot", "2010-03-06-aktivitet", code=2)
    assert "2010-03-06-aktiviteter" in said


def test_show_tells_what_came_of_a_vote_and_which_votes_an_event_held(type_: Type) -> None:
    assert "18 of 19 options led to nothing" in type_("show", "2010-03-06-aktiviteter")
    event = type_("show", "2010-03-05-uppstartsdagar")
    assert event.partition("What came of it\n")[2].count("plan/ballots/") == 3
