"""What a change is compared with: the commit where its branch left the one that it wants to change.

A checkout of GitHub's holds one commit only, unless it was asked for more. So what is missing is fetched first.
"""

from __future__ import annotations

from typing import NamedTuple

from plantrack.mark import _
from plantrack.review.job import Job
from plantrack.store.repository import Repository


class Base(NamedTuple):
    """The revision that a change is compared with; or none, and why."""

    revision: str = ""
    why_none: str = ""


NOTHING_TO_COMPARE = _("This run is about no change, so the whole plan was checked and nothing was compared.")
NOT_HERE = _(
    "What the change is compared with ({revision}) could not be fetched, so the whole plan was checked and nothing was "
    "compared. Give the checkout “fetch-depth: 0”."
)


def find_base(repository: Repository, job: Job, wanted: str) -> Base:
    """The revision that was asked for, else the one that the event is about."""
    if wanted:
        return _named(repository, wanted)
    if job.pull.number:
        return _branched_off(repository, job.pull.target)
    if job.before:
        return _named(repository, job.before)
    return Base("", NOTHING_TO_COMPARE)


def _named(repository: Repository, revision: str) -> Base:
    if not _commit(repository, revision):
        _fetch(repository, "+refs/heads/*:refs/remotes/origin/*", tags=True)
    found = _commit(repository, revision) or _commit(repository, f"origin/{revision}")
    return Base(found) if found else Base("", NOT_HERE)


def _branched_off(repository: Repository, target: str) -> Base:
    """Where the change left its target, so that what others have done there meanwhile is no part of it."""
    theirs = f"refs/remotes/origin/{target}"
    if repository.is_shallow or not _commit(repository, theirs):
        _fetch(repository, f"+refs/heads/{target}:{theirs}")
    found = repository.says("merge-base", "HEAD", theirs)
    return Base(found) if found else Base("", NOT_HERE)


def _commit(repository: Repository, revision: str) -> str:
    return repository.commit(revision) if repository.knows(revision) else ""


def _fetch(repository: Repository, wanted: str, *, tags: bool = False) -> None:
    """Fetches with all history: a plan is text, and its history is small. What cannot be had is seen afterwards."""
    whole = ["--unshallow"] if repository.is_shallow else []
    repository.says("fetch", "--quiet", "--tags" if tags else "--no-tags", *whole, "origin", wanted)
