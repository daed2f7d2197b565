"""``init --review``: what a repository needs to be reviewed is written, and what is there is never touched."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from fnmatch import fnmatchcase

import pytest
import yaml
from desk import ROOT, Desk

from plantrack.exports.code_owners import gitlab_owners
from plantrack.facts.reviewers import approving
from plantrack.locales import speech
from plantrack.plan import Plan
from plantrack.store.folder import load
from plantrack.store.git_driver import SETTINGS

DAY = "2015-12-31"
TEAMS = "\nreviewers:\n  city: lunda/staden\n  civil_society: lunda/foreningar\n"
FILES = [
    ".github/CODEOWNERS",
    ".github/workflows/plantrack.yml",
    ".pre-commit-config.yaml",
    "plan/.gitattributes",
]


@pytest.fixture
def joint(desk: Desk) -> Desk:
    """A plan whose two parties each have a team."""
    with (desk.plan / "plan.yaml").open("a", encoding="utf-8") as file:
        file.write(TEAMS)
    desk.commit("Both parties review")
    return desk


def plan_of(desk: Desk) -> Plan:
    from datetime import date

    return load(desk.plan, date.fromisoformat(DAY)).plan


def test_it_writes_what_is_missing(joint: Desk) -> None:
    said = joint.type("init", "--review")
    assert said.code == 0, said.err
    assert sorted(joint.changed()) == FILES
    assert all(f"  {name}" in said.out for name in FILES)
    assert "now show the plan's files in words" in said.out and "git config diff.plantrack.textconv" in said.out


def test_again_it_changes_nothing(joint: Desk) -> None:
    joint.type("init", "--review")
    joint.commit("Reviews")
    said = joint.type("init", "--review")
    assert joint.changed() == []
    assert said.out.count("as it would be written") == len(FILES)


def test_a_dry_run_writes_nothing(joint: Desk) -> None:
    said = joint.type("init", "--review", "--dry-run")
    assert joint.changed() == []
    assert "Would be written" in said.out
    assert "diff.plantrack" not in joint.git("config", "--list")


def test_a_file_that_is_there_is_left_and_how_it_differs_is_said(joint: Desk) -> None:
    (joint.plan / ".gitattributes").write_text("* text=auto eol=lf\n*.png binary\n")
    workflow = joint.folder / ".github/workflows/plantrack.yml"
    workflow.parent.mkdir(parents=True)
    workflow.write_text("name: ours\n")
    joint.commit("Ours")
    said = joint.type("init", "--review")
    assert sorted(joint.changed()) == [".github/CODEOWNERS", ".pre-commit-config.yaml"]
    assert workflow.read_text() == "name: ours\n"
    assert "plan/.gitattributes is there already" in said.out
    assert "  -*.png binary" in said.out and "  +*.yaml diff=plantrack" in said.out
    assert re.search(r"and \d+ lines more", said.out)
    assert "when the lines above stand in .gitattributes" in said.out


def test_git_is_told_how_to_show_the_plan_and_another_setting_is_left(joint: Desk) -> None:
    joint.git("config", "diff.plantrack.xfuncname", "mine")
    said = joint.type("init", "--review")
    assert joint.git("config", "diff.plantrack.textconv").strip() == SETTINGS["diff.plantrack.textconv"]
    assert joint.git("config", "diff.plantrack.xfuncname").strip() == "mine"
    assert "another setting" in said.out
    assert "diff: plantrack" in joint.git("check-attr", "diff", "plan/plan.yaml")


def test_without_teams_there_are_no_code_owners_and_it_says_why(desk: Desk) -> None:
    said = desk.type("init", "--review")
    assert sorted(desk.changed()) == FILES[1:]
    assert "`reviewers`" in said.out
    workflow = yaml.safe_load((desk.folder / FILES[1]).read_text())
    assert "pull_request_review" not in workflow[True]
    assert "statuses" not in workflow["permissions"]


def test_a_new_plan_gets_both(desk: Desk) -> None:
    said = desk.type("init", "other", "--review", "--lang", "sv")
    assert said.code == 0, said.err
    new = desk.folder / "other"
    assert (new / "plan.yaml").is_file() and (new / ".gitattributes").is_file()
    assert "diff=plantrack" in (new / ".gitattributes").read_text()
    assert (desk.folder / ".pre-commit-config.yaml").is_file()
    assert "args: [--plan, other]" in (desk.folder / ".pre-commit-config.yaml").read_text()
    plain = desk.type("init", "third", "--lang", "sv")
    assert "plantrack init --review third" in plain.out
    assert not (desk.folder / "third/.github").exists()


def test_outside_git_the_plan_is_the_whole_repository(joint: Desk, tmp_path_factory: pytest.TempPathFactory) -> None:
    alone = tmp_path_factory.mktemp("outside") / "alone"
    said = joint.type("init", str(alone), "--review")
    assert said.code == 0, said.err
    assert (alone / ".github/workflows/plantrack.yml").is_file()
    assert "plan: '.'" in (alone / ".github/workflows/plantrack.yml").read_text()
    assert "each copy needs once" in said.out


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_files_are_what_their_readers_expect(joint: Desk, lang: str) -> None:
    joint.type("init", "--review", "--lang", lang)
    text = (joint.folder / ".github/workflows/plantrack.yml").read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    assert (("Granskar" in text) is (lang == "sv")) and (("Reviews" in text) is (lang == "en"))
    checkout, review = workflow["jobs"]["plan"]["steps"]
    assert re.fullmatch(r"actions/checkout@[0-9a-f]{40}", checkout["uses"])
    assert review["uses"].startswith("OWNER/plantrack@v")
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert set(review["with"]) <= set(action["inputs"])
    assert workflow["permissions"] == {"contents": "read", "pull-requests": "write", "statuses": "write"}
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    [repo] = yaml.safe_load((joint.folder / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert [each["id"] for each in repo["hooks"]] == [each["id"] for each in hooks]


PATHS = (
    "plan/plan.yaml",
    "plan/1-kunskap/1.1-information.yaml",
    "plan/decisions/2014-02-05-ks.yaml",
    "plan/progress/2015/2015-11-20-kof-1a2b.yaml",
    "plan/progress/2015/2015-12-08-byalaget-5e6f.yaml",
    "plan/progress/2014/2014-12-03-radet-c9d0.yaml",
    "plan/progress/2015/extra/2015-11-20-kof-1a2b.yaml",
    "plan/progress/2015/2015-11-20-kof-norr-1a2b.yaml",
    "plan/progress/2015/2015-11-20-kof-1a2b-x.yaml",
    "plan/progress/kof.yaml",
    "plan/reports/2015/1.1.yaml",
    ".github/workflows/plantrack.yml",
)


def test_the_list_of_code_owners_says_what_the_plan_says(joint: Desk) -> None:
    """By git's own reading of its signs, where the last line that fits is the one that counts."""
    joint.type("init", "--review")
    plan = plan_of(joint)
    lines = (joint.folder / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    marked = (f"{row[0]}{'**' * row[0].endswith('/')} row={number}\n" for number, row in enumerate(rows))
    (joint.folder / ".gitattributes").write_text("".join(marked))
    for path in PATHS:
        row = rows[int(joint.git("check-attr", "row", path).split()[-1])]
        inside = path.startswith("plan/")
        sides = approving(plan, path.removeprefix("plan/")) if inside else tuple(plan.header.reviewers)
        assert row[1:] == [f"@{plan.header.reviewers[side]}" for side in sides], path


def test_what_was_promised_needs_both_and_a_report_its_own_side(joint: Desk) -> None:
    plan = plan_of(joint)
    both = ("city", "civil_society")
    assert approving(plan, "1-kunskap/1.1-information.yaml") == both
    assert approving(plan, "progress/2015/2015-11-20-kof-1a2b.yaml") == ("city",)
    assert approving(plan, "progress/2015/2015-12-08-byalaget-5e6f.yaml") == ("civil_society",)
    assert approving(plan, "progress/2014/2014-12-03-radet-c9d0.yaml") == both  # the joint council has no team


def test_at_gitlab_each_side_is_a_demand_of_its_own(joint: Desk) -> None:
    joint.git("remote", "add", "origin", "git@gitlab.lunda.example:lunda/plan.git")
    joint.type("init", "--review")
    assert sorted(joint.changed()) == [".gitlab/CODEOWNERS", ".pre-commit-config.yaml", "plan/.gitattributes"]
    text = (joint.folder / ".gitlab/CODEOWNERS").read_text(encoding="utf-8")
    assert text == gitlab_owners(plan_of(joint), ["plan"], speech("en"))
    sections = text.split("\n\n")[1:]
    assert [each.splitlines()[0] for each in sections] == [
        "[the city] @lunda/staden",
        "[civil society] @lunda/foreningar",
    ]
    assert all("/plan/" in each.splitlines() for each in sections)


def test_with_pre_commit_an_error_stops_the_commit(
    joint: Desk, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the real program, the tool installed by it from a repository, and the settings that were written."""
    source = tmp_path_factory.mktemp("tool") / "plantrack"
    source.mkdir()
    for name in (".pre-commit-hooks.yaml", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    for name in ("src", "templates"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "The tool"), ("tag", "v0")):
        subprocess.run(["git", *command], cwd=source, check=True)
    for name, value in {
        "PRE_COMMIT_HOME": str(source.parent / "kept"),
        "PYTHONPATH": sysconfig.get_paths()["purelib"],  # what the tool needs is here already: no network
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
    }.items():
        monkeypatch.setenv(name, value)

    joint.type("init", "--review")
    config = joint.folder / ".pre-commit-config.yaml"
    text = config.read_text(encoding="utf-8")
    config.write_text(re.sub(r"repo: .*", f"repo: {source.as_uri()}", re.sub(r"rev: .*", "rev: v0", text)))
    joint.git("add", "-A")
    subprocess.run([sys.executable, "-m", "pre_commit", "install"], cwd=joint.folder, check=True, capture_output=True)
    joint.git("commit", "-q", "-m", "Reviews")
    goal = joint.plan / "1-kunskap/1.1-information.yaml"
    good = goal.read_text(encoding="utf-8")
    goal.write_text(good.replace("lead: radet", "lead: radetx", 1), encoding="utf-8")
    joint.git("add", "-A")
    refused = subprocess.run(
        ["git", "commit", "-m", "Wrong"], cwd=joint.folder, capture_output=True, text=True, check=False
    )
    assert refused.returncode == 1
    assert "PT303" in refused.stdout + refused.stderr
    goal.write_text(good.replace("lead: radet", "lead: ksf", 1), encoding="utf-8")
    joint.commit("Right")
    assert joint.changed() == []


def test_the_hook_looks_at_the_plans_files_only() -> None:
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    seen = {
        path: bool(re.search(hook["files"], path)) and not re.search(hook["exclude"], path)
        for path in (
            "plan/plan.yaml",
            "1-kunskap/1.1.yml",
            ".github/workflows/plantrack.yml",
            "plan/.x.yaml",
            "README.md",
        )
    }
    assert [path for path, looked in seen.items() if looked] == ["plan/plan.yaml", "1-kunskap/1.1.yml"]
    assert fnmatchcase(hook["entry"], "plantrack check*") and hook["pass_filenames"] is False
