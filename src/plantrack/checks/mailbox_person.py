"""PT952: a mailbox that seems to be a person's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.wording import wordings
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.model.organisation import Organisation
from plantrack.pattern import pattern

RULE = Rule(
    code="PT952",
    name="mailbox-person",
    severity=WARNING,
    title=_("A mailbox that seems to be a person's"),
    why=_("A person's address is personal data, and the person moves on. The mailbox of a function stays."),
    sentence=_("The mailbox of {id} looks like a person's: a first name, a dot and a last name."),
    advice=_("Write the mailbox of the function. If it is one, silence this rule for {id} and say so in the reason."),
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
  mailbox: kim.exempel@nordvik.example
sektorn:
  name: Föreningarna i Nordvik
  kind: sector
samradet:
  name: Samrådet för mötesplatser
  kind: council
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
"""
    ),
)
FIRST_AND_LAST = pattern(r"([^\W\d_]{2,})\.([^\W\d_][^\W\d_-]+(?:-[^\W\d_]+)?)@")
FUNCTIONS = (
    "info kansli kansliet registrator diarium diariet post kontakt service support forum plan planen uppfoljning "
    "forvaltning forvaltningen namnd namnden kommun kommunen stad staden bolag styrelse styrelsen sekretariat "
    "sekretariatet projekt samordning enhet enheten kontor kontoret avdelning council office contact department "
    "secretariat board city unit team"
)
"""Words that a function's mailbox may be made of."""
PLAIN = str.maketrans("åäöéü", "aaoeu")
SHORTEST = 3


def check(facts: Facts) -> Iterator[Finding]:
    for identifier, organisation in facts.plan.organisations.items():
        found = FIRST_AND_LAST.match(organisation.mailbox or "")
        if found and not any(is_function(part, identifier, organisation) for part in found.groups()):
            yield RULE.at(facts.where("organisation", identifier, "mailbox"), id=identifier)


def is_function(part: str, identifier: str, organisation: Organisation) -> bool:
    """Whether a part of an address is a word for a function, or from the organisation's own name."""
    plain = part.casefold().translate(PLAIN)
    if plain in FUNCTIONS.split():
        return True
    names = [identifier, organisation.abbreviation or "", *wordings(organisation.name)]
    words = {word.casefold().translate(PLAIN) for name in names for word in re.findall(r"[^\W_]+", name)}
    return plain in words or (len(plain) >= SHORTEST and any(word.startswith(plain) for word in words))
