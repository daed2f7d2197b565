"""What ``--rev`` shows is told on the first line: that it is what was known then, and of which day that is."""

from __future__ import annotations

from plantrack.commands.options import Session
from plantrack.mark import _
from plantrack.report.stamp import SHORT


def known_at(session: Session, rev: str) -> str:
    """The line that says so, with an empty one after it; nothing where the plan was read as it is now."""
    if not session.tree.revision:
        return ""
    from plantrack.store.revision import day_of

    name = session.tree.revision
    sentence = session.speech.say(
        _("As was known at {revision} (revision {name}, {day}). Files and lines are those of that revision."),
        revision=rev,
        name=name[:SHORT],
        day=day_of(session.folder, name),
    )
    return f"{sentence}\n\n"
