"""A plan's files as they are about to be written, over those that are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plantrack.store.tree import Files, TreeFile


class Overlay:
    """The files of a tree, with some of them new or holding something else. Nothing is written."""

    revision = ""

    def __init__(self, under: Files, files: Mapping[str, bytes]) -> None:
        self.under = under
        self.over = files

    def folder(self, path: str) -> Files | None:
        return self.under.folder(path)

    def files(self) -> Iterator[TreeFile]:
        found = {each.path: each for each in self.under.files()}
        for path, data in self.over.items():
            found[path] = TreeFile(path, len(data), lambda data=data: data)  # type: ignore[misc]
        return iter(sorted(found.values(), key=lambda each: each.path.split("/")))

    def read(self, path: str) -> bytes | None:
        return self.over[path] if path in self.over else self.under.read(path)

    def names(self, path: str) -> tuple[str, ...]:
        return self.under.names(path)

    def plans_beside(self) -> tuple[str, ...]:
        return self.under.plans_beside()
