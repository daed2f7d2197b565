"""How the encoder read the source: a note beside the fact."""

from __future__ import annotations

from plantrack.kinds import ID, PLAIN, TEXT
from plantrack.mark import _
from plantrack.model.words import CERTAINTY, READING_KIND
from plantrack.record import Of, Record, optional, required, several


class Reading(Record):
    """Where the encoder interpreted the source: what stands there, and how it was read."""

    field = optional(ID, _("The field that the note is about; left out, the note is about the whole."), "for")
    kind = required(READING_KIND, _("Why the source needed reading."), "ambiguous")
    source = required(TEXT, _("What the source has, in the encoder's words."), "Två nummer utan tecken emellan.")
    read_as = optional(TEXT, _("How it was read."), "intervall, alltså även 1.1.2")
    certainty = optional(CERTAINTY, _("How certain the reading is."), "high")
    document = optional(PLAIN, _("Which source document, where there are several."), "Planen, s. 8")


class Read(Record):
    """A record that may carry notes on how the source was read."""

    readings = several(
        Of(Reading), _("Notes on how the source was read."), "- kind: incomplete\n  source: Texten är avbruten."
    )
