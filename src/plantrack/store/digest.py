"""A digest of what a plan's files say: the same on any machine, however lines end, whatever git knows."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from plantrack.store.files import README
from plantrack.store.text import BIGGEST
from plantrack.store.tree import Files, shared_files


def digest_of(tree: Files, uses: Iterable[str] = ()) -> str:
    """The SHA-256 of all YAML files in the order of their paths: name, line break, text with LF, zero byte.

    After the plan's own come those of the folders that it ``uses``.
    """
    total = sha256()
    lent = ((f"{used.rstrip('/')}/", tree.folder(used)) for used in uses)
    for prefix, files in (("", tree.files()), *((way, shared_files(folder)) for way, folder in lent if folder)):
        for file in files:
            try:
                data = file.read() if file.size <= BIGGEST else b""
            except OSError:
                data = b""
            name = f"{prefix}{file.path}".encode("utf-8", "surrogateescape")
            total.update(name + b"\n" + normalised(data) + b"\0")
    return total.hexdigest()


def digest_of_files(tree: Files, folder: str) -> str:
    """The SHA-256 of the texts right in one folder, whatever they are; empty where there are none.

    A README is for people, and a file whose name begins with a dot is the machine's: neither counts.
    """
    names = [name for name in tree.names(folder) if counts(name)]
    total = sha256()
    for name in names:
        text = normalised(tree.read(f"{folder}/{name}") or b"")
        total.update(name.encode("utf-8", "surrogateescape") + b"\n" + text + b"\0")
    return total.hexdigest() if names else ""


def counts(name: str) -> bool:
    """Whether a file of a folder that holds no YAML can change anything."""
    return not name.startswith(".") and name != README


def normalised(data: bytes) -> bytes:
    """The bytes of a text without a byte order mark, with LF at the end of each line."""
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
