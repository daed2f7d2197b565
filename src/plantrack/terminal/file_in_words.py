"""One file of a plan in the plan's words, one statement a line: what git compares when a person asks what changed.

Each line begins with the id of what it is about, so that it says all by itself. It says what the file says in the order
of the file, and only that: comments, quotes and the breaking of lines are no statements, and make no difference here.
Knows no other file, so that the same bytes always give the same lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plantrack.kinds import Choice, Kind, TextKind, Time, Unfit, YesNo
from plantrack.locales import Speech
from plantrack.mark import _
from plantrack.model.decision import Change
from plantrack.model.plan import Header
from plantrack.model.words import ABSENCE_WORDS
from plantrack.pattern import pattern
from plantrack.record import Keyed, Many, Of, Record
from plantrack.store.files import KINDS, TABLES
from plantrack.store.nodes import MappingNode, Node, ScalarNode, SequenceNode, compose
from plantrack.store.recognised import kind_of
from plantrack.store.text import read_text
from plantrack.views.labels import LABELS

THINGS = (
    "activities",
    "steps",
    "criteria",
    "indicators",
    "principles",
    "commitments",
    "items",
    "answers",
    *TABLES.values(),
)
"""Fields whose keys are ids that the lines below them begin with."""
HARMLESS = ("curly_quotes", "control_character")
"""Faults that leave no doubt of what was meant. A file with others is better seen as it is."""
NOTHING_WRITTEN = "–"
NEW_LINE = pattern(r"[-*+#>|]|\d+[.)] ")
"""How a line of a text begins that does not go on from the one before it."""
SENTENCE_END = pattern(r"(?:(?<=[.!?])|(?<=[.!?][)”\"]))\s+(?=[A-ZÅÄÖ”\"(\d])")

Trail = tuple[str, ...]


def in_words(data: bytes, tongue: Speech) -> str | None:
    """The statements of a file, one a line; None where it cannot be read, or is no file of a plan."""
    text = read_text("", data)
    node, faults = compose("", text.text) if text.readable else (None, [])
    kind = kind_of(node)
    if not isinstance(node, MappingNode) or not kind or any(fault.reason not in HARMLESS for fault in faults):
        return None
    cls = KINDS[kind]
    told = Telling(tongue)
    if kind in TABLES:
        lines = told.value(node, cls.FIELDS[TABLES[kind]].kind, "", (), TABLES[kind])
    else:
        lines = told.fields(node, cls, _own_id(node, cls), ())
    return "".join(f"{line}\n" for line in lines)


class Telling:
    """Tells nodes field by field, in one language."""

    def __init__(self, tongue: Speech) -> None:
        self.tongue = tongue

    def fields(self, node: MappingNode, cls: type[Record] | None, about: str, trail: Trail) -> Iterator[str]:
        """The lines of a block of fields. What its shorthand says needs no name of its own."""
        for key, value in node.value:
            name = _text(key)
            if name == "id" and not trail and _text(value) == about:
                continue
            field = cls.FIELDS.get(name) if cls else None
            way = trail if trail and cls and name == cls.SHORTHAND else (*trail, self.label(name, cls))
            yield from self.value(value, field.kind if field else None, about, way, name)

    def label(self, name: str, cls: type[Record] | None) -> str:
        """What a field is called; one that the format does not know by its own name."""
        if cls is None or name not in cls.FIELDS:
            return name
        return self._word(_("Follow-up") if cls is Header and name == "follow_up" else LABELS.get(name, name))

    def _word(self, label: str) -> str:
        word = self.tongue.say(label)
        return word[:1].lower() + word[1:]

    def value(self, node: Node, kind: Kind[Any] | None, about: str, trail: Trail, name: str = "") -> Iterator[str]:
        """The lines of a value of any kind."""
        if isinstance(kind, Many):
            kind = kind.kind
        if isinstance(node, SequenceNode):
            for each in node.value:
                yield from self.value(each, kind, about, trail, name)
            if not node.value:
                yield _line(about, trail, NOTHING_WRITTEN)
        elif isinstance(node, MappingNode):
            yield from self._under_keys(node, kind, about, trail, name)
        else:
            shorthand = kind.cls.FIELDS.get(kind.cls.SHORTHAND) if isinstance(kind, Of) else None
            if shorthand and not trail:
                trail = (self.label(shorthand.name, kind.cls),)  # type: ignore[union-attr]
            yield from self._scalar(node.value, shorthand.kind if shorthand else kind, about, trail)

    def _under_keys(
        self, node: MappingNode, kind: Kind[Any] | None, about: str, trail: Trail, name: str
    ) -> Iterator[str]:
        if isinstance(kind, Of):
            yield from self.fields(node, kind.cls, about, trail)
        elif isinstance(kind, Keyed) and name in THINGS:
            for key, value in node.value:
                yield from self.value(value, kind.kind, _text(key), ())
        elif isinstance(kind, Keyed) and trail:
            for key, value in node.value:
                yield from self.value(value, kind.kind, about, (*trail[:-1], f"{trail[-1]} {self._key(key, kind)}"))
        elif isinstance(kind, TextKind) and trail:
            for key, value in node.value:
                yield from self.value(value, kind, about, (*trail[:-1], f"{trail[-1]} ({_text(key)})"))
        else:
            yield from self.fields(node, None, about, trail)
        if not node.value:
            yield _line(about, trail, NOTHING_WRITTEN)

    def _key(self, key: Node, kind: Keyed[Any, Any]) -> str:
        """A key as it is written; where it names a field, that field's word."""
        if isinstance(kind.kind, Of) and kind.kind.cls is Change:
            field, dot, rest = _text(key).partition(".")
            word = self._word(LABELS.get(field, field))
            return f"{word} {rest}" if dot else word
        return _text(key)

    def _scalar(self, text: str, kind: Kind[Any] | None, about: str, trail: Trail) -> Iterator[str]:
        for sentence in _sentences(self._said(text.strip(), kind)) or [NOTHING_WRITTEN]:
            yield _line(about, trail, sentence)

    def _said(self, text: str, kind: Kind[Any] | None) -> str:
        """A value as a reader knows it, where a word of the format's stands for it; else as it is written."""
        if text in ABSENCE_WORDS:
            return self.tongue.say(ABSENCE_WORDS[text])
        if isinstance(kind, Choice):
            return self.tongue.say(kind.words[text]) if text in kind.words else text
        if isinstance(kind, (YesNo, Time)):
            return self._read(text, kind)
        return text

    def _read(self, text: str, kind: YesNo | Time) -> str:
        try:
            if isinstance(kind, Time):
                return self.tongue.time(kind.read(text))
            return self.tongue.show(kind.read(text))
        except Unfit:
            return text


def _own_id(node: MappingNode, cls: type[Record]) -> str:
    """The id that a file gives itself."""
    if "id" not in cls.FIELDS:
        return ""
    return next((_text(value) for key, value in node.value if _text(key) == "id"), "")


def _text(node: Node) -> str:
    """What stands in a place where one word is expected, on one line."""
    return " ".join(node.value.split()) if isinstance(node, ScalarNode) else ""


def _line(about: str, trail: Trail, said: str) -> str:
    return f"{' '.join(filter(None, (about, ', '.join(trail))))}: {said}"


def _sentences(text: str) -> list[str]:
    """A text sentence by sentence, however its lines were broken. Lists and headings keep their lines."""
    pieces: list[str] = []
    for line in text.split("\n"):
        line = " ".join(line.split())
        if not line:
            pieces.append("")
        elif not pieces or not pieces[-1] or NEW_LINE.match(line):
            pieces.append(line)
        else:
            pieces[-1] += f" {line}"
    return [sentence for piece in pieces if piece for sentence in SENTENCE_END.split(piece)]
