"""Where each id is defined, also where it is defined twice: the plan itself keeps only the first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plantrack.facts import Facts, Source
from plantrack.finding import Key, Where
from plantrack.model.agreement import Agreement
from plantrack.model.decision import Decision
from plantrack.model.glossary import Glossary
from plantrack.model.goal import Goal
from plantrack.model.organisation import Organisations

THING = "thing"
"""What themes, goals, activities, steps, criteria and indicators share ids as: an answer says only the id."""


class Definition(NamedTuple):
    """One place where an id is defined."""

    among: str
    """The kind of thing that may not have the id twice."""
    id: str
    source: Source
    keys: tuple[Key, ...]

    @property
    def where(self) -> Where:
        return Where(self.source.file, self.keys, "key") if self.keys else Where(self.source.file, ("id",))


def definitions(facts: Facts) -> Iterator[Definition]:
    """Every definition in every file, in the order of the files."""
    for source in facts.sources:
        match source.record:
            case Organisations() as table:
                for each in table.organisations:
                    yield Definition("organisation", each, source, (each,))
            case Glossary() as words:
                for each in words.terms:
                    yield Definition("term", each, source, (each,))
            case Goal() as goal:
                yield Definition(THING, source.id, source, ())
                for each, keys in inside(goal):
                    yield Definition(THING, each, source, keys)
            case Agreement() as agreement:
                yield Definition("agreement", source.id, source, ())
                for each in agreement.commitments:
                    yield Definition("commitment", each, source, ("commitments", each))
            case Decision() as decision:
                yield Definition("decision", source.id, source, ())
                for each in decision.items:
                    yield Definition("mandate item", each, source, ("items", each))
            case _:
                yield Definition(THING if source.kind == "theme" else source.kind, source.id, source, ())


def inside(goal: Goal) -> Iterator[tuple[str, tuple[Key, ...]]]:
    """The ids that a goal's file defines, with the keys that lead to each."""
    for each, activity in goal.activities.items():
        yield each, ("activities", each)
        for step in activity.steps:
            yield step, ("activities", each, "steps", step)
    for block in ("criteria", "indicators"):
        for each in goal[block]:
            yield each, (block, each)


def defined_twice(facts: Facts) -> Iterator[tuple[Definition, Definition]]:
    """The later and the first definition of each id that has two. What a doubled file holds is not told again."""
    if not _any_twice(facts):
        return
    first: dict[tuple[str, str], Definition] = {}
    doubled: set[str] = set()
    for definition in definitions(facts):
        if definition.source.file in doubled and definition.keys:
            continue
        known = first.setdefault((definition.among, definition.id), definition)
        if known is not definition:
            if not definition.keys:
                doubled.add(definition.source.file)
            yield definition, known


def _any_twice(facts: Facts) -> bool:
    """Whether any id may be defined twice: a glance that the usual plan, which has none, is done with."""
    seen: set[str] = set()
    number = 0
    for source in facts.sources:
        match source.record:
            case Goal() as goal:
                tables = [goal.activities, goal.criteria, goal.indicators]
                tables += [activity.steps for activity in goal.activities.values() if activity.steps]
            case Organisations() as organisations:
                tables = [organisations.organisations]
            case Glossary() as glossary:
                tables = [glossary.terms]
            case Agreement() as agreement:
                tables = [agreement.commitments]
            case Decision() as decision:
                tables = [decision.items]
            case _:
                tables = []
        for table in tables:
            seen.update(table)
            number += len(table)
        seen.add(source.id)
        number += 1
    return len(seen) < number
