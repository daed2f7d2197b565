"""PT313: a point of a meeting that answers something which no meeting left open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plantrack.facts import Facts
from plantrack.facts.matters import addresses
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT313",
    name="answers-nothing",
    severity=WARNING,
    title=_("A point of a meeting that answers something which no meeting left open"),
    why=_(
        "What a meeting put off or gave somebody to do is asked for until a later point answers it. "
        "Under an id that leads nowhere, it stays open for ever."
    ),
    sentence=_("{id} answers “{text}”, and no point of a meeting has that id."),
    advice=_(
        "Write the id of what is answered. What has none has that of its meeting with the number of its point: `.p3`, "
        "and `.p3.u1` for the first thing to do. `plantrack meeting ID` shows them."
    ),
    variants={
        "meant": (
            _("{id} answers “{text}”, and no point of a meeting has that id."),
            _("Did you mean “{meant}”?"),
        ),
    },
    bad=Example(
        """\
# log/2015/2015-02-05-samradet.yaml
date: 2015-02-05
kind: meeting
title: Samrådets möte i februari
items:
  - title: Lokaler
    postponed_to: nästa möte
# log/2015/2015-05-07-samradet.yaml
date: 2015-05-07
kind: meeting
title: Samrådets möte i maj
items:
  - title: Lokaler
    answers: 2015-02-05-samradet.p2
"""
    ),
    good=Example(
        """\
# log/2015/2015-02-05-samradet.yaml
date: 2015-02-05
kind: meeting
title: Samrådets möte i februari
items:
  - title: Lokaler
    postponed_to: nästa möte
# log/2015/2015-05-07-samradet.yaml
date: 2015-05-07
kind: meeting
title: Samrådets möte i maj
items:
  - title: Lokaler
    answers: 2015-02-05-samradet.p1
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    known = addresses(plan) if any(point.answers for e in plan.events.values() for point in e.items) else {}
    for identifier, event in plan.events.items():
        for place, point in enumerate(event.items):
            for number, text in enumerate(point.answers):
                inner = text.removeprefix(f"{plan.header.id}:")
                if inner not in known and ":" not in inner and not _may_be_unread(facts, inner):
                    meant = _nearest(inner, known)
                    yield RULE.at(
                        facts.where("event", identifier, "items", place, "answers", number),
                        variant="meant" if meant else "",
                        suggestion=meant,
                        id=identifier,
                        text=text,
                        meant=meant,
                    )


def _may_be_unread(facts: Facts, text: str) -> bool:
    """Whether the meeting may be in a file that cannot be read."""
    return any(lost.kind == "event" for lost in facts.unreadable) or facts.may_be_unread(text)


def _nearest(text: str, known: Iterable[str]) -> str:
    from plantrack.nearest import nearest

    return nearest(text, sorted(known))
