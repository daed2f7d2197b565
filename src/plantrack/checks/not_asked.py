"""PT906: an answer from an organisation that has no part in the thing."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.parties import Parties
from plantrack.finding import INFO, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT906",
    name="not-asked",
    severity=INFO,
    title=_("An answer from an organisation that has no part in the thing"),
    why=_(
        "An answer from somebody who has no part in a thing is often meant for another number. Or the plan does not "
        "tell that they take part."
    ),
    sentence=_("{by} answers for {id}, and the plan gives {by} no part in it."),
    advice=_(
        "See whether another number was meant. If they do take part, write them in the plan, for instance as `partner`."
    ),
    bad=Example(
        """\
# progress/2015/2015-11-20-ks-5f3a.yaml
by: ks
date: 2015-11-20
round: 2015
answers:
  1.1.1: ongoing
"""
    ),
    good=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.1: ongoing
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    if any(lost.kind in ("goal", "organisations") for lost in facts.unreadable):
        return
    parties = Parties(plan)
    foremost = {i: held.roles.get("lead", ()) for i, held in plan.held.items()}
    foremost.update((i, criterion.follow_up) for i, criterion in plan.criteria.items())
    foremost.update((i, indicator.follow_up) for i, indicator in plan.indicators.items())
    keepers = {*plan.follow_up.responsible, *plan.follow_up.support}
    reported: set[tuple[str, str]] = set()
    for each in facts.said:
        thing, by = each.thing, each.organisation
        if by in foremost.get(thing, ()) or by in keepers or each.member or each.record.role not in (None, "own"):
            continue
        if (
            (thing, by) not in reported
            and by in plan.organisations
            and not is_asked(each.record.round, facts, by, thing)
        ):
            if not parties.may_answer(thing, by):
                reported.add((thing, by))
                yield RULE.at(facts.where("submission", each.submission, *each.keys), id=thing, by=by)


def is_asked(name: str | None, facts: Facts, organisation: str, thing: str) -> bool:
    """Whether the round itself says that the organisation is asked about the thing, or about what is its own."""
    found = facts.plan.rounds.get(name or "")
    if found is None or organisation not in found.asked:
        return False
    things = found.asked[organisation]
    return not things or any(thing == each or thing.startswith(f"{each}.") for each in things)
