"""A plan as it was at a revision: read from git's objects, never from the working tree."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple

from plantrack.model.plan import Header
from plantrack.store.files import PLAN_FILE, TEMPLATES
from plantrack.store.folder import decode
from plantrack.store.repository import NoRevision, Repository, as_path, ask
from plantrack.store.tree import Files, TreeFile, is_hidden, is_yaml

NO_HEADER = Header()


class Blob(NamedTuple):
    """A file in git: its name there, and its size."""

    name: str
    size: int


class RevisionTree:
    """Files of one revision, below one folder of the repository."""

    def __init__(self, revision: str, top: str, blobs: Mapping[str, Blob], contents: Callable[[str], bytes]) -> None:
        self.revision = revision
        """The commit's whole name."""
        self.top = top
        self.blobs = blobs
        self.contents = contents

    def below(self, top: str) -> RevisionTree:
        """The files below a folder, by its path from the top of the repository."""
        return RevisionTree(self.revision, top, self.blobs, self.contents)

    def folder(self, path: str) -> RevisionTree | None:
        top = self.way(path)
        is_around = not top or f"{self.top}/".startswith(f"{top}/")
        found = not is_around and any(name.startswith(f"{top}/") for name in self.blobs)
        return self.below(top) if found else None

    def read(self, path: str) -> bytes | None:
        name = self.blob(path) if path else ""
        try:
            return self.contents(name) if name else None
        except OSError:
            return None

    def blob(self, path: str) -> str:
        """The name that git has for what a file holds; empty where there is no such file."""
        blob = self.blobs.get(self.way(path))
        return blob.name if blob else ""

    def names(self, path: str) -> tuple[str, ...]:
        start = f"{self.way(path)}/"
        found = (name.removeprefix(start) for name in self.blobs if name.startswith(start))
        return tuple(sorted(name for name in found if "/" not in name))

    def plans_beside(self) -> tuple[str, ...]:
        around = f"{self.top}/".rpartition("/")[0].rpartition("/")[0]
        start = f"{around}/" if around else ""
        found = (name.removeprefix(start).split("/") for name in self.blobs if name.startswith(start))
        inner = {parts[0] for parts in found if len(parts) == 2 and parts[1] == PLAN_FILE}
        return tuple(f"../{each}" for each in sorted(inner - {self.top.rpartition("/")[2]})) if self.top else ()

    def way(self, path: str) -> str:
        """A path from here as one from the top of the repository."""
        way = normpath(f"{self.top}/{path}" if self.top else path).strip("/")
        return "" if way == "." else way

    def files(self) -> Iterator[TreeFile]:
        start = f"{self.top}/" if self.top else ""
        for name in sorted(self.blobs, key=lambda name: name.split("/")):
            path = name.removeprefix(start)
            if name.startswith(start) and is_yaml(path) and not is_hidden_anywhere(path):
                blob = self.blobs[name]
                yield TreeFile(path, blob.size, lambda blob=blob: self.contents(blob.name))  # type: ignore[misc]


def tree_at(folder: Path, revision: str) -> RevisionTree:
    """The files in a plan's folder as they were at a revision. Raises ``NoRevision``."""
    return tree_in(Repository(folder, revision), revision)


def tree_in(repository: Repository, revision: str) -> RevisionTree:
    """The files in the repository's own folder as they were at a revision. Raises ``NoRevision``."""
    whole = files_at(repository, revision)
    if f"{repository.prefix}/plan.yaml".lstrip("/") not in whole.blobs:
        raise NoRevision("no_plan", revision)
    return whole.below(repository.prefix)


def plans_at(repository: Repository, revision: str) -> Iterator[RevisionTree]:
    """Every plan in a repository at a revision: its folder may have had another name. Raises ``NoRevision``."""
    whole = files_at(repository, revision)
    for path in whole.blobs:
        top, _slash, name = path.rpartition("/")
        if name == "plan.yaml":
            yield whole.below(top)


def same_plan_at(repository: Repository, revision: str, identifier: str, paths: Collection[str]) -> RevisionTree:
    """A plan at a revision, wherever it lay there: by its id, and else by the repository's own folder.

    Of several with the id it is the one that has most of the ``paths``. Raises ``NoRevision``.
    """
    plans = [each for each in plans_at(repository, revision) if "/issued/" not in f"/{each.top}/"]
    named = [each for each in plans if id_of(each) == identifier] if identifier else []
    here = [each for each in plans if each.top == repository.prefix]
    found = [each for each in named if each in here] or named or here
    if not found:
        raise NoRevision("no_plan", revision)
    return max(found, key=lambda each: (sum(bool(each.blob(path)) for path in paths), -len(each.top)))


def id_of(tree: Files) -> str:
    """The id that a plan gives itself; empty where it cannot be read."""
    return header_of(tree).id or ""


def header_of(tree: Files, otherwise: Header = NO_HEADER) -> Header:
    """What a plan's own file says."""
    data = tree.read("plan.yaml")
    record = decode("plan", "plan", "plan.yaml", data)[0] if data is not None else None
    return record if isinstance(record, Header) else otherwise


def files_at(repository: Repository, revision: str) -> RevisionTree:
    """All files of a repository as they were at a revision. Raises ``NoRevision``."""
    name = repository.commit(revision)
    listing = repository.ask("ls-tree", "-r", "-z", "-l", "--full-tree", name, revision=revision)
    return RevisionTree(name, "", dict(_listed(listing)), repository.objects)


def find_plan_in_git(start: Path, revision: str, *, upwards: bool) -> Path:
    """The folder that held a plan at a revision, whatever the disk holds now. Raises ``NoRevision``.

    It is the given folder or ``plan/`` in it, or where ``upwards``, the nearest above in which it was so.
    """
    repository = Repository(start, revision)
    known = files_at(repository, revision).blobs
    prefix = repository.prefix
    depth = prefix.count("/") + 1 if prefix else 0
    for above in range(depth + 1 if upwards else 1):
        parts = prefix.split("/")[: depth - above] if prefix else []
        for inside in ((), ("plan",)):
            if "/".join((*parts, *inside, "plan.yaml")) in known:
                return start.resolve().joinpath(*[".."] * above, *inside).resolve()
    raise NoRevision("no_plan", revision)


def day_of(folder: Path, revision: str) -> str:
    """The day of a commit by its whole name, as it was where it was made."""
    told = Repository(folder, revision).ask("show", "-s", "--format=%cI", revision, revision=revision)
    return told.decode()[:10]


def names(folder: Path) -> tuple[tuple[str, str], ...]:
    """The tags and then the branches of a plan's repository, the newest first, each with what its commit is about.

    Nothing where there is no repository.
    """
    order = ("--sort=-creatordate", "--format=%(refname:short)%00%(contents:subject)")
    try:
        found = [ask(folder, "for-each-ref", *order, f"refs/{kind}") for kind in ("tags", "heads")]
    except NoRevision:
        return ()
    lines = b"".join(found).decode("utf-8", "replace").splitlines()
    return tuple((name, about) for name, _zero, about in (line.partition("\0") for line in lines))


def revisions(folder: Path, uses: Iterable[str] = ()) -> list[str]:
    """Every commit that changed a plan's files, by whole names, the newest first; none where git knows none."""
    try:
        return ask(folder, "log", "--format=%H", "--", *_files_of(folder, uses)).decode().split()
    except NoRevision:
        return []


KEPT_BESIDE = ("progress", "reports", "log", "rounds", "ballots")
"""Folders whose files promise nothing."""


def revisions_defining(folder: Path, uses: Iterable[str] = (), file: str = "") -> list[str]:
    """Every commit that changed what a plan promises, or one of its files, by whole names, the newest first."""
    beside = [f":(exclude,glob){each}/**" for each in KEPT_BESIDE]
    try:
        return (
            ask(folder, "log", "--format=%H", "--", *([file] if file else [*_files_of(folder, uses), *beside]))
            .decode()
            .split()
        )
    except NoRevision:
        return []


def latest_change(folder: Path, uses: Iterable[str] = ()) -> str:
    """The newest commit on the branch, or merge into it, that changed a plan's files; nothing where git knows none."""
    try:
        told = ask(folder, "log", "-1", "--first-parent", "--format=%H", "--", *_files_of(folder, uses))
    except NoRevision:
        return ""
    return told.decode().strip()


def committed_as_they_stand(folder: Path, uses: Iterable[str] = ()) -> str:
    """The newest commit that changed a plan's files, where all of them are committed as they stand; else nothing.

    What is new, changed or removed since, in the plan's folder or in one that it ``uses``, has no revision yet. Other
    files may lie there as they like: reports that have been made, for one.
    """
    files = _files_of(folder, uses)
    try:
        if ask(folder, "status", "--porcelain", "-z", "--untracked-files=all", "--", *files):
            return ""
        return ask(folder, "log", "-1", "--format=%H", "--", *files).decode().strip()
    except NoRevision:
        return ""


YAML = ("**/*.y*ml",)
LENT_FILES = ("organisations.yaml", "glossary.yaml", "agreement.yaml", "agreements/*.y*ml")
HIDDEN = [":(exclude,glob)**/.*", ":(exclude,glob)**/.*/**"]
"""Files that are no part of a plan wherever they lie: where the plan is the whole repository, other tools keep theirs in it."""


def _files_of(folder: Path, uses: Iterable[str]) -> list[str]:
    """What git is to look at: the YAML files of a plan and of the folders that it uses, and its own templates."""
    used = [each.rstrip("/") for each in uses if (folder / each).is_dir()]
    shared = [
        f"{each}/{file}" for each in used for file in (LENT_FILES if (folder / each / PLAN_FILE).is_file() else YAML)
    ]
    return [f":(glob){each}" for each in (*YAML, *shared, f"{TEMPLATES}/**")] + HIDDEN


def is_hidden_anywhere(path: str) -> bool:
    """Whether a path, or a folder on its way, is no part of the plan."""
    parts = path.split("/")
    return any(is_hidden("/".join(parts[: n + 1])) for n in range(len(parts)))


def _listed(listing: bytes) -> Iterator[tuple[str, Blob]]:
    for entry in listing.split(b"\0"):
        about, tab, path = entry.partition(b"\t")
        if tab:
            _mode, kind, name, size = about.split()
            if kind == b"blob":
                yield as_path(path), Blob(name.decode(), int(size))
