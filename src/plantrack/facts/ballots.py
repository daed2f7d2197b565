"""How a vote came out: its sum, the rank of each option, and what has no figure. A missing figure is never nought."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plantrack.finding import Key
from plantrack.kinds import Tally
from plantrack.model.ballot import Area, Ballot, Option


class Counted(NamedTuple):
    """An option with its place among all options of its ballot."""

    option: Option
    area: Area | None
    keys: tuple[Key, ...]
    """Lead to it in the ballot's file."""
    rank: int
    """From 1 on; those with as many votes share it. 0 where there is no figure."""
    tied: bool
    """Whether another has as many votes."""
    share: float
    """Of the largest, from 0 to 1."""

    @property
    def votes(self) -> Tally | None:
        """Its votes; None where no figure is known."""
        return self.option.votes


class Sum(NamedTuple):
    """What was counted together."""

    votes: int
    options: int
    without: int
    """Options that have no figure, and so are not in the sum."""

    @property
    def known(self) -> bool:
        """Whether there is any figure at all. Nothing counted is no sum of nought."""
        return bool(self.votes) or self.without < self.options


class CountedArea(NamedTuple):
    """An area with its own sum. ``rank`` is by that sum; 0 where the area has no figure at all."""

    area: Area
    sum: Sum
    rank: int


def counted(ballot: Ballot) -> tuple[Counted, ...]:
    """All options, the one with most votes first; those without a figure last, in the order of the file."""
    options = [*_options(ballot)]
    figures = [option.votes.total for option, _area, _keys in options if option.votes]
    largest = max(figures, default=0)
    found = []
    for option, area, keys in options:
        if option.votes is None:
            found.append(Counted(option, area, keys, 0, tied=False, share=0.0))
            continue
        votes = option.votes.total
        rank = 1 + sum(each > votes for each in figures)
        share = votes / largest if largest else 0.0
        found.append(Counted(option, area, keys, rank, tied=figures.count(votes) > 1, share=share))
    return tuple(sorted(found, key=lambda each: each.rank or len(found) + 1))


def total(ballot: Ballot) -> Sum:
    """The sum of a ballot: of its options, and of what was cast for areas as such."""
    cast = sum(area.votes.total for area in ballot.areas if area.votes)
    its = _sum(option for option, _area, _keys in _options(ballot))
    return its._replace(votes=its.votes + cast)


def counted_areas(ballot: Ballot) -> tuple[CountedArea, ...]:
    """All areas, the one with most votes first."""
    sums = [(area, _sum_of_area(area)) for area in ballot.areas]
    known = [its.votes for _area, its in sums if its.known]
    found = [
        CountedArea(area, its, 1 + sum(each > its.votes for each in known) if its.known else 0) for area, its in sums
    ]
    return tuple(sorted(found, key=lambda each: each.rank or len(found) + 1))


def _sum_of_area(area: Area) -> Sum:
    its = _sum(area.options)
    return its._replace(votes=its.votes + area.votes.total) if area.votes else its


def _sum(options: Iterable[Option]) -> Sum:
    votes = [option.votes for option in options]
    known = [each.total for each in votes if each]
    return Sum(sum(known), len(votes), len(votes) - len(known))


def _options(ballot: Ballot) -> Iterator[tuple[Option, Area | None, tuple[Key, ...]]]:
    """The options in the order of the file, those of areas first."""
    for number, area in enumerate(ballot.areas):
        for place, option in enumerate(area.options):
            yield option, area, ("areas", number, "options", place)
    for place, option in enumerate(ballot.options):
        yield option, None, ("options", place)
