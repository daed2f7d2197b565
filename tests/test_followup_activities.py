"""How activities stand: who speaks, what carries over, what is counted, and the schedule in its order."""

from __future__ import annotations

from typing import Any

import pytest
from followup_plans import activity, change, day, decision, ended, organisation, plan, step, submission

from plantrack.followup.standing import NO_SCHEDULE, ActivityStanding
from plantrack.followup.standings import stand, stand_on
from plantrack.plan import Plan

ONE = "1.1.1"


def one(subject: Plan, round_id: str = "2015", on: str = "") -> ActivityStanding:
    return stand(subject, round_id, day(on) if on else None).activities[ONE]


def said(status: Any, by: str = "fof", on: str = "2015-11-20", **more: Any) -> Any:
    return submission(by, on, {ONE: status}, **more)


# -- the schedule, in its order ----------------------------------------------------------------------


def test_an_autumn_that_nobody_reported_cannot_be_judged_and_its_time_is_up() -> None:
    """3.3.1 of the real plan: autumn 2014, unreported, on the last day of 2015: not late."""
    found = one(plan({ONE: activity(when="hösten 2014", responsible=("slk",))}))
    assert (found.status, found.schedule, found.time_is_up) == ("no_report", "cannot_be_judged", True)
    assert found.end == day("2014-12-31")
    assert found.schedule_why.values["end"] == day("2014-12-31")


def test_unreported_work_with_time_left_is_not_up() -> None:
    found = one(plan({ONE: activity(when="2014-2016")}))
    assert (found.schedule, found.time_is_up) == ("cannot_be_judged", False)


def test_unreported_continuous_work_cannot_be_judged() -> None:
    found = one(plan({ONE: activity(when="fortlöpande 2014")}))
    assert (found.schedule, found.time_is_up) == ("cannot_be_judged", False)


@pytest.mark.parametrize(
    ("when", "status", "schedule", "rule"),
    [
        ("2014", "ongoing", "late", "late"),
        ("2014", "not_started", "late", "late"),
        ("2014", "paused", "late", "late"),
        ("2014", "completed", "", "over"),
        ("2014", "cancelled", "", "over"),
        ("2014-2016", "ongoing", "on_schedule", "on_schedule"),
        ("2014-2016", "paused", "deviation", "paused"),
        ("2014-2016", "not_started", "deviation", "not_started_in_time"),
        ("2016", "not_started", "on_schedule", "on_schedule"),
        ("2015", "ongoing", "on_schedule", "on_schedule"),
        ("fortlöpande", "ongoing", "continuous", "continuous"),
        ("fortlöpande 2014", "paused", "continuous", "continuous"),
        ("by 2016-06", "not_started", "on_schedule", "on_schedule"),
        ("by 2015-06", "not_started", "late", "late"),
        ("2014-", "ongoing", "on_schedule", "on_schedule_open_end"),
        ("2014-", "not_started", "deviation", "not_started_in_time"),
        ("omgående", "ongoing", "cannot_be_judged", "no_usable_date"),
        ("omgående", "paused", "deviation", "paused"),
        ("vid varje tillfälle", "ongoing", "cannot_be_judged", "no_usable_date"),
    ],
)
def test_the_first_rule_decides(when: str, status: str, schedule: str, rule: str) -> None:
    found = one(plan({ONE: activity(when=when, lead=("fof",))}, said(status)))
    assert (found.schedule, found.schedule_why.rule) == (schedule, rule)


def test_no_time_at_all_cannot_be_judged() -> None:
    assert one(plan({ONE: activity()}, said("ongoing"))).schedule_why.rule == "no_usable_date"


def test_an_end_has_passed_the_day_after_it() -> None:
    subject = plan({ONE: activity(when="2015-06-30")}, said("ongoing", on="2015-06-01"))
    assert one(subject, on="2015-06-30").schedule == "on_schedule"
    assert one(subject, on="2015-07-01").schedule == "late"


def test_a_vague_time_ends_on_its_last_day_by_the_plan_s_own_calendar() -> None:
    autumn = activity(when="hösten 2015")
    assert one(plan({ONE: autumn}, said("ongoing"))).schedule == "on_schedule"
    own = plan({ONE: autumn}, said("ongoing"), header={"seasons": {"autumn": "09-01/11-30"}})
    assert one(own).schedule == "late"


def test_the_deadline_goes_before_the_end_of_the_time() -> None:
    subject = plan({ONE: activity(when="2014", due="2016-06")}, said("ongoing"))
    found = one(subject)
    assert (found.schedule, found.start, found.end) == ("on_schedule", day("2014-01-01"), day("2016-06-30"))


def test_days_after_a_decision_are_counted_from_its_day() -> None:
    taken = decision("2015-03-01", "mandate")
    subject = plan({ONE: activity(when="90 dagar efter 2015-03-ks")}, said("ongoing"), decisions={"2015-03-ks": taken})
    found = one(subject)
    assert (found.start, found.end, found.schedule) == (None, day("2015-05-30"), "late")
    unknown = plan({ONE: activity(when="90 dagar efter 2015-03-ks")}, said("ongoing"))
    assert one(unknown).schedule_why.rule == "no_usable_date"


@pytest.mark.parametrize("fields", [{"deviation": "Tjänsten är vakant."}, {"expected": "2017-03"}])
def test_a_reported_deviation_is_a_deviation(fields: dict[str, str]) -> None:
    found = one(plan({ONE: activity(when="2014-2016")}, said({"status": "ongoing", **fields})))
    assert found.schedule == "deviation"


def test_expected_within_its_time_is_on_schedule() -> None:
    found = one(plan({ONE: activity(when="2014-2016")}, said({"status": "ongoing", "expected": "2016-03"})))
    assert found.schedule == "on_schedule"


def test_people_may_judge_the_schedule_otherwise_with_a_reason() -> None:
    late = {"status": "ongoing", "schedule": "on_schedule"}
    work = {ONE: activity(when="2014", lead=("fof",))}
    assert one(plan(work, said(late))).schedule == "late"
    found = one(plan(work, said({**late, "schedule_reason": "Tiden räknas om."})))
    assert (found.schedule, found.schedule_why.rule) == ("on_schedule", "override")
    assert found.schedule_why.values["computed"] == "late"
    assert found.schedule_why.values["reason"] == "Tiden räknas om."


def test_the_secretariat_s_judgement_of_the_schedule_goes_before() -> None:
    mine = {"status": "ongoing", "schedule": "on_schedule", "schedule_reason": "Det går bra."}
    theirs = {"schedule": "deviation", "schedule_reason": "Det går inte bra."}
    subject = plan({ONE: activity(when="2014", lead=("fof",))}, said(mine), said(theirs, "slk", role="assessor"))
    assert one(subject).schedule == "deviation"


def test_what_is_over_has_no_schedule_whatever_people_say() -> None:
    over = {"status": "completed", "schedule": "late", "schedule_reason": "Nja."}
    assert one(plan({ONE: activity(when="2014")}, said(over))).schedule == ""


# -- who speaks --------------------------------------------------------------------------------------


def test_the_lead_speaks_and_the_others_stand_beside() -> None:
    work = {ONE: activity(when="2015", lead=("fof",), implementing=("srf",))}
    found = one(plan(work, said("ongoing"), said("completed", "srf")))
    assert (found.status, found.status_why.rule) == ("ongoing", "lead_says")
    assert found.given is not None
    assert found.given.organisation == "fof"
    assert {each.organisation: each.state for each in found.answers} == {"fof": "ongoing", "srf": "completed"}


def test_without_the_lead_s_answer_the_one_who_follows_up_speaks() -> None:
    work = {ONE: activity(lead=("fof",), follow_up=("slk",), implementing=("srf",))}
    found = one(plan(work, said("ongoing", "slk"), said("completed", "srf")))
    assert (found.status, found.status_why.rule) == ("ongoing", "follow_up_says")


def test_without_either_equal_answers_are_the_state() -> None:
    work = {ONE: activity(responsible=("fof", "srf"))}
    assert one(plan(work, said("ongoing"), said("ongoing", "srf"))).status == "ongoing"
    assert one(plan(work, said("ongoing"))).status == "ongoing"


def test_unequal_answers_differ_until_the_secretariat_assesses() -> None:
    work = {ONE: activity(when="2015", responsible=("fof", "srf"))}
    both = (said("ongoing"), said("completed", "srf"))
    found = one(plan(work, *both))
    assert (found.status, found.given, found.schedule) == ("differing", None, "cannot_be_judged")
    settled = one(plan(work, *both, said("ongoing", "slk", role="assessor")))
    assert (settled.status, settled.status_why.rule) == ("ongoing", "assessor_settles")
    assert len(settled.answers) == 3


def test_differing_answers_that_are_all_open_are_late_after_the_end() -> None:
    work = {ONE: activity(when="2014", responsible=("fof", "srf"))}
    assert one(plan(work, said("ongoing"), said("paused", "srf"))).schedule == "late"


def test_an_assessor_does_not_overrule_the_lead_and_an_evaluator_settles_nothing() -> None:
    work = {ONE: activity(lead=("fof",))}
    assert one(plan(work, said("ongoing"), said("completed", "slk", role="assessor"))).status == "ongoing"
    assert one(plan(work, said("completed", "hogskolan", role="evaluator"))).status == "no_report"
    assert one(plan(work, said("paused", "slk", role="assessor"))).status == "paused"


def test_a_group_speaks_through_its_members() -> None:
    parties = {
        "sdn": organisation(kind="group", members=("norr", "syd")),
        "norr": organisation(),
        "syd": organisation(),
    }
    work = {ONE: activity(lead=("sdn",), partner=("fof",))}
    each = {"each": {"norr": "completed", "syd": {"status": "ongoing", "comment": "Snart."}}}
    found = one(plan(work, said(each, "slk"), said("ongoing"), organisations=parties))
    assert found.status == "differing"
    assert {given.organisation for given in found.answers} == {"norr", "syd", "fof"}
    equal = {"each": {"norr": "completed", "syd": "completed"}}
    assert one(plan(work, said(equal, "slk"), organisations=parties)).status == "completed"


def test_a_group_s_own_answer_goes_before_its_members() -> None:
    parties = {"sdn": organisation(kind="group", members=("norr",)), "norr": organisation()}
    work = {ONE: activity(lead=("sdn",))}
    assert one(plan(work, said("ongoing", "sdn"), said("completed", "norr"), organisations=parties)).status == "ongoing"


def test_a_successor_speaks_for_a_lead_that_has_ended() -> None:
    parties = {
        "samradet": organisation(valid="2010/2015-03-31", successors=("forum",)),
        "forum": organisation(valid="2015-04-01/.."),
    }
    work = {ONE: activity(lead=("samradet",), partner=("fof",))}
    answers = (said("ongoing", "forum"), said("completed"))
    assert one(plan(work, *answers, organisations=parties)).status == "ongoing"


# -- keys, corrections, unchanged ---------------------------------------------------------------------


def test_the_latest_answer_of_a_key_stands() -> None:
    work = {ONE: activity(lead=("fof",))}
    found = one(plan(work, said("completed", on="2015-12-01"), said("ongoing", on="2015-11-01")))
    assert found.status == "completed"
    assert len(found.answers) == 1


def test_a_remark_takes_nothing_back() -> None:
    work = {ONE: activity(lead=("fof",))}
    found = one(plan(work, said("completed"), said({"comment": "Tack!"}, on="2015-12-01")))
    assert found.status == "completed"
    assert len(found.answers) == 2


def test_a_correction_replaces_only_what_it_answers_anew() -> None:
    work = {ONE: activity(lead=("fof",)), "1.1.2": activity(lead=("fof",))}
    first = submission("fof", "2015-11-20", {ONE: "completed", "1.1.2": "completed"})
    subject = plan(work, first, said("ongoing", replaces=("s1",)))
    standings = stand(subject, "2015").activities
    assert standings[ONE].status == "ongoing"
    assert standings["1.1.2"].status == "completed"


def test_the_secretariat_may_correct_what_another_sent() -> None:
    work = {ONE: activity(lead=("fof",))}
    found = one(plan(work, said("completed"), said("ongoing", "slk", replaces=("s1",))))
    assert (found.status, len(found.answers)) == ("ongoing", 1)


def test_corrections_that_correct_each_other_leave_nothing() -> None:
    work = {ONE: activity(lead=("fof",))}
    found = one(plan(work, said("completed", replaces=("s2",)), said("ongoing", replaces=("s1",))))
    assert found.status == "no_report"


def test_unchanged_is_what_was_said_before_and_since_when() -> None:
    work = {ONE: activity(when="2014-2016", lead=("fof",))}
    before = said({"status": "ongoing", "deviation": "Dröjer."}, on="2014-11-20")
    found = one(plan(work, before, said("unchanged")))
    assert (found.status, found.schedule) == ("ongoing", "deviation")
    assert found.given is not None
    assert found.given.unchanged_since == "s1"
    assert found.status_why.rule == "unchanged_since"


def test_unchanged_year_after_year_leads_back_to_the_first() -> None:
    work = {ONE: activity(when="2014-2016", lead=("fof",))}
    subject = plan(work, said("ongoing", on="2014-11-20"), said("unchanged"), said("unchanged", on="2016-11-20"))
    found = one(subject, "2016")
    assert found.given is not None
    assert (found.status, found.given.unchanged_since) == ("ongoing", "s1")


def test_unchanged_from_nothing_is_no_report() -> None:
    found = one(plan({ONE: activity(lead=("fof",))}, said("unchanged")))
    assert (found.status, found.status_why.rule) == ("no_report", "answer_without_state")
    assert len(found.answers) == 1


def test_the_plan_s_own_word_is_kept() -> None:
    subject = plan({ONE: activity()}, said("full_gang"), scale={"full_gang": "ongoing"})
    found = one(subject)
    assert (found.status, found.word) == ("ongoing", "full_gang")


# -- what carries over ------------------------------------------------------------------------------


def test_completed_carries_over() -> None:
    found = one(plan({ONE: activity(when="2014")}, said("completed", on="2014-11-20")))
    assert (found.status, found.carried, found.schedule, found.last) == ("completed", True, "", None)
    assert [each.submission for each in found.answers] == ["s1"]


def test_an_open_state_does_not_carry_over() -> None:
    found = one(plan({ONE: activity(when="2014-2016")}, said("ongoing", on="2014-11-20")))
    assert (found.status, found.schedule) == ("no_report", "cannot_be_judged")
    assert found.last is not None
    assert (found.last.state, found.last.day) == ("ongoing", day("2014-11-20"))
    assert found.status_why.values == {"round": "2014", "day": day("2014-11-20")}


def test_what_was_reopened_does_not_carry_over() -> None:
    answers = (said("completed", on="2014-11-20"), said("ongoing"))
    found = one(plan({ONE: activity()}, *answers), "2016")
    assert found.status == "no_report"


def test_withdrawn_carries_over_only_by_decision() -> None:
    work = {ONE: activity(when="2014-2016")}
    before = said("withdrawn", on="2014-11-20")
    assert one(plan(work, before)).status == "no_report"
    decided = plan(work, before, decisions={"2014-12-ks": decision("2014-12-01", about=(ONE,))})
    found = one(decided)
    assert (found.status, found.carried, found.counted, found.left_out) == ("withdrawn", True, False, "withdrawn")
    assert found.decision == "2014-12-ks"


def test_an_answer_of_a_later_round_is_not_known_to_an_earlier_one() -> None:
    found = one(plan({ONE: activity()}, said("completed", on="2016-11-20")))
    assert (found.status, found.last) == ("no_report", None)


def test_a_late_answer_belongs_to_its_round() -> None:
    subject = plan({ONE: activity(when="2015")}, said("completed", on="2016-01-20", round="2015"))
    assert one(subject).status == "completed"
    assert one(subject).age == 0
    before = stand_on(subject, day("2016-01-10"))
    assert before.activities[ONE].status == "no_report"
    assert before.after_day == 1


# -- what leaves the denominator ---------------------------------------------------------------------


def test_cancelled_without_a_decision_is_counted_and_said_so() -> None:
    subject = plan({ONE: activity(when="2014")}, said("cancelled"))
    found = one(subject)
    assert (found.status, found.counted, found.undecided, found.schedule) == ("cancelled", True, True, "")
    assert stand(subject, "2015").total.counted == 1


@pytest.mark.parametrize(
    "taken",
    [
        decision("2015-04-22", about=(ONE,)),
        decision("2015-04-22", about=("1.1",)),
        decision("2015-04-22", changes={ONE: {"when": change(to="")}}),
        decision("2015-04-22", "revise", changes={ONE: {"ended": change(to="2015-05-01")}}),
    ],
)
def test_a_decision_takes_it_out_of_the_denominator(taken: Any) -> None:
    subject = plan({ONE: activity()}, said("cancelled"), decisions={"2015-04-22-ks": taken})
    found = one(subject)
    assert (found.counted, found.left_out, found.undecided) == (False, "cancelled", False)
    total = stand(subject, "2015").total
    assert (total.total, total.counted, total.left_out) == (1, 0, {"cancelled": 1})


def test_a_decision_on_something_else_does_not() -> None:
    taken = decision("2015-04-22", "move_deadline", changes={ONE: {"when": change(to="2016")}})
    assert one(plan({ONE: activity()}, said("cancelled"), decisions={"d": taken})).undecided


def test_a_decision_after_the_day_does_not_count_yet() -> None:
    taken = decision("2016-04-22", about=(ONE,))
    assert one(plan({ONE: activity()}, said("cancelled"), decisions={"d": taken})).undecided


def test_an_end_with_a_decision_needs_no_report() -> None:
    over = ended("2015-05-01", decision="2015-04-22-ks")
    found = one(plan({ONE: activity(when="2014", ended=over)}))
    assert (found.status, found.counted, found.left_out, found.schedule) == ("withdrawn", False, "ended", "")
    assert found.decision == "2015-04-22-ks"
    assert not found.time_is_up


def test_an_end_says_how() -> None:
    over = ended("2015-05-01", decision="2015-04-22-ks", how="cancelled")
    assert one(plan({ONE: activity(ended=over)})).left_out == "cancelled"
    merged = ended("2015-05-01", decision="2015-04-22-ks", how="merged")
    assert one(plan({ONE: activity(ended=merged)})).status == "withdrawn"


def test_an_end_without_a_decision_is_counted() -> None:
    found = one(plan({ONE: activity(ended=ended("2015-05-01"))}))
    assert (found.status, found.counted, found.undecided) == ("withdrawn", True, True)
    spoken = one(plan({ONE: activity(ended=ended("2015-05-01"))}, said("ongoing")))
    assert (spoken.status, spoken.counted, spoken.undecided) == ("ongoing", True, True)


def test_an_end_that_is_yet_to_come_has_not_come() -> None:
    over = ended("2016-05-01", decision="d")
    assert one(plan({ONE: activity(ended=over)}, said("ongoing"))).status == "ongoing"
    assert one(plan({ONE: activity(ended=over)}, said("ongoing")), "2016").status == "withdrawn"


def test_ended_as_completed_counts_as_completed() -> None:
    found = one(plan({ONE: activity(ended=ended("2015-05-01", how="completed"))}))
    assert (found.status, found.counted, found.left_out, found.undecided) == ("completed", True, "", False)


def test_what_was_completed_before_it_ended_stays_completed() -> None:
    over = ended("2015-05-01", decision="d")
    found = one(plan({ONE: activity(ended=over)}, said("completed", on="2014-11-20")))
    assert (found.status, found.counted) == ("completed", True)


def test_with_a_goal_that_has_ended_its_activities_end() -> None:
    found = one(plan({ONE: activity()}, goal={"ended": ended("2015-05-01", decision="d")}))
    assert (found.counted, found.left_out) == (False, "ended")


# -- steps, counts, freshness, who is asked ------------------------------------------------------------


def test_steps_have_their_own_time_and_state() -> None:
    steps = {f"{ONE}.a": step(when="2014", responsible=("srf",)), f"{ONE}.b": step()}
    work = {ONE: activity(when="2014-2016", lead=("fof",), steps=steps)}
    late = submission("srf", "2015-11-20", {f"{ONE}.a": "ongoing"})
    found = stand(plan(work, late, submission("fof", "2015-11-20", {f"{ONE}.b": "ongoing"})), "2015")
    assert found.steps[f"{ONE}.a"].schedule == "late"
    assert found.steps[f"{ONE}.b"].schedule == "on_schedule"
    assert found.total.total == 1


def test_counts_have_every_state_and_the_denominator() -> None:
    work = {
        "1.1.1": activity(when="2015", lead=("fof",)),
        "1.1.2": activity(when="2014", responsible=("fof", "srf")),
        "1.1.3": activity(lead=("srf",), ended=ended("2015-01-01", decision="d")),
    }
    found = stand(plan(work, submission("fof", "2015-11-20", {"1.1.1": "completed"})), "2015")
    total = found.total
    assert (total.total, total.counted, total.left_out, total.reported) == (3, 2, {"ended": 1}, 1)
    assert total.statuses["completed"] == 1
    assert total.statuses["no_report"] == 1
    assert total.schedules[NO_SCHEDULE] == 1
    assert total.schedules["cannot_be_judged"] == 1
    assert found.by_theme["1"] == found.by_goal["1.1"] == total
    assert found.by_organisation["fof"].total == 2
    assert found.by_organisation["srf"].left_out == {"ended": 1}


def test_counts_per_organisation_follow_the_successors() -> None:
    parties = {"gamla": organisation(valid="2010/2014", successors=("nya",)), "nya": organisation()}
    found = stand(plan({ONE: activity(lead=("gamla",))}, organisations=parties), "2015")
    assert set(found.by_organisation) == {"nya"}


def test_how_old_the_last_answer_is() -> None:
    work = {ONE: activity(when="2014-2016")}
    found = one(plan(work, said("ongoing", on="2014-11-20")))
    assert (found.age, found.stale) == (406, True)
    assert not one(plan(work, said("ongoing"))).stale
    assert one(plan(work)).age is None
    assert one(plan(work, said("ongoing", on="2015-06-01"), follow_up={"every": "quarter"})).stale
    assert not one(plan(work, said("completed", on="2014-01-20"))).stale


def test_the_lead_is_asked_else_those_who_do_the_work_and_a_group_as_its_members() -> None:
    parties = {
        "sdn": organisation(kind="group", members=("norr", "syd")),
        "oklart": organisation(kind="undetermined"),
    }
    work = {
        "1.1.1": activity(lead=("fof",), implementing=("srf",)),
        "1.1.2": activity(responsible=("sdn", "srf")),
        "1.1.3": activity(responsible=("oklart",)),
    }
    answers = (
        submission("slk", "2015-11-20", {"1.1.2": {"each": {"norr": "ongoing"}}}),
        submission("fof", "2015-11-20", {"1.1.1": "ongoing"}),
    )
    found = stand(plan(work, *answers, organisations=parties), "2015")
    assert found.asked == {"fof": ("1.1.1",), "norr": ("1.1.2",), "srf": ("1.1.2",), "syd": ("1.1.2",)}
    assert found.answered == {"fof": ("1.1.1",), "norr": ("1.1.2",)}


def test_a_group_s_own_answer_answers_for_its_members() -> None:
    parties = {"sdn": organisation(kind="group", members=("norr", "syd"))}
    answers = submission("sdn", "2015-11-20", {ONE: "ongoing"})
    found = stand(plan({ONE: activity(lead=("sdn",))}, answers, organisations=parties), "2015")
    assert found.answered == {"norr": (ONE,), "sdn": (ONE,), "syd": (ONE,)}


def test_what_is_over_since_before_is_not_asked_about() -> None:
    work = {ONE: activity(lead=("fof",)), "1.1.2": activity(lead=("fof",))}
    found = stand(plan(work, said("completed", on="2014-11-20")), "2015")
    assert found.asked == {"fof": ("1.1.2",)}
