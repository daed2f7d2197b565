"""HTML: one file with everything in it, no scripts, fit for a screen, a phone and a printer."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING

from plantrack.formats.own import Own, TemplateFault
from plantrack.formats.own_pages import environment, faults_told, images, style
from plantrack.formats.plan_text import paragraphs, reader, tokens
from plantrack.formats.stamp_text import comment
from plantrack.pattern import pattern
from plantrack.record import NOTHING
from plantrack.report.document import Cell, Chart, Document, Section, Table, Tally, plain, walk
from plantrack.shipped import templates

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

PLACE = "report"
PAGE = "report.html.j2"
PIECES = "pieces.html.j2"
LONG_WORD = pattern(r"\S{40}")
"""A word that must be broken somewhere, or it would push a table off the page."""
DAY = pattern(r"(?<![\w#\"'-])\d{4}-\d\d-\d\d(?![\w\"'-])")
"""A day, which is never broken at a hyphen. It stands in no attribute: those have a quote or a hyphen beside it."""
STYLES = ("report.css", "charts.css")


def render(document: Document, own: Own = NOTHING) -> str:
    """The whole page. Raises ``TemplateFault`` where one of the plan's own templates cannot be used."""
    with faults_told(own):
        return page_of(document, own)


def page_of(document: Document, own: Own) -> str:
    """The page, by the plan's own templates where it has any."""
    page = environment(templates() / PLACE, own)
    looks = "".join(style(page, name) for name in STYLES)
    shapes = Shapes(document)
    page.filters["words"] = wording(page, document.language)
    text: str = page.get_template(PAGE).render(
        document=document,
        style=raw(looks + shapes.style + running_head(document)),
        shape=shapes.name,
        once=once(),
        text=people_text,
        heading=heading,
        plain=plain,
        picture=drawing(),
        bar=bars(),
        image=images(own),
        is_curve=is_curve,
        stamp=raw(comment(document.stamp)),
    )
    return text.rstrip("\n") + "\n"


def wording(page: Environment, language: str) -> Callable[[Cell], Markup]:
    """Words as markup. Most cells of a report say what another one says, so each is written once."""
    write = getattr(page.get_template(PIECES).module, "words", None)
    if write is None:
        raise TemplateFault("unknown", PIECES, 1, "words")
    written: dict[Cell, Markup] = {}

    def words(cell: Cell) -> Markup:
        markup = written.get(cell)
        if markup is None:
            text = plain(cell)
            markup = write(cell, language, bool(LONG_WORD.search(text)))
            if DAY.search(text):
                markup = raw(DAY.sub(r'<span class="day">\g<0></span>', str(markup)))
            written[cell] = markup
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


def drawing() -> Callable[[Chart], Markup]:
    """Draws charts. Each has ids of its own, by how many there were before it."""
    from plantrack.formats.svg import draw

    numbers = count(1)

    def picture(chart: Chart) -> Markup:
        ident = f"chart-{next(numbers)}"
        return raw(draw(chart.picture, title=plain(chart.caption), description=chart.description, ident=ident))

    return picture


def bars() -> Callable[[Tally], Markup]:
    """Draws the bars of tallies, each with ids of its own."""
    from plantrack.formats.svg.tallies import draw_tally

    numbers = count(1)
    return lambda tally: raw(draw_tally(tally, f"tally-{next(numbers)}"))


def is_curve(block: object) -> bool:
    """Whether a block is one of the small charts that stand beside each other."""
    return isinstance(block, Chart) and block.picture.kind == "curves"


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
        return f"{wide}@media screen and (max-width:62rem){{\n" + "\n".join(labels) + "\n}\n"


def rule(selectors: list[str], declarations: str) -> str:
    """One rule of a style sheet, where anything is to follow it."""
    return ",\n".join(selectors) + f"{{{declarations}}}\n" if selectors else ""


def tables(section: Section) -> list[Table]:
    """The tables right under a heading, those of charts too."""
    found = (block.table if isinstance(block, Chart) else block for block in section.blocks)
    return [block for block in found if isinstance(block, Table)]


def shape(table: Table) -> Shape:
    """What tables must share to share their style."""
    return tuple((column.title, column.width, column.numbers) for column in table.columns), table.head


def css_text(text: str) -> str:
    """Any text as a string of a style sheet: whatever is no letter or digit is written as its number."""
    return '"' + "".join(c if c.isalnum() and c.isascii() else f"\\{ord(c):06x}" for c in text) + '"'


def running_head(document: Document) -> str:
    """The head of each printed page."""
    return f"@page{{@top-left{{content:{css_text(document.running)}}}}}\n"
