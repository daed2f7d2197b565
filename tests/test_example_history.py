"""The history of the invented plan is what it says: the same everywhere, whole at every commit, with nothing left out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import example_history
import pytest
from example_history import STEPS, git, make
from history.steps import Edit

from plantrack.changes.adopted import digest_of
from plantrack.checks import check_plan
from plantrack.commands.adoption import adopted_revision
from plantrack.facts import Facts
from plantrack.finding import ERROR
from plantrack.plan import Plan
from plantrack.store.folder import load, load_tree
from plantrack.store.repository import Repository
from plantrack.store.revision import tree_in

MAIN = "6e3a6f45af7df1d4cd8997ac68428d8750add86b"
"""What the last commit is called on every machine. It changes with every word of ``tests/history``."""
TAGS = ("adopted", "rapport-2014", "rapport-2015", "rapport-2016")
DAY = date(2016, 12, 31)
SQUASH = ("merge", "--quiet", "--squash")
SOMEBODY = ("-c", "user.name=prov", "-c", "user.email=prov@lunda.example")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("history")
    make(made)
    return made


@pytest.fixture(scope="module")
def at(folder: Path) -> Mapping[str, Facts]:
    """The plan at every commit, by the commit's whole name; and at every tag."""
    repository = Repository(folder / "plan")
    names = [*asked(folder, "rev-list", "--all").split(), *TAGS]
    return {name: load_tree(tree_in(repository, name), DAY) for name in names}


def asked(folder: Path, *arguments: str) -> str:
    return git(folder, *arguments).decode().strip()


def plan_of(at: Mapping[str, Facts], name: str) -> Plan:
    return at[name].plan


def test_it_is_long_enough_and_goes_on_for_three_years(folder: Path) -> None:
    days = asked(folder, "log", "--format=%cs", "main").split()
    assert len(days) >= 40
    assert (min(days)[:7], max(days)[:7]) == ("2014-01", "2016-12")
    assert days == sorted(days, reverse=True), "it is written in the order of its days"


def test_the_commits_have_the_same_names_on_every_machine(folder: Path, tmp_path: Path) -> None:
    elsewhere = {
        **os.environ,
        "TZ": "Pacific/Auckland",
        "GIT_AUTHOR_NAME": "Någon annan",
        "GIT_DEFAULT_HASH": "sha256",
        "GIT_CONFIG_COUNT": "2",
        "GIT_CONFIG_KEY_0": "core.autocrlf",
        "GIT_CONFIG_VALUE_0": "true",
        "GIT_CONFIG_KEY_1": "commit.gpgSign",
        "GIT_CONFIG_VALUE_1": "true",
    }
    script = Path(__file__).with_name("example_history.py")
    subprocess.run([sys.executable, str(script), str(tmp_path / "again")], env=elsewhere, check=True)
    refs = ("for-each-ref", "--format=%(objectname) %(refname)")
    assert asked(tmp_path / "again", *refs) == asked(folder, *refs)
    assert asked(folder, "rev-parse", "main") == MAIN


def test_only_a_function_has_signed_it(folder: Path) -> None:
    signed = asked(folder, "log", "--all", "--format=%an <%ae>%n%cn <%ce>").splitlines()
    assert set(signed) == {"Kansliet <kansliet@lunda.example>"}


def test_two_branches_are_merged_as_git_would_and_one_is_squashed(folder: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--config", "core.autocrlf=false", str(folder), "copy")
    merges = [line.split() for line in asked(folder, "log", "--merges", "--format=%T %P", "main").splitlines()]
    assert len(merges) == 2
    squash = asked(folder, "log", "--format=%T %P", "--grep=^Två aktiviteter om pris", "main").split()
    assert len(squash) == 2, "it has one parent"
    squashed = asked(folder, "rev-parse", "stada-lokaler")
    assert asked(folder, "rev-list", "--count", f"{squash[1]}..{squashed}") == "3"
    for tree, main, branch in (*merges, [*squash, squashed]):
        git(tmp_path / "copy", "checkout", "--quiet", main)
        git(tmp_path / "copy", *SOMEBODY, *SQUASH, branch)
        assert asked(tmp_path / "copy", "write-tree") == tree
        git(tmp_path / "copy", "reset", "--quiet", "--hard")


def test_branches_that_are_open_begin_at_main(folder: Path) -> None:
    for branch in ("forslag-nya-tider", "granskning-2016"):
        assert asked(folder, "rev-list", "--count", f"main..{branch}") == "1"


def test_main_is_checked_out_as_it_was_committed(folder: Path) -> None:
    assert asked(folder, "status", "--porcelain") == ""
    assert asked(folder, "symbolic-ref", "--short", "HEAD") == "main"
    assert b"\r" not in (folder / "plan" / "plan.yaml").read_bytes()


def test_the_adoption_and_each_report_have_a_tag(folder: Path, at: Mapping[str, Facts]) -> None:
    assert tuple(asked(folder, "tag", "--list").split()) == TAGS
    assert plan_of(at, "adopted").header.adopted == "2014-02-05-ks"
    for year in ("2014", "2015", "2016"):
        plan = plan_of(at, f"rapport-{year}")
        assert plan.rounds[year].closed
        assert (year, "summary") in plan.texts


def test_the_plan_loads_whole_at_every_commit(folder: Path, at: Mapping[str, Facts]) -> None:
    assert len(at) == len(STEPS) + len(TAGS)
    assert {name: facts.unreadable for name, facts in at.items() if facts.unreadable} == {}
    assert {name: facts.faults for name, facts in at.items() if facts.faults} == {}
    assert load(folder / "plan", DAY).plan == plan_of(at, "rapport-2016")


def test_only_what_was_never_decided_or_never_done_is_an_error_at_the_end(folder: Path) -> None:
    found = check_plan(load(folder / "plan", DAY)).findings
    assert {(each.rule.code, each.about) for each in found if each.severity == ERROR} == {
        ("PT914", "1.2.1"),
        ("PT914", "2.1.1"),
        ("PT944", "2014-02-05-ks"),
    }


def test_what_means_the_same_makes_the_same_plan(folder: Path, at: Mapping[str, Facts]) -> None:
    """A wrapped line and a comment; what was shared and now stands on each; a file with another name."""
    for about in ("Läsanvisning", "Radbrytningar", "Filen för mål 1.2"):
        before, after = around(folder, about)
        assert at[before].plan == at[after].plan, about
    before, after = around(folder, "Tid och kostnad skrivs")
    assert at[before].plan != at[after].plan
    for each in ("1.1.1", "1.1.2"):
        one, other = at[before].plan.held[each], at[after].plan.held[each]
        assert [said.value for said in one.when] == [said.value for said in other.when]
        assert one.roles == other.roles


def around(folder: Path, about: str) -> tuple[str, str]:
    """The commit with these words, and the one before."""
    found = asked(folder, "log", "--format=%H %P", f"--grep=^{about}", "main").split()
    assert len(found) == 2, about
    return found[1], found[0]


def test_what_was_promised_can_be_followed(at: Mapping[str, Facts]) -> None:
    """Every kind of change that a comparison is to tell is in the history."""
    first, last = plan_of(at, "adopted"), plan_of(at, "rapport-2016")
    assert set(first.activities) < set(last.activities), "what has ended keeps its definition"
    assert {each: last.activities[each].ended.how for each in last.activities if last.activities[each].ended} == {
        "1.1.3": "replaced",
        "1.2.3": "split",
        "2.1.3": "withdrawn",
        "2.1.4": "merged",
        "2.1.5": "merged",
    }
    assert first.goal_of["skola.2"] == "skola" and last.goal_of["skola.2"] == "gront"
    assert first.theme_of["gront"] == "1" and last.theme_of["gront"] == "2"
    assert set(first.criteria) - set(last.criteria) == {"1.2.k2"}
    assert set(first.indicators) - set(last.indicators) == {"2.1.m2"}
    assert first.activities["2.1.2"].lead and not last.activities["2.1.2"].lead
    assert {each.role for each in last.submissions.values()} == {None, "evaluator"}
    assert {each.round for each in last.submissions.values()} == {"2014", "2015", "2016"}
    assert [each for each in last.submissions.values() if each.replaces]


def test_the_decision_that_adopted_the_plan_holds_what_it_promised(at: Mapping[str, Facts]) -> None:
    plan = plan_of(at, "adopted")
    assert plan.decisions["2014-02-05-ks"].definitions == digest_of(plan)


def test_nothing_is_found_for_as_long_as_decisions_tell_what_changed(folder: Path, at: Mapping[str, Facts]) -> None:
    """First an activity came in without a decision; before that decisions tell all, and a mended typo is no breach."""
    names = asked(folder, "log", "--first-parent", "--format=%H", "--reverse", "adopted^..main").split()
    broken = [name for name in names if "PT944" in {each.rule.code for each in check_plan(at[name]).findings}]
    assert broken == names[names.index(broken[0]) :], "what was not decided stays undecided"
    assert asked(folder, "show", "-s", "--format=%s", broken[0]) == "Fruktträd i parken"
    assert names.index(broken[0]) == 8


def test_the_adopted_plan_is_found_after_a_rebase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(example_history, "WHO", "Någon annan <annan@lunda.example>")
    make(tmp_path)
    without_tags(tmp_path)
    assert asked(tmp_path, "rev-parse", "main") != MAIN
    found = adopted_revision(tmp_path / "plan", DAY)
    assert asked(tmp_path, "show", "-s", "--format=%s", found) == "Kommunstyrelsen antar planen"


def test_the_adopted_plan_is_found_where_all_since_is_squashed(folder: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--config", "core.autocrlf=false", str(folder), "copy")
    copy = tmp_path / "copy"
    adopted = asked(copy, "rev-parse", "adopted^{commit}")
    one = asked(copy, *SOMEBODY, "commit-tree", "main^{tree}", "-p", adopted, "-m", "Tre år")
    git(copy, "reset", "--quiet", "--hard", one)
    without_tags(copy)
    assert asked(copy, "rev-list", "--count", "HEAD") == "4"
    assert adopted_revision(copy / "plan", DAY) == adopted


def test_the_adopted_plan_is_found_in_a_commit_that_holds_more(folder: Path, tmp_path: Path) -> None:
    """All until after the first mended typo is one commit: other words than were adopted, and the same promises."""
    git(tmp_path, "clone", "--quiet", "--config", "core.autocrlf=false", str(folder), "copy")
    copy = tmp_path / "copy"
    later = asked(copy, "log", "--format=%H", "--grep=^Tid och kostnad skrivs", "main")
    first = asked(copy, *SOMEBODY, "commit-tree", f"{later}^{{tree}}", "-m", "Planen")
    second = asked(copy, *SOMEBODY, "commit-tree", "main^{tree}", "-p", first, "-m", "Resten")
    git(copy, "reset", "--quiet", "--hard", second)
    without_tags(copy)
    assert adopted_revision(copy / "plan", DAY) == first


def without_tags(folder: Path) -> None:
    git(folder, "tag", "--delete", *TAGS)


def test_a_change_that_does_not_find_its_words_stops() -> None:
    with pytest.raises(AssertionError, match="not once"):
        Edit("plan.yaml", "finns inte", "spelar ingen roll").make({"plan.yaml": "format: 1\n"})
    with pytest.raises(AssertionError, match="not once"):
        Edit("plan.yaml", "1", "2").make({"plan.yaml": "1 1"})
