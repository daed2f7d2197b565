"""A plan as it was at a revision: read from git's objects, never from the working tree."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple

from plantrack.store.files import TEMPLATES
from plantrack.store.tree import TreeFile, is_hidden, is_yaml


class NoRevision(Exception):
    """The revision cannot be read. ``reason``: no_git, no_repository, unknown or no_plan."""

    def __init__(self, reason: str, revision: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.revision = revision


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
        top = self._way(path)
        is_around = not top or f"{self.top}/".startswith(f"{top}/")
        found = not is_around and any(name.startswith(f"{top}/") for name in self.blobs)
        return self.below(top) if found else None

    def read(self, path: str) -> bytes | None:
        blob = self.blobs.get(self._way(path)) if path else None
        return self.contents(blob.name) if blob else None

    def names(self, path: str) -> tuple[str, ...]:
        start = f"{self._way(path)}/"
        found = (name.removeprefix(start) for name in self.blobs if name.startswith(start))
        return tuple(sorted(name for name in found if "/" not in name))

    def _way(self, path: str) -> str:
        """A path from here as one from the top of the repository."""
        way = normpath(f"{self.top}/{path}" if self.top else path).strip("/")
        return "" if way == "." else way

    def files(self) -> Iterator[TreeFile]:
        start = f"{self.top}/" if self.top else ""
        for name in sorted(self.blobs, key=lambda name: name.split("/")):
            path = name.removeprefix(start)
            if name.startswith(start) and is_yaml(path) and not _is_hidden_anywhere(path):
                blob = self.blobs[name]
                yield TreeFile(path, blob.size, lambda blob=blob: self.contents(blob.name))  # type: ignore[misc]


def tree_at(folder: Path, revision: str) -> RevisionTree:
    """The files in a plan's folder as they were at a revision. Raises ``NoRevision``."""
    here, prefix = _in_repository(folder, revision)
    whole = _repository_at(here, revision)
    if f"{prefix}/plan.yaml".lstrip("/") not in whole.blobs:
        raise NoRevision("no_plan", revision)
    return whole.below(prefix)


def plans_at(folder: Path, revision: str) -> Iterator[RevisionTree]:
    """Every plan in a plan's repository at a revision: its folder may have had another name. Raises ``NoRevision``."""
    here, _prefix = _in_repository(folder, revision)
    whole = _repository_at(here, revision)
    for path in whole.blobs:
        top, _slash, name = path.rpartition("/")
        if name == "plan.yaml":
            yield whole.below(top)


def _repository_at(here: Path, revision: str) -> RevisionTree:
    """All files of a repository as they were at a revision."""
    name = _commit(here, revision)
    listing = _git(here, "ls-tree", "-r", "-z", "-l", "--full-tree", name, revision=revision)
    blobs = dict(_listed(listing))
    wanted = [blob.name for path, blob in blobs.items() if is_yaml(path)]
    return RevisionTree(name, "", blobs, Objects(here, _contents(here, list(dict.fromkeys(wanted)))))


def find_plan_in_git(start: Path, revision: str, *, upwards: bool) -> Path:
    """The folder that held a plan at a revision, whatever the disk holds now. Raises ``NoRevision``.

    It is the given folder or ``plan/`` in it, or where ``upwards``, the nearest above in which it was so.
    """
    here, prefix = _in_repository(start, revision)
    listing = _git(here, "ls-tree", "-r", "-z", "--name-only", "--full-tree", _commit(here, revision))
    known = set(listing.decode("utf-8", "surrogateescape").split("\0"))
    depth = prefix.count("/") + 1 if prefix else 0
    for above in range(depth + 1 if upwards else 1):
        parts = prefix.split("/")[: depth - above] if prefix else []
        for inside in ((), ("plan",)):
            if "/".join((*parts, *inside, "plan.yaml")) in known:
                return start.resolve().joinpath(*[".."] * above, *inside).resolve()
    raise NoRevision("no_plan", revision)


def day_of(folder: Path, revision: str) -> str:
    """The day of a commit by its whole name, as it was where it was made."""
    here, _prefix = _in_repository(folder, revision)
    told = _git(here, "-c", "log.showSignature=false", "show", "-s", "--format=%cI", revision, revision=revision)
    return told.decode()[:10]


def names(folder: Path) -> tuple[tuple[str, str], ...]:
    """The tags and then the branches of a plan's repository, the newest first, each with what its commit is about.

    Nothing where there is no repository.
    """
    order = ("--sort=-creatordate", "--format=%(refname:short)%00%(contents:subject)")
    try:
        found = [_git(folder, "for-each-ref", *order, f"refs/{kind}") for kind in ("tags", "heads")]
    except NoRevision:
        return ()
    lines = b"".join(found).decode("utf-8", "replace").splitlines()
    return tuple((name, about) for name, _zero, about in (line.partition("\0") for line in lines))


def _in_repository(folder: Path, revision: str) -> tuple[Path, str]:
    """The nearest folder that the disk still has, to ask git in; and a folder's path from the top of the repository."""
    folder = folder.resolve()
    here = next(each for each in (folder, *folder.parents) if each.is_dir())
    top = _git(here, "rev-parse", "--show-prefix", error="no_repository", revision=revision)
    rest = folder.relative_to(here).as_posix()
    prefix = f"{top.decode('utf-8', 'surrogateescape').strip()}{'' if rest == '.' else rest}"
    return here, prefix.rstrip("/")


def _commit(here: Path, revision: str) -> str:
    """The whole name of the commit that a revision stands for."""
    wanted = f"{revision}^{{commit}}"
    found = _git(here, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted, revision=revision)
    return found.decode().strip()


class Objects:
    """The bytes of git's objects by their names: those that were fetched together, and others one by one."""

    def __init__(self, folder: Path, known: Mapping[str, bytes]) -> None:
        self.folder = folder
        self.known = known

    def __call__(self, name: str) -> bytes:
        return self.known[name] if name in self.known else _contents(self.folder, [name])[name]


def revisions(folder: Path, uses: Iterable[str] = ()) -> list[str]:
    """Every commit that changed a plan's files, by whole names, the newest first; none where git knows none."""
    try:
        return _git(folder, "log", "--format=%H", "--", *_files_of(folder, uses)).decode().split()
    except NoRevision:
        return []


def committed_as_they_stand(folder: Path, uses: Iterable[str] = ()) -> str:
    """The newest commit that changed a plan's files, where all of them are committed as they stand; else nothing.

    What is new, changed or removed since, in the plan's folder or in one that it ``uses``, has no revision yet. Other
    files may lie there as they like: reports that have been made, for one.
    """
    files = _files_of(folder, uses)
    try:
        if _git(folder, "status", "--porcelain", "-z", "--untracked-files=all", "--", *files):
            return ""
        return _git(folder, "log", "-1", "--format=%H", "--", *files).decode().strip()
    except NoRevision:
        return ""


HIDDEN = [":(exclude,glob)**/.*", ":(exclude,glob)**/.*/**"]
"""Files that are no part of a plan wherever they lie: where the plan is the whole repository, other tools keep theirs in it."""


def _files_of(folder: Path, uses: Iterable[str]) -> list[str]:
    """What git is to look at: the YAML files of a plan and of the folders that it uses, and its own templates."""
    folders = ["", *(f"{each.rstrip('/')}/" for each in uses if (folder / each).is_dir())]
    return [f":(glob){each}**/*.y*ml" for each in folders] + [f":(glob){TEMPLATES}/**"] + HIDDEN


def _is_hidden_anywhere(path: str) -> bool:
    parts = path.split("/")
    return any(is_hidden("/".join(parts[: n + 1])) for n in range(len(parts)))


def _listed(listing: bytes) -> Iterator[tuple[str, Blob]]:
    for entry in listing.split(b"\0"):
        about, tab, path = entry.partition(b"\t")
        if tab:
            _mode, kind, name, size = about.split()
            if kind == b"blob":
                yield path.decode("utf-8", "surrogateescape"), Blob(name.decode(), int(size))


def _contents(folder: Path, names: list[str]) -> Mapping[str, bytes]:
    """The bytes of many objects, through one git process."""
    output = _git(folder, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode())
    contents = {}
    at = 0
    for name in names:
        end = output.index(b"\n", at)
        size = int(output[at:end].split()[-1])
        contents[name] = output[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
    return contents


def _git(folder: Path, *arguments: str, given: bytes = b"", error: str = "unknown", revision: str = "") -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], input=given, capture_output=True, check=False)  # noqa: S603, S607
    except FileNotFoundError:
        raise NoRevision("no_git", revision) from None
    if done.returncode:
        raise NoRevision(error, revision)
    return done.stdout
