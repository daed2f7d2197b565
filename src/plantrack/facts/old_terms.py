"""Terms that have been replaced: how they are found in a text, in any form, and which texts were written when.

What stands within quotation marks is somebody's words, and names and titles hold what they always held: both are left
alone. Knows no files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from plantrack.facts import Facts
from plantrack.facts.wording import Passage, texts_of, wordings
from plantrack.finding import Key
from plantrack.model.ballot import Ballot
from plantrack.model.decision import Decision
from plantrack.model.event import Event
from plantrack.pattern import pattern
from plantrack.plan import Plan
from plantrack.record import Record

QUOTED = pattern('[”“"»«][^”“"»«]*[”“"»«]')
ANSWERED = ("comment", "deviation", "remedy", "ground", "schedule_reason", "effects")
REPORTED = ("ground", "headline", "assessment", "analysis", "changed", "deviations", "outlook", "method", "limits")
ENDINGS = (
    r"(?:s|n|t|a|e|r|et|en|ns|ts|na|as|es|ets|ens|nas|ar|er|or|ars|ers|ors|rna|rnas|arna|erna|orna|arnas|ernas|ornas)?"
)
"""What Swedish puts at the end of a word, and English too where it is ``s``."""
TAKEN_OFF = ("na", "en", "n", "a")
"""What a term of several words may have put there already: ``ideella sektorn`` is also ``ideell sektor``."""
SHORTEST = 5
"""Letters that are left of a word when something is taken off."""


class Old(NamedTuple):
    """A term that has been replaced: until which day it was used, by what, and how it is found in a text."""

    term: str
    until: date
    present: str
    folded: str
    """What every text holds that uses it, in small letters."""
    form: re.Pattern[str]


class Used(NamedTuple):
    """An old term in a text."""

    term: Old
    plainly: bool
    """Whether it stands there just as the glossary has it, so that the other can be put in its place."""


def old_terms(plan: Plan) -> Iterator[Old]:
    """The terms of the glossary that have been replaced or are used no more. An abbreviation keeps its capitals."""
    for word, term in plan.terms.items():
        if term.until is None:
            continue
        words = word.split()
        if word.islower():
            stems = [_stem(each) if len(words) > 1 else each for each in words]
            form = r"\s+".join(rf"{re.escape(stem)}{ENDINGS}" for stem in stems)
            found = re.compile(rf"(?<!\w){form}(?!\w)", re.IGNORECASE)
        else:
            stems = words
            found = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?:\w{1,2}|:\w{1,4})?(?!\w)")
        yield Old(word, plan.calendar.last(term.until), term.replaced_by or "", stems[0].casefold(), found)


def used_in(term: Old, text: str, names: re.Pattern[str] | None) -> Used | None:
    """How a text uses a term otherwise than in a name or within quotation marks; None where it does not."""
    if term.folded not in text.casefold():
        return None
    text = QUOTED.sub("", text)
    found = term.form.findall(names.sub("", text) if names else text)
    return (
        Used(term, all(" ".join(each.split()).casefold() == term.term.casefold() for each in found)) if found else None
    )


def names_in(plan: Plan) -> re.Pattern[str] | None:
    """The names of organisations, agreements and the plan, which may hold an old term for ever."""
    texts = [organisation.name for organisation in plan.organisations.values()]
    texts += [former.name for each in plan.organisations.values() for former in each.formerly]
    texts += [agreement.title for agreement in plan.agreements.values()]
    names = {name for text in (*texts, plan.header.title, *plan.header.related) for name in wordings(text)}
    longest_first = sorted((name for name in names if " " in name), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE) if longest_first else None


def dated_passages(facts: Facts) -> Iterator[tuple[Passage, date]]:
    """Every text of which it is known when it was written, with that day. Titles are names, and are left out."""
    plan = facts.plan
    written = day_of_plan(plan)
    if written:
        for passage in facts.passages:
            yield passage, written
    for (round_id, thing), text in plan.texts.items():
        day = text.date or day_of_round(plan, round_id)
        if day:
            for passage in texts_of("text", f"{round_id}/{thing}", text, REPORTED):
                yield passage, day
    for each in facts.said:
        for passage in texts_of("submission", each.submission, each.answer, ANSWERED):
            yield passage._replace(keys=(*each.keys, *passage.keys)), each.day
    for identifier, submission in plan.submissions.items():
        if submission.date:
            for passage in texts_of("submission", identifier, submission, ("comment",)):
                yield passage, submission.date
    yield from _of_the_book(plan)


def _of_the_book(plan: Plan) -> Iterator[tuple[Passage, date]]:
    """The texts of decisions, events and ballots."""
    calendar = plan.calendar
    for by, decision in plan.decisions.items():
        if decision.date:
            for passage in _inside("decision", by, _of_decision(decision)):
                yield passage, calendar.first(decision.date)
    for by, event in plan.events.items():
        day = _day_of(plan, event)
        if day:
            for passage in _inside("event", by, _of_event(event)):
                yield passage, day
    for by, ballot in plan.ballots.items():
        if ballot.date and ballot.date.start:
            for passage in _inside("ballot", by, _of_ballot(ballot)):
                yield passage, calendar.first(ballot.date.start)


Part = tuple[tuple[Key, ...], Record, tuple[str, ...]]
"""A record inside a file: the keys that lead to it, and which of its fields hold running text."""


def _inside(kind: str, thing: str, parts: Iterator[Part]) -> Iterator[Passage]:
    for keys, record, fields in parts:
        for passage in texts_of(kind, thing, record, fields):
            yield passage._replace(keys=(*keys, *passage.keys))


def _of_decision(decision: Decision) -> Iterator[Part]:
    yield (), decision, ("text",)
    for item, each in decision.items.items():
        yield ("items", item), each, ("text",)


def _of_event(event: Event) -> Iterator[Part]:
    yield (), event, ("text",)
    for number, point in enumerate(event.items):
        keys: tuple[Key, ...] = ("items", number)
        yield keys, point, ("text",)
        if point.decision:
            yield (*keys, "decision"), point.decision, ("text",)
        for n, action in enumerate(point.action):
            yield (*keys, "action", n), action, ("text",)


def _of_ballot(ballot: Ballot) -> Iterator[Part]:
    yield (), ballot, ("text",)
    for number, option in enumerate(ballot.options):
        yield ("options", number), option, ("text",)
    for number, area in enumerate(ballot.areas):
        for n, option in enumerate(area.options):
            yield ("areas", number, "options", n), option, ("text",)


def _day_of(plan: Plan, event: Event) -> date | None:
    """The first day that an event can have been; None where nothing is said of it."""
    if event.date and event.date.start:
        return plan.calendar.first(event.date.start)
    if event.after and event.after.start:
        return plan.calendar.last(event.after.end or event.after.start) + timedelta(days=1)
    if event.between and event.between.start:
        return plan.calendar.first(event.between.start)
    return None


def _stem(word: str) -> str:
    """A word without an ending that may be another."""
    ending = next((each for each in TAKEN_OFF if word.endswith(each) and len(word) - len(each) >= SHORTEST), "")
    return word.removesuffix(ending)


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
