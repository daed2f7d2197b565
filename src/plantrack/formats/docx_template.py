"""What a Word file is set in: its styles, its page, its lists, and the head and foot of its pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from plantrack.formats.docx_flow import Paragraph, paragraph
from plantrack.formats.docx_package import whole
from plantrack.formats.docx_styles import IDS, STYLES, TIGHT, as_xml, defaults
from plantrack.formats.docx_text import field, region, run
from plantrack.report.document import Document

LONGEST = 110
"""Letters over a page."""
BETWEEN = 567
"""Twips between two columns."""


class Page(NamedTuple):
    """A sheet of paper in twips: A4, with its margins."""

    wide: int = 11906
    high: int = 16838
    left: int = 1191
    right: int = 1191
    top: int = 1588
    bottom: int = 1304

    @property
    def room(self) -> int:
        """For words, from left to right."""
        return self.wide - self.left - self.right

    @property
    def height(self) -> int:
        """For words, from top to bottom."""
        return self.high - self.top - self.bottom

    @property
    def half(self) -> int:
        """For words in one of two columns."""
        return (self.room - BETWEEN) // 2


ONE_COLUMN, TWO_COLUMNS = '<w:cols w:space="708"/>', '<w:cols w:num="2" w:space="' + f'{BETWEEN}"/>'
FIRST_PAGE = "<w:titlePg/>"
TIGHT_PAGE = Page(left=1134, right=1134, top=680, bottom=624)
"""The margins of a report that is to be one sheet."""


class Edge(NamedTuple):
    """The head or foot of pages."""

    tag: str
    """``hdr`` or ``ftr``."""
    pages: str
    """Which pages: ``default``, ``first`` or ``even``."""
    content: bytes
    pictures: tuple[tuple[str, str, str, bytes], ...] = ()
    """What it refers to them by, what they are called, their kind, and the pictures."""
    addresses: tuple[tuple[str, str], ...] = ()


class Extra(NamedTuple):
    """A part that is taken over as it is: a theme, a list of fonts."""

    name: str
    kind: str
    role: str
    content: bytes


class Template(NamedTuple):
    """All that a file is set in."""

    ids: Mapping[str, str]
    """Name of a style -> what it is referred to by."""
    styles: bytes
    page: Page
    section: str
    """The page's properties as XML, without its heads and feet."""
    edges: tuple[Edge, ...]
    looks: str = ""
    """The looks of lists that there are already."""
    lists: str = ""
    """The lists that there are already."""
    first_look: int = 1
    """A number that no look has, nor any after it."""
    first_list: int = 1
    even: bool = False
    """Whether pages with even numbers have heads and feet of their own."""
    extras: tuple[Extra, ...] = ()


def shipped(document: Document) -> Template:
    """The template where the plan has none of its own."""
    sheet = document.extent == "page"
    page = TIGHT_PAGE if sheet else Page()
    instead = {style.name: style for style in TIGHT} if sheet else {}
    styles = "".join(as_xml(instead.get(style.name, style), IDS) for style in STYLES)
    return Template(
        ids=IDS,
        styles=whole("styles", defaults(region(document.language)) + styles),
        page=page,
        section=section_of(page, first=document.extent != "short"),
        edges=edges(document, IDS),
    )


def section_of(page: Page, first: bool) -> str:
    """The page's properties. The ``first`` page may be without head and foot: a cover, or a page that stands alone."""
    return (
        f'<w:pgSz w:w="{page.wide}" w:h="{page.high}"/><w:pgMar w:top="{page.top}" w:right="{page.right}" '
        f'w:bottom="{page.bottom}" w:left="{page.left}" w:header="{min(page.top - 227, 680)}" '
        f'w:footer="{min(page.bottom - 227, 624)}" w:gutter="0"/>'
        f"{ONE_COLUMN}{FIRST_PAGE if first else ''}"
    )


def edges(document: Document, ids: Mapping[str, str]) -> tuple[Edge, Edge]:
    """The report's short title over each page, and under it the number of the page and of all."""
    number = field("PAGE", "1") + run(" / ") + field("NUMPAGES", "1")
    head = paragraph(run(shortened(document.running, LONGEST)), Paragraph("header"), ids)
    foot = paragraph(number, Paragraph("footer"), ids)
    return Edge("hdr", "default", whole("hdr", head)), Edge("ftr", "default", whole("ftr", foot))


def shortened(text: str, most: int) -> str:
    """A text on one line, cut where it is too long."""
    return text if len(text) <= most else f"{text[: most - 1]}\N{HORIZONTAL ELLIPSIS}"


def settings(document: Document, even: bool) -> bytes:
    """How Word treats the file: as one of its own day, in the report's language, with hyphens in long words."""
    language = region(document.language)
    return whole(
        "settings",
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/>'
        + ("<w:evenAndOddHeaders/>" if even else "")
        + '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        f'</w:compat><w:themeFontLang w:val="{language}"/>',
    )
