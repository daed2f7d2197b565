"""Votes as JSON, for other tools: sums, ranks, and what came of each option. A figure that is not known is ``null``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from plantrack.facts.ballots import Counted, CountedArea, counted, counted_areas, total
from plantrack.kinds import Text, said_in
from plantrack.model.ballot import Ballot
from plantrack.views.ballots import Asked


def as_json(asked: Asked, ballots: Sequence[str]) -> str:
    """The votes that were asked for, in that order."""
    from json import dumps

    found = [_ballot(asked, each, asked.facts.plan.ballots[each]) for each in ballots]
    return dumps({"ballots": found}, ensure_ascii=False, indent=1) + "\n"


def _ballot(asked: Asked, identifier: str, ballot: Ballot) -> dict[str, Any]:
    its = total(ballot)
    return {
        "id": identifier,
        "title": _said(asked, ballot.title),
        "date": ballot.date.edtf if ballot.date else None,
        "kind": ballot.kind,
        "body": ballot.body,
        "event": ballot.event,
        "unit": _said(asked, ballot.unit),
        "sum": its.votes if its.known else None,
        "options_in_all": its.options,
        "without_figure": its.without,
        "areas": [_area(asked, each) for each in counted_areas(ballot)],
        "options": [_option(asked, each) for each in counted(ballot)],
    }


def _area(asked: Asked, each: CountedArea) -> dict[str, Any]:
    area, its, rank = each
    return {
        "title": _said(asked, area.title),
        "merged_from": [_said(asked, name) for name in area.merged_from],
        "rank": rank or None,
        "votes_for_itself": area.votes.total if area.votes else None,
        "sum": its.votes if rank else None,
        "options_in_all": its.options,
        "without_figure": its.without,
    }


def _option(asked: Asked, each: Counted) -> dict[str, Any]:
    return {
        "text": _said(asked, each.option.text),
        "area": _said(asked, each.area.title) if each.area else None,
        "rank": each.rank or None,
        "tied": each.tied,
        "votes": each.votes.total if each.votes else None,
        "merged": list(each.votes.parts) if each.votes and len(each.votes.parts) > 1 else [],
        "led_to": list(each.option.led_to),
    }


def _said(asked: Asked, text: Text | None) -> str | None:
    return said_in(text, asked.tell.language, asked.facts.plan.language)[0] if text else None
