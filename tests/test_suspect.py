"""Answers remember what they judged: a decision that changes it puts them in doubt, and a mended typo does not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from followup_plans import (
    activity,
    change,
    criterion,
    day,
    decision,
    indicator,
    plan,
    step,
    submission,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack.dates import read_point, read_when
from plantrack.facts import basis
from plantrack.facts.basis import bases_of, basis_of, combined, is_basis, outdated, suspects
from plantrack.facts.judged import JUDGED, kind_of
from plantrack.followup.standings import stand, stand_on
from plantrack.kinds import Translated
from plantrack.model.event import Event
from plantrack.model.goal import Shared
from plantrack.model.progress import Reopening, Round, Submission
from plantrack.plan import Plan
from plantrack.record import Record

THINGS = ("1", "1.1", "1.1.1", "1.1.1.a", "1.1.k1", "1.1.m1")


def made(*submissions: Submission, moved: Mapping[str, Mapping[str, Any]] | None = None, **more: Any) -> Plan:
    """A plan with one thing of each kind. ``moved``: thing -> fields that say something else than at first."""
    work = activity(when="2014", lead=("fof",), steps={"1.1.1.a": step()})
    things: dict[str, Record] = {
        "1.1.1": work,
        "1.1.2": activity(when="2015", lead=("fof",)),
        "1.1.k1": criterion(for_=("1.1.1",)),
        "1.1.m1": indicator(unit="möten", baseline={2013: 4}, targets={2015: 8, 2016: 12}, direction="up"),
    }
    for thing, fields in (moved or {}).items():
        if thing in things:
            things[thing] = type(things[thing])(**{**vars(things[thing]), **fields})
    return plan(
        {each: things[each] for each in ("1.1.1", "1.1.2")},  # type: ignore[misc]
        *submissions,
        criteria={"1.1.k1": things["1.1.k1"]},  # type: ignore[dict-item]
        indicators={"1.1.m1": things["1.1.m1"]},  # type: ignore[dict-item]
        goal=(moved or {}).get("1.1"),
        **more,
    )


def judging(before: Plan, *things: str) -> str:
    """The basis of an answer about some things, given on a plan."""
    return combined(bases_of(before, things))


def moving(on: str, thing: str = "1.1.1", field: str = "when", **more: Any) -> Any:
    return decision(on, "revise", changes={thing: {field: change(from_="förr", to="nu")}}, **more)


LATER = {"1.1.1": {"when": read_when("2016")}}


def answered(on: str = "2014-11-20", things: tuple[str, ...] = ("1.1.1",), **more: Any) -> Submission:
    """An answer that was given when the plan was as at first."""
    said: Mapping[str, Any] = {each: more.pop("said", "ongoing") for each in things}
    return submission("fof", on, said, basis=judging(made(), *things), **more)


# ----- the digest


def test_a_basis_is_two_short_digests() -> None:
    for thing in (*THINGS, "nothing"):
        assert is_basis(basis_of(made(), thing))
    assert is_basis(judging(made(), *THINGS))
    assert not is_basis("sha256:5f3a")


def test_the_digest_is_the_same_everywhere_and_always() -> None:
    """It stands in people's files: another one would put their answers in doubt."""
    assert bases_of(made(), THINGS) == EVER
    assert judging(made(), *THINGS) == ALL_EVER


EVER = {
    "1": "99824777-4f53cda1",
    "1.1": "94181ea0-4f53cda1",
    "1.1.1": "76881479-4f53cda1",
    "1.1.1.a": "ef61576a-4f53cda1",
    "1.1.k1": "b2173480-4f53cda1",
    "1.1.m1": "1f06acb8-4f53cda1",
}
ALL_EVER = "10739b2d-eefd9e4e"

OTHERWISE: Mapping[str, Any] = {
    "title": "Annat",
    "text": "Annat",
    "when": read_when("2017"),
    "due": read_when("2017-06"),
    "continuous": True,
    "kind": "share",
    "unit": "annat",
    "direction": "down",
    "baseline": {read_point("2013"): Decimal(5)},
    "targets": {read_point("2015"): Decimal(8)},
    "target": "annat",
    "numerator": "annat",
    "denominator": "annat",
    "tolerance": Decimal(3),
    "scale": ("annat",),
    "categories": ("annat",),
    "questions": ("annat?",),
    "running_total": True,
    "add_up": True,
}


@pytest.mark.parametrize(
    ("thing", "field"), [(thing, field) for thing in THINGS for field in JUDGED[kind_of(made(), thing)]]
)
def test_every_field_that_is_judged_is_in_the_wording_and_in_what_decisions_move(thing: str, field: str) -> None:
    first = made()
    record = _table(first, thing)[thing]
    fields = {field: OTHERWISE[field]}
    after = made(decisions={"d1": decision("2014-12-01", "revise", changes={thing: {field: change()}})})
    _put(after, thing, type(record)(**{**vars(record), **fields}))
    (words, known), (now_words, now_known) = basis_of(first, thing).split("-"), basis_of(after, thing).split("-")
    assert words != now_words
    assert known != now_known


def _table(subject: Plan, thing: str) -> Any:
    return {
        "theme": subject.themes,
        "goal": subject.goals,
        "activity": subject.goals["1.1"].activities,
        "step": subject.goals["1.1"].activities["1.1.1"].steps,
        "criterion": subject.goals["1.1"].criteria,
        "indicator": subject.goals["1.1"].indicators,
    }[kind_of(subject, thing)]


def _put(subject: Plan, thing: str, record: Record) -> None:
    _table(subject, thing)[thing] = record
    for name in ("activities", "criteria", "indicators", "steps", "held"):
        vars(subject).pop(name, None)


def same_wording(one: Mapping[str, Any], other: Mapping[str, Any], thing: str = "1.1.1") -> bool:
    return basis_of(made(moved={thing: one}), thing) == basis_of(made(moved={thing: other}), thing)


def test_how_a_thing_is_written_is_no_matter() -> None:
    assert same_wording({"text": "En  rad\ntill"}, {"text": "En rad till"})
    assert same_wording({"when": read_when("hösten 2014")}, {"when": read_when("autumn 2014")})
    assert same_wording({"when": read_when("2014-2016")}, {"when": read_when("2014/2016")})
    assert same_wording({"text": Translated(sv="Text", en="A text")}, {"text": Translated(en="A text", sv="Text")})
    assert same_wording(
        {"targets": {read_point("2016"): Decimal("12.0")}}, {"targets": {read_point("2016"): Decimal(12)}}, "1.1.m1"
    )
    assert same_wording({}, {"continuous": False, "unstated": {"text": "not_stated"}})
    assert not same_wording({}, {"unstated": {"text": "to_be_determined"}})
    assert not same_wording({}, {"text": "Text"})


def test_who_does_it_and_what_it_costs_is_not_judged() -> None:
    assert same_wording({}, {"lead": ("slk",), "tags": ("unga",), "aimed_at": ("skolan",)})


# ----- what makes an answer suspect


def test_a_decision_that_moves_the_time_makes_an_answer_suspect() -> None:
    subject = made(answered(), moved=LATER, decisions={"d1": moving("2014-12-01")})
    assert list(suspects(subject)) == ["s1"]
    assert suspects(subject)["s1"].things == ("1.1.1",)
    assert suspects(subject)["s1"].decisions == ("d1",)


def test_a_mended_typo_makes_nothing_suspect() -> None:
    assert suspects(made(answered(), moved={"1.1.1": {"title": "Nogåt görs"}})) == {}


def test_an_editorial_decision_makes_nothing_suspect() -> None:
    subject = made(answered(), moved=LATER, decisions={"d1": moving("2014-12-01", editorial=True)})
    assert suspects(subject) == {}


def test_a_decision_that_is_told_of_afterwards_makes_nothing_suspect() -> None:
    """The plan said what it says now when the answer was given; only the history is new."""
    assert suspects(made(answered(), decisions={"d1": moving("2014-03-01")})) == {}


def test_an_answer_that_knew_of_the_decision_is_not_suspect_by_a_typo() -> None:
    known = made(decisions={"d1": moving("2014-03-01")})
    said = submission("fof", "2014-11-20", {"1.1.1": "ongoing"}, basis=judging(known, "1.1.1"))
    after = made(said, moved={"1.1.1": {"title": "Mendat"}}, decisions={"d1": moving("2014-03-01")})
    assert suspects(after) == {}


def test_a_decision_about_something_else_makes_nothing_suspect() -> None:
    subject = made(
        answered(), moved={"1.1.2": {"when": read_when("2016")}}, decisions={"d1": moving("2014-12-01", "1.1.2")}
    )
    assert suspects(subject) == {}


@pytest.mark.parametrize("field", ["lead", "cost", "replaced_by"])
def test_a_decision_on_what_is_not_judged_makes_nothing_suspect(field: str) -> None:
    subject = made(
        answered(), moved={"1.1.1": {"title": "Mendat"}}, decisions={"d1": moving("2014-12-01", field=field)}
    )
    assert suspects(subject) == {}


def test_an_event_that_tells_of_a_change_is_as_a_decision() -> None:
    told = Event(date=read_when("2014-12-01"), kind="meeting", title="Möte", changes={"1.1.1": {"when": change()}})
    assert suspects(made(answered(), moved=LATER, events={"e1": told}))["s1"].decisions == ("e1",)


def test_only_the_answers_that_a_decision_touches_are_in_doubt() -> None:
    subject = made(answered(things=("1.1.1", "1.1.2")), moved=LATER, decisions={"d1": moving("2014-12-01")})
    assert suspects(subject)["s1"].things == ("1.1.1",)


def test_a_form_that_was_sent_out_before_the_decision_is_found_out_though_it_came_in_after() -> None:
    subject = made(answered("2014-12-20"), moved=LATER, decisions={"d1": moving("2014-12-01")})
    assert suspects(subject)["s1"].decisions == ("d1",)


def test_of_several_decisions_only_those_it_did_not_know_of_are_told() -> None:
    known = made(decisions={"d1": moving("2014-03-01", field="title")})
    said = submission("fof", "2014-12-20", {"1.1.1": "ongoing"}, basis=judging(known, "1.1.1"))
    decisions = {
        "d1": moving("2014-03-01", field="title"),
        "d2": moving("2014-12-01"),
        "d3": moving("2014-12-24", "1.1.2"),
    }
    assert suspects(made(said, moved=LATER, decisions=decisions))["s1"].decisions == ("d2",)


def test_where_a_decision_was_put_between_the_day_of_the_answer_is_gone_by() -> None:
    known = made(decisions={"d1": moving("2014-03-01", field="title")})
    said = submission("fof", "2014-11-20", {"1.1.1": "ongoing"}, basis=judging(known, "1.1.1"))
    decisions = {
        "d0": moving("2014-02-01", field="text"),
        "d1": moving("2014-03-01", field="title"),
        "d2": moving("2014-12-01"),
    }
    assert suspects(made(said, moved=LATER, decisions=decisions))["s1"].decisions == ("d2",)


def test_a_basis_by_hand_says_nothing() -> None:
    said = submission("fof", "2014-11-20", {"1.1.1": "ongoing"}, basis="sha256:5f3a")
    assert suspects(made(said, moved=LATER, decisions={"d1": moving("2014-12-01")})) == {}


def test_without_any_basis_nothing_is_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_arguments: object) -> Any:
        raise AssertionError("computed")

    monkeypatch.setattr(basis, "moved", never)
    said = submission("fof", "2014-11-20", {"1.1.1": "ongoing"})
    assert suspects(made(said, decisions={"d1": moving("2014-12-01")})) == {}
    assert stand(made(said), "2014").suspect == ()


# ----- what is inherited


def inheriting(when: str, *submissions: Submission, **more: Any) -> Plan:
    """1.1.1 has its time from the goal, and its step from it; 1.1.2 has a time of its own."""
    first = activity(steps={"1.1.1.a": step(), "1.1.1.b": step(when="2014")})
    goal = {"when": read_when(when)}
    return plan({"1.1.1": first, "1.1.2": activity(when="2014")}, *submissions, goal=goal, **more)


@pytest.mark.parametrize(
    ("thing", "touched"), [("1.1.1", True), ("1.1.1.a", True), ("1.1.1.b", False), ("1.1.2", False)]
)
def test_the_time_of_a_goal_is_judged_where_it_is_inherited(thing: str, touched: bool) -> None:
    said = submission("fof", "2014-11-20", {thing: "ongoing"}, basis=judging(inheriting("2014"), thing))
    subject = inheriting("2016", said, decisions={"d1": moving("2014-12-01", "1.1")})
    assert bool(suspects(subject)) is touched


def test_a_shared_time_is_judged() -> None:
    def sharing(when: str, *submissions: Submission, **more: Any) -> Plan:
        shared = (Shared(for_=("1.1.1",), when=read_when(when)),)
        return plan({"1.1.1": activity()}, *submissions, goal={"shared": shared}, **more)

    said = submission("fof", "2014-11-20", {"1.1.1": "ongoing"}, basis=judging(sharing("2014"), "1.1.1"))
    assert suspects(sharing("2016", said, decisions={"d1": moving("2014-12-01")}))["s1"].things == ("1.1.1",)


def test_the_time_of_an_activity_is_judged_in_its_steps() -> None:
    said = submission("fof", "2014-11-20", {"1.1.1.a": "ongoing"}, basis=judging(made(), "1.1.1.a"))
    assert suspects(made(said, moved=LATER, decisions={"d1": moving("2014-12-01")}))["s1"].things == ("1.1.1.a",)


@pytest.mark.parametrize(("thing", "touched"), [("1.1.1", True), ("1.1", True), ("1.1.k1", True), ("1.1.2", False)])
def test_a_criterion_is_judged_in_the_activity_it_is_said_of_and_in_the_goal(thing: str, touched: bool) -> None:
    said = submission("fof", "2014-11-20", {thing: {"fulfilment": "partly"}}, basis=judging(made(), thing))
    decisions = {"d1": moving("2014-12-01", "1.1.k1", "text")}
    assert bool(suspects(made(said, moved={"1.1.k1": {"text": "Allt är sant"}}, decisions=decisions))) is touched


def test_a_moved_target_puts_the_goals_assessment_in_doubt() -> None:
    said = submission("slk", "2014-11-20", {"1.1": {"fulfilment": "partly"}}, basis=judging(made(), "1.1"))
    lower = {"1.1.m1": {"targets": {read_point("2016"): Decimal(6)}}}
    decisions = {"d1": moving("2014-12-01", "1.1.m1", "targets.2016")}
    assert suspects(made(said, moved=lower, decisions=decisions))["s1"].things == ("1.1",)
    assert "1.1" in stand(made(said, moved=lower, decisions=decisions), "2014").suspect


# ----- what settles it


def confirmed(by: str = "2014-12-10", **more: Any) -> Plan:
    """An answer, a decision, and a submission that confirms the answer after it."""
    decisions = more.pop("decisions", {"d1": moving("2014-12-01")})
    moved = more.pop("moved", LATER)
    renewed = more.pop("renewed", judging(made(moved=LATER, decisions={"d1": moving("2014-12-01")}), "1.1.1"))
    said = {"basis": renewed} if renewed else {}
    again = submission("fof", by, {}, confirms=("s1",), **said)
    return made(answered(), again, moved=moved, decisions=decisions, **more)


def test_an_answer_that_is_confirmed_is_no_longer_suspect() -> None:
    assert suspects(confirmed()) == {}
    assert stand(confirmed(), "2014").suspect == ()


def test_a_confirmation_without_a_digest_holds_for_what_was_decided_by_its_day() -> None:
    assert suspects(confirmed(renewed="")) == {}
    assert suspects(confirmed("2014-12-01", renewed="")) == {}
    assert list(suspects(confirmed("2014-11-25", renewed=""))) == ["s1"]


def test_a_later_decision_makes_it_suspect_again_and_only_that_one_is_told() -> None:
    decisions = {"d1": moving("2014-12-01"), "d2": moving("2014-12-20")}
    found = suspects(confirmed(moved={"1.1.1": {"when": read_when("2017")}}, decisions=decisions))
    assert found["s1"].decisions == ("d2",)
    assert list(found) == ["s1"]


def test_a_confirmation_may_be_confirmed() -> None:
    decisions = {"d1": moving("2014-12-01"), "d2": moving("2014-12-20")}
    moved = {"1.1.1": {"when": read_when("2017")}}
    now = judging(made(moved=moved, decisions=decisions), "1.1.1")
    again = submission("fof", "2014-12-27", {}, confirms=("s2",), basis=now)
    assert suspects(confirmed(moved=moved, decisions=decisions, submissions={"s3": again})) == {}


def test_submissions_that_confirm_each_other_settle_nothing_and_hang_nothing() -> None:
    old = judging(made(), "1.1.1")
    first = submission("fof", "2014-11-20", {"1.1.1": "ongoing"}, basis=old, confirms=("s2",))
    second = submission("fof", "2014-11-21", {}, basis=old, confirms=("s1",))
    assert list(suspects(made(first, second, moved=LATER, decisions={"d1": moving("2014-12-01")}))) == ["s1"]


def test_an_answer_given_anew_or_corrected_settles_it() -> None:
    decisions = {"d1": moving("2014-12-01")}
    now = judging(made(moved=LATER, decisions=decisions), "1.1.1")
    anew = submission("fof", "2014-12-10", {"1.1.1": "completed"}, basis=now)
    assert suspects(made(answered(), anew, moved=LATER, decisions=decisions)) == {}
    corrected = submission("slk", "2014-12-10", {"1.1.1": "completed"}, basis=now, replaces=("s1",))
    assert suspects(made(answered(), corrected, moved=LATER, decisions=decisions)) == {}


def test_another_organisations_answer_or_a_remark_settles_nothing() -> None:
    other = submission("srf", "2014-12-10", {"1.1.1": "completed"})
    remark = submission("fof", "2014-12-10", {"1.1.1": {"comment": "Tack."}})
    subject = made(answered(), other, remark, moved=LATER, decisions={"d1": moving("2014-12-01")})
    assert list(suspects(subject)) == ["s1"]


# ----- what is carried on from an earlier round

CLOSED = {"2014": Round(period=read_when("2014"), opened=day("2014-11-01"), closed=day("2015-01-31"))}
NEXT_YEAR = {"d1": moving("2015-04-22")}


def test_an_open_state_of_a_round_that_closed_before_the_decision_judged_what_held_then() -> None:
    subject = made(answered(), moved=LATER, decisions=NEXT_YEAR, rounds=CLOSED)
    assert suspects(subject) == {}
    assert stand_on(subject, day("2015-06-01")).suspect == ()


def test_a_round_that_is_open_again_takes_a_second_look() -> None:
    again = (Reopening(date=day("2015-04-01"), reason="Fel blankett."),)
    rounds = {"2014": Round(**{**vars(CLOSED["2014"]), "reopened": again})}
    assert list(suspects(made(answered(), moved=LATER, decisions=NEXT_YEAR, rounds=rounds))) == ["s1"]


def test_what_was_completed_is_carried_on_and_so_is_the_doubt() -> None:
    subject = made(answered(said="completed"), moved=LATER, decisions=NEXT_YEAR, rounds=CLOSED)
    assert suspects(subject)["s1"].things == ("1.1.1",)
    standing = stand(subject, "2015").activities["1.1.1"]
    assert standing.carried
    assert standing.suspect


def test_an_open_state_is_left_behind_when_a_newer_round_has_begun() -> None:
    newer = submission("fof", "2015-11-20", {"1.1.2": "ongoing"})
    assert list(suspects(made(answered(), moved=LATER, decisions=NEXT_YEAR))) == ["s1"]
    assert suspects(made(answered(), newer, moved=LATER, decisions=NEXT_YEAR)) == {}


@pytest.mark.parametrize(
    ("field", "value", "touched"), [("unit", "träffar", True), ("targets", {read_point("2016"): Decimal(6)}, False)]
)
def test_a_value_is_carried_on_where_what_was_measured_changed(field: str, value: Any, touched: bool) -> None:
    said = answered(things=("1.1.m1",), said={"value": "7", "at": "2014"})
    subject = made(
        said, moved={"1.1.m1": {field: value}}, decisions={"d1": moving("2015-04-22", "1.1.m1", field)}, rounds=CLOSED
    )
    assert bool(suspects(subject)) is touched
    assert stand(subject, "2015").indicators["1.1.m1"].suspect is touched


# ----- how it stands


def test_a_report_on_a_round_knows_no_decision_that_came_after_its_day() -> None:
    subject = made(answered(said="completed"), moved=LATER, decisions=NEXT_YEAR)
    assert stand(subject, "2014").suspect == ()
    assert stand(subject, "2014", day("2015-12-31")).suspect == ("1.1.1",)
    assert stand_on(subject, day("2015-04-21")).suspect == ()
    assert stand_on(subject, day("2015-04-22")).suspect == ("1.1.1",)


def test_a_confirmation_that_came_later_is_not_heard_before_it() -> None:
    assert stand_on(confirmed(), day("2014-12-05")).suspect == ("1.1.1",)
    assert stand_on(confirmed(), day("2014-12-10")).suspect == ()


def test_only_the_answers_that_are_the_state_make_it_suspect() -> None:
    """The lead has answered anew; that another one's answer is old matters to that one only."""
    decisions = {"d1": moving("2014-12-01")}
    old = submission("srf", "2014-11-20", {"1.1.1": "ongoing"}, basis=judging(made(), "1.1.1"))
    now = judging(made(moved=LATER, decisions=decisions), "1.1.1")
    lead = submission("fof", "2014-12-10", {"1.1.1": "completed"}, basis=now)
    standing = stand(made(old, lead, moved=LATER, decisions=decisions), "2014").activities["1.1.1"]
    assert not standing.suspect
    assert {each.organisation: each.suspect for each in standing.answers} == {"srf": True, "fof": False}


def test_a_sum_is_in_doubt_where_a_part_of_it_is() -> None:
    adding = {"1.1.m1": {"add_up": True, "follow_up": ("norr", "syd")}}
    first = made(moved=adding)
    now = {"1.1.m1": {**adding["1.1.m1"], "unit": "träffar"}}
    decisions = {"d1": moving("2014-12-01", "1.1.m1", "unit")}
    parts = [
        submission("norr", "2014-11-20", {"1.1.m1": {"value": "3"}}, basis=judging(first, "1.1.m1")),
        submission(
            "syd",
            "2014-12-10",
            {"1.1.m1": {"value": "4"}},
            basis=judging(made(moved=now, decisions=decisions), "1.1.m1"),
        ),
    ]
    standing = stand(made(*parts, moved=now, decisions=decisions), "2014").indicators["1.1.m1"]
    assert standing.latest is not None
    assert standing.latest.value == 7
    assert standing.suspect


def test_what_the_plan_itself_says_has_ended_is_not_in_doubt() -> None:
    from followup_plans import ended

    over = {"1.1.1": {**LATER["1.1.1"], "ended": ended("2014-12-02", decision="d2", how="completed")}}
    subject = made(answered(), moved=over, decisions={"d1": moving("2014-12-01"), "d2": decision("2014-12-02")})
    assert stand(subject, "2014").suspect == ()


# ----- laws

FIELDS = st.sampled_from(
    [("1.1.1", "when"), ("1.1.1", "title"), ("1.1.2", "when"), ("1.1.k1", "text"), ("1.1.m1", "unit")]
)
SOME_DAYS = st.dates(date(2014, 1, 1), date(2014, 12, 31)).map(str)


@given(
    st.lists(st.tuples(SOME_DAYS, FIELDS, st.booleans()), max_size=4),
    st.lists(
        st.tuples(SOME_DAYS, st.lists(st.sampled_from(["1.1.1", "1.1.2", "1.1.k1"]), min_size=1, unique=True)),
        max_size=4,
    ),
    st.integers(0, 4),
)
@settings(max_examples=60, deadline=None)
def test_whoever_knew_all_decisions_is_never_suspect_and_the_order_of_files_changes_nothing(
    told: list[tuple[str, tuple[str, str], bool]], said: list[tuple[str, list[str]]], known: int
) -> None:
    decisions = {f"d{n}": moving(on, *field, editorial=editorial) for n, (on, field, editorial) in enumerate(told)}
    before = made(decisions=dict(list(decisions.items())[:known]))
    answers = [
        submission("fof", on, dict.fromkeys(things, "completed"), basis=judging(before, *things)) for on, things in said
    ]
    moved = {"1.1.1": {"title": "Annat", "when": read_when("2016")}, "1.1.2": {"when": read_when("2017")}}
    subject = made(*answers, moved=moved, decisions=decisions)
    backwards = made(
        moved=moved,
        decisions=dict(reversed(decisions.items())),
        submissions=dict(reversed(subject.submissions.items())),
    )
    found = outdated(subject)
    assert found == outdated(backwards)
    substantive = {f"d{n}" for n, (_on, _field, editorial) in enumerate(told) if not editorial}
    assert all(substantive.issuperset(each.decisions) for each in found.values())
    assert all(set(each.things) <= set(subject.submissions[i].answers) for i, each in found.items())
    if known >= len(decisions):
        assert not found
