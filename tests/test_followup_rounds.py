"""Which rounds there are, the days they are judged on, and what moved between two."""

from __future__ import annotations

from typing import Any

import pytest
from followup_plans import activity, day, plan, submission

from plantrack.dates import read_when
from plantrack.followup.rounds import UnknownRound, round_of, round_on, rounds, rounds_by_submission
from plantrack.followup.standings import stand, stand_on
from plantrack.model.progress import ReportText, Round

ONE = "1.1.1"


def round_file(period: str, **said: Any) -> Round:
    days = {name: day(said[name]) for name in ("cut_off", "opened", "answer_by", "closed") if name in said}
    return Round(period=read_when(period), **{**said, **days})


def test_a_year_needs_no_file() -> None:
    found = round_of(plan(), "2015")
    assert (found.start, found.end, found.cut_off) == (day("2015-01-01"), day("2015-12-31"), day("2015-12-31"))


@pytest.mark.parametrize(
    ("told", "text", "cut_off"),
    [
        ({"cut_off": (10, 31)}, "2015", "2015-10-31"),
        ({"cut_off": (2, 29)}, "2015", "2015-02-28"),
        ({"cut_offs": ((4, 30), (8, 31))}, "2015", "2015-08-31"),
        ({}, "2015-T1", "2015-04-30"),
        ({"cut_off": (12, 31)}, "första halvåret 2015", "2015-06-30"),
        ({"cut_offs": ((4, 15), (12, 31))}, "2015-T1", "2015-04-15"),
        ({}, "2014-2016", "2016-12-31"),
    ],
)
def test_a_round_is_made_up_to_the_plan_s_own_day(told: dict[str, Any], text: str, cut_off: str) -> None:
    assert round_of(plan(follow_up=told), text).cut_off == day(cut_off)


def test_a_round_s_file_tells_its_days() -> None:
    filed = round_file("2015", cut_off="2015-11-30", answer_by="2015-12-11", asked={"fof": (ONE,)})
    found = round_of(plan(rounds={"varen": filed}), "varen")
    assert (found.start, found.cut_off, found.answer_by) == (day("2015-01-01"), day("2015-11-30"), day("2015-12-11"))


@pytest.mark.parametrize("text", ["", "nonsens", "2015-13", "by 2015", "2015-"])
def test_what_is_no_time_is_no_round(text: str) -> None:
    with pytest.raises(UnknownRound):
        round_of(plan(), text)


def test_rounds_in_order_a_year_after_its_parts() -> None:
    subject = plan(
        None,
        submission("fof", "2014-11-20", {}),
        submission("fof", "2015-05-20", {}, round="2015-T1"),
        submission("fof", "2015-11-20", {}, round="2015-T3"),
        submission("fof", "2015-11-20", {}, round="nonsens"),
        texts={("2015", "summary"): ReportText()},
    )
    assert [each.id for each in rounds(subject)] == ["2014", "2015-T1", "2015-T3", "2015"]


def test_a_submission_without_a_round_belongs_to_what_it_corrects_or_by_its_date() -> None:
    filed = {"2015": round_file("2015", opened="2015-11-01", closed="2016-01-31")}
    subject = plan(
        None,
        submission("fof", "2016-01-20", {}, round="2014"),
        submission("fof", "2016-02-20", {}, round="", replaces=("s1",)),
        submission("fof", "2016-01-20", {}, round=""),
        submission("fof", "2016-02-20", {}, round=""),
        submission("fof", "2015-03-20", {}, round=""),
        rounds=filed,
    )
    found = rounds_by_submission(subject)
    assert {name: its.id for name, its in found.items()} == {
        "s1": "2014",
        "s2": "2014",
        "s3": "2015",
        "s4": "2016",
        "s5": "2015",
    }


def test_the_newest_round_that_has_begun_shows() -> None:
    subject = plan(
        {ONE: activity()},
        submission("fof", "2014-11-20", {ONE: "ongoing"}),
        submission("fof", "2016-01-10", {ONE: "ongoing"}, round="2015"),
        rounds={"2016": round_file("2016", opened="2016-11-01")},
    )
    for on, expected in (
        ("2014-06-30", "2014"),
        ("2015-06-30", "2014"),
        ("2016-01-09", "2014"),
        ("2016-01-10", "2015"),
        ("2016-10-31", "2015"),
        ("2016-11-01", "2016"),
    ):
        assert round_on(subject, day(on)).id == expected, on
    assert round_on(plan(), day("2015-06-30")).id == "2015"


def test_on_a_day_time_is_judged_on_that_day() -> None:
    subject = plan({ONE: activity(when="2014")}, submission("fof", "2014-11-20", {ONE: "ongoing"}))
    found = stand_on(subject, day("2015-03-01"))
    assert (found.round, found.day, found.activities[ONE].schedule) == ("2014", day("2015-03-01"), "late")
    assert stand(subject, "2014").activities[ONE].schedule == "on_schedule"


def test_a_broken_submission_or_plan_stops_nothing() -> None:
    from plantrack.model.goal import Goal
    from plantrack.model.plan import Header
    from plantrack.model.progress import Submission
    from plantrack.plan import Plan

    broken = {"s1": Submission(), "s2": Submission(by="fof"), "s3": Submission(date=day("2015-11-20"))}
    subject = Plan(Header(), goals={"1.1": Goal(activities={ONE: activity()})}, submissions=broken)
    assert stand(subject, "2015").total.total == 1
    assert stand_on(subject, day("2015-06-30")).by_theme == {}
