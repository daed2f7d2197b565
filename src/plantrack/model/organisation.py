"""Who can be responsible: organisations, with their lives."""

from __future__ import annotations

from plantrack.kinds import DAY, ID, PLAIN, TEXT, TIME, Ref
from plantrack.mark import _
from plantrack.model.reading import Read
from plantrack.model.words import ORGANISATION_KIND, SIDE
from plantrack.record import Of, Record, keyed, optional, required, several


class FormerName(Read):
    """A name that an organisation had until a day."""

    name = required(TEXT, _("The name."), "Fritidsförvaltningen")
    abbreviation = optional(PLAIN, _("Its abbreviation."), "FF")
    until = required(DAY, _("The last day it had that name."), "2014-12-31")


class Organisation(Read):
    """A party: what it is called, whose side it is on, and how long it exists."""

    name = required(TEXT, _("Its present or last name."), "Förvaltningen för idrott och föreningar")
    abbreviation = optional(PLAIN, _("Its abbreviation."), "FoF")
    kind = required(ORGANISATION_KIND, _("What kind of party it is."), "department")
    side = optional(SIDE, _("Whose side it is on."), "city")
    part_of = optional(Ref("organisation"), _("What it is a part of."), "slk")
    members = several(
        Ref("organisation"), _("Who a group consists of; they are the ones that are asked."), "[sdf-norr, sdf-syd]"
    )
    valid = optional(TIME, _("From when to when it exists."), "2010/2017-06-09")
    successors = several(Ref("organisation"), _("Who took over when it ended."), "[styrgruppen]")
    formerly = several(Of(FormerName), _("Names it had before."), "- name: Fritidsförvaltningen\n  until: 2014-12-31")
    mailbox = optional(PLAIN, _("The mailbox of the function that answers. Never a person's."), "fof@nordvik.example")
    text = optional(TEXT, _("More about it."), "Bildades när två förvaltningar slogs ihop.")


class Organisations(Record):
    """All organisations, by their ids."""

    organisations = keyed(ID, Of(Organisation), _("The organisations."), "fof:\n  name: Fritid\n  kind: department")
