"""PT901: an answer of a kind that its thing does not take."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.answers import kinds_of_things
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _
from plantrack.model.progress import Answer

RULE = Rule(
    code="PT901",
    name="answer-of-wrong-kind",
    severity=ERROR,
    title=_("An answer of a kind that the thing does not take"),
    why=_(
        "An activity has a status, a goal and a success criterion are fulfilled or not, an indicator has a value. "
        "An answer of another kind is read by nobody, and the thing stands as unanswered."
    ),
    sentence=_("{by} answers {id} with {fields}, and {id} is an activity."),
    advice=_(
        "Write `status:` with how far it has come. What is measured belongs to an indicator, what is judged to a criterion."
    ),
    variants={
        "judged": (
            _("{by} answers {id} with {fields}, and {id} is a goal or a success criterion."),
            _("Write `fulfilment:` with how far it is reached, and `ground:` with what that rests on."),
        ),
        "measured": (
            _("{by} answers {id} with {fields}, and {id} is an indicator."),
            _("Write `value:` with what was measured."),
        ),
    },
    bad=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.m1:
    status: ongoing
"""
    ),
    good=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.m1:
    value: 3
"""
    ),
)
DONE = ("status", "schedule", "schedule_reason", "started", "completed", "expected")
JUDGED = ("fulfilment", "forecast")
MEASURED = ("value", "at", "n", "numerator", "denominator", "values", "effects")
STRANGE = {
    "activity": ("", (*JUDGED, *MEASURED)),
    "step": ("", (*JUDGED, *MEASURED)),
    "criterion": ("judged", (*DONE, *MEASURED)),
    "goal": ("judged", (*DONE, *MEASURED)),
    "theme": ("judged", (*DONE, *MEASURED)),
    "indicator": ("measured", (*DONE, *JUDGED)),
}
"""Kind of thing -> which sentence tells of it, and the fields that its answers do not have."""


def check(facts: Facts) -> Iterator[Finding]:
    kinds = kinds_of_things(facts.plan)
    fits = {kind: frozenset(fields).isdisjoint for kind, (_variant, fields) in STRANGE.items()}
    for each in facts.said:
        kind = kinds.get(each.thing)
        if kind and not fits[kind](each.answer.__dict__):
            variant, strange = STRANGE[kind]
            fields = tuple(
                field for field in strange if field in each.answer.__dict__ and not repeats(each.answer, field)
            )
            if fields:
                where = facts.where("submission", each.submission, *each.keys, fields[0], part="key")
                yield RULE.at(where, variant=variant, id=each.thing, by=each.organisation, fields=fields)


def repeats(answer: Answer, field: str) -> bool:
    """Whether it is the word for “as before”, which any thing takes."""
    return field == "status" and answer.status == "unchanged"
