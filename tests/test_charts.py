"""The charts of a report as values: what they show is what the report says, and their tables hold every figure."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from itertools import pairwise

import followup_plans as made
import pytest
from chart_parts import MADE, asked, drawn, every, layouts, of_report, plan_of
from hypothesis import given
from hypothesis import strategies as st

from plantrack.model.goal import Activity, Goal, Theme
from plantrack.report.charts import axes, wording
from plantrack.report.charts.by_theme import by_round, by_theme
from plantrack.report.charts.costs import costs
from plantrack.report.charts.curves import MOST, curve, expected_path, telling, value_on
from plantrack.report.charts.grid import MOST_ROWS, MOST_TILES, grid
from plantrack.report.charts.timeline import MOST_LINES, timelines
from plantrack.report.document import Chart, Table, plain
from plantrack.report.pictures import Bars, Costs, Curves, Deadlines, Grid, Timeline
from plantrack.report.sections.economy import by_bearer

NUMBER = re.compile(r"\d+")
REPORTS = pytest.mark.parametrize("report", MADE, ids="-".join)
Report = tuple[str, str, str]


def table_words(chart: Chart) -> str:
    table = chart.table
    cells = (plain(cell) for row in table.rows for cell in row.cells)
    return " ".join((plain(table.caption), *(column.title for column in table.columns), *cells))


@REPORTS
def test_every_number_in_a_picture_stands_in_its_table(report: Report) -> None:
    for chart in of_report(*report):
        known = set(NUMBER.findall(table_words(chart)))
        for _width, _height, words in layouts(drawn(chart)):
            shown = {number for word in words if not word.axis for number in NUMBER.findall(word.text)}
            assert shown <= known, plain(chart.caption)


@REPORTS
def test_no_cell_is_empty_and_every_row_is_whole(report: Report) -> None:
    for chart in of_report(*report):
        assert chart.table.rows
        for row in chart.table.rows:
            assert len(row.cells) == len(chart.table.columns)
            assert all(plain(cell).strip() for cell in row.cells), plain(chart.caption)


@REPORTS
def test_words_are_whole_sentences(report: Report) -> None:
    for chart in of_report(*report):
        assert chart.description.endswith(".") and plain(chart.caption)
        assert "{" not in chart.description and "None" not in chart.description


@REPORTS
def test_shares_add_up_to_their_denominator(report: Report) -> None:
    for picture in (chart.picture for chart in of_report(*report)):
        if isinstance(picture, Bars):
            bars = [bar for group in picture.groups for bar in group.bars]
            assert all(sum(share.number for share in bar.shares) == bar.whole for bar in bars)
            assert max(bar.whole for bar in bars) <= picture.longest
            assert all(share.number > 0 and share.state in picture.states for bar in bars for share in bar.shares)


def test_themes_add_up_to_the_plan() -> None:
    request, tell = asked(plan_of("nordvik"))
    chart = by_theme(request, tell)
    assert chart and isinstance(chart.picture, Bars)
    now = [group.bars[-1] for group in chart.picture.groups]
    assert sum(bar.whole for bar in now) == request.standings.total.counted
    assert all(bar.current and bar.label == "2015" for bar in now)
    assert [plain(cell) for cell in chart.table.rows[-1].cells][:2] == ["Hela planen", "2015"]


def test_the_final_report_shows_all_rounds() -> None:
    request, tell = asked(plan_of("nordvik"), "2016")
    chart = by_round(request, tell)
    assert chart and isinstance(chart.picture, Bars)
    assert [bar.label for bar in chart.picture.groups[0].bars] == ["2014", "2015", "2016"]


def test_the_grid_agrees_with_the_counts_per_organisation() -> None:
    request, tell = asked(plan_of("nordvik"))
    chart = grid(request, tell)
    assert chart and isinstance(chart.picture, Grid)
    counts = request.standings.by_organisation
    assert [len(row.tiles) for row in chart.picture.rows] == [each.total for each in counts.values()]
    told = [(plain(row.cells[-2]), plain(row.cells[-1])) for row in chart.table.rows]
    assert told == [(str(each.total), str(each.schedules.get("late", 0))) for each in counts.values()]


def test_costs_are_set_against_what_was_paid_where_anything_was() -> None:
    request, tell = asked(plan_of("nordvik"))
    [chart] = costs(request, tell)
    assert by_bearer(request, tell) == (chart._replace(open=True),)
    assert isinstance(chart.picture, Costs)
    assert max(row.planned.number for row in chart.picture.rows if row.planned) <= chart.picture.most
    plan = request.plan
    unpaid = made.Plan(plan.header, goals=plan.goals, theme_of=plan.theme_of, organisations=plan.organisations)
    [table] = by_bearer(*asked(unpaid))
    assert isinstance(table, Table)
    planned = {plain(row.cells[0]): plain(row.cells[1]) for row in chart.table.rows if not row.total}
    assert {plain(row.cells[0]): plain(row.cells[1]) for row in table.rows}.items() <= planned.items()


def test_every_activity_stands_in_one_timeline() -> None:
    request, tell = asked(plan_of("nordvik"))
    charts = timelines(request, tell)
    assert len(charts) == 4, "one a theme"
    lines = [line for chart in charts for line in _lines(chart)]
    assert [line.label.number for line in lines] == list(request.standings.activities)
    for line in lines:
        standing, stretch = request.standings.activities[line.label.number], line.stretch
        assert (stretch.first, stretch.last) == (standing.start, standing.end)
        if stretch.sure:
            days = [each for each in (stretch.first, *stretch.sure, stretch.last) if each]
            assert days == sorted(days)


def test_vague_times_are_shown_as_vague() -> None:
    request, tell = asked(plan_of("nordvik"))
    found = {line.label.number: line for chart in timelines(request, tell) for line in _lines(chart)}
    assert found["1.1.3"].stretch.sure is None, "summer 2015 names no day"
    assert found["3.1.4"].stretch.sure == (date(2014, 4, 30), date(2016, 12, 31)), "it begins early in 2014"
    assert found["1.3.1"].stretch.endless and found["1.3.1"].stretch.last is None
    assert found["4.2.2"].stretch.first is None, "by June 2016"
    assert not found["2.2.2"].stretch.usable and found["2.2.2"].time == "vid varje tillfälle"
    assert found["2.1.3"].expected == date(2016, 4, 30)


def test_steps_stand_under_their_activity() -> None:
    request, tell = asked(plan_of("nordvik"))
    lines = [line for chart in timelines(request, tell, steps=True) for line in _lines(chart)]
    assert [line.label.number for line in lines][:4] == ["1.1.1", "1.1.1.a", "1.1.1.b", "1.1.1.c"]
    assert [line.step for line in lines][:4] == [False, True, True, True]


def _lines(chart: Chart) -> list[object]:
    assert isinstance(chart.picture, Timeline)
    return [line for group in chart.picture.groups for line in group.lines]


LONG = "Något ska göras som tar två rader i anspråk i bilden"


def large(goals: int, activities: int, themes: int = 1) -> object:
    """An invented plan of so many goals with so many activities each."""
    work = {
        str(goal): {
            f"{goal}.{n}": Activity(title=LONG, when=made.read_when("2014-2016"), lead=(f"o{n}",))
            for n in range(activities)
        }
        for goal in range(goals)
    }
    return made.Plan(
        made.plan({}).header,
        themes={f"t{n}": Theme(id=f"t{n}", title="Tema") for n in range(themes)},
        goals={each: Goal(id=each, title=LONG, activities=its) for each, its in work.items()},
        theme_of={str(goal): f"t{goal % themes}" for goal in range(goals)},
        organisations={f"o{n}": made.organisation() for n in range(activities)},
        submissions={"s1": made.submission("o0", "2015-11-01", {"0.0": "completed"})},
    )


@pytest.mark.parametrize(
    ("goals", "activities", "themes", "charts", "rows"),
    [
        (1, MOST_LINES, 1, 1, MOST_LINES),
        (2, MOST_LINES, 2, 2, MOST_LINES),
        (22, 10, 2, 1, 22),
        (60, 10, 3, 3, 20),
        (60, 10, 20, 1, 20),
        (400, 10, 20, 1, 20),
    ],
)
def test_a_timeline_fits_on_its_page(goals: int, activities: int, themes: int, charts: int, rows: int) -> None:
    found = timelines(*asked(large(goals, activities, themes)))
    assert len(found) == charts
    for chart in found:
        assert len(chart.table.rows) == rows
        assert layout_height(chart) < 1050, "as high as a page of A4 where the picture is 720 wide"


def layout_height(chart: Chart) -> float:
    return next(layouts(drawn(chart)))[1]


def test_what_is_due_adds_up() -> None:
    request, tell = asked(large(60, 10, 20))
    [chart] = timelines(request, tell)
    assert isinstance(chart.picture, Deadlines)
    for line in chart.picture.lines:
        assert all(sum(share.number for share in due.shares) == due.whole for due in line.dues)
    dues = sum(due.whole for line in chart.picture.lines for due in line.dues)
    assert dues == request.standings.total.counted == 600
    assert [plain(cell) for cell in chart.table.rows[0].cells][1:] == ["0", "0", "30", "0", "30", "1", "0"]


def test_organisations_with_much_to_do_are_bars() -> None:
    few, many = large(MOST_TILES, 3), large(MOST_TILES + 1, MOST_ROWS + 5)
    tiles, bars = grid(*asked(few)), grid(*asked(many))
    assert tiles and isinstance(tiles.picture, Grid)
    assert bars and isinstance(bars.picture, Bars)
    assert len(bars.picture.groups) == MOST_ROWS
    assert len(bars.table.rows) == MOST_ROWS + 5, "nobody is left out of the table"


def test_the_expected_path_is_the_one_that_judges() -> None:
    request, _tell = asked(plan_of("nordvik"))
    compared = 0
    for identifier, standing in request.standings.indicators.items():
        path = expected_path(request.plan.indicators[identifier], standing)
        if standing.expected is None or standing.latest is None:
            continue
        start, final = path[0][1], path[-1][1]
        value = value_on(path, standing.latest.day)
        assert value is not None
        share = (Fraction(value) - Fraction(start)) / (Fraction(final) - Fraction(start))
        assert abs(share - Fraction(standing.expected)) < Fraction(1, 50), identifier
        compared += 1
    assert compared > 8


def test_a_curve_in_words() -> None:
    chart = curve(*asked(plan_of("nordvik")), "1.1.m1")
    assert chart
    assert chart.description == (
        "Det senaste värdet är 6, per 2015-11-30, då 5,8 var väntat. "
        "Det var 3 per 2013-12-31 och ska vara 8 senast 2016-12-31. Utfall: enligt plan."
    )


def test_a_curve_joins_only_values_of_one_whole() -> None:
    plan = made.plan(
        None,
        made.submission("fof", "2015-11-01", {"1.1.m1": {"value": "7"}}),
        made.submission("skola", "2015-11-02", {"1.1.m1": {"value": "9"}}),
        made.submission("fof", "2014-11-01", {"1.1.m1": {"value": "5", "at": "2014"}}),
        indicators={"1.1.m1": made.indicator(baseline={"2013": 4}, targets={"2016": 12}, add_up=True)},
    )
    chart = curve(*asked(plan), "1.1.m1")
    assert chart and isinstance(chart.picture, Curves)
    assert [dot.text for dot in chart.picture.values] == ["5", "16"]
    plan.goals["1.1"].indicators["1.1.m1"].__dict__["add_up"] = False
    chart = curve(*asked(plan), "1.1.m1")
    assert chart and isinstance(chart.picture, Curves)
    assert not chart.picture.joined or len(chart.picture.values) == len({dot.day for dot in chart.picture.values})


def test_of_very_many_indicators_those_that_go_wrong_are_drawn() -> None:
    ids = [f"1.1.m{n}" for n in range(MOST + 20)]
    said = {each: {"value": "3" if n >= MOST else "20", "at": "2015"} for n, each in enumerate(ids)}
    indicators = {each: made.indicator(baseline={"2013": 4}, targets={"2016": 20}) for each in ids}
    request, _tell = asked(made.plan(None, made.submission("fof", "2015-11-01", said), indicators=indicators))
    found = telling(request)
    assert len(found) == MOST
    assert set(ids[MOST:]) <= set(found), "worsened before reached"
    assert list(found) == [each for each in ids if each in found], "in the order of the plan"


def test_nothing_is_drawn_where_there_is_nothing() -> None:
    request, tell = asked(plan_of("plan"))
    assert request.silent
    assert by_theme(request, tell) is None and by_round(request, tell) is None and grid(request, tell) is None
    assert costs(request, tell) == ()
    assert timelines(request, tell), "when everything is to be done is known all the same"
    empty = asked(made.plan())
    assert every(*empty) == ()


def test_descriptions_say_what_there_is_to_see() -> None:
    request, tell = asked(plan_of("nordvik"), language="en")
    chart = by_theme(request, tell)
    total = request.standings.total
    assert chart and chart.description.startswith(
        f"In 2015, {total.statuses['completed']} of {total.counted} activities are completed."
    )
    [shown] = costs(request, tell)
    assert "It has cost more than planned for Department for the Urban Environment." in shown.description


def test_names_from_right_to_left_turn_nothing_around_them() -> None:
    assert wording.isolated("Kontoret") == "Kontoret"
    assert wording.isolated("مكتب") == "\N{FIRST STRONG ISOLATE}مكتب\N{POP DIRECTIONAL ISOLATE}"


@given(st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=1, max_size=6))
def test_ticks_are_few_and_hold_every_value(values: list[object]) -> None:
    _request, tell = asked(plan_of("example"))
    ticks = axes.ticks(tell, values, None, None)  # type: ignore[arg-type]
    assert 2 <= len(ticks) <= 7
    assert ticks[0].value <= min(values) and max(values) <= ticks[-1].value  # type: ignore[type-var]
    assert len({tick.text for tick in ticks}) == len(ticks)


@given(st.dates(), st.integers(0, 40_000))
def test_spans_follow_on_one_another(first: date, days: int) -> None:
    _request, tell = asked(plan_of("example"))
    last = date.fromordinal(min(first.toordinal() + days, date.max.toordinal()))
    spans = axes.spans(tell, first, last)
    assert spans[0].first == first and spans[-1].last == last
    assert len(spans) <= 19
    for one, other in pairwise(spans):
        assert one.last.toordinal() + 1 == other.first.toordinal()
