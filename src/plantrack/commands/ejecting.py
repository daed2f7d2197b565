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
    parts = [f"# {title}", *map(speech.say, BEFORE), "\n".join(rows), *map(speech.say, AFTER)]
    return "\n\n".join(parts) + "\n"


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
