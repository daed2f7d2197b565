"""A form as one Markdown file, for those who prefer mail or pull requests: a heading for each thing, boxes to tick.

The hidden key of each thing stands in a comment that no reader shows. Every answer is text.
"""

from __future__ import annotations

from collections.abc import Iterator

from plantrack import __version__
from plantrack.forms.form import ANSWERS, COLUMNS, VERSION, WORDS, Form, Heading, Row
from plantrack.forms.instructions import MARKDOWN, instructions
from plantrack.forms.keys import about, written_key
from plantrack.forms.markdown_marks import END_MARK, GOAL_MARK, KEY_MARK, escaped, noted, signed
from plantrack.locales import Speech, speech
from plantrack.mark import _
from plantrack.report.teller import printable

SENDER = _("Who answers")


def written(form: Form) -> str:
    """The form as Markdown."""
    return "\n".join(_lines(form, speech(form.language))).rstrip("\n") + "\n"


def _lines(form: Form, tongue: Speech) -> Iterator[str]:
    facts = {
        "form": str(VERSION),
        "plan": form.plan,
        "round": form.round,
        "organisation": form.organisation or "-",
        "language": form.language,
        "tool": f"plantrack-{__version__}",
    }
    yield f"<!-- {noted(facts)} -->"
    yield ""
    page = tuple(_first_page(form, tongue))
    yield from page
    yield f"<!-- {signed(page)} -->"
    yield ""
    for row in form.rows:
        if isinstance(row, Heading):
            yield f"## {line_of(row.number)} {line_of(row.text)}"
            yield ""
            yield f"<!-- {GOAL_MARK} -->"
            yield ""
        else:
            yield from _row(form, row, tongue)
    yield f"<!-- {END_MARK} -->"


def _first_page(form: Form, tongue: Speech) -> Iterator[str]:
    """Who asks, when to answer, how to fill it in, and what the words mean."""
    told = instructions(form, MARKDOWN)
    yield f"# {line_of(told.title)}"
    yield ""
    if told.note:
        yield f"**{line_of(told.note)}**"
        yield ""
    for name, text in told.facts:
        yield f"- **{line_of(name)}:** {line_of(text)}"
    yield ""
    for text in told.about:
        yield line_of(text)
        yield ""
    yield f"## {tongue.say(_('How to fill it in'))}"
    yield ""
    for number, text in enumerate(told.steps, 1):
        yield f"{number}. {line_of(text)}"
    yield ""
    for explained in told.explained:
        yield f"**{line_of(explained.title)}**"
        yield ""
        for word, meaning in explained.words:
            yield f"- *{line_of(word)}*: {line_of(meaning)}"
        yield ""
    if not form.organisation:
        yield f"{tongue.say(SENDER)}:"
        yield ""


def _row(form: Form, row: Row, tongue: Speech) -> Iterator[str]:
    """One thing: what it is, what was answered before, and the places for the answer."""
    number, text = printable(row.number), printable(row.text)
    below = row.part or row.kind == "step"
    yield f"{'####' if below else '###'} {line_of(number)} {line_of(text)}"
    yield ""
    told = [line_of(line) for line in row.details.split("\n") if line]
    if row.last:
        told.append(f"{tongue.say(COLUMNS['last'])}: {line_of(row.last)}")
    if told:
        yield f"*{' · '.join(told)}*"
        yield ""
    yield f"<!-- {KEY_MARK} {written_key(about(form), row, number, text)} -->"
    for cell in (each for each in ANSWERS if each in row.cells):
        if cell == "answer" and row.takes == WORDS:
            yield from (f"- [ ] {line_of(word)}" for word in row.choices)
        elif cell == "forecast":
            yield f"{tongue.say(COLUMNS[cell])}:"
            yield ""
            yield from (f"- [ ] {line_of(word)}" for word in form.forecasts)
        else:
            yield f"{tongue.say(COLUMNS[cell])}:"
        yield ""


def line_of(text: str) -> str:
    """Words of the plan's on one line, so that they are shown as they are and can do nothing else."""
    return escaped(printable(" ".join(text.split())))
