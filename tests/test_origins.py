"""Where a thing comes from: the votes, meetings, decisions and promises behind it. Tried on the real plan."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import followup_plans as f
import pytest

from plantrack.cli import run
from plantrack.facts.origins import of_whole_plan, origins
from plantrack.model.ballot import Ballot, Option
from plantrack.model.event import Event, Point
from plantrack.model.goal import Added, Goal
from plantrack.model.plan import Header
from plantrack.plan import Plan
from plantrack.store.folder import load

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def real() -> Plan:
    """The real plan."""
    return load(ROOT / "plan", date(2018, 1, 1)).plan


def invented(**said: object) -> Plan:
    """A plan with one goal, 1.1, and two activities; invented."""
    goal = said.pop("goal", None) or Goal(id="1.1", title="Ett mål", activities={"1.1.1": f.activity()})
    header = said.pop("header", None) or Header(id="pahittad-2014")
    return Plan(header, goals={"1.1": goal}, theme_of={"1.1": "1"}, **said)  # type: ignore[arg-type]


def told(plan: Plan, thing: str) -> list[tuple[str, str, str]]:
    return [(each.kind, each.id, each.thing) for each in origins(plan, thing)]


def test_votes_for_a_communication_plan_led_to_the_activity(real: Plan) -> None:
    vote, meeting = origins(real, "1.3.1")
    assert (vote.kind, vote.id) == ("ballot", "2010-03-06-aktiviteter")
    assert vote.option
    assert vote.option.rank == 1
    assert vote.option.votes
    assert vote.option.votes.parts == (7, 3, 3)
    assert (meeting.id, meeting.text) == ("2010-03-05-uppstartsdagar", "Handlingsplan och viktning")
    assert [each.certainty for each in (*vote.readings, *meeting.readings)] == ["medium", "medium"]


def test_the_need_for_a_guide_led_to_a_criterion_and_so_to_its_activity(real: Plan) -> None:
    [origin] = origins(real, "3.1.1")
    assert (origin.id, origin.text, origin.thing) == ("2013-09-05-idekom", "Idéburet offentligt partnerskap", "3.1.k1")
    assert told(real, "3.1.k1") == told(real, "3.1.1")


@pytest.mark.parametrize(
    ("thing", "point"),
    [("1.2.1", "Den samlade kunskapen"), ("1.3.3", "Aktivitetsplan för spridning av överenskommelsen")],
)
def test_points_of_the_planning_days_led_to_activities(real: Plan, thing: str, point: str) -> None:
    assert [(each.id, each.text, each.thing) for each in origins(real, thing)] == [("2013-09-05-idekom", point, thing)]


def test_a_goal_has_the_origins_of_all_that_belongs_to_it(real: Plan) -> None:
    assert {each.thing for each in origins(real, "1.3")} == {"1.3.1", "1.3.3"}
    assert {each.thing for each in origins(real, "1")} == {"1.2.1", "1.3.1", "1.3.3"}
    assert origins(real, "1.3.4") == ()


def test_the_whole_plan_comes_from_its_decision_the_mandate_and_the_agreement(real: Plan) -> None:
    assert [(each.kind, each.id) for each in of_whole_plan(real)] == [
        ("decision", "2014-02-05-ks"),
        ("mandate item", "2013-04-ks.1"),
        ("agreement", "overenskommelsen"),
    ]


def test_no_activity_comes_from_the_second_item_of_the_mandate(real: Plan) -> None:
    found = {each.id for thing in real.activities for each in (*origins(real, thing), *of_whole_plan(real, thing))}
    assert "2013-04-ks.1" in found
    assert "2013-04-ks.2" not in found


def test_what_came_in_later_comes_from_its_own_decision_and_what_that_answers() -> None:
    added = Added(date=date(2015, 4, 22), decision="2015-04-22-ks")
    goal = Goal(id="1.1", title="Ett mål", activities={"1.1.1": f.activity(added=added), "1.1.2": f.activity()})
    decisions = {
        "2014-01-27-kf": f.decision("2014-01-27", "adopt"),
        "2015-04-22-ks": f.decision("2015-04-22", "revise", answers=("2014-ks.1",)),
    }
    plan = invented(goal=goal, decisions=decisions, header=Header(id="pahittad-2014", adopted="2014-01-27-kf"))
    assert told(plan, "1.1.1") == [("decision", "2015-04-22-ks", "1.1.1"), ("mandate item", "2014-ks.1", "1.1.1")]
    assert of_whole_plan(plan, "1.1.1") == ()
    assert [each.id for each in of_whole_plan(plan, "1.1.2")] == ["2014-01-27-kf"]


def test_what_led_to_a_thing_is_behind_what_replaced_it() -> None:
    goal = Goal(
        id="1.1",
        title="Ett mål",
        activities={"1.1.1": f.activity(replaced_by=("1.1.2",)), "1.1.2": f.activity(replaces=("1.1.1",))},
    )
    event = Event(title="Ett möte", kind="meeting", items=(Point(title="En punkt", led_to=("pahittad-2014:1.1.1",)),))
    plan = invented(goal=goal, events={"2013-05-16-mote": event})
    assert told(plan, "1.1.2") == [("event", "2013-05-16-mote", "1.1.1"), ("thing", "1.1.1", "1.1.2")]
    assert told(plan, "1.1.1") == [("event", "2013-05-16-mote", "1.1.1")]


def test_two_that_replace_each_other_do_not_go_round_for_ever() -> None:
    goal = Goal(
        id="1.1",
        title="Ett mål",
        activities={"1.1.1": f.activity(replaces=("1.1.2",)), "1.1.2": f.activity(replaces=("1.1.1",))},
    )
    assert len(told(invented(goal=goal), "1.1.1")) == 2


def test_commitments_of_the_goal_and_an_earlier_plan_count_too() -> None:
    goal = Goal(
        id="1.1",
        title="Ett mål",
        commitments=("moten",),
        activities={"1.1.1": f.activity(continues=("pahittad-2010:1.1.2",), mandate=("2013-ks.1",))},
    )
    assert told(invented(goal=goal), "1.1.1") == [
        ("mandate item", "2013-ks.1", "1.1.1"),
        ("commitment", "moten", "1.1"),
        ("plan", "pahittad-2010:1.1.2", "1.1.1"),
    ]


def test_an_option_without_a_figure_may_lead_to_something() -> None:
    ballot = Ballot(title="En omröstning", kind="votes", options=(Option(text="Något", led_to=("1.1.1",)),))
    [origin] = origins(invented(ballots={"2013": ballot}), "1.1.1")
    assert origin.option
    assert origin.option.rank == 0


def shown(thing: str, plan: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(ROOT)
    line = ["show", thing, "--plan", plan, "--lang", "en"]
    monkeypatch.setattr(sys, "argv", ["plantrack", *line])
    assert run(line) == 0
    said = capsys.readouterr().out.partition("Where it comes from\n")[2]
    return said.partition("\n\n")[0]


def test_show_says_where_an_activity_comes_from_with_file_and_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = shown("1.3.1", "plan", capsys, monkeypatch)
    assert "13 röster = 7 + 3 + 3, rank 1 of 19" in said
    for line in said.splitlines():
        place = line.split()[-1]
        if place.startswith("plan/"):
            file, _colon, number = place.partition(":")
            assert "1.3.1" in (ROOT / file).read_text(encoding="utf-8").splitlines()[int(number) - 1]
    assert said.count("plan/") == 2
    assert "Mandate item: 2013-04-ks.1" in said


def test_what_a_part_came_from_is_told_as_the_parts(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "for 3.1.k1" in shown("3.1.1", "plan", capsys, monkeypatch)
    goal = shown("1.1", "examples/nordvik", capsys, monkeypatch)
    assert "for 1.1.1 and 1.1.2" in goal
    assert goal.count("A meeting place near me") == 1


def test_what_is_no_part_of_the_plan_has_no_such_section(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shown("idekom", "plan", capsys, monkeypatch) == ""
