"""Records: what a plan's files say, as frozen values.

A record class declares each field once: its Python type (for the type checker), its kind (how the
text in a file is read), and one sentence on what it is for. Reading, the JSON Schemas, the manual of
the format and the checks all go by this one table.

A record holds only the fields that were written; the others answer with their default, and
``unstated`` tells which were written as absent (``to_be_determined`` and the like). Records know
nothing of files, lines or languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Generic, TypeVar

from plantrack.kinds import YES_NO, Kind, Scalar

T = TypeVar("T")
K = TypeVar("K")
R = TypeVar("R", bound="Record")

NOTHING: Mapping[Any, Any] = MappingProxyType({})

NOT_STATED = "not_stated"
ABSENCES = (NOT_STATED, "to_be_determined", "not_applicable", "illegible")
"""What may stand in place of any value: why there is none."""


LAST_FIELDS = ("replaces", "replaced_by", "continues", "ended", "readings")
"""Fields that many records have, and that stand last in each."""


class Many(Kind[tuple[T, ...]], Generic[T]):
    """One value of a kind, or a list of them."""

    def __init__(self, kind: Kind[T]) -> None:
        self.kind = kind
        self.name = kind.name


class Keyed(Kind[Mapping[K, T]], Generic[K, T]):
    """Values of one kind under keys; the key's kind reads the key."""

    def __init__(self, key: Scalar[K], kind: Kind[T]) -> None:
        self.key = key
        self.kind = kind
        self.name = kind.name


class Field:
    """One field of a record: its name in the file, how it is read, and what it is for."""

    __slots__ = ("default", "example", "kind", "name", "required", "what_for")

    def __init__(self, kind: Kind[Any], what_for: str, example: str, default: Any, required: bool = False) -> None:
        self.name = ""
        self.kind = kind
        self.what_for = what_for
        self.example = example
        self.default = default
        self.required = required


def required(kind: Kind[T], what_for: str, example: str) -> T:
    """A field that must be written."""
    return Field(kind, what_for, example, None, required=True)  # type: ignore[return-value]


def optional(kind: Kind[T], what_for: str, example: str) -> T | None:
    """A field that may be left out; then it is not stated."""
    return Field(kind, what_for, example, None)  # type: ignore[return-value]


def several(kind: Kind[T], what_for: str, example: str) -> tuple[T, ...]:
    """A field with one value or a list of them."""
    return Field(Many(kind), what_for, example, ())  # type: ignore[return-value]


def keyed(key: Scalar[K], kind: Kind[T], what_for: str, example: str) -> Mapping[K, T]:
    """A field whose values stand under keys of their own."""
    return Field(Keyed(key, kind), what_for, example, NOTHING)  # type: ignore[return-value]


def flag(what_for: str, example: str = "yes") -> bool:
    """A field that is yes or no, and no when it is left out."""
    return Field(YES_NO, what_for, example, False)  # type: ignore[return-value]


class Record:
    """A frozen value with declared fields. Two records are equal when they say the same."""

    FIELDS: ClassVar[Mapping[str, Field]] = NOTHING
    """The declared fields by the name they have in a file."""
    SHORTHAND: ClassVar[str] = ""
    """The field that a bare value means, where a block may be left out."""
    ATTRIBUTES: ClassVar[Mapping[str, str]] = NOTHING
    """Field name in the file -> attribute (``for`` is a word of Python's, so it is ``for_`` there)."""

    unstated: Mapping[str, str] = NOTHING
    """Fields written as absent, with which absence: one of ``ABSENCES``."""

    def __init_subclass__(cls, shorthand: str = "") -> None:
        fields: dict[str, Field] = {}
        attributes: dict[str, str] = {}
        for attribute, value in list(vars(cls).items()):
            if type(value) is Field:
                value.name = attribute.rstrip("_")
                fields[value.name] = value
                attributes[value.name] = attribute
                setattr(cls, attribute, value.default)
        for base in reversed(cls.__bases__):
            if issubclass(base, Record):
                fields = {**fields, **{name: field for name, field in base.FIELDS.items() if name not in fields}}
                attributes = {**base.ATTRIBUTES, **attributes}
        for name in LAST_FIELDS:
            if name in fields:
                fields[name] = fields.pop(name)
        cls.FIELDS = MappingProxyType(fields)
        cls.ATTRIBUTES = MappingProxyType(attributes)
        cls.SHORTHAND = shorthand or cls.SHORTHAND

    def __init__(self, **stated: Any) -> None:
        known = type(self).ATTRIBUTES.values()
        for name, value in stated.items():
            if name != "unstated" and name not in known:
                raise TypeError(f"{type(self).__name__} has no field {name!r}")
            self.__dict__[name] = value

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        raise TypeError(f"{type(self).__name__} holds what may not be hashed")

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in self.__dict__.items())})"

    def states(self, name: str) -> bool:
        """Whether the field was written at all, as a value or as an absence."""
        return self.ATTRIBUTES[name] in self.__dict__ or name in self.unstated

    def __getitem__(self, name: str) -> Any:
        """The value of a field by its name in the file."""
        return getattr(self, self.ATTRIBUTES[name])


def build(cls: type[R], stated: dict[str, Any]) -> R:
    """A record from values already read, by attribute. For the reader, which has checked the names."""
    record = cls.__new__(cls)
    object.__setattr__(record, "__dict__", stated)
    return record


class Of(Kind[R], Generic[R]):
    """A kind that is a record: a block of fields, or a bare value for its ``shorthand`` field."""

    def __init__(self, cls: type[R]) -> None:
        self.cls = cls
        self.name = cls.__name__
