"""What can be wrong with a form that has come back: every fault with its code, and everything that is said of it.

A file with a fault is not read at all, so that nobody has to find out which half of it was. A remark is said aloud and
stops nothing. Sentences are English and are translated when shown.
"""

from __future__ import annotations

from plantrack.finding import WARNING
from plantrack.forms.fault import FormRule
from plantrack.mark import _

NOT_A_FORM_FILE = FormRule(
    "PF01",
    "form-not-readable",
    _("A file that cannot be read"),
    _(
        "A form comes back as an Excel workbook (.xlsx) or as a Markdown file (.md). What only has such a name, or was "
        "cut off on the way, cannot be read, and nothing in it is guessed at."
    ),
    _("The file is no Excel workbook, whatever its name says."),
    _("Ask for the form again, saved as an Excel workbook (.xlsx)."),
    {
        "empty": (_("The file is empty."), _("Ask for the form again: it was lost on the way.")),
        "damaged": (
            _("The file is damaged: it ends too early, or holds what no workbook holds."),
            _("Open it in Excel or LibreOffice, save it anew, and try again. If it does not open, ask for it again."),
        ),
        "old_excel": (
            _("The file is an Excel file of the old kind (.xls)."),
            _("Open it, save it as an Excel workbook (.xlsx), and try again."),
        ),
        "binary": (
            _("The file is a binary Excel workbook (.xlsb)."),
            _("Open it, save it as an Excel workbook (.xlsx), and try again."),
        ),
        "opendocument": (
            _("The file is an OpenDocument sheet (.ods)."),
            _("Open it, save it as an Excel workbook (.xlsx), and try again."),
        ),
        "password": (
            _("The file is locked with a password."),
            _("Ask for the form without a password, or open it and save it without one."),
        ),
        "name": (
            _("The file's name holds signs that cannot be read."),
            _("Give the file another name, and try again."),
        ),
        "not_text": (
            _("The file is no text: it cannot be read as UTF-8."),
            _("Open it in the program that it was written in, save it as text in UTF-8, and try again."),
        ),
    },
)
UNSAFE = FormRule(
    "PF02",
    "form-too-large",
    _("A file that is too large, or not safe to open"),
    _(
        "A form of two hundred rows is a tenth of a megabyte. A file that unpacks to hundreds of times that, or that "
        "declares things of its own, may be made to bring a computer down, and is not unpacked."
    ),
    _("The file is far larger than a form can be."),
    _("Take out pictures and other sheets, save it anew, and try again."),
    {
        "declares": (
            _("The file declares things of its own that no program writes in a form. It was not opened further."),
            _("Find out where it comes from. Ask for the form again."),
        ),
    },
)
NOT_OURS = FormRule(
    "PF03",
    "not-a-form",
    _("A file that is not one of the plan's forms"),
    _(
        "A form carries hidden notes on which plan and round it belongs to, and a hidden key on each row. Without them "
        "nobody can know for certain what an answer is about."
    ),
    _("The file is a workbook, but none of the plan's forms: the hidden sheet “{sheet}” is missing."),
    _("Give the form itself. If the answers were copied into a new workbook, have them copied back into the form."),
    {
        "text": (
            _("The file is a text, but none of the plan's forms: its first lines do not say what it is."),
            _("Give the form itself, with the line that begins with <!-- plantrack."),
        ),
        "no_answers": (
            _("The form has no sheet with answers: the hidden row that names the columns is missing."),
            _("Ask for the form again, or have the answers copied back into the form as it was sent out."),
        ),
        "newer": (
            _("The form was made by a newer version of the tool ({tool})."),
            _("Bring the tool up to date, and try again."),
        ),
        "two_sheets": (
            _("There are answers on two sheets: “{sheet}” is a copy of “{other}”."),
            _("Find out which of them holds, and take the other out."),
        ),
    },
)
OTHER_PLAN = FormRule(
    "PF04",
    "other-plan",
    _("A form of another plan"),
    _("The numbers of two plans look alike. An answer to one must not become an answer to the other."),
    _("The form belongs to the plan “{other}”, and this plan is “{plan}”."),
    _("Read it where it belongs: plantrack round collect --plan …"),
    {
        "round": (
            _("The form belongs to the round “{round}”, and that cannot be a round."),
            _("Ask for the form again, as it was sent out."),
        ),
    },
)
SENDER = FormRule(
    "PF05",
    "sender-unknown",
    _("A form whose sender is not known"),
    _("Every answer has a sender. Whose a form is must be known, and is not guessed at."),
    _("The form was made for “{organisation}”, and the plan has no such organisation now."),
    _("If it has a new id, say who answers: --by ORGANISATION."),
    {
        "missing": (
            _("The form does not say who answers."),
            _("Say who answers: --by ORGANISATION. Or write the name in the form."),
        ),
        "unclear": (
            _("“{text}” is none of the plan's organisations, by id, abbreviation or name."),
            _("Write its name as the plan has it, or say who answers: --by ORGANISATION."),
        ),
        "contradicts": (
            _("The form is {organisation}'s, and --by says {by}."),
            _("Leave --by out: it is for forms that do not say who answers."),
        ),
    },
)
KEY = FormRule(
    "PF06",
    "row-moved",
    _("A row that does not agree with its hidden key"),
    _(
        "Each row carries a hidden key for what it is about. Where a row was pasted over another, or its number or text "
        "was changed, the answer may be about something else."
    ),
    _("The row shows {number} “{text}”, and its hidden key is about {id}."),
    _("Put number and text back as they were in the form that was sent out, and see which row the answer belongs to."),
    {
        "damaged": (
            _("The hidden key of the row cannot be read: “{text}”."),
            _("Copy the row's answer into the form as it was sent out."),
        ),
    },
)
TWICE = FormRule(
    "PF07",
    "row-twice",
    _("A row that stands twice"),
    _(
        "A row that was pasted over another stands twice, and the other is gone. What was meant for the other must not "
        "become an answer to this one."
    ),
    _("{id} “{text}” is answered here, and once before in this form: {where}."),
    _("See in the form as it was sent out which row stood here. Put it back, or empty this one."),
)
NO_ROW = FormRule(
    "PF08",
    "answer-without-row",
    _("An answer that stands in no row of the form"),
    _("What is written in a row that was added belongs to nothing in the plan. It would be lost in silence."),
    _("“{text}” stands in a row that is not one of the form's."),
    _("Move it to the row that it is about, as its comment for instance, or empty the cell."),
    {
        "not_asked": (
            _("“{text}” stands in a cell that {id} has no use for."),
            _("Move it to the comment of the same row, or empty the cell."),
        ),
        "text": (
            _("“{text}” stands after no name of a field, so nobody knows what it is."),
            _("Write it after “{field}:”, or take it out."),
        ),
    },
)
BESIDE = FormRule(
    "PF09",
    "beside-the-form",
    _("Something beside the form that is not read"),
    _(
        "People make notes in a column or a sheet of their own. That is no fault, but nothing of it becomes an answer, "
        "so it is said aloud."
    ),
    _("Column {column} is not one of the form's. What stands in it is not read: “{text}”."),
    _("If it is an answer, copy it into the comment of its row."),
    {
        "sheet": (
            _("The sheet “{sheet}” is not one of the form's, and is not read."),
            _("If there are answers in it, copy them into the form."),
        ),
        "text": (
            _("Outside the fields of the form stands “{text}”. It is not read."),
            _("If it is an answer, write it in the field that it is for."),
        ),
    },
    WARNING,
)
FORMULA_IN_CELL = FormRule(
    "PF10",
    "formula",
    _("A formula where an answer should be"),
    _(
        "What a formula shows depends on the program that opens it, and on other cells and files. An answer has to say "
        "the same tomorrow."
    ),
    _("The cell holds a formula."),
    _("Write the value itself. In Excel: copy the cell and paste it as a value."),
    {
        "error": (
            _("The cell holds an error of the spreadsheet's: {text}."),
            _("Write the value itself."),
        ),
    },
)
MERGED = FormRule(
    "PF11",
    "merged-cells",
    _("Cells that have been merged"),
    _("A merged cell belongs to several rows or columns at once. Which of them the answer is for, nobody can tell."),
    _("The cells {cells} have been merged into one, which holds “{text}”."),
    _("Split them, and write the answer in each cell that it is for."),
)
NO_ANSWER = FormRule(
    "PF12",
    "not-an-answer",
    _("A word that is no answer"),
    _("A state is one of a few words, so that it can be counted. What else there is to say belongs in the comment."),
    _("“{text}” is no answer about {id}."),
    _("These are: {choices}. The rest belongs in the comment."),
    {
        "meant": (
            _("“{text}” is no answer about {id}. Did you mean “{meant}”?"),
            _("These are: {choices}. The rest belongs in the comment."),
        ),
        "forecast": (
            _("“{text}” is no forecast for {id}."),
            _("These are: {choices}. The rest belongs in the comment."),
        ),
        "boxes": (
            _("{id} has two boxes ticked: “{first}” and “{text}”."),
            _("Leave the x in one of them."),
        ),
        "mark": (
            _("It cannot be seen whether “{text}” is ticked: [{mark}]."),
            _("Write [x] for the one that holds, and [ ] for the others."),
        ),
    },
)
NO_FIGURE = FormRule(
    "PF13",
    "not-a-figure",
    _("Something that is no figure"),
    _("A value is compared with others, and must be a figure alone. Words about it belong in the comment."),
    _("“{text}” is no figure, and {id} asks for one."),
    _("Write it as 7, 2 140, 3.5 or 58 %, and the rest in the comment. A decimal comma is read too."),
    {
        "day": (
            _(
                "The cell holds the day {text}, and {id} asks for a figure. Spreadsheets make days of figures with a point."
            ),
            _("Write the figure with a decimal comma, as 3,5."),
        ),
        "grouped": (
            _("“{text}” may be {grouped} or {shorter}, and {id} asks for one figure."),
            _("Write thousands with a space: {grouped}. Or leave the noughts out: {shorter}."),
        ),
        "money": (
            _("“{text}” is no sum of money, and {id} asks for one."),
            _("Write it as 250 000, 250 000 SEK or 1,5 MSEK."),
        ),
        "whole": (
            _("“{text}” is no whole number, and the number of answers about {id} has to be one."),
            _("Write how many answers or cases the value rests on, as 118."),
        ),
        "percent": (
            _("The cell shows {text}, and {id} is not measured in per cent."),
            _("Write the figure without the sign for per cent."),
        ),
    },
)
NO_DAY = FormRule(
    "PF14",
    "not-a-day",
    _("Something that is no day"),
    _("The day of a value decides where on the way it stands, and so how it is judged."),
    _("“{text}” is no time, and here stands when {id} was measured."),
    _("Write it as 2015-11-20, 2015-11 or 2015."),
)
GONE = FormRule(
    "PF15",
    "thing-gone",
    _("A row about something that the plan no longer has"),
    _("The plan has changed since the form was sent out. The answer would be about nothing."),
    _("The plan has nothing with the number {id} now, and “{text}” is an answer about it."),
    _("See in the plan what became of it. Empty the row, or record the answer by hand: plantrack record"),
    {
        "part": (
            _("{id} no longer has this part, and “{text}” is an answer to it."),
            _("See in the plan what became of it. Empty the cell, or record the answer by hand: plantrack record"),
        ),
    },
)
READ_BEFORE = FormRule(
    "PF16",
    "other-form-read",
    _("Another form from the same organisation has been read already"),
    _(
        "Two forms of one organisation for one round may both be in good faith, and only one holds. Which one that is, "
        "a person decides."
    ),
    _("{organisation} has answered otherwise by form in the round {round}: {submissions}. It differs in {things}."),
    _("If this form holds, read it with --replace. The earlier answer stays readable."),
    {
        "together": (
            _("{organisation} has two forms here that say different things: this one and {file}."),
            _("Find out which of them holds, and read it alone."),
        ),
    },
)
BLANK = FormRule(
    "PF17",
    "field-twice",
    _("A name of a field that stands twice in one part"),
    _(
        "A line that begins with a name such as “Comment:” begins that field. Where two do, nobody can tell which holds."
    ),
    _("“{field}:” stands twice about {id}."),
    _("Leave one of them. If it is a part of a sentence, let its line begin with another word."),
)
CORRECTED = FormRule(
    "PF18",
    "corrected-by-hand",
    _("An answer that was corrected by hand after the form was read"),
    _(
        "A form that comes back once more often says again what it said the first time. What a person has corrected "
        "in between must not be undone by that."
    ),
    _(
        "{id} was corrected by hand after the form was read, in {submission}. The form says as before: that is not taken."
    ),
    _("If the form holds, record it: plantrack record {id} … --replaces {submission}"),
    severity=WARNING,
)

RULES = (
    NOT_A_FORM_FILE, UNSAFE, NOT_OURS, OTHER_PLAN, SENDER, KEY, TWICE, NO_ROW, BESIDE, FORMULA_IN_CELL, MERGED,
    NO_ANSWER, NO_FIGURE, NO_DAY, GONE, READ_BEFORE, BLANK, CORRECTED,
)  # fmt: skip
"""All of them in the order of their codes."""
