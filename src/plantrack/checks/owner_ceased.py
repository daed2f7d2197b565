"""PT706: a responsible organisation that has ended since, while the activity is not known to be finished."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.completeness import living
from plantrack.facts.lives import ANSWERING, bounded, uncovered
from plantrack.facts.organisations import name_of, names_of
from plantrack.finding import INFO, Example, Finding, Rule
from plantrack.mark import _

FINISHED = ("completed", "cancelled", "withdrawn")

RULE = Rule(
    code="PT706",
    name="owner-ceased",
    severity=INFO,
    title=_("A responsible organisation that no longer exists"),
    why=_(
        "Somebody must be able to say how it went. When the responsible organisation no longer exists, "
        "the question goes to those who took over."
    ),
    sentence=_("{who}, responsible for {id}, ended on {day}; {successors} took over."),
    advice=_("Ask those who took over, or write in `lead` who answers for {id} now."),
    variants={
        "nobody": (
            _("{who}, responsible for {id}, ended on {day}, and no successor is given."),
            _("Give the successor in organisations.yaml, or write in `lead` who answers for {id} now."),
        ),
    },
    bad=Example(
        """\
# organisations.yaml
nordvik:
  name: Nordviks kommun
  kind: municipality
ks:
  name: Kommunstyrelsen
  kind: political_body
kultur:
  name: Kulturförvaltningen
  kind: department
sektorn:
  name: Föreningarna i Nordvik
  kind: sector
samradet:
  name: Samrådet för mötesplatser
  kind: council
kansliet:
  name: Kansliet
  kind: secretariat
  valid: 2010/2014
  successors: kultur
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
    when: 2014
    lead: kansliet
"""
    ),
    good=Example(
        """\
# organisations.yaml
nordvik:
  name: Nordviks kommun
  kind: municipality
ks:
  name: Kommunstyrelsen
  kind: political_body
kultur:
  name: Kulturförvaltningen
  kind: department
sektorn:
  name: Föreningarna i Nordvik
  kind: sector
samradet:
  name: Samrådet för mötesplatser
  kind: council
kansliet:
  name: Kansliet
  kind: secretariat
  valid: 2010/2014
  successors: kultur
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
activities:
  1.1.1:
    title: Öppna en mötesplats
    when: 2014
    lead: kansliet
# progress/2014/2014-11-20-kansliet-a1b2.yaml
by: kansliet
date: 2014-11-20
round: 2014
answers:
  1.1.1: completed
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    lives = {party: life for party, life in bounded(plan).items() if life.end < facts.day}
    if not lives:
        return
    finished = finished_by(facts)
    for activity_id, _activity, said in living(facts):
        if activity_id in finished:
            continue
        for role, parties in said.roles.items():
            for party in parties:
                if party in lives and role in ANSWERING and uncovered(plan, lives[party], said, role) is None:
                    yield RULE.at(
                        facts.where("goal", plan.goal_of[activity_id], *said.said_roles[role][0].keys),
                        variant="" if lives[party].successors else "nobody",
                        related=(facts.where("organisation", party, "valid"),),
                        id=activity_id,
                        who=name_of(plan, party),
                        day=lives[party].end,
                        successors=names_of(plan, lives[party].successors),
                    )


def finished_by(facts: Facts) -> frozenset[str]:
    """The activities that somebody has said are finished or given up, no later than the day of judgement."""
    scale = facts.plan.header.scale
    words = {*FINISHED, *(word for word, meaning in scale.items() if meaning.means in FINISHED)}
    return frozenset(
        thing
        for submission in facts.plan.submissions.values()
        if not submission.date or submission.date <= facts.day
        for thing, answer in submission.answers.items()
        if answer.status in words
    )
