"""A goal's file as it goes on in the next plan: what continues, who now answers for it, and what is to be decided anew.

Nothing is made up. Times, targets and sums belong to the old plan and are ``to_be_determined`` in the new one; a
last measured value is proposed as the baseline, and a note beside it says that it is a proposal.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple

from plantrack.dates import read_when
from plantrack.facts.carried import Carried
from plantrack.kinds import LANGUAGE_CODE
from plantrack.model.goal import ROLES
from plantrack.store.block import Absent
from plantrack.store.raw import Raw, listed

DECIDE = Absent("to_be_determined")
PAST = ("replaces", "replaced_by", "added", "ended", "readings", "mandate", "continues")
"""Fields that tell of the old plan, and stay there."""
SUMS = ("amount", "lowest", "highest", "year", "bearers")
"""Fields of a cost that were decided for the old plan."""


class Proposal(NamedTuple):
    """A baseline that is proposed: the last value that was measured."""

    moment: str
    value: str
    note: Mapping[str, str]
    """Language -> where it comes from, and that it is to be decided."""


class Onward(NamedTuple):
    """What the files of goals are taken over by."""

    plan: str
    """The old plan's id."""
    carried: Carried
    open_steps: Collection[str]
    living: Callable[[str], tuple[str, ...]]
    """Who stands in a party's place on the first day of the new plan."""
    proposals: Mapping[str, Proposal]
    """Indicator -> the baseline that is proposed."""
    languages: tuple[str, ...]

    def before(self, *things: str) -> list[str]:
        """Where something comes from."""
        return [f"{self.plan}:{each}" for each in things]

    def parties(self, value: Any) -> list[str]:
        """Those who stand in the place of some parties, each once."""
        return list(dict.fromkeys(each for party in listed(value) for each in self.living(party)))


def next_theme(theme: Raw) -> Raw:
    """A theme's file."""
    return {name: value for name, value in theme.items() if name not in PAST}


def next_goal(goal: Raw, its: Onward) -> Raw:
    """A goal's file with what goes on in it."""
    found = with_roles(timeless(without(goal, PAST)), its)
    found["cost"] = costs(found.get("cost"))
    found["shared"] = [each for one in listed(goal.get("shared")) if (each := _shared(one, its))]
    activities = goal.get("activities") or {}
    found["activities"] = {
        its.carried.activities[i]: _activity(i, each, its)
        for i, each in activities.items()
        if i in its.carried.activities
    }
    found["criteria"] = {i: new for i, each in _table(goal, "criteria") if (new := _criterion(i, each, its))}
    found["indicators"] = {
        i: new for i, each in _table(goal, "indicators") if (new := _indicator(i, each, its, found["criteria"]))
    }
    found["continues"] = its.before(str(goal.get("id", "")))
    return _filled(found)


def _activity(identifier: str, activity: Any, its: Onward) -> Raw:
    given = as_block(activity, "title", its.languages)
    titles = its.carried.titles.get(identifier)
    found = with_roles(timeless(without(given, PAST)), its)
    if titles:
        found["title"] = next(iter(titles.values())) if len(its.languages) < 2 else dict(titles)
    found["aimed_at"] = its.parties(found.get("aimed_at"))
    found["cost"] = costs(found.get("cost"))
    new = its.carried.activities[identifier]
    steps = found.get("steps") or {}
    found["steps"] = {
        _renamed(i, identifier, new): _step(each, its) for i, each in steps.items() if i in its.open_steps
    }
    found["continues"] = its.before(identifier, *its.carried.merged.get(identifier, ()))
    return _filled(found)


def _step(step: Any, its: Onward) -> Any:
    if not isinstance(step, dict) or _is_translated(step):
        return step
    return _filled(with_roles(timeless(without(step, PAST)), its))


def _shared(shared: Raw, its: Onward) -> Raw:
    """What is said for several, for those that go on; nothing where none of them does."""
    kept = _kept(shared, its)
    if not kept:
        return {}
    found = with_roles(timeless(without(shared, PAST)), its)
    return _filled({**found, "for": kept, "cost": costs(found.get("cost"))})


def _criterion(identifier: str, criterion: Any, its: Onward) -> Raw:
    given = as_block(criterion, "text", its.languages)
    if _is_over(given, its):
        return {}
    found = with_roles(timeless(without(given, PAST)), its)
    return _filled({**found, "for": _kept(given, its), "continues": its.before(identifier)})


def _indicator(identifier: str, indicator: Raw, its: Onward, criteria: Collection[str]) -> Raw:
    if _is_over(indicator, its):
        return {}
    found = with_roles(timeless(without(indicator, PAST)), its)
    found["for"] = _kept(indicator, its)
    found["criterion"] = [each for each in listed(indicator.get("criterion")) if each in criteria]
    proposal = its.proposals.get(identifier)
    if proposal:
        found["baseline"] = {proposal.moment: proposal.value}
        found["readings"] = [_note(proposal, its)]
    elif "baseline" in found:
        found["baseline"] = DECIDE
    for name in ("targets", "target"):
        if name in found:
            found[name] = DECIDE
    found["continues"] = its.before(identifier)
    return _filled(found)


def _note(proposal: Proposal, its: Onward) -> Raw:
    """That a baseline is a proposal, beside it, where a person and the tool both see it."""
    texts = [proposal.note[each] for each in its.languages]
    source = texts[0] if len(texts) == 1 else dict(proposal.note)
    return {"field": "baseline", "kind": "other_source", "source": source, "certainty": "low"}


def _is_over(record: Raw, its: Onward) -> bool:
    """Whether a measure does not go on: it has ended, or it is only about what does not."""
    return "ended" in record or bool(listed(record.get("for")) and not _kept(record, its))


def _kept(record: Raw, its: Onward) -> list[str]:
    """Of what something is said for, that which goes on, by its ids in the new plan; what is merged as what it is in."""
    into = {each: owner for owner, some in its.carried.merged.items() for each in some}
    wanted = (into.get(each, each) for each in listed(record.get("for")))
    return list(dict.fromkeys(its.carried.activities[each] for each in wanted if each in its.carried.activities))


def _table(goal: Raw, name: str) -> list[tuple[str, Any]]:
    return list((goal.get(name) or {}).items())


def timeless(record: Raw) -> Raw:
    """A record whose times are to be decided anew; what goes on all the time goes on."""
    found = {}
    for name, value in record.items():
        if name not in ("when", "due") or isinstance(value, Absent):
            found[name] = value
            continue
        when = read_when(value) if _is_time(value) else None
        if when and when.continuous and not when.start and not when.end:
            found[name] = value
            continue
        found[name] = DECIDE
        if when and when.continuous:
            found["continuous"] = "yes"
    return found


def _is_time(value: Any) -> bool:
    try:
        read_when(value)
    except (ValueError, TypeError):
        return False
    return True


def with_roles(record: Raw, its: Onward) -> Raw:
    """A record with those who stand in its parties' places. One who led and was divided leaves nobody to lead."""
    found = dict(record)
    for role in ROLES:
        if role in record and not isinstance(record[role], Absent):
            found[role] = its.parties(record[role])
    if len(found.get("lead", ())) > 1 and len(listed(record.get("lead"))) == 1:
        led = found.pop("lead")
        found["responsible"] = list(dict.fromkeys([*led, *listed(found.get("responsible"))]))
    return found


def costs(value: Any) -> Any:
    """What kind of cost it is. How much is to be decided anew."""
    if value is None or isinstance(value, Absent):
        return value
    kept = [_cost(each) for each in listed(value)]
    told = [each for each in kept if each is not DECIDE]
    told += [DECIDE] if len(told) < len(kept) else []
    return told if len(told) > 1 else told[0]


def _cost(cost: Any) -> Any:
    if not isinstance(cost, dict):
        return DECIDE if cost in ("amount", "range") else cost
    if any(name in cost for name in SUMS) or cost.get("kind") in ("amount", "range"):
        return DECIDE
    return without(cost, PAST)


def without(record: Raw, names: Collection[str]) -> Raw:
    """A record without some fields."""
    return {name: value for name, value in record.items() if name not in names}


def as_block(value: Any, shorthand: str, languages: tuple[str, ...]) -> Raw:
    """A record that may be written as a bare text, as a block."""
    if isinstance(value, dict) and not (languages and _is_translated(value)):
        return value
    return {shorthand: value}


def _is_translated(value: Raw) -> bool:
    return bool(value) and all(LANGUAGE_CODE.fullmatch(each) and len(each) < 6 for each in value) and "for" not in value


def _renamed(step: str, old: str, new: str) -> str:
    return new + step.removeprefix(old) if step.startswith(f"{old}.") else step


def _filled(record: Raw) -> Raw:
    """A record without what is empty."""
    return {name: value for name, value in record.items() if value not in ("", [], {}, None)}
