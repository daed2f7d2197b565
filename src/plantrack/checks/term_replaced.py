"""PT807: a term that had been replaced when the text was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from plantrack.facts import Facts
from plantrack.facts.wording import Passage, texts_of, wordings
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.pattern import pattern
from plantrack.plan import Plan

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
QUOTED = pattern('[”“"»«][^”“"»«]*[”“"»«]')
ANSWERED = ("comment", "deviation", "remedy", "ground", "schedule_reason", "effects")
REPORTED = ("ground", "headline", "assessment", "analysis", "changed", "deviations", "outlook", "method", "limits")


class Old(NamedTuple):
    """A term that has been replaced: from which day on, by what, and how it is found in a text."""

    term: str
    until: date
    present: str
    folded: str
    form: re.Pattern[str]


def check(facts: Facts) -> Iterator[Finding]:
    plan = facts.plan
    old = list(old_terms(plan))
    if not old:
        return
    names = names_in(plan)
    earliest = min(term.until for term in old)
    for passage, day in dated_passages(facts, earliest):
        folded = passage.text.casefold()
        for term in old:
            if day > term.until and term.folded in folded and uses(term, passage.text, names):
                yield RULE.at(
                    facts.where(passage.kind, passage.thing, *passage.keys),
                    variant="replaced" if term.present else "",
                    suggestion="",
                    id=passage.thing,
                    term=term.term,
                    day=day,
                    until=term.until,
                    present=term.present,
                )


def old_terms(plan: Plan) -> Iterator[Old]:
    """The terms of the glossary that have been replaced or are used no more. An abbreviation keeps its capitals."""
    for word, term in plan.terms.items():
        if term.until is not None:
            flags = re.IGNORECASE if word.islower() else re.NOFLAG
            form = re.compile(rf"(?<!\w){re.escape(word)}\w{{0,2}}(?!\w)", flags)
            yield Old(word, plan.calendar.last(term.until), term.replaced_by or "", word.casefold(), form)


def uses(term: Old, text: str, names: re.Pattern[str] | None) -> bool:
    """Whether a text uses a term otherwise than in a name or within quotation marks."""
    text = QUOTED.sub("", text)
    return term.form.search(names.sub("", text) if names else text) is not None


def names_in(plan: Plan) -> re.Pattern[str] | None:
    """The names of organisations, agreements and the plan, which may hold an old term for ever."""
    texts = [organisation.name for organisation in plan.organisations.values()]
    texts += [former.name for each in plan.organisations.values() for former in each.formerly]
    texts += [agreement.title for agreement in plan.agreements.values()]
    names = {name for text in (*texts, plan.header.title, *plan.header.related) for name in wordings(text)}
    longest_first = sorted((name for name in names if " " in name), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE) if longest_first else None


def dated_passages(facts: Facts, after: date) -> Iterator[tuple[Passage, date]]:
    """The texts that were written after a day, each with the day it was written."""
    plan = facts.plan
    written = day_of_plan(plan)
    if written and written > after:
        for passage in facts.passages:
            yield passage, written
    for (round_id, thing), text in plan.texts.items():
        day = text.date or day_of_round(plan, round_id)
        if day and day > after:
            for passage in texts_of("text", f"{round_id}/{thing}", text, REPORTED):
                yield passage, day
    for each in facts.said:
        if each.day > after:
            for passage in texts_of("submission", each.submission, each.answer, ANSWERED):
                yield passage._replace(keys=(*each.keys, *passage.keys)), each.day


def day_of_plan(plan: Plan) -> date | None:
    """The day that the plan's own texts are from: its adoption, else the beginning of its period."""
    decision = plan.decisions.get(plan.header.adopted or "")
    if decision and decision.date:
        return plan.calendar.last(decision.date)
    period = plan.header.period
    return plan.calendar.first(period.start) if period and period.start else None


def day_of_round(plan: Plan, identifier: str) -> date | None:
    """The day that a report's texts are from, where they say none: its round's closing, else its cut-off."""
    found = plan.rounds.get(identifier)
    if found is None:
        return date(int(identifier), 12, 31) if len(identifier) == 4 and identifier.isdecimal() else None
    end = found.period.end if found.period else None
    return found.closed or found.cut_off or (plan.calendar.last(end) if end else None)
