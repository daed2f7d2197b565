"""What one figure rests on, and how it is looked for in the plan's files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from plantrack.facts import Facts
from plantrack.facts.answers import Said, corrected
from plantrack.finding import Key, Where
from plantrack.followup.rounds import rounds_by_submission
from plantrack.followup.standing import Given, Standings, Why
from plantrack.mark import _
from plantrack.report.document import Cell
from plantrack.report.request import Request
from plantrack.report.teller import Teller


class Ground(NamedTuple):
    """What a figure rests on."""

    said: Cell
    """What the report says."""
    why: str
    """The rule behind it, in words; empty where it only repeats what was said."""
    places: tuple[Where, ...]


class Search:
    """One report's way of finding where something was said."""

    def __init__(self, request: Request, tell: Teller, facts: Facts) -> None:
        self.request = request
        self.plan = request.plan
        self.tell = tell
        """Without references: the annex does not refer to itself."""
        self.facts = facts
        self.standings = {each.round: each for each in (*request.earlier, request.standings)}

    def of_round(self, round_id: str) -> Standings:
        """How it stood in a round."""
        return self.standings[round_id]

    def answer(self, given: Given, *fields: str) -> list[Where]:
        """Where an answer stands, by the first of some fields that it has; and where what it repeats stands."""
        submission = self.plan.submissions.get(given.submission)
        whole = submission.answers.get(given.thing) if submission else None
        keys: tuple[Key, ...] = ("answers", given.thing)
        if whole is not None and whole != given.answer and given.organisation in whole.each:
            keys = (*keys, "each", given.organisation)
        field = next((each for each in fields if each in given.answer.__dict__), None)
        found = [self.facts.where("submission", given.submission, *keys, *((field,) if field else ()))]
        if given.unchanged_since:
            found.append(self.facts.where("submission", given.unchanged_since, "answers", given.thing))
        return found

    def answers(self, given: Iterable[Given], why: Why, *fields: str) -> list[Where]:
        """Where the answers stand that a rule names by their organisations."""
        named = why.values.get("organisations", ())
        parties = {*((named,) if isinstance(named, str) else named), why.values.get("organisation", "")}
        return [
            place
            for each in given
            if not each.replaced and each.organisation in parties
            for place in self.answer(each, *fields)
        ]

    def decision(self, identifier: str) -> list[Where]:
        """Where a decision stands."""
        known = ("decision", identifier) in self.facts.file_of
        return [self.facts.where("decision", identifier)] if known else []

    def said_in(self, thing: str, round_id: str) -> list[Said]:
        """Everything that parties said about a thing in a round and that has not been corrected."""
        return [
            each
            for each in self._said.get(thing, ())
            if self._round_of.get(each.submission) == round_id
            and (each.submission, thing) not in self._corrected
            and each.record.role != "evaluator"
        ]

    def submissions_of(self, organisation: str, round_id: str) -> list[str]:
        """The submissions of a round in which an organisation has answered."""
        said = (each for each in self.facts.said if each.organisation == organisation)
        return list(dict.fromkeys(each.submission for each in said if self._round_of.get(each.submission) == round_id))

    def looked_for(self, thing: str, round_id: str) -> str:
        """That none of the parties' submissions of a round says anything about a thing."""
        told = self.facts.plan.submissions
        number = sum(its == round_id and told[i].role != "evaluator" for i, its in self._round_of.items())
        one = _("Looked for in the only submission of {round}: it does not name {id}.")
        many = _("Looked for in the {n} submissions of {round}: none of them names {id}.")
        if not number:
            return self.tell.say(_("There is no submission of {round}."), round=round_id)
        return self.tell.speech.count(one, many, number, round=round_id, id=thing)

    @cached_property
    def _said(self) -> Mapping[str, list[Said]]:
        found: dict[str, list[Said]] = {}
        for each in self.facts.said:
            found.setdefault(each.thing, []).append(each)
        return found

    @cached_property
    def _round_of(self) -> Mapping[str, str]:
        return {i: its.id for i, its in rounds_by_submission(self.facts.plan).items()}

    @cached_property
    def _corrected(self) -> set[tuple[str, str]]:
        return corrected(self.facts.plan)


def once(places: Iterable[Where]) -> tuple[Where, ...]:
    """Places without those that came before, and without those in no file."""
    return tuple(dict.fromkeys(each for each in places if each.file))


def sentences(*said: str) -> str:
    """Sentences in a row."""
    return " ".join(each for each in said if each)
