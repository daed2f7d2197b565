"""PT902: a value that the indicator cannot have."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from plantrack.facts import Facts
from plantrack.facts.answers import Said
from plantrack.facts.wording import wordings
from plantrack.finding import ERROR, Example, Finding, Rule
from plantrack.kinds import MONEY, NUMBER, YES_NO, Unfit
from plantrack.mark import _
from plantrack.model.goal import Indicator
from plantrack.model.progress import Answer

RULE = Rule(
    code="PT902",
    name="value-out-of-bounds",
    severity=ERROR,
    title=_("A value that the indicator cannot have"),
    why=_(
        "A figure outside what is possible is a slip of the keyboard, and it would carry the whole judgement with it."
    ),
    sentence=_("{by} reports {value} for {id}, and the highest value possible is {highest}."),
    advice=_("Write the value that was measured, or mend the bounds of the indicator."),
    variants={
        "low": (
            _("{by} reports {value} for {id}, and the lowest value possible is {lowest}."),
            _("Write the value that was measured, or mend the bounds of the indicator."),
        ),
        "number": (
            _("{by} reports “{value}” for {id}, and that is not a number."),
            _("Write the figure alone, such as `value: 3,5`, and the rest in `comment:`."),
        ),
        "choice": (
            _("{by} reports “{value}” for {id}, and that is not one of its answers."),
            _("These are its answers: {choices}."),
        ),
        "parts": (
            _("{by} reports {numerator} of {denominator} for {id}, and a part cannot be larger than the whole."),
            _("Write the part as `numerator:` and the whole as `denominator:`."),
        ),
        "share": (
            _("{by} reports {value} for {id}, but {numerator} of {denominator} is {share} per cent."),
            _("Write the share in per cent, or leave `value:` out and let it be computed."),
        ),
    },
    bad=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.m1:
    value: fyra eller fem
"""
    ),
    good=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.m1:
    value: 4
    comment: En femte öppnar i januari.
"""
    ),
)
NUMERIC = ("count", "share", "index", "money")
HUNDRED = Decimal(100)
ROUNDING = Decimal(1)
"""How far a share may be from its parts: people round to whole per cent."""
Wrong = tuple[str, str, dict[str, Any]]
"""Which sentence, the field, and the values."""


def check(facts: Facts) -> Iterator[Finding]:
    indicators = facts.plan.indicators
    for each in facts.said:
        indicator = indicators.get(each.thing)
        if indicator is not None:
            for variant, field, values in wrong_in(indicator, each.answer):
                yield told(facts, each, variant, field, values)


def told(facts: Facts, each: Said, variant: str, field: str, values: dict[str, Any]) -> Finding:
    where = facts.where("submission", each.submission, *each.keys, field)
    return RULE.at(where, variant=variant, id=each.thing, by=each.organisation, **values)


def wrong_in(indicator: Indicator, answer: Answer) -> Iterator[Wrong]:
    """What cannot be right in an answer about an indicator."""
    value = answer.value
    number: Decimal | None = None
    if value is not None:
        choices = choices_of(indicator)
        if choices and value.casefold() not in {choice.casefold() for choice in choices}:
            yield "choice", "value", {"value": value, "choices": choices}
        elif indicator.kind in NUMERIC:
            number = number_of(value)
            if number is None:
                yield "number", "value", {"value": value}
            else:
                yield from beyond(indicator, number)
    yield from parts(indicator, answer, number)
    if indicator.kind == "category" and indicator.categories:
        allowed = {word.casefold() for text in indicator.categories for word in wordings(text)}
        for key in answer.values:
            if key.casefold() not in allowed:
                yield "choice", "values", {"value": key, "choices": indicator.categories}


def choices_of(indicator: Indicator) -> tuple[str, ...]:
    """The answers that an indicator may have, where they are listed."""
    if indicator.kind == "yes_no":
        return tuple(YES_NO.words)[:4]
    texts = {"scale": indicator.scale, "category": indicator.categories}.get(indicator.kind or "", ())
    return tuple(word for text in texts for word in wordings(text))


def number_of(value: str) -> Decimal | None:
    """The number in a value; a sum of money may have its unit."""
    try:
        return NUMBER.read(value)
    except Unfit:
        try:
            return MONEY.read(value).number
        except Unfit:
            return None


def beyond(indicator: Indicator, number: Decimal) -> Iterator[Wrong]:
    """Whether a number is outside what the indicator says, or its kind allows."""
    lowest, highest = indicator.lowest, indicator.highest
    if lowest is None and indicator.kind in ("count", "share"):
        lowest = Decimal(0)
    if highest is None and indicator.kind == "share":
        highest = HUNDRED
    if lowest is not None and number < lowest:
        yield "low", "value", {"value": number, "lowest": lowest}
    if highest is not None and number > highest:
        yield "", "value", {"value": number, "highest": highest}


def parts(indicator: Indicator, answer: Answer, share: Decimal | None) -> Iterator[Wrong]:
    """Whether the parts of a share fit each other and the share."""
    numerator, denominator = answer.numerator, answer.denominator
    if numerator is None or denominator is None or indicator.kind != "share":
        return
    values = {"numerator": numerator, "denominator": denominator}
    if numerator > denominator:
        yield "parts", "numerator", values
    elif share is not None and denominator > 0:
        right = numerator / denominator * HUNDRED
        if abs(right - share) > ROUNDING:
            yield "share", "value", {**values, "value": share, "share": round(right, 1)}
