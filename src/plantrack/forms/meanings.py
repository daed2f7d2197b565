"""What the words of an answer mean, in a sentence each: so that twenty organisations mean the same by them."""

from __future__ import annotations

from plantrack.mark import _

STATUSES_MEAN = {
    "not_started": _("The work has not begun."),
    "ongoing": _("The work has begun and is not finished."),
    "completed": _("All that was to be done is done."),
    "paused": _("The work has begun, rests for now, and will go on."),
    "cancelled": _("The work had begun and ends unfinished. That takes a decision."),
    "withdrawn": _("It will not be done. That takes a decision."),
    "unchanged": _("It stands as it did when you last answered."),
}
FULFILMENTS_MEAN = {
    "achieved": _("What the text says is true today."),
    "partly": _("Some of it is true, or it is true for some."),
    "not_achieved": _("It is not true today."),
    "hard_to_assess": _("You have looked, and it cannot be told."),
    "not_assessed": _("Nobody has looked at it yet."),
}
COLUMNS_MEAN = {
    "number": _("The number in the plan."),
    "text": _("What you are asked about, as the plan says it."),
    "details": _("When it is to be done, or the value to reach."),
    "last": _("What was answered in an earlier round, and when."),
    "answer": _("How it goes: a word from the list, or the figure that was measured."),
    "forecast": _("Only for criteria and goals: will it be reached before the plan ends?"),
    "comment": _("A sentence on it, for the reader of the report."),
    "ground": _("What you rest the answer on: a decision, a document, a link. One on each line."),
    "deviation": _("Only for activities: what does not go as planned."),
    "remedy": _("Only for activities: what you do about it."),
    "at": _("Only for indicators: the day that the value is from, as 2015-11-20."),
    "n": _("Only for indicators: how many answers or cases the value rests on."),
}
