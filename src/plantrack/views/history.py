"""All that was ever said of a thing, the oldest first: by whom, when, what became of it, and when it came into git."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from plantrack.facts import Facts as PlanFacts
from plantrack.facts.answers import Said
from plantrack.facts.basis import Suspect, suspects
from plantrack.facts.judged import Moved, moved
from plantrack.finding import Where
from plantrack.mark import _
from plantrack.model.progress import Submission
from plantrack.model.words import SUBMISSION_ROLES
from plantrack.report.document import BREAK, Cell, Facts, Piece, Prose, Quiet, Section
from plantrack.report.doubt import marked
from plantrack.report.teller import Teller, joined
from plantrack.store.committed import NO_GIT, NO_REPOSITORY, SHALLOW, Committed, History
from plantrack.views.doubts import changes_in_words
from plantrack.views.told import Place, Telling

NOT_KNOWN = {
    NO_GIT: _("The days on which this was committed are not shown: git is not installed here."),
    NO_REPOSITORY: _("The days on which this was committed are not shown: git finds no repository here."),
    SHALLOW: _("This copy of the repository holds only its newest history, so some days in git are not known."),
}
ANSWERED = ("theme", "goal", "activity", "step", "criterion", "indicator")
"""Kinds of things that answers are about."""
KINDS = (*ANSWERED, "organisation", "submission")
"""Kinds of things with a history of answers."""


class Asked(NamedTuple):
    """What is to be told, and all that is needed for it."""

    facts: PlanFacts
    tell: Teller
    place: Place
    git: History

    def file(self, submission: str) -> str:
        """The file of a submission."""
        return self.facts.file_of.get(("submission", submission), "")


class Entry(NamedTuple):
    """One submission, with those of its answers that are asked about."""

    submission: str
    record: Submission
    said: tuple[Said, ...]


def submissions_of(facts: PlanFacts, kind: str, thing: str) -> tuple[str, ...]:
    """The submissions that the history of a thing tells of, the oldest first."""
    plan = facts.plan
    if kind == "submission":
        found = _chain(plan.submissions, thing)
    elif kind == "organisation":
        found = {i for i, each in plan.submissions.items() if each.by == thing}
        found |= {each.submission for each in facts.said if each.organisation == thing}
    else:
        found = {each.submission for each in facts.said if each.thing == thing}
        found |= {i for i, each in plan.submissions.items() if not found.isdisjoint(each.confirms)}
    dated = [(each.date, i) for i, each in plan.submissions.items() if i in found and each.date]
    return tuple(i for day, i in sorted(dated) if day <= facts.day)


def history_of(asked: Asked, kind: str, thing: str) -> Section:
    """Every answer about a thing, of an organisation, or that belongs with a submission."""
    tell, facts = asked.tell, asked.facts
    doubts = suspects(facts.plan, facts.day)
    lines: list[tuple[date, str, Cell]] = []
    said: dict[str, list[Said]] = {}
    for each in facts.said:
        if _is_asked_for(each, kind, thing):
            said.setdefault(each.submission, []).append(each)
    for identifier in submissions_of(facts, kind, thing):
        record = facts.plan.submissions[identifier]
        entry = Entry(identifier, record, tuple(said.get(identifier, ())))
        lines.append((record.date, identifier, joined(_told(asked, entry, doubts, kind), BREAK)))
    for change in moved(facts.plan).get(thing, ()) if lines and kind in ANSWERED else ():
        if change.day <= facts.day:
            lines.append((change.day, "", _changed(asked, change)))
    items = tuple(((day.isoformat(),), cell) for day, _identifier, cell in sorted(lines, key=lambda each: each[:2]))
    title = (tell.say(_("What has been said, the oldest first")),)
    if not items:
        return Section("history", title, (Prose((tell.say(_("Nothing has been said of it.")),)),))
    note = (Prose((tell.say(NOT_KNOWN[asked.git.unknown]),)),) if asked.git.unknown else ()
    return Section("history", title, (Facts(items), *note))


def _chain(submissions: Mapping[str, Submission], first: str) -> set[str]:
    """A submission with all that it replaces or confirms, or that replace or confirm it, near or far."""
    found = {first}
    while True:
        more = {other for i in found if i in submissions for other in _before(submissions[i])} & submissions.keys()
        more |= {i for i, each in submissions.items() if not found.isdisjoint(_before(each))}
        if more <= found:
            return found
        found |= more


def _before(submission: Submission) -> tuple[str, ...]:
    return (*submission.replaces, *submission.confirms)


def _is_asked_for(said: Said, kind: str, thing: str) -> bool:
    if kind == "submission":
        return True
    return (said.organisation if kind == "organisation" else said.thing) == thing


def _told(asked: Asked, entry: Entry, doubts: Mapping[str, Suspect], kind: str) -> Iterator[Cell]:
    """The lines of one submission: who, what, what became of it, and where and when it came."""
    tell, record = asked.tell, entry.record
    by: Cell = tell.on(record.date).party(record.by, short=True)
    if record.role and record.role != "own":
        by = (*by, " ", Quiet(f"({tell.word(SUBMISSION_ROLES, record.role)})"))
    answers = [_answer(asked, each, kind) for each in entry.said]
    if len(answers) == 1:
        yield (*by, ": ", *answers[0])
    else:
        yield by
        yield from answers
    if record.comment:
        yield (tell.said(record.comment),)
    yield from _fate(asked, entry, doubts)
    yield from _where(asked, entry)


def _answer(asked: Asked, said: Said, kind: str) -> Cell:
    """What was said, after what it is about where the history is of several things."""
    telling = Telling(asked.tell, asked.place)
    body = telling.value(said.answer, said.record.FIELDS["answers"].kind.kind)  # type: ignore[attr-defined]
    member: Cell = (*asked.tell.on(said.day).party(said.organisation, short=True), ": ") if said.member else ()
    about = f"{said.thing}: " if kind in ("organisation", "submission") else ""
    return (about, *member, *body) if about else (*member, *body)


def _fate(asked: Asked, entry: Entry, doubts: Mapping[str, Suspect]) -> Iterator[Cell]:
    """What a submission does to others, what others have done to it, and whether it is in doubt."""
    tell, submissions = asked.tell, asked.facts.plan.submissions
    heard = {i: each for i, each in submissions.items() if each.date and each.date <= asked.facts.day}
    things = {each.thing for each in entry.said}
    replacing = [i for i, each in heard.items() if entry.submission in each.replaces and things & each.answers.keys()]
    confirming = [i for i, each in heard.items() if entry.submission in each.confirms]
    sentences: Sequence[tuple[str, Iterable[str]]] = (
        (_("corrects {others}"), entry.record.replaces),
        (_("confirms {others}"), entry.record.confirms),
        (_("corrected by {others}"), replacing),
        (_("confirmed by {others}"), confirming),
    )
    for sentence, others in sentences:
        if others:
            yield (tell.say(sentence, others=tell.speech.list(others)),)
    if entry.record.from_:
        yield (Quiet(tell.say(_("by the form {file}"), file=entry.record.from_.file)),)
    doubt = doubts.get(entry.submission)
    changes = {each for thing in things for each in doubt.moved.get(thing, ())} if doubt else set()
    if changes:
        since = tell.say(_("since changed: {changes}"), changes=changes_in_words(tell, sorted(changes)))
        yield (*marked(tell, (), True)[1:], f"; {since}")


def _where(asked: Asked, entry: Entry) -> Iterator[Cell]:
    """The file, and the day it came into git beside the day it gives."""
    where = asked.facts.where("submission", entry.submission)
    if len(entry.said) == 1:
        where = asked.facts.where("submission", entry.submission, *entry.said[0].keys, part="key")
    yield (Quiet(asked.place(where)),)
    file = asked.file(entry.submission)
    if file in asked.git.days:
        yield (_in_git(asked.tell, entry.record.date, asked.git.days[file]),)
    elif not asked.git.unknown:
        yield (asked.tell.say(_("not committed yet")),)


def _in_git(tell: Teller, day: date, committed: Committed) -> Piece:
    """When a submission came into git, so that one dated back is seen."""
    days = (committed.added - day).days
    if days == 0:
        text = tell.say(_("in git the same day"))
    elif days > 0:
        one, many = _("in git {day}, {n} day later"), _("in git {day}, {n} days later")
        text = tell.speech.count(one, many, days, day=committed.added)
    else:
        one, many = _("in git {day}, {n} day before its own day"), _("in git {day}, {n} days before its own day")
        text = tell.speech.count(one, many, -days, day=committed.added)
    if committed.changed > committed.added:
        return text + "; " + tell.say(_("changed there {day}"), day=committed.changed)
    return text if days else Quiet(text)


def _changed(asked: Asked, change: Moved) -> Cell:
    """That a decision changed what answers about the thing judge."""
    tell, plan = asked.tell, asked.facts.plan
    decided = plan.decisions if change.kind == "decision" else plan.events
    told = decided[change.by].changes[change.thing][change.field]
    sentence = tell.say(_("{by} changed {change}"), by=change.by, change=changes_in_words(tell, (change,)))
    ends = [_end(tell, told[end] or "", told.unstated.get(end, "")) for end in ("from", "to")]
    where: Where = asked.facts.where(change.kind, change.by, "changes", change.thing, change.field, part="key")
    return (Quiet(sentence), *((f": {ends[0]} → {ends[1]}",) if any(ends) else ()), "  ", Quiet(asked.place(where)))


def _end(tell: Teller, written: str, absence: str) -> str:
    return tell.said(written).text if written else tell.absence(absence or "not_stated").text
