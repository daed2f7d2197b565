"""PT953: a side of a joint plan that no team of its own approves changes for."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.reviewers import handle, party_sides
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import Term, _
from plantrack.model.words import SIDES
from plantrack.pattern import pattern

RULE = Rule(
    code="PT953",
    name="side-without-reviewers",
    severity=WARNING,
    title=_("A side that nobody approves changes for"),
    why=_(
        "A joint plan is changed when both parties have said yes. Whoever is not asked finds out afterwards. A team "
        "stays when people move on, and a person's name has no place in the plan."
    ),
    sentence=_("The plan is also that of {side}, and `reviewers` names no team for that side."),
    advice=_("Write the team under `reviewers`: `{key}: organisation/team`."),
    variants={
        "form": (
            _("“{team}” is no team: `reviewers` says it for {side}."),
            _(
                "Write the name of an organisation, a slash and the name of a team, as `nordvik/staden`. Never a person."
            ),
        ),
        "same": (
            _("The same team, {team}, approves for more than one side: {sides}."),
            _("Give each side a team of its own, or one approval would count as everybody's."),
        ),
    },
    bad=Example(
        """\
# plan.yaml
format: 1
id: nordvik-2014
title: Plan för ett öppnare Nordvik
language: sv
period: 2014-2016
parties: [nordvik, sektorn]
reviewers:
  city: nordvik/staden
"""
    ),
    good=Example(
        """\
# plan.yaml
format: 1
id: nordvik-2014
title: Plan för ett öppnare Nordvik
language: sv
period: 2014-2016
parties: [nordvik, sektorn]
reviewers:
  city: nordvik/staden
  civil_society: nordvik/sektorn
"""
    ),
)
TEAM = pattern(r"@?[\w.-]+(?:/[\w.-]+)+")


def check(facts: Facts) -> Iterator[Finding]:
    teams = facts.plan.header.reviewers
    for side in party_sides(facts.plan) if teams else ():
        if side not in teams:
            yield RULE.at(facts.where("plan", "plan", "reviewers"), id="plan", side=Term(SIDES[side]), key=side)
    for side, team in teams.items():
        where = facts.where("plan", "plan", "reviewers", side)
        sharing = [each for each, other in teams.items() if handle(other).casefold() == handle(team).casefold()]
        if not TEAM.fullmatch(team):
            yield RULE.at(where, variant="form", id="plan", side=Term(SIDES[side]), team=team)
        elif len(sharing) > 1 and side == sharing[-1]:
            named = tuple(Term(SIDES[each]) for each in sharing)
            yield RULE.at(where, variant="same", id="plan", team=handle(team), sides=named)
