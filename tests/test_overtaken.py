"""A text for the report that is older than what it speaks of is found; one that is not is left in peace."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from plantrack.facts.overtaken import Turn, overtaken
from plantrack.store.folder import load

BASE = Path(__file__).parent.parent / "templates" / "init" / "sv"
WRITTEN = "2016-01-15"
EARLIER, LATER = "2015-11-20", "2016-01-20"
GOAL = "id: 1.2\ntitle: Parterna arbetar tillsammans\ncommitments: [motesplatser]\n"
OTHER = GOAL + "activities:\n  1.2.1:\n    title: Ordna en mässa\n    lead: kultur\n"
Files = dict[str, str]


def answer(day: str, said: str, by: str = "kultur", round_id: str = "2015", more: str = "") -> Files:
    """One submission's file. ``said`` is a line, or several, under ``answers``."""
    lines = "".join(f"  {line}\n" for line in said.splitlines())
    head = f"by: {by}\ndate: {day}\nround: {round_id}\n{more}"
    return {f"progress/{round_id}/{day}-{by}-5f3a.yaml": f"{head}answers:\n{lines}"}


def text(thing: str = "1.1", written: str = WRITTEN, said: str = "Så står det till.") -> Files:
    day = f"date: {written}\n" if written else ""
    return {f"reports/2015/{thing}.yaml": f"by: samradet\n{day}assessment: {said}\n"}


def round_file(closed: str) -> Files:
    return {"rounds/2015.yaml": f"period: 2015\nopened: 2015-11-01\nclosed: {closed}\n"}


def decision(day: str, more: str = "") -> Files:
    said = f"date: {day}\nbody: ks\nkind: move_deadline\ntitle: Flyttas\n{more}"
    return {
        f"decisions/{day}-ks.yaml": said
        + "changes:\n  1.1.1:\n    when:\n      from: 2014-2015\n      to: 2014-2016\n      why: Lokal saknas.\n"
    }


def turns(folder: Path, *files: Files) -> dict[str, list[Turn]]:
    plan = folder / "plan"
    shutil.copytree(BASE, plan)
    for name, said in (item for each in files for item in each.items()):
        (plan / name).parent.mkdir(parents=True, exist_ok=True)
        (plan / name).write_text(said, encoding="utf-8")
    facts = load(plan, date(2016, 2, 1))
    assert not facts.faults
    return {thing: list(found) for (_round, thing), found in overtaken(facts.plan).items()}


def told(found: list[Turn]) -> list[tuple[str, str, str]]:
    return [(each.thing, each.before, each.after) for each in found]


def test_an_answer_that_changes_a_state_makes_the_text_old(tmp_path: Path) -> None:
    found = turns(tmp_path, text(), answer(EARLIER, "1.1.1: ongoing"), answer(LATER, "1.1.1: completed"))
    assert found == {
        "1.1": [
            Turn(date(2016, 1, 20), "1.1.1", "status", "ongoing", "completed", "submission", f"{LATER}-kultur-5f3a")
        ]
    }


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("1.1.k1:\n  fulfilment: partly", "1.1.k1:\n  fulfilment: achieved", ("1.1.k1", "partly", "achieved")),
        ("1.1:\n  forecast: expected", "1.1:\n  forecast: uncertain", ("1.1", "expected", "uncertain")),
        ("1.1.m1:\n  value: 4", "1.1.m1:\n  value: 5", ("1.1.m1", "4", "5")),
        ("1.1.2: ongoing", "1.1.1: ongoing", ("1.1.1", "no_report", "ongoing")),
        ("1.1.1: ongoing", "1.1.1:\n  status: ongoing\n  comment: Nu med hiss.", None),
        ("1.1.1: ongoing", "1.1.1: unchanged", None),
        ("1.1.m1:\n  value: 4", "1.1.m1:\n  value: 4", None),
    ],
)
def test_states_judgements_and_values(
    before: str, after: str, change: tuple[str, str, str] | None, tmp_path: Path
) -> None:
    found = turns(tmp_path, text(), answer(EARLIER, before), answer(LATER, after))
    assert [each for turns_of in found.values() for each in told(turns_of)] == ([change] if change else [])


def test_what_does_not_count_makes_no_text_old(tmp_path: Path) -> None:
    """The lead has spoken, an evaluator stands beside, and an answer of the next round is about something else."""
    lead = answer(EARLIER, "1.1.1: ongoing")
    assert not turns(tmp_path / "a", text(), lead, answer(LATER, "1.1.1: completed", by="sektorn"))
    assert not turns(tmp_path / "b", text(), lead, answer(LATER, "1.1.1: completed", more="role: evaluator\n"))
    assert not turns(tmp_path / "c", text(), lead, answer(LATER, "1.1.1: completed", round_id="2016"))
    assert not turns(tmp_path / "d", text(written=""), lead, answer(LATER, "1.1.1: completed"))
    assert not turns(tmp_path / "e", text(written=LATER), lead, answer(LATER, "1.1.1: completed"))


def test_what_was_completed_in_an_earlier_round_is_no_news(tmp_path: Path) -> None:
    before = answer("2014-11-20", "1.1.1: completed", round_id="2014")
    assert not turns(tmp_path, text(), before, answer(LATER, "1.1.1: completed"))


def test_a_correction_counts_where_it_says_something_else(tmp_path: Path) -> None:
    first = answer(EARLIER, "1.1.1: ongoing")
    replaces = f"replaces: {EARLIER}-kultur-5f3a\n"
    found = turns(tmp_path / "a", text(), first, answer(LATER, "1.1.1: paused", more=replaces))
    assert told(found["1.1"]) == [("1.1.1", "ongoing", "paused")]
    assert not turns(tmp_path / "b", text(), first, answer(LATER, "1.1.1: ongoing", more=replaces))


def test_there_and_back_again_is_no_change(tmp_path: Path) -> None:
    later = answer(LATER, "1.1.1: paused"), answer("2016-01-22", "1.1.1: ongoing")
    assert not turns(tmp_path, text(), answer(EARLIER, "1.1.1: ongoing"), *later)


def test_a_text_speaks_of_its_goal_or_theme_of_what_it_names_and_the_summary_of_all(tmp_path: Path) -> None:
    files = (
        {"1-gemenskap/1.2-samverkan.yaml": OTHER},
        answer(LATER, "1.2.1: completed"),
        text("1.1"),
        text("1.2"),
        text("1"),
        text("summary"),
    )
    assert set(turns(tmp_path / "a", *files)) == {"1.2", "1", "summary"}
    naming = text("1.1", said="Det beror på mässan (1.2.1).")
    assert set(turns(tmp_path / "b", *files, naming)) == {"1.1", "1.2", "1", "summary"}


def test_a_decision_counts_while_the_round_is_open(tmp_path: Path) -> None:
    open_until = round_file("2016-01-31")
    found = turns(tmp_path / "a", text(), open_until, decision("2016-01-20"))
    assert told(found["1.1"]) == [("1.1.1", "2014-2015", "2014-2016")]
    assert not turns(tmp_path / "b", text(), open_until, decision("2016-04-20"))
    assert not turns(tmp_path / "c", text(), open_until, decision("2016-01-20", "editorial: yes\n"))
    assert not turns(tmp_path / "d", text(), open_until, decision("2015-12-20"))


def test_an_ending_counts_from_the_day_it_was_decided(tmp_path: Path) -> None:
    ended = "    ended:\n      date: 2015-12-01\n      decision: 2016-01-20-ks\n      how: withdrawn\n"
    decided = {"decisions/2016-01-20-ks.yaml": "date: 2016-01-20\nbody: ks\nkind: end\ntitle: Slut\nabout: [1.2.1]\n"}
    goal = {"1-gemenskap/1.2-samverkan.yaml": OTHER + ended}
    found = turns(tmp_path, text("1.2"), round_file("2016-01-31"), goal, decided)
    assert [(each.thing, each.axis, each.day) for each in found["1.2"]] == [("1.2.1", "ended", date(2016, 1, 20))]
