"""Files that are about to be written: judged by the rules before anything is, and shown as they would stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plantrack.commands.options import Session
from plantrack.facts import Facts
from plantrack.finding import ERROR, Finding
from plantrack.mark import _
from plantrack.shell import CannotRun
from plantrack.store.folder import with_files
from plantrack.store.places import place_findings
from plantrack.store.write import AlreadyThere, Change, write_all, write_new
from plantrack.terminal.text import told_one_by_one


class Proposed(NamedTuple):
    """Files that are about to be written, and what the rules say of the plan with them."""

    files: Mapping[str, bytes]
    """By their paths in the plan."""
    facts: Facts
    """The plan with them."""
    findings: tuple[Finding, ...]
    """What the rules say of these files, and of others because of them."""

    @property
    def refused(self) -> bool:
        """Whether any of it is an error, so that nothing may be written."""
        return any(each.severity == ERROR for each in self.findings)


def propose(session: Session, files: Mapping[str, bytes]) -> Proposed:
    """What the rules say of files, with nothing written."""
    facts = with_files(session.facts, files)
    found = session._replace(facts=facts).checked().findings if files else ()
    about = [each for each in found if each.where.file in files or any(w.file in files for w in each.related)]
    return Proposed(files, facts, tuple(about))


def write_proposed(session: Session, proposed: Proposed) -> list[str]:
    """Writes new files, all or none of them; answers with the files as they can be opened from here."""
    write_files(session, proposed.files)
    return [session.shown(path) for path in proposed.files]


def write_files(session: Session, files: Mapping[str, bytes]) -> None:
    """Writes new files by their paths in the plan, all or none of them."""
    try:
        write_new({session.folder / path: data for path, data in files.items()})
    except AlreadyThere as error:
        raise CannotRun(_("{path} is there already. Nothing was written."), path=error.path) from None


def rewrite(session: Session, file: str, before: bytes, after: bytes) -> str:
    """Writes a file anew that still holds what it held; answers with the file as it can be opened from here."""
    write_files_anew(session, [Change(session.folder / file, before, after)])
    return session.shown(file)


def write_files_anew(session: Session, changes: Iterable[Change]) -> None:
    """Writes files anew that still hold what they held, all or none of them."""
    try:
        write_all(list(changes))
    except AlreadyThere as error:
        shown = session.shown(error.path.relative_to(session.folder).as_posix())
        raise CannotRun(_("{path} was changed meanwhile. Nothing was written. Try again."), path=shown) from None


def tell_findings(session: Session, proposed: Proposed) -> None:
    """Prints what the rules say, as ``check`` would."""
    if proposed.findings:
        shown = session._replace(facts=proposed.facts, unwritten=proposed.files)
        print(told_one_by_one(shown, place_findings(shown.places, proposed.findings)), end="")
    if proposed.refused:
        print(session.speech.say(_("Nothing was written: the rules find an error.")))


def tell_files(session: Session, shown: Sequence[str], proposed: Proposed, *, dry_run: bool) -> None:
    """Prints what was written, or would be, line by line."""
    for path, data in zip(shown, proposed.files.values(), strict=True):
        print(session.speech.say(_("Would write {path}:") if dry_run else _("Wrote {path}:"), path=path))
        print("".join(f"  {line}\n" for line in data.decode().splitlines() if not line.startswith("#")))


def tell_next(session: Session, written: Sequence[str], about: str, then: str = "") -> None:
    """Prints how the files get into git, and the command that comes after."""
    say = session.speech.say
    print(say(_("Next:")))
    places = written if len(written) == 1 else dict.fromkeys(path.rpartition("/")[0] for path in written)
    print("  git add " + " ".join(map(typed, places)))
    print(f"  git commit -m {typed(about)}")
    print("  " + say(_("and a pull request, as for any change.")))
    if then:
        print("  " + then)


def schema_line(session: Session, file: str, kind: str) -> str:
    """The first line of a new file, by which an editor finds its schema; nothing where the plan has no schemas."""
    if not (session.folder / ".schema" / f"{kind}.json").is_file():
        return ""
    return f"# yaml-language-server: $schema={'../' * file.count('/')}.schema/{kind}.json\n"


def as_bytes(text: str) -> bytes:
    """A file's text as it is written. Says so where the terminal has handed over letters that are none."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise CannotRun(
            _("What was typed holds letters that cannot be read. Type it in a terminal with UTF-8.")
        ) from None


def typed(word: str) -> str:
    """A word as a shell takes it."""
    from shlex import quote

    return quote(word)
