"""Writes files whole or not at all: beside their place first, then moved in."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE
from typing import NamedTuple


class AlreadyThere(Exception):
    """A file that was to be new is there already, or one that was to be changed has changed meanwhile."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class Change(NamedTuple):
    """A file as it was read, and as it is to be."""

    path: Path
    before: bytes | None
    """None for a new file."""
    after: bytes


def write_whole(path: Path, text: str | bytes) -> None:
    """Writes a file as UTF-8 with LF. A file that was there is replaced only when all is written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = text.encode() if isinstance(text, str) else text
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(data)
        with suppress(OSError):
            beside.chmod(S_IMODE(path.stat().st_mode))  # who may read and write it stays
        beside.replace(path)
    except BaseException as fault:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        if isinstance(fault, OSError):
            fault.filename = str(path)  # the file that was asked for, not the one beside it
        raise


def write_new(files: Mapping[Path, bytes]) -> None:
    """Writes files that are not there yet, all or none of them. Raises ``AlreadyThere``."""
    for path in files:
        if path.exists():
            raise AlreadyThere(path)
    folders = _folders_lacking(files)
    written: list[Path] = []
    try:
        for path, data in files.items():
            write_whole(path, data)
            written.append(path)
    except BaseException:
        _take_away(written, folders)
        raise


def write_together(files: Mapping[Path, bytes], path: Path, before: bytes, after: bytes) -> None:
    """Writes new files and changes one that is there, all or nothing. Raises ``AlreadyThere``."""
    if path.read_bytes() != before:
        raise AlreadyThere(path)
    folders = _folders_lacking(files)
    write_new(files)
    try:
        write_changed(path, before, after)
    except BaseException:
        _take_away(files, folders)
        raise


def write_all(changes: Sequence[Change]) -> None:
    """Writes new files and changes some that are there, all or nothing. Raises ``AlreadyThere``."""
    for each in changes:
        if each.path.exists() if each.before is None else each.path.read_bytes() != each.before:
            raise AlreadyThere(each.path)
    new = {each.path: each.after for each in changes if each.before is None}
    folders = _folders_lacking(new)
    write_new(new)
    changed: list[Change] = []
    try:
        for each in changes:
            if each.before is not None:
                write_changed(each.path, each.before, each.after)
                changed.append(each)
    except BaseException:
        for each in changed:
            with suppress(OSError):
                write_whole(each.path.resolve(), each.before or b"")
        _take_away(new, folders)
        raise


def write_changed(path: Path, before: bytes, after: bytes) -> None:
    """Writes a file anew, if it still holds what it held when it was read. Raises ``AlreadyThere``."""
    if path.read_bytes() != before:
        raise AlreadyThere(path)
    write_whole(path.resolve(), after)  # a link stays a link


def _folders_lacking(files: Iterable[Path]) -> list[Path]:
    """The folders that are not there yet, the innermost first."""
    lacking = {folder for path in files for folder in path.parents if not folder.exists()}
    return sorted(lacking, key=lambda each: len(each.parts), reverse=True)


def _take_away(files: Iterable[Path], folders: Iterable[Path]) -> None:
    """Takes away what was written, and the folders that were made for it."""
    for path in files:
        path.unlink(missing_ok=True)
    for folder in folders:
        with suppress(OSError):  # never made, or something else lies in it by now
            folder.rmdir()
