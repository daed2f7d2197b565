"""The action, end to end: a bare repository as origin, a checkout as GitHub makes it, and the steps as the YAML says.

GitHub itself is a stand-in on this machine (``runner.py``), which remembers what it was asked.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from desk import EXAMPLE, ROOT, WHO
from runner import Ended, GitHub, Runner, empty_python, serving

from plantrack.review import step_tell
from plantrack.review.approvals import Approval, answers, standing_approvals
from plantrack.review.comment import LONGEST, mark_of, shortened, without_mentions, write_comment
from plantrack.review.github import GitHub as Client
from plantrack.review.job import Job, Pull
from plantrack.review.notes import Notes
from plantrack.review.started import Base, find_base
from plantrack.review.step_approvals import is_same, needed_sides
from plantrack.store.folder import load
from plantrack.store.repository import Repository

INSTALL = "Install plantrack"
DAY = "2015-12-31"
TEAMS = "\nreviewers:\n  city: lunda/staden\n  civil_society: lunda/foreningar\n"
FAIR, FAIR_LATER = "when: hösten 2014\n", "when: hösten 2016\n"
GOAL = "plan/1-kunskap/1.1-information.yaml"
DECISION = """\
date: 2015-11-30
body: ks
kind: revise
title: Mässan flyttas
about: [1.1.3]
changes:
  1.1.3:
    when:
      from: hösten 2014
      to: hösten 2016
"""
OFFLINE = {
    "PIP_NO_INDEX": "1",
    "PIP_NO_BUILD_ISOLATION": "0",  # pip reads this one the other way round: it turns the isolation off
    "PIP_NO_DEPS": "1",
    "PIP_ROOT_USER_ACTION": "ignore",
}


class Town:
    """A bare repository with a plan, a branch that wants to change it, and the checkout of a job."""

    def __init__(self, folder: Path, runner: Runner, github: GitHub) -> None:
        self.folder, self.runner, self.github = folder, runner, github
        self.origin, self.desk = folder / "origin.git", folder / "desk"
        self.workspace = folder / "workspace"
        git(folder, "init", "-q", "--bare", "-b", "main", str(self.origin))
        git(self.origin, "config", "uploadpack.allowAnySHA1InWant", "true")
        git(folder, "clone", "-q", str(self.origin), str(self.desk))
        git(self.desk, "checkout", "-q", "-b", "main")
        shutil.copytree(EXAMPLE, self.desk / "plan")
        with (self.desk / "plan/plan.yaml").open("a", encoding="utf-8") as file:
            file.write(TEAMS)
        self.push("The plan", "main")
        git(self.desk, "checkout", "-q", "-b", "proposal")

    def change(self, path: str, old: str, new: str) -> None:
        file = self.desk / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def push(self, about: str, branch: str = "proposal") -> str:
        git(self.desk, "add", "-A")
        git(self.desk, "commit", "-q", "-m", about)
        git(self.desk, "push", "-q", "origin", f"HEAD:refs/heads/{branch}")
        return git(self.desk, "rev-parse", "HEAD").strip()

    def main_goes_on(self) -> None:
        """Somebody else's change reaches the target meanwhile."""
        git(self.desk, "checkout", "-q", "main")
        self.change("plan/glossary.yaml", "\n", "\n# en kommentar\n")
        self.push("Something else", "main")
        git(self.desk, "checkout", "-q", "proposal")

    def check_out(self, depth: int = 1) -> None:
        """What ``actions/checkout`` does for a pull request: the merge of it, detached, with so much of its history."""
        git(self.desk, "checkout", "-q", "--detach", "main")
        git(self.desk, "merge", "-q", "--no-ff", "-m", "Merge", "proposal")
        git(self.desk, "push", "-q", "-f", "origin", "HEAD:refs/pull/7/merge")
        git(self.desk, "checkout", "-q", "proposal")
        shutil.rmtree(self.workspace, ignore_errors=True)
        self.workspace.mkdir()
        git(self.workspace, "init", "-q")
        git(self.workspace, "remote", "add", "origin", self.origin.as_uri())
        deep = [f"--depth={depth}"] if depth else []
        every = [] if depth else ["+refs/heads/*:refs/remotes/origin/*"]
        wanted = "+refs/pull/7/merge:refs/remotes/pull/7/merge"
        git(self.workspace, "fetch", "-q", "--no-tags", *deep, "origin", *every, wanted)
        git(self.workspace, "checkout", "-q", "--detach", "refs/remotes/pull/7/merge")

    def event(self, *, fork: bool = False) -> dict[str, Any]:
        head = git(self.desk, "rev-parse", "proposal").strip()
        theirs = "somebody/plan" if fork else "lunda/plan"
        return {
            "pull_request": {
                "number": 7,
                "user": {"login": "kansliet"},
                "head": {"ref": "proposal", "sha": head, "repo": {"full_name": theirs}},
                "base": {"ref": "main", "sha": "0" * 40},
            }
        }

    def review(
        self, inputs: Mapping[str, str] | None = None, event: Mapping[str, Any] | None = None, *, install: bool = False
    ) -> Ended:
        around = {**WHO, **OFFLINE, "GITHUB_API_URL": self.github.address}
        out = () if install else (INSTALL,)
        return self.runner.run(self.workspace, event or self.event(), inputs or {}, around, out)


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env={**os.environ, **WHO}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """A machine of GitHub's. The first job that runs on it installs the tool, and the others find it there."""
    folder = tmp_path_factory.mktemp("machine")
    return Runner(ROOT, empty_python(folder / "python"), folder / "temp")


@pytest.fixture
def github() -> Iterator[GitHub]:
    with serving(GitHub()) as github:
        yield github


@pytest.fixture
def town(tmp_path: Path, runner: Runner, github: GitHub) -> Town:
    return Town(tmp_path, runner, github)


def test_a_pull_request_from_its_first_push_to_its_approval(town: Town, github: GitHub) -> None:
    """One story, since each job takes its time."""
    town.change(GOAL, FAIR, FAIR_LATER)
    town.change(GOAL, "lead: radet\n", "lead: radetx\n")
    first = town.push("The fair comes later")
    town.main_goes_on()
    town.check_out(depth=1)
    ended = town.review({"language": "sv", "sarif": "out/findings.sarif"}, install=True)

    assert ended.failed, ended.log
    assert ended.outputs["errors"] == "3", ended.log
    assert ended.ran[-1] == "How it ends"
    annotations = [line for line in ended.log.splitlines() if line.startswith("::")]
    assert all(line.startswith(f"::error file={GOAL},line=") for line in annotations)
    told = [re.findall("PT[0-9]+", line)[0] for line in annotations]
    assert told == ["PT303", "PT941", "PT941"], "only what is new, and what has no decision"
    sarif = json.loads((town.workspace / "out/findings.sarif").read_text(encoding="utf-8"))
    assert sarif["version"] == "2.1.0"
    assert sarif["runs"][0]["results"]
    [comment] = github.comments
    assert comment["body"].startswith(mark_of("plan"))
    assert "Handlingsplan Lunda" in comment["body"]
    assert "hösten 2016" in comment["body"]
    assert "PT303" in comment["body"]
    assert "\n## Handlingsplan Lunda\n" in comment["body"]
    assert not re.findall(r"\n##? (?!Handlingsplan)", comment["body"]), "the headings of the diff lie under it"
    assert "3 fel" in comment["body"]
    assert ended.outputs["goalposts"] != "0", ended.log
    assert ended.outputs["undecided"] == "2"
    assert "3 fel" in ended.summary
    assert "kommentaren" in ended.summary
    assert "hösten 2016" not in ended.summary, "the whole stands in the comment"
    report = ended.artifacts["plantrack-lunda-2014"]
    assert "hösten 2016" in next(report.glob("*.html")).read_text(encoding="utf-8")
    assert ended.outputs["base"] == git(town.origin, "rev-parse", "main").strip()

    town.change(GOAL, "lead: radetx\n", "lead: radet\n")
    (town.desk / "plan/decisions/2015-11-30-ks.yaml").write_text(DECISION, encoding="utf-8")
    second = town.push("Mended, and decided")
    town.check_out(depth=0)
    github.teams = {"lunda/staden": ("anna",), "lunda/foreningar": ("bo",)}
    github.approve("anna", first)
    github.approve("bo", second)
    github.approve("kansliet", second)
    wishes = {"approvals": "true", "teams-token": "may-read-teams", "report": "no", "language": "en"}
    ended = town.review(wishes)

    assert not ended.failed, ended.log
    assert ended.outputs["errors"] == "0"
    assert "Attach the report" not in ended.ran
    assert len(github.comments) == 1, "written over, not doubled"
    assert "Civil society has approved." in github.comments[0]["body"]
    assert "The city approved an earlier version" in github.comments[0]["body"]
    assert ended.outputs["missing-approvals"] == "city"
    status = github.statuses[-1]
    assert (status["commit"], status["context"], status["state"]) == (second, "plantrack: approvals", "pending")
    assert status["description"] == "Waits for the city."

    github.approve("anna", second)
    ended = town.review(wishes)
    assert github.statuses[-1]["state"] == "success"
    assert ended.outputs["missing-approvals"] == ""


def test_from_a_fork_it_stands_in_the_summary(town: Town, github: GitHub) -> None:
    github.may_write = False
    town.change(GOAL, FAIR, FAIR_LATER)
    town.push("The fair comes later")
    town.check_out()
    ended = town.review({"report": "no"}, town.event(fork=True))
    assert ended.ran[-1] == "How it ends", ended.log
    assert not [path for method, path in github.asked if method != "GET"]
    assert "hösten 2016" in ended.summary
    assert "fork" in ended.summary


def test_without_a_pull_request_the_whole_plan_is_checked(town: Town, github: GitHub) -> None:
    town.check_out()
    ended = town.review({"report": "no", "strict": "true"}, {"before": "0" * 40})
    assert ended.failed, "the example has warnings, and strict was asked for"
    assert "inget är jämfört" in ended.summary
    assert ended.outputs["goalposts"] == ""
    assert github.asked == []


def test_nothing_in_a_pull_request_becomes_a_command(town: Town, github: GitHub) -> None:
    """Not its titles, not its files, and not what the workflow passes on."""
    town.change(GOAL, "sv: Alla hittar", "sv: '@lunda/alla `touch pwned` $(touch pwned) ::error::hej <!-- x --> hittar")
    town.change(GOAL, " den de söker\n", " den de söker'\n")
    for name in ("plantrack", "json", "pip", "yaml"):
        (town.desk / f"{name}.py").write_text("open('pwned', 'w')\n", encoding="utf-8")
    town.push("Bad")
    town.check_out()
    hostile = {"plan": "plan", "base": "main$(touch pwned)", "report": "no';touch pwned;'"}
    ended = town.review(hostile)
    assert not list(town.workspace.rglob("pwned"))
    assert not [line for line in ended.log.splitlines() if line.startswith("::error::hej")]
    ended = town.review({"report": "no"})
    assert not list(town.workspace.rglob("pwned"))
    [comment] = github.comments
    assert "touch pwned" in comment["body"]
    assert "@lunda" not in comment["body"], "nobody is called on by a title"


def test_the_action_says_what_it_takes_and_pins_what_it_uses() -> None:
    told = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert told["runs"]["using"] == "composite"
    for part in (*told["inputs"].values(), *told["outputs"].values()):
        assert part["description"]
    for step in told["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
        if "uses" in step:
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step["uses"])
        else:
            assert step["shell"] == "bash"
    passed = {name for step in told["runs"]["steps"] for name in step.get("env", {}) if name.startswith("INPUT_")}
    assert {name.removeprefix("INPUT_").lower() for name in passed} <= set(told["inputs"])


# What the steps are made of.


def base_in(town: Town, monkeypatch: pytest.MonkeyPatch, wanted: str = "", **event: Any) -> Base:
    for name, value in WHO.items():
        monkeypatch.setenv(name, value)
    told = town.event()["pull_request"]
    pull = Pull("lunda/plan", 7, told["base"]["ref"], told["head"]["sha"])
    return find_base(Repository(town.workspace / "plan"), Job(town.workspace, pull, "", **event), wanted)


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_however_little_was_checked_out_the_base_is_found(
    town: Town, monkeypatch: pytest.MonkeyPatch, depth: int
) -> None:
    town.change(GOAL, FAIR, FAIR_LATER)
    town.push("One")
    town.main_goes_on()
    town.check_out(depth)
    target = git(town.origin, "rev-parse", "main").strip()
    assert base_in(town, monkeypatch) == Base(target)
    assert base_in(town, monkeypatch, "main") == Base(target)
    assert base_in(town, monkeypatch, "main~1").revision != target


def test_a_base_that_cannot_be_had_is_said(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    town.check_out()
    git(town.workspace, "remote", "set-url", "origin", str(town.folder / "nowhere"))
    assert base_in(town, monkeypatch, "--upload-pack=touch pwned").why_none
    found = base_in(town, monkeypatch)
    assert found.revision == ""
    assert "fetch-depth: 0" in found.why_none


def test_an_approval_holds_while_what_is_asked_for_is_the_same(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """What others have done to the target meanwhile takes none back; a change of the change does."""
    for name, value in WHO.items():
        monkeypatch.setenv(name, value)
    town.change(GOAL, FAIR, FAIR_LATER)
    first = town.push("One")
    town.main_goes_on()
    git(town.desk, "merge", "-q", "--no-edit", "main")
    git(town.desk, "commit", "-q", "--allow-empty", "-m", "Again")
    second = git(town.desk, "rev-parse", "HEAD").strip()
    git(town.desk, "fetch", "-q", "origin")
    here = Repository(town.desk / "plan")
    assert is_same(here, first, Pull(target="main", head=second))
    town.change(GOAL, FAIR_LATER, "when: hösten 2017\n")
    third = town.push("Two")
    assert not is_same(here, first, Pull(target="main", head=third))
    assert not is_same(here, "0" * 40, Pull(target="main", head=third)), "a commit that is gone"


def test_who_must_approve_depends_on_what_is_changed(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in WHO.items():
        monkeypatch.setenv(name, value)
    here = Repository(town.desk / "plan")
    plan = load(town.desk / "plan", date(2015, 12, 31)).plan
    report = "plan/progress/2015/2015-12-08-byalaget-5e6f.yaml"
    for path, needed in {report: ("civil_society",), "README.md": ("city", "civil_society")}.items():
        with (town.desk / path).open("a", encoding="utf-8") as file:
            file.write("# mer\n")
        git(town.desk, "add", "-A")
        git(town.desk, "commit", "-q", "-m", "One")
        assert needed_sides(here, plan, "main") == needed


FOUND = {
    "about": {"plan": "plan", "title": "Lunda *plan*", "language": "sv", "base": "one", "why_none": ""},
    "check": {"findings": [], "errors": 0, "warnings": 0, "failed": False},
    "diff": {"why_not": "", "markdown": "Inget.\n", "changes": 0},
}


@pytest.fixture
def told(
    client: Client, town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Mapping[str, Any]], str]:
    """What the step that tells writes in the summary, of what has been found."""

    def tell(found: Mapping[str, Any], token: str = "a-token") -> str:
        (tmp_path / "event.json").write_text(json.dumps(town.event()), encoding="utf-8")
        summary = tmp_path / "summary.md"
        summary.unlink(missing_ok=True)
        for name, value in {
            "GITHUB_EVENT_PATH": tmp_path / "event.json",
            "GITHUB_REPOSITORY": "lunda/plan",
            "GITHUB_STEP_SUMMARY": summary,
            "GITHUB_TOKEN": token,
            "PLANTRACK_NOTES": tmp_path,
            "INPUT_COMMENT": "true",
        }.items():
            monkeypatch.setenv(name, str(value))
        for name, value in {**FOUND, **found}.items():
            Notes(tmp_path).put(name, value)
        assert step_tell.run() == 0
        return summary.read_text(encoding="utf-8")

    return tell


def test_a_change_that_does_nothing_to_the_plan_is_not_commented(told: Callable[..., str], github: GitHub) -> None:
    assert "gör inget med planen" in told({})
    assert github.comments == []
    told({"diff": {"why_not": "", "markdown": "Mycket.\n", "changes": 1}})
    assert "Mycket." in github.comments[0]["body"]
    told({})
    assert "Mycket." not in github.comments[0]["body"], "what is no longer so is written over"


def test_what_finds_no_room_in_a_comment_stands_in_the_summary(told: Callable[..., str], github: GitHub) -> None:
    long = "".join(f"- rad {n}\n" for n in range(9000))
    summary = told({"diff": {"why_not": "", "markdown": long, "changes": 9000}})
    assert "rad 8999" in summary
    assert len(github.comments[0]["body"]) < 65_536
    assert "fick inte plats" in github.comments[0]["body"]


def test_where_nothing_may_be_written_it_says_why(told: Callable[..., str], github: GitHub) -> None:
    changed = {"diff": {"why_not": "", "markdown": "Mycket.\n", "changes": 1}}
    assert "ingen nyckel" in told(changed, token="")
    github.may_write = False
    summary = told(changed)
    assert "403" in summary
    assert "Mycket." in summary
    assert "Lunda \\*plan\\*" in summary


def test_what_could_not_be_done_is_said(told: Callable[..., str], github: GitHub) -> None:
    told({"check": {}, "diff": {"why_not": "Git är borta.", "markdown": ""}, "report": {"why_not": "Disken är full."}})
    body = github.comments[0]["body"]
    assert "gick inte att kontrollera" in body
    assert "Git är borta." in body
    assert "Disken är full." in body


@pytest.fixture
def client(github: GitHub, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setenv("GITHUB_API_URL", github.address)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    return Client("a-token")


def test_only_the_own_comment_is_written_over(client: Client, github: GitHub) -> None:
    """Also among more than a page of others; one by somebody else that looks like it is left alone."""
    mark = mark_of("plan")
    others = [{"id": n + 1, "user": {"login": "anna"}, "body": f"{mark} {n}"} for n in range(130)]
    github.comments.extend(others)
    write_comment(client, "lunda/plan", 7, mark, "One")
    write_comment(client, "lunda/plan", 7, mark, "Two")
    written = len([method for method, _path in github.asked if method != "GET"])
    write_comment(client, "lunda/plan", 7, mark, "Two")
    assert len([method for method, _path in github.asked if method != "GET"]) == written, "what says the same is left"
    write_comment(client, "lunda/plan", 7, mark_of("other/plan"), "Three")
    assert [each["body"] for each in github.comments[130:]] == [f"{mark}\nTwo", f"{mark_of('other/plan')}\nThree"]
    assert [each["body"] for each in github.comments[:130]] == [f"{mark} {n}" for n in range(130)]


def test_a_long_text_is_cut_between_lines_and_says_so() -> None:
    text = "".join(f"Rad {n} åäö\n" for n in range(10_000))
    cut = shortened(text, "Resten står där.")
    assert len(cut) <= LONGEST + 40
    *lines, empty, more = cut.splitlines()
    assert (empty, more) == ("", "Resten står där.")
    assert lines == text.splitlines()[: len(lines)]
    assert shortened("kort\n", "Resten.") == "kort\n"


def test_nobody_is_called_on() -> None:
    assert not re.search(r"@\w", without_mentions("@lunda/staden, fof@lunda.example, @anna"))


def test_a_mark_ends_where_it_ends() -> None:
    assert mark_of("a--><b").count("-->") == 1


REVIEWS = [
    {"user": {"login": "anna"}, "state": "APPROVED", "commit_id": "one"},
    {"user": {"login": "anna"}, "state": "COMMENTED", "commit_id": "two"},
    {"user": {"login": "bo"}, "state": "APPROVED", "commit_id": "two"},
    {"user": {"login": "bo"}, "state": "CHANGES_REQUESTED", "commit_id": "two"},
    {"user": {"login": "cia"}, "state": "APPROVED", "commit_id": "two"},
    {"user": {"login": "kansliet"}, "state": "APPROVED", "commit_id": "two"},
    {"user": None, "state": "APPROVED", "commit_id": "two"},
    {"user": {"login": "dan"}, "state": "APPROVED", "commit_id": "two"},
    {"user": {"login": "dan"}, "state": "DISMISSED", "commit_id": "two"},
]


def test_the_last_word_of_each_counts_and_a_comment_takes_nothing_back() -> None:
    assert standing_approvals(REVIEWS, "kansliet") == (Approval("anna", "one"), Approval("cia", "two"))


@pytest.mark.parametrize(
    ("members", "state"),
    [
        ({"anna": True}, "outdated"),
        ({"anna": True, "cia": True}, "approved"),
        ({"cia": True}, "approved"),
        ({}, "waiting"),
        ({"anna": None}, "unknown"),
    ],
)
def test_a_side_has_approved_when_one_of_its_team_has_approved_this(
    members: dict[str, bool | None], state: str
) -> None:
    given = standing_approvals(REVIEWS, "kansliet")
    [answer] = answers(
        ["city"], {"city": "@lunda/staden"}, given, lambda _team, who: members.get(who, False), lambda c: c == "two"
    )
    assert answer.state == state
