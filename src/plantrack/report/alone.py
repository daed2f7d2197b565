"""A report on a part stands alone: no link in it leads to a place that only the whole report has."""

from __future__ import annotations

from typing import Any

from plantrack.report.document import Link, Said, Section, Table, walk


def standing_alone(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections one after the other without new pages; links that lead nowhere are only their words."""
    places = {each.anchor for _level, each in walk(sections)}
    for _level, section in walk(sections):
        places |= {row.anchor for block in section.blocks if isinstance(block, Table) for row in block.rows}
    return tuple(each._replace(new_page=False) for each in _settled(sections, places))


def _settled(value: Any, places: set[str]) -> Any:
    """A value of a document, with every link in it that leads nowhere as plain words."""
    if isinstance(value, Link):
        if value.target in places:
            return value
        return Said(value.text, value.lang) if value.lang else value.text
    if not isinstance(value, tuple):
        return value
    inner = [_settled(each, places) for each in value]
    return value._make(inner) if hasattr(value, "_make") else tuple(inner)
