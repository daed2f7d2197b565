"""PT920: answers that differ, where nobody has the last word."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.answers import Said, corrected, status_of
from plantrack.facts.parties import Parties
from plantrack.facts.voices import those_who_speak
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.plan import Plan

RULE = Rule(
    code="PT920",
    name="differing-answers",
    severity=WARNING,
    title=_("Answers that differ, where nobody has the last word"),
    why=_(
        "The lead's answer is how an activity stands, else that of the one responsible for the follow-up. Where there "
        "is neither and the parties say different things, the report can only say that the answers differ."
    ),
    sentence=_("{parties} answer differently for {id} in the round {round}."),
    advice=_(
        "Ask the parties to agree, or record an assessment: a submission with `role: assessor` from the one that keeps "
        "the follow-up together."
    ),
    bad=Example(
        """\
# 1-gemenskap/1.2-samverkan.yaml
id: 1.2
title: Parterna arbetar tillsammans
commitments: [motesplatser]
activities:
  1.2.1:
    title: Ordna en mässa
    joint: [kultur, samradet]
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.2.1: completed
# progress/2015/2015-11-23-samradet-77b0.yaml
by: samradet
date: 2015-11-23
round: 2015
answers:
  1.2.1: ongoing
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.2-samverkan.yaml
id: 1.2
title: Parterna arbetar tillsammans
commitments: [motesplatser]
activities:
  1.2.1:
    title: Ordna en mässa
    lead: kultur
    implementing: samradet
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.2.1: completed
# progress/2015/2015-11-23-samradet-77b0.yaml
by: samradet
date: 2015-11-23
round: 2015
answers:
  1.2.1: ongoing
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    several = said_of_by_several(facts)
    if not several:
        return
    settled = corrected(facts.plan)
    parties = Parties(facts.plan)
    rounds: dict[tuple[str, str], list[tuple[Said, str]]] = {}
    last: dict[tuple[str, str], str] = {}
    for each in facts.said:
        if each.thing in several and (each.submission, each.thing) not in settled:
            state = state_of(facts.plan, each)
            if state == "unchanged":
                state = last.get((each.thing, each.organisation), "")
            if state:
                last[each.thing, each.organisation] = state
                name = each.record.round or str(each.day.year)
                rounds.setdefault((each.thing, name), []).append((each, state))
    for (thing, name), answers in rounds.items():
        speaking = those_who_speak(facts.plan, parties, thing, answers)
        if len(set(speaking.values())) > 1:
            first, *others = (each for each, _state in answers if each.organisation in speaking)
            yield RULE.at(
                facts.where("submission", first.submission, *first.keys),
                related=tuple(facts.where("submission", each.submission, *each.keys) for each in others),
                id=thing,
                parties=tuple(speaking),
                round=name,
            )


def said_of_by_several(facts: Facts) -> set[str]:
    """What more than one organisation has answered for. Values that are added up cannot differ."""
    first: dict[str, str] = {}
    several = {
        each.thing for each in facts.said if first.setdefault(each.thing, each.organisation) != each.organisation
    }
    return {thing for thing in several if thing not in facts.plan.indicators}


def state_of(plan: Plan, each: Said) -> str:
    """What an answer says of how its thing stands."""
    return status_of(plan, each.answer) or each.answer.fulfilment or ""
