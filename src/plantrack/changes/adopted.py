"""What a plan promised when it was adopted, as a digest: known again after any squash, rebase or move of files.

The digest has two halves: what is promised, and in what words. A plan still promises what was adopted where the
first half is the same, once everything that decisions have changed since is taken back. So a mended typo is no
breach, and no history of git is needed to see one.
"""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from operator import itemgetter
from typing import NamedTuple

from plantrack.changes.promised import Promises, promises_of
from plantrack.changes.taking_back import Stuck, TakingBack
from plantrack.facts.told_changes import day_of
from plantrack.pattern import pattern
from plantrack.plan import Plan

FORM = pattern(r"[0-9a-f]{16}-[0-9a-f]{16}")


class Lock(NamedTuple):
    """The decision that a plan was last adopted by with a digest of what it promised."""

    decision: str
    day: date
    digest: str


def lock_of(plan: Plan) -> Lock | None:
    """What holds a plan to its promises; None where nothing does."""
    found = [
        Lock(identifier, day_of(plan, identifier), each.definitions)
        for identifier, each in plan.decisions.items()
        if each.definitions and FORM.fullmatch(each.definitions)
    ]
    return max(found, key=lambda lock: (lock.day, lock.decision), default=None)


def digest_of(plan: Plan) -> str:
    """The digest of all that a plan promises as it stands."""
    return _digest(promises_of(plan))


def promise_the_same(one: str, other: str) -> bool:
    """Whether two digests are of the same promises, in whichever words."""
    return one.partition("-")[0] == other.partition("-")[0]


def digest_as_adopted(plan: Plan, decision: str) -> str | None:
    """The digest of what a plan promised when a decision adopted it, with all that was decided later taken back.

    None where something of that cannot be taken back.
    """
    promises = promises_of(plan)
    taking = TakingBack(plan, decision, promises)
    taking.endings()
    stuck = tuple(taking.changes())
    return None if stuck else _digest(promises)


def stuck_changes(plan: Plan, decision: str) -> tuple[Stuck, ...]:
    """What decisions have changed since a plan was adopted and that cannot be taken back by what they say."""
    return tuple(TakingBack(plan, decision, {}).changes())


def _digest(promises: Promises) -> str:
    """The two halves: what is promised, and its words."""
    ordered = sorted(promises.items(), key=itemgetter(0))
    firm = [(key, each.firm) for key, each in ordered if each.firm not in ("", [])]
    words = [(key, each.words) for key, each in ordered if each.words not in ("", [])]
    return "-".join(sha256(ascii(each).encode()).hexdigest()[:16] for each in (firm, words))
