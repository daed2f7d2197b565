"""The two sides of a comparison: what BEFORE and AFTER mean, and the plan as it is at each of them.

A side is a revision, a folder on the disk, or the working tree. Knows nothing of what a difference is.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from plantrack.commands.lacking import NO_LATEST, UNMERGED, UNMERGED_MORE, Note, lacking, listed
from plantrack.commands.options import find_plan_at, no_revision, plan_folder
from plantrack.facts import Facts
from plantrack.mark import Term, _
from plantrack.pattern import pattern
from plantrack.shell import CannotRun
from plantrack.store.beside import (
    Same,
    levelled,
    load_after,
    load_beside,
    same_as_in_folder,
    same_by_bytes,
    same_in_git,
)
from plantrack.store.branching import called, current_branch, is_same_branch, main_line, parent, parting
from plantrack.store.folder import NoPlan, Watch
from plantrack.store.repository import NoRevision, Repository
from plantrack.store.revision import (
    RevisionTree,
    committed_as_they_stand,
    header_of,
    id_of,
    latest_change,
    same_plan_at,
)
from plantrack.store.tree import Files, FolderTree

RANGE = pattern(r"(.*?)(\.\.\.?)([^./\\].*|)")
"""Two revisions in one word, as git writes them: A..B, or A...B for what B changed since it left A."""
WHOLE_NAME = pattern(r"[0-9a-f]{40,64}")
SHORT = 7
"""Letters of a commit's name that a person is shown."""
WORKING_TREE = Term(_("the working tree"))
LAST_COMMIT = Term(_("the last commit"))

__all__ = ["Compared", "Note", "Side", "Sides", "read", "read_before", "sides"]


class Side(NamedTuple):
    """One of the two."""

    label: str | Term
    """As the reader names it; a word of the tool's where it is one."""
    tree: Files
    folder: Path
    """Where its files are, or would be, on the disk."""
    revision: str = ""
    """The whole name of its commit; empty where it is none."""


class Sides(NamedTuple):
    """What is compared with what."""

    before: Side
    after: Side
    told: Note
    """What was chosen, in a sentence."""
    same: Same
    """Which files need not be compared."""
    partial: tuple[Note, ...] = ()
    """What the comparison lacks, as far as it is known before the files are read."""


class Compared(NamedTuple):
    """Both plans as read, and what they lack."""

    before: Facts
    after: Facts
    partial: tuple[Note, ...]


CANNOT = {
    "no_repository": _(
        "{folder} is in no git repository, so there is nothing to compare it with. Two folders can be compared: "
        "plantrack diff BEFORE AFTER"
    ),
    "no_git": _("git is not installed here. Without it, only two folders can be compared: plantrack diff BEFORE AFTER"),
    "nothing_yet": _("Nothing has been committed here yet, so there is nothing to compare with."),
    "unknown": _(
        "git knows no revision “{revision}”, and there is no folder of that name with a plan in it. “git tag” and "
        "“git branch --all” list the names."
    ),
    "unknown_here": _(
        "git knows no revision “{revision}”. This copy holds only the newest history; fetch the rest: "
        "git fetch --unshallow --tags"
    ),
    "no_plan": _("This plan was not there yet at “{revision}”, so there is nothing to compare."),
    "no_folder": _("There is no folder {path}."),
    "no_plan_there": _("There is no plan in {path}: no file plan.yaml."),
    "cut_off": _(
        "Where {one} and {other} parted cannot be seen: this copy holds only the newest history. Fetch the rest: "
        "git fetch --unshallow"
    ),
    "no_beginning": _("{one} and {other} have no history in common. Name the revision to compare with."),
}


def sides(before: str = "", after: str = "", plan: str = "") -> Sides:
    """What two words, or fewer, mean. Raises ``CannotRun`` where they mean nothing."""
    before, after, parted = _split(before, after)
    one, other = _folder(before, plan), _folder(after, plan)
    if one and other:
        return Sides(one, other, _told(one, other), same_by_bytes(one.tree, other.tree))
    return _InGit(plan, after or before).sides(one or before, other or after, parted=parted)


def read(these: Sides, day: date, watch: Watch = iter) -> Compared:
    """Both plans. AFTER is read whole, and of BEFORE what differs."""
    return read_before(these, load_after(these.after.tree, these.before.tree, day, watch), watch)


def read_before(these: Sides, after: Facts, watch: Watch = iter) -> Compared:
    """Both plans, of which AFTER has been read already."""
    day = after.day
    level = levelled(load_beside(these.before.tree, after, these.same, day, watch), after)
    unread = ((these.before, level.unread_before, level.before), (these.after, level.unread_after, level.after))
    notes = [note for side, files, facts in unread for note in lacking(side.label, files, facts)]
    return Compared(level.before, level.after, (*these.partial, *notes))


def _split(before: str, after: str) -> tuple[str, str, bool]:
    """Two words, from one that holds both; and whether BEFORE is where AFTER left it."""
    found = RANGE.fullmatch(before) if before and not after and not Path(before).exists() else None
    if found is None:
        return before, after, False
    return found[1] or "HEAD", found[3] or "HEAD", found[2] == "..."


def _folder(word: str, plan: str) -> Side | None:
    """The plan in a folder; None where the word may be a revision.

    What is both is a revision, unless it is written as a way: ``./plan`` or ``plan/``.
    """
    if not word:
        return None
    path = Path(word)
    is_way = (
        word.endswith(("/", "\\")) or word.startswith(("./", "../", ".\\", "..\\", "/", "~")) or word in (".", "..")
    )
    if not path.exists():
        if is_way or path.is_absolute():
            raise CannotRun(CANNOT["no_folder"], path=word)
        return None
    if not is_way and _is_revision(word, plan):
        return None
    try:
        folder = find_plan_at(path)
    except NoPlan:
        raise CannotRun(CANNOT["no_plan_there"], path=word) from None
    return Side(word, FolderTree(folder), folder)


def _is_revision(word: str, plan: str) -> bool:
    try:
        return Repository(Path(plan) if plan else Path.cwd()).knows(word)
    except NoRevision:
        return False


class _InGit:
    """A plan in a repository, at least one side of which git is to give."""

    def __init__(self, plan: str, revision: str) -> None:
        self.folder = self._found(plan, revision)
        self.disk = FolderTree(self.folder)
        try:
            self.repository = Repository(self.folder, revision)
        except NoRevision as error:
            raise self._cannot(error) from None
        self.on_disk = self.disk.read("plan.yaml") is not None
        self.paths = [each.path for each in self.disk.files()] if self.on_disk else []
        self.identifier = id_of(self.disk)

    def sides(self, before: str | Side, after: str | Side, *, parted: bool) -> Sides:
        """What two words mean: a folder that was found, a revision, or nothing that was said."""
        try:
            if not before:
                return self._of_branch()
            other = after if isinstance(after, Side) else self._at(after) if after else self._working_tree()
            if parted and isinstance(before, str):
                base = self._parting(before, str(after))
                one = self._at(base, base[:SHORT])
                told = _("What {after} has changed since it left {branch}: {before} against {after}.")
                return self._sides(one, other, (told, {"branch": before}))
            one = before if isinstance(before, Side) else self._at(before)
            return self._sides(one, other)
        except NoRevision as error:
            raise self._cannot(error) from None

    def _of_branch(self) -> Sides:
        """What this branch changes; on the main line itself, what is not committed, or what was changed last."""
        if not self.repository.knows("HEAD"):
            raise CannotRun(CANNOT["nothing_yet"])
        after = self._working_tree()
        main, branch = main_line(self.repository), current_branch(self.repository)
        head = self.repository.commit("HEAD")
        base = self._parting("HEAD", main) if main else head
        if base != head:
            told = _("What has changed here since {branch}: {before} against {after}.")
            return self._sides(self._at(base, base[:SHORT]), after, (told, {"branch": called(main)}))
        uses = header_of(self.disk).uses
        is_main = not main or not branch or is_same_branch(main, branch)
        if is_main and committed_as_they_stand(self.folder, uses):
            return self._latest(latest_change(self.folder, uses), after)
        told = _("What has not been committed yet: {before} against {after}.")
        return self._sides(self._at("HEAD", LAST_COMMIT), after, (told, {}))

    def _latest(self, latest: str, after: Side) -> Sides:
        """What a commit changed; where none is to be seen before it, nothing."""
        before = parent(self.repository, latest)
        if not before:
            these = self._sides(self._at("HEAD", LAST_COMMIT), after)
            lacks: tuple[Note, ...] = ((NO_LATEST, {}),) if self.repository.is_shallow else ()
            return these._replace(partial=(*these.partial, *lacks))
        told = _("Nothing is uncommitted here. This is what was changed last, in {latest}: {before} against {after}.")
        return self._sides(self._at(before, before[:SHORT]), after, (told, {"latest": latest[:SHORT]}))

    def _parting(self, one: str, other: str) -> str:
        found = parting(self.repository, self.repository.commit(one), self.repository.commit(other))
        if not found:
            why = "cut_off" if self.repository.is_shallow else "no_beginning"
            raise CannotRun(CANNOT[why], one=called(one), other=called(other))
        return found

    def _at(self, revision: str, label: str | Term = "") -> Side:
        """The plan at a revision."""
        tree = same_plan_at(self.repository, revision, self.identifier, self.paths)
        self.identifier = self.identifier or id_of(tree)
        return Side(label or named(revision), tree, self.repository.top / tree.top, tree.revision)

    def _working_tree(self) -> Side:
        if not self.on_disk:
            raise CannotRun(CANNOT["no_plan_there"], path=str(self.folder))
        return Side(WORKING_TREE, self.disk, self.folder)

    def _sides(self, before: Side, after: Side, told: Note | None = None) -> Sides:
        sentence, values = told or _told(before, after)
        values = {**values, "before": before.label, "after": after.label}
        return Sides(before, after, (sentence, values), self._same(before, after), self._unmerged(after))

    def _same(self, before: Side, after: Side) -> Same:
        if isinstance(before.tree, RevisionTree) and isinstance(after.tree, RevisionTree):
            return same_in_git(before.tree, after.tree)
        is_here = after.tree is self.disk and isinstance(before.tree, RevisionTree)
        if is_here and isinstance(before.tree, RevisionTree) and before.tree.top == self.repository.prefix:
            return same_as_in_folder(self.repository, before.tree)
        return same_by_bytes(before.tree, after.tree)

    def _unmerged(self, after: Side) -> tuple[Note, ...]:
        """That a merge is going on in the working tree."""
        if after.tree is not self.disk:
            return ()
        told = self.repository.ask("diff", "--name-only", "-z", "--diff-filter=U", "--no-relative")
        start = f"{self.repository.prefix}/" if self.repository.prefix else ""
        files = {
            each.removeprefix(start) for each in told.decode("utf-8", "replace").split("\0") if each.startswith(start)
        }
        files.discard("")
        return (listed(UNMERGED, UNMERGED_MORE, sorted(files)),) if files else ()

    def _found(self, plan: str, revision: str) -> Path:
        try:
            return plan_folder(plan)
        except CannotRun:
            if not revision:
                raise
            return plan_folder(plan, revision)

    def _cannot(self, error: NoRevision) -> CannotRun:
        reason = error.reason
        if reason == "unknown" and self.repository.is_shallow:
            reason = "unknown_here"
        if reason not in CANNOT:
            return no_revision(error)
        whole = WHOLE_NAME.fullmatch(error.revision)
        return CannotRun(
            CANNOT[reason], revision=error.revision[:SHORT] if whole else error.revision, folder=str(self.folder)
        )


def named(revision: str) -> str:
    """A revision as a person reads it: a commit's whole name is cut."""
    return revision[:SHORT] if WHOLE_NAME.fullmatch(revision) else revision


def _told(before: Side, after: Side) -> Note:
    return _("{before} against {after}."), {"before": before.label, "after": after.label}
