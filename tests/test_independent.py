"""An outside evaluator's word stands beside the own one: everybody sees where they differ, and it settles nothing.

The assessments are invented.
"""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from desk import SHOW_PIECE, Desk
from followup_plans import activity, criterion, indicator, plan, submission
from hypothesis import given, settings
from hypothesis import strategies as st
from report_parts import document, request
from test_followup_laws import PARTIES, answers, plans, with_submissions

from plantrack.followup.assessed import (
    ALONE,
    APART,
    OTHERWISE,
    REMARK,
    SAME,
    UNSETTLED,
    WAYS,
    Assessment,
    assessments,
    turned,
)
from plantrack.followup.rounds import rounds
from plantrack.followup.standings import stand, stand_on
from plantrack.formats import json as as_json
from plantrack.formats.terminal import Look, whole
from plantrack.model.progress import Submission
from plantrack.plan import Plan
from plantrack.record import NOTHING
from plantrack.report.compose import compose
from plantrack.report.document import Document, State, Table, plain, walk
from plantrack.report.stamp import Asked
from plantrack.store.folder import load

ROUNDS = ("2014", "2015", "2016")
THEIRS = "2016-12-08-hogskolan-3e11"
evaluations = st.builds(
    submission,
    st.sampled_from((*PARTIES, "hogskolan")),
    st.dates(date(2014, 1, 1), date(2018, 12, 31)).map(str),
    answers,
    round=st.sampled_from([*ROUNDS, "2017", "vet ej", None]),
    role=st.just("evaluator"),
    replaces=st.sampled_from([(), ("s1",), ("e1",)]),
    confirms=st.sampled_from([(), ("s1",)]),
)


# --- It settles nothing


@given(plans(), st.lists(evaluations, min_size=1, max_size=4), st.sampled_from(ROUNDS))
@settings(max_examples=60, deadline=None)
def test_no_state_no_count_and_no_outcome_knows_of_an_evaluator(
    subject: Plan, theirs: list[Submission], round_id: str
) -> None:
    own = with_submissions(subject, {i: s for i, s in subject.submissions.items() if s.role != "evaluator"})
    both = with_submissions(subject, {**own.submissions, **{f"e{n}": each for n, each in enumerate(theirs, 1)}})
    assert stand(both, round_id)._replace(assessed=NOTHING) == stand(own, round_id)
    day = date(int(round_id), 12, 31)
    assert stand_on(both, day)._replace(assessed=NOTHING, after_day=0) == stand_on(own, day)._replace(after_day=0)
    assert rounds(both) == rounds(own)
    found = assessments(both, stand(both, round_id))
    assert all(each.way in WAYS and each.given.role == "evaluator" for each in found.rows)
    assert {*found.same}.isdisjoint(found.otherwise)
    assert {*found.judged}.isdisjoint(found.unjudged)


@cache
def nordvik() -> Plan:
    return load(SHOW_PIECE, date(2017, 3, 1)).plan


@cache
def report(language: str = "en", *, evaluator: bool = True, **asked: str | bool) -> Document:
    subject = nordvik() if evaluator else nordvik().without([THEIRS])
    wanted = request(subject, "2016", language)
    stamp = wanted.stamp._replace(asked=Asked(round="2016", language=language, **asked))  # type: ignore[arg-type]
    return compose(wanted._replace(stamp=stamp))


def test_the_example_stands_the_same_without_its_evaluator() -> None:
    without = nordvik().without([THEIRS])
    for round_id in ROUNDS:
        assert stand(nordvik(), round_id)._replace(assessed=NOTHING) == stand(without, round_id)


def test_the_figures_of_a_report_are_the_same_but_for_what_the_evaluator_says() -> None:
    figures = dict(report().figures)
    assert figures.pop("assessed")["otherwise"] == 3
    assert figures == report(evaluator=False).figures


# --- How the two stand to each other


def ways(*said: Submission, day: str = "2015") -> dict[str, str]:
    """How the evaluator's word on each thing stands to the own one."""
    subject = plan(
        {"1.1.1": activity(lead=("fof",)), "1.1.2": activity(responsible=("srf", "slk"))},
        *said,
        indicators={"1.1.m1": indicator(), "1.1.m2": indicator(kind="share")},
        criteria={"1.1.k1": criterion()},
    )
    return {each.thing: each.way for each in assessments(subject, stand(subject, day)).rows}


def theirs(**said: object) -> Submission:
    things = {name.replace("_", "."): each for name, each in said.items()}
    return submission("hogskolan", "2015-12-01", {f"1.1.{i}": each for i, each in things.items()}, role="evaluator")


def test_the_same_otherwise_alone_and_unsettled() -> None:
    own = submission("fof", "2015-11-01", {"1.1.1": "completed", "1.1.k1": {"fulfilment": "achieved"}})
    found = ways(own, theirs(**{"1": "completed", "2": "ongoing", "k1": {"fulfilment": "partly"}}))
    assert found == {"1.1.1": SAME, "1.1.2": ALONE, "1.1.k1": OTHERWISE}
    one, other = (submission(by, "2015-11-01", {"1.1.2": said}) for by, said in (("srf", "paused"), ("slk", "ongoing")))
    assert ways(one, other, theirs(**{"2": "ongoing", "1": {"comment": "Inget att säga."}})) == {
        "1.1.1": REMARK,
        "1.1.2": UNSETTLED,
    }


def test_one_difference_among_several_judgements_makes_it_otherwise() -> None:
    own = submission("fof", "2015-11-01", {"1.1.k1": {"fulfilment": "partly", "forecast": "expected"}})
    found = ways(own, theirs(k1={"fulfilment": "partly", "forecast": "not_expected"}))
    assert found == {"1.1.k1": OTHERWISE}
    assert ways(own, theirs(k1={"fulfilment": "partly"})) == {"1.1.k1": SAME}
    bare = submission("fof", "2015-11-01", {"1.1.k1": {"fulfilment": "partly"}})
    assert ways(bare, theirs(k1={"fulfilment": "partly", "forecast": "uncertain"})) == {"1.1.k1": SAME}


@pytest.mark.parametrize(
    ("own", "said", "way"),
    [
        ({"value": "58", "at": "2015-10"}, {"value": "58,0", "at": "2015-10"}, SAME),
        ({"value": "58", "at": "2015-10"}, {"value": "57", "at": "2015-10"}, OTHERWISE),
        ({"value": "58", "at": "2015-10"}, {"value": "58", "at": "2015-09"}, APART),
        ({"value": "58"}, {"value": "57"}, OTHERWISE),  # of the round, though given on other days
        (None, {"value": "57"}, ALONE),
    ],
)
def test_values_are_held_against_each_other_where_they_are_of_one_time(
    own: dict[str, str] | None, said: dict[str, str], way: str
) -> None:
    before = [submission("fof", "2015-11-01", {"1.1.m1": own})] if own else []
    assert ways(*before, theirs(m1=said)) == {"1.1.m1": way}


def test_a_share_is_rounded_as_the_other_was_written() -> None:
    counted = submission("fof", "2015-11-01", {"1.1.m2": {"numerator": 1, "denominator": 3, "at": "2015"}})
    assert ways(counted, theirs(m2={"value": "33", "at": "2015"})) == {"1.1.m2": SAME}
    assert ways(counted, theirs(m2={"value": "34", "at": "2015"})) == {"1.1.m2": OTHERWISE}


def test_what_is_judged_is_of_its_own_round() -> None:
    own = submission("fof", "2014-11-01", {"1.1.1": "completed"})
    late = submission("hogskolan", "2015-12-01", {"1.1.1": "ongoing"}, role="evaluator")
    assert ways(own, late, day="2014") == {}
    assert ways(own, late) == {"1.1.1": OTHERWISE}  # completed is carried over


def test_what_turned_between_two_plans_is_told_once_each() -> None:
    after = assessments(nordvik(), stand(nordvik(), "2016"))
    assert turned(after, after) == ()
    new = turned(Assessment(), after)
    assert [each.after.thing for each in new if each.after] == [each.thing for each in after.rows]
    assert all(each.before is None for each in new)
    assert [(each.after, each.before) for each in turned(after, Assessment())] == [(None, each.after) for each in new]


# --- In the report


def section(found: Document, anchor: str = "assessed") -> str:
    each = next(each for _level, each in walk(found.sections) if each.anchor == anchor)
    return whole(found._replace(sections=(each,)), Look(False, False, 1000))


def test_a_report_without_evaluators_says_nothing_of_any() -> None:
    anchors = {each.anchor for _level, each in walk(document("2015", "en").sections)}
    assert "assessed" not in anchors
    assert "assessed" not in document("2015", "en").figures
    made = json.loads(as_json.render(document("2015", "en")))["plantrack"]
    assert "evaluated" not in made
    assert "evaluation" not in made["asked"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_section_lays_own_and_evaluator_side_by_side_with_words_and_symbols(language: str) -> None:
    [found] = [each for _level, each in walk(report(language).sections) if each.anchor == "assessed"]
    [table] = [block for block in found.blocks if isinstance(block, Table)]
    told = {plain(row.cells[0]).split()[0]: row.cells for row in table.rows}
    assert list(told) == ["1.1.1", "1.1.k2", "2.1", "2.1.1", "2.2.1", "3.3.m1", "4.2.3", "4.2.k2"]
    differing = {"sv": "säger annat", "en": "says otherwise"}[language]
    for thing, cells in told.items():
        [way] = cells[3]
        assert isinstance(way, State)
        assert (way.word == differing) is (way.symbol == "≠") is (thing in ("1.1.k2", "2.1", "3.3.m1"))
    assert plain(told["3.3.m1"][1]).startswith("171")
    assert plain(told["3.3.m1"][2]).startswith("158")


def test_a_goal_tells_what_the_evaluator_says_beside_its_own_judgement() -> None:
    text = section(report(), "id-2.1")
    assert re.search(r"Independent assessment\s+◑ partly achieved ≠ says otherwise\. Young people give", text)
    assert re.search(
        r"Independent assessment\s+2 parts of it are spoken of.*1\.1\.k2", section(report(), "id-1.1"), re.S
    )
    assert "Independent" not in section(report(), "id-1.2")


@pytest.mark.parametrize("asked", [{}, {"summary": True}, {"only": "2.1"}, {"only": "2"}], ids=str)
def test_the_short_forms_say_it_in_a_sentence(asked: dict[str, str | bool]) -> None:
    text = whole(report(**asked), Look(False, False, 1000))
    number = "2 things judged, 1 of them" if asked == {"only": "2.1"} else "3 things" if "only" in asked else "8 things"
    assert f"Independent assessment (Norrkusten University College): {number}" in text


def test_a_part_that_the_evaluator_said_nothing_of_has_no_section() -> None:
    assert "Independent assessment" not in whole(report(only="1.2"), Look(False, False, 1000))


def test_the_evaluators_own_part_holds_what_it_has_judged() -> None:
    text = whole(report(organisation="hogskolan"), Look(False, False, 1000))
    assert "8 things judged, 3 of them otherwise" in text


# --- On a branch

BRANCH = "granskning"
ASSESSMENT = """\
by: byalaget
date: 2015-12-10
round: 2015
role: evaluator
answers:
  1.1.2:
    status: ongoing
    comment: Hälften av enheterna.
  2.1.k1:
    fulfilment: not_achieved
    ground: Ingen av föreningarna vi frågade har lokal.
  9.9.9:
    status: completed
"""
FILE = "progress/2015/2015-12-10-byalaget-aaaa.yaml"


def write(desk: Desk, text: str = ASSESSMENT, path: str = FILE) -> None:
    (desk.plan / path).write_text(text, encoding="utf-8")


@pytest.fixture
def branched(desk: Desk) -> Desk:
    """The invented plan, and a branch on which an evaluator has written its assessment, and changed a goal too."""
    desk.git("checkout", "-q", "-b", BRANCH)
    write(desk)
    goal = desk.plan / "1-kunskap" / "1.2-utbildning.yaml"
    goal.write_text(goal.read_text(encoding="utf-8").replace("Utbilda alla chefer", "Något annat"), encoding="utf-8")
    desk.commit("An assessment", day="2015-12-10")
    desk.git("checkout", "-q", "main")
    return desk


def test_status_shows_an_assessment_that_stands_on_a_branch(branched: Desk) -> None:
    said = branched.type("status", "--round", "2015", "--evaluation", BRANCH)
    assert said.code == 0
    assert said.out.startswith(f"The independent assessment is as it stands at {BRANCH} (revision ")
    assert "Evaluator    2 things judged, 1 otherwise: 2.1.k1" in said.out
    assert "Något annat" not in said.out  # what the branch says of the plan is not taken
    assert "1 thing that this plan does not have, and that is not shown: 9.9.9" in said.err
    assert "Evaluator" not in branched.type("status", "--round", "2015").out
    goal = branched.type("status", "2.1", "--round", "2015", "--evaluation", BRANCH).out
    assert re.search(r"2\.1\.k1 +◑ partly achieved +✗ not achieved +≠ says otherwise", goal)


def test_a_report_says_where_the_assessment_was_and_is_made_again_after_the_branch_has_gone_on(branched: Desk) -> None:
    made = branched.folder / ".git" / "r.html"  # where no commit takes it along
    asked = ("report", "2015", "--evaluation", BRANCH, "--sources", "-o")
    assert branched.type(*asked, str(made)).code == 0
    commit = branched.git("rev-parse", BRANCH).strip()
    text = made.read_text(encoding="utf-8")
    assert f"was read from {BRANCH} (revision {commit[:12]} in git)" in text
    assert "9.9.9" in text
    assert f"{commit[:12]}:{FILE}:7" in text  # the evaluator's own line, in the annex of sources
    branched.git("checkout", "-q", BRANCH)
    write(branched, ASSESSMENT.replace("not_achieved", "achieved"))
    branched.commit("Changed its mind")
    branched.git("checkout", "-q", "main")
    verified = branched.type("verify", str(made))
    assert (verified.code, verified.err) == (0, ""), verified
    assert branched.type(*asked, str(branched.folder / "s.html")).code == 0
    assert (branched.folder / "s.html").read_text(encoding="utf-8") != text


def test_a_report_without_the_assessment_is_another_report(branched: Desk) -> None:
    plain_one, with_it = (branched.folder / name for name in ("a.json", "b.json"))
    branched.type("report", "2015", "-o", str(plain_one))
    branched.type("report", "2015", "--evaluation", BRANCH, "-o", str(with_it))
    bare, full = (json.loads(each.read_bytes()) for each in (plain_one, with_it))
    assert "assessed" not in bare["figures"]
    assert full["figures"].pop("assessed")["things"]["2.1.k1"]["byalaget"]["beside"] == "otherwise"
    assert full["figures"] == bare["figures"]
    assert full["plantrack"]["plan"] == bare["plantrack"]["plan"]
    assert full["plantrack"]["evaluated"] == branched.git("rev-parse", BRANCH).strip()


def test_once_it_is_merged_the_branch_adds_nothing(branched: Desk) -> None:
    branched.git("merge", "-q", BRANCH)
    said = branched.type("status", "--round", "2015", "--evaluation", BRANCH)
    assert said.out.startswith(f"All that an evaluator says at {BRANCH} (revision ")
    own = branched.type("status", "--round", "2015").out
    assert said.out.endswith(own)


def test_what_cannot_be_taken_up_is_one_sentence(branched: Desk) -> None:
    def refused(*arguments: str) -> str:
        said = branched.type(*arguments)
        assert (said.code, said.out) == (2, ""), said
        return said.err

    assert "git knows no version “nothing” of the plan" in refused("status", "--evaluation", "nothing")
    assert "no submission with “role: evaluator” in the plan at main" in refused("report", "--evaluation", "main")
    write(branched, ASSESSMENT.replace("ongoing", "completed"))
    clash = refused("status", "--evaluation", BRANCH)
    assert "The submission 2015-12-10-byalaget-aaaa says one thing here and another at granskning." in clash
    assert len(clash.strip().splitlines()) == 1


def test_an_assessment_of_another_round_is_told_of(branched: Desk) -> None:
    said = branched.type("status", "--round", "2014", "--evaluation", BRANCH)
    assert said.code == 0
    assert f"The assessment at {BRANCH} says nothing of the round 2014" in said.err


def test_a_plan_that_lay_in_another_folder_on_the_branch_is_found_by_its_id(branched: Desk) -> None:
    branched.git("mv", "plan", "planen")
    branched.commit("The folder has another name")
    said = branched.type("status", "--plan", "planen", "--round", "2015", "--evaluation", BRANCH)
    assert "Evaluator    2 things judged, 1 otherwise: 2.1.k1" in said.out


def test_a_file_of_the_assessment_that_cannot_be_read_is_told_of(branched: Desk) -> None:
    branched.git("checkout", "-q", BRANCH)
    write(branched, "role: evaluator\nanswers: [\n", "progress/2015/2015-12-11-byalaget-bbbb.yaml")
    branched.commit("A broken one")
    branched.git("checkout", "-q", "main")
    said = branched.type("status", "--round", "2015", "--evaluation", BRANCH)
    assert said.code == 0
    assert "Something in 1 file could not be read" in said.err
    assert Path(branched.plan / FILE).exists() is False
