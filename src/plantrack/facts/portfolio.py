"""Several plans at once: those of one agreement, or all that lie under a folder. Knows no folder itself, only its name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from plantrack.facts import Facts


class Member(NamedTuple):
    """One plan of a portfolio."""

    folder: str
    """The way to it, as it can be opened from where the reader stands."""
    facts: Facts

    @property
    def id(self) -> str:
        """The id that the plan gives itself; where its own file cannot be read, the way to it."""
        return self.facts.plan.header.id or self.folder

    @property
    def nameless(self) -> bool:
        """Whether the plan's own file cannot be read, so that not even its name is known."""
        return not self.facts.plan.header.id

    @property
    def unread(self) -> tuple[str, ...]:
        """The files that could not be read at all."""
        return tuple(each.file for each in self.facts.unreadable)


class Portfolio(NamedTuple):
    """Several plans, in the order of their ids."""

    members: tuple[Member, ...]

    @property
    def plans(self) -> Mapping[str, Facts]:
        """Every plan by its id. Of two with one id the first counts; ``doubled`` tells of the other."""
        found: dict[str, Facts] = {}
        for each in self.members:
            found.setdefault(each.id, each.facts)
        return found

    @property
    def doubled(self) -> tuple[tuple[Member, Member], ...]:
        """Plans that have the id of another, each with that other."""
        first: dict[str, Member] = {}
        told = [(each, first.setdefault(each.id, each)) for each in self.members]
        return tuple((each, other) for each, other in told if each is not other)


def portfolio_of(members: tuple[Member, ...]) -> Portfolio:
    """A portfolio in its order, whichever way its plans were found."""
    return Portfolio(tuple(sorted(members, key=lambda each: (each.id, each.folder))))


def acquainted(portfolio: Portfolio) -> Portfolio:
    """The same plans, each with the others at hand, so that the rules can hold them against each other."""
    plans = portfolio.plans
    for each in portfolio.members:
        each.facts.beside = {name: facts for name, facts in plans.items() if name != each.id}
    return portfolio
