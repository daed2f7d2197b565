"""What a form says of itself: who asks, when to answer, how to fill it in, and what its words mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plantrack.forms.form import COLUMNS, Form
from plantrack.forms.meanings import COLUMNS_MEAN
from plantrack.locales import Speech, speech
from plantrack.mark import _


class Explained(NamedTuple):
    """A list of words with what each means."""

    title: str
    words: tuple[tuple[str, str], ...]


class Instructions(NamedTuple):
    """The first page of a form."""

    title: str
    facts: tuple[tuple[str, str], ...]
    """What the form is about, each with its name: round, period, to, from, answer by."""
    note: str
    """That the plan is made up, where it is."""
    about: tuple[str, ...]
    """Paragraphs on what the form is."""
    steps: tuple[str, ...]
    """How to fill it in."""
    explained: tuple[Explained, ...]


EXCEL, MARKDOWN = "excel", "markdown"


def instructions(form: Form, medium: str) -> Instructions:
    """The first page of a form, for Excel or for Markdown."""
    tongue = speech(form.language)
    return Instructions(
        title=title_of(form, tongue),
        facts=tuple(_facts(form, tongue)),
        note=form.invented,
        about=tuple(_about(form, tongue)),
        steps=tuple(_steps(form, tongue, medium)),
        explained=tuple(_explained(form, tongue, medium)),
    )


def title_of(form: Form, tongue: Speech) -> str:
    """What the form is called: the round, and the plan."""
    return tongue.say(_("{round}: {plan}"), round=form.round_title, plan=form.plan_title)


def _facts(form: Form, tongue: Speech) -> Iterator[tuple[str, str]]:
    say = tongue.say
    if form.organisation:
        yield say(_("To")), form.organisation_name
    if form.sender:
        mailbox = f", {form.sender.mailbox}" if form.sender.mailbox else ""
        yield say(_("From")), form.sender.name + mailbox
    yield say(_("About the time")), form.period
    if form.answer_by:
        yield say(_("Answer by")), tongue.day(form.answer_by)


def _about(form: Form, tongue: Speech) -> Iterator[str]:
    say = tongue.say
    whose = (
        _("The plan is followed up, and you answer for {what} in it. What you write goes into the follow-up report.")
        if form.organisation
        else _(
            "These are the parts of the plan that nobody is named for: {what}. What is written here goes into the "
            "follow-up report."
        )
    )
    yield say(whose, what=tongue.list(_counted(form, tongue)))


def _counted(form: Form, tongue: Speech) -> Iterator[str]:
    """How many things of each kind the form asks about."""
    for kinds, one, many in (
        (("activity",), _("{n} activity"), _("{n} activities")),
        (("step",), _("{n} step"), _("{n} steps")),
        (("criterion",), _("{n} success criterion"), _("{n} success criteria")),
        (("indicator",), _("{n} indicator"), _("{n} indicators")),
        (("goal", "theme"), _("{n} goal"), _("{n} goals")),
    ):
        number = form.kinds(*kinds)
        if number:
            yield tongue.count(one, many, number)


def _steps(form: Form, tongue: Speech, medium: str) -> Iterator[str]:
    say = tongue.say
    if not form.organisation:
        yield say(_("Begin with who answers: write the organisation's name."))
    if medium == EXCEL:
        yield say(_("Go to the sheet “{sheet}” and write in the white cells. The grey ones are locked, or not needed."), sheet=say(ANSWER_SHEET))  # fmt: skip
        yield say(_("Take one row at a time. Where the answer is a word, choose it from the list in the cell."))
    else:
        yield say(
            _(
                "Put an x between the brackets before one of the words. Write the rest after the colons, on as many lines as you need."
            )
        )
    yield say(_("A word or a figure is enough. A sentence in Comment makes the report better."))
    yield say(_("What you leave empty says nothing new. It never erases what you have answered before."))
    yield say(_("If nothing has changed since last time, answer “{word}”."), word=form.unchanged)
    yield say(_("Write figures as figures: 12, 3.5 or 58 %. What belongs with them goes into the comment."))
    yield say(
        _(
            "Write no names, telephone numbers or personal e-mail addresses. Name functions instead: the head of the "
            "unit. What you write becomes public."
        )
    )
    if medium == EXCEL:
        yield say(_("You may filter and widen the columns. Do not sort, and do not paste whole rows over others."))
    else:
        yield say(_("Leave the headings and the lines with plantrack-row as they are: they tell what you answer."))
    if form.sender and form.sender.mailbox:
        yield say(
            _("Save the form under its own name and send it to {mailbox}. Questions go there too."),
            mailbox=form.sender.mailbox,
        )
    elif form.sender:
        yield say(_("Save the form under its own name and send it back to {name}, who also answers questions."), name=form.sender.name)  # fmt: skip
    else:
        yield say(_("Save the form under its own name and send it back to where it came from."))


ANSWER_SHEET = _("Your answers")
FIRST_SHEET = _("Read first")


def _explained(form: Form, tongue: Speech, medium: str) -> Iterator[Explained]:
    say = tongue.say
    if medium == EXCEL:
        yield Explained(say(_("The columns")), tuple((say(COLUMNS[c]), say(COLUMNS_MEAN[c])) for c in form.columns))
    if form.kinds("activity", "step"):
        yield Explained(say(_("The words for activities")), form.statuses)
    if form.kinds("criterion", "goal", "theme"):
        yield Explained(say(_("The words for criteria and goals")), form.fulfilments)
