"""Gives a report in any format: the file that was issued where one was, else made of the plan as it was read."""

from __future__ import annotations

import sys
from functools import cached_property

from plantrack.commands.issued import as_kept, issues_of, kept_file, must_be_readable
from plantrack.commands.making import file_name, make, own_templates
from plantrack.commands.options import Session
from plantrack.commands.own_templates import render
from plantrack.formats.catalog import FORMATS, NeedsMore
from plantrack.mark import _
from plantrack.report.document import Document
from plantrack.report.stamp import Asked
from plantrack.shell import CannotRun


class Report:
    """What was asked for, ready to be given in one format after another."""

    def __init__(self, session: Session, asked: Asked) -> None:
        as_issued = not (asked.live or asked.on or asked.rev or asked.draft or asked.evaluation)
        if as_issued:
            must_be_readable(session, asked.round)
        issues = issues_of(session, asked.round) if as_issued else ()
        self.asked = asked
        self.issued = issues[-1] if issues else None
        self.around = session
        """The plan that keeps the issue."""
        self.session = as_kept(session, self.issued) if self.issued else session
        """The plan that the report is made of."""

    @cached_property
    def document(self) -> Document:
        """The report, made once for all formats."""
        return make(self.session, self.asked, self.issued.edition if self.issued else None)

    def given(self, form: str) -> bytes:
        """The bytes of a file. Raises ``CannotRun`` where a package is missing."""
        if self.issued and self.asked.whole:
            name = f"{file_name(self.session, self.asked)}.{FORMATS[form].ending}"
            kept = kept_file(self.around, self.issued, name)
            if kept is not None:
                return kept
        try:
            return render(form, self.document, own_templates(self.session))
        except NeedsMore as lack:
            sentence = _('{format} needs one package more: pip install "plantrack[{extra}]"')
            raise CannotRun(sentence, format=form, extra=lack.extra) from None

    def tell_issue(self) -> None:
        """Says beside the report that it is the issued one, and how to get another."""
        if self.issued:
            sentence = _("This is issue {number} of {day}. As the plan now stands: --live")
            number, day = self.issued.number, self.issued.record.date
            print(self.session.speech.say(sentence, number=number, day=day), file=sys.stderr)
