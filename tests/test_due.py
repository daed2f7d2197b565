"""The worklist: what is late, near, unanswered or old, whose it is, and the same as days in a calendar."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import followup_plans as f
import pytest
from desk import SHOW_PIECE, Desk
from followup_plans import activity, criterion, day, decision, indicator, organisation, plan, step, submission
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar as Read

from plantrack.dates import read_when
from plantrack.exports.calendar import escaped, folded, render
from plantrack.exports.worklist import as_json
from plantrack.facts.basis import basis_of
from plantrack.followup.duties import NOBODY, Due, by_organisation, by_thing, counts, due_on
from plantrack.followup.duty import KINDS, Duty
from plantrack.followup.standings import stand_on
from plantrack.formats.terminal import Look
from plantrack.formats.terminal import render as on_screen
from plantrack.locales import speech
from plantrack.model.decision import MandateItem
from plantrack.model.event import Action, Event, Point
from plantrack.model.goal import Added
from plantrack.model.progress import Reopening, Round
from plantrack.plan import Plan
from plantrack.store.folder import load
from plantrack.views.due import Worklist, next_step, sections
from plantrack.views.due_days import Calendar, Entry, calendar_of

ROOT = Path(__file__).parent.parent
PLANS = (ROOT / "tests" / "example", SHOW_PIECE, ROOT / "plan")
KOF = {"kof": organisation()}


@pytest.fixture
def nordvik(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The invented show-piece in a git repository of its own."""
    folder = tmp_path / "desk"
    folder.mkdir()
    return Desk(folder, capsys, monkeypatch, SHOW_PIECE)


def due(made: Plan, on: str, ahead: int | None = None) -> Due:
    return due_on(made, stand_on(made, day(on)), ahead)


def found(made: Plan, on: str, ahead: int | None = None) -> list[tuple[str, str, str, int | None]]:
    """Kind, rule, thing and days, without what concerns only the secretariat."""
    its = due(made, on, ahead).duties
    return [(each.kind, each.why.rule, each.thing, each.days) for each in its if each.kind != "round"]


def only(made: Plan, on: str) -> Duty:
    [duty] = [each for each in due(made, on).duties if each.kind != "round"]
    return duty


def done(said: str, on: str = "2015-05-01", **more: str) -> f.Submission:
    return submission("kof", on, {"1.1.1": {"status": said, **more}})


def one(*submissions: f.Submission, when: str = "2015-06-30", **said: object) -> Plan:
    """A plan with one activity that kof leads."""
    return plan({"1.1.1": activity(when=when, lead=("kof",))}, *submissions, organisations=KOF, **said)


class TestWork:
    def test_what_is_open_when_its_time_has_passed_is_late(self) -> None:
        assert found(one(done("ongoing")), "2015-07-12") == [("late", "late", "1.1.1", -12)]
        assert only(one(done("ongoing")), "2015-07-12").who == ("kof",)

    def test_it_is_late_from_the_day_after(self) -> None:
        assert found(one(done("ongoing")), "2015-06-30") == [("soon", "ends", "1.1.1", 0)]
        assert found(one(done("ongoing")), "2015-07-01") == [("late", "late", "1.1.1", -1)]

    def test_what_nobody_reported_is_late_as_well(self) -> None:
        assert found(one(), "2015-07-12") == [("late", "time_is_up", "1.1.1", -12)]

    @pytest.mark.parametrize("said", ["completed", "cancelled"])
    def test_what_is_over_is_no_duty(self, said: str) -> None:
        assert found(one(done(said)), "2015-07-12") == []

    def test_what_goes_on_all_the_time_has_no_last_day(self) -> None:
        made = plan({"1.1.1": activity(when="fortlöpande 2015", lead=("kof",))}, done("ongoing"), organisations=KOF)
        assert found(made, "2015-12-20") == []

    def test_soon_is_what_the_plan_says(self) -> None:
        assert found(one(), "2015-06-02") == [("soon", "ends", "1.1.1", 28)]
        assert found(one(), "2015-06-01") == []
        made = one(follow_up={"due_soon": 7})
        assert found(made, "2015-06-22") == []
        assert found(made, "2015-06-23") == [("soon", "ends", "1.1.1", 7)]
        assert found(made, "2015-06-22", ahead=8) == [("soon", "ends", "1.1.1", 8)]

    def test_what_is_to_begin_is_told_until_somebody_says_that_it_has(self) -> None:
        made = one(when="2015-06-01/2016-06-01")
        assert found(made, "2015-05-20") == [("soon", "begins", "1.1.1", 12)]
        begun = one(done("ongoing", "2015-05-10"), when="2015-06-01/2016-06-01")
        assert found(begun, "2015-05-20") == []
        not_begun = one(done("not_started", "2015-05-10"), when="2015-06-01/2016-06-01")
        assert found(not_begun, "2015-06-05") == [("late", "not_begun", "1.1.1", -4)]

    def test_a_new_time_is_told_where_it_is_later_than_the_plans(self) -> None:
        duty = only(one(done("ongoing", expected="2015-10")), "2015-07-12")
        assert (duty.why.rule, duty.why.values["passed"]) == ("late", False)
        assert only(one(done("ongoing", expected="2015-10")), "2015-11-01").why.values["passed"] is True
        assert only(one(done("ongoing", expected="2015-06")), "2015-07-12").why.values == {}

    def test_a_deviation_whose_new_time_has_passed(self) -> None:
        made = one(done("ongoing", expected="2015-06", deviation="Tjänsten är vakant."), when="2016")
        assert found(made, "2015-06-30") == []
        assert found(made, "2015-07-01") == [("deviation", "expected_passed", "1.1.1", -1)]

    def test_a_pause_is_to_have_an_end(self) -> None:
        assert found(one(done("paused"), when="2016"), "2015-06-01") == [("deviation", "paused", "1.1.1", None)]
        assert found(one(done("paused", expected="2015-12"), when="2016"), "2015-06-01") == []

    def test_what_people_judge_to_be_on_schedule_is_not_late(self) -> None:
        said = done("ongoing", "2015-07-05", schedule="on_schedule", schedule_reason="Beslutet kom sent.")
        assert found(one(said), "2015-07-12") == []

    def test_steps_with_a_time_of_their_own(self) -> None:
        steps = {"1.1.1.a": step(when="2015-03-31", responsible=("byn",)), "1.1.1.b": step()}
        made = plan(
            {"1.1.1": activity(when="2015", lead=("kof",), steps=steps)},
            done("ongoing"),
            organisations={**KOF, "byn": organisation()},
        )
        assert found(made, "2015-05-31") == [("late", "time_is_up", "1.1.1.a", -61)]
        assert only(made, "2015-05-31").who == ("byn",)
        assert found(made, "2016-01-05") == [("late", "late", "1.1.1", -5)], "not its steps as well"

    def test_old_answers_are_asked_for_anew(self) -> None:
        made = one(done("ongoing", "2014-11-20"), when="2016-12-31", header={"period": read_when("2014-2017")})
        assert found(made, "2015-11-21") == []
        duty = only(made, "2015-11-22")
        assert (duty.kind, duty.why.values["last"], duty.days) == ("stale", day("2014-11-20"), -1)


class TestWhose:
    """Who is to act: the lead, else who follows it up, else who does it."""

    def who(self, **more: object) -> tuple[str, ...]:
        organisations = {
            "kof": organisation(),
            "gammal": organisation(valid="2010/2015-01-31", successors=("ny",)),
            "borta": organisation(valid="2010/2015-01-31"),
            "ny": organisation(valid="2015-02-01/.."),
            "byar": organisation(kind="group", members=("norr", "syd")),
            "norr": organisation(),
            "syd": organisation(),
            "alla": organisation(kind="sector"),
            "någon": organisation(kind="undetermined"),
            "kansliet": organisation(kind="secretariat"),
        }
        told = {"responsible": ("kansliet",)} if more.pop("kept", True) else {}
        made = plan({"1.1.1": activity(when="2015-06-30", **more)}, organisations=organisations, follow_up=told)
        return only(made, "2015-07-12").who

    def test_the_lead_is_asked(self) -> None:
        assert self.who(lead=("kof",), implementing=("norr",)) == ("kof",)
        assert self.who(joint=("norr", "syd")) == ("norr", "syd")

    def test_a_successor_stands_in_for_who_has_ended(self) -> None:
        assert self.who(lead=("gammal",)) == ("ny",)

    def test_a_group_is_asked_through_its_members(self) -> None:
        assert self.who(lead=("byar",)) == ("norr", "syd")

    @pytest.mark.parametrize("lead", ["alla", "någon", "borta", "okänd"])
    def test_where_nobody_can_be_asked_the_secretariat_is(self, lead: str) -> None:
        assert self.who(lead=(lead,)) == ("kansliet",)
        assert self.who() == ("kansliet",)
        assert self.who(lead=(lead,), kept=False) == ()


ASKING = {"opened": day("2015-11-01"), "answer_by": day("2015-12-11"), "period": read_when("2015")}


class TestRounds:
    """What was asked in a round, and the days of the round itself."""

    def asked(self, *submissions: f.Submission, **said: object) -> Plan:
        organisations = {
            "kof": organisation(), "byar": organisation(kind="group", members=("norr", "syd")),
            "norr": organisation(), "syd": organisation(), "kansliet": organisation(kind="secretariat"),
        }  # fmt: skip
        return plan(
            {"1.1.1": activity(when="2016", lead=("kof",)), "1.1.2": activity(when="2016", lead=("byar",))},
            *submissions,
            organisations=organisations,
            follow_up={"responsible": ("kansliet",)},
            rounds={"2015": Round(**{**ASKING, **said})},
        )

    def left(self, made: Plan, on: str) -> dict[str, tuple[tuple[str, ...], int | None]]:
        return {each.thing: (each.who, each.days) for each in due(made, on).duties if each.kind == "unanswered"}

    def of_round(self, made: Plan, on: str) -> list[tuple[str, int | None, object]]:
        its = [each for each in due(made, on).duties if each.kind == "round"]
        assert all(each.who == ("kansliet",) for each in its)
        return [(each.why.rule, each.days, each.why.values.get("left")) for each in its]

    def test_what_is_not_answered_is_a_duty_until_it_is(self) -> None:
        made = self.asked(submission("kof", "2015-11-20", {"1.1.1": "ongoing"}), submission("norr", "2015-12-01", {"1.1.2": "ongoing"}))  # fmt: skip
        assert self.left(made, "2015-10-31") == {}
        assert self.left(made, "2015-11-10") == {"1.1.1": (("kof",), 31), "1.1.2": (("norr", "syd"), 31)}
        assert self.left(made, "2015-11-25") == {"1.1.2": (("norr", "syd"), 16)}
        assert self.left(made, "2015-12-14") == {"1.1.2": (("syd",), -3)}
        assert due(made, "2015-12-14").asked == {"kof": ("1.1.1",), "norr": ("1.1.2",), "syd": ("1.1.2",)}

    def test_a_closed_round_asks_nothing_unless_it_is_open_again(self) -> None:
        made = self.asked(closed=day("2016-01-15"))
        assert len(self.left(made, "2016-01-15")) == 2
        assert self.left(made, "2016-01-16") == {}
        again = Reopening(date=day("2016-02-01"), reason="Fel blankett.", until=day("2016-02-10"))
        made = self.asked(closed=day("2016-01-15"), reopened=(again,))
        assert self.left(made, "2016-01-20") == {}
        assert self.left(made, "2016-02-03")["1.1.1"] == (("kof",), 7)
        assert self.left(made, "2016-02-11") == {}

    def test_who_is_asked_already_is_not_asked_to_say_something_new(self) -> None:
        before = submission("kof", "2014-11-01", {"1.1.1": "ongoing"})
        kinds = {each.kind for each in due(self.asked(before), "2015-12-01").duties if each.thing == "1.1.1"}
        assert kinds == {"unanswered"}
        closed = self.asked(before, closed=day("2015-11-20"))
        assert {each.kind for each in due(closed, "2015-12-01").duties if each.thing == "1.1.1"} == {"stale"}

    def test_the_secretariat_opens_waits_and_closes(self) -> None:
        assert self.of_round(self.asked(), "2015-10-10") == [("opens", 22, None)]
        assert self.of_round(self.asked(), "2015-11-20") == [("answer_by", 21, 3)]
        assert self.of_round(self.asked(cut_off=day("2015-12-31")), "2015-12-14") == [
            ("to_close", -3, 3),
            ("cut_off", 17, None),
        ]
        everybody = [submission(by, "2015-11-20", {"1.1.1" if by == "kof" else "1.1.2": "ongoing"}) for by in ("kof", "norr", "syd")]  # fmt: skip
        assert self.of_round(self.asked(*everybody), "2015-12-14") == [("to_close", -3, 0)]
        assert self.of_round(self.asked(closed=day("2015-12-12")), "2015-12-14") == []

    def test_a_round_that_the_rhythm_calls_for_and_nobody_has_opened(self) -> None:
        made = one(follow_up={"responsible": ("kof",)}, when="2016")
        rule = [
            (each.why.rule, each.thing, each.days) for each in due(made, "2015-12-20").duties if each.kind == "round"
        ]
        assert rule == [("no_round", "2015", 11)]
        assert [each.why.rule for each in due(made, "2016-02-01").duties if each.kind == "round"] == ["no_round"]
        assert [each for each in due(made, "2015-11-01").duties if each.kind == "round"] == []
        assert [each for each in due(made, "2019-01-10").duties if each.kind == "round"] == [], "the plan is over"
        answered = one(done("ongoing"), follow_up={"responsible": ("kof",)}, when="2016")
        assert [each for each in due(answered, "2015-12-20").duties if each.kind == "round"] == []


class TestMeasures:
    """Values and judgements that are due."""

    def made(self, *submissions: f.Submission, **said: object) -> Plan:
        its = indicator(**{"targets": {"2014": 5, "2015": 8}, "follow_up": ("kof",), **said})
        return plan({}, *submissions, indicators={"1.1.m1": its}, organisations=KOF)

    def value(self, on: str, value: str, **more: str) -> f.Submission:
        return submission("kof", on, {"1.1.m1": {"value": value, **more}})

    def test_a_target_that_comes_near_or_has_passed_without_a_value(self) -> None:
        assert found(self.made(), "2014-12-20") == [("measure", "to_measure", "1.1.m1", 11)]
        assert found(self.made(), "2015-01-05") == [("measure", "not_measured", "1.1.m1", -5)]
        assert found(self.made(), "2016-01-05") == [("measure", "not_measured", "1.1.m1", -5)], "the newest only"

    def test_a_value_of_its_time_settles_it(self) -> None:
        assert found(self.made(self.value("2014-10-01", "5")), "2015-01-05") == []
        assert found(self.made(self.value("2014-10-01", "5")), "2015-12-20")[0][1] == "to_measure"
        assert found(self.made(self.value("2015-10-01", "8")), "2016-01-05") == []

    def test_on_the_way_a_value_that_was_fresh_will_do(self) -> None:
        made = self.made(self.value("2014-11-30", "5"), targets={"2014-12": 5, "2016": 8})
        assert found(made, "2015-02-01") == []
        final = self.made(self.value("2014-11-30", "5"), targets={"2014-12": 5})
        assert found(final, "2015-02-01") == [("measure", "not_measured", "1.1.m1", -32)]

    def test_what_is_measured_once_is_not_asked_for_again(self) -> None:
        once = self.made(self.value("2014-11-30", "5"), targets={}, when="2014")
        assert found(once, "2016-06-01") == []
        often = self.made(self.value("2014-11-30", "5"), targets={}, every="half_year")
        assert found(often, "2015-06-02") == []
        assert found(often, "2015-06-03") == [("stale", "stale", "1.1.m1", -1)]

    def test_a_sum_asks_those_whose_part_is_missing(self) -> None:
        made = plan(
            {},
            submission("norr", "2014-11-01", {"1.1.m1": {"value": "3"}}),
            submission("syd", "2014-11-01", {"1.1.m1": {"value": "3"}}),
            submission("norr", "2015-11-01", {"1.1.m1": {"value": "4"}}),
            indicators={"1.1.m1": indicator(add_up=True, targets={"2015": 8}, follow_up=("byar",))},
            organisations={"byar": organisation(kind="group", members=("norr", "syd")), "norr": organisation(), "syd": organisation()},
        )  # fmt: skip
        [duty] = [each for each in due(made, "2016-01-05").duties if each.why.rule == "part_missing"]
        assert (duty.who, duty.days) == (("syd",), -5)

    def test_a_criterion_with_a_day_is_to_be_judged_by_it(self) -> None:
        its = {"1.1.k1": criterion(due=read_when("2015"), follow_up=("kof",))}
        made = plan({}, criteria=its, organisations=KOF)
        assert found(made, "2015-12-20") == [("measure", "to_judge", "1.1.k1", 11)]
        assert found(made, "2016-01-05") == [("measure", "not_judged", "1.1.k1", -5)]
        judged = plan({}, submission("kof", "2015-11-01", {"1.1.k1": {"fulfilment": "partly"}}), criteria=its, organisations=KOF)  # fmt: skip
        assert found(judged, "2015-12-20") == []

    def test_what_has_ended_is_not_measured(self) -> None:
        assert found(self.made(ended=f.ended("2014-06-01")), "2015-01-05") == []


class TestMatters:
    """What mandates and meetings have laid on somebody."""

    def mandate(self, **said: object) -> MandateItem:
        return MandateItem(to=("kof",), text="Ta fram ett förslag.", report_back=read_when("2015-06"), **said)

    def made(self, item: MandateItem, **decisions: object) -> Plan:
        mandate = decision("2014-01-10", "mandate", items={"u1": item})
        return plan({}, organisations=KOF, decisions={"uppdrag": mandate, **decisions})

    def test_a_mandate_is_to_be_reported_back(self) -> None:
        made = self.made(self.mandate())
        assert found(made, "2015-06-01") == []
        assert found(made, "2015-06-10") == [("report", "report_back", "u1", 20)]
        assert found(made, "2015-07-10") == [("report", "not_reported_back", "u1", -10)]
        assert found(made, "2013-06-10", ahead=900) == [], "not before it was given"

    def test_until_a_decision_has_declared_it_completed(self) -> None:
        made = self.made(self.mandate(completed="svar"), svar=decision("2015-06-20", "declare_completed"))
        assert found(made, "2015-06-15") == [("report", "report_back", "u1", 15)]
        assert found(made, "2015-07-10") == []
        made = self.made(self.mandate(), svar=decision("2015-06-20", "note", answers=("u1",)))
        assert found(made, "2015-07-10") == []

    def test_a_whole_mandate_with_a_day(self) -> None:
        mandate = decision("2014-01-10", "mandate", report_back=read_when("2015-06"))
        made = plan({}, organisations=KOF, decisions={"uppdrag": mandate}, follow_up={"responsible": ("kof",)})
        assert ("report", "not_reported_back", "uppdrag", -10) in found(made, "2015-07-10")
        answered = {"uppdrag": mandate, "svar": decision("2015-06-20", "note", about=("uppdrag",))}
        made = plan({}, organisations=KOF, decisions=answered, follow_up={"responsible": ("kof",)})
        assert found(made, "2015-07-10") == []

    def meeting(self, point: Point, **more: Event) -> Plan:
        event = Event(date=read_when("2015-03-01"), kind="meeting", title="Möte", body="radet", items=(point,))
        organisations = {
            **KOF,
            "radet": organisation(kind="council"),
            "kansliet": organisation(kind="secretariat", part_of="radet"),
        }
        return plan({}, organisations=organisations, events={"m1": event, **more})

    def test_what_a_meeting_left_to_do_by_a_day(self) -> None:
        action = Action(id="m1.u1", text="Lämna synpunkter", who=("kof",), when="2015-04-15")
        made = self.meeting(Point(title="Kartan", action=(action,)))
        assert found(made, "2015-02-20") == [], "the meeting is still to come"
        assert found(made, "2015-04-20") == [("meeting", "action", "m1.u1", -5)]
        assert only(made, "2015-04-20").who == ("kof",)
        later = Event(date=read_when("2015-04-18"), kind="meeting", title="Möte", items=(Point(title="Svar", answers=("m1.u1",)),))  # fmt: skip
        assert found(self.meeting(Point(title="Kartan", action=(action,)), m2=later), "2015-04-20") == []

    @pytest.mark.parametrize(
        ("done", "open_"), [("2015-04-10", False), ("2015-05-01", True), ("m2", False), ("ja", False)]
    )
    def test_what_has_been_done_is_not_left(self, done: str, open_: bool) -> None:
        action = Action(text="Lämna synpunkter", who=("ledamöterna",), when="2015-04-15", done=done)
        later = Event(date=read_when("2015-04-18"), kind="meeting", title="Möte")
        made = self.meeting(Point(title="Kartan", action=(action,)), m2=later)
        assert bool(found(made, "2015-04-20")) is open_

    def test_what_was_put_off_to_a_time(self) -> None:
        made = self.meeting(Point(title="Kartan", postponed_to="våren 2015"))
        assert found(made, "2015-06-20") == [("meeting", "postponed", "m1", 10)]
        assert only(made, "2015-06-20").who == ("kansliet",), "a council has a secretariat"

    def later(self, on: str, *points: Point, **more: object) -> Event:
        return Event(date=read_when(on), kind="meeting", title="Möte", body="radet", items=points, **more)

    @pytest.mark.parametrize(
        "said",
        [
            "nästa möte",
            "Till nästa möte",
            "En parts nästa möte",
            "nästa sammanträde",
            "next meeting",
            "the next meeting",
        ],
    )
    def test_what_waits_for_the_next_meeting_is_late_when_that_has_been_held(self, said: str) -> None:
        point = Point(title="Kartan", postponed_to=said)
        assert found(self.meeting(point), "2015-06-20") == [("meeting", "postponed", "m1", None)], "open, not late"
        made = self.meeting(point, m2=self.later("2015-06-18"))
        assert found(made, "2015-04-01") == [("meeting", "postponed", "m1", None)], "the next one is far away"
        assert found(made, "2015-06-10") == [("meeting", "postponed", "m1", 8)]
        assert found(made, "2015-06-20") == [("meeting", "postponed", "m1", -2)]

    def test_only_a_meeting_of_the_same_body_is_the_next_one(self) -> None:
        point = Point(title="Kartan", postponed_to="nästa möte")
        others = (
            self.later("2015-06-18", state="cancelled"),
            self.later("2015-06-18", state="planned"),
            self.later("2015-02-18"),
            Event(date=read_when("2015-06-18"), kind="meeting", title="Annat möte", body="kof"),
            Event(date=read_when("2015-06-18"), kind="workshop", title="Workshop", body="radet"),
        )
        for each in others:
            assert found(self.meeting(point, m2=each), "2015-06-20") == [("meeting", "postponed", "m1", None)]
        coming = self.meeting(point, m2=self.later("2015-06-25", state="planned"))
        assert found(coming, "2015-06-20") == [("meeting", "postponed", "m1", 5)], "one that is planned is a day"
        named = self.meeting(
            Point(title="Kartan", postponed_to="Upphandlingsrådets nästa möte"), m2=self.later("2015-06-18")
        )
        assert found(named, "2015-06-20") == [("meeting", "postponed", "m1", None)], "somebody else's meeting"

    @pytest.mark.parametrize("when", [None, "så småningom", "uppstartsdagarnas slut"])
    def test_what_is_to_be_done_without_a_day_is_open_until_something_answers_it(self, when: str | None) -> None:
        said = {"when": when} if when else {}
        made = self.meeting(Point(title="Kartan", action=(Action(text="Lämna synpunkter", who=("kof",), **said),)))
        assert found(made, "2015-02-20") == []
        assert found(made, "2018-06-20") == [("meeting", "action", "m1", None)]
        answered = self.meeting(
            Point(title="Kartan", action=(Action(text="Lämna synpunkter", who=("kof",), **said),)),
            m2=self.later("2015-04-18", Point(title="Svar", answers=("m1.p1.u1",))),
        )
        assert found(answered, "2015-04-17") == [("meeting", "action", "m1", None)]
        assert found(answered, "2015-04-18") == []

    @pytest.mark.parametrize("answers", ["m1.p1", "kartan", "prov:kartan"])
    def test_a_postponed_point_is_answered_by_its_id_or_its_number(self, answers: str) -> None:
        point = Point(id="kartan", title="Kartan", postponed_to="nästa möte")
        again = self.later("2015-04-18", Point(title="Kartan igen", answers=(answers,), postponed_to="hösten 2015"))
        assert found(self.meeting(point), "2015-04-20") == [("meeting", "postponed", "kartan", None)]
        assert found(self.meeting(point, m2=again), "2015-04-20") == []
        assert found(self.meeting(point, m2=again), "2016-01-10") == [("meeting", "postponed", "m2", -10)]
        assert found(
            self.meeting(point, m2=self.later("2015-04-18", Point(title="Annat", answers=("m1.p2",)))), "2015-04-10"
        ) == [("meeting", "postponed", "kartan", 8)]

    def test_points_of_one_meeting_are_each_a_thing(self) -> None:
        first = Action(text="Det ena", who=("kof",), when="2015-04-15")
        made = self.meeting(
            Point(title="Kartan", action=(first, Action(text="Det andra", who=("kof",), when="2015-04-15")))
        )
        assert len(by_thing(each for each in due(made, "2015-04-20").duties if each.kind == "meeting")) == 2


def test_an_answer_that_a_decision_has_put_in_doubt_is_to_be_confirmed() -> None:
    before = one(when="2016")
    said = submission("kof", "2015-05-01", {"1.1.1": "ongoing"}, basis=basis_of(before, "1.1.1"))
    changed = decision("2015-06-01", "revise", changes={"1.1.1": {"title": f.change(from_="Något", to="Något annat")}})
    made = plan(
        {"1.1.1": f.Activity(title="Något annat görs", when=read_when("2016"), lead=("kof",))},
        said,
        organisations=KOF,
        decisions={"ks": changed},
    )
    assert found(made, "2015-05-20") == []
    duty = only(made, "2015-06-20")
    assert (duty.kind, duty.thing, duty.who) == ("suspect", "1.1.1", ("kof",))


def test_what_came_into_the_plan_later_is_not_due_before() -> None:
    added = Added(date=day("2015-03-01"))
    steps = {"1.1.1.a": step(when="2014", added=added)}
    made = plan(
        {"1.1.1": activity(when="2016", lead=("kof",), steps=steps), "1.1.2": activity(when="2014", added=added)},
        indicators={"1.1.m1": indicator(targets={"2014": 5}, added=added)},
        criteria={"1.1.k1": criterion(due=read_when("2014"), added=added)},
        organisations=KOF,
    )
    assert found(made, "2015-02-01") == []
    assert {each[2] for each in found(made, "2015-03-01")} == {"1.1.1.a", "1.1.2", "1.1.m1", "1.1.k1"}


def test_the_most_late_comes_first_then_by_organisation() -> None:
    activities = {
        "1.1.1": activity(when="2015-07-31", lead=("a",)),
        "1.1.10": activity(when="2015-06-30", lead=("b",)),
        "1.1.9": activity(when="2015-06-30", lead=("b",)),
        "1.1.3": activity(when="2015-06-30", lead=("a",)),
        "1.1.4": activity(when="2015-06-01"),
    }
    made = plan(activities, organisations={"a": organisation(), "b": organisation()})
    its = due(made, "2015-07-12").duties
    assert [each.thing for each in its] == ["1.1.4", "1.1.3", "1.1.9", "1.1.10", "1.1.1"]
    groups = by_organisation(its)
    assert list(groups) == [NOBODY, "a", "b"]
    assert [each.thing for each in groups["a"]] == ["1.1.3", "1.1.1"]
    assert counts(its) == {"late": 4, "soon": 1}


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_any_day_can_be_shown_in_every_way(folder: Path, language: str) -> None:
    facts = load(folder, date(2015, 1, 1))
    rules = set()
    for number in range(0, 9 * 365, 61):
        on = date(2012, 1, 1) + timedelta(days=number)
        standings = stand_on(facts.plan, on)
        told = due_on(facts.plan, standings)
        for each in told.duties:
            assert each.kind in KINDS
            assert each.days == (None if each.day is None else (each.day - on).days)
            rules.add(each.why.rule)
        worklist = Worklist(facts.plan, standings, speech(language), told)
        shown = on_screen(sections(worklist), Look(False, False, 80)) + next_step(worklist)
        assert "{" not in shown
        Read.from_ical(render(calendar_of(worklist)))
        assert len(json.loads(as_json(worklist))["duties"]) == len(told.duties)
    assert len(rules) > 2


def listed(made: Plan, on: str, *, brief: bool = True, **asked: object) -> tuple[str, str]:
    """The list as it is shown on a wide screen, and what comes next."""
    standings = stand_on(made, day(on))
    worklist = Worklist(made, standings, speech("en"), due_on(made, standings), brief=brief, **asked)  # type: ignore[arg-type]
    return on_screen(sections(worklist), Look(False, False, 80)), next_step(worklist)


class TestShown:
    """What the list says beyond the rows."""

    def test_a_brief_list_shows_the_most_pressing_of_each(self) -> None:
        made = plan({f"1.1.{n}": activity(when="2015-06-30", lead=("kof",)) for n in range(1, 10)}, organisations=KOF)
        text, _next = listed(made, "2015-07-12")
        assert "1.1.6 " in text
        assert "1.1.7 " not in text
        assert "And 3 more: plantrack due --organisation kof" in text
        assert "1.1.9 " in listed(made, "2015-07-12", brief=False)[0]

    def test_what_nobody_can_do_is_shown_too(self) -> None:
        text, _next = listed(plan({"1.1.1": activity(when="2015-06-30")}), "2015-07-12")
        assert "Nobody is named who could act" in text

    def test_today_is_today(self) -> None:
        assert "2015-06-30; today  1.1.1  Något görs  ○ to be done" in listed(one(), "2015-06-30")[0]

    def test_a_party_that_cannot_be_asked(self) -> None:
        made = plan(
            {"1.1.1": activity(when="2015-06-30", lead=("alla",))}, organisations={"alla": organisation(kind="sector")}
        )
        text, following = listed(made, "2015-07-12", asked="alla")
        assert "Nobody can be asked for alla. What is its own lies with the secretariat." in text
        assert following == ""

    @pytest.mark.parametrize(
        ("rounds", "submissions", "following"),
        [
            ({}, (), "Next: plantrack round open 2015"),
            ({"2015": Round(**ASKING)}, (), "Next: write reminders: plantrack due --format eml"),
            ({"2015": Round(**ASKING)}, (done("ongoing", "2015-11-20"),), "Next: plantrack round close 2015"),
            ({"2015": Round(**{**ASKING, "opened": day("2016-01-01")})}, (done("ongoing", "2015-11-20"),), ""),
        ],
    )
    def test_what_comes_next(
        self, rounds: dict[str, Round], submissions: tuple[f.Submission, ...], following: str
    ) -> None:
        made = one(*submissions, when="2017", rounds=rounds)
        assert listed(made, "2015-12-20")[1] == following

    def test_in_a_round_that_all_have_answered_it_says_so(self) -> None:
        made = one(done("ongoing", "2015-11-20"), when="2017", rounds={"2015": Round(**ASKING)})
        assert "the time for answers is over; close the round, everybody has answered" in listed(made, "2015-12-20")[0]


class TestCommand:
    """``plantrack due`` as it is typed."""

    def test_the_list_is_grouped_by_organisation(self, nordvik: Desk) -> None:
        said = nordvik.type("due", "--on", "2015-12-20")
        assert said.code == 0
        assert "Round           2015 (answers by 2016-01-15, 26 days left)" in said.out
        assert "Overdue: 4   Unanswered: 11   Deviation: 3   Report back: 1   From meetings: 2   Round: 2" in said.out
        assert "Municipal Executive Office (klk)" in said.out
        assert "2015-09-01; 110 days late  4.1.5   A map of the associations' premises and gatherings" in said.out
        assert said.out.index("(klk)") < said.out.index("(buf)") < said.out.index("(polisen)")

    def test_only_one_organisation_by_any_of_its_names(self, nordvik: Desk) -> None:
        for name in ("buf", "BUF", "Department for Children and Education"):
            said = nordvik.type("due", "--on", "2015-12-20", "--organisation", name)
            assert "2.1.3" in said.out
            assert "4.1.5" not in said.out

    def test_an_organisation_that_has_ended_is_followed_by_its_successors(self, nordvik: Desk) -> None:
        said = nordvik.type("due", "--on", "2015-11-10", "--organisation", "tek")
        assert "tek ended on 2015-06-30. Asked instead: Department for the Urban Environment (stadsmiljo)" in said.out
        assert "(stadsmiljo)\n" in said.out
        assert "(kultur)\n" not in said.out

    def test_a_group_answers_through_its_members(self, nordvik: Desk) -> None:
        said = nordvik.type("due", "--on", "2015-12-20", "--organisation", "kommundelarna")
        assert "kommundelarna answers through" in said.out
        assert "(kd-norr)\n" in said.out

    def test_only_some_kinds_by_their_words(self, nordvik: Desk) -> None:
        for kind in ("late", "Overdue", "försenat"):
            said = nordvik.type("due", "--on", "2015-12-20", "--kind", kind)
            assert "Overdue: 4\n" in said.out
        both = nordvik.type("due", "--on", "2015-12-20", "--kind", "late", "--kind", "unanswered")
        assert "Overdue: 4   Unanswered: 11\n" in both.out
        wrong = nordvik.type("due", "--kind", "lat")
        assert (wrong.code, wrong.out) == (2, "")
        assert "There is no kind “lat”. There are late, unanswered" in wrong.err

    def test_nothing_to_do_is_said(self, nordvik: Desk) -> None:
        said = nordvik.type("due", "--on", "2012-05-01")
        assert said.code == 0
        assert "Nothing is late or unanswered, and nothing is due within 28 days." in said.out

    @pytest.mark.parametrize(
        ("arguments", "why"),
        [
            (("--days", "-1"), "--days takes a number of days"),
            (("--organisation", "kulturr"), "Did you mean “kultur”?"),
            (("--contacts", "a.yaml"), "add --format eml"),
            (("--format", "ics", "-o", "plan"), "plan is a folder. Name a file."),
            (("--format", "ics", "-o", "plan/plan.yaml"), "plan/plan.yaml is there already, and holds something else"),
            (("--format", "json", "-o", "plan/plan.yaml"), "plan/plan.yaml is there already, and holds something else"),
        ],
    )
    def test_mistakes_are_told_and_nothing_is_written(
        self, nordvik: Desk, arguments: tuple[str, ...], why: str
    ) -> None:
        said = nordvik.type("due", "--on", "2015-12-20", *arguments)
        assert (said.code, said.out) == (2, "")
        assert why in said.err
        assert nordvik.changed() == []

    def test_at_a_terminal_it_is_brief_and_says_what_comes_next(self, nordvik: Desk) -> None:
        said = nordvik.type("due", "--on", "2015-11-10", answers=())
        assert "13 answers for Annual" in said.out
        assert said.out.endswith("Next: write reminders: plantrack due --format eml\n")
        whole = nordvik.type("due", "--on", "2015-11-10", "--organisation", "fof", answers=())
        assert "answers for" not in whole.out
        assert "1.2.k1" in whole.out

    def test_the_list_as_a_file(self, nordvik: Desk) -> None:
        assert nordvik.type("due", "--on", "2015-12-20", "-o", "out/list.txt").out == "Wrote out/list.txt\n"
        text = (nordvik.folder / "out/list.txt").read_text(encoding="utf-8")
        assert text == nordvik.type("due", "--on", "2015-12-20").out
        assert nordvik.type("due", "--on", "2015-12-20", "--format", "ics", "-o", "-").out.startswith("BEGIN:VCALENDAR")

    def test_as_json_each_duty_stands_once(self, nordvik: Desk) -> None:
        shape = json.loads(nordvik.type("due", "--on", "2015-12-20", "--format", "json").out)
        assert (shape["format"], shape["day"], shape["answer_by"]) == (1, "2015-12-20", "2016-01-15")
        [duty] = [each for each in shape["duties"] if each["id"] == "4.2.3"]
        assert duty == {
            "kind": "late",
            "rule": "not_begun",
            "id": "4.2.3",
            "title": "Try two public partnerships and write down what was learnt",
            "organisations": ["klk", "foreningsradet"],
            "day": "2015-01-01",
            "days_left": -353,
            "reason": "should have begun",
        }

    def test_a_calendar_file_is_written_beside_the_plan(self, nordvik: Desk) -> None:
        said = nordvik.type("due", "--on", "2015-12-20", "--format", "ics")
        assert said.out == "Wrote out/due-nordvik-2014.ics\n"
        data = (nordvik.folder / "out" / "due-nordvik-2014.ics").read_bytes()
        again = nordvik.type("due", "--on", "2015-12-20", "--format", "ics", "-o", "again.ics")
        assert again.code == 0
        assert (nordvik.folder / "again.ics").read_bytes() == data, "the same data give the same bytes"
        assert nordvik.type("due", "--on", "2015-12-21", "--format", "ics", "-o", "again.ics").code == 0, (
            "takes its place"
        )


class TestCalendar:
    """The calendar file, read by another library."""

    def read(self, desk: Desk, on: str, *more: str) -> dict[str, dict[str, object]]:
        assert desk.type("due", "--on", on, "--format", "ics", "-o", "c.ics", *more).code == 0
        calendar = Read.from_ical((desk.folder / "c.ics").read_bytes())
        found = {}
        for event in calendar.walk("VEVENT"):
            assert event.errors == []
            found[str(event["UID"])] = {
                "day": event.decoded("DTSTART"),
                "end": event.decoded("DTEND"),
                "title": str(event["SUMMARY"]),
                "language": event["SUMMARY"].params["LANGUAGE"],
                "text": str(event["DESCRIPTION"]),
                "stamp": event.decoded("DTSTAMP").isoformat(),
                "alarms": [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")],
            }
        assert len(found) == len(calendar.walk("VEVENT")), "each has a UID of its own"
        return found

    def test_each_day_of_the_year_to_come_is_one_entry(self, nordvik: Desk) -> None:
        found = self.read(nordvik, "2016-05-01")
        entry = found["2016-12-31.end@nordvik-2014.plantrack"]
        assert (entry["day"], entry["end"]) == (date(2016, 12, 31), date(2017, 1, 1))
        assert str(entry["title"]).startswith("To be done: 1.")
        assert entry["stamp"] == "2016-05-01T00:00:00+00:00"
        assert entry["language"] == "en"
        assert entry["alarms"] == [timedelta(days=-6, hours=-15)]
        assert "\n" in str(entry["text"])
        last = [uid.partition("@")[0] for uid, each in found.items() if each["day"] == date(2016, 12, 31)]
        assert last == ["2016-12-31.end", "2016-12-31.report", "2016-12-31.value"]

    def test_what_has_passed_has_no_alarm(self, nordvik: Desk) -> None:
        found = self.read(nordvik, "2015-12-20")
        for entry in found.values():
            left = (entry["day"] - date(2015, 12, 20)).days  # type: ignore[operator]
            assert bool(entry["alarms"]) == (left > 2)

    def test_in_a_round_the_last_day_tells_who_has_not_answered(self, nordvik: Desk) -> None:
        entry = self.read(nordvik, "2015-12-20")["answers.2015@nordvik-2014.plantrack"]
        assert entry["title"] == "Last day for answers: Annual follow-up 2015"
        assert "District Office Islands: 3 answers left" in str(entry["text"])

    def test_an_organisation_has_an_entry_for_each_thing_that_keeps_its_uid(self, nordvik: Desk) -> None:
        before = self.read(nordvik, "2015-08-20", "--organisation", "kd-skargard")
        after = self.read(nordvik, "2015-12-20", "--organisation", "kd-skargard")
        uid = "kd-skargard.end.1.1.3@nordvik-2014.plantrack"
        assert before[uid]["title"] == "To be done: 1.1.3 A boat as a meeting place on the islands in summer"
        assert str(after[uid]["title"]).startswith("Should have been done: 1.1.3")
        assert before[uid]["day"] == after[uid]["day"]
        answers = after["kd-skargard.unanswered.2015@nordvik-2014.plantrack"]
        assert answers["title"] == "To be answered: 1.1.3, 1.1.m2 and 3.1.1"

    @given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
    def test_any_text_is_read_back(self, text: str) -> None:
        entry = Entry("nyckel", date(2015, 12, 31), text, text, "Plan")
        made = render(Calendar("prov", "Planen", "sv", date(2015, 12, 1), (entry,)))
        assert all(len(line.encode()) <= 75 for line in made.split("\r\n"))
        assert "\n" not in made.replace("\r\n", "")
        [event] = Read.from_ical(made).walk("VEVENT")
        expected = escaped(text).replace("\\n", "\n").replace("\\\\", "\0").replace("\\", "").replace("\0", "\\")
        if "\\" not in text:
            assert str(event["SUMMARY"]) == expected

    def test_a_long_line_is_divided_between_letters(self) -> None:
        line = "SUMMARY:" + "å" * 200
        assert folded(line).replace("\r\n ", "") == line
        assert all(len(each.encode()) <= 75 for each in folded(line).split("\r\n"))
