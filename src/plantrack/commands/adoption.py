"""The revision in which a plan promised what it was adopted with: found again by its digest, whatever git calls it now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from plantrack.changes.adopted import Lock, digest_of, lock_of, promise_the_same
from plantrack.commands.options import plan_folder
from plantrack.commands.sides import SHORT, Sides
from plantrack.facts import Facts
from plantrack.mark import _
from plantrack.shell import CannotRun
from plantrack.store.beside import load_beside, same_in_git
from plantrack.store.folder import load
from plantrack.store.repository import NoRevision, Repository
from plantrack.store.revision import RevisionTree, revisions_defining, same_plan_at

ADOPTED = "adopted"
"""Stands for a revision: that in which the plan was as it was adopted."""


def with_adopted(sides: Callable[[str, str, str], Sides], before: str, after: str, plan: str, day: date) -> Sides:
    """The two sides of a comparison, of which the first may be the plan as it was adopted."""
    if before != ADOPTED:
        return sides(before, after, plan)
    revision = adopted_revision(plan_folder(plan), day)
    sentence = _("The plan as it was adopted, in {revision}, against {after}.")
    found = sides(revision, after, plan)
    return found._replace(told=(sentence, {**found.told[1], "revision": revision[:SHORT]}))


def adopted_revision(folder: Path, day: date) -> str:
    """The commit in which a plan was as it was adopted. Raises ``CannotRun`` where there is none to be found."""
    facts = load(folder, day)
    lock = lock_of(facts.plan)
    try:
        repository = Repository(folder)
        if lock is None:
            if repository.knows(ADOPTED):
                return repository.commit(ADOPTED)
            raise CannotRun(
                _("No decision holds this plan to what was adopted. Write down what it promises: plantrack adopt")
            )
        in_other_words = ""
        for revision, then in _candidates(repository, folder, facts, lock, day):
            digest = digest_of(then.plan)
            if digest == lock.digest:
                return revision
            in_other_words = revision if promise_the_same(digest, lock.digest) else in_other_words
        if in_other_words:
            return in_other_words
    except NoRevision:
        raise CannotRun(_("The plan is in no git repository, so how it was adopted cannot be seen.")) from None
    shallow = _("This copy holds only the newest history. Fetch the rest: git fetch --unshallow --tags")
    nowhere = _(
        "No revision in git promises what {decision} adopted. The plan may have come into git later, or the line “definitions” "
        "has been changed. Compare with a version that is there, as main: plantrack diff main"
    )
    raise CannotRun(shallow if repository.is_shallow else nowhere, decision=lock.decision)


def _candidates(
    repository: Repository, folder: Path, facts: Facts, lock: Lock, day: date
) -> Iterator[tuple[str, Facts]]:
    """The revisions in which it may be, the likeliest first: where the decision was written, then all others."""
    file = facts.file_of["decision", lock.decision]
    paths = [source.file for source in facts.sources]
    seen: set[str] = set()
    before: tuple[RevisionTree, Facts] | None = None
    for only in (file, ""):
        for revision in revisions_defining(folder, facts.plan.header.uses, only):
            if revision in seen:
                continue
            seen.add(revision)
            try:
                tree = same_plan_at(repository, revision, facts.plan.header.id or "", paths)
            except NoRevision:
                continue
            known = before
            then = load_beside(tree, known[1], same_in_git(known[0], tree), day) if known else _whole(tree, day)
            before = (tree, then)
            yield revision, then


def _whole(tree: RevisionTree, day: date) -> Facts:
    from plantrack.store.folder import load_tree

    return load_tree(tree, day)
