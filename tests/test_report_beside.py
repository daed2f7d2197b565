"""Last year beside this year, what became of each goal in the end, and what to ask where nobody has reported.

The invented plan of Nordvik has three rounds, the last of them the final one.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from report_parts import request

from plantrack.facts import Facts
from plantrack.report.compose import compose
from plantrack.report.document import BREAK, Block, Document, Row, Section, Table, plain, walk
from plantrack.report.document import Facts as Named
from plantrack.store.folder import load

ROOT = Path(__file__).parent.parent


@cache
def nordvik() -> Facts:
    return load(ROOT / "examples" / "nordvik", date(2017, 3, 1))


@cache
def report(round_id: str) -> Document:
    asked = request(nordvik().plan, round_id, "en")
    return compose(asked._replace(plan=asked.plan.on(asked.standings.day)))


@cache
def unreported() -> Document:
    """The real plan, which nobody has reported on."""
    plan = load(ROOT / "plan", date(2016, 1, 1)).plan
    return compose(request(plan, "2015", "en"))


def section(made: Document, anchor: str) -> Section:
    return next(each for _level, each in walk(made.sections) if each.anchor == anchor)


def table(blocks: tuple[Block, ...], caption: str) -> Table:
    return next(each for each in blocks if isinstance(each, Table) and plain(each.caption).startswith(caption))


def titles(found: Table) -> list[str]:
    return [column.title for column in found.columns]


def cell(found: Table, head: str, column: str) -> str:
    row: Row = next(each for each in found.rows if plain(each.cells[0]).split()[0] == head)
    return plain(row.cells[titles(found).index(column)])


def fact(made: Document, goal: str, name: str) -> list[str]:
    """The lines of one fact about a goal; none where it is not there."""
    for block in section(made, f"id-{goal}").blocks:
        if isinstance(block, Named):
            for said, value in block.items:
                if plain(said) == name and isinstance(value, tuple):
                    words = "".join("\n" if piece == BREAK else plain((piece,)) for piece in value)
                    return words.split("\n")
    return []


@pytest.mark.parametrize(("round_id", "beside"), [("2014", []), ("2015", ["2014"]), ("2016", ["2014", "2015"])])
def test_states_and_values_then_stand_beside_those_of_now(round_id: str, beside: list[str]) -> None:
    """The last round beside this one; in a final report all of them."""
    blocks = section(report(round_id), "id-1.1").blocks
    rounds = [*beside, round_id] if beside else []
    for caption, word in (("Activities", "Status"), ("Steps", "Status"), ("Indicators", "Value")):
        assert [each for each in titles(table(blocks, caption)) if each.startswith(word)] == (
            [f"{word} {each}" for each in rounds] or [word]
        )


def test_what_was_late_a_round_ago_is_seen_beside_what_it_is_now() -> None:
    blocks = section(report("2016"), "id-1.1").blocks
    assert cell(table(blocks, "Activities"), "1.1.3", "Status 2015") == "paused (late)"


def test_a_goal_tells_what_moved_and_what_was_decided() -> None:
    assert "Completed since 2014: 4.2.1" in fact(report("2015"), "4.2", "What has moved")
    [line] = fact(report("2015"), "4.2", "Changed by decision")
    assert line.startswith("4.2.3: when 2014–2015 → ")
    assert "Municipal Executive Board 2015-04-20" in line
    assert fact(report("2014"), "4.2", "What has moved") == []


def test_a_judgement_that_nobody_has_made_again_says_what_it_last_was() -> None:
    blocks = section(report("2016"), "id-1.2").blocks
    assert cell(table(blocks, "Success criteria"), "1.2.k3", "Assessment 2016") == (
        "not assessed (last: achieved, 2015-12-03)"
    )


def test_what_deviates_is_listed_also_where_nobody_has_said_why() -> None:
    found = table(section(report("2015"), "id-4.2-deviations").blocks, "Deviations")
    assert "was to start on" in cell(found, "4.2.3", "Deviation")
    assert cell(found, "4.2.3", "Remedy") == "nobody has said"


def test_a_text_about_what_changed_in_a_goal_stands_there() -> None:
    written = nordvik().plan.texts["2015", "2.2"].changed
    assert written
    assert section(report("2015"), "id-2.2-changed").blocks


def test_the_final_report_tells_of_the_whole_period_and_of_what_is_carried_over() -> None:
    found = table(section(report("2016"), "whole-period").blocks, "What became of each goal")
    assert len(found.rows) == len(nordvik().plan.goals)
    assert cell(found, "4.2", "First judged") == "not achieved (2014)"
    assert cell(found, "4.2", "In the end") == "partly achieved"
    assert cell(found, "4.2", "Ended by decision") == "4.2.4"
    assert cell(found, "4.2", "Not completed") == "4.2.2"
    assert cell(found, "4.2", "Targets reached") == "3 of 3"
    left = table(section(report("2016"), "ahead").blocks, "Not completed when the plan ends")
    assert cell(left, "1.1.3", "What becomes of it") == "proposed decision 3"
    assert cell(left, "4.1.5", "What becomes of it") == "Now expected: 2017-03"
    assert cell(left, "3.2.2", "What becomes of it") == "nobody has said"
    assert "whole-period" not in [each.anchor for each in report("2015").sections]


@pytest.mark.parametrize("round_id", ["2014", "2015", "2016"])
def test_no_activity_is_dropped(round_id: str) -> None:
    plan = nordvik().plan.on(report(round_id).day)
    annex = table(section(report(round_id), "activities").blocks, "Every activity")
    assert [plain(row.cells[0]) for row in annex.rows] == list(plan.activities)
    shown = {
        plain(r.cells[0])
        for g in plan.goals
        for b in section(report(round_id), f"id-{g}").blocks
        if isinstance(b, Table)
        for r in b.rows
    }
    assert set(plan.activities) <= shown


def test_what_has_passed_its_day_is_told_and_the_round_itself_is_no_duty_any_more() -> None:
    ahead = section(report("2016"), "ahead")
    passed = table(ahead.blocks, "What has passed its day")
    whats = [plain(row.cells[1]) for row in passed.rows]
    assert any(each.startswith("4.2.2 ") for each in whats)
    assert any(each.endswith(", item 4)") and "2013-03-18, §" in each for each in whats)
    assert not any(
        "Slutuppföljning" in plain(each.cells[1]) for b in ahead.blocks if isinstance(b, Table) for each in b.rows
    )


def test_the_response_rate_of_the_round_before_stands_beside() -> None:
    answers = section(report("2015"), "answers")
    assert "In 2014 it was 19 of 20." in plain(answers.blocks[0].pieces)  # type: ignore[union-attr]


def test_a_plan_that_nobody_has_reported_on_leaves_questions_to_ask() -> None:
    [asked] = section(unreported(), "summary-ask").blocks
    lines = [plain(each) for each in asked.items]  # type: ignore[union-attr]
    assert lines[0] == "Who keeps the follow-up together? The plan does not say."
    assert any("3.3.1" in each and each.startswith("Is it done?") for each in lines)
    assert any(each.endswith("Nobody is responsible for: 1.3.4.") for each in lines)
    assert "SRF (12)" in lines[1]
    assert "summary-ask" not in [each.anchor for _level, each in walk(report("2015").sections)]
