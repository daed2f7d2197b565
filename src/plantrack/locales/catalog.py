"""Gettext catalogs: from the text of a ``.po`` file to the bytes of a ``.mo`` file. Used when building."""

from __future__ import annotations

import ast
import struct
from collections.abc import Mapping

MAGIC = 0x950412DE


def read_catalog(text: str) -> dict[str, str]:
    """The sentences of a ``.po`` file with their translations. Plural forms are not used here."""
    entries: dict[str, str] = {}
    parts = {"msgid": "", "msgstr": ""}
    part = ""
    for line in [*text.split("\n"), 'msgid ""']:
        line = line.strip()
        keyword, _space, rest = line.partition(" ")
        if keyword == "msgid":
            if parts["msgid"] and parts["msgstr"]:
                entries[parts["msgid"]] = parts["msgstr"]
            parts = {"msgid": "", "msgstr": ""}
        if keyword in parts:
            part, line = keyword, rest
        if line.startswith('"') and part:
            parts[part] += ast.literal_eval(line)
    return entries


def compiled_catalog(entries: Mapping[str, str]) -> bytes:
    """The ``.mo`` form of a catalog: two tables of lengths and offsets, then the texts."""
    entries = {"": "Content-Type: text/plain; charset=UTF-8\n", **{k: v for k, v in entries.items() if k}}
    keys = sorted(entries, key=lambda key: key.encode())
    start = 28 + 16 * len(keys)
    table: list[int] = []
    texts = b""
    for column in (keys, [entries[key] for key in keys]):
        for text in column:
            data = text.encode()
            table += [len(data), start + len(texts)]
            texts += data + b"\0"
    header = struct.pack("<7I", MAGIC, 0, len(keys), 28, 28 + 8 * len(keys), 0, start)
    return header + struct.pack(f"<{len(table)}I", *table) + texts
