"""Whose answers count where several have answered, as far as the checks go into it. Knows nothing of rounds and days."""

from __future__ import annotations

from plantrack.facts.answers import Said
from plantrack.facts.parties import Parties
from plantrack.plan import Plan


def those_who_speak(plan: Plan, parties: Parties, thing: str, answers: list[tuple[Said, str]]) -> dict[str, str]:
    """Organisation -> the state it gives, of those whose answers count; nobody where an assessor has settled it."""
    if any(each.record.role == "assessor" for each, _state in answers):
        return {}
    own = {each.organisation: state for each, state in answers if each.record.role in (None, "own")}
    for tier in speakers_of(plan, thing):
        speaking = {
            party: state for party, state in own.items() if any(parties.stands_for(party, each) for each in tier)
        }
        if speaking:
            return speaking
    return own


def speakers_of(plan: Plan, thing: str) -> tuple[tuple[str, ...], ...]:
    """Those with the last word on a thing: its leads, and those responsible for its follow-up."""
    held = plan.held.get(thing) or plan.held.get(thing.rpartition(".")[0])
    if held:
        return held.roles.get("lead", ()), held.roles.get("follow_up", ())
    record = plan.criteria.get(thing) or plan.goals.get(thing)
    return (record.follow_up,) if record else ()
