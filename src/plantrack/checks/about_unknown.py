"""PT309: a decision or an event that is about an id that nothing in the plan has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from plantrack.facts import Facts
from plantrack.facts.matters import addresses
from plantrack.facts.references import known_ids
from plantrack.finding import WARNING, Example, Finding, Key, Rule
from plantrack.mark import _
from plantrack.plan import Plan

RULE = Rule(
    code="PT309",
    name="about-unknown",
    severity=WARNING,
    title=_("A decision or an event about something that the plan does not have"),
    why=_(
        "Who looks up an activity is to see the decisions and meetings that were about it. "
        "Under an id that leads nowhere, nobody finds them."
    ),
    sentence=_("{id} is about “{text}”, and the plan has nothing with that id."),
    advice=_("Write the id of what it is about. What has no id in the plan is told in `text:` instead."),
    variants={
        "meant": (
            _("{id} is about “{text}”, and the plan has nothing with that id."),
            _("Did you mean “{meant}”?"),
        ),
    },
    bad=Example(
        """\
# decisions/2015-04-22-ks.yaml
date: 2015-04-22
body: ks
kind: note
title: Läget för mötesplatserna antecknas
about: [1.1.l]
"""
    ),
    good=Example(
        """\
# decisions/2015-04-22-ks.yaml
date: 2015-04-22
body: ks
kind: note
title: Läget för mötesplatserna antecknas
about: [1.1.1]
"""
    ),
)
About = tuple[str, str, str, tuple[Key, ...]]
"""Kind and id of the decision or event, an id that it is about, and the keys that lead there."""


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    known: frozenset[str] | None = None
    for kind, identifier, text, keys in _abouts(plan):
        if known is None:
            known = _known(plan)
        prefix, inner = _own(plan, text)
        if inner not in known and (prefix or ":" not in inner) and not facts.may_be_unread(inner):
            meant = _nearest(inner, known)
            yield RULE.at(
                facts.where(kind, identifier, *keys),
                variant="meant" if meant else "",
                suggestion=prefix + meant if meant else "",
                id=identifier,
                text=text,
                meant=prefix + meant,
            )


def _abouts(plan: Plan) -> Iterator[About]:
    """What they say that they are about. Of an id that they also say they changed, another check tells."""
    for each, decision in plan.decisions.items():
        for number, text in enumerate(decision.about):
            if text not in decision.changes:
                yield "decision", each, text, ("about", number)
    for each, event in plan.events.items():
        for number, text in enumerate(event.about):
            if text not in event.changes:
                yield "event", each, text, ("about", number)
        for place, point in enumerate(event.items):
            for number, text in enumerate(point.about):
                yield "event", each, text, ("items", place, "about", number)


def _known(plan: Plan) -> frozenset[str]:
    """Every id that something has, in this plan or as the name of one that comes before or after it."""
    header = plan.header
    principles = (agreement.principles for agreement in plan.agreements.values())
    plans = (header.id or "", *header.continues, *header.continued_by)
    return frozenset(
        chain(*known_ids(plan).values(), plan.terms, *principles, plans, _other_plans(plans), addresses(plan))
    )


def _other_plans(plans: tuple[str, ...]) -> Iterator[str]:
    """The plans themselves, where one is referred to as plan:id."""
    return (each.partition(":")[0] for each in plans)


def _own(plan: Plan, text: str) -> tuple[str, str]:
    """The plan's own name with its colon, where the id has it, and the rest. What another plan has is not known."""
    own = f"{plan.header.id}:"
    return (own, text[len(own) :]) if text.startswith(own) else ("", text)


def _nearest(text: str, known: frozenset[str]) -> str:
    from plantrack.nearest import nearest

    return nearest(text, sorted(known))
