"""Writes files whole or not at all: beside their place first, then moved in."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


class AlreadyThere(Exception):
    """A file that was to be new is there already, or one that was to be changed has changed meanwhile."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def write_whole(path: Path, text: str | bytes) -> None:
    """Writes a file as UTF-8 with LF. A file that was there is replaced only when all is written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = text.encode() if isinstance(text, str) else text
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def write_new(files: Mapping[Path, bytes]) -> None:
    """Writes files that are not there yet, all or none of them. Raises ``AlreadyThere``."""
    for path in files:
        if path.exists():
            raise AlreadyThere(path)
    written: list[Path] = []
    try:
        for path, data in files.items():
            write_whole(path, data)
            written.append(path)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def write_together(files: Mapping[Path, bytes], path: Path, before: bytes, after: bytes) -> None:
    """Writes new files and changes one that is there, all or nothing. Raises ``AlreadyThere``."""
    if path.read_bytes() != before:
        raise AlreadyThere(path)
    write_new(files)
    try:
        write_changed(path, before, after)
    except BaseException:
        for each in files:
            each.unlink(missing_ok=True)
        raise


def write_changed(path: Path, before: bytes, after: bytes) -> None:
    """Writes a file anew, if it still holds what it held when it was read. Raises ``AlreadyThere``."""
    if path.read_bytes() != before:
        raise AlreadyThere(path)
    write_whole(path, after)
