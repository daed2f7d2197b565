"""Rounds of follow-up, what organisations answer in them, and what people write for the report."""

from __future__ import annotations

from plantrack.kinds import DAY, EVIDENCE, MOMENT, MONEY, NUMBER, PLAIN, TEXT, TIME, WHOLE, Ref
from plantrack.mark import _
from plantrack.model.reading import Read
from plantrack.model.words import FORECAST, FULFILMENT, SCHEDULE, STATUS, SUBMISSION_ROLE
from plantrack.record import Many, Of, Record, keyed, optional, required, several

ORGANISATION = Ref("organisation")


class Reopening(Record):
    """That a closed round was opened again."""

    date = required(DAY, _("The day."), "2016-02-01")
    reason = required(TEXT, _("Why."), "Två förvaltningar svarade på fel blankett.")
    until = optional(DAY, _("The last day for answers."), "2016-02-15")


class Round(Read):
    """One round of follow-up. The name of the file is its id."""

    title = optional(TEXT, _("What it is called."), "Årsuppföljning 2015")
    period = required(TIME, _("The time it is about."), "2015")
    cut_off = optional(DAY, _("The day the report is made up to; left out, the plan's."), "2015-12-31")
    opened = optional(DAY, _("The day it opened."), "2015-11-01")
    answer_by = optional(DAY, _("The last day for answers."), "2015-12-11")
    asked = keyed(
        ORGANISATION,
        Many(Ref("thing")),
        _("Who is asked what; left out, everybody is asked what is theirs."),
        "fof: [1.3.1, 1.3.m1]",
    )
    closed = optional(DAY, _("The day it closed."), "2016-01-31")
    reopened = several(
        Of(Reopening), _("That it was opened again, when and why."), "- date: 2016-02-01\n  reason: Fel blankett."
    )
    text = optional(TEXT, _("More about it."), "Enkäten gick ut med årsuppföljningen.")


class Actual(Read, shorthand="amount"):
    """What something did cost."""

    amount = required(MONEY, _("How much."), "120 000")
    year = optional(TIME, _("Which time it is for."), "2015")
    bearer = optional(ORGANISATION, _("Who bore it."), "fof")
    text = optional(TEXT, _("More about it."), "Annonser och lokaler.")


class Answer(Record, shorthand="status"):
    """What one organisation says of one thing: an activity, a step, a criterion, an indicator or a goal."""

    status = optional(STATUS, _("How far an activity has come; a word of the plan's own scale will do."), "ongoing")
    schedule = optional(
        SCHEDULE,
        _("The schedule as judged by people, where the computed one misleads; with its reason."),
        "on_schedule",
    )
    schedule_reason = optional(
        TEXT, _("Why the schedule is judged otherwise than computed."), "Tiden räknas om vid årsskiftet."
    )
    comment = optional(TEXT, _("A sentence on it."), "Fler, men inte bolagen.")
    deviation = optional(TEXT, _("What does not go as planned."), "Planen dröjer, tjänsten är vakant.")
    remedy = optional(TEXT, _("What is done about it."), "Tillsätts i januari.")
    evidence = several(
        EVIDENCE, _("What it rests on: an event or decision in the plan, or a link."), "[2015-09-01-workshop-2]"
    )
    started = optional(MOMENT, _("When the work started."), "2015-03")
    completed = optional(MOMENT, _("When it was finished."), "2015-10-30")
    expected = optional(MOMENT, _("When it is now expected to be finished."), "2016-06")
    fulfilment = optional(FULFILMENT, _("How far a criterion or a goal is reached."), "partly")
    forecast = optional(FORECAST, _("Whether it is expected to be reached."), "uncertain")
    ground = optional(TEXT, _("What the judgement rests on."), "Sju av tolv förvaltningar.")
    value = optional(PLAIN, _("The measured value of an indicator: a number, yes or no, or a step of its scale."), "7")
    at = optional(MOMENT, _("The date of the value, where it is not the day of the report."), "2015-10")
    n = optional(WHOLE, _("How many answers or cases the value rests on."), "12")
    numerator = optional(NUMBER, _("How many of the whole, for a share."), "45")
    denominator = optional(NUMBER, _("The whole, for a share."), "60")
    values = keyed(PLAIN, NUMBER, _("The values of a survey's questions or of categories."), "staden: 4\nsektorn: 9")
    effects = optional(TEXT, _("The answer to what is asked where the value is yes."), "Två nya projekt.")
    cost = several(Of(Actual), _("What it has cost."), "120 000")


class EachAnswer(Answer):
    """An answer, which may also speak for the members of a group one by one."""

    each = keyed(
        ORGANISATION,
        Of(Answer),
        _("One answer per member, where one sender speaks for several."),
        "sdf-norr: completed\nsdf-syd: ongoing",
    )


class FormSource(Record, shorthand="file"):
    """The form that an answer came by."""

    file = required(PLAIN, _("The name of the form's file."), "blankett-fof-2015.xlsx")
    digest = optional(PLAIN, _("A digest of the form's file."), "sha256:5f3a")


class Submission(Read):
    """What one organisation answered on one day. The name of the file is its id."""

    by = required(ORGANISATION, _("Who answers."), "fof")
    date = required(DAY, _("The day of the answer."), "2015-11-20")
    round = optional(Ref("round"), _("The round it belongs to: a round's file, or a year."), "2015")
    role = optional(SUBMISSION_ROLE, _("In which role: its own report, or an assessment."), "own")
    answers = keyed(
        Ref("thing"), Of(EachAnswer), _("The answers, by what they are about."), "1.3.1:\n  status: ongoing"
    )
    replaces = several(Ref("submission"), _("The submission that it corrects."), "2015-11-18-fof-9c1e")
    confirms = several(
        Ref("submission"), _("The submission that it confirms after the wording changed."), "2015-11-18-fof-9c1e"
    )
    from_ = optional(Of(FormSource), _("The form that the answer came by."), "file: blankett-fof-2015.xlsx")
    basis = optional(PLAIN, _("A digest of the wording that was judged."), "3f2a9c1e-4f53cda1")
    comment = optional(TEXT, _("A sentence on the whole answer."), "Svaren är godkända av ledningen.")


class ProposedDecision(Read, shorthand="text"):
    """A decision that the report proposes."""

    text = required(TEXT, _("What is to be decided."), "Rapporten antecknas.")
    about = several(Ref("thing"), _("What it is about."), "[1.3.1]")
    mandate = several(Ref("mandate item"), _("The item of a mandate that it declares completed."), "[2013-04-ks.1]")


class ReportText(Read):
    """What people write for one report: about a goal, a theme, or the whole. The file is named after the id."""

    by = optional(ORGANISATION, _("Who writes."), "slk")
    date = optional(DAY, _("The day it was written."), "2016-01-15")
    fulfilment = optional(FULFILMENT, _("How far the goal is reached."), "partly")
    forecast = optional(FORECAST, _("Whether it is expected to be reached."), "uncertain")
    ground = optional(TEXT, _("What the judgement rests on."), "Sju av tolv förvaltningar, inga bolag.")
    headline = optional(TEXT, _("One sentence on the whole."), "Hälften är gjort, och bolagen saknas.")
    assessment = optional(TEXT, _("The stand: how it stands."), "|\n  Kunskapen växer där någon har ansvar för den.")
    analysis = optional(TEXT, _("Why it is so."), "|\n  Bolagen har inte fått något uppdrag.")
    changed = optional(TEXT, _("What changed since the last report."), "|\n  Två mässor har hållits.")
    deviations = optional(TEXT, _("Deviations that need a decision."), "|\n  Utbildningen saknar pengar.")
    outlook = optional(TEXT, _("The time ahead."), "|\n  Nästa år följs bolagen.")
    method = optional(TEXT, _("How the follow-up was made."), "|\n  Enkät till alla som är ansvariga.")
    limits = optional(TEXT, _("What the report cannot say."), "|\n  Två förvaltningar har inte svarat.")
    reference = optional(PLAIN, _("The report's number in the register."), "1201/15")
    mandate = several(Ref("decision"), _("The decision or mandate that asked for the report."), "2013-04-ks")
    responsible = several(ORGANISATION, _("The unit responsible for the report."), "slk")
    proposals = several(Of(ProposedDecision), _("Decisions that are proposed."), "- Rapporten antecknas.")


class Issue(Read):
    """A report as it was issued, kept with its data. A corrected issue has the next number."""

    date = required(DAY, _("The day it was issued."), "2016-02-15")
    by = optional(ORGANISATION, _("Who issued it."), "slk")
    decision = optional(Ref("decision"), _("The decision that it was put before."), "2016-03-01-ks")
    tool = optional(PLAIN, _("The version of the tool that made it."), "0.1.0")
    digest = optional(PLAIN, _("A digest of the data it rests on."), "sha256:5f3a")
    revision = optional(PLAIN, _("The revision of the files it rests on."), "1f2e3d4")
    files = keyed(PLAIN, PLAIN, _("The files of the report, each with a digest."), "rapport.html: sha256:5f3a")
    reason = optional(TEXT, _("Why there is a corrected issue."), "Ett värde var fel.")
    corrections = optional(TEXT, _("What was corrected."), "|\n  Andelen i 1.3.m1 är 58 procent, inte 85.")
