"""Meetings: read as minutes that hang together, and written down without anything being lost."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import followup_plans as f
import pytest
from desk import SHOW_PIECE, Desk

from plantrack.dates import read_when
from plantrack.facts.matters import open_on
from plantrack.locales import speech
from plantrack.model.event import Action, Event, Point, Ruling
from plantrack.plan import Plan
from plantrack.report.document import plain
from plantrack.report.teller import Teller
from plantrack.store.folder import load
from plantrack.views.meetings import meetings
from plantrack.views.minutes import called, minutes_of, sections

ROOT = Path(__file__).parent.parent
REAL = ROOT / "plan"
NOTES = "2013-09-05-idekom"
DAY = ("--on", "2016-12-05")


def meeting(on: str, *points: Point, **said: object) -> Event:
    return Event(
        **{"date": read_when(on), "kind": "meeting", "title": "Möte", "body": "radet", "items": points, **said}
    )


def made(**events: Event) -> Plan:
    """An invented plan with a council and a committee."""
    organisations = {
        "radet": f.organisation(kind="council"),
        "namnden": f.organisation(kind="political_body"),
        "kof": f.organisation(),
    }
    return f.plan({"1.1.1": f.activity()}, organisations=organisations, events=events)


def shown(plan: Plan, identifier: str, on: str = "2016-12-31") -> str:
    """All words of the minutes, in English."""
    minutes = minutes_of(plan, Teller(plan, speech("en"), f.day(on)), identifier)
    words = []
    for section in sections(minutes):
        words.append(plain(section.title))
        words += [repr(block) for block in section.blocks]
    return "\n".join(words)


class TestHangingTogether:
    """What one meeting leaves open, and what a later one answers."""

    first = meeting(
        "2014-02-01",
        Point(title="Kartan", postponed_to="nästa möte"),
        Point(title="Lokaler", action=(Action(id="m1.u1", text="Fråga skolan", who=("kof",)), Action(text="Ring", done="2014-03-01"))),
    )  # fmt: skip
    second = meeting(
        "2014-05-01",
        Point(title="Kartan igen", answers=("m1.p1",), decision=Ruling(text="Kartan antas.")),
        Point(title="Skolan", answers=("m1.u1",), postponed_to="hösten"),
    )

    def test_a_point_says_what_it_answers(self) -> None:
        found = shown(made(m1=self.first, m2=self.second), "m2")
        assert "Kartan – 2014-02-01 Möte, point 1, m1.p1" in found
        assert "Lokaler – 2014-02-01 Möte, point 2, m1.u1" in found

    def test_what_was_answered_says_where(self) -> None:
        found = shown(made(m1=self.first, m2=self.second), "m1")
        assert "Kartan igen – 2014-05-01 Möte, point 1" in found
        assert "Skolan – 2014-05-01 Möte, point 2" in found
        before = shown(made(m1=self.first, m2=self.second), "m1", "2014-04-30")
        assert "Kartan igen" not in before, "it has not been taken up yet"
        assert "not yet" in before

    def test_what_is_open_is_what_nothing_has_answered(self) -> None:
        plan = made(m1=self.first, m2=self.second)
        assert [each.address for each in open_on(plan, f.day("2014-02-15"))] == ["m1.p1", "m1.u1", "m1.p2.u2"]
        assert [each.address for each in open_on(plan, f.day("2014-03-15"))] == ["m1.p1", "m1.u1"]
        assert [each.address for each in open_on(plan, f.day("2014-06-01"))] == ["m2.p2"]

    @pytest.mark.parametrize("state", ["planned", "cancelled"])
    def test_a_meeting_that_was_not_held_answers_nothing_and_leaves_nothing(self, state: str) -> None:
        later = meeting("2014-05-01", Point(title="Kartan", answers=("m1.p1",), postponed_to="sen"), state=state)
        assert "m1.p1" in [each.address for each in open_on(made(m1=self.first, m2=later), f.day("2014-06-01"))]
        assert "m2.p1" not in [each.address for each in open_on(made(m1=self.first, m2=later), f.day("2014-06-01"))]


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ({}, "Notes of the meeting"), ({"kind": "workshop"}, "Notes of the workshop"), ({"kind": "other"}, "Notes"),
        ({"body": "namnden"}, "Minutes"), ({"body": "namnden", "kind": "conference"}, "Notes of the conference"),
        ({"state": "planned"}, "Planned"),
    ],
)  # fmt: skip
def test_notes_are_not_called_minutes(said: dict[str, object], word: str) -> None:
    plan = made(m1=meeting("2014-02-01", **said))
    assert called(Teller(plan, speech("en"), f.day("2016-12-31")), plan.events["m1"]) == word


def test_what_people_meet_at_is_a_meeting_and_what_has_points() -> None:
    plan = made(
        a=meeting("2014-01-01"),
        b=meeting("2014-02-01", kind="mailing"),
        c=meeting("2014-03-01", Point(title="P"), kind="other", body="kof"),
    )
    assert meetings(plan) == ("c", "a")
    assert meetings(plan, "radet") == ("a",)


class TestReading:
    """``plantrack meeting`` on the real notes of 2013."""

    def test_the_notes_of_2013_are_told_whole(self, desk: Desk) -> None:
        out = desk.type("meeting", NOTES, "--plan", str(REAL), "--lang", "sv", "--on", "2014-01-01").out
        assert out.splitlines()[:2] == ["Idékoms planeringsdagar", f"Minnesanteckningar  {NOTES}"]
        assert "Protokoll" not in out
        assert "Kommunikationsgruppen för Idékom (2)" in out
        assert "Stadsledningskontoret: 1" in out, "who was absent"
        assert "Antecknat av  Idékoms kansli" in out
        assert "Väckt av: Social resursförvaltning" in out
        assert "Beslutat\n  Rådet får en ledamot till från Göteborgs Stad." in out
        assert "Upphandlingsrådets nästa möte" in out
        assert f"Uppskjutet till  Idékoms nästa möte ({NOTES}.p11)" in out
        assert "11. Mål och strategier för 2014" in out

    def test_the_real_plan_asks_for_what_they_left(self, desk: Desk) -> None:
        out = desk.type("due", "--plan", str(REAL), "--on", "2016-10-20", "--kind", "meeting").out
        assert "2016-09-22; 28 days late  –    Mål och strategier för 2014" in out
        undated = out[out.index("Open after meetings, without a day") :]
        assert f"({NOTES}.u1)" in undated
        assert "until: Upphandlingsrådets nästa möte" in undated
        assert "late" not in undated

    def test_it_may_be_named_by_its_day(self, desk: Desk) -> None:
        assert desk.type("meeting", "2013-09-05", "--plan", str(REAL)).code == 0
        several = desk.type("meeting", "2013", "--plan", str(REAL))
        assert several.code == 2
        assert "may be several meetings" in several.err
        assert "The plan has nothing with the id “1999”" in desk.type("meeting", "1999", "--plan", str(REAL)).err

    def test_the_list_says_what_is_open(self, desk: Desk) -> None:
        said = desk.type("meeting", "--plan", str(SHOW_PIECE), "--on", "2016-12-31", "--open")
        rows = [line for line in said.out.splitlines() if "samradet" in line]
        assert [row[:10] for row in rows] == ["2016-04-14", "2015-04-09", "2014-03-13"], "the newest first"
        assert all(row.rstrip().endswith("○ 1") for row in rows)

    def test_a_page_stands_alone_and_says_no_more_than_the_file(self, desk: Desk) -> None:
        said = desk.type("meeting", "2015-04-09", "--plan", str(SHOW_PIECE), "--on", "2016-12-31", "-o", "möte.html")
        assert said.code == 0
        page = (desk.folder / "möte.html").read_text(encoding="utf-8")
        assert "<h1>" in page
        assert "The Joint Council&#39;s April meeting" in page
        assert "<script" not in page
        assert page.count("Decided") == 2
        assert "An invented example." in page
        again = desk.type("meeting", "2015-04-09", "--plan", str(SHOW_PIECE), "--on", "2016-12-31", "--format", "html")
        assert again.out == page

    def test_markdown_and_json(self, desk: Desk) -> None:
        words = ("meeting", "2013-09-19", "--plan", str(SHOW_PIECE), "--on", "2016-12-31")
        out = desk.type(*words, "--format", "md").out
        assert "# The Joint Council's September meeting\n" in out
        assert "> **Decided**\n" in out
        assert "| To do | Who | By when | Done |" in out
        [found] = json.loads(desk.type(*words, "--format", "json").out)["events"]
        assert found["present"] == {"nordvik": ["5"], "sektorn": ["ordföranden", "fyra ledamöter"]}
        measured, sent = found["points"][1]["actions"]
        assert (measured["answered_by"], measured["done"]) == (["2015-04-09-samradet-b8e3.p3"], None)
        assert sent["done"] == "2013-09-27-utskick-e911"
        assert found["points"][2]["answered_by"] == ["2014-03-13-samradet-9d35.p2"]

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (("--format", "html"), "A page is made of one meeting"),
            (("2014-10-02", "-o", "plan/plan.yaml"), "would be taken for a file of the plan"),
            (("2014-10-02", "-o", "plan"), "is a folder"),
        ],
    )
    def test_what_cannot_be_done_is_said(self, desk: Desk, words: tuple[str, ...], told: str) -> None:
        said = desk.type("meeting", *words)
        assert said.code == 2
        assert told in said.err
        assert not desk.changed()


def written(desk: Desk) -> str:
    """The text of the only new file in the log."""
    [file] = [each for each in desk.changed() if each.startswith("plan/")]
    return (desk.folder / file).read_text(encoding="utf-8")


HEAD = ("radet", "Vårmöte", "2016-03-10", "13-15", "Rådhuset", "kof")
ATTENDANCE = ("kof=2", "byalaget: ordföranden; en ledamot", "", "foreningarna=1", "")


class TestAdding:
    """``plantrack meeting add``: a guided way, and one line."""

    def test_one_line_for_a_simple_one(self, desk: Desk) -> None:
        said = desk.type(
            "meeting", "add", "Vårmöte", "--body", "radet", "--date", "2016-03-10", "--present", "kof=2", "--absent",
            "byalaget=ordföranden; en ledamot", "--point", "Mässan", "--decision", "Mässan ställs in.", "--action",
            "Meddela utställarna / kof, ordföranden / nästa möte", "--postponed", "hösten 2016", *DAY,
        )  # fmt: skip
        assert said.code == 0, said
        assert written(desk).splitlines() == [
            "date: 2016-03-10", "kind: meeting", "title: Vårmöte", "body: radet", "present:", "  kof: 2", "absent:",
            "  byalaget:", "    - ordföranden", "    - en ledamot", "items:", "  - title: Mässan",
            "    decision: Mässan ställs in.", "    action:", "      - text: Meddela utställarna",
            "        who: [kof, ordföranden]", "        when: nästa möte", "    postponed_to: hösten 2016",
        ]  # fmt: skip
        assert "PT2" not in desk.type("check", *DAY).out, "it reads back as it was meant"

    def test_with_several_points_a_number_says_which(self, desk: Desk) -> None:
        words = (
            "meeting",
            "add",
            "Möte",
            "--body",
            "radet",
            "--date",
            "2016-03-10",
            "--point",
            "Ett",
            "--point",
            "Två",
            *DAY,
        )
        said = desk.type(
            *words, "--decision", "2=Ja.", "--said", "1=Prat.", "--answers", "2=2014-10-02-oppet-hus-1f2e.p2"
        )
        assert said.code == 0, said
        assert "  - title: Ett\n    text: Prat.\n  - title: Två\n    decision: Ja.\n    answers: 2014" in written(desk)

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (("--decision", "Ja."), "There are several points. Say which one --decision is about"),
            (("--decision", "3=Ja."), "There is no point 3. There are 2."),
            (("--answers", "1=nothing"), "The plan has nothing with the id “nothing”"),
            (("--present", "kof"), "Say how many of kof"),
            (("--present", "nobody=2"), "The plan has no organisation “nobody”"),
        ],
    )
    def test_what_belongs_nowhere_is_said(self, desk: Desk, words: tuple[str, ...], told: str) -> None:
        said = desk.type(
            "meeting", "add", "Möte", "--body", "radet", "--date", "2016-03-10", "--point", "Ett", "--point", "Två", *words
        )  # fmt: skip
        assert said.code == 2
        assert told in said.err
        assert not desk.changed()

    @pytest.mark.parametrize("lacking", ["body", "date"])
    def test_without_a_day_or_a_body_it_is_no_meeting(self, desk: Desk, lacking: str) -> None:
        words = [
            word
            for name in ("body", "date")
            if name != lacking
            for word in (f"--{name}", {"body": "radet", "date": "2016"}[name])
        ]
        said = desk.type("meeting", "add", "Möte", *words)
        assert said.code == 2
        assert f"--{lacking}" in said.err

    def test_the_guided_way_offers_what_earlier_meetings_left_open(self, desk: Desk) -> None:
        said = desk.type(
            "meeting", "add", *DAY,
            answers=(
                *HEAD, *ATTENDANCE, "7", "1", "Målen är klara.", "", "Målen antas.", "", "", "2.1",
                "Ny lokal", "Två förslag.", "kof", "", "Ring skolan", "kof, ordföranden", "nästa möte", "", "hösten 2017", "", "", "y",
            ),
        )  # fmt: skip
        assert said.code == 0, said
        assert "   1  Mål för nästa år (2014-10-02 Samrådets höstmöte)" in said.out
        assert "Write the numbers of those that were taken up" in said.out, "7 is none of them"
        text = written(desk)
        assert (
            "recorded_by: kof\npresent:\n  kof: 2\n  byalaget:\n    - ordföranden\n    - en ledamot\nabsent:\n  foreningarna: 1"
            in text
        )
        assert (
            "    answers: 2014-10-02-oppet-hus-1f2e.p2\n    text: Målen är klara.\n    decision: Målen antas.\n    about: 2.1"
            in text
        )
        assert (
            "  - title: Ny lokal\n    text: Två förslag.\n    raised_by: kof\n    action:\n      - text: Ring skolan\n"
            in text
        )
        assert not (desk.folder / "out").exists() or not list((desk.folder / "out").iterdir()), "the draft is gone"
        left = desk.type("due", *DAY, "--kind", "meeting").out
        assert "Mål för nästa år" not in left
        assert "Ring skolan" in left

    @pytest.mark.parametrize("typed", [8, 13, 20])
    def test_what_was_typed_is_kept_in_a_draft_that_can_be_gone_on_with(self, desk: Desk, typed: int) -> None:
        answers = (*HEAD, *ATTENDANCE, "", "Ny lokal", 'Två: "förslag" # ett', "", "Ja.", "", "", "", "Nästa", "", "")[
            :typed
        ]
        said = desk.type("meeting", "add", *DAY, answers=answers)
        assert said.code == 1
        assert not [each for each in desk.changed() if each.startswith("plan/")]
        command = next(
            line for line in said.out.splitlines() if line.strip().startswith("plantrack meeting add --from")
        )
        assert desk.type(*shlex.split(command)[1:]).code == 0, "it can be written as it is, too"
        text = written(desk)
        assert "title: Vårmöte\nplace: Rådhuset\nbody: radet\nrecorded_by: kof\npresent:\n  kof: 2\n" in text
        assert ('text: |\n      Två: "förslag" # ett' in text) is (typed == 20)

    def test_a_draft_is_gone_on_with_at_a_terminal(self, desk: Desk) -> None:
        desk.type("meeting", "add", *DAY, answers=(*HEAD, *ATTENDANCE, "", "Ny lokal", "", "", "Ja.", "", "", ""))
        draft = desk.folder / "out" / "2016-03-10-radet.yaml"
        said = desk.type(
            "meeting", "add", "--from", str(draft), *DAY, answers=("Nästa", "", "", "", "", "", "", "", "y")
        )
        assert said.code == 0, said
        assert "The draft has 1 point." in said.out
        assert "  - title: Ny lokal\n    decision: Ja.\n  - title: Nästa\n" in written(desk)
        assert not draft.exists()

    def test_a_file_of_ones_own_is_left_alone(self, desk: Desk) -> None:
        own = desk.folder / "eget.yaml"
        own.write_text("date: 2016-03-10\nkind: meeting\ntitle: Möte\nbody: radet\n", encoding="utf-8")
        assert desk.type("meeting", "add", "--from", "eget.yaml", *DAY).code == 0
        assert own.exists()
        for wrong in ("[1, 2]", "title: [", "colour: red", ""):
            own.write_text(wrong, encoding="utf-8")
            assert "is no meeting" in desk.type("meeting", "add", "--from", "eget.yaml", *DAY).err

    def test_where_the_rules_say_no_the_draft_is_kept(self, desk: Desk) -> None:
        answers = (*HEAD, *ATTENDANCE, "", "Anna", "Personnummer 19121212-1212", "", "", "", "", "", "", "y")
        said = desk.type("meeting", "add", *DAY, answers=answers)
        assert said.code == 1
        assert "Nothing was written in the plan. What you typed is kept in out/2016-03-10-radet.yaml" in said.out
        assert not [each for each in desk.changed() if each.startswith("plan/")]

    def test_two_drafts_of_a_day_do_not_meet(self, desk: Desk) -> None:
        for _time in range(2):
            desk.type("meeting", "add", *DAY, answers=HEAD)
        assert sorted(each.name for each in (desk.folder / "out").iterdir()) == [
            "2016-03-10-radet-2.yaml",
            "2016-03-10-radet.yaml",
        ]


def test_an_answer_to_nothing_is_found(desk: Desk) -> None:
    file = desk.plan / "log" / "2016-radet.yaml"
    file.write_text(
        "date: 2016-03-10\nkind: meeting\ntitle: Möte\nitems:\n  - title: Mål\n    answers: 2014-10-02-oppet-hus-1f2e.p9\n"
    )
    out = desk.type("check", *DAY).out
    assert "PT313" in out
    file.write_text(file.read_text().replace("p9", "p2"))
    assert "PT313" not in desk.type("check", *DAY).out


def test_the_show_piece_has_every_kind_of_end() -> None:
    """So that each can be seen: taken up, answered, done, late, and open without a day."""
    plan = load(SHOW_PIECE, f.day("2016-12-31")).plan
    assert len(open_on(plan, f.day("2016-12-31"))) == 3
