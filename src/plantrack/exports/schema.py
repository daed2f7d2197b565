"""JSON Schemas of the files, made from the records: they let an editor complete, explain and underline.

They accept what the reader accepts. An editor reads ``note: 2015`` as a number and ``yes`` as a word, so
every text may be a number or a boolean there. Which id exists, and what fits what, is for ``check``.
"""

from __future__ import annotations

from typing import Any

from plantrack.kinds import Choice, Kind, Ref, Scalar, YesNo
from plantrack.locales import Speech
from plantrack.record import ABSENCES, Field, Keyed, Many, Of, Record
from plantrack.store.files import KINDS, TABLES

DRAFT = "http://json-schema.org/draft-07/schema#"
ANY_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}


def schema(kind: str, tongue: Speech) -> dict[str, Any]:
    """The JSON Schema of one kind of file, with its explanations in a language."""
    cls = KINDS[kind]
    definitions: dict[str, Any] = {}
    if kind in TABLES:
        body = _value(cls.FIELDS[TABLES[kind]].kind, tongue, definitions)
    else:
        body = _block(cls, tongue, definitions)
    return {
        "$schema": DRAFT,
        "description": tongue.say(first_sentence(cls)),
        **body,
        "definitions": {name: definitions[name] for name in sorted(definitions)},
    }


def first_sentence(cls: type[Record]) -> str:
    """What a record is, in one sentence; translated by its class's own docstring."""
    return " ".join((cls.__doc__ or "").split("\n\n")[0].split())


def _block(cls: type[Record], tongue: Speech, definitions: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, field in cls.FIELDS.items() if field.required],
        "properties": {name: _field(field, tongue, definitions) for name, field in cls.FIELDS.items()},
    }


def _field(field: Field, tongue: Speech, definitions: dict[str, Any]) -> dict[str, Any]:
    """A field with its explanation. Any field may instead say why there is no value."""
    value = _value(field.kind, tongue, definitions)
    if not _takes_any_word(field.kind):
        value = _or_absence(value)
    about = tongue.say(field.what_for)
    return {"description": about, "markdownDescription": f"{about}\n\n```yaml\n{example(field)}\n```", **value}


def example(field: Field) -> str:
    """A field as it may stand in a file."""
    text = field.example
    if text.startswith(("|", "[")) or ("\n" not in text and not _needs_block(field.kind, text)):
        return f"{field.name}: {text}"
    return f"{field.name}:\n" + "\n".join(f"  {line}" for line in text.split("\n"))


def _needs_block(kind: Kind[Any], text: str) -> bool:
    inner = kind.kind if isinstance(kind, Many) else kind
    return isinstance(inner, Keyed) or text.startswith("- ") or (isinstance(inner, Of) and ": " in text)


def _takes_any_word(kind: Kind[Any]) -> bool:
    if isinstance(kind, Many):
        return _takes_any_word(kind.kind)
    return isinstance(kind, Scalar) and not isinstance(kind, (Choice, YesNo))


def _value(kind: Kind[Any], tongue: Speech, definitions: dict[str, Any]) -> dict[str, Any]:
    if isinstance(kind, Many):
        return _one_or_several(_value(kind.kind, tongue, definitions))
    if isinstance(kind, Keyed) and isinstance(kind.key, Choice):
        inner = _value(kind.kind, tongue, definitions)
        known = {word: {"description": tongue.say(said), **inner} for word, said in kind.key.words.items()}
        return {"type": "object", "additionalProperties": False, "properties": known}
    if isinstance(kind, Keyed):
        return {"type": "object", "additionalProperties": _value(kind.kind, tongue, definitions)}
    if isinstance(kind, Of):
        return _reference(kind.cls, tongue, definitions)
    if isinstance(kind, Choice):
        words = {**kind.schema(), "markdownEnumDescriptions": [tongue.say(word) for word in kind.words.values()]}
        return {"anyOf": [words, ANY_TEXT]} if kind.open else words
    return ANY_TEXT if isinstance(kind, Ref) else kind.schema()


def _or_absence(value: dict[str, Any]) -> dict[str, Any]:
    """A value, or the word for why there is none; in one piece where it can be."""
    if "enum" in value:
        return {**value, "enum": [*value["enum"], *(each for each in ABSENCES if each not in value["enum"])]}
    if value.get("type") == "object":
        return {**value, "type": ["object", "string"], "pattern": f"^({'|'.join(ABSENCES)})$"}
    return {"anyOf": [value, {"enum": list(ABSENCES)}]}


def _one_or_several(inner: dict[str, Any]) -> dict[str, Any]:
    """A value or a list of them; in one piece where it can be, since an editor explains that better."""
    if isinstance(inner.get("type"), list):
        return {**inner, "type": [*inner["type"], "array"], "items": inner}
    return {"anyOf": [inner, {"type": "array", "items": inner}]}


def _reference(cls: type[Record], tongue: Speech, definitions: dict[str, Any]) -> dict[str, Any]:
    """A record inside another: defined once, and referred to."""
    name = cls.__name__
    if name not in definitions:
        definitions[name] = {}
        body: dict[str, Any] = _block(cls, tongue, definitions)
        if cls.SHORTHAND:
            body = {"anyOf": [_value(cls.FIELDS[cls.SHORTHAND].kind, tongue, definitions), body]}
        definitions[name] = {"description": tongue.say(first_sentence(cls)), **body}
    return {"$ref": f"#/definitions/{name}"}
