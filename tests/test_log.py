"""The log: events in the order they came, found by time, kind, matter and party, and written as one new file."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import followup_plans as f
import pytest
from desk import SHOW_PIECE, Desk

from plantrack.dates import Calendar, read_when
from plantrack.facts.happened import Span, in_order, with_all_of
from plantrack.kinds import CLOCK, Unfit
from plantrack.model.event import Event, Point
from plantrack.plan import Plan
from plantrack.store.folder import load
from plantrack.views.events import Wish, chosen

ROOT = Path(__file__).parent.parent
REAL = ROOT / "plan"
DAY = ("--on", "2016-12-05")


def event(**said: object) -> Event:
    for name in ("date", "before", "after", "between"):
        if name in said:
            said[name] = read_when(str(said[name]))
    return Event(**{"kind": "meeting", "title": "Något hände", **said})


def log(**events: Event) -> Plan:
    """An invented plan with a goal, its activities, and some events."""
    return f.plan(
        {"1.1.1": f.activity(steps={"1.1.1.a": f.step()}), "1.1.2": f.activity()},
        criteria={"1.1.k1": f.criterion()},
        organisations={"kof": f.organisation(), "radet": f.organisation(kind="council")},
        events=events,
    )


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("13-16:30", "13:00-16:30"), ("13.00\N{EN DASH}16.30", "13:00-16:30"), ("13.00 - 16.30", "13:00-16:30"),
        ("kl. 13", "13:00"), ("Kl 13.30", "13:30"), ("klockan 13 till 16", "13:00-16:00"), ("8.15", "08:15"),
        ("från kl. 13 till kl. 16", "13:00-16:00"), ("mellan 13 och 16", "13:00-16:00"), ("1330-1630", "13:30-16:30"),
        ("kl 1330", "13:30"), ("13h30", "13:30"), ("1-4:30 pm", "13:00-16:30"), ("11-1 pm", "11:00-13:00"),
        ("9 a.m.", "09:00"), ("12 am", "00:00"), ("12 pm", "12:00"), ("24:00", "24:00"), ("13:30:00", "13:30"),
        ("at 13:30", "13:30"), ("between 13 and 16", "13:00-16:00"),
    ],
)  # fmt: skip
def test_a_clock_time_is_read_as_people_write_it(written: str, means: str) -> None:
    assert CLOCK.read(written) == means
    assert CLOCK.read(means) == means


@pytest.mark.parametrize("written", ["25", "13:60", "13-", "13 pm", "2013", "24:30", "halv tre", "", "13-16-18"])
def test_what_is_no_time_of_the_day_is_refused(written: str) -> None:
    with pytest.raises(Unfit):
        CLOCK.read(written)


def test_events_without_a_date_stand_where_what_they_came_before_or_after_puts_them() -> None:
    made = log(
        z=event(),
        meeting=event(date="2013-09-05"),
        first=event(before="2013-09-05"),
        after=event(after="2013-09-05", order="2"),
        after_first=event(after="2013-09-05", order="1"),
        tenth=event(between="2013-04/2013-08", order="10"),
        ninth=event(between="2013-04/2013-08", order="9"),
        year=event(date="2012"),
    )
    assert in_order(made) == ("year", "ninth", "tenth", "first", "meeting", "after_first", "after", "z")


def test_a_thing_is_found_with_all_that_belongs_to_it() -> None:
    made = log()
    assert with_all_of(made, "1.1") >= {"1.1", "1.1.1", "1.1.1.a", "1.1.2", "1.1.k1", "prov:1.1.1"}
    assert with_all_of(made, "1.1.1") >= {"1.1.1", "1.1.1.a"}
    assert "1.1.2" not in with_all_of(made, "1.1.1")


@pytest.mark.parametrize(
    "said",
    [
        {"about": ("1.1.1",)}, {"led_to": ("1.1.1.a",)}, {"about": ("prov:1.1.1",)},
        {"items": (Point(title="P", about=("1.1.1",)),)}, {"items": (Point(title="P", led_to=("1.1.1",)),)},
        {"changes": {"1.1.1": {"when": f.change(from_="2014", to="2015")}}},
    ],
)  # fmt: skip
def test_an_event_is_about_what_it_names_anywhere(said: dict[str, object]) -> None:
    made = log(e=event(**said), other=event(about=("1.1.2",)))
    assert chosen(made, Wish(about="1.1.1")).sure == ("e",)
    assert set(chosen(made, Wish(about="1.1")).sure) == {"e", "other"}


@pytest.mark.parametrize(
    "said",
    [
        {"body": "kof"}, {"recorded_by": "kof"}, {"participants": ("kof",)}, {"present": {"kof": ("2",)}},
        {"absent": {"kof": ("2",)}}, {"items": (Point(title="P", raised_by=("kof",)),)}, {"about": ("kof",)},
    ],
)  # fmt: skip
def test_an_organisation_has_part_in_whatever_names_it(said: dict[str, object]) -> None:
    made = log(e=event(**said), other=event(body="radet"))
    assert chosen(made, Wish(organisation="kof")).sure == ("e",)


def test_what_may_lie_in_a_period_is_told_apart_from_what_does() -> None:
    made = log(
        inside=event(date="2013-09-05"),
        vague=event(date="hösten 2013"),
        whole=event(between="2013-09/2013-10"),
        partly=event(between="2013-04/2013-09-15"),
        after=event(after="2013-08"),
        too_late=event(after="2014"),
        outside=event(date="2012"),
    )
    found = chosen(made, Wish(period=Span(f.day("2013-09-01"), f.day("2013-12-31")), oldest_first=True))
    assert found.sure == ("vague", "whole", "inside")
    assert found.perhaps == ("partly", "after")


class TestReading:
    """``plantrack log`` on the real plan, and on the invented one."""

    def ids(self, desk: Desk, *words: str, plan: Path = REAL) -> list[str]:
        said = desk.type("log", "--plan", str(plan), "--format", "json", *words)
        assert said.code == 0, said
        return [each["id"] for each in json.loads(said.out)["events"]]

    def test_the_newest_is_first(self, desk: Desk) -> None:
        found = self.ids(desk, "--period", "2013-10-10..2013-11-11", "--kind", "möte")
        assert found == [
            "2013-11-11-arbetsgrupp", "2013-11-07-jurist", "2013-logg-24-styrgrupp-avstamning", "2013-10-21-arbetsgrupp",
            "2013-10-10-arbetsgrupp",
        ]  # fmt: skip
        assert self.ids(desk, "--period", "2013-10-10/2013-11-11", "--kind", "meeting", "--oldest-first") == found[::-1]

    @pytest.mark.parametrize(
        ("period", "found"),
        [("2018..", []), ("..2010-03-05", ["2010-03-05-uppstartsdagar", "2010-idekom-bildas"]), ("2012", ["2012-09-04-undertecknande"])],
    )  # fmt: skip
    def test_a_period_may_be_open_at_either_end(self, desk: Desk, period: str, found: list[str]) -> None:
        assert self.ids(desk, "--period", period) == found

    def test_a_goal_is_found_with_its_activities_and_a_mandate_with_its_items(self, desk: Desk) -> None:
        assert self.ids(desk, "--about", "1.3") == ["2013-09-05-idekom", "2010-03-05-uppstartsdagar"]
        assert self.ids(desk, "--about", "goteborg-2014:1.3.1") == ["2010-03-05-uppstartsdagar"]
        of_item, of_mandate = self.ids(desk, "--about", "2013-04-ks.2"), self.ids(desk, "--about", "2013-04-ks")
        assert "2013-11-07-jurist" in of_item
        assert set(of_item) < set(of_mandate)
        assert self.ids(desk, "--about", "2017-06-09-idekom-namn") == ["2017-06-09-idekom"]

    def test_what_is_planned_and_was_never_said_to_be_held(self, desk: Desk) -> None:
        found = self.ids(desk, "--planned")
        assert "2016-04-06-finansiellt-stod" in found
        assert "hognivasamtal-29-maj" in found
        assert "2016-09-22-idekom" not in found

    def test_an_organisation_may_be_named_by_its_abbreviation(self, desk: Desk) -> None:
        assert self.ids(desk, "--organisation", "BRG") == self.ids(desk, "--organisation", "brg") != []

    def test_names_are_those_that_were_valid_then(self, desk: Desk) -> None:
        said = desk.type("log", "--plan", str(REAL), "--period", "2013-09-05", "--lang", "sv", "--on", "2020-01-01")
        [line] = [each for each in said.out.splitlines() if each.startswith("2013-09-05")]
        assert "Idékom," in line
        assert "2017" not in line, "that it ended later is not told of then"

    def test_on_a_screen_each_event_is_told_beside_its_day(self, desk: Desk) -> None:
        said = desk.type("log", "--plan", str(SHOW_PIECE), "--period", "2013", answers=())
        assert "2013-09-27   " in said.out
        assert "                         The draft goes to 214" not in said.out.split("2013-09-27")[0]
        assert "between 2013-09-20 and 2013-12" in said.out
        assert "Decision: The theme on business is struck out." in said.out
        assert "Mandate: 2013-03-18-ks.1" in said.out
        assert max(map(len, said.out.splitlines())) <= 80

    def test_as_markdown_it_is_a_table(self, desk: Desk) -> None:
        out = desk.type("log", "--plan", str(SHOW_PIECE), "--about", "1.3.3", "--format", "md").out
        assert "| When | What | Who | About, decided, to be done |" in out
        assert "2015-04-09-samradet-b8e3" in out

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (("--period", "soon"), "“soon” is no period"),
            (("--period", "vid behov"), "names no days"),
            (("--kind", "party"), "There is no kind “party”. There are meeting, workshop"),
            (("--about", "1.3.l"), "nothing with the id “1.3.l”. Did you mean “1.3."),
            (("--organisation", "nobody"), "The plan has no organisation “nobody”."),
        ],
    )  # fmt: skip
    def test_what_cannot_be_meant_is_said(self, desk: Desk, words: tuple[str, ...], told: str) -> None:
        said = desk.type("log", "--plan", str(REAL), *words)
        assert said.code == 2
        assert told in said.err

    def test_where_nothing_fits_it_says_so(self, desk: Desk) -> None:
        assert "Nothing in the log fits." in desk.type("log", "--period", "1999").out


def written(desk: Desk) -> str:
    """The text of the only new event."""
    [file] = desk.changed()
    assert file.startswith("plan/log/")
    return (desk.folder / file).read_text(encoding="utf-8")


class TestAdding:
    """``plantrack log add``: one new file, in one line or asked for."""

    def test_one_line_writes_one_file_named_by_its_day_and_body(self, desk: Desk) -> None:
        said = desk.type(
            "log", "add", "Workshop", "3", "--date", "27 november 2013", "--kind", "workshop", "--body", "radet", "--about",
            "1.1.1, 2.1", "--time", "kl. 13-16.30", "--with", "kof", "--evidence", "https://lunda.example/a,b", *DAY,
        )  # fmt: skip
        assert said.code == 0, said
        [file] = desk.changed()
        assert file.startswith("plan/log/2013/2013-11-27-radet-")
        assert f"git add {file}" in said.out
        assert written(desk).splitlines() == [
            "date: 27 november 2013", "time: 13:00-16:30", "kind: workshop", "title: Workshop 3", "body: radet",
            "participants: kof", "about: [1.1.1, 2.1]", "evidence:", "  - https://lunda.example/a,b",
        ]  # fmt: skip
        [found] = json.loads(desk.type("log", "--kind", "workshop", "--period", "2013", "--format", "json").out)[
            "events"
        ]
        assert found["time"] == "13:00-16:30"

    def test_what_lies_ahead_is_planned(self, desk: Desk) -> None:
        desk.type("log", "add", "Mässa", "--date", "våren 2017", "--kind", "annan händelse", *DAY)
        assert "state: planned\n" in written(desk)
        [file] = desk.changed()
        assert file.startswith("plan/log/2017/2017-annan-handelse-")

    def test_without_a_date_it_is_named_by_the_time_it_came_after(self, desk: Desk) -> None:
        desk.type("log", "add", "Utskick", "--after", "2013-08", "--order", "3", "--kind", "mailing", *DAY)
        [file] = desk.changed()
        assert file.startswith("plan/log/2013/2013-08-utskick-")
        assert written(desk).splitlines()[:2] == ["after: 2013-08", "order: 3"]

    def test_the_same_words_twice_are_two_files(self, desk: Desk) -> None:
        for _number in range(2):
            desk.type("log", "add", "Utskick", "--date", "2013-08", "--kind", "mailing", *DAY)
        assert len(desk.changed()) == 2

    def test_a_dry_run_writes_nothing(self, desk: Desk) -> None:
        said = desk.type("log", "add", "Utskick", "--date", "2013-08", "--kind", "mailing", "--dry-run", *DAY)
        assert "Would write plan/log/2013/" in said.out
        assert not desk.changed()

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            ((), "Say what it was"),
            (("Mässa",), "Say what kind it was"),
            (("Mässa", "--kind", "mailing", "--date", "snart"), "“snart” is no time."),
            (("Mässa", "--kind", "mailing", "--date", "2013-02-30"), "is no day in the calendar"),
            (("Mässa", "--kind", "mailing", "--date", "2013", "--after", "2012"), "A date is given"),
            (("Mässa", "--kind", "mailing", "--between", "2013"), "takes two times"),
            (("Mässa", "--kind", "mailing", "--time", "noon"), "is no time of the day"),
            (("Mässa", "--kind", "mailing", "--about", "9.9"), "The plan has nothing with the id “9.9”"),
            (("Mässa", "--kind", "mailing", "--planned", "--cancelled"), "say two things"),
        ],
    )  # fmt: skip
    def test_what_is_lacking_or_cannot_be_meant_is_said(self, desk: Desk, words: tuple[str, ...], told: str) -> None:
        said = desk.type("log", "add", *words, *DAY)
        assert said.code == 2
        assert told in said.err
        assert not desk.changed()

    def test_what_the_rules_refuse_is_not_written(self, desk: Desk) -> None:
        words = (
            "log",
            "add",
            "Mässa",
            "--kind",
            "mailing",
            "--date",
            "2013",
            "--text",
            "Anna har personnummer 19121212-1212.",
        )
        said = desk.type(*words, *DAY)
        assert said.code == 1
        assert "Nothing was written" in said.out
        assert not desk.changed()

    def test_it_asks_for_what_is_not_said(self, desk: Desk) -> None:
        said = desk.type(
            "log", "add", *DAY,
            answers=("Workshop 3", "2", "soon", "2013-11-27", "13-16:30", "radet", "", "Allt gick bra", "kof", "1.1.1", "", "y"),
        )  # fmt: skip
        assert said.code == 0, said
        assert "“soon” is no time." in said.out
        assert "kind: workshop\ntitle: Workshop 3\ntext: Allt gick bra\nbody: radet\n" in written(desk)

    def test_with_a_title_only_what_must_be_said_is_asked_for(self, desk: Desk) -> None:
        assert desk.type("log", "add", "Workshop 3", *DAY, answers=("workshop", "2013-11-27", "")).code == 0
        assert written(desk) == "date: 2013-11-27\nkind: workshop\ntitle: Workshop 3\n"

    @pytest.mark.parametrize("leaving", [(), ("n",)])
    def test_what_was_typed_is_never_lost(self, desk: Desk, leaving: tuple[str, ...]) -> None:
        answers = ("It's a fair", "2", "", "2013-08", "2013-10", "13", "radet", "", "", "kof", "1.1.1", "a b", *leaving)
        said = desk.type("log", "add", *DAY, answers=answers)
        assert said.code == 1
        assert not desk.changed()
        command = next(line for line in said.out.splitlines() if line.strip().startswith("plantrack log add"))
        assert desk.type(*shlex.split(command)[1:]).code == 0
        assert "before: 2013-10\nafter: 2013-08\ntime: 13:00\nkind: workshop\ntitle: It's a fair\n" in written(desk)


def test_the_calendar_is_the_plans_own() -> None:
    from plantrack.commands.period import period_asked

    spring = Calendar({**Calendar().spans, "spring": ((1, 1), (5, 31))})
    assert period_asked(spring, "våren 2014") == Span(f.day("2014-01-01"), f.day("2014-05-31"))
    assert period_asked(Calendar(), "2013-09..").first == f.day("2013-09-01")


def test_the_annex_of_the_report_has_the_same_order() -> None:
    facts = load(SHOW_PIECE, f.day("2016-12-31"))
    found = in_order(facts.plan)
    assert found.index("2013-hogskolan-kontakt-12f6") == found.index("2013-09-19-samradet-40ae") + 1
