"""A draft: where a text is missing, what it is to answer, and the lines to copy into its file.

Nothing of this stands in a report that is no draft. Nothing is ever written either: what a person copies and saves is
the text, so that no text is overwritten and none is left half filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plantrack.facts.blanks import BLANK
from plantrack.locales import Speech
from plantrack.mark import _
from plantrack.model.words import FORECASTS, FULFILMENTS
from plantrack.report.document import Bullets, Callout, Cell, Document, Link, PlanText, Prose, Section, walk
from plantrack.report.questions import question
from plantrack.report.request import Request
from plantrack.report.teller import Teller
from plantrack.report.unwritten import WHOLE, unwritten

MISSING, OLDER = "draft", "older"
"""The tones of the boxes that only a draft has."""
WORDS = {
    "fulfilment": tuple(each for each in FULFILMENTS if each != "not_assessed"),
    "forecast": tuple(FORECASTS),
}
"""Fields with a list of words."""
NAMED = 10
"""As many missing texts as the command names."""
LEFT_TO_WRITE = "left-to-write"
LEFT = _("What is left to write")
FIRST = {"opening", "assessment"}
"""The places that a new file is begun at."""
PLACES = {
    "opening": _("the opening of the summary"),
    "assessment": _("overall assessment"),
    "analysis": _("analysis"),
    "deviations": _("deviations and remedies"),
    "changed": _("what has changed"),
    "outlook": _("looking ahead"),
    "method": _("how the follow-up was made"),
    "limits": _("what the report cannot say"),
    "proposals": _("proposed decisions"),
}
"""What the places are called."""


def missing(request: Request, tell: Teller, thing: str, place: str) -> list[Callout]:
    """The box for a text that is missing at a place; none where it is there, or where the report is no draft."""
    fields = unwritten(request, thing).get(place)
    if not fields:
        return []
    there = request.text(thing) is not None
    where = (
        _("Add it to {file}, and change “date:” there to the day that you do:") if there else _("Write it in {file}:")
    )
    sentence = tell.say(where, file=file_of(request, thing))
    blocks = (
        Prose(question(request, tell, thing, place)),
        Prose((sentence,)),
        PlanText(_code(lines_for(request, thing, place, fields)), request.language),
    )
    word = tell.say(PLACES[place])
    title = tell.say(_("A text is missing: {what}"), what=word if thing == WHOLE else f"{thing} {word}")
    return [Callout(title, blocks, MISSING, word if thing == WHOLE else f"{thing}: {word}")]


def folder_of(round_id: str) -> str:
    """The folder that holds what people write for the report on a round."""
    return f"reports/{round_id}"


def file_of(request: Request, thing: str) -> str:
    """The file that holds what people write about a thing."""
    return f"{folder_of(request.standings.round)}/{thing}.yaml"


def lines_for(request: Request, thing: str, place: str, fields: Iterable[str]) -> list[str]:
    """The lines to copy into the file; with its first lines, where there is no file yet."""
    lines: list[str] = []
    if place in FIRST and request.text(thing) is None:
        responsible = request.plan.follow_up.responsible
        lines += [f"by: {responsible[0] if responsible else BLANK}", f"date: {BLANK}"]
    for field in fields:
        lines += _field(request, field)
    return lines


def _field(request: Request, field: str) -> list[str]:
    """One field with its blank, in every language of the plan."""
    languages = request.plan.languages
    if field in WORDS:
        return [f"# {', '.join(WORDS[field])}", f"{field}: {BLANK}"]
    if field == "proposals":
        if len(languages) == 1:
            return ["proposals:", f"  - {BLANK}"]
        return ["proposals:", "  - text:", *(f"      {each}: {BLANK}" for each in languages)]
    if len(languages) == 1:
        return [f"{field}: |", f"  {BLANK}"]
    return [f"{field}:", *(line for each in languages for line in (f"  {each}: |", f"    {BLANK}"))]


def _code(lines: list[str]) -> str:
    return "\n".join(["```yaml", *lines, "```"])


def heading(request: Request, tell: Teller, sections: tuple[Section, ...]) -> tuple[Callout, ...]:
    """That it is a draft, and how much is left to write and to read again; short, for it stands on the cover."""
    if not request.asked.draft:
        return ()
    blocks = [Prose((in_words(tell.speech, sections),))]
    if any(boxes(sections)):
        advice = _("Each box says what to write and in which file. Made without --draft, the report has no boxes.")
        blocks += [Prose((tell.say(advice),)), Prose((Link(tell.say(LEFT), LEFT_TO_WRITE),))]
    return (Callout(tell.say(_("This is a draft")), tuple(blocks), MISSING),)


def listing(request: Request, tell: Teller, sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The places where a text is missing or to be read again, each leading to its box; only in a draft."""
    if not request.asked.draft:
        return ()
    items: list[Cell] = [(Link(each.title, anchor),) for anchor, each in boxes(sections)]
    return (Section(LEFT_TO_WRITE, (tell.say(LEFT),), (Bullets(tuple(items)),)),) if items else ()


def in_words(speech: Speech, sections: tuple[Section, ...]) -> str:
    """How many texts are missing, and how many are to be read again."""
    tones = [each.tone for _anchor, each in boxes(sections)]
    texts, old = tones.count(MISSING), tones.count(OLDER)
    missing_texts = speech.count(_("One text is missing."), _("{n} texts are missing."), texts)
    to_read = speech.count(
        _("One text is older than what it speaks of."), _("{n} texts are older than what they speak of."), old
    )
    none = speech.say(_("No text is missing.")), speech.say(_("No text is older than what it speaks of."))
    return " ".join((missing_texts if texts else none[0], to_read if old else none[1]))


def left_to_write(speech: Speech, document: Document) -> str:
    """What is left to write and to read again, with the first missing texts by name and the folder they belong in."""
    missing_texts = [each.about for _anchor, each in boxes(document.sections) if each.tone == MISSING]
    said = in_words(speech, document.sections)
    if not missing_texts:
        return said
    more = len(missing_texts) - NAMED
    rest = [speech.count(_("and one more"), _("and {n} more"), more)] if more > 0 else []
    sentence = speech.say(
        _("Missing in the folder {folder}: {names}."),
        folder=folder_of(document.stamp.asked.round),
        names=", ".join((*missing_texts[:NAMED], *rest)),
    )
    return f"{said}\n{sentence}"


def boxes(sections: tuple[Section, ...]) -> Iterator[tuple[str, Callout]]:
    """The boxes of a draft in the order they are read, each with the anchor of its section."""
    for _level, section in walk(sections):
        for block in section.blocks:
            if isinstance(block, Callout) and block.tone in (MISSING, OLDER):
                yield section.anchor, block
