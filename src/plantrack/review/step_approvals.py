"""Which sides have approved: told in the summary, and shown beside the pull request as a check of its own.

The teams are those of the plan as it was before the change, so that nobody can appoint the approvers of a change in it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from plantrack.commands.options import day_asked
from plantrack.facts.reviewers import approving, handle
from plantrack.locales import speech
from plantrack.mark import Term, _
from plantrack.model.words import SIDES
from plantrack.plan import Plan
from plantrack.review.approvals import Answer, answers, standing_approvals
from plantrack.review.github import GitHub, Refused
from plantrack.review.job import Pull, give, job, page_of_run
from plantrack.review.notes import notes
from plantrack.store.folder import load_tree
from plantrack.store.repository import Repository, as_path
from plantrack.store.revision import tree_at

CHECK = "plantrack: approvals"
"""The check's name at GitHub, by which a ruleset can require it."""
LONGEST = 140
"""Letters that GitHub takes beside a check."""
NO_TEAMS = _("The plan as it was names no teams (`reviewers` in plan.yaml), so nobody's approval is waited for.")
NOT_SEEN = _("The reviews cannot be read ({why}). The job needs the permission “pull-requests: read”.")
ALL_APPROVED = _("Approved by every side.")
WAITED_FOR = _("Waits for {sides}.")


def run() -> int:
    kept = notes()
    about = kept.get("about")
    pull = job().pull
    if not pull.number or not about["base"]:
        return 0
    tongue = speech(about["language"])
    repository = Repository(Path(about["plan"]))
    plan = load_tree(tree_at(Path(about["plan"]), about["base"]), day_asked("")).plan
    if not plan.header.reviewers:
        _show(pull, "success", tongue.say(NO_TEAMS))
        kept.put("approvals", {"why_not": tongue.say(NO_TEAMS), "answers": [], "missing": False})
        return 0
    try:
        given = _answers(repository, plan, about["base"], pull)
    except Refused as error:
        kept.put("approvals", {"why_not": tongue.say(NOT_SEEN, why=str(error)), "answers": [], "missing": True})
        return 0
    missing = [each for each in given if each.state != "approved"]
    waited = tuple(Term(SIDES[each.side]) for each in missing)
    words = tongue.say(WAITED_FOR, sides=waited) if missing else tongue.say(ALL_APPROVED)
    shown = _show(pull, "pending" if missing else "success", words)
    kept.put("approvals", {"answers": [each._asdict() for each in given], "missing": bool(missing) and not shown})
    give(missing_approvals=" ".join(each.side for each in missing))
    return 0


def _answers(repository: Repository, plan: Plan, base: str, pull: Pull) -> tuple[Answer, ...]:
    teams = {side: handle(team) for side, team in plan.header.reviewers.items()}
    github = GitHub(os.environ.get("GITHUB_TOKEN", ""))
    reviews = list(github.all(f"repos/{pull.repository}/pulls/{pull.number}/reviews"))
    return answers(
        needed_sides(repository, plan, base),
        teams,
        standing_approvals(reviews, pull.author),
        cache(Members(GitHub(os.environ.get("TEAMS_TOKEN") or github.token))),
        cache(lambda commit: is_same(repository, commit, pull)),
    )


def needed_sides(repository: Repository, plan: Plan, base: str) -> tuple[str, ...]:
    """The sides that the changed files need: all of them where a file lies outside the plan's folder."""
    told = repository.ask("diff", "--name-only", "--no-relative", "--no-renames", "-z", base, "HEAD")
    start = f"{repository.prefix}/" if repository.prefix else ""
    files = [each for each in as_path(told).split("\0") if each]
    needed = {side for each in files for side in _for_file(plan, each, start)}
    return tuple(side for side in plan.header.reviewers if side in needed)


def _for_file(plan: Plan, file: str, start: str) -> Iterable[str]:
    return approving(plan, file.removeprefix(start)) if file.startswith(start) else tuple(plan.header.reviewers)


def is_same(repository: Repository, commit: str, pull: Pull) -> bool:
    """Whether what was approved is what is now asked for, file by file. What came in from the target is no change of it."""
    if commit == pull.head:
        return True
    then, now = (_asked_for(repository, each, pull.target) for each in (commit, pull.head))
    return bool(then) and then == now


def _asked_for(repository: Repository, commit: str, target: str) -> frozenset[tuple[str, str]]:
    """The files that a commit asks to change, each with the name of its new contents; none where git cannot tell."""
    start = repository.says("merge-base", commit, f"refs/remotes/origin/{target}")
    told = repository.says("diff", "--raw", "--no-abbrev", "--no-renames", "-z", start, commit) if start else ""
    about, paths = told.split("\0")[::2], told.split("\0")[1::2]
    return frozenset((path, each.split()[3]) for each, path in zip(about, paths, strict=False) if each)


class Members:
    """Who is in which team, as far as a token may see it."""

    def __init__(self, github: GitHub) -> None:
        self.github = github

    def __call__(self, team: str, who: str) -> bool | None:
        """Whether somebody is a member; None where the team cannot be seen."""
        organisation, _slash, name = team.removeprefix("@").partition("/")
        path = f"orgs/{organisation}/teams/{name}"
        try:
            found: Any = self.github.ask(f"{path}/memberships/{who}")
            return bool(found["state"] == "active")
        except Refused as error:
            if error.status != 404:
                return None
        try:
            self.github.ask(path)
        except Refused:
            return None
        return False


def _show(pull: Pull, state: str, words: str) -> bool:
    """Sets the check at GitHub. Answers whether GitHub took it; a job of a fork's may not."""
    status = {"context": CHECK, "state": state, "description": words[:LONGEST]}
    where = {"target_url": page_of_run()} if page_of_run() else {}
    try:
        github = GitHub(os.environ.get("GITHUB_TOKEN", ""))
        github.ask(f"repos/{pull.repository}/statuses/{pull.head}", "POST", **status, **where)
    except Refused:
        return False
    return True
