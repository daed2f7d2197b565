"""PT914: a history that does not lead to what the plan says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from plantrack.facts import Facts
from plantrack.facts.changed_fields import Place, Thing, is_comparable, place_of, present, things_of
from plantrack.facts.told_changes import Told, in_order, told_changes, value_of
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


def check(facts: Facts) -> Iterator[Finding]:
    told = told_changes(facts.plan)
    if not told:
        return
    things = things_of(facts.plan)
    unknown: set[tuple[str, str]] = set()
    for (identifier, path), changes in told.items():
        thing = things.get(identifier)
        if thing is None:
            if (identifier, changes[0].by) not in unknown and not facts.may_be_unread(identifier):
                unknown.add((identifier, changes[0].by))
                yield not_defined(facts, identifier, changes[0], things)
            continue
        place = place_of(thing.record, path)
        if place is None:
            yield no_field(facts, identifier, path, changes[0], thing)
        elif is_comparable(place):
            changes = in_order(place, changes)
            yield from breaks(facts, identifier, path, place, changes)
            yield from stray_end(facts, identifier, path, thing, place, changes[-1])


def where_told(facts: Facts, told: Told, identifier: str) -> Where:
    """Where a change is told."""
    return facts.where(told.kind, told.by, "changes", identifier, told.path)


def not_defined(facts: Facts, identifier: str, told: Told, things: Mapping[str, Thing]) -> Finding:
    meant = nearest(identifier, things)
    here = where_told(facts, told, identifier)
    where = Where(here.file, here.keys[:-1], "key")
    return RULE.at(
        where, variant="meant" if meant else "unknown", suggestion=meant, id=identifier, by=told.by, meant=meant
    )


def no_field(facts: Facts, identifier: str, path: str, told: Told, thing: Thing) -> Finding:
    meant = nearest(path, thing.record.FIELDS)
    variant = "field_meant" if meant else "field"
    where = where_told(facts, told, identifier)._replace(part="key")
    return RULE.at(where, variant=variant, suggestion=meant, id=identifier, by=told.by, field=path, meant=meant)


def breaks(facts: Facts, identifier: str, path: str, place: Place, changes: list[Told]) -> Iterator[Finding]:
    """Where a change begins with something else than the one before it ended in."""
    if any(told.day is None for told in changes):
        return
    for earlier, later in pairwise(changes):
        ended, begins = value_of(place, earlier.change, "to"), value_of(place, later.change, "from")
        if ended is not None and begins is not None and ended != begins:
            yield RULE.at(
                where_told(facts, later, identifier).under("from"),
                variant="chain",
                related=(where_told(facts, earlier, identifier).under("to"),),
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
    where = where_told(facts, last, identifier).under("to")
    yield RULE.at(where, related=(here,), id=identifier, field=path, by=last.by, to=as_written(last.change, "to"))


def as_written(change: Change, end: str) -> str:
    """What the decision has, letter by letter."""
    return str(change[end] or change.unstated.get(end, ""))
