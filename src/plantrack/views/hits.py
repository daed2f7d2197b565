"""What was found in a plan's files, for a reader: which thing a line is about, what that is called, and in which field."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from plantrack.facts.search import COMMENT, Hit, Span
from plantrack.kinds import Text
from plantrack.locales import languages, speech
from plantrack.mark import _
from plantrack.plan import Plan
from plantrack.report.teller import Teller
from plantrack.views.changed_words import KINDS as THINGS
from plantrack.views.labels import LABELS

KINDS: Mapping[str, str] = {
    **THINGS,
    "answer": _("answer"),
    "organisations": _("organisations"),
    "glossary": _("glossary"),
    "reading": _("note on the source"),
    "comment": _("comment in the file"),
}
"""What may be asked for, with what it is called. Of one inside another both are meant."""


class Found(NamedTuple):
    """A line with a hit, as it is shown."""

    file: str
    line: int
    kind: str
    id: str
    title: str
    """Of the thing; nothing where the line itself is the title."""
    field: str
    text: str
    spans: tuple[Span, ...]
    language: str


def kind_meant(text: str) -> str:
    """The kind that a person means: by its name, or by what it is called in any language; else nothing."""
    wanted = text.strip().casefold()
    if wanted in KINDS:
        return wanted
    called = {speech(language).say(word).casefold(): kind for language in languages() for kind, word in KINDS.items()}
    return called.get(wanted, "")


def within(plan: Plan, hits: Iterable[Hit], kinds: Collection[str], only: str) -> Iterator[Hit]:
    """The hits that are of one of the kinds, and in or about one thing; all where nothing is asked for."""
    for each in hits:
        if (not kinds or any(kind in kinds for kind in _kinds(each))) and (not only or only in _about(plan, each)):
            yield each


def _kinds(hit: Hit) -> Iterator[str]:
    yield from (kind for kind, _id in hit.things)
    if "readings" in hit.trail:
        yield "reading"
    if hit.trail == (COMMENT,):
        yield COMMENT


def _about(plan: Plan, line: Hit) -> Iterator[str]:
    """The things that a line is in or about, with the goals and themes that these belong to."""
    yield line.by
    for _kind, identifier in line.things:
        yield identifier
        goal = plan.goal_of.get(identifier, identifier)
        yield goal
        yield plan.theme_of.get(goal, "")


def shown(tell: Teller, line: Hit) -> Found:
    """A line with what it is about in words."""
    kind, identifier = line.things[-1]
    title = _title(tell, identifier)
    said = tell.said(title).text if title else ""
    field = _field(tell, line.trail)
    if line.language:
        field = f"{field} ({line.language})"
    own = said == line.text or line.trail in (("title",), ("name",))
    return Found(
        line.file, line.line, kind, identifier, "" if own else said, field, line.text, line.spans, line.language
    )


def _field(tell: Teller, trail: tuple[str, ...]) -> str:
    """The fields that lead to a line, by what a reader calls them."""
    words = [_lowered(tell.say(LABELS[each])) if each in LABELS else each for each in trail]
    return ", ".join(words)


def _lowered(word: str) -> str:
    return word[:1].lower() + word[1:]


def _title(tell: Teller, identifier: str) -> Text | None:
    """What a thing is called, of whatever kind it is."""
    plan = tell.plan
    if identifier in plan.organisations:
        return plan.organisations[identifier].name
    tables: tuple[Mapping[str, object], ...] = (
        plan.decisions, plan.events, plan.ballots, plan.agreements, plan.rounds, plan.mandate_items, plan.commitments,
    )  # fmt: skip
    for table in tables:
        if identifier in table:
            stated = table[identifier].__dict__
            return stated.get("title") or stated.get("text")
    if identifier in plan.terms:
        return plan.terms[identifier].means
    if identifier == plan.header.id:
        return plan.header.short_title or plan.header.title
    return tell.title(identifier)
