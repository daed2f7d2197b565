"""PT807: a term that had been replaced when the text was written."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.facts.old_terms import dated_passages, names_in, old_terms, used_in
from plantrack.facts.wording import Passage
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.plan import Plan
from plantrack.record import NOTHING

RULE = Rule(
    code="PT807",
    name="term-replaced",
    severity=WARNING,
    title=_("A term that has been replaced"),
    why=_(
        "When the parties have agreed on a new word, texts that keep to the old one look as if they were about "
        "something else. Texts from before are left as they are, and so are names and what stands within quotation marks."
    ),
    sentence=_("{id} uses “{term}” in a text of {day}. The term was used until {until}."),
    advice=_("Put the word within quotation marks where it is meant as the old term, or choose the present one."),
    variants={
        "replaced": (
            _("{id} uses “{term}” in a text of {day}. From {until} on it is called “{present}”."),
            _("Write “{present}”, or put the word within quotation marks where it is meant as the old term."),
        ),
    },
    bad=Example(
        """\
# glossary.yaml
fritidsgård:
  until: 2015-01-31
  replaced_by: mötesplats
mötesplats: En plats som är öppen för alla.
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.1:
    status: ongoing
    comment: En fritidsgård till har öppnat.
"""
    ),
    good=Example(
        """\
# glossary.yaml
fritidsgård:
  until: 2015-01-31
  replaced_by: mötesplats
mötesplats: En plats som är öppen för alla.
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.1:
    status: ongoing
    comment: En mötesplats till har öppnat, i det som förr var ”Norra fritidsgården”.
"""
    ),
)


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    old = list(old_terms(plan))
    if not old:
        return
    names = names_in(plan)
    for passage, day in dated_passages(facts):
        for term in old:
            if day <= term.until:
                continue
            used = used_in(term, passage.text, names)
            if used and not is_about(plan, passage, term.term):
                yield RULE.at(
                    facts.where(passage.kind, passage.thing, *passage.keys),
                    variant="replaced" if term.present else "",
                    suggestion=term.present if used.plainly else "",
                    id=passage.thing,
                    term=term.term,
                    day=day,
                    until=term.until,
                    present=term.present,
                )


def is_about(plan: Plan, passage: Passage, term: str) -> bool:
    """Whether a text is about the term itself: it belongs to a decision or an event that says so."""
    table = {"decision": plan.decisions, "event": plan.events}.get(passage.kind, NOTHING)
    found = table.get(passage.thing)
    return found is not None and term in found["about"]
