"""Where an issued report is kept in the plan's folder, and its data with it: enough to make the report again.

The data are the plan's files as they read when the report was issued, with the folders that they share and the
plan's own templates. A folder that the plan uses lies beside it in the same way as it did.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from posixpath import normpath

from plantrack.store.files import ISSUE_FILE, PLAN_FILE, TEMPLATES
from plantrack.store.following import Following
from plantrack.store.tree import Files, shared_files

DATA = "data"


def folder_of(round_id: str, number: str) -> str:
    """The folder of an issue, in the plan's."""
    return f"reports/{round_id}/issued/{number}"


def issue_file(round_id: str, number: str) -> str:
    """The file that tells of an issue."""
    return f"{folder_of(round_id, number)}/{ISSUE_FILE}"


def data_of(tree: Files, uses: Iterable[str], beside: Iterable[Following] = ()) -> Mapping[str, bytes]:
    """The data of a report by their paths in its folder. Raises ``OSError`` where a file cannot be read.

    Of the plans ``beside`` it that it tells of only what it tells is kept.
    """
    used = {each: tree.folder(each) for each in uses}
    others = tuple(beside)
    inside = _inside([*(each for each, folder in used.items() if folder), *(each.way for each in others)])
    found = {f"{inside}{each.path}": each.read() for each in tree.files()}
    for name in tree.names(TEMPLATES):
        found[f"{inside}{TEMPLATES}/{name}"] = tree.read(f"{TEMPLATES}/{name}") or b""
    for each, folder in used.items():
        for file in shared_files(folder) if folder else ():
            found[normpath(f"{inside}{each}/{file.path}")] = file.read()
    for other in others:
        found |= {normpath(f"{inside}{other.way}/{path}"): data for path, data in other.files.items()}
    return {f"{DATA}/{path}": data for path, data in found.items()}


def _inside(uses: Iterable[str]) -> str:
    """As many folders as the plan must lie in, for the ways to the folders that it uses to lead somewhere."""
    levels = max((PurePosixPath(normpath(each)).parts.count("..") for each in uses), default=0)
    return "plan/" * levels


def kept_plan(folder: Path, round_id: str, number: str) -> Path | None:
    """The folder of the plan as an issue keeps it; None where it is not there."""
    data = folder / folder_of(round_id, number) / DATA
    while data.is_dir() and not (data / PLAN_FILE).is_file():
        data = data / "plan"
    return data if data.is_dir() else None
