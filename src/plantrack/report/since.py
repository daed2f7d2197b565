"""What has changed since the round before, activity by activity."""

from __future__ import annotations

from typing import NamedTuple

from plantrack.followup.standing import NO_REPORT, Standings


class Since(NamedTuple):
    """The activities that stand otherwise than a round ago."""

    completed: tuple[str, ...]
    started: tuple[str, ...]
    late: tuple[str, ...]
    ended: tuple[str, ...]
    silent: tuple[str, ...]
    """Reported a round ago, and not now."""
    unchanged: int
    otherwise: tuple[str, ...] = ()
    """Of another status than a round ago, in none of these ways."""
    new: tuple[str, ...] = ()
    """Not in the plan a round ago."""


STARTED = ("ongoing", "completed", "paused")
ENDED = ("cancelled", "withdrawn")


def since(now: Standings, before: Standings) -> Since:
    """Compares how each activity stands with how it stood."""
    completed, started, late, ended, silent, otherwise, new = [], [], [], [], [], [], []
    unchanged = 0
    for identifier, standing in now.activities.items():
        then = before.activities.get(identifier)
        if then is None:
            new.append(identifier)
            continue
        status, old = standing.status, then.status
        if status == "completed" != old:
            completed.append(identifier)
        elif old == "not_started" and status in STARTED:
            started.append(identifier)
        elif status in ENDED and old not in ENDED:
            ended.append(identifier)
        elif status == NO_REPORT != old:
            silent.append(identifier)
        elif status == old and standing.schedule == then.schedule:
            unchanged += 1
        elif status != old:
            otherwise.append(identifier)
        if standing.schedule == "late" != then.schedule:
            late.append(identifier)
    return Since(
        tuple(completed),
        tuple(started),
        tuple(late),
        tuple(ended),
        tuple(silent),
        unchanged,
        tuple(otherwise),
        tuple(new),
    )
