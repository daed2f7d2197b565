"""What a plan says of other plans: ids of theirs, as ``nordvik-2014:1.1.2``, and which plans it names at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plantrack.facts import Facts
from plantrack.facts.references import references
from plantrack.finding import Key, Where
from plantrack.kinds import is_id
from plantrack.model.goal import Lineage
from plantrack.plan import Plan


class Abroad(NamedTuple):
    """An id of something in another plan, and where it stands."""

    text: str
    where: Where
    thing: str
    """Whose field it stands in."""
    field: str

    @property
    def plan(self) -> str:
        """The other plan."""
        return self.text.partition(":")[0]

    @property
    def inner(self) -> str:
        """The id in it."""
        return self.text.partition(":")[2]


def abroad(facts: Facts) -> Iterator[Abroad]:
    """Everything that the plan's files say of something in another plan."""
    own = f"{facts.plan.header.id}:"
    found = (*_referred(facts), *_continued(facts), *_about(facts))
    return (each for each in found if not each.text.startswith(own) and is_id(each.text) and ":" in each.text)


def plans_named(facts: Facts) -> tuple[str, ...]:
    """The other plans that a plan names, each once: those before and after it, and those it refers to."""
    header = facts.plan.header
    named = (*header.continues, *header.continued_by, *(each.plan for each in abroad(facts)))
    return tuple(dict.fromkeys(each for each in named if each != header.id))


def came_of(plan: Plan, earlier: str) -> Mapping[str, tuple[str, ...]]:
    """Thing of an earlier plan -> what continues it in this one."""
    found: dict[str, list[str]] = {}
    for table in _with_a_past(plan).values():
        for each, record in table.items():
            for text in record.continues:
                before, _colon, thing = text.partition(":")
                if before == earlier and thing:
                    found.setdefault(thing, []).append(each)
    return {thing: tuple(its) for thing, its in found.items()}


def _with_a_past(plan: Plan) -> Mapping[str, Mapping[str, Lineage]]:
    return {
        "goal": plan.goals,
        "activity": plan.activities,
        "step": plan.steps,
        "criterion": plan.criteria,
        "indicator": plan.indicators,
    }


def _referred(facts: Facts) -> Iterator[Abroad]:
    for each in references(facts):
        if ":" in each.text:
            yield Abroad(each.text, each.where, each.thing, each.field)


def _continued(facts: Facts) -> Iterator[Abroad]:
    for kind, table in _with_a_past(facts.plan).items():
        for each, record in table.items():
            for number, text in enumerate(record.__dict__.get("continues", ())):
                yield Abroad(text, facts.where(kind, each, "continues", number), each, "continues")


def _about(facts: Facts) -> Iterator[Abroad]:
    for kind, each, keys, said in _saying(facts.plan):
        for number, text in enumerate(said):
            yield Abroad(text, facts.where(kind, each, *keys, "about", number), each, "about")


def _saying(plan: Plan) -> Iterator[tuple[str, str, tuple[Key, ...], Sequence[str]]]:
    for each, decision in plan.decisions.items():
        yield "decision", each, (), decision.about
    for each, event in plan.events.items():
        yield "event", each, (), event.about
        for number, point in enumerate(event.items):
            yield "event", each, ("items", number), point.about
