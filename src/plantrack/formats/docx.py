"""Word: a report that people go on working with, with real headings, lists, captions and a table of contents.

Nothing is taken from the machine: no fonts, no clock, and of files only the plan's own template. So the same document
gives the same bytes wherever the same libraries are.
"""

from __future__ import annotations

from plantrack.formats.own import WORD, Own
from plantrack.record import NOTHING
from plantrack.report.document import Document


def render(document: Document, own: Own = NOTHING) -> bytes:
    """The whole report. Raises ``TemplateFault`` where the plan's own template cannot be used."""
    from plantrack.formats import docx_own, docx_report, docx_template

    if WORD in own:
        template = docx_own.read(own[WORD], document)
    else:
        template = docx_template.shipped(document)
    return docx_report.Report(document, template).made()


def blank(language: str) -> bytes:
    """The template that is used where a plan has none of its own: a file with all styles, to be changed in Word."""
    from plantrack.formats import docx_report

    return docx_report.blank(language)
