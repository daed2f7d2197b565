"""Which way an indicator goes: from its last two values, and from which way is better."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from plantrack.followup.aims import Aim
from plantrack.followup.standing import Measured, Why


def trend_of(series: Sequence[Measured], aim: Aim) -> tuple[str, Why]:
    """improving, unchanged, worsening, or that it cannot be judged; with the two values."""
    by_day = {point.day: point for point in series}
    if len(by_day) < 2:
        return "cannot_be_judged", Why("trend_one_value")
    before, now = list(by_day.values())[-2:]
    values: dict[str, Any] = {"before": before.value, "before_day": before.day, "value": now.value, "day": now.day}
    if before.value == now.value:
        return "unchanged", Why("trend_unchanged", values)
    if aim.direction == "keep":
        return _towards(before.value, now.value, aim, values)
    way = _way(aim)
    if not way:
        return "cannot_be_judged", Why("trend_no_direction", values)
    better = (now.value > before.value) == (way == "up")
    return ("improving", Why("trend_improving", values)) if better else ("worsening", Why("trend_worsening", values))


def _way(aim: Aim) -> str:
    if aim.direction or not (aim.baseline and aim.final) or aim.baseline[1] == aim.final.value:
        return aim.direction
    return "up" if aim.final.value > aim.baseline[1] else "down"


def _towards(before: Decimal, now: Decimal, aim: Aim, values: dict[str, Any]) -> tuple[str, Why]:
    """The trend of a value that is to be kept: closer to it or further away, beyond what is tolerated."""
    if aim.final is None:
        return "cannot_be_judged", Why("trend_no_direction", values)
    distances = [max(abs(value - aim.final.value) - aim.tolerance, Decimal(0)) for value in (before, now)]
    if distances[0] == distances[1]:
        return "unchanged", Why("trend_kept", values)
    if distances[1] < distances[0]:
        return "improving", Why("trend_improving", values)
    return "worsening", Why("trend_worsening", values)
