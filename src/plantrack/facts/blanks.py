"""What was offered to be filled in and was left as it was: a text that is only an ellipsis is not written."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.finding import Key
from plantrack.kinds import Text, Translated
from plantrack.model.progress import ProposedDecision, ReportText
from plantrack.pattern import pattern
from plantrack.record import build

BLANK = "…"
"""Where something is to be written."""
LEFT_BLANK = pattern(r"[\s*-]*(?:…|\.\.\.)\s*")
TEXTS = tuple(name for name, field in ReportText.FIELDS.items() if field.kind == ReportText.FIELDS["analysis"].kind)
"""The fields that people write in words."""


def is_blank(text: str) -> bool:
    """Whether a text is only the mark that stood there to be written over."""
    return LEFT_BLANK.fullmatch(text) is not None


def filled(text: Text | None) -> Text | None:
    """A text in the languages that it has been written in; none where it has been in no language."""
    if isinstance(text, str):
        return None if is_blank(text) else text
    if text is None or not any(map(is_blank, text.values())):
        return text
    return Translated({language: each for language, each in text.items() if not is_blank(each)}) or None


def written(text: ReportText) -> ReportText:
    """What has been written of a text for a report, without the blanks that were left in it."""
    if next(blanks(text), None) is None:
        return text
    stated = {name: value for name, value in vars(text).items() if name not in TEXTS or filled(value) is not None}
    stated |= {name: filled(value) for name, value in stated.items() if name in TEXTS}
    if text.proposals:
        stated["proposals"] = tuple(_proposals(text.proposals))
    return build(ReportText, stated)


def _proposals(proposals: tuple[ProposedDecision, ...]) -> Iterator[ProposedDecision]:
    for each in proposals:
        said = filled(each.text)
        if said is not None:
            yield build(ProposedDecision, {**vars(each), "text": said})


def blanks(text: ReportText) -> Iterator[tuple[Key, ...]]:
    """Where in a text for a report a blank was left, by the keys that lead to it."""
    for name in TEXTS:
        for keys in _blank(text[name]):
            yield name, *keys
    for place, proposal in enumerate(text.proposals):
        for keys in _blank(proposal.text):
            yield "proposals", place, "text", *keys


def _blank(text: Text | None) -> Iterator[tuple[Key, ...]]:
    if isinstance(text, str):
        if is_blank(text):
            yield ()
    elif text is not None:
        yield from ((language,) for language, each in text.items() if is_blank(each))
