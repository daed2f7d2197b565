"""PT904: “unchanged” where nothing was said before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plantrack.facts import Facts
from plantrack.facts.answers import Said
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
    unchanged: dict[str, Said] = {}
    stated_on: dict[str, date] = {}
    for each in facts.said:
        stated = each.answer.__dict__
        if stated.get("status") == "unchanged":
            unchanged.setdefault(each.thing, each)
        elif each.thing not in stated_on and not STATING.isdisjoint(stated):
            stated_on[each.thing] = each.day
    misread = {fault.values.get("id") for fault in facts.faults.get("choice", ())}
    for thing, first in unchanged.items():
        if stated_on.get(thing, date.max) > first.day and thing not in misread:
            yield RULE.at(facts.where("submission", first.submission, *first.keys), id=thing, by=first.organisation)
