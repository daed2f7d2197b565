"""Finds plans that lie beside each other or under one folder. None of them is read for that."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from plantrack.pattern import pattern
from plantrack.store.files import PLAN_FILE

DEEPEST = 4
"""Folders below the one that is looked in. A plan that lies deeper is not of the same portfolio."""
MOST_LOOKED_IN = 20_000
"""Folders that are opened to look for plans."""
ID_LINE = pattern(r"(?m)^id: *[\"']?([^\s\"'#]+)")


def plans_under(folder: Path, deepest: int = DEEPEST) -> list[Path]:
    """The folders of the plans in a folder, sorted. What lies in a plan's folder is of that plan."""
    return sorted(_plans_in(folder, deepest, [MOST_LOOKED_IN]))


def plans_beside(folder: Path) -> list[Path]:
    """The folders of the plans that lie in the same folder as a plan, without its own."""
    here = folder.resolve()
    return [each for each in plans_under(here.parent, 1) if each != here]


def plan_beside(folder: Path, identifier: str) -> Path | None:
    """The folder of a plan with an id, beside another; None where there is none."""
    return next((each for each in plans_beside(folder) if id_in(each) == identifier), None)


def id_in(folder: Path) -> str:
    """The id of the plan in a folder, found without reading the plan; empty where it cannot be seen."""
    try:
        return id_of_bytes((folder / PLAN_FILE).read_bytes())
    except OSError:
        return ""


def id_of_bytes(data: bytes) -> str:
    """The id in a plan's own file; empty where it cannot be seen."""
    found = ID_LINE.search(data.decode("utf-8", "replace"))
    return found[1] if found else ""


def _plans_in(folder: Path, deepest: int, room: list[int]) -> Iterator[Path]:
    room[0] -= 1
    if room[0] < 0:
        return
    if (folder / PLAN_FILE).is_file():
        yield folder
        return
    if deepest == 0:
        return
    try:
        with os.scandir(folder) as found:
            inner = [each.name for each in found if each.is_dir(follow_symlinks=False) and not _is_apart(each.name)]
    except OSError:
        return
    for name in sorted(inner):
        yield from _plans_in(folder / name, deepest - 1, room)


def _is_apart(name: str) -> bool:
    """Whether a folder by this name holds no plan of anybody's: it is hidden, or other tools keep theirs in it."""
    return name.startswith(".") or name in ("node_modules", "__pycache__", "site-packages")
