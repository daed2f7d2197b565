"""Letters as files: all of them or none, with what is to be known before they are sent. Nothing is sent."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from plantrack.commands.options import Session
from plantrack.kinds import is_id
from plantrack.letters.addresses import read_addresses, usable
from plantrack.letters.content import ASKING, content, recipients
from plantrack.letters.fault import NoLetter
from plantrack.letters.message import as_draft, as_text
from plantrack.letters.writing import Letter, Writer
from plantrack.mark import _
from plantrack.report.document import plain
from plantrack.shell import CannotRun
from plantrack.store.kept import would_be_kept
from plantrack.store.write import write_whole
from plantrack.views.due import Worklist

Addresses = Mapping[str, tuple[str, ...]]
NAMES = {"reminder": _("reminder-{organisation}"), "asking": _("asking-{organisation}")}
"""What the files of letters are called."""


def write_letters(session: Session, worklist: Worklist, kind: str, form: str, contacts: str, output: str) -> None:
    """Writes one letter for each organisation that has anything, and says what was written."""
    if kind == ASKING and not worklist.due.round:
        raise CannotRun(_("No round is open on {day}. Open one: plantrack round open"), day=worklist.standings.day)
    try:
        given = _contacts(session, contacts)
        letters = _written(session, worklist, kind)
    except NoLetter as fault:
        raise CannotRun(fault.sentence, **fault.values) from None
    addresses = {each.organisation: _addresses(worklist, each.organisation, given) for each in letters}
    if output == "-":
        _print(session, letters, form)
        return
    folder = Path(output or Path("out") / session.speech.say(_("letters-{day}"), day=session.facts.day))
    _refuse_place(session, folder, contacts)
    files = _files(session, worklist, kind, form, letters, addresses)
    _write_all(folder, files)
    _tell(session, worklist, folder, files, form, addresses, given)


def _contacts(session: Session, contacts: str) -> Addresses:
    """The addresses of a file outside git. Raises ``NoLetter``."""
    if not contacts:
        return {}
    path = Path(contacts)
    if not path.is_file():
        raise CannotRun(_("There is no file {path}."), path=contacts)
    if would_be_kept(path, session.folder):
        sentence = _(
            "{path} lies in the plan's git repository, and addresses of persons do not belong in git: what is once "
            "there stays there. Move the file out of it, or name it in .gitignore."
        )
        raise CannotRun(sentence, path=contacts)
    return read_addresses(contacts, path.read_bytes())


def _written(session: Session, worklist: Worklist, kind: str) -> list[Letter]:
    """Every letter, before any is put into a file. Raises ``NoLetter``."""
    to = recipients(worklist, kind)
    writer = Writer(Path(session.way), session.speech.language, kind)
    return [writer.write(each, content(worklist, each)) for each in session.watch(to, _("Writing letters"))]


def _addresses(worklist: Worklist, organisation: str, given: Addresses) -> tuple[str, ...]:
    """Where a letter goes: by the file of addresses, else the function's mailbox."""
    mailbox = usable(worklist.plan.organisations[organisation].mailbox or "")
    return given.get(organisation) or ((mailbox,) if mailbox else ())


def _print(session: Session, letters: list[Letter], form: str) -> None:
    if form == "eml":
        raise CannotRun(_("Drafts are files. Name a folder for them, or print the letters with --format txt."))
    say = session.speech.say
    line = "-" * 72 + "\n"
    print(line.join(as_text(each, say(_("To")), say(_("Subject"))) for each in letters), end="")


def _refuse_place(session: Session, folder: Path, contacts: str) -> None:
    if folder.is_file():
        raise CannotRun(_("{path} is a file. Name a folder for the letters."), path=folder)
    if contacts and would_be_kept(folder / "letter.eml", session.folder):
        sentence = _(
            "{path} lies in the plan's git repository, and the letters hold the addresses of {contacts}. Choose a "
            "folder outside it with -o, or name the folder in .gitignore."
        )
        raise CannotRun(sentence, path=folder, contacts=contacts)


def _files(
    session: Session, worklist: Worklist, kind: str, form: str, letters: list[Letter], addresses: Addresses
) -> dict[str, bytes]:
    """The files by their names."""
    say = session.speech.say
    sender = worklist.due.secretariat[:1]
    reply_to = worklist.plan.organisations[sender[0]].mailbox or "" if sender else ""
    files = {}
    for each in letters:
        name = say(NAMES[kind], organisation=each.organisation.replace(":", "-"))
        if form == "eml":
            data = as_draft(each, addresses[each.organisation], reply_to, session.speech.language)
        else:
            data = as_text(each, say(_("To")), say(_("Subject"))).encode()
        files[f"{name}.{form}"] = data
    return files


def _write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes the letters. One that is there already and says something else may have been changed by hand."""
    for name, data in files.items():
        path = folder / name
        if path.exists() and (not path.is_file() or path.read_bytes() != data):
            sentence = _(
                "{path} is there already and says something else. Nothing was written. Move it away, or choose another folder with -o."
            )
            raise CannotRun(sentence, path=path)
    for name, data in files.items():
        write_whole(folder / name, data)


def _tell(
    session: Session,
    worklist: Worklist,
    folder: Path,
    files: Mapping[str, bytes],
    form: str,
    addresses: Addresses,
    given: Addresses,
) -> None:
    """Says what was written, what lacks an address, and that nothing was sent."""
    say, tell = session.speech.say, worklist.tell
    if not files:
        print(say(_("There is nobody to write to: nothing is late, unanswered or near.")))
        return
    print(
        session.speech.count(
            _("Wrote {n} letter in {path}. It is not sent."),
            _("Wrote {n} letters in {path}. They are not sent."),
            len(files),
            path=folder,
        )
    )
    without = [each for each, found in addresses.items() if not found]
    if form == "eml" and without:
        names = session.speech.list([f"{plain(tell.party(each))} ({each})" for each in without])
        print(
            say(
                _(
                    "Without an address: {names}. Write one as mailbox in organisations.yaml, or in a file for --contacts."
                ),
                names=names,
            )
        )
    strangers = [each for each in given if each not in worklist.plan.organisations]
    if strangers:
        ids = dict.fromkeys(each if is_id(each) else "…" for each in strangers)
        print(say(_("The file of addresses names what the plan does not have: {ids}."), ids=tuple(ids)))
    others = sorted(path.name for path in folder.glob(f"*.{form}") if path.name not in files)
    if others:
        print(say(_("Older letters lie there too, and were not written now: {names}."), names=others))
    if session.terminal:
        print(say(_("Next: read them, and send them from your mail program.")))
