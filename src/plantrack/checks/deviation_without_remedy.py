"""PT919: a deviation with nothing said of what is done about it."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import INFO, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT919",
    name="deviation-without-remedy",
    severity=INFO,
    title=_("A deviation with nothing said of what is done about it"),
    why=_(
        "Who reads that something does not go as planned asks what is done about it. Where nothing is said, the report cannot answer."
    ),
    sentence=_("{by} reports a deviation for {id}, and does not say what is done about it."),
    advice=_("Write `remedy:` with what is done. If nothing is to be done, write that."),
    bad=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.1:
    status: ongoing
    deviation: Två stadsdelar saknar lokal.
"""
    ),
    good=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.1:
    status: ongoing
    deviation: Två stadsdelar saknar lokal.
    remedy: Skolan lånar ut sin matsal till sommaren.
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for each in facts.said:
        stated = each.answer.__dict__
        if "deviation" in stated and "remedy" not in stated and "remedy" not in each.answer.unstated:
            where = facts.where("submission", each.submission, *each.keys, "deviation", part="key")
            yield RULE.at(where, id=each.thing, by=each.organisation)
