"""The file itself: the parts of a Word file, how they refer to each other, and the same bytes each time.

Everything in it is made here or taken from the plan's own template part by part, so that nothing comes along with a
template that nobody has seen: no macros, no pictures from elsewhere, no hidden texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE as KIND
from docx.opc.constants import RELATIONSHIP_TYPE as ROLE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from plantrack.formats.docx_text import region, safe
from plantrack.formats.stamp_text import written
from plantrack.report.document import Document, plain
from plantrack.report.stamp import Stamp

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
STAMP = "plantrack"
"""The property that holds the stamp."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""When every part says it was packed: the first day that a zip file knows."""


class Parts:
    """The parts of one file."""

    def __init__(self) -> None:
        self._package = Package()
        self._document = self.part("document", KIND.WML_DOCUMENT_MAIN, b"")
        self._package.relate_to(self._document, ROLE.OFFICE_DOCUMENT)
        self._pictures: dict[bytes, str] = {}

    def part(self, name: str, kind: str, content: bytes, folder: str = "/word") -> Part:
        """A part that nothing refers to yet."""
        ending = "" if "." in name else ".xml"
        return Part(PackURI(f"{folder}/{name}{ending}"), kind, content, self._package)

    def add(self, name: str, kind: str, role: str, content: bytes) -> Part:
        """A part that the document refers to."""
        part = self.part(name, kind, content)
        self._document.relate_to(part, role)
        return part

    def name_of(self, part: Part, role: str) -> str:
        """How the document refers to a part."""
        return self._document.relate_to(part, role)

    def outwards(self, address: str) -> str:
        """How the document refers to an address in the web."""
        return self._document.relate_to(address, ROLE.HYPERLINK, is_external=True)

    def picture(self, png: bytes) -> str:
        """How the document refers to a picture. Equal ones are one part."""
        if png not in self._pictures:
            part = self.part(f"media/image{len(self._pictures) + 1}.png", KIND.PNG, png)
            self._pictures[png] = self._document.relate_to(part, ROLE.IMAGE)
        return self._pictures[png]

    def about(self, document: Document) -> None:
        """What the file says of itself. The only day in it is the report's own."""
        core = self.part("core", KIND.OPC_CORE_PROPERTIES, properties(document), "/docProps")
        self._package.relate_to(core, ROLE.CORE_PROPERTIES)
        custom = self.part("custom", KIND.OFC_CUSTOM_PROPERTIES, stamped(document.stamp), "/docProps")
        self._package.relate_to(custom, ROLE.CUSTOM_PROPERTIES)

    def packed(self, body: str) -> bytes:
        """The file with its text."""
        self._document._blob = whole("document", f"<w:body>{body}</w:body>")
        loose = BytesIO()
        self._package.save(loose)
        return settled(loose.getvalue())


def whole(tag: str, inside: str, attributes: Mapping[str, str] | None = None) -> bytes:
    """A part of Word's own kind."""
    given = "".join(f' {name}="{value}"' for name, value in (attributes or {}).items())
    return f"{HEAD}<w:{tag} {SPACES}{given}>{inside}</w:{tag}>".encode()


def settled(made: bytes) -> bytes:
    """The same file without the hour that it was packed at. What is packed already is not packed again."""
    done = BytesIO()
    with ZipFile(BytesIO(made)) as loose, ZipFile(done, "w") as fixed:
        for name in loose.namelist():
            info = ZipInfo(name, EPOCH)
            info.compress_type = ZIP_STORED if name.endswith(".png") else ZIP_DEFLATED
            info.create_system = 0
            fixed.writestr(info, loose.read(name))
    return done.getvalue()


def properties(document: Document) -> bytes:
    """The title, the language and the day."""
    name = " ".join(f"{plain(document.subtitle)} \N{EN DASH} {plain(document.title)}".split())
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{safe(name)}</dc:title><dc:language>{region(document.language)}</dc:language>"
        f"{_day('created', document.day)}{_day('modified', document.day)}</cp:coreProperties>"
    ).encode()


def _day(name: str, day: date) -> str:
    return f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z</dcterms:{name}>'


def stamped(stamp: Stamp) -> bytes:
    """The part that holds the stamp, where the tool finds it."""
    return (
        f'{HEAD}<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{STAMP}">'
        f"<vt:lpwstr>{safe(written(stamp))}</vt:lpwstr></property></Properties>"
    ).encode()
