"""Which sides have approved a change: what the plan asks for, beside the reviews that GitHub knows.

GitHub's own list of code owners is content when one of several teams has approved. Here every side is asked for that
the changed files need. An approval holds while the plan's files are what they were when it was given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

COUNTED = ("APPROVED", "CHANGES_REQUESTED", "DISMISSED")
"""A comment takes no approval back."""


class Approval(NamedTuple):
    """Somebody's standing approval, and the commit that it was given on."""

    who: str
    commit: str


class Answer(NamedTuple):
    """How far a side has come: ``approved``, ``outdated``, ``waiting`` or ``unknown``."""

    side: str
    team: str
    state: str


def standing_approvals(reviews: Iterable[Any], author: str) -> tuple[Approval, ...]:
    """The approvals that nobody has taken back: each person's last word counts. Nobody approves a change of their own."""
    last: dict[str, Any] = {}
    for review in reviews:
        who = (review.get("user") or {}).get("login", "")
        if who and who != author and review.get("state") in COUNTED:
            last[who] = review
    approved = {who: each for who, each in last.items() if each["state"] == "APPROVED"}
    return tuple(Approval(who, str(each.get("commit_id") or "")) for who, each in approved.items())


def answers(
    sides: Iterable[str],
    teams: Mapping[str, str],
    approvals: Iterable[Approval],
    is_member: Callable[[str, str], bool | None],
    is_same: Callable[[str], bool],
) -> tuple[Answer, ...]:
    """How far each side has come. ``is_member`` answers None where the team cannot be seen."""
    approvals = tuple(approvals)
    return tuple(Answer(side, teams[side], _state(teams[side], approvals, is_member, is_same)) for side in sides)


def _state(
    team: str,
    approvals: tuple[Approval, ...],
    is_member: Callable[[str, str], bool | None],
    is_same: Callable[[str], bool],
) -> str:
    state = "waiting"
    for approval in approvals:
        member = is_member(team, approval.who)
        if member is None:
            return "unknown"
        if member and is_same(approval.commit):
            return "approved"
        if member:
            state = "outdated"
    return state
