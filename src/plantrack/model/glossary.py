"""Terms and abbreviations that are not organisations."""

from __future__ import annotations

from plantrack.kinds import MOMENT, PLAIN, TEXT
from plantrack.mark import _
from plantrack.model.reading import Read
from plantrack.record import Of, Record, keyed, optional


class Term(Read, shorthand="means"):
    """A term or an abbreviation: what it stands for, and what has replaced it."""

    means = optional(TEXT, _("What an abbreviation stands for."), "Idéburet offentligt partnerskap")
    text = optional(TEXT, _("What it is."), "Ett samarbete mellan bidrag och upphandling.")
    from_ = optional(MOMENT, _("From when it is used."), "2017-06-09")
    until = optional(MOMENT, _("Until when it was used."), "2017-06-09")
    replaced_by = optional(PLAIN, _("The term that replaced it."), "civilsamhällets organisationer")


class Glossary(Record):
    """All terms, by themselves."""

    terms = keyed(PLAIN, Of(Term), _("The terms."), "IOP: Idéburet offentligt partnerskap")
