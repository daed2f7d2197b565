"""Decisions and mandates; and with them the history of what was changed."""

from __future__ import annotations

from collections.abc import Mapping

from plantrack.kinds import ID, MOMENT, MONEY, PLAIN, TEXT, TIME, Ref
from plantrack.mark import _
from plantrack.model.reading import Read
from plantrack.model.words import DECISION_KIND
from plantrack.record import Keyed, Of, flag, keyed, optional, required, several

ORGANISATION = Ref("organisation")


class Change(Read):
    """That one field changed: from what, to what, and why."""

    from_ = optional(PLAIN, _("The value before."), "våren 2014")
    to = optional(PLAIN, _("The value after."), "hösten 2014")
    why = optional(TEXT, _("Why."), "Upphandlingen överklagades.")


CHANGES: Mapping[str, Mapping[str, Change]] = keyed(
    PLAIN,
    Keyed(PLAIN, Of(Change)),
    _("What it changed: per id, per field, from what to what."),
    "1.3.1:\n  when:\n    from: våren 2014\n    to: hösten 2014",
)


class MandateItem(Read):
    """One task that a mandate gives."""

    to = several(ORGANISATION, _("Who is to do it."), "slk")
    with_ = several(ORGANISATION, _("Together with whom."), "[srf, samradet]")
    text = required(TEXT, _("What is to be done."), "Ta fram ett förslag till plan.")
    amount = optional(MONEY, _("The sum it is about."), "10 000 000 SEK")
    report_back = optional(TIME, _("When to report back."), "2014-01")
    completed = optional(Ref("decision"), _("The decision that declared it completed."), "2014-02-05-ks")


class Decision(Read):
    """A decision or a mandate. The name of the file is its id."""

    date = required(MOMENT, _("The day, as exact as it is known."), "2015-04-22")
    body = optional(ORGANISATION, _("Who decided."), "ks")
    section = optional(PLAIN, _("The section of the minutes."), "§ 211")
    reference = optional(PLAIN, _("The number in the register, as it is written there."), "0936/15")
    kind = required(DECISION_KIND, _("What kind of decision."), "revise")
    title = required(TEXT, _("What it is called."), "Tiden för kommunikationsplanen flyttas")
    text = optional(TEXT, _("What was decided."), "|\n  Planen ska vara klar hösten 2014.")
    basis = optional(TEXT, _("What it rests on: a motion, a proposal."), "Tjänsteutlåtande den 3 april 2015")
    about = several(PLAIN, _("What it is about."), "[1.3.1]")
    answers = several(Ref("mandate item"), _("Which items of a mandate it answers."), "[2013-04-ks.1]")
    items = keyed(
        ID, Of(MandateItem), _("The tasks of a mandate."), "2013-04-ks.1:\n  to: slk\n  text: Ta fram ett förslag."
    )
    report_back = optional(TIME, _("When the whole mandate is to be reported back."), "2014-01")
    definitions = optional(
        PLAIN, _("A digest of what the plan promises, as it was adopted."), "3f2a9c1e0b7d4c55-9c1e3f2a4c550b7d"
    )
    editorial = flag(_("Whether it changes wording only, and nothing that was promised."))
    changes = CHANGES
