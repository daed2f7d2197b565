"""What may be answered about each thing of a plan, and what a person means by a word for it.

An answer is taken in any language that the tool speaks, in the plan's own words, or as files write it.
Knows nothing of command lines or forms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plantrack.draft import Field
from plantrack.facts.answers import kinds_of_things
from plantrack.followup.aims import position, spellings, yes_or_no
from plantrack.kinds import MONEY, NUMBER, Choice, Text, Unfit, said_in
from plantrack.locales import Speech, languages, speech
from plantrack.mark import _
from plantrack.model.goal import Indicator
from plantrack.model.words import FORECAST, FULFILMENT, SCHEDULE, STATUS
from plantrack.nearest import nearest
from plantrack.pattern import pattern
from plantrack.plan import Plan

DONE = ("activity", "step")
JUDGED = ("criterion", "goal", "theme")
WORDS = {"status": STATUS, "fulfilment": FULFILMENT, "forecast": FORECAST, "schedule": SCHEDULE}
"""The fields of an answer that take one of a few words."""
OF_THE_WHOLE = pattern(r"(.+?)\s*(?:/|\bav\b|\bof\b)\s*(.+)")
ONE_BY_ONE = pattern(r"\s*[;\n]\s*")
YES_NO = {"yes": _("yes"), "no": _("no")}


class NotAnAnswer(Exception):
    """The text is no answer about the thing. Holds what may be answered, in words, where that is a few words."""

    def __init__(self, thing: str, text: str, choices: tuple[str, ...] = (), meant: str = "") -> None:
        super().__init__(thing)
        self.thing = thing
        self.text = text
        self.choices = choices
        self.meant = meant


class Replies:
    """The answers that the things of one plan take, in one language."""

    def __init__(self, plan: Plan, tongue: Speech) -> None:
        self.plan = plan
        self.tongue = tongue
        self.kinds = kinds_of_things(plan)

    def field(self, thing: str) -> str:
        """The field that an answer about a thing is written in; empty where the plan has no such thing."""
        kind = self.kinds.get(thing, "")
        if kind in DONE:
            return "status"
        return "fulfilment" if kind in JUDGED else "value" if kind else ""

    def choices(self, thing: str) -> Mapping[str, str]:
        """What may be answered, as files write it, each in words; none where any figure may be."""
        field = self.field(thing)
        return self.words(field) if field in WORDS else self._values(self.plan.indicators[thing]) if field else {}

    def words(self, field: str) -> Mapping[str, str]:
        """The words that a field takes, as files write them, each as it is said."""
        found = {word: self.tongue.say(said) for word, said in WORDS[field].words.items()}
        if field == "status":
            own = self.plan.header.scale.items()
            found.update((word, self._said(each.label) if each.label else word) for word, each in own)
        return found

    def read(self, thing: str, text: str) -> Mapping[str, Field]:
        """The fields of an answer that a person gives in a word or a figure. Raises ``NotAnAnswer``."""
        text = " ".join(text.split())
        field = self.field(thing)
        if field in WORDS:
            if field != "status" and self._meant("status", text) == "unchanged":
                return {"status": "unchanged"}
            return {field: self.word(field, text, thing)}
        return self._value(thing, self.plan.indicators[thing], text)

    def word(self, field: str, text: str, thing: str = "") -> str:
        """The word that a field takes for what a person wrote. Raises ``NotAnAnswer``."""
        found = self._meant(field, text)
        if found:
            return found
        said = {_folded(each): each for each in self.words(field).values()}
        guessed = nearest(_folded(text), said)
        raise NotAnAnswer(thing, text, tuple(self.words(field).values()), said.get(guessed, ""))

    def _meant(self, field: str, text: str) -> str:
        """What a person's word is in a file; empty where it is none of those that the field takes."""
        wanted = _folded(text)
        return next((word for word, said in self._spoken(field) if _folded(said) == wanted), "")

    def _spoken(self, field: str) -> Iterator[tuple[str, str]]:
        """Every word that a field takes, with every way to say it."""
        choice: Choice = WORDS[field]
        if field == "status":
            for own, scale in self.plan.header.scale.items():
                yield from ((own, said) for said in (own, *(spellings(scale.label) if scale.label else ())))
        for word, said in choice.words.items():
            yield word, word
            yield from ((word, speech(language).say(said)) for language in languages())
        yield from ((word, said) for said, word in choice.also.items())

    def _values(self, indicator: Indicator) -> Mapping[str, str]:
        if indicator.kind == "yes_no":
            return {value: self.tongue.say(said) for value, said in YES_NO.items()}
        steps = {"scale": indicator.scale, "category": indicator.categories}.get(indicator.kind or "", ())
        return {self._own(step): self._said(step) for step in steps}

    def _value(self, thing: str, indicator: Indicator, text: str) -> Mapping[str, Field]:
        """The fields for what was measured."""
        if self._meant("status", text) == "unchanged":
            return {"status": "unchanged"}
        match indicator.kind:
            case "yes_no":
                number = yes_or_no(text)
                if number is not None:
                    return {"value": "yes" if number else "no"}
            case "scale":
                place = position(indicator, text)
                if place is not None:
                    return {"value": self._own(indicator.scale[int(place) - 1])}
            case "category":
                for step in indicator.categories:
                    if spellings(text) & spellings(step):
                        return {"value": self._own(step)}
                return self._one_by_one(thing, text)
            case "survey" if indicator.questions and "=" in text:
                return self._one_by_one(thing, text)
            case "share" if part := OF_THE_WHOLE.fullmatch(text):
                return {"numerator": self._number(thing, part[1]), "denominator": self._number(thing, part[2])}
            case "judgement" | "to_be_determined" | None:
                return {"value": text}
            case "money":
                return {"value": self._number(thing, text, money=True)}
            case _:
                return {"value": self._number(thing, text)}
        choices = tuple(self._values(indicator).values())
        raise NotAnAnswer(thing, text, choices, nearest(text, choices))

    def _one_by_one(self, thing: str, text: str) -> Mapping[str, Field]:
        """Values one by one: ``city=4; associations=9``."""
        pairs = [each.partition("=") for each in ONE_BY_ONE.split(text) if each]
        names = [name.strip() for name, _equals, _value in pairs]
        if not all(name and pair[1] for name, pair in zip(names, pairs, strict=True)) or len({*names}) < len(names):
            raise NotAnAnswer(thing, text, tuple(self._values(self.plan.indicators[thing]).values()))
        return {"values": {name.strip(): self._number(thing, value.strip()) for name, _equals, value in pairs}}

    def _number(self, thing: str, text: str, *, money: bool = False) -> str:
        try:
            (MONEY if money else NUMBER).read(text)
        except Unfit:
            raise NotAnAnswer(thing, text) from None
        return text

    def _said(self, text: Text) -> str:
        return said_in(text, self.tongue.language, self.plan.language)[0]

    def _own(self, text: Text) -> str:
        """A text as it stands in the plan's own language."""
        return said_in(text, self.plan.language, self.plan.language)[0]


def _folded(text: str) -> str:
    """A word without what people write differently: capitals, and what stands between its parts."""
    return " ".join(text.casefold().replace("_", " ").replace("-", " ").split())
