"""What was answered about a thing in the rounds before, in words: it stands beside what is asked now."""

from __future__ import annotations

from plantrack.followup.answers import EVALUATOR, STATING, Answers
from plantrack.followup.parties import Parties
from plantrack.followup.rounds import RoundFacts, rounds_by_submission
from plantrack.followup.standing import Given
from plantrack.kinds import said_in
from plantrack.locales import NO_BREAK
from plantrack.mark import _
from plantrack.report.document import plain, words
from plantrack.report.measured_words import in_words, named
from plantrack.report.states import STATES
from plantrack.report.teller import Teller

LONGEST = 300
"""Characters of an earlier comment that are shown again."""


class LastTime:
    """The answers of the rounds before one round."""

    def __init__(self, tell: Teller, round_facts: RoundFacts, parties: Parties) -> None:
        plan = tell.plan
        heard = {i: its for i, its in rounds_by_submission(plan).items() if its.order < round_facts.order}
        self.tell = tell
        self.parties = parties
        self.answers = Answers(plan, heard)

    def given(self, thing: str, organisation: str) -> Given | None:
        """The newest answer about a thing: the organisation's own, or of who was before it; else anybody's."""
        said = [
            each
            for each in self.answers.of(thing)
            if not each.replaced and each.role != EVALUATOR and not STATING.isdisjoint(each.answer.__dict__)
        ]
        before = self.parties.everyone(organisation) if organisation else frozenset()
        own = [each for each in said if each.organisation in before]
        spoken = own or said
        return spoken[-1] if spoken else None

    def told(self, thing: str, organisation: str) -> str:
        """The newest answer in words, with its day and its comment; or that there is none."""
        given = self.given(thing, organisation)
        if given is None:
            return self.tell.say(_("no report"))
        lines = [f"{self._answered(given)} ({self._day(given)})"]
        if organisation and given.organisation not in self.parties.everyone(organisation):
            party = plain(self.tell.party(given.organisation, short=True))
            lines.append(self.tell.say(_("according to {party}"), party=party))
        if given.answer.comment:
            lines.append(_cut(self.tell.said(given.answer.comment).text))
        return "\n".join(lines)

    def part_told(self, thing: str, organisation: str, part: str, names: tuple[str, ...]) -> str:
        """A part of the newest answer; empty where it has none. ``names`` is what a question or category is called."""
        given = self.given(thing, organisation)
        if given is None:
            return ""
        answer, show = given.answer, self.tell.speech.show
        if part in ("numerator", "denominator"):
            return "" if answer[part] is None else show(answer[part])
        if part == "effects":
            return _cut(self.tell.said(answer.effects).text) if answer.effects else ""
        return next((show(answer.values[name]) for name in names if name in answer.values), "")

    def _answered(self, given: Given) -> str:
        """The state, the judgement or the value."""
        answer, tell = given.answer, self.tell
        indicator = tell.plan.indicators.get(given.thing)
        if indicator is not None:
            unit = f" {tell.said(indicator.unit).text}" if indicator.unit else ""
            if answer.value:
                said = in_words(tell, indicator, answer.value)
                return words(said) + (unit if _is_figure(answer.value) else "")
            if answer.numerator is not None and answer.denominator is not None:
                return tell.say(_("{n} of {whole}"), n=answer.numerator, whole=answer.denominator)
            if answer.values:
                pairs = answer.values.items()
                return "; ".join(f"{words(named(tell, indicator, n))}: {tell.speech.number(v)}" for n, v in pairs)
        if answer.fulfilment or answer.forecast:
            said_of = (("fulfilment", answer.fulfilment), ("forecast", answer.forecast))
            return ", ".join(tell.say(STATES[axis][word].word) for axis, word in said_of if word)
        return self._state(given)

    def _state(self, given: Given) -> str:
        own = self.tell.plan.header.scale.get(given.word) if given.word else None
        if own and own.label:
            return said_in(own.label, self.tell.language, self.tell.plan.language)[0]
        if given.state in STATES["status"]:
            return self.tell.say(STATES["status"][given.state].word)
        return self.tell.say(_("as before"))

    def _day(self, given: Given) -> str:
        at = self.tell.point(given.answer.at) if given.answer.at else given.day.isoformat()
        if given.answer.n is None:
            return at
        return f"{at}, n{NO_BREAK}={NO_BREAK}{self.tell.speech.number(given.answer.n)}"


def _is_figure(text: str) -> bool:
    return text.strip(" %")[-1:].isdecimal()


def _cut(text: str) -> str:
    """A text, cut where it is longer than it needs to be here."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
