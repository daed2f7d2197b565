"""The table of contents of a Word file: filled in, and a field that Word makes again when somebody asks for it.

Which headings it lists is the document's own choice, and not every heading of a level: so the field takes the first
level's, and below that those that carry a mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plantrack.formats.docx_flow import Paragraph, paragraph
from plantrack.formats.docx_text import run, safe
from plantrack.formats.docx_words import Words
from plantrack.report.document import Document, Section, plain

FIELD = r"TOC \o &quot;1-1&quot; \f c \h \z"
"""Headings of the first level and marks of our own, as links."""
BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
LONGEST = 200
"""Letters of a mark. Word reads no longer ones."""


def contents(document: Document, words: Words, ids: Mapping[str, str], annex: tuple[str, str] | None) -> str:
    """The whole table, with its heading. The ``annex`` is the title and anchor of what stands last."""
    lines = [(level, words.link(plain(each.title), each.anchor)) for level, each in listed(document)]
    lines += [(1, words.link(*annex))] if annex else []
    title = paragraph(run(document.labels.contents), Paragraph("TOC Heading", new_page=True), ids)
    begin = f'{BEGIN}<w:r><w:instrText xml:space="preserve"> {FIELD} </w:instrText></w:r>{SEPARATE}'
    done = []
    for place, (level, link) in enumerate(lines):
        done.append(paragraph((begin if place == 0 else "") + link, Paragraph(f"toc {level}"), ids))
    end = paragraph(END, Paragraph("Small Gap"), ids)
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{title}{''.join(done)}{end}</w:sdtContent></w:sdt>"
    )


def listed(document: Document) -> Iterator[tuple[int, Section]]:
    """The headings that the table lists, each with its level."""
    for section in document.sections:
        yield 1, section
        if section.listed:
            yield from ((2, inner) for inner in section.sections)


def mark(title: str) -> str:
    """The mark of a heading of the second level that the table lists. It shows nothing."""
    text = " ".join(title.split()).replace("\\", "\\\\").replace('"', '\\"')[:LONGEST]
    inside = f' TC "{text}" \\f c \\l 2 '
    return f'{BEGIN}<w:r><w:instrText xml:space="preserve">{safe(inside)}</w:instrText></w:r>{END}'
