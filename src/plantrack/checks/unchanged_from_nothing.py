"""PT904: “unchanged” where nothing was said before."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT904",
    name="unchanged-from-nothing",
    severity=WARNING,
    title=_("“Unchanged” where nothing was said before"),
    why=_(
        "“Unchanged” repeats what was said last. Where nothing was said it repeats nothing, and the report can only "
        "say that there is no information."
    ),
    sentence=_("{by} answers that {id} is unchanged, and nobody has said before how it stands."),
    advice=_("Write how it stands, for instance `status: ongoing`."),
    bad=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.1: unchanged
"""
    ),
    good=Example(
        """\
# progress/2014/2014-11-20-kultur-9c1e.yaml
by: kultur
date: 2014-11-20
round: 2014
answers:
  1.1.1: ongoing
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.1: unchanged
"""
    ),
)
STATING = frozenset(("status", "fulfilment", "forecast", "value", "values", "numerator"))
"""The fields of an answer that say how something stands."""


def check(facts: Facts) -> Iterator[Finding]:
    if any(lost.kind == "submission" for lost in facts.unreadable):
        return
    known: set[str] = set()
    for each in facts.said:
        thing = each.thing
        if thing in known:
            continue
        stated = each.answer.__dict__
        if stated.get("status") == "unchanged":
            if not any(other.thing == thing and other.day == each.day and is_state(other.answer.__dict__) for other in facts.said):
                where = facts.where("submission", each.submission, *each.keys)
                yield RULE.at(where, id=thing, by=each.organisation)
            known.add(thing)
        elif not STATING.isdisjoint(stated):
            known.add(thing)


def is_state(stated: dict[str, object]) -> bool:
    """Whether an answer says how a thing stands, and not only that it stands as before."""
    return stated.get("status") != "unchanged" and not STATING.isdisjoint(stated)
