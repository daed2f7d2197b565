"""What it means that a measure changed: a target lower or higher, another baseline, another thing that is counted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from plantrack.change import GOALPOST, SUBSTANCE, WORDING, Change, Thing, Value
from plantrack.changes.ends import Ends, given
from plantrack.changes.promised import JUDGED_BY, firm_path
from plantrack.dates import Impossible, Unreadable, read_point
from plantrack.model.plan import Silence, StatusWord
from plantrack.plan import Plan

COUNTED = (
    "unit", "kind", "scale", "categories", "questions", "running_total", "add_up", "criterion", "for",
)  # fmt: skip
"""What the value of a measure is a value of."""
LOCK_RULES = "PT94"
"""How the codes of the rules begin that hold a plan to what was promised."""


def meaning(ends: Ends) -> Change | None:
    """What a changed measure is called."""
    if ends.present.kind == "plan":
        return _convention(ends)
    if ends.present.kind != "indicator":
        return None
    match ends.name:
        case "targets":
            return _target(ends)
        case "target":
            return ends.change("target_changed" if given(ends.after) else "target_dropped", GOALPOST)
        case "baseline":
            return ends.change("baseline_changed" if given(ends.before) else "baseline_set", _if_before(ends))
        case "direction":
            return ends.change("direction_changed", _if_before(ends))
        case "tolerance":
            wider = given(ends.after) and ends.after > (ends.before if given(ends.before) else 0)
            return ends.change("tolerance_wider" if wider else "tolerance_changed", GOALPOST if wider else SUBSTANCE)
        case "unit":
            return ends.change("unit_changed", _if_before(ends))
        case name if name in COUNTED:
            return ends.change("measure_changed", _if_before(ends) if name not in ("criterion", "for") else SUBSTANCE)
    return None


def _if_before(ends: Ends) -> str:
    """What was said before and is another now moves a goalpost; what was not said until now does not."""
    return GOALPOST if given(ends.before) else SUBSTANCE


def _target(ends: Ends) -> Change:
    """A target on a day. One that is gone may stand on another day instead."""
    if given(ends.before) and given(ends.after):
        change = ends.after - ends.before
        match _better(ends.present):
            case "up":
                lower = change < 0
            case "down":
                lower = change > 0
            case _:
                return ends.change("target_changed", GOALPOST)
        return ends.change("target_lowered" if lower else "target_raised", GOALPOST if lower else SUBSTANCE)
    if given(ends.after):
        elsewhere = _same_value(ends.present, ends.past, ends.path, ends.after)
        if elsewhere and firm_path(elsewhere) == firm_path(ends.path):
            return ends.change("written_otherwise", WORDING)
        return ends.change("target_day_new" if elsewhere else "target_set", values={"other": elsewhere})
    elsewhere = _same_value(ends.past, ends.present, ends.path, ends.before)
    if elsewhere and firm_path(elsewhere) == firm_path(ends.path):
        return ends.change("written_otherwise", WORDING)
    if elsewhere and _day(ends.new, elsewhere) < _day(ends.old, ends.path):
        return ends.change("target_earlier", SUBSTANCE, {"other": elsewhere})
    return ends.change("target_later" if elsewhere else "target_dropped", GOALPOST, {"other": elsewhere})


def _same_value(own: Thing, other: Thing, path: str, value: object) -> str:
    """Another day on which the other state has the same target, where neither day has one in both."""
    for name, each in other.said.items():
        if name.startswith("targets.") and name not in own.said and path not in other.said and each == value:
            return name
    return ""


def _day(plan: Plan, path: str) -> date:
    """The last day that the key of a target may mean. In a decision it may be written so that it is no day."""
    try:
        return plan.calendar.last(read_point(path.partition(".")[2]))
    except (Unreadable, Impossible):
        return date.min


def _better(indicator: Thing) -> str:
    """Which way is better: as it is declared, else as the way from the baseline to the target shows."""
    declared = indicator.said.get("direction")
    if isinstance(declared, str):
        return declared
    ends = [
        [v for k, v in sorted(indicator.said.items()) if k.startswith(f"{name}.") and isinstance(v, Decimal)]
        for name in ("baseline", "targets")
    ]
    if all(ends) and ends[0][-1] != ends[1][-1]:
        return "up" if ends[1][-1] > ends[0][-1] else "down"
    return ""


def _convention(ends: Ends) -> Change | None:
    """The plan's own measure of what is on time, of what an answer stands for, and of what is held against it."""
    judged = ends.name == "follow_up" and ends.path.partition(".")[2] in JUDGED_BY
    if judged or ends.name == "seasons" or (ends.name == "currency" and given(ends.before)):
        return ends.change("convention_changed", GOALPOST)
    if ends.name in ("language", "languages") and ends.old.language != ends.new.language:
        return ends.change("convention_changed", GOALPOST)
    is_other = ends.name == "scale" and given(ends.before) and _means(ends.before) != _means(ends.after)
    if is_other or (ends.name in ("rules", "silenced") and _loosens_the_lock(ends)):
        return ends.change("convention_changed", GOALPOST)
    return None


def _means(word: Value) -> str:
    """The state that a word of the plan's own stands for."""
    return word.means if isinstance(word, StatusWord) else ""


def _loosens_the_lock(ends: Ends) -> bool:
    """Whether findings about what was promised are taken less seriously than they were."""
    if ends.name == "rules":
        return ends.path.startswith(f"rules.{LOCK_RULES}")
    new = [each for each in ends.after or () if each not in (ends.before or ())]
    return any(isinstance(each, Silence) and (each.rule or "").startswith(LOCK_RULES) for each in new)
