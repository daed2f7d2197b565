"""PT914: a history that does not lead to what the plan says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from plantrack.dates import Point
from plantrack.facts import Facts
from plantrack.facts.changed_fields import Place, Thing, is_comparable, place_of, present, read, things_of
from plantrack.finding import ERROR, Example, Finding, Rule, Where
from plantrack.mark import _
from plantrack.model.decision import Change
from plantrack.nearest import nearest

RULE = Rule(
    code="PT914",
    name="history-mismatch",
    severity=ERROR,
    title=_("A history that does not lead to what the plan says"),
    why=_(
        "What was changed is told once, in the decision that changed it. If the last change does not end in what the "
        "plan says now, something that was promised has been moved without a decision, or the decision was never "
        "carried out in the plan."
    ),
    sentence=_("{by} changes {field} of {id} to “{to}”, and the plan now says something else."),
    advice=_("Write in the plan what was decided, or add the later decision that changed it again."),
    variants={
        "chain": (
            _("{by} changes {field} of {id} from “{written}”, and {earlier} had changed it to “{to}”."),
            _("See which of the two is right. There may be a decision between them that is missing here."),
        ),
        "unknown": (
            _("{by} changes {id}, and nothing with that id is defined."),
            _("Write the id of something that exists. What has ended keeps its definition and its id."),
        ),
        "meant": (
            _("{by} changes {id}, and nothing with that id is defined."),
            _("Did you mean “{meant}”?"),
        ),
        "field": (
            _("{by} changes {field} of {id}, and there is no such field there."),
            _(
                "Write the name of the field as it stands in the file. One of several values is written with a dot: targets.2016."
            ),
        ),
        "field_meant": (
            _("{by} changes {field} of {id}, and there is no such field there."),
            _("Did you mean “{meant}”?"),
        ),
    },
    bad=Example(
        """\
# decisions/2015-04-22-ks.yaml
date: 2015-04-22
body: ks
kind: move_deadline
title: Tiden för frågorna till besökarna
changes:
  1.1.2:
    when:
      from: 2015
      to: hösten 2016
"""
    ),
    good=Example(
        """\
# decisions/2015-04-22-ks.yaml
date: 2015-04-22
body: ks
kind: move_deadline
title: Tiden för frågorna till besökarna
changes:
  1.1.2:
    when:
      from: 2015
      to: 2016
"""
    ),
)


class Told(NamedTuple):
    """One change of one field, as a decision or an event tells it."""

    by: str
    day: date | None
    change: Change
    where: Where


History = Mapping[tuple[str, str], list[Told]]


def check(facts: Facts) -> Iterator[Finding]:
    told = history(facts)
    if not told:
        return
    things = things_of(facts.plan)
    unknown: set[tuple[str, str]] = set()
    for (identifier, path), changes in told.items():
        thing = things.get(identifier)
        if thing is None:
            if (identifier, changes[0].by) not in unknown and not facts.may_be_unread(identifier):
                unknown.add((identifier, changes[0].by))
                yield not_defined(identifier, changes[0], things)
            continue
        place = place_of(thing.record, path)
        if place is None:
            yield no_field(identifier, path, changes[0], thing)
        elif is_comparable(place):
            changes = in_order(place, changes)
            yield from breaks(identifier, path, place, changes)
            yield from stray_end(facts, identifier, path, thing, place, changes[-1])


def history(facts: Facts) -> dict[tuple[str, str], list[Told]]:
    """Every change that is told, by thing and field."""
    plan = facts.plan
    found: dict[tuple[str, str], list[Told]] = {}
    first = plan.calendar.first
    sources: list[tuple[str, str, Mapping[str, Mapping[str, Change]], Point | None]] = []
    sources += [("decision", i, each.changes, each.date) for i, each in plan.decisions.items()]
    sources += [("event", i, each.changes, each.date.start if each.date else None) for i, each in plan.events.items()]
    for kind, by, changes, point in sources:
        for identifier, fields in changes.items():
            for path, change in fields.items():
                where = facts.where(kind, by, "changes", identifier, path)
                told = Told(by, first(point) if point else None, change, where)
                found.setdefault((identifier, path), []).append(told)
    return found


def not_defined(identifier: str, told: Told, things: Mapping[str, Thing]) -> Finding:
    meant = nearest(identifier, things)
    where = Where(told.where.file, told.where.keys[:-1], "key")
    return RULE.at(
        where, variant="meant" if meant else "unknown", suggestion=meant, id=identifier, by=told.by, meant=meant
    )


def no_field(identifier: str, path: str, told: Told, thing: Thing) -> Finding:
    meant = nearest(path, thing.record.FIELDS)
    variant = "field_meant" if meant else "field"
    where = told.where._replace(part="key")
    return RULE.at(where, variant=variant, suggestion=meant, id=identifier, by=told.by, field=path, meant=meant)


def in_order(place: Place, changes: list[Told]) -> list[Told]:
    """The changes from the first to the last. Of two on one day, the one that begins where the other ends is later."""
    ordered = sorted(changes, key=lambda told: (told.day or date.min, told.by))
    for number in range(len(ordered) - 1):
        one, other = ordered[number : number + 2]
        if one.day == other.day and follows(place, other, one) and not follows(place, one, other):
            ordered[number : number + 2] = [other, one]
    return ordered


def follows(place: Place, earlier: Told, later: Told) -> bool:
    """Whether a change begins with what another one ended in."""
    return value_of(place, earlier.change, "to") == value_of(place, later.change, "from")


def value_of(place: Place, change: Change, end: str) -> object:
    """What a change says that the value was, or became; None where it does not say."""
    if not change.states(end):
        return None
    return read(place, change[end] or "", change.unstated.get(end, ""))


def breaks(identifier: str, path: str, place: Place, changes: list[Told]) -> Iterator[Finding]:
    """Where a change begins with something else than the one before it ended in."""
    if any(told.day is None for told in changes):
        return
    for earlier, later in pairwise(changes):
        ended, begins = value_of(place, earlier.change, "to"), value_of(place, later.change, "from")
        if ended is not None and begins is not None and ended != begins:
            yield RULE.at(
                later.where.under("from"),
                variant="chain",
                related=(earlier.where.under("to"),),
                id=identifier,
                field=path,
                by=later.by,
                earlier=earlier.by,
                written=as_written(later.change, "from"),
                to=as_written(earlier.change, "to"),
            )


def stray_end(facts: Facts, identifier: str, path: str, thing: Thing, place: Place, last: Told) -> Iterator[Finding]:
    """Where the last change does not end in what the plan says."""
    ends = value_of(place, last.change, "to")
    held = facts.plan.held.get(identifier) if thing.kind == "activity" else None
    if ends is None or ends in present(thing, place, held):
        return
    here = facts.where(thing.kind, identifier, *place.keys)
    if any(fault.where.file == here.file and fault.where.keys == here.keys for fault in facts.faults.get("choice", ())):
        return
    yield RULE.at(
        last.where.under("to"), related=(here,), id=identifier, field=path, by=last.by, to=as_written(last.change, "to")
    )


def as_written(change: Change, end: str) -> str:
    """What the decision has, letter by letter."""
    return str(change[end] or change.unstated.get(end, ""))
