"""Files that are about to be changed in a few lines: edited, judged by the rules, shown line by line, written together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plantrack.commands.options import Session
from plantrack.commands.proposing import Proposed, tell_files
from plantrack.mark import _
from plantrack.news import new_findings
from plantrack.record import NOTHING
from plantrack.shell import CannotRun
from plantrack.store.edit import CannotEdit, Edit, Set, edited
from plantrack.store.folder import with_files
from plantrack.store.write import AlreadyThere, Change, write_all


class Changing(NamedTuple):
    """Files that are about to be changed, and perhaps new ones, with what they held."""

    proposed: Proposed
    before: Mapping[str, bytes]
    """What those that are there hold, by their paths in the plan."""


def propose_edits(
    session: Session, edits: Mapping[str, Sequence[Edit]], new: Mapping[str, bytes] = NOTHING
) -> Changing:
    """What the rules say of a plan because files of it are edited, with nothing written. Raises ``CannotRun``.

    What they said before stays unsaid: an old shortcoming in a file is no reason not to change another line of it.
    """
    kinds = {each.file: each.kind for each in session.facts.sources}
    before = {path: session.tree.read(path) or b"" for path, its in edits.items() if its}
    after: dict[str, bytes] = {}
    for path, data in before.items():
        for edit in edits[path]:
            after[path] = _edited(session, path, after.get(path, data), edit, kinds.get(path, ""))
    changed = {path: data for path, data in after.items() if data != before[path]}
    files = {**changed, **new}
    facts = with_files(session.facts, files)
    found = session._replace(facts=facts).checked().findings if files else ()
    proposed = Proposed(files, facts, new_findings(session.checked().findings, found) if files else ())
    return Changing(proposed, {path: before[path] for path in changed})


def tell_changed(session: Session, changing: Changing, *, dry_run: bool) -> None:
    """Prints the lines that change, those that go with a minus and those that come with a plus; new files whole."""
    say = session.speech.say
    for path, before in changing.before.items():
        print(say(_("Would change {path}:") if dry_run else _("Changed {path}:"), path=session.shown(path)))
        for line, gone, came in _pieces(_lines(before), _lines(changing.proposed.files[path])):
            print(f"  {say(_('line {line}'), line=line)}")
            print("".join(f"  - {each}".rstrip() + "\n" for each in gone), end="")
            print("".join(f"  + {each}".rstrip() + "\n" for each in came), end="")
    new = {path: data for path, data in changing.proposed.files.items() if path not in changing.before}
    tell_files(session, [session.shown(each) for each in new], changing.proposed._replace(files=new), dry_run=dry_run)


def write_edits(session: Session, changing: Changing) -> list[str]:
    """Writes the files, all or none of them; answers with them as they can be opened from here."""
    files = changing.proposed.files
    try:
        write_all([Change(session.folder / path, changing.before.get(path), data) for path, data in files.items()])
    except AlreadyThere as error:
        its = next(path for path in files if session.folder / path == error.path)
        changed = _("{path} was changed meanwhile. Nothing was written. Try again.")
        there = _("{path} is there already. Nothing was written.")
        raise CannotRun(changed if its in changing.before else there, path=session.shown(its)) from None
    return [session.shown(path) for path in files]


def _edited(session: Session, path: str, data: bytes, edit: Edit, kind: str) -> bytes:
    """A file's bytes after one edit. Says what to write by hand where it cannot be made safely."""
    try:
        return edited(data, (edit,), kind)
    except CannotEdit:
        keys = ".".join(map(str, edit.keys))
        shown = session.shown(path)
        if isinstance(edit, Set) and isinstance(edit.value, str):
            sentence = _("{path} is not laid out so that it can be changed safely. Write in it by hand: {line}")
            raise CannotRun(sentence, path=shown, line=f"{keys}: {edit.value}") from None
        raise CannotRun(
            _("{path} is not laid out so that {field} can be changed safely. Change it by hand."),
            path=shown,
            field=keys,
        ) from None


def _lines(data: bytes) -> Sequence[str]:
    return data.decode("utf-8", "replace").splitlines()


def _pieces(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, Sequence[str], Sequence[str]]]:
    """Each place where lines differ: its line in the new file, the lines that go, and those that come."""
    from difflib import SequenceMatcher

    for sign, first, last, new_first, new_last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if sign != "equal":
            yield new_first + 1, before[first:last], after[new_first:new_last]
