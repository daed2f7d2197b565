"""What happened: meetings with their notes, workshops, mailings. One file an event."""

from __future__ import annotations

from plantrack.kinds import CLOCK, ID, PLAIN, TEXT, TIME, Ref
from plantrack.mark import _
from plantrack.model.decision import CHANGES
from plantrack.model.reading import Read
from plantrack.model.words import EVENT_KIND, EVENT_STATE
from plantrack.record import Many, Of, keyed, optional, required, several

ORGANISATION = Ref("organisation")


class Ruling(Read, shorthand="text"):
    """What a meeting decided on one point."""

    id = optional(ID, _("Its id, where something refers to it."), "2013-09-05-samradet.b1")
    text = required(TEXT, _("What was decided."), "Rådet får ytterligare en ledamot från staden.")


class Action(Read, shorthand="text"):
    """What somebody is to do after a meeting."""

    id = optional(ID, _("Its id, where something refers to it."), "2013-09-05-samradet.u1")
    text = required(TEXT, _("What is to be done."), "Lämna synpunkter")
    who = several(PLAIN, _("Who is to do it: an organisation, or a function in words."), "ledamöterna")
    when = optional(TEXT, _("By when, in words or as a date."), "nästa möte")
    done = optional(PLAIN, _("The event or day that it was done."), "2013-10-03-konferens")


class Point(Read, shorthand="title"):
    """One point of a meeting."""

    id = optional(ID, _("Its id, where something refers to it."), "2013-09-05-samradet.p3")
    title = required(TEXT, _("What it was about."), "Fler ledamöter från staden")
    text = optional(TEXT, _("What was said, in short."), "Upplägget diskuterades.")
    raised_by = several(ORGANISATION, _("Who raised it."), "srf")
    decision = optional(Of(Ruling), _("What was decided."), "Rådet får ytterligare en ledamot.")
    action = several(Of(Action), _("What somebody is to do."), "text: Lämna synpunkter\nwho: ledamöterna")
    postponed_to = optional(TEXT, _("When it was put off to."), "nästa möte")
    answers = several(PLAIN, _("The postponed point or action that it answers."), "[2013-09-05-samradet.u1]")
    led_to = several(Ref("thing"), _("What in the plan came of it."), "[1.3.1]")
    about = several(PLAIN, _("What it is about."), "[1.3.1]")


class Event(Read):
    """An event: what, when, who by function, and what about. The name of the file is its id."""

    date = optional(TIME, _("When, as exact as it is known; may be left out."), "2013-09-05/2013-09-06")
    before = optional(TIME, _("What it came before, where the date is not known."), "2013-10-03")
    after = optional(TIME, _("What it came after, where the date is not known."), "2013-08")
    between = optional(TIME, _("Between which times it came, where the date is not known."), "2013-08/2013-10-03")
    order = optional(PLAIN, _("Its place among events without a date, as the source has them."), "12")
    time = optional(CLOCK, _("The time of day."), "13:30-16:30")
    kind = required(EVENT_KIND, _("What kind of event."), "meeting")
    state = optional(EVENT_STATE, _("Whether it was held; left out, it was."), "planned")
    title = required(TEXT, _("What it was."), "Planeringsdagar")
    text = optional(TEXT, _("More about it."), "|\n  Upplägget för hösten gicks igenom.")
    place = optional(TEXT, _("Where."), "Rådhuset")
    body = optional(ORGANISATION, _("Whose meeting it was."), "samradet")
    recorded_by = optional(ORGANISATION, _("The function that took the notes."), "kansliet")
    participants = several(ORGANISATION, _("Who took part."), "[samradet, slk]")
    present = keyed(ORGANISATION, Many(PLAIN), _("Who was present: per party, how many or which functions."), "fof: 2")
    absent = keyed(ORGANISATION, Many(PLAIN), _("Who was absent: per party, how many or which functions."), "slk: 1")
    items = several(Of(Point), _("The points of the meeting."), "- title: Fler ledamöter från staden")
    about = several(PLAIN, _("What it is about."), "[1.3.1]")
    mandate = several(Ref("mandate item"), _("Which items of a mandate it belongs to."), "[2013-04-ks.1]")
    led_to = several(Ref("thing"), _("What in the plan came of it."), "[1.3.1]")
    decisions = several(Ref("decision"), _("Decisions that were taken there."), "[2014-02-05-ks]")
    evidence = several(PLAIN, _("Links and documents."), "- https://nordvik.example/protokoll")
    changes = CHANGES
