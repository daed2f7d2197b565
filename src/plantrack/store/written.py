"""Every piece of text in a file: which thing it is about, the fields that lead to it, and its lines.

Goes by YAML's nodes and the records' own table of fields, so that each piece is known by where it stands, and nothing
that a file says is left out, whether the format knows it or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from plantrack.facts.search import Thing
from plantrack.kinds import LANGUAGE_CODE, Kind, TextKind
from plantrack.model.decision import Change
from plantrack.record import Keyed, Many, Of, Record
from plantrack.store.files import KINDS, TABLES, Place
from plantrack.store.nodes import MappingNode, Node, ScalarNode, SequenceNode

HOLDERS = {
    "activities": "activity", "steps": "step", "criteria": "criterion", "indicators": "indicator",
    "principles": "principle", "commitments": "commitment", "items": "mandate item", "answers": "answer",
    "organisations": "organisation", "terms": "term",
}  # fmt: skip
"""Fields whose keys are ids, and what kind of thing these are of."""
ABOUT_OTHERS = ("answers",)
"""Those of them whose ids are of things that other files define."""
OWN_ID = ("theme", "goal", "agreement", "plan")
"""Kinds of files that say their id themselves; of others the name is the id."""


class Written(NamedTuple):
    """One piece of text."""

    node: ScalarNode
    things: tuple[Thing, ...]
    """What it is about, from the whole file inwards."""
    trail: tuple[str, ...]
    """The fields that lead to it, by their names in the file."""
    language: str = ""
    """Of a text that is given in several."""


def written(place: Place, node: Node) -> Iterator[Written]:
    """Every piece of text under the first node of a file, in its order."""
    cls, things = KINDS[place.kind], (file_thing(place, node),)
    if place.kind in TABLES:
        field = TABLES[place.kind]
        yield from _value(node, cls.FIELDS[field].kind, things, (field,))
    else:
        yield from _value(node, Of(cls), things, ())


def file_thing(place: Place, node: Node) -> Thing:
    """What a whole file is about."""
    own = _stated(node, "id") if place.kind in OWN_ID else ""
    return place.kind, own or place.id


def stated_by(node: Node) -> str:
    """Who a file says that it is by; nothing where it does not say."""
    return _stated(node, "by")


def _stated(node: Node, name: str) -> str:
    pairs: Sequence[tuple[Any, Any]] = node.value if isinstance(node, MappingNode) else ()
    return next((value.value for key, value in pairs if key.value == name and isinstance(value, ScalarNode)), "")


def _value(node: Node, kind: Kind[Any] | None, things: tuple[Thing, ...], trail: tuple[str, ...]) -> Iterator[Written]:
    if isinstance(kind, Many):
        kind = kind.kind
    if isinstance(node, SequenceNode):
        for each in node.value:
            yield from _value(each, kind, things, trail)
    elif isinstance(node, ScalarNode):
        if node.value:
            short = kind.cls.SHORTHAND if isinstance(kind, Of) else ""
            yield Written(node, things, (*trail, short) if short else trail)
    elif isinstance(node, MappingNode):
        yield from _block(node, kind, things, trail)


def _block(
    node: MappingNode, kind: Kind[Any] | None, things: tuple[Thing, ...], trail: tuple[str, ...]
) -> Iterator[Written]:
    if isinstance(kind, Keyed):
        yield from _table(node, kind, things, trail)
        return
    cls = kind.cls if isinstance(kind, Of) else None
    if isinstance(kind, TextKind) or (cls and cls.SHORTHAND and _is_translated(node, cls)):
        way = (*trail, cls.SHORTHAND) if cls else trail
        for key, value in node.value:
            yield from (each._replace(language=_word(key)) for each in _value(value, None, things, way))
        return
    for key, value in node.value:
        field = cls.FIELDS.get(_word(key)) if cls else None
        yield from _value(value, field.kind if field else None, things, (*trail, _word(key)))


def _table(
    node: MappingNode, kind: Keyed[Any, Any], things: tuple[Thing, ...], trail: tuple[str, ...]
) -> Iterator[Written]:
    """Values under keys of their own: the keys are texts too, unless they are names of fields."""
    holds = HOLDERS.get(trail[-1], "") if trail else ""
    fields = isinstance(kind.kind, Of) and kind.kind.cls is Change
    for key, value in node.value:
        about, way = things, trail
        if holds and isinstance(kind.kind, Of):
            about = (*things, (holds, _word(key)))
            way = trail if trail[-1] in ABOUT_OTHERS else ()
        if isinstance(key, ScalarNode) and not fields:
            yield Written(key, about, way or ("id",))
        yield from _value(value, kind.kind, about, (*way, _word(key)) if fields else way)


def _is_translated(node: MappingNode, cls: type[Record]) -> bool:
    return all(LANGUAGE_CODE.fullmatch(_word(key)) and _word(key) not in cls.FIELDS for key, _value in node.value)


def _word(node: Node) -> str:
    return node.value if isinstance(node, ScalarNode) else ""


def lines_of(node: ScalarNode, lines: Sequence[str]) -> list[tuple[int, str]]:
    """The lines that a piece of text stands on, counted from nought, each with what it says of it."""
    first, last = node.start_mark.line, node.end_mark.line
    if node.style in ("|", ">"):
        end = last if node.end_mark.column == 0 else last + 1
        return [(number, lines[number].strip()) for number in range(first + 1, min(end, len(lines)))]
    if first == last or last >= len(lines):
        return [(first, node.value)]
    found = [(number, lines[number]) for number in range(first, last + 1)]
    found[-1] = last, lines[last][: node.end_mark.column]
    found[0] = first, lines[first][node.start_mark.column :]
    if node.style:
        found[0] = first, found[0][1][1:]
        found[-1] = last, found[-1][1][:-1]
    return [(number, text.strip()) for number, text in found]
