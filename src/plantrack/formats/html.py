"""HTML: one file with everything in it, no scripts, fit for a screen, a phone and a printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack.formats.own import Own
from plantrack.formats.plan_text import paragraphs, reader, tokens
from plantrack.pattern import pattern
from plantrack.record import NOTHING
from plantrack.report.document import Cell, Document, Section, Table, plain, walk
from plantrack.shipped import templates

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

PLACE = "report"
PAGE = "report.html.j2"
PIECES = "pieces.html.j2"
LONG_WORD = pattern(r"\S{40}")
"""A word that must be broken somewhere, or it would push a table off the page."""
STYLE = "report.css"


def render(document: Document, own: Own = NOTHING) -> str:
    """The whole page."""
    page = environment(templates() / PLACE, own)
    style = page.get_template(STYLE).render()
    shapes = Shapes(document)
    page.filters["words"] = wording(page, document.language)
    text: str = page.get_template(PAGE).render(
        document=document,
        style=raw(style + shapes.style + running_head(document)),
        shape=shapes.name,
        once=once(),
        text=people_text,
        heading=heading,
        plain=plain,
    )
    return text.rstrip("\n") + "\n"


def environment(folder: Path, own: Own = NOTHING) -> Environment:
    """The templates, with everything escaped that is not said to be markup.

    A plan's own templates come in with pull requests, so they may show things but do nothing else.
    """
    from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    texts = {name: data.decode("utf-8", "replace") for name, data in own.items()}
    kind = ImmutableSandboxedEnvironment if own else Environment
    return kind(
        loader=ChoiceLoader([DictLoader(texts), FileSystemLoader(folder)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )


def wording(page: Environment, language: str) -> Callable[[Cell], Markup]:
    """Words as markup. Most cells of a report say what another one says, so each is written once."""
    write = page.get_template(PIECES).module.words  # type: ignore[attr-defined]
    written: dict[Cell, Markup] = {}

    def words(cell: Cell) -> Markup:
        markup = written.get(cell)
        if markup is None:
            markup = written[cell] = write(cell, language, bool(LONG_WORD.search(plain(cell))))
        return markup

    return words


def raw(markup: str) -> Markup:
    """Markup of our own making."""
    from markupsafe import Markup

    return Markup(markup)  # noqa: S704


def heading(level: int) -> int:
    """The level of a heading; there are no more than six."""
    return min(level, 6)


def once() -> Callable[[str], str]:
    """Answers with an anchor the first time it is asked for, and with nothing after that: an id stands once."""
    used: set[str] = set()

    def take(anchor: str) -> str:
        if anchor in used:
            return ""
        used.add(anchor)
        return anchor

    return take


def people_text(source: str, level: int) -> Markup:
    """A text of people's as markup: paragraphs where it is plain, else as Markdown reads it."""
    from markupsafe import escape

    simple = paragraphs(source)
    if simple is not None:
        return raw("\n".join(f"<p>{escape(each)}</p>" for each in simple))
    parser = reader()
    markup: str = parser.renderer.render(tokens(source, level), parser.options, {})
    return raw(markup.rstrip("\n"))


Shape = tuple[tuple[tuple[str, str, bool], ...], int]


class Shapes:
    """The shapes of a document's tables: those with the same headings share their style.

    Narrow columns hold dates and numbers, which are never broken. On a narrow screen a row is a card, and
    each cell is preceded by the heading of its column.
    """

    def __init__(self, document: Document) -> None:
        self._names: dict[Shape, str] = {}
        for _level, section in walk(document.sections):
            for table in tables(section):
                self._names.setdefault(shape(table), f"t{len(self._names) + 1}")

    def name(self, table: Table) -> str:
        """The class of a table."""
        return self._names[shape(table)]

    @property
    def style(self) -> str:
        """The rules for each shape, for wide and for narrow screens."""
        narrow, numbers, labels = [], [], []
        for (columns, head), name in self._names.items():
            for place, (title, width, is_number) in enumerate(columns, 1):
                if width == "narrow":
                    narrow.append(f".{name} tbody>tr>:nth-child({place})")
                if is_number:
                    numbers.append(f".{name} tr>:nth-child({place})")
                if place != head + 1:
                    labels.append(f".{name} tr>:nth-child({place})::before{{content:{css_text(title)}}}")
        wide = rule(narrow, "white-space:nowrap") + rule(numbers, "text-align:right;font-variant-numeric:tabular-nums")
        return f"{wide}@media screen and (max-width:52rem){{\n" + "\n".join(labels) + "\n}\n"


def rule(selectors: list[str], declarations: str) -> str:
    """One rule of a style sheet, where anything is to follow it."""
    return ",\n".join(selectors) + f"{{{declarations}}}\n" if selectors else ""


def tables(section: Section) -> list[Table]:
    """The tables right under a heading."""
    return [block for block in section.blocks if isinstance(block, Table)]


def shape(table: Table) -> Shape:
    """What tables must share to share their style."""
    return tuple((column.title, column.width, column.numbers) for column in table.columns), table.head


def css_text(text: str) -> str:
    """Any text as a string of a style sheet: whatever is no letter or digit is written as its number."""
    return '"' + "".join(c if c.isalnum() and c.isascii() else f"\\{ord(c):06x}" for c in text) + '"'


def running_head(document: Document) -> str:
    """The head of each printed page."""
    return f"@page{{@top-left{{content:{css_text(document.running)}}}}}\n"
