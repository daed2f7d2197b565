"""What a board reads in a report: no ids of the files, one number format, units, and right grammar for one."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from report_parts import DAY, example, plan_with, request

from plantrack.checks import check_plan
from plantrack.followup.effect import Effect, Moved
from plantrack.formats import markdown
from plantrack.formats.svg.tallies import draw_tally
from plantrack.locales import NO_BREAK, speech
from plantrack.record import build
from plantrack.report.compose import compose
from plantrack.report.document import Document, PlanText, Share, Tally, plain
from plantrack.report.mandated import mandate_of
from plantrack.report.sections.changes import field_value
from plantrack.report.sections.summary import come_so_far
from plantrack.report.teller import Teller
from plantrack.store.folder import load
from plantrack.views.effect import of_effect

NORDVIK = Path(__file__).parents[1] / "examples" / "nordvik"


def told(language: str = "en") -> Teller:
    """The example as it is told."""
    return Teller(example().plan, speech(language), request(example().plan, "2015", language).standings.day)


@cache
def nordvik() -> Document:
    """The report on the larger invented plan, with all that the checks say of it."""
    facts = load(NORDVIK, DAY)
    return compose(request(facts.plan, "2015", "sv", check_plan(facts)))


def test_a_mandate_is_named_by_the_decision_that_gave_it() -> None:
    facts = load(NORDVIK, DAY)
    tell = Teller(facts.plan, speech("sv"), request(facts.plan, "2015", "sv").standings.day)
    said = plain(mandate_of(tell, "2013-03-18-ks.2"))
    assert said.startswith("Kommunstyrelsen 2013-03-18, §")
    assert said.endswith("punkt 2")


def test_a_report_for_a_board_has_no_ids_of_the_files() -> None:
    """Organisations, decisions and mandates are named as everybody knows them, in the annex of shortcomings too."""
    plan = load(NORDVIK, DAY).plan
    lines = markdown.render(nordvik()).splitlines()
    ids = (*plan.decisions, *plan.mandate_items)
    assert [line for line in lines for each in ids if each in line.replace("#", "")] == []
    text = "\n".join(lines)
    for each in ("Kd-syd", "kd-norr", "Fof och buf", "tek, stadsmiljo"):
        assert each not in text
    assert "lämnar olika uppgifter" in text


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("targets", "1240", f"1,240{NO_BREAK}participants"),
        ("targets", "many", "many"),
        ("baseline", "0,5", f"0.5{NO_BREAK}participants"),
        ("cost", "20 450 SEK", f"20,450{NO_BREAK}SEK"),
        ("cost", "to be decided", "to be decided"),
        ("title", "20 450", "20 450"),
    ],
)
def test_a_figure_that_was_changed_has_one_form_and_its_unit(field: str, value: str, shown: str) -> None:
    goal = example().plan.goals["1.1"]
    counted = next(each for each in goal.indicators.values() if each.kind == "count")
    indicator = build(type(counted), {**vars(counted), "unit": "participants"})
    changed = build(type(goal), {**vars(goal), "indicators": {"1.1.m9": indicator}})
    plan = plan_with(goals={**example().plan.goals, "1.1": changed})
    tell = Teller(plan, speech("en"), told().date)
    assert plain(field_value(tell, field, value, "1.1.m9")) == shown


def test_what_an_answer_changes_is_shown_in_one_number_format() -> None:
    moved = (Moved("9.m1", "value", "20 450", "20540"), Moved("9.m2", "value", "", "about 7"))
    section = of_effect(told("sv"), Effect(moved, ()), "2015")
    said = " ".join(plain(item) for block in section.blocks for item in getattr(block, "items", ()))
    assert f"20{NO_BREAK}450 → 20{NO_BREAK}540" in said
    assert "→ about 7" in said


@pytest.mark.parametrize(
    ("language", "one", "many"), [("en", "1 is ongoing", "3 are ongoing"), ("sv", "1 pågår", "3 pågår")]
)
def test_one_is_not_told_as_many(language: str, one: str, many: str) -> None:
    asked = request(example().plan, "2015", language)
    for number, words in ((1, one), (3, many)):
        total = asked.standings.total._replace(statuses={"ongoing": number})
        said = come_so_far(asked._replace(standings=asked.standings._replace(total=total)), told(language), "x")
        assert words in said


def test_the_cover_says_that_the_round_was_opened_again() -> None:
    facts = [plain(said) for _name, said in nordvik().cover.items if not isinstance(said, PlanText)]
    assert [each for each in facts if "öppnad igen 2016-02-08 till 2016-02-19)" in each]


def test_one_sentence_counts_what_deviates_wherever_it_is_told() -> None:
    plan = load(NORDVIK, DAY).plan
    asked = request(plan, "2015", "sv")
    short = compose(asked._replace(stamp=asked.stamp._replace(asked=asked.stamp.asked._replace(summary=True))))
    counted = "aktiviteter är försenade, avviker eller anges som avbrutna utan beslut."
    [whole] = [line for line in markdown.render(nordvik()).splitlines() if counted in line]
    [page] = [line for line in markdown.render(short).splitlines() if counted in line]
    assert whole.startswith(page)


def test_a_tally_is_drawn_as_the_bars_of_a_chart() -> None:
    """With its figures and symbols in it, and their patterns defined."""
    state = told().state("status", "ongoing")
    svg = draw_tally(Tally(("Status",), (Share(16, "16", state),)), "tally-1")
    assert ">16</text>" in svg
    used = set(re.findall(r'(?:url\(|href=")#([\w-]+)', svg))
    assert used
    assert [each for each in used if f'id="{each}"' not in svg] == []
    assert not draw_tally(Tally(("Status",), ()), "tally-2")
