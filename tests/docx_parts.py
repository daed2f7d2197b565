"""What the tests of the Word file share: a file that was read back, as its XML says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lxml import etree
from openxml_audit import OpenXmlValidator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
NOT_NEEDED = ("relationships/theme'", "relationships/fontTable'")
"""Parts that Word itself does without."""


class File:
    """A Word file that was read back."""

    def __init__(self, made: bytes) -> None:
        self.bytes = made
        with ZipFile(BytesIO(made)) as packed:
            self.times = {info.date_time for info in packed.infolist()}
            self.parts = {name: packed.read(name) for name in packed.namelist()}

    def xml(self, name: str) -> Any:
        """One part as elements."""
        return etree.fromstring(self.parts[name])

    @cached_property
    def document(self) -> Any:
        """The text of the file."""
        return self.xml("word/document.xml")

    @cached_property
    def styles(self) -> dict[str, str]:
        """Id of a style -> its name."""
        every = self.xml("word/styles.xml").findall(f"{W}style")
        return {each.get(f"{W}styleId"): each.find(f"{W}name").get(f"{W}val") for each in every}

    def all(self, tag: str) -> list[Any]:
        """Every element of a kind in the text."""
        return list(self.document.iter(f"{W}{tag}"))

    @property
    def body(self) -> list[Any]:
        """What stands in the text, one after the other; what the contents hold too."""
        found: list[Any] = []
        for each in self.document.find(f"{W}body"):
            found += list(each.find(f"{W}sdtContent")) if each.tag == f"{W}sdt" else [each]
        return found

    def paragraphs(self, *styles: str) -> list[str]:
        """The texts of paragraphs, of some styles or of all."""
        return [text_of(each) for each in self.all("p") if not styles or self.style(each) in styles]

    def style(self, paragraph: Any) -> str:
        """The name of a paragraph's style."""
        return self.styles[paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")]

    @property
    def headings(self) -> list[tuple[int, str]]:
        """The levels and texts of all headings."""
        named = ((self.style(each), text_of(each)) for each in self.all("p"))
        return [(int(name[8:]), text) for name, text in named if name.startswith("heading ")]

    @property
    def text(self) -> str:
        """All that is written in the file."""
        return "\n".join(self.paragraphs())

    @property
    def bookmarks(self) -> list[str]:
        """The names of all places."""
        return [each.get(f"{W}name") for each in self.all("bookmarkStart")]

    @property
    def links(self) -> list[str]:
        """The places that links lead to."""
        return [each.get(f"{W}anchor") for each in self.all("hyperlink") if each.get(f"{W}anchor")]

    def relations(self, part: str = "document") -> dict[str, Any]:
        """How a part refers to others: the name -> where to, and whether outside the file."""
        name = f"word/_rels/{part}.xml.rels"
        every = self.xml(name).iter(RELATION) if name in self.parts else ()
        return {each.get("Id"): each for each in every}

    def faults(self, folder: Path) -> list[str]:
        """What Word would have to say of the file."""
        saved = folder / "report.docx"
        saved.write_bytes(self.bytes)
        told = (f"{each.description} {each.part_uri} {each.path}" for each in OpenXmlValidator().validate(saved).errors)
        return [each for each in told if not any(part in each for part in NOT_NEEDED)]


def text_of(element: Any) -> str:
    """The words in an element: a new line is a space."""
    parts: list[str] = []
    for each in element.iter(f"{W}t", f"{W}br", f"{W}tab", f"{W}noBreakHyphen"):
        if each.get(f"{W}type") == "column":
            continue
        other = "-" if each.tag == f"{W}noBreakHyphen" else " "
        parts.append(each.text or "" if each.tag == f"{W}t" else other)
    return "".join(parts)


def rows_of(table: Any) -> Iterator[list[str]]:
    """The texts of a table's cells, row by row."""
    for row in table.findall(f"{W}tr"):
        yield [text_of(cell) for cell in row.findall(f"{W}tc")]


def bare(text: str) -> str:
    """A text without its spaces."""
    return re.sub(r"[\s\u00ad\u2011-]", "", text)
