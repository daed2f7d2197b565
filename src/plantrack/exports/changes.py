"""What changed in a plan, as data for other tools. Values are as plain text; ``format`` is the version of this shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from plantrack import __version__
from plantrack.change import Absence, Change, Thing
from plantrack.changes.decided import Undone
from plantrack.dates import Point, When
from plantrack.finding import Finding
from plantrack.followup.assessed import Turned
from plantrack.followup.effect import Effect
from plantrack.record import Record

FORMAT_VERSION = 1


class Outcome(Protocol):
    """What the changes come to."""

    @property
    def effect(self) -> Effect: ...
    @property
    def assessed(self) -> Sequence[Turned]: ...
    @property
    def new(self) -> Sequence[Finding]: ...
    @property
    def gone(self) -> Sequence[Finding]: ...


def as_json(changes: Iterable[Change], undone: Iterable[Undone], outcome: Outcome, about: Mapping[str, object]) -> str:
    """The whole comparison."""
    import json

    told = list(changes)
    shape = {
        "format": FORMAT_VERSION,
        "tool": f"plantrack {__version__}",
        **about,
        "counts": _counts(told),
        "changes": [_change(each) for each in told],
        "not_carried_out": [each._asdict() for each in undone],
        "effect": {
            "things": [each._asdict() for each in outcome.effect.moved],
            "counts": [each._asdict() for each in outcome.effect.counted],
            "by_what_is_promised_alone": [each._asdict() for each in outcome.effect.redefined],
        },
        "assessed": [_assessed(each) for each in outcome.assessed],
        "findings": {
            "new": [_finding(each) for each in outcome.new],
            "gone": [_finding(each) for each in outcome.gone],
        },
    }
    return json.dumps(shape, ensure_ascii=False, indent=1) + "\n"


def _counts(changes: list[Change]) -> dict[str, int]:
    found: dict[str, int] = {}
    for each in changes:
        found[each.weight] = found.get(each.weight, 0) + 1
    return {**found, "without_decision": sum(each.lacking for each in changes)}


def _change(change: Change) -> dict[str, Any]:
    return {
        "sort": change.sort,
        "weight": change.weight,
        "kind": change.kind,
        "id": change.thing,
        "also": list(change.also),
        "field": change.path,
        "before": plain(change.before),
        "after": plain(change.after),
        "values": plain(change.values),
        "decisions": list(change.decisions),
        "lacking_decision": change.lacking,
    }


def _assessed(turned: Turned) -> dict[str, Any]:
    now = turned.after
    either = now or turned.before
    return {
        "id": either.thing if either else "",
        "by": either.given.organisation if either else "",
        "judgements": [{"axis": j.axis, "said": j.said, "own": j.own, "way": j.way} for j in now.judgements]
        if now
        else [],
    }


def _finding(finding: Finding) -> dict[str, str]:
    return {"code": finding.rule.code, "severity": finding.severity, "id": finding.about, "file": finding.where.file}


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    match value:
        case Thing():
            return {"in": value.home, **{name: plain(each) for name, each in value.said.items()}}
        case Absence(why):
            return {"absent": why}
        case When():
            return value.text or value.edtf
        case Point():
            return value.edtf
        case Record():
            said = {n: plain(value[n]) for n, a in value.ATTRIBUTES.items() if a in value.__dict__}
            return {**said, **{name: {"absent": why} for name, why in value.unstated.items()}}
        case Mapping():
            return {str(key): plain(each) for key, each in value.items()}
        case list() | tuple():
            return [plain(each) for each in value]
        case None | bool() | int() | str():
            return value
        case _:
            return str(value)
