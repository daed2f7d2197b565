"""What nobody can be asked about, in a plan that names nobody who keeps the follow-up together either.

No party, or only one that is still to be determined, is to answer for it. It goes on a form of its own, whose sender
is left to be filled in, so that it is not forgotten.
"""

from __future__ import annotations

from plantrack.followup.parties import Parties
from plantrack.followup.standing import Standings
from plantrack.followup.standings import stand
from plantrack.model.plan import FollowUp, Header
from plantrack.model.progress import Round
from plantrack.plan import Plan

NOBODY = ""
"""Whose form it is."""


def unasked(plan: Plan, standings: Standings) -> tuple[str, ...]:
    """The things of a round that can stand in nobody's form: what would be asked of a keeper, had the plan one."""
    if Parties(plan, standings.day).asked(plan.follow_up.responsible):
        return ()
    asked = {thing for things in standings.asked.values() for thing in things}
    left = stand(_with_keeper(plan, standings.round), standings.round).asked.get(NOBODY, ())
    return tuple(thing for thing in left if thing not in asked)


def _with_keeper(plan: Plan, round_id: str) -> Plan:
    """The same plan, as if nobody in particular kept the follow-up together, and a round did not say who is asked."""
    other = plan.without(())
    follow_up = FollowUp(**{**vars(plan.follow_up), "responsible": (NOBODY,)})
    other.header = Header(**{**vars(plan.header), "follow_up": follow_up})
    said = plan.rounds.get(round_id)
    if said is not None:
        others = {name: value for name, value in vars(said).items() if name != "asked"}
        other.rounds = {**plan.rounds, round_id: Round(**others)}
    return other
