"""Several plans on one screen: each a row, what is late in each, and what each organisation answers for in all of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from plantrack.followup.across import Across, OfPlan
from plantrack.locales import Speech
from plantrack.mark import _
from plantrack.report.across_tables import not_whole, organisations_table, plans_table, symbols, teller
from plantrack.report.document import Block, Cell, Facts, Section

MOST_NAMED = 6
"""Ids in a row; of more, the rest is a number."""


def all_plans(across: Across, day: date, speech: Speech) -> tuple[Section, ...]:
    """How the plans stand on a day."""
    title = speech.count(_("{n} plan"), _("{n} plans"), len(across.plans))
    asof: tuple[Cell, Cell] = ((speech.say(_("As of")),), (day.isoformat(),))
    meant: tuple[Cell, Cell] = ((speech.say(_("Symbols")),), symbols(speech))
    blocks: list[Block] = [Facts((asof, meant)), plans_table(across, speech, wide=False)]
    behind = [row for each in across.plans for row in _behind(each, speech)]
    if behind:
        blocks.append(Facts(tuple(behind)))
    blocks += not_whole(across, speech)
    whole = Section("all", (title,), tuple(blocks))
    if not across.organisations:
        return (whole,)
    table = organisations_table(across, speech, wide=False)
    return (whole, Section("organisations", (speech.say(_("Organisations in all the plans")),), (table,)))


def _behind(each: OfPlan, speech: Speech) -> list[tuple[Cell, Cell]]:
    """What is late in a plan, and what deviates."""
    tell = teller(each.member, each, speech)
    found: list[tuple[Cell, Cell]] = []
    for schedule, ids in (("late", each.late), ("deviation", each.deviating)):
        if ids:
            found.append(((each.member.id,), (tell.state("schedule", schedule), ": ", _named(ids, speech))))
    return found


def _named(ids: Sequence[str], speech: Speech) -> str:
    shown = ", ".join(ids[:MOST_NAMED])
    more = len(ids) - MOST_NAMED
    return shown if more < 1 else f"{shown} {speech.say(_('and {n} more'), n=more)}"
