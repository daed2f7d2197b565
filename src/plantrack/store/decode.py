"""From YAML's nodes to records, driven by the records' own table of fields.

Everything that does not fit becomes a fault with its place, and reading goes on. Text is text until the
field's kind has read it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from plantrack.finding import Fault, Key, Where
from plantrack.kinds import LANGUAGE_CODE, Choice, Kind, Scalar, TextKind, Translated, Unfit
from plantrack.model.words import STATUS
from plantrack.record import ABSENCES, Keyed, Many, Of, Record, build
from plantrack.store.nodes import MappingNode, Node, ScalarNode, SequenceNode, value_span

MOST_GUESSES = 20
"""Unknown fields of one file that a suggestion is looked for. Looking takes time, and so many have one cause."""
ALL_ABSENCES = frozenset(ABSENCES)


class Missing:
    """Stands for a value that could not be read."""


MISSING: Any = Missing()


class Reader(NamedTuple):
    """How one field is read: the short way for plain text, and all that the long way needs."""

    attribute: str
    kind: Kind[Any]
    scalar: Scalar[Any] | None
    """What reads a bare value."""
    many: bool
    """Whether a bare value stands for a list of one."""
    absences: frozenset[str]
    """Words that say why there is no value."""


class Shape(NamedTuple):
    """How one class of records is read."""

    readers: Mapping[str, Reader]
    """By the names of the fields in a file."""
    required: tuple[str, ...]
    """The fields that must be written."""
    bare: Scalar[Any] | None
    """What reads a bare value where the record has a shorthand."""
    translatable: bool
    """Whether the shorthand is a text, which may be a block with several languages."""


@cache
def shape_of(cls: type[Record]) -> Shape:
    """How a class of records is read, from its table of fields."""
    bare = bare_kind(cls)
    readers = {name: reader(cls.ATTRIBUTES[name], field.kind) for name, field in cls.FIELDS.items()}
    required = tuple(name for name, field in cls.FIELDS.items() if field.required)
    return Shape(readers, required, bare, isinstance(bare, TextKind))


def reader(attribute: str, kind: Kind[Any]) -> Reader:
    inner = kind.kind if type(kind) is Many else kind
    scalar = inner if isinstance(inner, Scalar) else None
    bare = scalar or (bare_kind(inner.cls) if type(inner) is Of else None)
    absences = ALL_ABSENCES - set(bare.words) if isinstance(bare, Choice) else ALL_ABSENCES
    return Reader(attribute, kind, scalar, type(kind) is Many, absences)


def bare_kind(cls: type[Record]) -> Scalar[Any] | None:
    """What reads a bare value where a record has a shorthand."""
    if not cls.SHORTHAND:
        return None
    kind = cls.FIELDS[cls.SHORTHAND].kind
    return kind if isinstance(kind, Scalar) else None


class Decoder:
    """Reads one file. ``faults`` grows as it goes."""

    def __init__(self, file: str, text: str, scale: Iterable[str] = (), languages: Iterable[str] = ()) -> None:
        self.file = file
        self.scale = frozenset(scale)
        """The plan's own words for states, which stand where the tool's may."""
        self.languages = tuple(languages)
        """The plan's languages; none where they are not known yet."""
        self.faults: list[Fault] = []
        self.guesses = 0
        self.commented: dict[int, str] = {}
        """Lines with a comment after something else, by number."""
        if " #" in text or "\t#" in text:
            self.commented = commented_lines(text)

    def fault(self, reason: str, node: Node, keys: tuple[Key, ...], part: str = "value", **values: Any) -> Any:
        """Notes a fault at a node. Answers with what stands for the value that could not be read."""
        self.faults.append(Fault(reason, Where(self.file, keys, part), values, value_span(node)))
        return MISSING

    def record(self, cls: type[Record], node: Node, keys: tuple[Key, ...], thing: str) -> Any:
        """A record from a block, or from a bare value where the record has a shorthand."""
        table, required, _bare, translatable = shape_of(cls)  # type: ignore[arg-type]  # a class is hashable
        if type(node) is not MappingNode:
            return self._short(cls, node, keys, thing)
        if node.flow_style:
            return self.fault("braces", node, keys, id=thing)
        if translatable and self._is_translated(table, node):
            texts = self._translated(node, keys, thing)
            return MISSING if texts is MISSING else build(cls, {cls.ATTRIBUTES[cls.SHORTHAND]: texts})
        stated: dict[str, Any] = {}
        unstated: dict[str, str] = {}
        known: dict[str, Node] = {}
        strangers: list[tuple[str, Node]] = []
        for key_node, node_of_value in node.value:
            name = key_node.value
            try:
                attribute, kind, scalar, many, absences = table[name]
            except (KeyError, TypeError):
                strangers.append((name if isinstance(name, str) else "", key_node))
                continue
            if name in known:
                first = known[name].start_mark.line + 1
                self.fault("duplicate_key", key_node, (*keys, name), "key", field=name, id=thing, first=first)
                continue
            known[name] = key_node
            if type(node_of_value) is ScalarNode:
                written = node_of_value.value
                if written in absences and not node_of_value.style:
                    unstated[name] = written
                    continue
                if scalar is not None:
                    value = self.scalar(scalar, node_of_value, written, keys, name, thing)
                    if value is not MISSING:
                        stated[attribute] = (value,) if many else value
                    continue
            value = self.value(kind, node_of_value, (*keys, name), thing)
            if value is not MISSING:
                stated[attribute] = value
        guessed = [self._stranger(cls, name, key_node, keys, thing, known) for name, key_node in strangers]
        for name in required:
            if name not in known:
                self._missing(name, guessed, keys, thing)
        if unstated:
            stated["unstated"] = unstated
        return build(cls, stated)

    def _missing(self, name: str, guessed: list[str], keys: tuple[Key, ...], thing: str) -> None:
        """Notes a field that must be there. One with a misspelled name is told once, as that."""
        if name not in guessed and "<<" not in guessed:
            self.faults.append(Fault("missing_field", Where(self.file, keys, "key"), {"field": name, "id": thing}))

    def value(self, kind: Kind[Any], node: Node, keys: tuple[Key, ...], thing: str) -> Any:
        """A value of any kind from any node."""
        if isinstance(kind, Scalar):
            if type(node) is ScalarNode:
                return self.scalar(kind, node, node.value, keys[:-1], keys[-1] if keys else "", thing)
            if type(node) is MappingNode:
                if node.flow_style:
                    return self.fault("braces", node, keys, id=thing)
                if kind.takes_text and _is_cut_by_colon(node):
                    return self._with_colon(kind, node, keys, thing)
                if isinstance(kind, TextKind):
                    return self._translated(node, keys, thing)
            return self.fault("not_a_text", node, keys, id=thing, field=_field(keys), found=_shape(node))
        if type(kind) is Many:
            return self._many(kind.kind, node, keys, thing)
        if type(kind) is Keyed:
            return self._keyed(kind, node, keys, thing)
        if type(kind) is Of:
            return self.record(kind.cls, node, keys, thing)
        raise TypeError(kind)

    def scalar(self, kind: Scalar[Any], node: Any, written: str, keys: tuple[Key, ...], name: Key, thing: str) -> Any:
        """A value from a piece of text that is no absence."""
        if not written:
            return self._empty(kind, node, (*keys, name), thing)
        if self.commented and kind.takes_text and not node.style and node.end_mark.line in self.commented:
            self._cut(node, (*keys, name), thing)
        try:
            return kind.read(written)
        except Unfit as unfit:
            if kind is STATUS and written in self.scale:
                return written
            return self._unfit(unfit, node, Where(self.file, (*keys, name)), _field((*keys, name)), thing)

    def _cut(self, node: Any, keys: tuple[Key, ...], thing: str) -> None:
        """A text that a comment sign has cut: what was lost is told."""
        lost = self.commented[node.end_mark.line][node.end_mark.column :].strip()
        if lost.startswith("#"):
            self.fault("hash_in_text", node, keys, id=thing, field=_field(keys), kept=node.value[-30:], lost=lost)

    def _empty(self, kind: Scalar[Any], node: Any, keys: tuple[Key, ...], thing: str) -> Any:
        """Nothing where a value should be; or a text that begins with the comment sign, which is nothing to YAML."""
        line = self.commented.get(node.start_mark.line, "")
        lost = line[node.start_mark.column :].strip()
        if kind.takes_text and not node.style and lost.startswith("#"):
            return self.fault("hash_in_text", node, keys, id=thing, field=_field(keys), kept="", lost=lost)
        return self.fault("empty_value", node, keys, id=thing, field=_field(keys))

    def _short(self, cls: type[Record], node: Node, keys: tuple[Key, ...], thing: str) -> Any:
        bare = shape_of(cls).bare  # type: ignore[arg-type]  # a class is hashable
        if type(node) is ScalarNode and not node.value:
            return self.fault("empty_value", node, keys, id=thing, field=_field(keys))
        if bare is None or type(node) is not ScalarNode:
            return self.fault("not_a_block", node, keys, id=thing, field=_field(keys), found=_shape(node))
        value = self.scalar(bare, node, node.value, keys[:-1], keys[-1] if keys else "", thing)
        if value is MISSING:
            return MISSING
        return build(cls, {cls.ATTRIBUTES[cls.SHORTHAND]: value})

    def _many(self, kind: Kind[Any], node: Node, keys: tuple[Key, ...], thing: str) -> Any:
        if type(node) is not SequenceNode:
            one = self.value(kind, node, keys, thing)
            return MISSING if one is MISSING else (one,)
        read = [self.value(kind, each, (*keys, number), thing) for number, each in enumerate(node.value)]
        return tuple(value for value in read if value is not MISSING)

    def _keyed(self, kind: Keyed[Any, Any], node: Node, keys: tuple[Key, ...], thing: str) -> Any:
        if type(node) is not MappingNode:
            if type(node) is ScalarNode and not node.value:
                return self.fault("empty_value", node, keys, id=thing, field=_field(keys))
            return self.fault("not_a_block", node, keys, id=thing, field=_field(keys), found=_shape(node))
        if node.flow_style:
            return self.fault("braces", node, keys, id=thing)
        found: dict[Any, Any] = {}
        first: dict[str, Node] = {}
        scalar = kind.kind if isinstance(kind.kind, Scalar) else None
        cls = kind.kind.cls if type(kind.kind) is Of else None
        for key_node, node_of_value in node.value:
            name = key_node.value
            if type(key_node) is not ScalarNode:
                self.fault("not_a_text", key_node, keys, id=thing, field=_field(keys), found=_shape(key_node))
                continue
            if name == "<<":
                self.fault("indirection", key_node, keys, sign="<<")
                continue
            if name in first:
                line = first[name].start_mark.line + 1
                self.fault("duplicate_key", key_node, (*keys, name), "key", field=name, id=thing, first=line)
                continue
            first[name] = key_node
            key = self._key(kind.key, key_node, name, keys, thing)
            if key is MISSING:
                continue
            if cls is not None:
                value = self.record(cls, node_of_value, (*keys, name), name)
            elif scalar is not None and type(node_of_value) is ScalarNode:
                if node_of_value.value in ALL_ABSENCES and not node_of_value.style and not scalar.takes_text:
                    continue  # a figure that is missing among figures
                value = self.scalar(scalar, node_of_value, node_of_value.value, keys, name, thing)
            else:
                value = self.value(kind.kind, node_of_value, (*keys, name), thing)
            if value is not MISSING:
                found[key] = value
        return found

    def _key(self, kind: Scalar[Any], node: Node, name: str, keys: tuple[Key, ...], thing: str) -> Any:
        try:
            return kind.read(name)
        except Unfit as unfit:
            return self._unfit(unfit, node, Where(self.file, (*keys, name), "key"), _field(keys), thing)

    def _unfit(self, unfit: Unfit, node: Node, where: Where, field: str, thing: str) -> Any:
        """Notes that a text is no value of its kind, with what the kind says of it."""
        self.faults.append(Fault(unfit.reason, where, {**unfit.values, "field": field, "id": thing}, value_span(node)))
        return MISSING

    def _is_translated(self, table: Mapping[str, Reader], node: Any) -> bool:
        """Whether a block where a record may stand is its shorthand's text in several languages."""
        for key, _value in node.value:
            if type(key) is not ScalarNode or key.value in table or not LANGUAGE_CODE.fullmatch(key.value):
                return False
        return True

    def _translated(self, node: Any, keys: tuple[Key, ...], thing: str) -> Any:
        """A text in several languages."""
        if node.flow_style:
            return self.fault("braces", node, keys, id=thing)
        texts = Translated()
        for key_node, node_of_value in node.value:
            name = key_node.value
            if type(key_node) is not ScalarNode or not LANGUAGE_CODE.fullmatch(name) or name in texts:
                return self.fault("not_a_text", node, keys, id=thing, field=_field(keys), found="block")
            if type(node_of_value) is not ScalarNode:
                return self.fault("not_a_text", node_of_value, keys, id=thing, field=name, found=_shape(node_of_value))
            value = self.scalar(TEXT_OF, node_of_value, node_of_value.value, keys, name, thing)
            if value is not MISSING:
                texts[name] = value
        self._compare_languages(node, texts, keys, thing)
        return texts

    def _compare_languages(self, node: Any, texts: Translated, keys: tuple[Key, ...], thing: str) -> None:
        """Whether a text is there in the plan's languages, and in no other."""
        if self.languages:
            stated = {key.value for key, _value in node.value}
            missing = tuple(language for language in self.languages if language not in stated)
            others = tuple(language for language in texts if language not in self.languages)
            if missing or others:
                values = {"id": thing, "field": _field(keys), "missing": missing, "others": others}
                self.faults.append(Fault("translation", Where(self.file, keys), values, value_span(node)))

    def _with_colon(self, kind: Scalar[Any], node: Any, keys: tuple[Key, ...], thing: str) -> Any:
        """A text that a colon has made a field and its value: put together again."""
        key, value = node.value[0]
        text = f"{key.value}: {value.value}"
        self.fault("colon_in_text", key, keys, id=thing, field=_field(keys), text=text, line=key.start_mark.line + 1)
        return kind.read(text)

    def _stranger(
        self, cls: type[Record], name: str, node: Node, keys: tuple[Key, ...], thing: str, known: Mapping[str, Node]
    ) -> str:
        """A field that the record does not have. Answers with the field that it was probably meant to be."""
        if type(node) is not ScalarNode:
            self.fault("not_a_text", node, keys, id=thing, field=_field(keys), found=_shape(node))
            return ""
        if name == "<<":
            self.fault("indirection", node, keys, sign="<<")
            return name
        from plantrack.nearest import nearest

        self.guesses += 1
        free = [field for field in cls.FIELDS if field not in known] if self.guesses <= MOST_GUESSES else []
        meant = nearest(name, free)
        where = (*keys, name)
        self.fault("unknown_field", node, where, "key", field=name, id=thing, meant=meant, fields=tuple(cls.FIELDS))
        return meant


TEXT_OF = TextKind()


def commented_lines(text: str) -> dict[int, str]:
    """The lines where a comment sign stands after something else, by number from nought."""
    return {
        number: line
        for number, line in enumerate(text.split("\n"))
        if (" #" in line or "\t#" in line) and not line.lstrip().startswith("#")
    }


def _is_cut_by_colon(node: Any) -> bool:
    """Whether a block where a text should be is a sentence with a colon: one pair, and no code of a language."""
    if len(node.value) != 1:
        return False
    key, value = node.value[0]
    return type(key) is ScalarNode and type(value) is ScalarNode and not LANGUAGE_CODE.fullmatch(key.value)


def _shape(node: Node) -> str:
    if type(node) is ScalarNode:
        return "text"
    return "list" if type(node) is SequenceNode else "block"


def _field(keys: tuple[Key, ...]) -> str:
    """The name of the field that the keys lead to, or of the list that it is in."""
    names = [key for key in keys if isinstance(key, str)]
    return names[-1] if names else ""
