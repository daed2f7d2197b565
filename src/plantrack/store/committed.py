"""The days on which files came into git, and were last changed there: beside what a file says of its own day.

Asked of git once for all files. A file is known by its path from the plan's folder ``progress`` on, so that one
that was moved with its plan keeps its day. Knows nothing of what the files say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple
from unicodedata import normalize

from plantrack.store.repository import NoRevision, as_path, ask

NO_GIT, NO_REPOSITORY, SHALLOW = "no_git", "no_repository", "shallow"
"""Why nothing is known: git is not installed, the plan is in no repository, or its history was cut off."""
PART = "progress/"
MARK = b"\x01"
"""Before each commit in what git tells."""
LOG = (
    "log", "-z", "-m", "--full-history", "--no-renames", "--no-color", "--no-ext-diff",
    "--name-status", "--diff-filter=AM", "--format=%x01%cI %P",
)  # fmt: skip
PATHS = ("--", f":(top,glob)**/{PART}**")


class Committed(NamedTuple):
    """When a file came into git."""

    added: date
    changed: date
    """The last day that it was committed with other contents; that of ``added`` where it never was."""


class History(NamedTuple):
    """What git knows of some files."""

    days: Mapping[str, Committed]
    """File, as it was asked for -> its days. A file that was never committed is not here."""
    unknown: str = ""
    """Why not all can be known: one of the reasons above; empty where it is."""


class _Entry(NamedTuple):
    """That one commit added or changed one file."""

    day: date
    first: bool
    """Whether git has no history before this commit."""
    merge: bool
    added: bool
    path: str


def history(folder: Path, files: Iterable[str], revision: str = "HEAD") -> History:
    """When files of a plan's folder came into git, by their paths in it, as far as a revision knows."""
    wanted = {each: _tail(each) for each in files}
    folder = next((each for each in (folder, *folder.parents) if each.is_dir()), folder)
    try:
        shallow = ask(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
    except NoRevision as error:
        return History({}, NO_GIT if error.reason == NO_GIT else NO_REPOSITORY)
    try:
        told = ask(folder, *LOG, revision, *PATHS)
    except NoRevision:
        return History({})  # nothing has been committed yet
    by_tail: dict[str, list[_Entry]] = {}
    for entry in _entries(told):
        by_tail.setdefault(_tail(entry.path), []).append(entry)
    days = {each: known for each, tail in wanted.items() if (known := _committed(by_tail.get(tail, ()), shallow))}
    return History(days, SHALLOW if shallow else "")


def _committed(entries: Iterable[_Entry], shallow: bool) -> Committed | None:
    """The days of one file. What a merge brings in had its own commit, unless the merge itself made it."""
    told = list(entries)
    told = [each for each in told if not each.merge] or told
    added = [each for each in told if each.added]
    if not added:
        return None
    oldest = min(added, key=lambda each: each.day)
    if shallow and oldest.first:
        return None
    first = {path: min(each.day for each in added if each.path == path) for path in {each.path for each in added}}
    changed = [each.day for each in told if not each.added or each.day > first[each.path]]
    return Committed(oldest.day, max(changed, default=oldest.day))


def _entries(told: bytes) -> Iterator[_Entry]:
    """What git tells: a line for each commit with its day and those before it, then a letter and a path for each file."""
    day, parents = date.min, 0
    fields = iter(told.split(b"\0"))
    for field in fields:
        if field.startswith(MARK):
            written, *before = field[1:].decode("ascii").split()
            day, parents = date.fromisoformat(written[:10]), len(before)
        elif letter := field.strip():
            path = as_path(next(fields, b""))
            yield _Entry(day, parents == 0, parents > 1, letter == b"A", path)


def _tail(path: str) -> str:
    """A path from the folder ``progress`` on; letters with accents written in one way."""
    path = normalize("NFC", normpath(path.replace("\\", "/")))
    _before, found, after = f"/{path}".rpartition(f"/{PART}")
    return after if found else path
