"""Every state as it is shown: a word, a symbol and a tone. For reports and for the terminal.

A symbol means the same on every axis: a tick is reached, a cross is not reached, a question mark is
that nobody has said. The symbols are found in the fonts that ordinary computers have.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from plantrack.followup.standing import DIFFERING, NO_REPORT
from plantrack.mark import _
from plantrack.model.words import FORECASTS, FULFILMENTS, SCHEDULES, STATUSES

GOOD, FAIR, BAD, CALM, OPEN, UNKNOWN = "good", "fair", "bad", "calm", "open", "unknown"
TONES = (GOOD, FAIR, BAD, CALM, OPEN, UNKNOWN)


class Shown(NamedTuple):
    """How one state is shown. The word is English, and is translated when it is shown."""

    word: str
    symbol: str
    tone: str


STATES: Mapping[str, Mapping[str, Shown]] = {
    "status": {
        "completed": Shown(STATUSES["completed"], "●", GOOD),
        "ongoing": Shown(STATUSES["ongoing"], "◐", CALM),
        "not_started": Shown(STATUSES["not_started"], "○", OPEN),
        "paused": Shown(STATUSES["paused"], "□", FAIR),
        "cancelled": Shown(STATUSES["cancelled"], "×", UNKNOWN),
        "withdrawn": Shown(STATUSES["withdrawn"], "–", UNKNOWN),
        NO_REPORT: Shown(_("no report"), "?", UNKNOWN),
        DIFFERING: Shown(_("differing reports"), "≠", FAIR),
    },
    "schedule": {
        "on_schedule": Shown(SCHEDULES["on_schedule"], "►", GOOD),
        "deviation": Shown(SCHEDULES["deviation"], "▲", FAIR),
        "late": Shown(SCHEDULES["late"], "■", BAD),
        "cannot_be_judged": Shown(SCHEDULES["cannot_be_judged"], "?", UNKNOWN),
        "continuous": Shown(SCHEDULES["continuous"], "∞", CALM),
    },
    "fulfilment": {
        "achieved": Shown(FULFILMENTS["achieved"], "✓", GOOD),
        "partly": Shown(FULFILMENTS["partly"], "◑", FAIR),
        "not_achieved": Shown(FULFILMENTS["not_achieved"], "✗", BAD),
        "hard_to_assess": Shown(FULFILMENTS["hard_to_assess"], "≈", UNKNOWN),
        "not_assessed": Shown(FULFILMENTS["not_assessed"], "?", UNKNOWN),
    },
    "forecast": {
        "expected": Shown(FORECASTS["expected"], "↗", GOOD),
        "uncertain": Shown(FORECASTS["uncertain"], "≈", FAIR),
        "not_expected": Shown(FORECASTS["not_expected"], "↘", BAD),
    },
    "outcome": {
        "achieved": Shown(_("target reached"), "✓", GOOD),
        "on_track": Shown(_("on track"), "►", GOOD),
        "slightly_behind": Shown(_("slightly behind"), "△", FAIR),
        "behind": Shown(_("behind"), "▲", FAIR),
        "worsened": Shown(_("worsened"), "▼", BAD),
        "not_yet": Shown(_("target not reached yet"), "○", OPEN),
        "not_achieved": Shown(_("target not reached"), "✗", BAD),
        "not_measured": Shown(_("not measured"), "?", UNKNOWN),
        "no_target": Shown(_("no target"), "–", UNKNOWN),
    },
    "trend": {
        "improving": Shown(_("improving"), "↑", GOOD),
        "unchanged": Shown(_("no change"), "→", CALM),
        "worsening": Shown(_("worsening"), "↓", BAD),
        "cannot_be_judged": Shown(SCHEDULES["cannot_be_judged"], "?", UNKNOWN),
    },
}
"""Axis -> state -> how it is shown."""

AXES: Mapping[str, str] = {
    "status": _("Status: how far an activity has come"),
    "schedule": _("Schedule: whether an open activity keeps its time"),
    "fulfilment": _("Fulfilment: whether a goal or a criterion is reached"),
    "forecast": _("Forecast: whether a goal is expected to be reached"),
    "outcome": _("Outcome of an indicator"),
    "trend": _("Trend of an indicator"),
}
"""What each axis is about."""
