"""PT808: the same words twice in a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from plantrack.facts import Facts
from plantrack.facts.wording import Passage, texts_of
from plantrack.finding import INFO, Example, Finding, Rule
from plantrack.mark import _

RULE = Rule(
    code="PT808",
    name="repeated-text",
    severity=INFO,
    title=_("The same words twice in a row"),
    why=_(
        "Words that stand twice in a row are left from an edit, and where one was meant to be changed the text "
        "says something else than was decided."
    ),
    sentence=_("{id} says “{words}” twice in a row."),
    advice=_("Take one of them out, or write what was meant there."),
    bad=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
commitments: [motesplatser]
text: |
  Parterna bjuder in till dialog om lokaler. Parterna bjuder in till dialog om lokaler.
"""
    ),
    good=Example(
        """\
# 1-gemenskap/1.1-motesplatser.yaml
id: 1.1
title: Fler mötesplatser
commitments: [motesplatser]
text: |
  Parterna bjuder in till dialog om lokaler. Sektorn bjuder in till dialog om tider.
"""
    ),
)
FEWEST = 4
"""Words. Fewer than four may well stand twice on purpose."""
REPORTED = ("headline", "assessment", "analysis", "changed", "deviations", "outlook", "method", "limits")
HEADER = ("text", "outlook")
SIGNS = ".,;:!?()[]”“\"'»«-–*"


def check(facts: Facts) -> Iterator[Finding]:
    for passage in all_passages(facts):
        text = passage.text
        if text.count(" ") < 2 * FEWEST - 2:
            continue
        written = text.split()
        if len(written) - len(set(written)) < 2:
            continue
        words = repeated([word.strip(SIGNS).casefold() for word in written])
        if words:
            start, length = words
            said = " ".join(written[start : start + length]).strip(SIGNS)
            where = facts.where(passage.kind, passage.thing, *passage.keys)
            yield RULE.at(where, id=passage.thing, words=said)


def all_passages(facts: Facts) -> Iterable[Passage]:
    """The texts of the plan and of its reports."""
    yield from facts.passages
    yield from texts_of("plan", facts.plan.header.id or "plan", facts.plan.header, HEADER)
    for (round_id, thing), text in facts.plan.texts.items():
        yield from texts_of("text", f"{round_id}/{thing}", text, REPORTED)


def repeated(words: Sequence[str]) -> tuple[int, int] | None:
    """The first clause that is followed by itself: where it begins and its length in words.

    A clause that is repeated begins, the second time, with four words that have stood before. So only
    those places are compared whole.
    """
    places: dict[tuple[str, ...], int] = {}
    for start, four in enumerate(zip(words, words[1:], words[2:], words[3:], strict=False)):
        before = places.get(four)
        if before is not None:
            length = start - before
            if length >= FEWEST and words[before:start] == words[start : start + length]:
                return before, length
        places[four] = start
    return None
