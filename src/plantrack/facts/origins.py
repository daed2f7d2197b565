"""Where a thing of the plan comes from: votes, meetings, decisions, mandates, commitments, and what was there before it.

Only what the files say counts: that a vote, a meeting or an event ``led_to`` it, that a decision brought it in, and what
it says itself that it answers, replaces or continues. A note on such a link (how certain it is) goes with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plantrack.facts.ballots import Counted, counted
from plantrack.facts.lineage import lines
from plantrack.finding import Key
from plantrack.kinds import Text
from plantrack.model.reading import Read, Reading
from plantrack.plan import Plan
from plantrack.record import Record


class Origin(NamedTuple):
    """One thing that something came from."""

    kind: str
    """What it is: a ballot, an event, a decision, a mandate item, a commitment, a thing of this or another plan."""
    id: str
    thing: str
    """What came of it: the thing that was asked for, a part of it, or what that belongs to."""
    said_in: tuple[str, str]
    """Kind and id of what says so."""
    keys: tuple[Key, ...]
    """Lead to where it is said in that."""
    readings: tuple[Reading, ...] = ()
    """Notes on the link."""
    option: Counted | None = None
    """Of a ballot."""
    text: Text | None = None
    """What part of it, by its own words: the point of a meeting."""


ORDER = ("ballot", "event", "decision", "mandate item", "commitment", "thing", "plan")


def origins(plan: Plan, thing: str) -> tuple[Origin, ...]:
    """What a thing came from, its parts, and what it belongs to: by kind, and in the order of the files."""
    wanted = _concerned(plan, thing)
    found = [*_votes(plan, wanted), *_events(plan, wanted), *_own_words(plan, wanted)]
    return tuple(sorted(found, key=lambda each: ORDER.index(each.kind)))


def of_whole_plan(plan: Plan, thing: str = "") -> tuple[Origin, ...]:
    """What the plan itself came from. For a thing that came in later nothing: the plan was adopted without it."""
    if thing in plan.came_in:
        return ()
    header, own = plan.header, plan.header.id or ""
    said = ("plan", "plan")
    found = []
    if header.adopted:
        found.append(Origin("decision", header.adopted, own, said, ("adopted",)))
        found += _answered(plan, header.adopted, own)
    if header.implements:
        found.append(Origin("agreement", header.implements, own, said, ("implements",)))
    found += [Origin("plan", each, own, said, ("continues", n)) for n, each in enumerate(header.continues)]
    return tuple(found)


def _concerned(plan: Plan, thing: str) -> frozenset[str]:
    """The thing, its parts, what it belongs to, and all that these replaced."""
    goal = plan.goal_of.get(thing, thing if thing in plan.goals else "")
    above = {goal, plan.theme_of.get(goal, "")} - {""}
    within = {thing}
    if thing in plan.themes:
        goals = {each for each, _record in plan.goals_in(thing)}
        within |= goals | {each for each, its in plan.goal_of.items() if its in goals}
    elif thing in plan.goals:
        within |= {each for each, its in plan.goal_of.items() if its == thing}
    elif thing in plan.activities:
        held = plan.held[thing]
        within |= {*plan.activities[thing].steps, *held.criteria, *held.indicators}
    return frozenset(above | _with_replaced(plan, within))


def _with_replaced(plan: Plan, things: Iterable[str]) -> set[str]:
    """Things, with what they replaced, and what that replaced."""
    replaced: dict[str, set[str]] = {}
    for each, line in lines(plan).items():
        replaced.setdefault(each, set()).update(line.record.replaces)
        for later in line.record.replaced_by:
            replaced.setdefault(later, set()).add(each)
    found: set[str] = set()
    waiting = [*things]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting += replaced.get(each, ())
    return found


def _votes(plan: Plan, wanted: frozenset[str]) -> Iterator[Origin]:
    for identifier, ballot in plan.ballots.items():
        for each in counted(ballot):
            for thing, keys in _led_to(plan, each.option, each.keys, wanted):
                notes = _notes(each.option)
                yield Origin("ballot", identifier, thing, ("ballot", identifier), keys, notes, each)


def _events(plan: Plan, wanted: frozenset[str]) -> Iterator[Origin]:
    for identifier, event in plan.events.items():
        said = ("event", identifier)
        for thing, keys in _led_to(plan, event, (), wanted):
            yield Origin("event", identifier, thing, said, keys, _notes(event))
        for number, point in enumerate(event.items):
            for thing, keys in _led_to(plan, point, ("items", number), wanted):
                yield Origin("event", identifier, thing, said, keys, _notes(point), text=point.title)


def _led_to(
    plan: Plan, record: Record, keys: tuple[Key, ...], wanted: frozenset[str]
) -> Iterator[tuple[str, tuple[Key, ...]]]:
    """The wanted things that a record says it led to, each with the keys that lead to where it says so."""
    for number, each in enumerate(record["led_to"]):
        thing = _own(plan, each)
        if thing in wanted:
            yield thing, (*keys, "led_to", number)


def _notes(record: Read) -> tuple[Reading, ...]:
    return tuple(each for each in record.readings if each.field == "led_to")


def _own_words(plan: Plan, wanted: frozenset[str]) -> Iterator[Origin]:
    """What things say themselves: what brought them in, what they answer, replace and continue."""
    for kind, thing, record in _records(plan):
        if thing not in wanted:
            continue
        said, stated = (kind, thing), record.__dict__
        added = stated.get("added")
        if added and added.decision:
            yield Origin("decision", added.decision, thing, said, ("added", "decision"))
            yield from _answered(plan, added.decision, thing)
        for field, of in (("mandate", "mandate item"), ("commitments", "commitment"), ("replaces", "thing")):
            for number, each in enumerate(stated.get(field, ())):
                yield Origin(of, _own(plan, each), thing, said, (field, number))
        for number, each in enumerate(stated.get("replaced_by", ())):
            later = _own(plan, each)
            if later in wanted and not _says_replaces(plan, later, thing):
                yield Origin("thing", thing, later, said, ("replaced_by", number))
        for number, each in enumerate(stated.get("continues", ())):
            yield Origin("plan", each, thing, said, ("continues", number))


def _says_replaces(plan: Plan, later: str, thing: str) -> bool:
    """Whether the later thing says itself what it replaces, so that it need not be told twice."""
    line = lines(plan).get(later)
    return bool(line) and thing in {_own(plan, each) for each in line.record.replaces}  # type: ignore[union-attr]


def _answered(plan: Plan, decision: str, thing: str) -> Iterator[Origin]:
    """The items of a mandate that a decision answers."""
    record = plan.decisions.get(decision)
    for number, each in enumerate(record.answers if record else ()):
        yield Origin("mandate item", each, thing, ("decision", decision), ("answers", number))


def _records(plan: Plan) -> Iterator[tuple[str, str, Record]]:
    """Everything that may say where it comes from, in the order of the plan."""
    tables = {
        "theme": plan.themes, "goal": plan.goals, "activity": plan.activities, "step": plan.steps,
        "criterion": plan.criteria, "indicator": plan.indicators,
    }  # fmt: skip
    for kind, table in tables.items():
        for each, record in table.items():
            yield kind, each, record


def _own(plan: Plan, text: str) -> str:
    """An id without the plan's own name before it."""
    return text.removeprefix(f"{plan.header.id}:")
