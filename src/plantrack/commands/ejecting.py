"""``report --eject``: hands the templates out into the plan's own folder, where they can be changed."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from plantrack.commands.options import Session
from plantrack.formats.docx import blank
from plantrack.formats.own import CHANGES
from plantrack.locales import Speech
from plantrack.mark import _
from plantrack.shell import CannotRun
from plantrack.shipped import templates
from plantrack.store.files import README, TEMPLATES
from plantrack.store.write import write_new

SHIPPED = "report"
WORD = "report.docx"


def eject(session: Session) -> int:
    """Writes the templates that are not there yet, and says what each of them changes."""
    if session.tree.revision:
        raise CannotRun(_("--eject writes into the plan's folder as it is now, so --rev cannot be with it."))
    folder = session.folder / TEMPLATES
    handed_out = {name: data for name, data in files(session.speech).items() if not (folder / name).exists()}
    write_new({folder / name: data for name, data in handed_out.items()})
    for name in (*CHANGES, README):
        sentence = _("Wrote {path}") if name in handed_out else _("{path} is there already, and was left as it is.")
        if not (folder / name).exists():
            sentence = _('{path} needs one package more: pip install "plantrack[word]"')
        print(session.speech.say(sentence, path=session.shown(f"{TEMPLATES}/{name}")))
        if name in CHANGES:
            print(f"  {session.speech.say(CHANGES[name])}")
    if session.terminal:
        print(session.speech.say(_("Next: change one of them, remove the others, and make a report.")))
    return 0


def files(speech: Speech) -> Mapping[str, bytes]:
    """Every template as it is shipped, and a page on how they work. That of Word is made, where its package is there."""
    shipped = {name: templates() / SHIPPED / name for name in CHANGES if name != WORD}
    found = {name: path.read_bytes().replace(b"\r\n", b"\n") for name, path in shipped.items()}
    with suppress(ModuleNotFoundError):
        found[WORD] = blank(speech.language)
    return {**found, README: read_me(speech).encode()}


def read_me(speech: Speech) -> str:
    """What each file changes, and what to know before changing it."""
    rows = [f"- `{name}`: {speech.say(what)}" for name, what in CHANGES.items()]
    title = speech.say(_("The plan's own templates"))
    own = [f"## {speech.say(_('A colour and a logo of your own'))}", colour(speech), logo(speech)]
    parts = [f"# {title}", *map(speech.say, BEFORE), "\n".join(rows), *own, *map(speech.say, AFTER)]
    return "\n\n".join(parts) + "\n"


def colour(speech: Speech) -> str:
    """Where the colour stands in each file, and what to write there."""
    light, dark = (line_of("report.css", each) for each in COLOURS)
    rows = [
        speech.say(COLOUR_IN_CSS, line=light, written=COLOURS[0], own=f"--brand: {EXAMPLE};"),
        speech.say(COLOUR_IN_THE_DARK, line=dark, written=COLOURS[1]),
        speech.say(COLOUR_OF_CHARTS),
        speech.say(
            COLOUR_IN_TYPST, line=line_of("report.typ", TYPST), written=TYPST, own=f'#let brand = rgb("{EXAMPLE}")'
        ),
        speech.say(COLOUR_IN_WORD),
    ]
    return "\n".join([speech.say(COLOUR), "", *(f"- {row}" for row in rows)])


def logo(speech: Speech) -> str:
    """After which line of each file a logo goes, and what to write there."""
    rows = [
        speech.say(LOGO_IN, file=name, line=line_of(name, after), written=after.strip(), own=own)
        for name, after, own in LOGOS
    ]
    return "\n".join([speech.say(LOGO), "", *(f"- {row}" for row in (*rows, speech.say(LOGO_IN_WORD)))])


def line_of(name: str, written: str) -> int:
    """The number of the line in a template that something stands on."""
    text = (templates() / SHIPPED / name).read_text(encoding="utf-8")
    return text[: text.index(written)].count("\n") + 1


EXAMPLE = "#7a1f3d"
COLOURS = ("--brand: #0b4f6c;", "--brand: #8ecbe6;")
"""On paper and on light screens; on dark ones."""
TYPST = "#let brand = rgb(petrol)"
LOGOS = (
    ("report.html.j2", '<div class="cover">', '<img src="{{ image(\'logo.png\') }}" alt="Lunda" height="72">'),
    ("report.typ", "let names = block(width: wide, {", 'image("logo.png", height: 20mm, alt: "Lunda")'),
)
"""Name of a template, what a logo is written under, and how."""
COLOUR = _("The colour of headings, links, lines and the cover stands in one place in each file:")
COLOUR_IN_CSS = _("`report.css`, line {line}: `{written}`. Write your own, as `{own}`. White must be readable on it.")
COLOUR_IN_THE_DARK = _(
    "`report.css`, line {line}: `{written}`. That one is for dark screens: a light shade of the same."
)
COLOUR_OF_CHARTS = _(
    "`charts.css`: nothing to do. Curves and bars take the colour of `report.css`. The colours of states are the same "
    "in every report; keep them, for they can be told apart by those who are colour-blind."
)
COLOUR_IN_TYPST = _("`report.typ`, line {line}: `{written}`. Write `{own}`. The charts of the PDF take it too.")
COLOUR_IN_WORD = _(
    "`report.docx`: open it in Word, and change the styles there, as Title, Heading 1 and Heading 2: right-click a style, "
    "Modify, Font color. The charts keep theirs."
)
LOGO = _("Put the logo here, as `logo.png`; SVG and JPEG do too. The cover is coloured, so take the white one:")
LOGO_IN = _("`{file}`, on a new line after line {line}, `{written}`: `{own}`")
LOGO_IN_WORD = _("`report.docx`: open it in Word, and insert the picture in the head of the first page.")


BEFORE = (_("What lies here comes before what plantrack brings along. Each file changes something else:"),)
AFTER = (
    _(
        "Keep only those that you change, and remove the others: a file that lies here stays as it is when plantrack gets "
        "a new version, and does not get what is new in it. `plantrack report --eject` hands out again what is not here."
    ),
    _(
        'A picture may lie beside them. In HTML it is shown by `<img src="{{ image(\'logo.svg\') }}" alt="Lunda">`, in the PDF '
        'by `#image("logo.svg", alt: "Lunda")`. A picture must say in `alt` what it shows, or the PDF is refused.'
    ),
    _(
        "Templates say how a report looks, and can do nothing else: they reach no other files and no network. What is "
        "wrong with one is told with its file and line when a report is made."
    ),
    _(
        "They belong to what a report is made from. A report carries a digest of them, so that it can be told whether "
        "they have changed."
    ),
)
