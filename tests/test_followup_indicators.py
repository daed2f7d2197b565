"""The arithmetic of indicators, and what people judge."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from followup_plans import criterion, day, indicator, organisation, plan, submission

from plantrack.followup.standing import IndicatorStanding
from plantrack.followup.standings import stand, stand_on
from plantrack.kinds import Translated
from plantrack.model.goal import Indicator
from plantrack.model.progress import ReportText
from plantrack.plan import Plan

M = "1.1.m1"


def measured(value: Any, at: str = "2014", by: str = "fof", **more: Any) -> Any:
    """A submission with one value, in the round of the year it is a value of."""
    fields = value if isinstance(value, dict) else {"value": str(value)}
    return submission(by, f"{at[:4]}-11-20", {M: {"at": at, **fields}}, **more)


def one(subject: Plan, round_id: str = "2014", on: str = "") -> IndicatorStanding:
    return stand(subject, round_id, day(on) if on else None).indicators[M]


def of(record: Indicator, *values: Any, round_id: str = "2014", on: str = "", **more: Any) -> IndicatorStanding:
    return one(plan(None, *values, indicators={M: record}, **more), round_id, on)


def linear(baseline: Any, target: Any, **said: Any) -> Indicator:
    return indicator(baseline={2013: baseline}, targets={2015: target}, **said)


@pytest.mark.parametrize(
    ("baseline", "target", "value", "share", "outcome"),
    [
        (10, 30, 18, "0.4", "slightly_behind"),
        (30, 10, 25, "0.25", "behind"),
        (8, 0, 4, "0.5", "on_track"),
        (10, 30, 8, "-0.1", "worsened"),
        (10, 30, 36, "1.3", "achieved"),
    ],
)
def test_one_year_of_two(baseline: int, target: int, value: int, share: str, outcome: str) -> None:
    """The table of the model: where other formulas go wrong."""
    found = of(linear(baseline, target), measured(value))
    assert (found.share, found.expected, found.outcome) == (Decimal(share), Decimal("0.5"), outcome)


def test_one_year_of_two_from_zero() -> None:
    found = of(linear(0, 6), measured(2))
    assert found.share == Decimal(1) / Decimal(3)
    assert (found.expected, found.outcome) == (Decimal("0.5"), "slightly_behind")


def test_the_numbers_of_a_judgement_can_be_printed() -> None:
    why = of(linear(10, 30), measured(18)).why
    assert why.rule == "share_slightly_behind"
    assert why.values == {
        "value": Decimal(18),
        "day": day("2014-12-31"),
        "target": Decimal(30),
        "target_day": day("2015-12-31"),
        "baseline": Decimal(10),
        "share": Decimal(40),
        "expected": Decimal(50),
        "on_track": Decimal(95),
        "slightly_behind": Decimal(60),
    }


@pytest.mark.parametrize(
    ("value", "outcome"),
    [
        ("47,5", "on_track"),
        ("47,4999999999999999999999999", "slightly_behind"),
        ("30", "slightly_behind"),
        ("29,9999999999999999999999999", "behind"),
        ("0", "behind"),
        ("-0,0000000000000000000000001", "worsened"),
        ("100", "achieved"),
        ("99,99999999999999999999999999", "on_track"),
    ],
)
def test_the_limits_are_exact(value: str, outcome: str) -> None:
    assert of(linear(0, 100), measured(value)).outcome == outcome


def test_a_plan_may_set_its_own_limits() -> None:
    own = {"on_track": Decimal("0.8"), "slightly_behind": Decimal("0.5")}
    assert of(linear(10, 30), measured(18), follow_up=own).outcome == "on_track"
    in_per_cent = {"on_track": Decimal(80), "slightly_behind": Decimal(50)}
    assert of(linear(10, 30), measured(18), follow_up=in_per_cent).outcome == "on_track"


def test_expected_on_the_value_s_own_day_not_on_the_day_of_judgement() -> None:
    found = of(linear(0, 100), measured(25, "2014-06-30"), round_id="2014")
    assert found.expected == Decimal(181) / Decimal(730)
    assert found.outcome == "on_track"
    assert found.age == 184


def test_interim_targets_bend_the_line() -> None:
    record = indicator(baseline={2013: 0}, targets={2014: 10, 2015: 20, 2016: 100})
    found = of(record, measured(10))
    assert (found.expected, found.share, found.outcome) == (Decimal("0.1"), Decimal("0.1"), "on_track")
    assert found.targets[-1] == (day("2016-12-31"), Decimal(100))
    between = of(record, measured(15, "2015-07-02"), round_id="2015")
    assert between.expected == Decimal("0.1") + Decimal("0.1") * 183 / 365


def test_an_interim_target_that_has_passed_is_not_the_end() -> None:
    record = indicator(baseline={2013: 0}, targets={2014: 50, 2016: 100})
    found = of(record, measured(45), round_id="2015")
    assert found.outcome == "slightly_behind"


def test_an_interim_dip_that_was_foreseen() -> None:
    record = indicator(baseline={2013: 10}, targets={2014: 8, 2016: 30})
    assert of(record, measured(8)).outcome == "on_track"
    assert of(record, measured(7)).outcome == "worsened"


@pytest.mark.parametrize(("value", "outcome"), [(30, "achieved"), (31, "achieved"), (29, "not_achieved")])
def test_once_the_target_s_day_has_come_it_is_reached_or_not(value: int, outcome: str) -> None:
    found = of(linear(10, 30), measured(value, "2015-10"), round_id="2015")
    assert (found.outcome, found.why.rule) == (outcome, outcome)
    assert of(linear(10, 30), measured(value, "2015-10"), round_id="2016").outcome == outcome


def test_without_a_value_of_the_target_s_time_it_is_not_measured_there() -> None:
    found = of(linear(10, 30), measured(40), round_id="2015")
    assert (found.outcome, found.why.rule) == ("not_measured", "not_measured_at_target")
    assert found.latest is not None
    assert (found.latest.value, found.latest.day) == (Decimal(40), day("2014-12-31"))


def test_the_day_before_the_target_s_day_it_still_lies_ahead() -> None:
    assert of(linear(10, 30), measured(18), round_id="2015", on="2015-12-30").outcome == "slightly_behind"


def test_no_baseline_tells_only_whether_it_is_reached() -> None:
    record = indicator(targets={2016: 12}, direction="up")
    under = of(record, measured(7))
    assert (under.outcome, under.share, under.expected) == ("not_yet", None, None)
    assert under.why.rule == "not_yet_reached_no_baseline"
    assert of(record, measured(12)).outcome == "achieved"
    down = indicator(targets={2016: 12}, direction="down")
    assert of(down, measured(7)).outcome == "achieved"


def test_no_baseline_and_no_direction() -> None:
    record = indicator(targets={2016: 12})
    assert of(record, measured(7)).why.rule == "no_direction"
    assert of(record, measured(12)).outcome == "achieved"


@pytest.mark.parametrize(
    ("direction", "value", "outcome"),
    [
        ("up", 10, "achieved"),
        ("up", 11, "achieved"),
        ("up", 9, "worsened"),
        ("down", 9, "achieved"),
        ("down", 11, "worsened"),
    ],
)
def test_a_baseline_that_equals_the_target(direction: str, value: int, outcome: str) -> None:
    found = of(linear(10, 10, direction=direction), measured(value))
    assert (found.outcome, found.share) == (outcome, None)


@pytest.mark.parametrize(
    ("value", "outcome"), [(50, "on_track"), (52, "on_track"), (48, "on_track"), (53, "worsened"), (40, "worsened")]
)
def test_keep_has_a_tolerance(value: int, outcome: str) -> None:
    record = indicator(direction="keep", tolerance="2", baseline={2013: 50}, targets={2016: 50})
    assert of(record, measured(value)).outcome == outcome


def test_keep_in_the_end_and_without_a_target() -> None:
    record = indicator(direction="keep", tolerance="2", baseline={2013: 50})
    assert of(record, measured(51)).outcome == "on_track"
    assert of(record, measured(51, "2016-05"), round_id="2016").outcome == "achieved"
    assert of(record, measured(60, "2016-05"), round_id="2016").outcome == "not_achieved"
    far = indicator(direction="keep", tolerance="2", baseline={2013: 40}, targets={2016: 50})
    assert of(far, measured(45)).outcome == "behind"


def test_a_value_before_the_baseline_judges_nothing() -> None:
    record = indicator(baseline={"2014-12": 10}, targets={2016: 30})
    found = of(record, measured(20, "2014-03"))
    assert (found.outcome, found.why.rule) == ("not_measured", "before_baseline")
    assert len(found.series) == 1


def test_a_value_on_the_day_of_the_baseline() -> None:
    found = of(linear(10, 30), measured(10, "2013-12-31"), round_id="2013", on="2014-01-31")
    assert (found.share, found.expected, found.outcome) == (Decimal(0), Decimal(0), "on_track")


def test_values_carry_into_later_rounds_with_their_day_and_grow_old() -> None:
    record = indicator(baseline={2013: 10}, targets={2017: 30})
    found = of(record, measured(15, "2014-06-30"), round_id="2016")
    assert found.latest is not None
    assert (found.latest.day, found.age, found.stale) == (day("2014-06-30"), 915, True)
    assert not of(record, measured(15, "2014-10")).stale
    assert of(indicator(every="quarter", targets={2017: 1}), measured(15, "2014-06")).stale


def test_nothing_measured_and_no_target() -> None:
    assert of(linear(10, 30)).outcome == "not_measured"
    assert of(indicator(), measured(3)).outcome == "no_target"
    assert of(indicator("to_be_determined"), measured(3)).why.rule == "indicator_undetermined"
    assert of(linear(10, 30), measured("ungefär sju")).why.rule == "no_figure"


def test_a_running_total_is_what_has_been_reached_so_far() -> None:
    record = indicator(running_total=True, baseline={2013: 0}, targets={2016: 30})
    found = of(record, measured(10), measured(20, "2015"), round_id="2015")
    assert found.latest is not None
    assert found.latest.value == 20
    assert found.trend == "improving"


def test_a_share_is_computed_from_its_parts() -> None:
    record = indicator("share", baseline={2013: 50}, targets={2015: 100})
    found = of(record, measured({"numerator": 45, "denominator": 60}))
    assert found.latest is not None
    assert (found.latest.value, found.latest.text, found.outcome) == (Decimal(75), "45/60", "on_track")
    of_one = indicator("share", highest="1", baseline={2013: "0.5"}, targets={2015: 1})
    assert of(of_one, measured({"numerator": 45, "denominator": 60})).outcome == "on_track"
    assert of(record, measured({"numerator": 45, "denominator": 0})).outcome == "not_measured"


def test_money_is_read_with_its_unit() -> None:
    found = of(indicator("money", baseline={2013: 0}, targets={2015: 3_000_000}), measured("1,5 MSEK"))
    assert found.share == Decimal("0.5")


@pytest.mark.parametrize(
    ("value", "at", "round_id", "outcome"),
    [
        ("ja", "2014", "2014", "achieved"),
        ("nej", "2014", "2014", "not_yet"),
        ("yes", "2015", "2016", "achieved"),
        ("nej", "2016-10", "2016", "not_achieved"),
    ],
)
def test_yes_or_no(value: str, at: str, round_id: str, outcome: str) -> None:
    found = of(indicator("yes_no", target="ja"), measured(value, at), round_id=round_id)
    assert (found.outcome, found.text) == (outcome, value)


def test_yes_or_no_where_no_is_the_target_or_there_is_none() -> None:
    assert of(indicator("yes_no", target="nej"), measured("nej")).outcome == "achieved"
    assert of(indicator("yes_no", target="nej"), measured("ja")).outcome == "not_yet"
    assert of(indicator("yes_no"), measured("ja")).outcome == "no_target"


def test_yes_or_no_that_is_measured_once() -> None:
    record = indicator("yes_no", target="ja", when="2016")
    assert of(record, measured("ja", "2014"), round_id="2016").why.rule == "not_measured_at_target"


def test_a_scale_counts_its_steps() -> None:
    record = indicator("scale", scale=("dåligt", "varken eller", "bra"), target="bra", baseline={2013: 1})
    found = of(record, measured("Varken eller", "2014"), measured("bra", "2015"), round_id="2015")
    assert (found.outcome, found.share, found.trend) == ("achieved", Decimal(1), "improving")
    assert of(record, measured("2")).share == Decimal("0.5")
    assert of(record, measured("sådär")).why.rule == "no_figure"


def test_words_match_in_any_language_and_stand_in_the_sentence() -> None:
    steps = tuple(Translated(sv=sv, en=en) for sv, en in (("mörkt", "dark"), ("ljust", "light")))
    record = indicator("scale", scale=steps, target=Translated(sv="ljust", en="light"))
    found = of(record, measured("Dark"))
    assert (found.outcome, found.why.values["value"], found.why.values["target"]) == ("not_yet", *steps)
    answered = of(indicator("yes_no", target="ja"), measured("no"))
    assert (answered.why.values["value"], answered.why.values["target"]) == (False, True)
    by_word = indicator("category", target=Translated(sv="staden", en="the city"))
    assert of(by_word, measured("the city")).outcome == "achieved"
    third = of(indicator("share", targets={2016: 50}, direction="up"), measured({"numerator": 1, "denominator": 3}))
    assert third.why.values["value"] == Decimal("33.33")


def test_a_category_is_a_word() -> None:
    record = indicator("category", categories=("staden", "sektorn"), target="Staden", when="2015")
    assert of(record, measured("staden")).outcome == "achieved"
    assert of(record, measured("sektorn")).outcome == "not_yet"
    assert of(record, measured("staden"), round_id="2015").why.rule == "word_not_at_target"
    counted = of(indicator("category"), measured({"values": {"staden": 4, "sektorn": 9}}))
    assert (counted.outcome, counted.text) == ("no_target", "staden: 4, sektorn: 9")


def test_a_judgement_is_people_s() -> None:
    record = indicator("judgement")
    assert of(record, measured({"fulfilment": "achieved"})).outcome == "achieved"
    assert of(record, measured({"fulfilment": "partly"})).outcome == "no_target"
    assert of(record, measured("Det har blivit lättare")).text == "Det har blivit lättare"


def test_a_survey_with_several_questions_is_as_far_as_its_last_one() -> None:
    record = indicator("survey", questions=("A?", "B?"), baseline={2013: 0}, targets={2015: 100})
    found = of(record, measured({"values": {"A?": 80, "B?": 40}, "n": 12}))
    assert found.latest is not None
    assert (found.latest.value, found.latest.question, found.latest.n) == (Decimal(40), "B?", 12)
    assert found.why.values["question"] == "B?"
    assert of(record, measured({"values": {"A?": 80}})).share == Decimal("0.8")


# -- who speaks -----------------------------------------------------------------------------------


def test_values_of_several_are_never_added_unless_it_is_said() -> None:
    both = (measured(5), measured(7, by="srf"))
    found = of(linear(0, 12), *both)
    assert (found.outcome, found.why.rule, found.latest) == ("not_measured", "differing_values", None)
    assert len(found.series) == 2
    added = of(linear(0, 12, add_up=True), *both)
    assert added.latest is not None
    assert (added.latest.value, added.outcome) == (Decimal(12), "achieved")
    assert of(linear(0, 12), measured(7), measured(7, by="srf")).outcome == "on_track"


def test_nothing_is_judged_by_a_sum_that_lacks_a_part() -> None:
    before = (measured(5, "2014-12"), measured(7, "2014-12", by="srf"))
    found = of(linear(0, 12, add_up=True), *before, measured(9, "2015-12"), round_id="2015")
    assert (found.outcome, found.why.rule, found.latest) == ("not_measured", "partial_sum", None)
    assert found.why.values["organisations"] == ("srf",)
    assert [point.lacking for point in found.series] == [(), ("srf",)]
    assert found.text == ""


def test_values_are_added_for_the_same_date_only() -> None:
    found = of(linear(0, 12, add_up=True), measured(5, "2014-06"), measured(7, "2014-09", by="srf"))
    assert [point.value for point in found.series] == [5, 7]
    undated = [submission(by, on, {M: {"value": "5"}}) for by, on in (("a", "2014-11-20"), ("b", "2014-11-25"))]
    assert [point.value for point in of(linear(0, 12, add_up=True), *undated).series] == [10]


def test_the_one_who_measures_speaks() -> None:
    record = linear(0, 12, follow_up=("fof",))
    assert of(record, measured(5), measured(7, by="srf")).latest.value == 5  # type: ignore[union-attr]
    of_goal = of(linear(0, 12), measured(5), measured(7, by="srf"), goal={"follow_up": ("srf",)})
    assert of_goal.latest.value == 7  # type: ignore[union-attr]
    assessed = of(linear(0, 12), measured(5), measured(7, by="srf"), measured(6, by="slk", role="assessor"))
    assert assessed.latest.value == 6  # type: ignore[union-attr]


def test_a_series_goes_on_through_a_successor() -> None:
    parties = {"gamla": organisation(valid="2010/2014", successors=("nya",)), "nya": organisation()}
    record = linear(0, 12, follow_up=("gamla",))
    values = (measured(3, by="gamla"), measured(6, "2015", by="nya"), measured(99, "2015", by="srf"))
    found = of(record, *values, round_id="2015", organisations=parties)
    assert [point.value for point in found.series] == [3, 6]


def test_a_value_may_be_corrected_later() -> None:
    found = of(linear(0, 12), measured(3), measured(6, "2014", round="2015"), round_id="2015")
    assert [point.value for point in found.series] == [6]
    again = of(linear(0, 12), measured(3), submission("fof", "2014-12-01", {M: {"value": "4"}}, replaces=("s1",)))
    assert [point.value for point in again.series] == [4]


@pytest.mark.parametrize(
    ("direction", "values", "trend"),
    [
        ("up", (5, 7), "improving"),
        ("up", (7, 5), "worsening"),
        ("up", (5, 5), "unchanged"),
        ("down", (7, 5), "improving"),
        ("keep", (53, 56), "worsening"),
        ("keep", (56, 53), "improving"),
        ("keep", (49, 51), "unchanged"),
        ("up", (5,), "cannot_be_judged"),
    ],
)
def test_the_trend_is_of_the_last_two_values(direction: str, values: tuple[int, ...], trend: str) -> None:
    record = indicator(direction=direction, targets={2016: 50}, tolerance="2")
    given = [measured(value, f"{2014 + number}") for number, value in enumerate(values)]
    assert of(record, *given, round_id="2015").trend == trend


def test_the_trend_without_a_direction() -> None:
    assert of(indicator(), measured(5), measured(7, "2015"), round_id="2015").trend == "cannot_be_judged"
    assert of(linear(0, 9), measured(5), measured(7, "2015"), round_id="2015").trend == "improving"


def test_a_value_of_a_later_submission_is_hidden_on_a_day() -> None:
    subject = plan(None, measured(5), measured(9, "2015"), indicators={M: linear(0, 12)})
    found = stand_on(subject, day("2015-06-30")).indicators[M]
    assert [point.value for point in found.series] == [5]


# -- what people judge ----------------------------------------------------------------------------


K = "1.1.k1"


def test_a_criterion_is_judged_by_people() -> None:
    subject = plan(
        None,
        submission("fof", "2015-11-20", {K: {"fulfilment": "partly", "forecast": "uncertain", "ground": "Sju."}}),
        criteria={K: criterion(follow_up=("fof",))},
    )
    found = stand(subject, "2015").criteria[K]
    assert (found.fulfilment, found.forecast) == ("partly", "uncertain")
    later = stand(subject, "2016").criteria[K]
    assert later.fulfilment == "not_assessed"
    assert later.last is not None


def test_judgements_that_differ_are_not_one() -> None:
    answers = [submission(by, "2015-11-20", {K: {"fulfilment": f}}) for by, f in (("a", "partly"), ("b", "achieved"))]
    found = stand(plan(None, *answers, criteria={K: criterion()}), "2015").criteria[K]
    assert (found.fulfilment, found.why.rule, len(found.answers)) == ("not_assessed", "differing_judgements", 2)


def test_a_judgement_may_be_unchanged() -> None:
    answers = (
        submission("a", "2014-11-20", {K: {"fulfilment": "partly"}}),
        submission("a", "2015-11-20", {K: "unchanged"}),
    )
    assert stand(plan(None, *answers, criteria={K: criterion()}), "2015").criteria[K].fulfilment == "partly"


def test_what_is_written_for_the_report_is_the_judgement() -> None:
    answers = submission("fof", "2015-11-20", {"1.1": {"fulfilment": "achieved"}})
    text = ReportText(fulfilment="partly", by="slk", date=day("2016-01-15"), ground="Sju av tolv.")
    subject = plan(None, answers, texts={("2015", "1.1"): text})
    found = stand(subject, "2015").goals["1.1"]
    assert (found.fulfilment, found.text, found.given) == ("partly", text, None)
    assert len(found.answers) == 1
    assert stand_on(subject, day("2015-12-31")).goals["1.1"].fulfilment == "achieved"


def test_where_the_computed_and_the_judged_disagree_that_is_said() -> None:
    def disagreeing(fulfilment: str, value: int, **more: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
        judged = submission(
            "fof", "2014-11-20", {K: {"fulfilment": fulfilment, **more}, "1.1": {"fulfilment": fulfilment}}
        )
        record = indicator(baseline={2013: 10}, targets={2015: 30}, criterion=(K,))
        subject = plan(None, judged, measured(value), indicators={M: record}, criteria={K: criterion()})
        found = stand(subject, "2014")
        return found.criteria[K].disagrees, found.goals["1.1"].disagrees

    assert disagreeing("achieved", 12) == ((M,), (M,))
    assert disagreeing("not_achieved", 30) == ((M,), (M,))
    assert disagreeing("achieved", 30) == ((), ())
    assert disagreeing("partly", 12) == ((), ())
    assert disagreeing("partly", 12, forecast="expected")[0] == (M,)
    assert disagreeing("partly", 30, forecast="not_expected")[0] == (M,)


def test_what_is_not_reached_yet_does_not_speak_against_a_forecast() -> None:
    judged = submission("fof", "2014-11-20", {"1.1": {"fulfilment": "partly", "forecast": "expected"}})
    subject = plan(None, judged, measured("nej"), indicators={M: indicator("yes_no", target="ja")})
    assert stand(subject, "2014").goals["1.1"].disagrees == ()
    late = stand(subject, "2014", day("2017-01-01"))
    assert late.goals["1.1"].disagrees == (M,)
