"""Where a letter goes: the function's mailbox in the plan, or an address from a file that is kept outside git.

An address is looked at before it is used, so that nothing in it can become another line of a letter's head.
What a file of addresses says is never repeated in a sentence.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plantrack.letters.fault import NoLetter
from plantrack.mark import _
from plantrack.pattern import pattern
from plantrack.store.nodes import MappingNode, Node, ScalarNode, SequenceNode, compose, value_span
from plantrack.store.text import read_text

LOCAL = pattern(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
DOMAIN = pattern(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
LONGEST = 254
"""Letters of an address."""
ENDINGS = (".yaml", ".yml", ".csv")
SEPARATORS = ";\t,"
"""Between the columns of a table, the likeliest first: a Swedish Excel writes semicolons."""


class Row(NamedTuple):
    """One line of a file of addresses."""

    organisation: str
    address: str
    line: int


def usable(text: str) -> str:
    """An address as it may stand in a letter's head; empty where the text is none."""
    local, at, domain = text.strip().rpartition("@")
    try:
        domain = domain.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    good = at and LOCAL.fullmatch(local) and DOMAIN.fullmatch(domain) and len(local) + len(domain) < LONGEST
    return f"{local}@{domain}" if good else ""


def read_addresses(path: str, data: bytes) -> Mapping[str, tuple[str, ...]]:
    """Organisation -> addresses, from a YAML file or a table. Raises ``NoLetter``."""
    if not path.lower().endswith(ENDINGS):
        raise NoLetter(_("{path} must be a file that ends in .yaml or .csv."), path=path)
    text = read_text(path, data)
    if not text.readable:
        raise NoLetter(_("{path} holds no text that can be read."), path=path)
    rows = _table(path, text.text) if path.lower().endswith(".csv") else _yaml(path, text.text)
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        address = usable(row.address)
        if not address:
            sentence = _(
                "{path}, line {line}: there is no mail address where one belongs. Write the organisation's id first, and "
                "its address after it."
            )
            raise NoLetter(sentence, path=path, line=row.line)
        found[row.organisation] = tuple(dict.fromkeys((*found.get(row.organisation, ()), address)))
    return found


def _yaml(path: str, text: str) -> Iterator[Row]:
    """``fof: fof@nordvik.example``, or a list of addresses after an id."""
    node, _faults = compose(path, text)
    if not isinstance(node, MappingNode):
        sentence = _("{path} cannot be read. Write one line for each organisation: its id, a colon and its address.")
        raise NoLetter(sentence, path=path)
    for key, value in node.value:
        for each in value.value if isinstance(value, SequenceNode) else [value]:
            yield Row(_word(key), _word(each), value_span(each).line)


def _word(node: Node) -> str:
    return str(node.value).strip() if isinstance(node, ScalarNode) else ""


def _table(path: str, text: str) -> Iterator[Row]:
    """Two columns, an id and an address. A first line without any address is the names of the columns."""
    first = text.split("\n", 1)[0]
    separator = next((each for each in SEPARATORS if each in first), ",")
    reader = csv.reader(text.splitlines(), delimiter=separator)
    try:
        for cells in reader:
            kept = [each.strip() for each in cells if each.strip()]
            if kept and not (reader.line_num == 1 and "@" not in first):
                yield Row(kept[0], kept[1] if len(kept) > 1 else "", reader.line_num)
    except csv.Error:
        sentence = _("{path}, line {line}: this cannot be read. See whether a quotation mark is left open.")
        raise NoLetter(sentence, path=path, line=max(reader.line_num, 1)) from None
