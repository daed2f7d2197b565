"""Branches: which one is the main line, and where another left it. Knows nothing of plans."""

from __future__ import annotations

from plantrack.store.repository import Repository

MAIN = ("main", "master")
REMOTE = "refs/remotes/origin/"
LOCAL = "refs/heads/"


def current_branch(repository: Repository) -> str:
    """The branch that one stands on; empty where one stands on none."""
    return repository.says("symbolic-ref", "--quiet", "--short", "HEAD")


def main_line(repository: Repository) -> str:
    """The branch that others leave and come back to, by its full name: as the server has it, else as it is here.

    Empty where there is none.
    """
    named = repository.says("symbolic-ref", "--quiet", f"{REMOTE}HEAD")
    known = [named, *(f"{REMOTE}{name}" for name in MAIN), *(f"{LOCAL}{name}" for name in MAIN)]
    return next((each for each in known if each and repository.knows(each)), "")


def called(ref: str) -> str:
    """A branch by the name that people use."""
    return ref.removeprefix("refs/remotes/").removeprefix(LOCAL)


def is_same_branch(ref: str, branch: str) -> bool:
    """Whether a full name is that of a branch, here or on the server."""
    return ref in (f"{LOCAL}{branch}", f"{REMOTE}{branch}")


def parting(repository: Repository, one: str, other: str) -> str:
    """The newest commit that two commits have in common; empty where none is to be seen."""
    return repository.says("merge-base", one, other)


def parent(repository: Repository, commit: str) -> str:
    """The commit before one; empty where there is none to be seen."""
    return repository.says("rev-parse", "--verify", "--quiet", f"{commit}^1")
