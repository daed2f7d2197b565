"""Holds a plan against an earlier state of it, so that the rules see what has changed and who decided it."""

from __future__ import annotations

import sys

from plantrack.changes.compare import compare
from plantrack.changes.decided import decided
from plantrack.commands.adoption import with_adopted
from plantrack.commands.options import Session
from plantrack.commands.sides import read_before, sides


def hold_against(session: Session, revision: str) -> None:
    """Lets the rules know what has changed since. Raises ``CannotRun`` where that cannot be seen."""
    facts = session.facts
    these = with_adopted(sides, revision, "", str(session.folder), facts.day)
    plans = read_before(these, facts)
    facts.against = decided(plans.before.plan, plans.after.plan, compare(plans.before.plan, plans.after.plan))
    for sentence, values in plans.partial:
        print(session.speech.say(sentence, **values), file=sys.stderr)
