"""PT924: a judgement of how far something is reached, with nothing said of what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.answers import Said, corrected
from plantrack.finding import INFO, Example, Finding, Rule
from plantrack.mark import _
from plantrack.model.progress import Answer, ReportText

RULE = Rule(
    code="PT924",
    name="judgement-without-ground",
    severity=INFO,
    title=_("A judgement with nothing said of what it rests on"),
    why=_(
        "How far a goal or a success criterion is reached is judged by people. "
        "Only with its ground can others weigh the judgement, and make it the same way next time."
    ),
    sentence=_("{by} judges how far {id} is reached, and does not say what that rests on."),
    advice=_("Write `ground:` with what the judgement rests on, in a sentence."),
    variants={
        "text": (
            _("The text for the report {round} says how far {id} is reached, and not what that rests on."),
            _("Write `ground:` with what the judgement rests on, in a sentence."),
        ),
    },
    bad=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.k1:
    fulfilment: partly
"""
    ),
    good=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.k1:
    fulfilment: partly
    ground: Fyra av sex stadsdelar har en mötesplats.
"""
    ),
)
UNJUDGED = "not_assessed"


def check(facts: Facts) -> Iterator[Finding]:
    yield from _in_answers(facts)
    for (round_id, thing), text in facts.plan.texts.items():
        if _lacks_ground(text):
            where = facts.where("text", f"{round_id}/{thing}", "fulfilment", part="key")
            yield RULE.at(where, variant="text", id=thing, round=round_id)


def _in_answers(facts: Facts) -> Iterator[Finding]:
    # The report shows the comment of an answer that has no ground.
    found = [
        each
        for each in facts.said
        if "fulfilment" in each.answer.__dict__ and _lacks_ground(each.answer) and not each.answer.comment
    ]
    if not found:
        return
    settled = corrected(facts.plan)
    for each in found:
        if _is_judged(facts, each) and (each.submission, each.thing) not in settled:
            where = facts.where("submission", each.submission, *each.keys, "fulfilment", part="key")
            yield RULE.at(where, id=each.thing, by=each.organisation)


def _lacks_ground(said: Answer | ReportText) -> bool:
    return bool(said.fulfilment) and said.fulfilment != UNJUDGED and not said.ground and "ground" not in said.unstated


def _is_judged(facts: Facts, said: Said) -> bool:
    """Whether it is a thing that people judge. Of what is done or measured another check tells."""
    plan = facts.plan
    return said.thing in plan.criteria or said.thing in plan.goals or said.thing in plan.themes
