"""What changed between two states of a plan: each sort of change by what was, what is, and what is said of it.

Everything here is invented.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from example_history import make
from hypothesis import given, settings
from hypothesis import strategies as st

from plantrack.change import GOALPOST, HOME, NAMES, REPORTED, SUBSTANCE, WEIGHTS, WORDING, Change, Thing
from plantrack.changes.compare import compare
from plantrack.changes.decided import Book, decided
from plantrack.changes.things import pairs
from plantrack.plan import Plan
from plantrack.store.folder import load, load_tree
from plantrack.store.revision import tree_at

ROOT = Path(__file__).parent.parent
BASE = ROOT / "templates" / "init" / "sv"
GOAL = "1-gemenskap/1.1-motesplatser.yaml"
DAY = date(2015, 12, 31)

EDITS: Mapping[str, tuple[str, str, str]] = {
    "postponed": (GOAL, "when: 2014-2015", "when: 2014-2016"),
    "brought_forward": (GOAL, "when: 2014-2015", "when: 2014"),
    "deadline_dropped": (GOAL, "    when: 2016\n", "    when: omgående\n"),
    "made_continuous": (GOAL, "    when: 2016\n", "    when: 2016\n    continuous: yes\n"),
    "time_reworded": (GOAL, "when: 2014-2015", "when: 2014/2015"),
    "start_later": (GOAL, "when: 2014-2015", "when: 2015"),
    "lead_gone": (GOAL, "    lead: kultur\n", ""),
    "lead_changed": (GOAL, "    lead: kultur\n", "    lead: samradet\n"),
    "parties_changed": (GOAL, "    implementing: sektorn\n", "    implementing: [sektorn, kultur]\n"),
    "target_lowered": (GOAL, "2016: 6", "2016: 5"),
    "target_raised": (GOAL, "2016: 6", "2016: 7"),
    "target_dropped": (GOAL, "      2015: 4\n", ""),
    "target_later": (GOAL, "      2016: 6\n", "      2017: 6\n"),
    "target_set": (GOAL, "      2016: 6\n", "      2016: 6\n      2017: 9\n"),
    "baseline_changed": (GOAL, "2013: 2", "2013: 3"),
    "unit_changed": (GOAL, "unit: stadsdelar", "unit: mötesplatser"),
    "direction_changed": (GOAL, "direction: up", "direction: down"),
    "measure_changed": (GOAL, "kind: count", "kind: index"),
    "cost_changed": (GOAL, "amount: 300 000 SEK", "amount: 200 000 SEK"),
    "reworded": (GOAL, "Öppna en mötesplats i varje stadsdel", "Öppna en mötesplats i varje stadsdel."),
    "rewritten": (GOAL, "I varje stadsdel finns en mötesplats", "I någon stadsdel finns en mötesplats"),
    "text_added": (GOAL, "    when: 2016\n", "    text: Frågorna ställs på plats.\n    when: 2016\n"),
    "convention_changed": ("plan.yaml", "cut_off: 12-31", "cut_off: 11-30"),
    "renamed": ("organisations.yaml", "name: Kulturförvaltningen", "name: Förvaltningen för kultur"),
    "ended": (GOAL, "    when: 2016\n", "    when: 2016\n    ended:\n      date: 2015-05-01\n"),
}
"""What it is called -> the file, what stands there, and what stands there then."""
HEAVY = (
    "postponed", "deadline_dropped", "made_continuous", "lead_gone", "target_lowered", "target_dropped", "target_later",
    "baseline_changed", "unit_changed", "direction_changed", "measure_changed", "rewritten", "convention_changed",
)  # fmt: skip
LIGHT = ("time_reworded", "reworded", "text_added")


def edited(folder: Path, *names: str) -> Plan:
    """The small plan after some edits."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(BASE, folder)
    for name in names:
        file, before, after = EDITS[name]
        text = (folder / file).read_text(encoding="utf-8")
        assert before in text, name
        (folder / file).write_text(text.replace(before, after, 1), encoding="utf-8")
    return load(folder, DAY).plan


def sorts(changes: tuple[Change, ...]) -> dict[str, str]:
    """Sort -> weight."""
    return {change.sort: change.weight for change in changes}


@pytest.mark.parametrize("name", EDITS)
def test_each_sort_of_change_is_known(name: str, tmp_path: Path) -> None:
    found = sorts(compare(load(BASE, DAY).plan, edited(tmp_path / "after", name)))
    assert name in found
    others = {sort for sort in found if sort != name}
    assert not others or name == "target_later", "one edit, one change"
    expected = GOALPOST if name in HEAVY else WORDING if name in LIGHT else NAMES if name == "renamed" else SUBSTANCE
    assert found[name] == expected


def put(folder: Path, files: Mapping[str, str]) -> Plan:
    """The small plan with some files laid over it."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(BASE, folder)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return load(folder, DAY).plan


TWO = "id: 1.1\ntitle: Mål\n{goal}activities:\n  1.1.1:\n    title: Ett\n{one}  1.1.2:\n    title: Två\n{two}"


def two(folder: Path, goal: str = "", one: str = "", two: str = "") -> Plan:
    """A goal with two activities."""
    return put(folder, {GOAL: TWO.format(goal=goal, one=one, two=two)})


def test_what_is_said_for_several_is_one_change(tmp_path: Path) -> None:
    shared = "shared:\n  - for: [1.1.1, 1.1.2]\n    when: {}\n"
    before, after = two(tmp_path / "a", shared.format("2014")), two(tmp_path / "b", shared.format("2016"))
    (change,) = compare(before, after)
    assert (change.sort, change.thing, change.also) == ("postponed", "1.1.1", ("1.1.2",))


def test_statement_that_moves_in_the_file_changes_nothing(tmp_path: Path) -> None:
    before = two(tmp_path / "a", "shared:\n  - for: [1.1.1, 1.1.2]\n    when: 2014\n    lead: kultur\n")
    own = "    when: 2014\n    lead: kultur\n"
    after = two(tmp_path / "b", one=own, two=own)
    (change,) = compare(before, after)
    assert (change.sort, change.weight) == ("rearranged", WORDING)
    (change,) = compare(two(tmp_path / "c", "when: 2014\nlead: kultur\n"), after)
    assert change.sort == "rearranged"


def test_deadline_that_takes_over_from_the_time_is_held_against_it(tmp_path: Path) -> None:
    before = two(tmp_path / "a", one="    when: 2014\n", two="    when: 2014\n")
    later = two(tmp_path / "b", one="    when: 2014\n    due: 2015\n", two="    when: 2014\n")
    assert sorts(compare(before, later)) == {"postponed": GOALPOST}
    assert sorts(compare(later, before)) == {"brought_forward": SUBSTANCE}


def test_activity_in_another_goal_has_moved_and_not_gone(tmp_path: Path) -> None:
    a = "id: 1.1\ntitle: Ett\nactivities:\n  1.1.1:\n    title: Ett\n    when: 2014\n"
    b = "id: 1.2\ntitle: Två\nactivities:\n{}"
    moved = "  skola.1:\n    title: En skola\n    when: 2014\n"
    before = put(tmp_path / "a", {GOAL: a + moved, "1-gemenskap/1.2-b.yaml": b.format("  1.2.1:\n    title: Annat\n")})
    after = put(tmp_path / "b", {GOAL: a, "1-gemenskap/1.2-b.yaml": b.format("  1.2.1:\n    title: Annat\n" + moved)})
    (change,) = compare(before, after)
    assert (change.sort, change.path, change.before, change.after) == ("moved", HOME, "1.1", "1.2")


@pytest.mark.parametrize(
    ("before", "after", "is_another"),
    [
        ("Minst 80 procent är nöjda", "Minst 60 procent är nöjda", True),
        ("Alla föreningar vet vem de ringer", "Föreningar vet vem de ringer", True),
        ("Ska införas", "Kan införas", True),
        ("Medborgarna kan hitta dit", "Medborgarna kan hita dit", False),
        ("En kommunikationsplan tas fram", "Det tas fram en kommunikationsplan", False),
        ("Begreppet är känt", "Broar byggs i hamnen", True),
    ],
)
def test_text_says_something_else(before: str, after: str, is_another: bool, tmp_path: Path) -> None:
    goal = "id: 1.1\ntitle: Mål\nactivities:\n  1.1.1:\n    title: Ett\ncriteria:\n  1.1.k1: {}\n"
    one, other = (put(tmp_path / n, {GOAL: goal.format(text)}) for n, text in (("a", before), ("b", after)))
    assert sorts(compare(one, other)) == ({"rewritten": GOALPOST} if is_another else {"reworded": WORDING})


def test_answer_that_is_changed_or_taken_away_is_seen(tmp_path: Path) -> None:
    name, text = (
        "progress/2014/2014-11-20-samradet-5f3a.yaml",
        "by: samradet\ndate: 2014-11-20\nround: 2014\nanswers:\n",
    )
    given_ = put(tmp_path / "a", {name: text + "  1.1.1: ongoing\n  1.1.2: ongoing\n"})
    changed = put(tmp_path / "b", {name: text + "  1.1.1: completed\n"})
    assert sorts(compare(given_, changed)) == {"answer_changed": REPORTED, "answer_taken_away": REPORTED}
    assert sorts(compare(load(BASE, DAY).plan, given_)) == {"answered": REPORTED}
    assert sorts(compare(given_, load(BASE, DAY).plan)) == {"answer_gone": REPORTED}


DECISION = "decisions/2015-04-22-ks.yaml"
HEAD = "date: 2015-04-22\nbody: ks\nkind: revise\ntitle: Ett beslut\n"


def lacking(before: Plan, after: Plan) -> dict[str, bool]:
    """Sort -> whether a decision is lacking."""
    return {each.sort: each.lacking for each in decided(before, after, compare(before, after))}


@pytest.mark.parametrize(
    ("changes", "is_lacking"),
    [
        ("", True),
        ("changes:\n  1.1.1:\n    when:\n      from: 2014-2015\n      to: 2014-2016\n", False),
        ("changes:\n  1.1.1:\n    when:\n      from: 2014-2015\n      to: 2017\n", True),
        ("changes:\n  1.1.2:\n    when:\n      from: 2016\n      to: 2014-2016\n", True),
        ("editorial: yes\nchanges:\n  1.1.1:\n    when:\n      from: 2014-2015\n      to: 2014-2016\n", True),
        ("about: [1.1.1]\n", True),
    ],
)
def test_change_needs_a_decision_that_says_it(changes: str, is_lacking: bool, tmp_path: Path) -> None:
    text = (BASE / GOAL).read_text(encoding="utf-8").replace("when: 2014-2015", "when: 2014-2016")
    after = put(tmp_path / "b", {GOAL: text, DECISION: HEAD + changes})
    assert lacking(load(BASE, DAY).plan, after)["postponed"] is is_lacking


def test_nothing_lacks_a_decision_before_the_plan_is_adopted(tmp_path: Path) -> None:
    header = (BASE / "plan.yaml").read_text(encoding="utf-8").replace("adopted: 2014-02-05-ks\n", "")
    before = put(tmp_path / "a", {"plan.yaml": header})
    text = (BASE / GOAL).read_text(encoding="utf-8").replace("when: 2014-2015", "when: 2014-2016")
    after = put(tmp_path / "b", {"plan.yaml": header, GOAL: text})
    assert lacking(before, after) == {"postponed": False}


def test_editorial_decision_lets_words_change_but_no_criterion(tmp_path: Path) -> None:
    base = (BASE / GOAL).read_text(encoding="utf-8")
    title = ("title: Fråga besökarna vad de vill ha", "title: Ta reda på besökarnas önskemål")
    said = "editorial: yes\nchanges:\n  1.1.2:\n    title:\n      from: Fråga besökarna vad de vill ha\n      to: Ta reda på besökarnas önskemål\n"
    after = put(tmp_path / "b", {GOAL: base.replace(*title), DECISION: HEAD + said})
    (change, *_rest) = [
        each
        for each in decided(load(BASE, DAY).plan, after, compare(load(BASE, DAY).plan, after))
        if each.kind == "activity"
    ]
    assert (change.weight, change.lacking, change.decisions) == (WORDING, False, ("2015-04-22-ks",))


def test_decision_that_was_never_carried_out_is_told(tmp_path: Path) -> None:
    said = "changes:\n  1.1.1:\n    when:\n      from: 2014-2015\n      to: 2014-2016\n"
    end = HEAD.replace("revise", "end") + "about: [1.1.2]\n"
    plan = put(tmp_path / "b", {DECISION: HEAD + said, "decisions/2015-05-06-ks.yaml": end})
    undone = list(Book(plan).not_carried_out())
    assert [(each.decision, each.thing, each.path, each.to) for each in undone] == [
        ("2015-04-22-ks", "1.1.1", "when", "2014-2016"),
        ("2015-05-06-ks", "1.1.2", "", ""),
    ]


# --- laws


def states(folder: Path) -> list[Plan]:
    """The plan of an invented history at each of its commits, and at its tags."""
    make(folder)
    told = subprocess.run(
        ["git", "log", "--format=%H", "--all"], cwd=folder, capture_output=True, text=True, check=True
    )
    return [load_tree(tree_at(folder / "plan", name), DAY).plan for name in told.stdout.split()[::4]]


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> list[Plan]:
    return states(tmp_path_factory.mktemp("history"))


def made_again(before: Plan, after: Plan) -> None:
    """With all changes made, what was says what is; the other way round, what is says what was."""
    changes: dict[tuple[str, str], list[Change]] = {}
    for change in compare(before, after):
        for thing in change.things:
            changes.setdefault((change.kind, thing), []).append(change)
    for was, now in pairs(before, after):
        its = changes.pop(((now or was).kind, (now or was).id), [])  # type: ignore[union-attr]
        assert applied(was, its) == now
        assert applied(now, [each._replace(before=each.after, after=each.before) for each in its]) == was
    assert all(each.sort == "rearranged" for left in changes.values() for each in left)


def applied(thing: Thing | None, changes: list[Change]) -> Thing | None:
    """A thing with changes made."""
    for change in changes:
        if not change.path and change.sort != "rearranged":
            thing = change.after
        elif change.path == HOME and thing:
            thing = thing._replace(home=change.after)
        elif change.path and thing:
            said = {**thing.said, change.path: change.after}
            thing = thing._replace(said={name: value for name, value in said.items() if value is not None})
    return thing


def mirrored(before: Plan, after: Plan) -> None:
    """What came, went; what was, is."""
    there = {
        (c.kind, c.things, c.path, repr(c.before), repr(c.after))
        for c in compare(before, after)
        if c.sort != "rearranged"
    }
    back = {
        (c.kind, c.things, c.path, repr(c.after), repr(c.before))
        for c in compare(after, before)
        if c.sort != "rearranged"
    }
    assert there == back


def test_laws_hold_between_all_states_of_a_history(history: list[Plan]) -> None:
    assert len(history) > 12
    for number, before in enumerate(history):
        assert compare(before, before) == ()
        for after in history[number + 1 :: 3]:
            made_again(before, after)
            mirrored(before, after)


@settings(max_examples=40, deadline=None)
@given(
    left=st.sets(st.sampled_from(sorted(EDITS)), max_size=4), right=st.sets(st.sampled_from(sorted(EDITS)), max_size=4)
)
def test_laws_hold_whatever_is_edited(
    left: set[str], right: set[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    before, after = one_way(tmp_path_factory, left), one_way(tmp_path_factory, right)
    made_again(before, after)
    mirrored(before, after)
    assert [WEIGHTS.index(each.weight) for each in compare(before, after)] == sorted(
        WEIGHTS.index(each.weight) for each in compare(before, after)
    )


def one_way(factory: pytest.TempPathFactory, names: set[str]) -> Plan:
    """The small plan with those edits that find their place, in order."""
    folder = factory.mktemp("edited") / "plan"
    shutil.copytree(BASE, folder)
    for name in sorted(names):
        file, before, after = EDITS[name]
        text = (folder / file).read_text(encoding="utf-8")
        (folder / file).write_text(text.replace(before, after, 1), encoding="utf-8")
    return load(folder, DAY).plan


def test_comparing_loads_nothing_heavy() -> None:
    code = "import sys, plantrack.changes.compare as c; print([m for m in ('rich', 'jinja2', 'yaml', 'babel') if m in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
