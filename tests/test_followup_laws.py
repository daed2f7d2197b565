"""What holds for any plan: order changes nothing, counts add up, nothing is known before it was said."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from followup_plans import activity, criterion, decision, ended, indicator, organisation, plan, step, submission
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack.followup.explained import RULES
from plantrack.followup.indicators import value_expected
from plantrack.followup.standing import SCHEDULES, STATUSES, Counts, Standings
from plantrack.followup.standings import stand, stand_on
from plantrack.model.plan import FollowUp
from plantrack.plan import Plan

ACTIVITIES = ("1.1.1", "1.1.2", "1.1.3", "1.1.4")
PARTIES = ("fof", "srf", "slk", "sdn", "norr", "syd", "gamla", "nya")
ORGANISATIONS = {
    **{each: organisation() for each in PARTIES},
    "sdn": organisation(kind="group", members=("norr", "syd")),
    "gamla": organisation(valid="2010/2014", successors=("nya",)),
}
WORDS = ("not_started", "ongoing", "completed", "paused", "cancelled", "withdrawn", "unchanged")
FULFILMENTS = ("achieved", "partly", "not_achieved")
DAYS = st.dates(date(2014, 1, 1), date(2016, 12, 31))

parties = st.lists(st.sampled_from(PARTIES), max_size=2, unique=True).map(tuple)
whens = st.sampled_from(["2014", "hösten 2014", "2014-2016", "fortlöpande", "by 2015-06", "2014-", "omgående", "2016"])
endings = st.builds(
    ended,
    DAYS.map(str),
    how=st.sampled_from([None, "completed", "cancelled", "merged"]),
    decision=st.sampled_from([None, "d1", "x"]),
)
activities = st.builds(
    activity,
    when=whens,
    lead=st.sampled_from([(), ("fof",), ("sdn",), ("gamla",)]),
    follow_up=st.sampled_from([(), ("slk",)]),
    responsible=parties,
    ended=st.one_of(st.none(), st.none(), endings),
)
numbers = st.integers(-50, 150).map(str)
said_of_work = st.one_of(
    st.sampled_from(WORDS),
    st.builds(dict, status=st.sampled_from(WORDS), deviation=st.just("Dröjer.")),
    st.builds(dict, comment=st.just("Tack.")),
    st.builds(dict, each=st.dictionaries(st.sampled_from(("norr", "syd")), st.sampled_from(WORDS), min_size=1)),
)
said_of_gauge = st.builds(dict, value=numbers, at=st.sampled_from(["2014", "2014-06", "2015", "2015-11", "2016"]))
said_of_criterion = st.builds(dict, fulfilment=st.sampled_from(FULFILMENTS))
answers = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(ACTIVITIES, said_of_work),
        "1.1.1.a": st.sampled_from(WORDS),
        "1.1.m1": said_of_gauge,
        "1.1.m2": said_of_gauge,
        "1.1.k1": said_of_criterion,
        "1.1": said_of_criterion,
    },
)
submissions = st.builds(
    submission,
    st.sampled_from(PARTIES),
    DAYS.map(str),
    answers,
    round=st.sampled_from(["2014", "2015", "2016"]),
    role=st.sampled_from(["own", "own", "own", "assessor", "evaluator"]),
    replaces=st.sampled_from([(), (), ("s1",), ("s2",)]),
)
gauges = st.builds(
    indicator,
    direction=st.sampled_from(["up", "down", "keep"]),
    baseline=st.sampled_from([{}, {2013: 0}, {2014: 10}]),
    targets=st.sampled_from([{}, {2016: 100}, {2014: 20, 2015: 60}, {2015: 10}]),
    add_up=st.booleans(),
    follow_up=parties,
)


@st.composite
def plans(draw: Any, most: int = 6) -> Plan:
    work = {each: draw(activities) for each in ACTIVITIES}
    first = work["1.1.1"]
    work["1.1.1"] = type(first)(**{**vars(first), "steps": {"1.1.1.a": step(when="2015")}})
    return plan(
        work,
        *draw(st.lists(submissions, max_size=most)),
        indicators={"1.1.m1": draw(gauges), "1.1.m2": draw(gauges)},
        criteria={"1.1.k1": criterion()},
        organisations=ORGANISATIONS,
        decisions={"d1": decision("2014-12-01", about=draw(st.sampled_from([(), ("1.1.1",), ("1.1.2", "1.1.3")])))},
    )


def with_submissions(subject: Plan, said: dict[str, Any]) -> Plan:
    kept = {name: value for name, value in vars(subject).items() if name in PLAN_FIELDS}
    return Plan(**{**kept, "submissions": said})


PLAN_FIELDS = frozenset(name for name in Plan.__init__.__annotations__ if name != "return")


def all_counts(found: Standings) -> list[Counts]:
    return [found.total, *found.by_theme.values(), *found.by_goal.values(), *found.by_organisation.values()]


@given(plans(), st.sampled_from(["2014", "2015", "2016"]), st.randoms())
@settings(max_examples=40, deadline=None)
def test_the_order_of_submissions_and_organisations_changes_nothing(subject: Plan, round_id: str, chance: Any) -> None:
    names = list(subject.submissions)
    chance.shuffle(names)
    turned = with_submissions(subject, {name: subject.submissions[name] for name in names})
    assert stand(turned, round_id) == stand(subject, round_id)


@given(plans(), st.sampled_from(["2014", "2015", "2016"]))
@settings(max_examples=40, deadline=None)
def test_counts_sum_to_the_denominator_and_every_word_is_known(subject: Plan, round_id: str) -> None:
    found = stand(subject, round_id)
    for counts in all_counts(found):
        assert sum(counts.statuses.values()) == sum(counts.schedules.values()) == counts.counted
        assert counts.counted + sum(counts.left_out.values()) == counts.total
        assert counts.reported == counts.counted - counts.statuses["no_report"]
    for each in (*found.activities.values(), *found.steps.values()):
        assert each.status in STATUSES
        assert each.schedule in (*SCHEDULES, "")
        assert (each.left_out == "") == each.counted
        assert not (each.undecided and each.left_out)
        assert each.schedule == "" or each.status not in ("completed", "cancelled", "withdrawn")
        assert not each.time_is_up or each.status == "no_report"


@given(plans(), st.sampled_from(["2014", "2015", "2016"]))
@settings(max_examples=40, deadline=None)
def test_every_judgement_can_be_explained(subject: Plan, round_id: str) -> None:
    found = stand(subject, round_id)
    whys = [why for each in found.activities.values() for why in (each.status_why, each.schedule_why)]
    whys += [why for each in found.indicators.values() for why in (each.why, each.trend_why)]
    whys += [each.why for each in (*found.criteria.values(), *found.goals.values())]
    for why in whys:
        RULES[why.rule].format_map({name: str(value) for name, value in why.values.items()})


@given(plans(), DAYS)
@settings(max_examples=40, deadline=None)
def test_a_day_knows_nothing_that_was_said_later(subject: Plan, day: date) -> None:
    known = {name: each for name, each in subject.submissions.items() if each.date <= day}
    later = len(subject.submissions) - len(known)
    found = stand_on(subject, day)
    assert found._replace(after_day=0) == stand_on(with_submissions(subject, known), day)
    assert found.after_day == later


@given(plans(), st.sampled_from(["2014", "2015", "2016"]), st.sampled_from(WORDS))
@settings(max_examples=40, deadline=None)
def test_an_answer_about_one_thing_moves_no_other(subject: Plan, round_id: str, word: str) -> None:
    one_more = submission("fof", f"{round_id}-11-20", {"1.1.2": word})
    more = with_submissions(subject, {**subject.submissions, "zz": one_more})
    before, after = stand(subject, round_id), stand(more, round_id)
    for table in ("activities", "steps", "indicators", "criteria", "goals"):
        was, is_now = getattr(before, table), getattr(after, table)
        assert {i: s for i, s in was.items() if i != "1.1.2"} == {i: s for i, s in is_now.items() if i != "1.1.2"}


@given(plans(), st.sampled_from(["2014", "2015"]))
@settings(max_examples=40, deadline=None)
def test_later_rounds_change_no_earlier_one(subject: Plan, round_id: str) -> None:
    until = {name: each for name, each in subject.submissions.items() if each.round <= round_id}
    assert stand(with_submissions(subject, until), round_id) == stand(subject, round_id)


@given(st.integers(-99, 99), st.integers(-99, 99), st.integers(-199, 199), st.integers(1, 729), st.integers(-9, 9))
@settings(max_examples=200, deadline=None)
def test_up_and_down_mirror_each_other_and_the_zero_point_is_nothing(
    baseline: int, target: int, value: int, days: int, moved: int
) -> None:
    def outcome(base: int, goal: int, now: int) -> tuple[Any, ...]:
        at = (date(2013, 12, 31) + timedelta(days=days)).isoformat()
        direction = "up" if goal >= base else "down"
        record = indicator(baseline={2013: base}, targets={2015: goal}, direction=direction)
        said = submission("fof", at, {"1.1.m1": {"value": str(now)}})
        found = stand(plan(None, said, indicators={"1.1.m1": record}), at[:4], date(2015, 12, 30)).indicators["1.1.m1"]
        return found.outcome, found.share, found.expected

    if baseline != target:
        assert outcome(baseline, target, value) == outcome(-baseline, -target, -value)
        assert outcome(baseline, target, value) == outcome(baseline + moved, target + moved, value + moved)


@given(st.lists(st.tuples(st.integers(1, 400), st.integers(-50, 50)), min_size=1, max_size=4), st.integers(0, 2000))
@settings(max_examples=200, deadline=None)
def test_what_is_expected_lies_between_its_neighbours(gaps: list[tuple[int, int]], days: int) -> None:
    start = date(2013, 12, 31)
    line = [(start, Decimal(0))]
    for gap, height in gaps:
        line.append((line[-1][0] + timedelta(days=gap), Decimal(height)))
    found = value_expected(line, start + timedelta(days=days))
    heights = [height for _day, height in line]
    assert min(heights) <= found <= max(heights)
    for day, height in line:
        assert value_expected(line, day) == height


@given(st.decimals("0.01", "0.99", places=2), st.integers(0, 100))
@settings(max_examples=40, deadline=None)
def test_a_lower_limit_is_never_worse(limit: Decimal, value: int) -> None:
    order = ("worsened", "behind", "slightly_behind", "on_track", "achieved")
    record = indicator(baseline={2013: 0}, targets={2015: 100})
    said = submission("fof", "2014-11-20", {"1.1.m1": {"value": str(value)}})

    def outcome(on_track: Decimal) -> str:
        subject = plan(None, said, indicators={"1.1.m1": record}, header={"follow_up": FollowUp(on_track=on_track)})
        return stand(subject, "2014").indicators["1.1.m1"].outcome

    assert order.index(outcome(limit)) >= order.index(outcome(Decimal(1)))
