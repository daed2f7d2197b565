"""A vote on priorities."""

from __future__ import annotations

from plantrack.kinds import PLAIN, TEXT, TIME, VOTES, Ref
from plantrack.mark import _
from plantrack.model.reading import Read
from plantrack.model.words import BALLOT_KIND
from plantrack.record import Of, optional, required, several


class Option(Read):
    """One option and its votes. Votes that the source does not give are ``not_stated``, not zero."""

    text = required(TEXT, _("The option."), "En kommunikationsplan")
    votes = optional(VOTES, _("Its votes; a sum where proposals were merged."), "7 + 3 + 3")
    led_to = several(Ref("thing"), _("What in the plan came of it."), "1.3.1")


class Area(Read):
    """Options that belong together."""

    title = required(TEXT, _("What they are about."), "Kunskapsspridning")
    merged_from = several(TEXT, _("The areas that were merged into it."), "- Forum\n- Kartläggning")
    votes = optional(VOTES, _("Votes for the area as such."), "3")
    options = several(Of(Option), _("The options."), "- text: En kommunikationsplan\n  votes: 7 + 3 + 3")


class Ballot(Read):
    """A vote on priorities. The name of the file is its id."""

    date = required(TIME, _("When."), "2010-03-05/2010-03-06")
    title = required(TEXT, _("The question."), "Vad är mest angeläget?")
    kind = required(BALLOT_KIND, _("How the votes were cast."), "dot_voting")
    body = optional(Ref("organisation"), _("Who voted."), "samradet")
    event = optional(PLAIN, _("The event where it was held."), "2010-03-05-uppstart")
    unit = optional(TEXT, _("What was counted."), "röster")
    text = optional(TEXT, _("More about it."), "Alla fick rösta.")
    areas = several(
        Of(Area), _("The options in groups."), "- title: Kunskap\n  options:\n    - text: En plan\n      votes: 3"
    )
    options = several(Of(Option), _("The options, where there are no groups."), "- text: Lyhörd\n  votes: 4")
