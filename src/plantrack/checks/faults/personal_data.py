"""PT951: a mail address, a telephone number or a personal identity number."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT951",
    name="personal-data",
    severity=ERROR,
    title=_("Personal data"),
    why=_(
        "What has once been saved in the plan's history cannot be taken out of it, and the plan is a public record. "
        "Functions and organisations are named, never persons."
    ),
    sentence=_("There is a mail address in {file}."),
    advice=_(
        "Take it out and name the function instead. The mailbox of a function may stand in organisations.yaml, as `mailbox:`."
    ),
    variants={
        "telephone": (
            _("There is a telephone number in {file}."),
            _("Take it out and name the function instead."),
        ),
        "identity": (
            _("There is a personal identity number in {file}."),
            _(
                "Take it out before the file is saved in the plan's history. If it is there already, tell the one who "
                "answers for personal data."
            ),
        ),
    },
    bad=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
comment: Frågor till kim.exempel@nordvik.example
answers:
  1.1.1: ongoing
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
  mailbox: kultur@nordvik.example
sektorn:
  name: Föreningarna i Nordvik
  kind: sector
samradet:
  name: Samrådet för mötesplatser
  kind: council
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
comment: Frågor till kulturförvaltningen, om diarienummer 0936/17 och 10 000 000 kronor
answers:
  1.1.1: ongoing
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    for fault in facts.faults.get("personal_data", ()):
        kind = fault.values["kind"]
        yield RULE.on(fault, variant="" if kind == "mail" else kind, file=fault.where.file)
