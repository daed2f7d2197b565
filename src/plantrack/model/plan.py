"""The plan's own file: what the plan is, and its conventions."""

from __future__ import annotations

from plantrack.kinds import ID, LANGUAGE, MONTH_DAY, NUMBER, PLAIN, TEXT, TIME, WHOLE, Ref
from plantrack.mark import _
from plantrack.model.reading import Read
from plantrack.model.words import EXTRA_KIND, RHYTHM, SEVERITY, SIDE, STATUS
from plantrack.record import Of, Record, keyed, optional, required, several


class Levels(Record):
    """What this plan calls its three levels and what stands beside them."""

    theme = optional(TEXT, _("The first level."), "tema")
    goal = optional(TEXT, _("The second level."), "mål")
    activity = optional(TEXT, _("The third level."), "aktivitet")
    criterion = optional(TEXT, _("How success is seen."), "framgångskriterium")
    indicator = optional(TEXT, _("How success is measured."), "indikator")


class FollowUp(Read):
    """How the plan is followed up."""

    every = optional(RHYTHM, _("How often."), "year")
    cut_off = optional(MONTH_DAY, _("The day of the year that a yearly report is made up to."), "12-31")
    cut_offs = several(MONTH_DAY, _("The plan's own days, where they follow no even rhythm."), "[04-30, 12-31]")
    responsible = several(Ref("organisation"), _("Who keeps the follow-up together."), "slk")
    support = several(Ref("organisation"), _("Who supports it."), "samradet")
    recipient = several(Ref("organisation"), _("Who the report is made for."), "ks")
    text = optional(TEXT, _("More about it."), "Ingår i den ordinarie uppföljningen.")
    on_track = optional(NUMBER, _("The share of the expected change that counts as on schedule."), "0,95")
    slightly_behind = optional(NUMBER, _("The share of the expected change that counts as slightly behind."), "0,60")
    due_soon = optional(WHOLE, _("How many days ahead counts as soon."), "28")


class ExtraField(Record, shorthand="label"):
    """A field of the plan's own."""

    label = required(TEXT, _("What it is called."), "Beredning")
    kind = optional(EXTRA_KIND, _("What it holds."), "text")
    choices = several(TEXT, _("The values it may have."), "- Tillväxt\n- Välfärd")


class StatusWord(Record, shorthand="means"):
    """A word of the plan's own for a state."""

    means = required(STATUS, _("Which of the tool's states it stands for."), "ongoing")
    label = optional(TEXT, _("How it is shown."), "i full gång")


class Awaited(Read, shorthand="text"):
    """Something outside the plan that activities wait for."""

    text = required(TEXT, _("What is awaited."), "Ny lag om upphandling")
    when = optional(TIME, _("When it is expected."), "2015")
    source = several(Ref("organisation"), _("Who it comes from."), "riksdagen")


class RuleSetting(Record, shorthand="severity"):
    """How seriously this plan takes a rule."""

    severity = required(SEVERITY, _("How seriously it is taken."), "info")
    reason = optional(TEXT, _("Why."), "Planen har medvetet inga belopp.")


class Silence(Record):
    """That a finding is known and accepted. Printed in the report's annex."""

    rule = required(PLAIN, _("The code of the rule."), "PT501")
    for_ = several(
        PLAIN, _("The ids that it is silenced for, with all that belongs to them; left out, the whole plan."), "[1.3.4]"
    )
    reason = required(TEXT, _("Why it is accepted."), "Texten är ofullständig i källan.")
    until = optional(TIME, _("How long."), "2015")


class Header(Read):
    """What the plan is: its name, its time, its parties, and its conventions."""

    format = required(WHOLE, _("The version of the file format."), "1")
    id = required(ID, _("The plan's own id, by which other plans refer to it."), "nordvik-2014")
    title = required(TEXT, _("What it is called."), "Handlingsplan för ett tryggare Nordvik")
    short_title = optional(TEXT, _("A shorter name, for headers."), "Handlingsplan 2014-2016")
    invented = optional(TEXT, _("That the plan is made up, in words that every report shows."), "Påhittat exempel.")
    language = optional(LANGUAGE, _("The language of its texts."), "sv")
    languages = several(LANGUAGE, _("Its languages, its own first, where texts stand in several."), "[sv, en]")
    period = required(TIME, _("The time it is for."), "2014-2016")
    implements = optional(Ref("agreement"), _("The agreement that it carries out."), "overenskommelsen")
    parties = several(Ref("organisation"), _("Whose plan it is."), "[staden, sektorn]")
    made_by = several(Ref("organisation"), _("Who made it."), "[samradet, fof]")
    made = optional(TIME, _("When it was made."), "2013-04/2014-01")
    adopted = optional(Ref("decision"), _("The decision that adopted it."), "2014-02-05-ks")
    reference = optional(PLAIN, _("Its number in the register."), "0936/13")
    text = optional(TEXT, _("An introduction."), "|\n  Planen bygger på överenskommelsen.")
    outlook = optional(TEXT, _("What it says of the time ahead."), "|\n  Vi vill pröva mer tillsammans.")
    levels = optional(Of(Levels), _("What its levels are called."), "theme: tema\ngoal: mål\nactivity: aktivitet")
    scale = keyed(ID, Of(StatusWord), _("Its own words for states."), "full_gang: ongoing")
    fields = keyed(ID, Of(ExtraField), _("Its own extra fields."), "beredning: Beredning")
    tags = keyed(ID, TEXT, _("Its tags."), "unga: Barn och unga")
    awaited = keyed(
        ID, Of(Awaited), _("Things outside the plan that activities wait for."), "lagandring: Ny lag om upphandling"
    )
    follow_up = optional(Of(FollowUp), _("How it is followed up."), "every: year\ncut_off: 12-31")
    seasons = keyed(
        ID, PLAIN, _("Which days its vague times stand for, as first and last month and day."), "autumn: 09-01/12-31"
    )
    currency = optional(PLAIN, _("The currency of its amounts."), "SEK")
    uses = several(PLAIN, _("Folders with files that it shares with other plans."), "../common")
    continues = several(PLAIN, _("The plan or plans it continues."), "nordvik-2010")
    continued_by = several(PLAIN, _("The plan or plans that continue it."), "nordvik-2017")
    related = several(TEXT, _("Other plans and documents that belong with it."), "- Sektorns egen plan")
    reviewers = keyed(
        SIDE,
        PLAIN,
        _("The team that approves changes to the plan for each side, as it is called where they are reviewed."),
        "city: nordvik/staden\ncivil_society: nordvik/sektorn",
    )
    rules = keyed(PLAIN, Of(RuleSetting), _("How seriously it takes single rules."), "PT531: info")
    silenced = several(
        Of(Silence),
        _("Findings that are known and accepted."),
        "- rule: PT501\n  for: [1.3.4]\n  reason: Texten är ofullständig i källan.",
    )
