"""The list of code owners of a plan's repository: which team approves which files, made from the plan.

On GitHub a line's teams are alternatives: one of them is enough. So the list asks every side to look, and that all
must approve is asked for elsewhere, as the list says. On GitLab a section is a demand of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plantrack.facts.reviewers import handle, own_files
from plantrack.locales import Speech
from plantrack.mark import _
from plantrack.model.words import SIDES
from plantrack.plan import Plan

MADE = _("Which team approves what. Made from the plan; made again with: plantrack init --review")
ONE_IS_ENOUGH = _(
    "Every side is asked. But to GitHub one team of a line is enough. That both must approve is said by a ruleset "
    "(“Require review from specific teams”), or by the check “plantrack: approvals” of the action."
)
SECTIONS = _("Each section must approve by itself.")
PROMISES = _("The plan and what decides over it: every side")
REPORTS = _("What an organisation reports: its own side")


def github_owners(plan: Plan, folders: Iterable[str], tongue: Speech) -> str:
    """The list for GitHub. The first folder is the plan's, as paths from the top of the repository."""
    top, *others = folders
    every = " ".join(handle(team) for team in plan.header.reviewers.values())
    lines = [*_said(tongue, MADE, ONE_IS_ENOUGH), "", *_said(tongue, PROMISES)]
    lines += [f"{_folder(each)} {every}" for each in dict.fromkeys([top, *others, ".github"])]
    own = own_files(plan)
    if own:
        lines += ["", *_said(tongue, REPORTS)]
        lines += [f"{_start(top)}{each.files} {handle(plan.header.reviewers[each.side])}" for each in own]
    return "\n".join(lines) + "\n"


def gitlab_owners(plan: Plan, folders: Iterable[str], tongue: Speech) -> str:
    """The list for GitLab: a section for each side, which must approve by itself."""
    paths = [_folder(each) for each in dict.fromkeys([*folders, ".gitlab"])]
    lines = [*_said(tongue, MADE, SECTIONS)]
    for side, team in plan.header.reviewers.items():
        lines += ["", f"[{tongue.say(SIDES[side])}] {handle(team)}", *paths]
    return "\n".join(lines) + "\n"


def _folder(path: str) -> str:
    """All files in a folder, as a pattern."""
    return _start(path) if path else "*"


def _start(path: str) -> str:
    """How the paths in a folder begin; a space would end the pattern."""
    return "/" + f"{path}/".replace(" ", "\\ ") if path else "/"


def _said(tongue: Speech, *sentences: str) -> Iterator[str]:
    return (f"# {tongue.say(each)}" for each in sentences)
