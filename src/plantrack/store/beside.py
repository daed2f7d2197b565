"""Reads a plan beside one that has been read: only files that differ are read and decoded.

What git says is the same is the same; between folders, what has the same bytes. A file that cannot be read on one
side stands there as it does on the other, so that what is merely unread is never told as a change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from plantrack.facts import Facts
from plantrack.finding import Fault
from plantrack.model.plan import Header
from plantrack.store.folder import Watch, assemble, load_tree
from plantrack.store.known import Known, Told
from plantrack.store.repository import Repository, as_path
from plantrack.store.revision import RevisionTree, header_of
from plantrack.store.tree import Files

Same = Callable[[str], bool]
"""Whether a file, by its path from the plan's folder, holds the same on both sides."""
YAML = ":(top,icase,glob)**/*.y*ml*"
BOTH_AT_ONCE = "conflict_markers"
"""The fault of a file that holds two versions of itself."""
READ_BY = ("scale", "languages", "language", "uses")
"""What the header says of how other files are read, and which."""


class Beside(NamedTuple):
    """Two plans that can be compared."""

    before: Facts
    after: Facts
    unread_before: tuple[str, ...]
    """Files of the first that could not be read, and that stand in it as in the second."""
    unread_after: tuple[str, ...]
    """Files of the second that could not be read, and that stand in it as in the first."""


def load_after(tree: Files, before: Files, day: date, watch: Watch = iter) -> Facts:
    """A plan read whole; where its own file cannot be read, the files are read as that of another says."""
    facts = load_tree(tree, day, watch)
    if any(each.kind == "plan" and each.id for each in facts.unreadable):
        return load_tree(tree, day, watch, Known({}, header_of(before)))
    return facts


def load_beside(tree: Files, after: Facts, same: Same, day: date, watch: Watch = iter) -> Facts:
    """A plan, with all that its files have in common with one that has been read taken from there."""
    known = {file: told for file, told in told_by_file(after).items() if same(file)}
    header = after.plan.header
    mine = header if "plan.yaml" in known else header_of(tree, header)
    if any(mine[name] != header[name] for name in READ_BY):
        known = {}
    return load_tree(tree, day, watch, Known(known, header))


def levelled(before: Facts, after: Facts) -> Beside:
    """Both plans, with what one of them could not read as it is in the other."""
    lost_before, lost_after = _lost(before), _lost(after)
    return Beside(
        _with(before, lost_before, after), _with(after, lost_after, before), tuple(lost_before), tuple(lost_after)
    )


def same_in_git(before: RevisionTree, after: RevisionTree) -> Same:
    """Between two revisions: git gives what is the same one name."""

    def same(path: str) -> bool:
        return bool(before.blob(path)) and before.blob(path) == after.blob(path)

    return same


def same_as_in_folder(repository: Repository, before: RevisionTree) -> Same:
    """Between a revision and the working tree: whatever git does not say is changed."""
    told = repository.ask(
        "diff", "--raw", "-z", "--no-relative", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules", before.revision,
        "--", YAML, revision=before.revision,
    )  # fmt: skip
    changed = {as_path(each) for each in told.split(b"\0")[1::2]}
    return lambda path: bool(before.blob(path)) and before.way(path) not in changed


def same_by_bytes(before: Files, after: Files) -> Same:
    """Between any two folders: what holds the same bytes."""

    def same(path: str) -> bool:
        data = before.read(path)
        return data is not None and data == after.read(path)

    return same


def told_by_file(facts: Facts) -> Mapping[str, Told]:
    """What each file of a plan told."""
    found: dict[str, Told] = {}
    for source in facts.sources:
        told = found.get(source.file, Told())
        found[source.file] = told._replace(sources=(*told.sources, source))
    for faults in facts.faults.values():
        for fault in faults:
            if fault.reason != "missing_folder":
                told = found.get(fault.where.file, Told())
                found[fault.where.file] = told._replace(faults=(*told.faults, fault))
    for lost in facts.unreadable:
        told = found.get(lost.file, Told())
        found[lost.file] = told._replace(unreadable=(*told.unreadable, lost))
    return found


def _lost(facts: Facts) -> Mapping[str, tuple[str, str]]:
    """The files that could not be read, or that hold two versions at once: what each would have been."""
    lost = {each.file: (each.kind, each.id) for each in facts.unreadable}
    torn = {fault.where.file for fault in facts.faults.get(BOTH_AT_ONCE, ())}
    return {**lost, **{each.file: (each.kind, each.id) for each in facts.sources if each.file in torn}}


def _with(facts: Facts, lost: Mapping[str, tuple[str, str]], other: Facts) -> Facts:
    """A plan with what it has lost as it is in another."""
    if not lost:
        return facts
    wanted = set(lost.values())
    lent = [each for each in other.sources if (each.kind, each.id) in wanted and each.file not in _lost(other)]
    sources = [*(each for each in facts.sources if each.file not in lost), *lent]
    header = next((each.record for each in sources if isinstance(each.record, Header)), facts.plan.header)
    return Facts(
        assemble(header, sources),
        facts.day,
        sources=tuple(sources),
        faults=tuple(_all(facts.faults.values())),
        unreadable=facts.unreadable,
    )


def _all(faults: Iterable[list[Fault]]) -> Iterable[Fault]:
    return (fault for some in faults for fault in some)
