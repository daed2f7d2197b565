"""Where a thing comes from, for a reader: the votes, meetings, decisions and promises behind it; and what came of a vote."""

from __future__ import annotations

from collections.abc import Iterable

from plantrack.dates import When
from plantrack.facts import Facts as PlanFacts
from plantrack.facts.origins import Origin, of_whole_plan, origins
from plantrack.mark import _
from plantrack.report.document import BREAK, Block, Bullets, Cell, Facts, Piece, Quiet
from plantrack.report.teller import Teller, joined, lines
from plantrack.views.ballots import in_units, noted, outcome
from plantrack.views.told import Place

WORDS = {
    "ballot": _("Vote"),
    "event": _("Event"),
    "decision": _("Decision"),
    "mandate item": _("Mandate item"),
    "commitment": _("Commitment"),
    "thing": _("Replaces"),
    "plan": _("Continues"),
    "agreement": _("Agreement"),
}
PARTS_OF_A_PLAN = ("theme", "goal", "activity", "step", "criterion", "indicator")


def came_from(facts: PlanFacts, tell: Teller, place: Place, kind: str, thing: str) -> list[Block]:
    """What a thing of the plan came from, and what the whole plan came from; nothing for what is no part of it."""
    if kind == "plan":
        return _blocks(_told(facts, tell, place, thing, of_whole_plan(facts.plan)))
    if kind not in PARTS_OF_A_PLAN:
        return []
    own = _told(facts, tell, place, thing, origins(facts.plan, thing))
    whole = of_whole_plan(facts.plan, thing)
    if not whole:
        return _blocks(own)
    said = [(Quiet(f"{tell.say(WORDS[each.kind])}: "), *_named(tell, each)) for each in whole]
    return _blocks([*own, ((tell.say(_("The whole plan")),), lines(said))])


def came_of_it(facts: PlanFacts, tell: Teller, place: Place, kind: str, thing: str) -> list[Block]:
    """What came of a vote, or which votes were held at an event."""
    plan = facts.plan
    if kind == "ballot":
        return [*outcome(tell, plan.ballots[thing])]
    held = [each for each, ballot in plan.ballots.items() if kind == "event" and ballot.event == thing]
    if not held:
        return []
    said = [(*_titled(each, tell.said(plan.ballots[each].title)), "  ", _where(facts, place, each)) for each in held]
    return [Bullets(tuple(said))]


def _where(facts: PlanFacts, place: Place, ballot: str) -> Quiet:
    return Quiet(place(facts.where("ballot", ballot)))


def _blocks(items: list[tuple[Cell, Cell]]) -> list[Block]:
    return [Facts(tuple(items))] if items else []


def _told(facts: PlanFacts, tell: Teller, place: Place, thing: str, found: Iterable[Origin]) -> list[tuple[Cell, Cell]]:
    """The origins under what they are: each once, with the parts that it led to, and with where it is said first."""
    same: dict[tuple[object, ...], list[Origin]] = {}
    for each in found:
        same.setdefault((each.kind, each.id, str(each.text), each.option and each.option.keys), []).append(each)
    by_kind: dict[str, list[Cell]] = {}
    for alike in same.values():
        first = alike[0]
        said: list[Cell] = [_named(tell, first)]
        parts = list(dict.fromkeys(each.thing for each in alike))
        if parts not in ([thing], [facts.plan.header.id]):
            said.append((Quiet(tell.say(_("for {id}"), id=tell.speech.list(parts))),))
        said += [noted(tell, note) for note in first.readings]
        said.append((Quiet(place(facts.where(*first.said_in, *first.keys))),))
        by_kind.setdefault(first.kind, []).append(lines(said))
    return [((tell.say(WORDS[kind]),), joined(cells, BREAK)) for kind, cells in by_kind.items()]


def _named(tell: Teller, origin: Origin) -> Cell:
    """What something came from, by its id and its own words."""
    plan = tell.plan
    match origin.kind:
        case "ballot":
            return _vote(tell, origin)
        case "event":
            event = plan.events[origin.id]
            said = _titled(origin.id, tell.said(event.title), *_on(tell, event.date))
            return (*said, BREAK, tell.said(origin.text)) if origin.text else said
        case "decision" if origin.id in plan.decisions:
            return _titled(origin.id, tell.said(plan.decisions[origin.id].title), ", ", *tell.decision(origin.id))
        case "mandate item" if origin.id in plan.mandate_items:
            return _titled(origin.id, tell.said(plan.mandate_items[origin.id].text))
        case "commitment" if origin.id in plan.commitments:
            return _titled(origin.id, tell.said(plan.commitments[origin.id].text))
        case "agreement" if origin.id in plan.agreements:
            return _titled(origin.id, tell.said(plan.agreements[origin.id].title))
        case _:
            return tell.thing(origin.id)


def _vote(tell: Teller, origin: Origin) -> Cell:
    """An option of a vote: how many voted for it, its rank, and its words."""
    ballot, option = tell.plan.ballots[origin.id], origin.option
    said = _titled(origin.id, tell.said(ballot.title), *_on(tell, ballot.date))
    if option is None:
        return said
    ranked = in_units(tell, ballot, option)
    if option.rank:
        whole = sum(len(area.options) for area in ballot.areas) + len(ballot.options)
        place = _("shared rank {n} of {whole}") if option.tied else _("rank {n} of {whole}")
        ranked = (*ranked, ", ", tell.say(place, n=option.rank, whole=whole))
    return (*said, BREAK, tell.said(option.option.text), ": ", *ranked)


def _titled(identifier: str, *said: Piece) -> Cell:
    return (f"{identifier} ", *said)


def _on(tell: Teller, when: When | None) -> Cell:
    return (", ", tell.when(when)) if when else ()
