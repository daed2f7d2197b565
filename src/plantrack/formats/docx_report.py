"""A whole report as a Word file: the cover, the contents, the sections, and what the file says of itself."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from docx.opc.constants import CONTENT_TYPE as KIND
from docx.opc.constants import RELATIONSHIP_TYPE as ROLE

from plantrack.formats import docx_contents as contents
from plantrack.formats.docx_blocks import Blocks
from plantrack.formats.docx_flow import Flow, Paragraph
from plantrack.formats.docx_lists import Lists
from plantrack.formats.docx_package import Parts, whole
from plantrack.formats.docx_pictures import Sheet, drawn, is_small
from plantrack.formats.docx_styles import STYLES
from plantrack.formats.docx_template import FIRST_PAGE, ONE_COLUMN, TWO_COLUMNS, Edge, Template, settings, shipped
from plantrack.formats.docx_text import run
from plantrack.record import NOTHING
from plantrack.report.document import Block, Document, Facts, Labels, Section, plain, walk
from plantrack.report.stamp import Stamp

DEEPEST = 6
ANNEX = "figures 0"
"""The anchor of the annex. No other anchor looks so."""
TWIPS = 20
CONTINUED = '<w:type w:val="continuous"/>'
CAPTIONS = 60
"""Points that the words over and under a picture take."""


class Report:
    """Writes one document into one file."""

    def __init__(self, document: Document, template: Template) -> None:
        self._document = document
        self._template = template
        self._parts = Parts()
        self._flow = Flow(template.ids)
        self._lists = Lists(template.first_list)
        self._blocks = Blocks(document, self._flow, self._parts, template.page.room, self._lists)
        self._blocks.places.add(ANNEX)

        self._pages = Pages(template, put_edges(self._parts, template))

    def made(self) -> bytes:
        """The file."""
        page = self._template.page
        sheet = Sheet(page.room / TWIPS, max(page.height / TWIPS - CAPTIONS, CAPTIONS), page.half / TWIPS)
        self._blocks.pictures = drawn(self._document, sheet)
        self._beginning()
        for section in self._document.sections:
            for level, each in walk((section,), 1):
                self._section(each, level, marked=level == 2 and section.listed)
        self._end()
        put_around(self._parts, self._template, self._document, self._lists)
        return self._parts.packed(f"{self._flow.xml}<w:sectPr>{self._pages.end()}</w:sectPr>")

    def _beginning(self) -> None:
        """The title and the notes; in a long report with a cover around them, and the contents after it."""
        document, words = self._document, self._blocks.words
        long = document.extent == "long"
        self._flow.put(words.cell(document.title), Paragraph("Title" if long else "Short Title"))
        self._flow.put(words.cell(document.subtitle), Paragraph("Subtitle" if long else "Short Subtitle"))
        for note in document.notes:
            self._blocks.put(note, 0)
        if long:
            self._flow.put("", Paragraph("Rule"))
        self._blocks.facts(document.cover, 0)
        if long and document.sections:
            annex = (document.labels.annex, ANNEX) if has_annex(document) else None
            self._flow.put_xml(contents.contents(document, words, self._flow.ids, annex))

    def _section(self, section: Section, level: int, marked: bool) -> None:
        """A heading with what stands right under it."""
        level = min(level, DEEPEST)
        title = self._blocks.places.marked(section.anchor, self._blocks.words.cell(section.title))
        mark = contents.mark(plain(section.title)) if marked and self._document.extent == "long" else ""
        self._flow.put(title + mark, Paragraph(f"heading {level}", new_page=begins_page(section)))
        for small, group in groupby(section.blocks, is_small):
            blocks = list(group)
            alone = blocks[len(blocks) - len(blocks) % 2 :] if small else blocks
            self._pairs(blocks[: len(blocks) - len(alone)], level)
            for block in alone:
                self._blocks.put(block, level)

    def _pairs(self, charts: list[Block], level: int) -> None:
        """Small charts in pairs, each pair in two columns."""
        if charts:
            self._flow.section_ends(self._pages.end())
        for first, second in zip(charts[::2], charts[1::2], strict=True):
            self._flow.column_begins()
            self._blocks.put(first, level)
            self._flow.column_begins(after_another=True)
            self._blocks.put(second, level)
            self._flow.section_ends(self._pages.end(two=True))

    def _end(self) -> None:
        """The figures of charts, and what made the report."""
        if self._blocks.apart:
            title = self._blocks.places.marked(ANNEX, self._blocks.words.cell((self._document.labels.annex,)))
            self._flow.put(title, Paragraph("heading 1"))
            self._blocks.annex()
        self._flow.put(self._blocks.words.cell(self._document.footer), Paragraph("Colophon"))


def begins_page(section: Section) -> bool:
    """Whether a section begins on a new page: the page to be read alone, and the longest part.

    On A4 from Word the others would leave half of many pages empty: what stands under them is short, or cannot be parted.
    """
    return section.new_page and (section.one_page or section.listed)


def has_annex(document: Document) -> bool:
    """Whether any chart has its figures in the annex."""
    every = (block for _level, section in walk(document.sections) for block in section.blocks)
    return any(block.kind == "chart" and not block.open for block in every)


class Pages:
    """The properties of the pages, time after time: those that go on on the same page have no head of their own."""

    def __init__(self, template: Template, references: str) -> None:
        self._section = template.section
        self._next = references + template.section

    def end(self, two: bool = False) -> str:
        """The properties of the pages that end here, which may have two columns."""
        now = self._next.replace(ONE_COLUMN, TWO_COLUMNS) if two else self._next
        self._next = CONTINUED + self._section.replace(FIRST_PAGE, "")
        return now


def put_around(parts: Parts, template: Template, document: Document, lists: Lists) -> None:
    """Everything of a file but its text and the edges of its pages."""
    parts.add("styles", KIND.WML_STYLES, ROLE.STYLES, template.styles)
    parts.add("settings", KIND.WML_SETTINGS, ROLE.SETTINGS, settings(document, template.even))
    looks, numbers = lists.definitions(template.first_look)
    numbering = whole("numbering", template.looks + looks + template.lists + numbers)
    parts.add("numbering", KIND.WML_NUMBERING, ROLE.NUMBERING, numbering)
    for extra in template.extras:
        parts.add(extra.name, extra.kind, extra.role, extra.content)
    parts.about(document)


def put_edges(parts: Parts, template: Template) -> str:
    """The heads and feet of pages, and how the pages refer to them."""
    return "".join(put_edge(parts, edge, number) for number, edge in enumerate(template.edges, 1))


def put_edge(parts: Parts, edge: Edge, number: int) -> str:
    """One of them."""
    head = edge.tag == "hdr"
    kind, role = (KIND.WML_HEADER, ROLE.HEADER) if head else (KIND.WML_FOOTER, ROLE.FOOTER)
    name = "header" if head else "footer"
    part = parts.add(f"{name}{number}", kind, role, edge.content)
    for place, (reference, ending, image_kind, image) in enumerate(edge.pictures, 1):
        picture = parts.part(f"media/{name}{number}-{place}.{ending}", image_kind, image)
        part.load_rel(ROLE.IMAGE, picture, reference)
    for reference, address in edge.addresses:
        part.load_rel(ROLE.HYPERLINK, address, reference, is_external=True)
    return f'<w:{name}Reference w:type="{edge.pages}" r:id="{parts.name_of(part, role)}"/>'


def blank(language: str) -> bytes:
    """A file with every style, each shown by its name."""
    words = Labels("", "", "", "", "")
    document = Document(language, date(1980, 1, 1), (), (), "", (), Facts(()), (), (), words, Stamp(), NOTHING)
    template = shipped(document)
    parts, flow = Parts(), Flow(template.ids)
    for style in STYLES:
        if style.kind == "paragraph":
            flow.put(run(style.name), Paragraph(style.name))
    section = put_edges(parts, template) + template.section
    put_around(parts, template, document, Lists(template.first_list))
    return parts.packed(f"{flow.xml}<w:sectPr>{section}</w:sectPr>")
