"""Whether answers still answer what the plan says: what each judged, as a digest, held against the plan of today.

A ``basis`` is two short digests, ``3f2a9c1e-e3b0c442``: the first of the wording that was judged, the second
of the decisions that had changed it by then. An answer is *suspect* when both have changed: the plan says
something else, and a decision that is not editorial is why. A mended typo changes the first only, and an
old decision that is told of later the second only, so that neither makes anything suspect.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from plantrack.dates import read_when
from plantrack.facts.answers import corrected, said, status_of
from plantrack.facts.judged import Moved, moved, wording
from plantrack.model.progress import Answer, Submission
from plantrack.pattern import pattern
from plantrack.plan import Plan

FORM = pattern(r"[0-9a-f]{8}-[0-9a-f]{8}")
OVER = ("completed", "cancelled", "withdrawn")
"""States that stand in later rounds too."""
MEASURES = frozenset(
    ("text", "kind", "unit", "numerator", "denominator", "scale", "categories", "questions", "running_total", "add_up")
)
"""What the value of an indicator is a value of. The rest of an indicator is what the value is held against."""
STATING = frozenset(("status", "fulfilment", "forecast", "value", "values", "numerator"))
"""The fields of an answer that say how it stands, and so take the place of what was said before."""

Moves = Mapping[str, tuple[Moved, ...]]


class Suspect(NamedTuple):
    """A submission that judged something else than the plan now says, because of decisions that it did not know of."""

    submission: str
    moved: Moves
    """Thing that it answers -> what has been changed of it since."""

    @property
    def things(self) -> tuple[str, ...]:
        """Which of its answers are in doubt."""
        return tuple(self.moved)

    @property
    def changes(self) -> tuple[Moved, ...]:
        """What has been changed since, the earliest first."""
        return tuple(sorted({each for changes in self.moved.values() for each in changes}))

    @property
    def decisions(self) -> tuple[str, ...]:
        """The decisions that changed it, the earliest first."""
        return tuple(dict.fromkeys(each.by for each in self.changes))


def basis_of(plan: Plan, thing: str) -> str:
    """What an answer about a thing judges today: a digest of the wording, and one of the decisions behind it."""
    return bases_of(plan, (thing,))[thing]


def bases_of(plan: Plan, things: Iterable[str]) -> Mapping[str, str]:
    """The basis of each of many things."""
    changes = moved(plan)
    return {each: f"{_digest(wording(plan, each))}-{_digest(_told(changes.get(each, ())))}" for each in things}


def combined(bases: Mapping[str, str]) -> str:
    """The basis of a submission that answers several things, from the basis of each."""
    parts = [(thing, *basis.partition("-")[::2]) for thing, basis in sorted(bases.items())]
    return f"{_digest([each[:2] for each in parts])}-{_digest([each[::2] for each in parts])}"


def is_basis(text: str) -> bool:
    """Whether a text can be held against today's wording."""
    return FORM.fullmatch(text) is not None


def suspects(plan: Plan, day: date | None = None) -> Mapping[str, Suspect]:
    """The submissions of which somebody should say whether they still hold, by what had been decided by a day.

    What has been corrected or answered anew needs nothing said, nor what was left behind with its round: there it
    stands as the plan was then. But what was completed, and what was measured, is carried into later rounds.
    """
    found = outdated(plan, day=day)
    if not found:
        return {}
    standing = _standing(plan)
    newest = max(_begun(plan))
    kept = {}
    for identifier, each in found.items():
        its = plan.submissions[identifier]
        past = _time_of(plan, its.round, its.date) < newest
        moves = {
            thing: changes
            for thing, changes in each.moved.items()
            if (identifier, thing) in standing and not (past and not _carried(plan, identifier, thing, changes))
        }
        if moves:
            kept[identifier] = Suspect(identifier, moves)
    return kept


def outdated(plan: Plan, heard: Collection[str] | None = None, day: date | None = None) -> Mapping[str, Suspect]:
    """Every submission that judged something else than what holds now, also where it no longer counts.

    Only the submissions ``heard`` are looked at, and only decisions that were taken by the ``day``. An answer of a
    round that closed before a decision judged what held then, and is not in doubt; unless it is carried on.
    """
    told = {i: s for i, s in plan.submissions.items() if s.date and (heard is None or i in heard)}
    if not any("basis" in each.__dict__ for each in told.values()):
        return {}
    changes = moved(plan)
    if not changes:
        return {}
    reader = _Reader(plan, told, changes)
    found = {}
    for identifier, submission in told.items():
        missed = [each for each in reader.missed(identifier) if day is None or each.day <= day]
        moves = {
            thing: since
            for thing in (submission.answers if missed else ())
            if (
                since := tuple(_still_open(plan, identifier, thing, [m for m in changes.get(thing, ()) if m in missed]))
            )
        }
        if moves:
            found[identifier] = Suspect(identifier, moves)
    return found


class _Reader:
    """Finds the changes that submissions did not know of. Each thing's wording is digested once."""

    def __init__(self, plan: Plan, told: Mapping[str, Submission], changes: Moves) -> None:
        self.plan = plan
        self.told = told
        self.changes = changes
        self.words: dict[str, str] = {}
        self.unchanged = _digest(_told(()))
        self.decided = {thing: _digest(_told(moves)) for thing, moves in changes.items()}
        self.confirming: dict[str, list[str]] = {}
        for identifier, submission in told.items():
            for confirmed in submission.confirms:
                self.confirming.setdefault(confirmed, []).append(identifier)

    def missed(self, identifier: str) -> list[Moved]:
        """The changes that neither a submission nor any that confirms it knew of, the earliest first."""
        if self.changes.keys().isdisjoint(self.told[identifier].answers):
            return []
        known = [self._unknown_to(each) for each in (identifier, *self._confirmers(identifier))]
        lists = [each for each in known if each is not None]
        if not lists:
            return []
        return [each for each in lists[0] if all(each in other for other in lists[1:])]

    def _confirmers(self, identifier: str) -> list[str]:
        """Those that confirm a submission, or confirm one that does."""
        found = list(self.confirming.get(identifier, ()))
        for each in found:
            found += [other for other in self.confirming.get(each, ()) if other not in found]
        return [each for each in found if each != identifier]

    def _judged(self, identifier: str) -> list[str]:
        """Everything that the basis of a submission is about: what it answers, and what those that it confirms do."""
        ids = [identifier]
        for each in ids:
            ids += [other for other in self.told[each].confirms if other in self.told and other not in ids]
        return sorted({thing for each in ids for thing in self.told[each].answers})

    def _unknown_to(self, identifier: str) -> list[Moved] | None:
        """The changes that a submission did not know of; None where that cannot be told.

        The second digest tells which it knew: as many of them, in the order of their days, as give that digest. Where
        none do, a decision has been put between, and the submission's own day is gone by.
        """
        submission, judged = self.told[identifier], self._judged(identifier)
        history = sorted({each for thing in judged for each in self.changes.get(thing, ())})
        if submission.basis is None or not is_basis(submission.basis):
            return [each for each in history if each.day > submission.date] if submission.confirms else None
        words, known = submission.basis.split("-")
        if known == self._known(judged) or words == self._words(judged):
            return []
        for number in range(len(history)):
            if known == self._known(judged, frozenset(history[:number])):
                return history[number:]
        return [each for each in history if each.day >= submission.date] or history

    def _words(self, judged: Iterable[str]) -> str:
        for thing in judged:
            if thing not in self.words:
                self.words[thing] = _digest(wording(self.plan, thing))
        return _digest([(thing, self.words[thing]) for thing in judged])

    def _known(self, judged: Iterable[str], only: Collection[Moved] | None = None) -> str:
        """The digest of who knew all the changes of some things, or of who knew only some of them."""
        decided = self.decided
        if only is not None:
            told = {t: [m for m in self.changes[t] if m in only] for t in judged if t in self.changes}
            decided = {thing: _digest(_told(moves)) for thing, moves in told.items() if moves}
        return _digest([(thing, decided.get(thing, self.unchanged)) for thing in judged])


def _still_open(plan: Plan, identifier: str, thing: str, changes: Iterable[Moved]) -> Iterator[Moved]:
    """The changes that came while the answer's round was open, and all where the answer is carried on from it."""
    its = plan.rounds.get(plan.submissions[identifier].round or "")
    for each in changes:
        over = its is not None and its.closed is not None and its.closed < each.day
        reopened = over and its is not None and any((r.until or date.max) >= each.day for r in its.reopened)
        if not over or reopened or _carried(plan, identifier, thing, (each,)):
            yield each


def _carried(plan: Plan, identifier: str, thing: str, changes: Iterable[Moved]) -> bool:
    """Whether an answer stands in later rounds too, and the changes matter there."""
    if thing in plan.indicators:
        return any(each.field.partition(".")[0] in MEASURES for each in changes)
    answer = plan.submissions[identifier].answers[thing]
    answers: list[Answer] = [answer, *answer.each.values()]
    return any(status_of(plan, each) in OVER for each in answers)


def _standing(plan: Plan) -> set[tuple[str, str]]:
    """The answers, as submission and thing, that are neither corrected nor answered anew by the same party."""
    last: dict[tuple[str, str, str], str] = {}
    for each in said(plan):
        if not STATING.isdisjoint(each.answer.__dict__):
            last[each.thing, each.organisation, each.record.role or "own"] = each.submission
    return {(submission, thing) for (thing, _party, _role), submission in last.items()} - corrected(plan)


def _begun(plan: Plan) -> Iterator[date]:
    """The times that rounds are about which have been opened or answered."""
    yield from (_time_of(plan, each.round, each.date) for each in plan.submissions.values())
    yield from (_time_of(plan, each, its.opened) for each, its in plan.rounds.items() if its.opened)


def _time_of(plan: Plan, round_id: str | None, day: date | None) -> date:
    """The last day that a round is about; another day where that cannot be told."""
    its = plan.rounds.get(round_id or "")
    try:
        when = its.period if its and its.period else read_when(round_id or "")
    except ValueError:
        when = None
    return plan.calendar.last(when.end) if when and when.end else day or date.min


def _told(changes: Iterable[Moved]) -> list[tuple[str, str, str]]:
    """Changes without what may be mended in them: which decision changed what."""
    return sorted({(each.by, each.thing, each.field) for each in changes})


def _digest(value: object) -> str:
    """A short digest of plain values: the same on any machine and with any Python."""
    from hashlib import sha256

    return sha256(ascii(value).encode()).hexdigest()[:8]
