"""Where files come from: a folder on the disk, or a revision in git. Both give the same files the same way."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from plantrack.store.beside_folder import plans_beside
from plantrack.store.files import ISSUE_FILE, OTHER_FOLDERS, PLAN_FILE, is_lent

BIGGEST_OTHER = 50_000_000
"""Bytes of a file that is no part of the plan: a report as it was issued."""


class TreeFile(NamedTuple):
    """A file that can be read: its path from the folder it was found in, its size in bytes, and its bytes.

    A folder that cannot be opened is one too, with a path that ends with a slash.
    """

    path: str
    size: int
    read: Callable[[], bytes]
    """Raises ``OSError`` where it cannot be read."""


class Tree(Protocol):
    """Files in folders."""

    def folder(self, path: str) -> Tree | None:
        """A folder by its path from here, which may lead upwards; None where there is none, or this one is in it."""

    def files(self) -> Iterator[TreeFile]:
        """The YAML files in it and in its folders, sorted, without those whose names begin with a dot."""


class Files(Tree, Protocol):
    """Files in folders, of which any can be read."""

    @property
    def revision(self) -> str:
        """The whole name of the commit they are of; empty where they are of none."""

    def folder(self, path: str) -> Files | None:
        """A folder by its path from here."""

    def read(self, path: str) -> bytes | None:
        """Any file by its path from here, which may lead upwards; None where it cannot be read."""

    def names(self, path: str) -> tuple[str, ...]:
        """The names of all files right in a folder, sorted; none where there is no such folder."""

    def plans_beside(self) -> tuple[str, ...]:
        """The ways to the folders that lie beside this one and hold a plan, sorted."""


class FolderTree:
    """Files on the disk."""

    revision = ""

    def __init__(self, root: Path) -> None:
        self.root = root

    def folder(self, path: str) -> FolderTree | None:
        try:
            found, root = (self.root / path).resolve(), self.root.resolve()
            known = found.is_dir() and found != root and found not in root.parents
        except (OSError, ValueError, RuntimeError):
            return None
        return FolderTree(self.root / path) if known else None

    def files(self) -> Iterator[TreeFile]:
        return self._files("")

    def read(self, path: str) -> bytes | None:
        found = self.root / path
        try:
            return found.read_bytes() if path and found.is_file() and found.stat().st_size <= BIGGEST_OTHER else None
        except (OSError, ValueError):
            return None

    def names(self, path: str) -> tuple[str, ...]:
        try:
            return tuple(sorted(each.name for each in (self.root / path).iterdir() if each.is_file()))
        except (OSError, ValueError):
            return ()

    def plans_beside(self) -> tuple[str, ...]:
        return tuple(f"../{each.name}" for each in plans_beside(self.root))

    def _files(self, inside: str) -> Iterator[TreeFile]:
        try:
            with os.scandir(self.root / inside) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            yield TreeFile(f"{inside or '.'}/", 0, _refusal(error))
            return
        for entry in entries:
            path = f"{inside}/{entry.name}" if inside else entry.name
            if is_hidden(path):
                continue
            if entry.is_dir(follow_symlinks=False) and not is_yaml(entry.name):
                yield from self._files(path)
            elif is_yaml(entry.name):
                yield TreeFile(path, _size(entry), _reader(entry))


def shared_files(folder: Tree) -> Iterator[TreeFile]:
    """The files that a plan has from a folder that it uses: all of them, but of another plan's own only what that lends."""
    files = list(folder.files())
    of_plan = any(each.path == PLAN_FILE for each in files)
    return (each for each in files if not of_plan or is_lent(each.path))


def is_yaml(name: str) -> bool:
    """Whether a file says by its name that it is YAML."""
    return name.lower().endswith((".yaml", ".yml", ".yaml.txt", ".yml.txt"))


def is_hidden(path: str) -> bool:
    """Whether a path is no part of the plan: a hidden file, a folder for other things, what an issue keeps."""
    first, _slash, _rest = path.partition("/")
    return path.rpartition("/")[2].startswith(".") or first in OTHER_FOLDERS or (first == "reports" and is_kept(path))


def is_kept(path: str) -> bool:
    """Whether a path is what an issued report keeps beside its ``issue.yaml``: the report, and its data."""
    parts = path.split("/")
    return len(parts) > 4 and parts[2] == "issued" and parts[4] != ISSUE_FILE


def _size(entry: os.DirEntry[str]) -> int:
    try:
        return entry.stat().st_size
    except OSError:
        return 0


def _refusal(error: OSError) -> Callable[[], bytes]:
    """Stands for a folder that could not be opened: reading it says why."""

    def read() -> bytes:
        raise error

    return read


def _reader(entry: os.DirEntry[str]) -> Callable[[], bytes]:
    def read() -> bytes:
        if not entry.is_file():
            raise OSError(0, "not a file")
        with open(entry.path, "rb", buffering=0) as file:  # noqa: PTH123  three times as fast as a Path here
            return file.read()

    return read
