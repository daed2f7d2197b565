"""How forms are told of at a terminal: which were written, and what is wrong with those that have come back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import fill

from plantrack.forms.fault import FormFault, FormRule, Place, short
from plantrack.forms.form import Form
from plantrack.locales import Speech
from plantrack.mark import _
from plantrack.pattern import pattern
from plantrack.report.document import Column, Row, Section, Table
from plantrack.report.teller import Teller, printable

SEVERITIES = {"error": _("error"), "warning": _("warning"), "info": _("note")}
BLANK = pattern(r"\{\w+\}")
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
WIDEST = 100
"""Characters of a line that are easily read."""


def of_written(tell: Teller, round_id: str, written: Sequence[tuple[Form, str]]) -> Section:
    """The forms with their files, and how much each asks."""
    columns = (
        Column(tell.say(_("Organisation")), "wide"),
        Column(tell.say(_("File")), "wide"),
        Column(tell.say(_("Questions")), "narrow", numbers=True),
    )
    rows = [
        Row(
            (
                tell.party(form.organisation) if form.organisation else (tell.say(_("nobody named in the plan")),),
                (path,),
                (str(len(form.things)),),
            )
        )
        for form, path in written
    ]
    title = (tell.say(_("Forms for the round {round}"), round=round_id),)
    return Section("forms", title, (Table((), columns, tuple(rows)),))


def place_in_words(tongue: Speech, path: str, place: Place) -> str:
    """A place in a form: sheet, row and column, or line and column as an editor shows them."""
    path = shown_path(path)
    if place.sheet and place.row:
        return tongue.say(
            _("{path}: sheet {sheet}, row {row}, column {column}"),
            path=path,
            sheet=short(place.sheet),
            row=str(place.row),
            column=place.column,
        )
    if place.sheet:
        return tongue.say(_("{path}: sheet {sheet}"), path=path, sheet=short(place.sheet))
    return f"{path}:{place.row}:{place.column}" if place.row else path


def shown_path(path: str) -> str:
    """The name of a file that somebody sent, so that it is one line and does nothing to a terminal."""
    return printable(path.replace("\n", "\0").replace("\t", "\0"))


def fault_in_words(tongue: Speech, path: str, fault: FormFault, width: int = 0) -> str:
    """A fault as one line; as several lines of a width, where one is given."""
    said = " ".join([tongue.say(fault.sentence, **fault.values), tongue.say(fault.advice, **fault.values)])
    return line_of(tongue, place_in_words(tongue, path, fault.place), fault.severity, fault.rule.code, said, width)


def line_of(tongue: Speech, place: str, severity: str, code: str, said: str, width: int = 0) -> str:
    """A place, and what is said of it."""
    head = f"{place}: {tongue.say(SEVERITIES[severity])} {code}"
    said = printable(" ".join(said.split()))
    if not width:
        return f"{head}: {said}"
    wrapped = fill(said, min(width, WIDEST), initial_indent="  ", subsequent_indent="  ", break_long_words=False)
    return f"{head}\n{wrapped}"


def place_of(keys: Sequence[object], places: Mapping[tuple[str, ...], Place]) -> Place | None:
    """Where in a form the value of a submission stood that some keys lead to; None where it was in none."""
    if len(keys) < 2 or keys[0] != "answers":
        return None
    thing = str(keys[1])
    field = str(keys[2]) if len(keys) > 2 else ""
    return places.get((thing, field)) or places.get((thing,))


def fault_page(rule: FormRule, tongue: Speech, level: int = 1) -> str:
    """One fault's page, as Markdown: what it is, why it matters, and what is said of it."""
    pairs = ((rule.sentence, rule.advice), *rule.variants.values())
    said = [f"- {BLANK.sub(ELLIPSIS, ' '.join(tongue.say(each) for each in pair))}" for pair in pairs]
    return "\n".join(
        [
            f"{'#' * level} {rule.code}\n",
            f"**{tongue.say(rule.title)}** · {tongue.say(_('In a form'))} · `{rule.name}`\n",
            tongue.say(rule.why) + "\n",
            tongue.say(_("It says:")) + "\n",
            *said,
            "",
        ]
    )


def count_in_words(tongue: Speech, answered: int, empty: int) -> str:
    """How many answers a form gives, and how many it leaves out."""
    answers = tongue.count(_("{n} answer"), _("{n} answers"), answered)
    left = tongue.count(_("{n} question left empty"), _("{n} questions left empty"), empty)
    return f"{answers}, {left}"
