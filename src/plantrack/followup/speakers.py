"""Who speaks for a thing, where several have answered: one state, or that the answers differ.

The lead speaks, else the one responsible for the follow-up. Where neither has answered, equal answers are
the state, and unequal ones differ until the secretariat records an assessment. An outside evaluator's
word stands beside and settles nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from plantrack.followup.answers import ASSESSOR, OWN
from plantrack.followup.parties import Parties
from plantrack.followup.standing import Given, Why


class Spoken(NamedTuple):
    """What answers amount to."""

    said: str
    """The word that is the state; empty where answers differ, or where there is none."""
    given: Given | None
    """The answer that says it, the newest of several."""
    speaking: tuple[Given, ...]
    """The answers that were weighed."""
    why: Why

    @property
    def differing(self) -> bool:
        """Whether there are answers, and they do not agree."""
        return bool(self.speaking) and not self.said


SILENT = Spoken("", None, (), Why("no_report"))


def spoken(
    answers: Iterable[Given],
    leads: Iterable[str],
    followers: Iterable[str],
    parties: Parties,
    word: Callable[[Given], str],
) -> Spoken:
    """What the answers of one round amount to. ``word`` is what an answer says of the matter, if anything."""
    heard = [each for each in answers if word(each)]
    if not heard:
        return SILENT
    own = [each for each in heard if each.role == OWN]
    if len(own) == 1:
        return _only(own[0], leads, followers, parties, word)
    for rule, tier in (("lead_says", leads), ("follow_up_says", followers)):
        speaking = speaking_for(tier, own, parties) if own else []
        if speaking:
            return _agreed(rule, speaking, heard, word)
    if own:
        return _agreed("all_say", own, heard, word)
    assessed = [each for each in heard if each.role == ASSESSOR]
    return _agreed("assessor_says", assessed, (), word) if assessed else SILENT


def _only(
    given: Given, leads: Iterable[str], followers: Iterable[str], parties: Parties, word: Callable[[Given], str]
) -> Spoken:
    """What the only answer amounts to: it is the state, whoever gave it."""
    rule = "one_says"
    if any(given.organisation in parties.everyone(party) for party in leads):
        rule = "lead_says"
    elif any(given.organisation in parties.everyone(party) for party in followers):
        rule = "follow_up_says"
    why = Why(rule, {"organisations": (given.organisation,), "day": given.day})
    return Spoken(word(given), given, (given,), why)


def speaking_for(tier: Iterable[str], own: list[Given], parties: Parties) -> list[Given]:
    """The answers of those who speak for the parties: for each party, the first circle that has answered."""
    found: dict[tuple[str, str], Given] = {}
    for party in tier:
        for circle in parties.voices(party):
            speaking = [each for each in own if each.organisation in circle]
            if speaking:
                found.update(((each.organisation, each.submission), each) for each in speaking)
                break
    return list(found.values())


def _agreed(rule: str, speaking: list[Given], heard: Iterable[Given], word: Callable[[Given], str]) -> Spoken:
    """The one word of all that speak; else an assessor's; else that they differ."""
    if len(speaking) == 1:
        only = speaking[0]
        return Spoken(word(only), only, (only,), Why(rule, {"organisations": (only.organisation,), "day": only.day}))
    words = {word(each) for each in speaking}
    newest = max(speaking, key=_age)
    names = tuple(sorted({each.organisation for each in speaking}))
    if len(words) == 1:
        why = Why(rule, {"organisations": names, "day": newest.day})
        return Spoken(words.pop(), newest, tuple(speaking), why)
    assessed = [each for each in heard if each.role == ASSESSOR]
    if len({word(each) for each in assessed}) == 1:
        settling = max(assessed, key=_age)
        values = {"organisation": settling.organisation, "day": settling.day, "organisations": names}
        return Spoken(word(settling), settling, (settling,), Why("assessor_settles", values))
    return Spoken("", None, tuple(speaking), Why("differing", {"organisations": names}))


def _age(given: Given) -> tuple[object, str, str]:
    return given.day, given.submission, given.organisation
