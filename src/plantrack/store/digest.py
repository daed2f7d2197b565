"""A digest of what a plan's files say: the same on any machine, however lines end, whatever git knows."""

from __future__ import annotations

from hashlib import sha256

from plantrack.store.text import BIGGEST
from plantrack.store.tree import Tree

SHORT = 12
"""Characters of a digest that are shown."""


def digest_of(tree: Tree) -> str:
    """The SHA-256 of all YAML files in the order of their paths: name, line break, text with LF, zero byte."""
    total = sha256()
    for file in tree.files():
        try:
            data = file.read() if file.size <= BIGGEST else b""
        except OSError:
            data = b""
        total.update(file.path.encode("utf-8", "surrogateescape") + b"\n" + normalised(data) + b"\0")
    return total.hexdigest()


def normalised(data: bytes) -> bytes:
    """The bytes of a text without a byte order mark, with LF at the end of each line."""
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
