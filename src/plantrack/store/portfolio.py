"""Reads several plans; what they share is read once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from plantrack.facts import Facts
from plantrack.facts.portfolio import Member, Portfolio, portfolio_of
from plantrack.model.plan import Header
from plantrack.store.beside import told_by_file
from plantrack.store.files import PLAN_FILE
from plantrack.store.folder import decode, load_tree
from plantrack.store.known import Known, Told
from plantrack.store.text import BIGGEST
from plantrack.store.tree import FolderTree

NO_HEADER = Header()
Watch = Callable[[Sequence[Path]], Iterable[Path]]
Shared = dict[tuple[object, ...], Mapping[str, Told]]
"""What was read of shared folders: folder, and how it was read -> what each file told."""


def load_portfolio(folders: Iterable[Path], way: Callable[[Path], str], day: date, watch: Watch = iter) -> Portfolio:
    """The plans in some folders, whole or as far as they can be read. ``way`` says how a folder is shown."""
    shared: Shared = {}
    return portfolio_of(tuple(Member(way(each), _load(each, day, shared)) for each in watch(list(folders))))


def _load(folder: Path, day: date, shared: Shared) -> Facts:
    """One plan; what it shares with one that has been read is taken from there."""
    tree = FolderTree(folder)
    header = _glance(folder)
    keys = {used: (str((folder / used).resolve()), used, *_read_by(header)) for used in header.uses}
    known = {file: told for key in keys.values() for file, told in shared.get(key, {}).items()}
    facts = load_tree(tree, day, known=Known(known, header) if known else None)
    for used, key in keys.items():
        if key not in shared:
            start = f"{used.rstrip('/')}/"
            told = told_by_file(facts)
            shared[key] = {file: its for file, its in told.items() if file.startswith(start)}
    return facts


def _glance(folder: Path) -> Header:
    """What a plan's own file says, read by itself, where it says that the plan uses anything of others."""
    tree = FolderTree(folder)
    data = tree.read(PLAN_FILE) or b""
    record = decode("plan", "plan", PLAN_FILE, data)[0] if b"uses:" in data and len(data) <= BIGGEST else None
    return record if isinstance(record, Header) else NO_HEADER


def _read_by(header: Header) -> tuple[object, ...]:
    """What the header says of how other files are read."""
    return tuple(header.scale), header.languages, header.language
