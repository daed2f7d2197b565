"""Which organisations stand in a party's place on a day: successors, predecessors, and a group's members.

An organisation that has ended is followed by its successors, and a group is asked and answers through its
members. Knows nothing of answers.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from plantrack.model.organisation import Organisation
from plantrack.plan import Plan

UNKNOWN = Organisation()


class Parties:
    """Who stands in whose place on one day."""

    def __init__(self, plan: Plan, day: date) -> None:
        self.plan = plan
        self.day = day
        self._voices: dict[str, tuple[frozenset[str], ...]] = {}
        self._everyone: dict[str, frozenset[str]] = {}
        self._living: dict[str, tuple[str, ...]] = {}
        self._asked: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._before: dict[str, list[str]] = {}
        for identifier, each in plan.organisations.items():
            for successor in each.successors:
                self._before.setdefault(successor, []).append(identifier)

    def living(self, party: str) -> tuple[str, ...]:
        """The party where it exists on the day; else the successors that do; else itself, unanswered for."""
        if party not in self._living:
            found = tuple(dict.fromkeys(self._followed(party, ())))
            self._living[party] = found or (party,)
        return self._living[party]

    def all_living(self, parties: tuple[str, ...]) -> tuple[str, ...]:
        """Those that stand for several parties on the day, each once."""
        if len(parties) == 1:
            return self.living(parties[0])
        return tuple(dict.fromkeys([each for party in parties for each in self.living(party)]))

    def asked(self, parties: tuple[str, ...]) -> tuple[str, ...]:
        """Who gets the form when parties are asked: those that live, and a group's members. Not the undetermined."""
        if parties not in self._asked:
            members = [member for each in self.all_living(parties) for member in self.members(each) or (each,)]
            self._asked[parties] = tuple(dict.fromkeys(m for m in members if self._record(m).kind != "undetermined"))
        return self._asked[parties]

    def members(self, group: str) -> tuple[str, ...]:
        """The living members of a group, of groups within it too; none where it is no group."""
        return tuple(dict.fromkeys(self._within(group, (group,))))

    def voices(self, party: str) -> tuple[frozenset[str], ...]:
        """Who may speak for a party, in order: those that live, their members, itself, and who was before it."""
        if party not in self._voices:
            living = self.living(party)
            members = [member for each in living for member in self.members(each)]
            tiers = (living, members, (party,), self._before.get(party, ()))
            self._voices[party] = tuple(dict.fromkeys(frozenset(tier) for tier in tiers if tier))
        return self._voices[party]

    def everyone(self, party: str) -> frozenset[str]:
        """All who may speak for a party."""
        if party not in self._everyone:
            self._everyone[party] = frozenset().union(*self.voices(party))
        return self._everyone[party]

    def _record(self, party: str) -> Organisation:
        return self.plan.organisations.get(party, UNKNOWN)

    def _lives(self, party: str) -> bool:
        valid = self._record(party).valid
        begun = valid is None or valid.start is None or self.plan.calendar.first(valid.start) <= self.day
        return begun and not self._has_ended(party)

    def _has_ended(self, party: str) -> bool:
        valid = self._record(party).valid
        return valid is not None and valid.end is not None and self.plan.calendar.last(valid.end) < self.day

    def _followed(self, party: str, seen: tuple[str, ...]) -> Iterable[str]:
        if party in seen:
            return
        if self._lives(party):
            yield party
            return
        if not self._has_ended(party):
            return  # it is still to come, and nobody has taken over from it yet
        for successor in self._record(party).successors:
            yield from self._followed(successor, (*seen, party))

    def _within(self, group: str, seen: tuple[str, ...]) -> Iterable[str]:
        for member in self._record(group).members:
            for each in self.living(member):
                if each in seen:
                    continue
                inner = tuple(self._within(each, (*seen, each)))
                yield from inner or (each,)
