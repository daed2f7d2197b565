"""A theme's file, and a goal's with its activities, success criteria and indicators."""

from __future__ import annotations

from plantrack.kinds import DAY, ID, MOMENT, MONEY, NUMBER, PLAIN, TEXT, TIME, WHOLE, Ref
from plantrack.mark import _
from plantrack.model.reading import Read
from plantrack.model.words import COST_KIND, DIRECTION, ENDING, INDICATOR_KIND, RHYTHM
from plantrack.record import Of, Record, flag, keyed, optional, required, several

ORGANISATION = Ref("organisation")
ROLES = (
    "lead",
    "implementing",
    "joint",
    "responsible",
    "partner",
    "advisory",
    "deciding",
    "recipient",
    "follow_up",
)
"""The roles a party may have. ``responsible`` is a party named without a role."""
DOING_ROLES = ("lead", "implementing", "joint", "responsible")
"""The roles that answer for the work being done; the others take part, decide or receive."""


class Roles(Record):
    """Who is to do what. A party named without a role is ``responsible`` and never guessed to lead."""

    lead = several(ORGANISATION, _("Who leads and answers for the whole. One party."), "fof")
    implementing = several(ORGANISATION, _("Who does the work."), "[fof, samradet]")
    joint = several(ORGANISATION, _("Who share the responsibility as equals."), "[fof, samradet]")
    responsible = several(ORGANISATION, _("Who is named as responsible without a role being said."), "[fof, samradet]")
    partner = several(ORGANISATION, _("Who takes part."), "samradet")
    advisory = several(ORGANISATION, _("Who gives advice."), "samradet")
    deciding = several(ORGANISATION, _("Who decides."), "ks")
    recipient = several(ORGANISATION, _("Who the result is reported to."), "samradet")
    follow_up = several(ORGANISATION, _("Who answers for the follow-up."), "fof")


class Bearer(Read, shorthand="amount"):
    """What one party bears of a cost."""

    amount = optional(MONEY, _("How much."), "50 000")
    text = optional(TEXT, _("In words, where it is no amount."), "arbetstid")


class Cost(Read, shorthand="kind"):
    """What something costs and who bears it. That no amount is given is a valid statement."""

    kind = required(COST_KIND, _("What kind of cost."), "ordinary")
    text = optional(TEXT, _("In words."), "Räknas fram vid varje initiativ.")
    amount = optional(MONEY, _("The planned amount."), "250 000 SEK")
    lowest = optional(MONEY, _("The lowest amount of a range."), "100 000")
    highest = optional(MONEY, _("The highest amount of a range."), "300 000")
    year = optional(TIME, _("Which time the amount is for."), "2015")
    bearers = keyed(ORGANISATION, Of(Bearer), _("Who bears it, with how much each."), "fof: 150 000\nsamradet: 100 000")


class Ended(Read):
    """That something ended before the plan did. The definition stays in its file."""

    date = required(DAY, _("The day it ended."), "2015-05-01")
    how = optional(ENDING, _("How it ended."), "withdrawn")
    decision = optional(Ref("decision"), _("The decision that ended it."), "2015-04-22-ks")
    reason = optional(TEXT, _("Why."), "Utbildningen lades ned.")


class Added(Read, shorthand="date"):
    """That something came into the plan after the plan had begun. Rounds before that day know nothing of it."""

    date = required(DAY, _("The day it came in."), "2015-04-22")
    decision = optional(Ref("decision"), _("The decision that brought it in."), "2015-04-22-ks")
    reason = optional(TEXT, _("Why."), "Två festivaler slogs ihop till en.")


class Lineage(Record):
    """What a thing came from and what came of it."""

    replaces = several(Ref("thing"), _("What it replaces."), "1.3.2")
    replaced_by = several(Ref("thing"), _("What replaced it."), "1.3.5")
    continues = several(PLAIN, _("What it continues from an earlier plan, as plan:id."), "nordvik-2010:1.1.2")
    added = optional(Of(Added), _("That it came into the plan later, and when."), "2015-04-22")
    ended = optional(Of(Ended), _("That it ended, when and why."), "date: 2015-05-01\nreason: Utbildningen lades ned.")


class Step(Read, Lineage, shorthand="title"):
    """A step of an activity. Written as a text, or as a block where it has a time or a party of its own."""

    title = required(TEXT, _("What is to be done."), "Egen mässa")
    when = optional(TIME, _("When."), "hösten 2014")
    responsible = several(ORGANISATION, _("Who is named as responsible."), "fof")


class Activity(Read, Roles, Lineage):
    """Something that is to be done to reach a goal."""

    title = required(TEXT, _("What is to be done."), "En kommunikationsplan")
    text = optional(TEXT, _("More about it."), "|\n  Planen tas fram tillsammans.")
    when = optional(TIME, _("When it is done."), "hösten 2014")
    due = optional(TIME, _("When it must be done, where that is apart from when it goes on."), "2015-06-30")
    continuous = flag(_("Whether it goes on all the time and is never finished on a date."))
    aimed_at = several(ORGANISATION, _("Who it is aimed at. That is not who is responsible."), "[skolan]")
    cost = several(Of(Cost), _("What it costs. Several costs add up."), "ordinary")
    steps = keyed(ID, Of(Step), _("Its steps."), "1.3.3.a: Egen mässa")
    according_to = optional(TEXT, _("Another document that says how."), "Kommunikationsplanen 2013")
    commitments = several(Ref("commitment"), _("Which commitments of the agreement it answers."), "[mangfald]")
    mandate = several(Ref("mandate item"), _("Which items of a mandate it answers."), "[2013-04-ks.1]")
    awaits = several(Ref("awaited"), _("What it waits for."), "[lagandring]")
    tags = several(Ref("tag"), _("Its tags."), "[unga]")
    fields = keyed(Ref("field"), TEXT, _("The plan's own extra fields."), "beredning: Tillväxt")


class Shared(Read, Roles):
    """What is said for several activities at once. The nearest statement wins: activity, shared, goal."""

    for_ = several(Ref("activity"), _("The activities that it is said for."), "[1.3.1, 1.3.2]")
    when = optional(TIME, _("When they are done."), "2014-2016")
    due = optional(TIME, _("When they must be done."), "2016")
    continuous = flag(_("Whether they go on all the time."))
    cost = several(Of(Cost), _("What they cost."), "ordinary")


class Criterion(Read, Lineage, shorthand="text"):
    """How success is seen. Judged by people."""

    text = required(TEXT, _("What is to be true."), "Begreppet är känt i hela organisationen")
    for_ = several(Ref("activity"), _("Which activities it is about; left out, the whole goal."), "[1.3.1]")
    due = optional(TIME, _("When it is to be true, where that is not the end of the plan."), "2015")
    follow_up = several(ORGANISATION, _("Who judges it."), "fof")


class Indicator(Read, Lineage):
    """How success is measured. Computed from values that are reported."""

    text = required(TEXT, _("What is measured."), "Förvaltningar som känner begreppet")
    kind = required(INDICATOR_KIND, _("What kind of measure it is."), "count")
    for_ = several(Ref("activity"), _("Which activities it is about; left out, the whole goal."), "[1.3.1]")
    criterion = several(Ref("criterion"), _("Which criteria it measures."), "1.3.k1")
    unit = optional(TEXT, _("What is counted."), "förvaltningar")
    numerator = optional(TEXT, _("What is counted of the whole, for a share."), "nöjda besökare")
    denominator = optional(TEXT, _("The whole, for a share."), "alla som svarat")
    direction = optional(DIRECTION, _("Which way is better."), "up")
    tolerance = optional(NUMBER, _("How far from the target counts as kept."), "2")
    baseline = keyed(MOMENT, NUMBER, _("The value at the start, with its date."), "2013: 4")
    targets = keyed(
        MOMENT, NUMBER, _("The values to reach, with their dates; several are interim targets."), "2015: 8\n2016: 12"
    )
    running_total = flag(_("Whether each value counts from the start of the plan and only grows."))
    add_up = flag(_("Whether values from several organisations may be added."))
    lowest = optional(NUMBER, _("The lowest value possible."), "0")
    highest = optional(NUMBER, _("The highest value possible."), "100")
    questions = several(TEXT, _("The questions of a survey."), "- Har kunskapen ökat?")
    if_yes = optional(TEXT, _("What is asked where the answer is yes."), "Vilka effekter har den gett?")
    scale = several(TEXT, _("The steps of an ordered scale, the lowest first."), "- dåligt\n- varken eller\n- bra")
    categories = several(TEXT, _("What the answer may be, for a category."), "- staden\n- sektorn")
    target = optional(TEXT, _("The answer to reach, for yes or no, a scale or a category."), "bra")
    when = optional(TIME, _("When it is measured, where that is once."), "2016")
    every = optional(RHYTHM, _("How often it is measured, where that is not the plan's rhythm."), "half_year")
    method = optional(TEXT, _("How it is measured."), "Enkät till alla förvaltningar varje höst")
    source = optional(TEXT, _("Where the figures come from."), "Webbstatistik")
    respondents = optional(WHOLE, _("How many are asked."), "120")
    follow_up = several(ORGANISATION, _("Who measures it."), "fof")


class Goal(Read, Roles, Lineage):
    """A goal and all that belongs to it. One file a goal."""

    id = required(ID, _("Its number. The name of the file begins with it."), "1.3")
    title = required(TEXT, _("What is to be reached."), "Kunskapen är god i hela organisationen")
    text = optional(TEXT, _("An introduction."), "|\n  Målet handlar om vad som behövs för att samarbeta.")
    when = optional(TIME, _("When, for all its activities that say nothing else."), "2014-2016")
    due = optional(TIME, _("When it is to be reached."), "2016")
    cost = several(Of(Cost), _("What it costs, said for the whole goal."), "ordinary")
    commitments = several(Ref("commitment"), _("Which commitments of the agreement it answers."), "[mangfald]")
    mandate = several(Ref("mandate item"), _("Which items of a mandate it answers."), "[2013-04-ks.1]")
    tags = several(Ref("tag"), _("Its tags."), "[unga]")
    fields = keyed(Ref("field"), TEXT, _("The plan's own extra fields."), "beredning: Tillväxt")
    shared = several(
        Of(Shared), _("What is said for several activities at once."), "- for: [1.3.1, 1.3.2]\n  when: 2014-2016"
    )
    activities = keyed(ID, Of(Activity), _("Its activities, by number."), "1.3.1:\n  title: En kommunikationsplan")
    criteria = keyed(ID, Of(Criterion), _("Its success criteria."), "1.3.k1: Begreppet är känt i hela organisationen")
    indicators = keyed(
        ID, Of(Indicator), _("Its indicators."), "1.3.m1:\n  kind: count\n  text: Förvaltningar som känner begreppet"
    )


class Theme(Read):
    """A theme: a heading for goals that belong together. One folder a theme."""

    id = required(ID, _("Its number. The name of the folder begins with it."), "1")
    title = required(TEXT, _("What it is called."), "Kunskap och spridning")
    motto = optional(TEXT, _("A line under the title."), "Det ska gå lätt att hitta rätt.")
    text = optional(TEXT, _("An introduction."), "|\n  Temat handlar om kunskap.")
    commitments = several(Ref("commitment"), _("Which commitments of the agreement it answers."), "[mangfald]")
