"""A plan as it was at a revision: read from git's objects, never from the working tree."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple

from plantrack.facts import Facts
from plantrack.store.folder import load_tree
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

    def folder(self, path: str) -> RevisionTree | None:
        top = self._way(path)
        is_around = not top or f"{self.top}/".startswith(f"{top}/")
        found = not is_around and any(name.startswith(f"{top}/") for name in self.blobs)
        return RevisionTree(self.revision, top, self.blobs, self.contents) if found else None

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
    top = _git(folder, "rev-parse", "--show-prefix", error="no_repository", revision=revision)
    prefix = top.decode("utf-8", "surrogateescape").strip().rstrip("/")
    commit = _git(
        folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", revision=revision
    )
    name = commit.decode().strip()
    listing = _git(folder, "ls-tree", "-r", "-z", "-l", "--full-tree", name, revision=revision)
    blobs = dict(_listed(listing))
    if f"{prefix}/plan.yaml".lstrip("/") not in blobs:
        raise NoRevision("no_plan", revision)
    wanted = [blob.name for path, blob in blobs.items() if is_yaml(path)]
    return RevisionTree(name, prefix, blobs, Objects(folder, _contents(folder, list(dict.fromkeys(wanted)))))


class Objects:
    """The bytes of git's objects by their names: those that were fetched together, and others one by one."""

    def __init__(self, folder: Path, known: Mapping[str, bytes]) -> None:
        self.folder = folder
        self.known = known

    def __call__(self, name: str) -> bytes:
        return self.known[name] if name in self.known else _contents(self.folder, [name])[name]


def load_revision(folder: Path, revision: str, day: date) -> Facts:
    """The plan in a folder as it was at a revision. Raises ``NoRevision``."""
    return load_tree(tree_at(folder, revision), day)


def committed_as_they_stand(folder: Path, uses: Iterable[str] = ()) -> str:
    """The newest commit that changed a plan's files, where all of them are committed as they stand; else nothing.

    What is new, changed or removed since, in the plan's folder or in one that it ``uses``, has no revision yet.
    """
    paths = [".", *(each for each in uses if (folder / each).is_dir())]
    try:
        if _git(folder, "status", "--porcelain", "-z", "--untracked-files=all", "--", *paths):
            return ""
        return _git(folder, "log", "-1", "--format=%H", "--", *paths).decode().strip()
    except NoRevision:
        return ""


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
