"""Who approves a change to the plan: the sides of those whose plan it is, each by its team.

What was promised needs every side. What an organisation reports is its own side's to approve, where that has a team.
"""

from __future__ import annotations

from typing import NamedTuple

from plantrack.model.organisation import Organisation
from plantrack.pattern import pattern
from plantrack.plan import Plan

REPORTED = pattern(r"progress/(?:[^/]+/)*[^/]{4}-[^/]{2}-[^/]{2}-([^/]+)-[^/]{4}\.yaml")
"""A submission by its path in the plan's folder: its day, its sender and its random end."""


class Own(NamedTuple):
    """The submissions of one organisation, which its own side approves."""

    organisation: str
    side: str

    @property
    def files(self) -> str:
        """Their paths in the plan's folder, in the signs of git's own lists of files."""
        return f"progress/**/????-??-??-{self.organisation}-????.yaml"


def party_sides(plan: Plan) -> tuple[str, ...]:
    """The sides of those whose plan it is, in the plan's order."""
    sides = (side_of(plan, party) for party in plan.header.parties)
    return tuple(dict.fromkeys(side for side in sides if side))


def side_of(plan: Plan, party: str) -> str:
    """Whose side an organisation is on: as said of it, else of what it is a part of; empty where nothing says."""
    seen: set[str] = set()
    while party not in seen:
        seen.add(party)
        organisation = plan.organisations.get(party, Organisation())
        if organisation.side:
            return organisation.side
        party = organisation.part_of or party
    return ""


def own_files(plan: Plan) -> tuple[Own, ...]:
    """The organisations whose submissions their own side approves alone, by their ids."""
    owned = ((each, side_of(plan, each)) for each in sorted(plan.organisations))
    return tuple(Own(each, side) for each, side in owned if side in plan.header.reviewers)


def approving(plan: Plan, file: str) -> tuple[str, ...]:
    """The sides whose approval a change to a file needs, by the file's path in the plan's folder."""
    teams = plan.header.reviewers
    found = REPORTED.fullmatch(file)
    side = side_of(plan, found[1]) if found else ""
    return (side,) if side in teams else tuple(teams)


def handle(team: str) -> str:
    """A team as it is called on."""
    return f"@{team.removeprefix('@')}"
