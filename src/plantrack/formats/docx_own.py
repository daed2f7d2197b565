"""A plan's own Word template: its styles, theme and fonts, its page, its lists, and the head and foot of its pages.

It comes in with a pull request. So only that is taken which is listed here, part by part: no macros, no pictures from
elsewhere, no other template behind it, and none of the words in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx.opc.constants import CONTENT_TYPE as KIND
from docx.opc.constants import RELATIONSHIP_TYPE as ROLE
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.package import Package
from lxml import etree

from plantrack.formats.docx_package import SPACES
from plantrack.formats.docx_plan_text import WEB
from plantrack.formats.docx_styles import IDS, STYLES, Style, as_xml, defaults
from plantrack.formats.docx_template import FIRST_PAGE, ONE_COLUMN, Edge, Extra, Page, Template, edges
from plantrack.formats.docx_text import region
from plantrack.formats.own import WORD, TemplateFault
from plantrack.pattern import pattern
from plantrack.report.document import Document

LARGEST = 100_000_000
"""Bytes that a template may be when it is unpacked."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
REFERENCES = ("headerReference", "footerReference")
LEFT_OUT = ("printerSettings", "sectPrChange", "type", "footnotePr", "endnotePr", "cols", "titlePg")
"""Of a page's properties: what refers to parts that are not taken, and how it follows another page."""
BEFORE_COLUMNS = ("pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType")
BEFORE_FIRST_PAGE = (*BEFORE_COLUMNS, "cols", "formProt", "vAlign", "noEndnote")
EXTRAS = ((ROLE.THEME, "theme/theme1", KIND.OFC_THEME), (ROLE.FONT_TABLE, "fontTable", KIND.WML_FONT_TABLE))
IMAGES = pattern(r"image/(png|jpeg|gif|bmp|tiff|x-emf|x-wmf)")


def read(data: bytes, document: Document) -> Template:
    """The plan's own template. Raises ``TemplateFault`` where it is no Word file that can be read."""
    try:
        with ZipFile(BytesIO(data)) as file:
            if sum(each.file_size for each in file.infolist()) > LARGEST:
                raise ValueError("too large")
        return Reading(Package.open(BytesIO(data)).main_document_part).template(document)
    except Exception as fault:  # whatever a file from elsewhere makes the libraries say
        raise TemplateFault("word", WORD, 1, str(fault)[:200]) from None


class Reading:
    """Reads one template."""

    def __init__(self, part: Any) -> None:
        self._part = part
        bodies = part.element.body.findall(f"{W}sectPr")
        self._section = bodies[-1] if bodies else parse_xml(f"<w:sectPr {SPACES}/>")

    def template(self, document: Document) -> Template:
        """All that is taken of it."""
        styles = self._xml(ROLE.STYLES)
        if styles is None:
            raise ValueError("no styles")
        ids = with_ours(styles, region(document.language))
        own_edges = tuple(self._edges())
        found = own_edges or edges(document, ids)
        looks, lists, first_look, first_list = self._lists()
        return Template(
            ids=ids,
            styles=etree.tostring(styles, xml_declaration=True, encoding="UTF-8", standalone=True),
            page=self._page(),
            section=self._properties(first=not own_edges and document.extent == "long"),
            edges=found,
            looks=looks,
            lists=lists,
            first_look=first_look,
            first_list=first_list,
            even=self._even(),
            extras=tuple(self._extras()),
        )

    def _parts(self, role: str) -> Iterator[Part]:
        for each in self._part.rels.values():
            if each.reltype == role and not each.is_external:
                yield each.target_part

    def _xml(self, role: str) -> Any:
        """A part as elements, where there is one."""
        part = next(self._parts(role), None)
        return None if part is None else parse_xml(part.blob)

    def _extras(self) -> Iterator[Extra]:
        for role, name, kind in EXTRAS:
            for part in list(self._parts(role))[:1]:
                content = parse_xml(part.blob)
                for embedded in content.xpath(f"//*[@*[namespace-uri()='{R[1:-1]}']]"):
                    embedded.getparent().remove(embedded)  # refers to what is not taken
                yield Extra(
                    name, kind, role, etree.tostring(content, xml_declaration=True, encoding="UTF-8", standalone=True)
                )

    def _page(self) -> Page:
        """The page's measures; A4 where it does not say."""
        usual = Page()
        size, margin = self._section.find(f"{W}pgSz"), self._section.find(f"{W}pgMar")

        def measure(element: Any, name: str, otherwise: int) -> int:
            value = element.get(f"{W}{name}") if element is not None else None
            return abs(int(value)) if value else otherwise

        gutter = measure(margin, "gutter", 0)
        return Page(
            measure(size, "w", usual.wide),
            measure(size, "h", usual.high),
            measure(margin, "left", usual.left) + gutter,
            measure(margin, "right", usual.right),
            measure(margin, "top", usual.top),
            measure(margin, "bottom", usual.bottom),
        )

    def _properties(self, first: bool) -> str:
        """The page's properties as XML, without what refers to other parts."""
        kept = [
            each
            for each in self._section
            if isinstance(each.tag, str) and each.tag.removeprefix(W) not in (*REFERENCES, *LEFT_OUT)
        ]
        first = first or self._section.find(f"{W}titlePg") is not None
        names = [each.tag.removeprefix(W) for each in kept]
        texts = [etree.tostring(each, encoding="unicode", with_tail=False) for each in kept]
        columns = sum(name in BEFORE_COLUMNS for name in names)
        title = sum(name in BEFORE_FIRST_PAGE for name in names)
        page = [FIRST_PAGE] if first else []
        return "".join([*texts[:columns], ONE_COLUMN, *texts[columns:title], *page, *texts[title:]])

    def _edges(self) -> Iterator[Edge]:
        """The heads and feet that say something, and refer to nothing but pictures in the file and the web."""
        for reference in self._section:
            tag = str(reference.tag).removeprefix(W)
            if tag not in REFERENCES:
                continue
            part = self._part.rels[reference.get(f"{R}id")].target_part
            edge = edge_of(part, tag, reference.get(f"{W}type", "default"))
            if edge:
                yield edge

    def _lists(self) -> tuple[str, str, int, int]:
        """The lists that there are, and the first numbers that are free."""
        found = self._xml(ROLE.NUMBERING)
        if found is None:
            return "", "", 1, 1
        for each in list(found.iter(f"{W}lvlPicBulletId")):
            each.getparent().remove(each)
        looks, lists = found.findall(f"{W}abstractNum"), found.findall(f"{W}num")
        free_look = max((int(each.get(f"{W}abstractNumId")) for each in looks), default=0) + 1
        free_list = max((int(each.get(f"{W}numId")) for each in lists), default=0) + 1
        as_text = [
            "".join(etree.tostring(each, encoding="unicode", with_tail=False) for each in them)
            for them in (looks, lists)
        ]
        return as_text[0], as_text[1], free_look, free_list

    def _even(self) -> bool:
        settings = self._xml(ROLE.SETTINGS)
        return settings is not None and settings.find(f"{W}evenAndOddHeaders") is not None


def edge_of(part: Part, tag: str, pages: str) -> Edge | None:
    """A head or foot; None where it is empty, or refers to what is not taken."""
    content = parse_xml(part.blob)
    says = "".join(content.itertext()).strip() or content.findall(f".//{W}drawing")
    pictures, addresses = [], []
    for name, each in part.rels.items():
        if each.is_external and each.reltype == ROLE.HYPERLINK and WEB.fullmatch(each.target_ref):
            addresses.append((name, each.target_ref))
        elif not each.is_external and IMAGES.fullmatch(each.target_part.content_type):
            image = each.target_part
            pictures.append((name, image.partname.ext, image.content_type, image.blob))
        else:
            return None
    if not says:
        return None
    return Edge("hdr" if tag == "headerReference" else "ftr", pages, part.blob, tuple(pictures), tuple(addresses))


def with_ours(styles: Any, lang: str) -> dict[str, str]:
    """Adds the styles that a template lacks, and sets the report's language. The names of all with their ids."""
    have: dict[str, str] = {}
    for each in styles.findall(f"{W}style"):
        name = each.find(f"{W}name")
        if name is not None and each.get(f"{W}styleId"):
            have.setdefault(name.get(f"{W}val", "").lower(), each.get(f"{W}styleId"))
    taken = set(have.values())
    lacking = [style for style in STYLES if style.name.lower() not in have]
    ids = {style.name: have.get(style.name.lower()) or free(style, taken) for style in STYLES}
    for said in list(styles.iter(f"{W}lang")):
        said.getparent().remove(said)
    whole = "".join(as_xml(style, ids) for style in lacking)
    for each in parse_xml(f"<w:styles {SPACES}>{whole}</w:styles>"):
        styles.append(each)
    say(styles, lang)
    return ids


def free(style: Style, taken: set[str]) -> str:
    """An id for a style of ours that none of the template's has."""
    name = IDS[style.name]
    while name in taken:
        name = f"Report{name}"
    taken.add(name)
    return name


def say(styles: Any, lang: str) -> None:
    """Sets the language of all text that does not say its own."""
    ours = parse_xml(f"<w:styles {SPACES}>{defaults(lang)}</w:styles>")[0]
    theirs = styles.find(f"{W}docDefaults")
    if theirs is None:
        styles.insert(0, ours)
        return
    letters = theirs.find(f"{W}rPrDefault/{W}rPr")
    if letters is None:
        old = theirs.find(f"{W}rPrDefault")
        if old is not None:
            theirs.remove(old)
        theirs.insert(0, ours.find(f"{W}rPrDefault"))
        return
    said = ours.find(f".//{W}lang")
    last = [each for each in letters if each.tag in (f"{W}eastAsianLayout", f"{W}specVanish", f"{W}oMath")]
    letters.insert(len(letters) - len(last), said)
