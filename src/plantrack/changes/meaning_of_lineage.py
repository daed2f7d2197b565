"""What it means that something ended, came later, or is said to come from something else."""

from __future__ import annotations

from plantrack.change import GOALPOST, SUBSTANCE, Change
from plantrack.changes.ends import Ends, given
from plantrack.changes.things import DEFINED

KIN = ("replaces", "replaced_by", "continues")
MEASURING = ("criterion", "indicator")


def meaning(ends: Ends) -> Change | None:
    """What it is called."""
    if ends.present.kind not in DEFINED:
        return None
    if ends.name == "ended":
        if not given(ends.before):
            return ends.change("ended", GOALPOST if ends.present.kind in MEASURING else SUBSTANCE)
        return ends.change("ending_changed" if given(ends.after) else "taken_up_again")
    if ends.name == "added":
        return ends.change("joining_changed")
    if ends.name in KIN:
        return ends.change("kin_changed")
    return None
