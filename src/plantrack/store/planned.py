"""A plan's folder that is not there yet: its files as they are about to be written, beside the folders that are."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from plantrack.store.tree import FolderTree, TreeFile


class PlannedTree:
    """Files that are not there yet. The folders that they lead to are."""

    revision = ""

    def __init__(self, root: Path, files: Mapping[str, bytes]) -> None:
        self.root = root
        self.planned = files

    def folder(self, path: str) -> FolderTree | None:
        found = Path(os.path.normpath(self.root / path))
        return FolderTree(found) if found.is_dir() else None

    def files(self) -> Iterator[TreeFile]:
        shown = sorted((each for each in self.planned if not each.startswith(".")), key=lambda each: each.split("/"))
        for each in shown:
            data = self.planned[each]
            yield TreeFile(each, len(data), lambda data=data: data)  # type: ignore[misc]

    def read(self, path: str) -> bytes | None:
        if path in self.planned:
            return self.planned[path]
        found = Path(os.path.normpath(self.root / path))
        return found.read_bytes() if found.is_file() else None

    def plans_beside(self) -> tuple[str, ...]:
        return ()

    def names(self, path: str) -> tuple[str, ...]:
        start = f"{path}/"
        return tuple(sorted(each.removeprefix(start) for each in self.planned if each.startswith(start)))
