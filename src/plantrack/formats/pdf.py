"""PDF for paper, screen and screen reader: PDF/UA-1 and PDF/A-2a in one, set by Typst.

Nothing is taken from the machine: no fonts, no clock, and of files only the template. So the same document gives the
same bytes wherever the same Typst is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import UTC, date, datetime
from html import escape, unescape
from typing import TYPE_CHECKING, Any

from plantrack.formats.own import Own
from plantrack.formats.own_typst import fault_of, laid_out
from plantrack.formats.pdf_heads import Shape, with_row_heads
from plantrack.formats.typst_text import MAY_BREAK, shown
from plantrack.formats.typst_values import Values
from plantrack.pattern import pattern
from plantrack.record import NOTHING
from plantrack.report.document import Document
from plantrack.shipped import templates

if TYPE_CHECKING:
    import re

PLACE = "report"
TEMPLATE = "report.typ"
STANDARDS = ["ua-1", "a-2a"]
NO_SHAPE = "could not be displayed"
"""What Typst says of letters and marks that no font has together."""
WORDS = pattern("(?<=>)[^<>]+(?=<)")
"""Words between the tags of a picture."""


def render(document: Document, own: Own = NOTHING) -> bytes:
    """The whole report. The day that the file says it was made on is the report's own, not today.

    Raises ``TemplateFault`` where the plan's own template cannot be used.
    """
    from typst import TypstError

    try:
        try:
            return typeset(Values(document), document.day, own)
        except TypstError as fault:
            if NO_SHAPE not in str(fault):
                raise
        return typeset(Values(document, marks=False), document.day, own, marks=False)
    except TypstError as fault:
        if TEMPLATE not in own:
            raise
        raise fault_of(fault, TEMPLATE) from None


def typeset(values: Values, day: date, own: Own, *, marks: bool = True) -> bytes:
    """The document as the template lays it out. What Typst cannot do is a fault of ours, and says so."""
    from json import dumps

    import typst

    whole = values.whole(day)
    for chart in charts(whole):
        chart["picture"] = settable(chart["picture"], marks)
    compile_typst: Callable[..., bytes] = typst.compile
    with laid_out(own, TEMPLATE) if TEMPLATE in own else nullcontext(templates() / PLACE) as folder:
        pdf = compile_typst(
            str(folder / TEMPLATE),
            root=str(folder),
            format="pdf",
            pdf_standards=STANDARDS,
            ignore_system_fonts=True,
            timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
            sys_inputs={"report": dumps(whole, ensure_ascii=False)},
        )
    return with_row_heads(pdf, shapes(whole))


INSIDE = ("notes", "cover", "sections", "blocks", "items", "told", "table", "apart")
"""Where in the values there may be tables."""


def charts(value: Any) -> Iterator[dict[str, Any]]:
    """All charts, wherever they stand."""
    if isinstance(value, list):
        for each in value:
            yield from charts(each)
    elif isinstance(value, dict) and value.get("kind") == "chart":
        yield value
    elif isinstance(value, dict):
        for key in INSIDE:
            yield from charts(value.get(key))


def settable(picture: str, marks: bool) -> str:
    """A picture whose words are told in letters that the fonts have, as those of the text are."""

    def told(found: re.Match[str]) -> str:
        return escape(shown(unescape(found[0]), marks).replace(MAY_BREAK, ""))

    return WORDS.sub(told, picture)


def shapes(value: Any) -> Iterator[Shape]:
    """The shapes of all tables, in the order they are read. Those in people's texts have no heads of rows."""
    if isinstance(value, list):
        for each in value:
            yield from shapes(each)
    elif isinstance(value, dict) and value.get("kind") == "table":
        columns = value.get("columns") or value["head"]
        yield Shape(len(columns), len(value["rows"]), value["head"] if "columns" in value else None)
    elif isinstance(value, dict):
        for key in INSIDE:
            if key in value:
                yield from shapes(value[key])
