"""Writes a report by the plan's own templates where it has any, and says what is wrong with one."""

from __future__ import annotations

import sys

from plantrack.commands.making import own_templates
from plantrack.commands.options import Session
from plantrack.formats import catalog
from plantrack.formats.own import FAULTS, Own, TemplateFault, unused
from plantrack.mark import _
from plantrack.report.document import Document
from plantrack.shell import CannotRun
from plantrack.store.files import TEMPLATES


def render(name: str, document: Document, own: Own) -> bytes:
    """The report as the bytes of a file. Raises ``CannotRun`` where an own template cannot be used, and ``NeedsMore``."""
    try:
        return catalog.render(name, document, own)
    except TemplateFault as fault:
        file = f"{TEMPLATES}/{fault.name}"
        raise CannotRun(FAULTS[fault.kind], file=file, line=fault.line, what=fault.what) from None


def warn_of_unused(session: Session) -> None:
    """Says which files among the plan's own templates no report is made of: their names are probably misspelled."""
    for name, meant in unused(own_templates(session)):
        sentence = (
            _("No report is made of {file}. Did you mean {meant}?") if meant else _("No report is made of {file}.")
        )
        print(session.speech.say(sentence, file=session.shown(f"{TEMPLATES}/{name}"), meant=meant), file=sys.stderr)
