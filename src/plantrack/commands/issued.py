"""Reports as they were issued: which there are, what they keep, and the plan as it was then."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from plantrack.commands.options import Session
from plantrack.mark import _
from plantrack.model.progress import Issue
from plantrack.report.edition import Edition
from plantrack.shell import CannotRun
from plantrack.store.digest import digest_of, normalised
from plantrack.store.folder import load_tree
from plantrack.store.issued import data_of, folder_of, kept_plan
from plantrack.store.tree import FolderTree

BINARY = (".pdf", ".docx")


class Issued(NamedTuple):
    """One issue of a round's report."""

    round: str
    number: str
    record: Issue

    @property
    def edition(self) -> Edition:
        """What a report says of being issued."""
        return Edition(self.number, self.record)


def issues_of(session: Session, round_id: str) -> tuple[Issued, ...]:
    """The issues of a round's report, the first one first."""
    found = session.facts.plan.issues
    numbers = sorted((number for each, number in found if each == round_id and _is_number(number)), key=int)
    issues = (Issued(round_id, number, found[round_id, number]) for number in numbers)
    return tuple(each for each in issues if each.record.date)


def _is_number(name: str) -> bool:
    """Whether a folder is named by a number as the tool writes it."""
    return name.isdecimal() and name.isascii() and not name.startswith("0")


def next_number(issues: Sequence[Issued]) -> str:
    """The number of the issue after the last one, also where one before it is gone."""
    return str(int(issues[-1].number) + 1) if issues else "1"


def unreadable_issues(session: Session, round_id: str = "") -> tuple[str, ...]:
    """The files of issues that do not say when they were issued, or nothing at all: of one round, else of all."""
    facts = session.facts
    undated = [facts.file_of["issue", "/".join(key)] for key, each in facts.plan.issues.items() if not each.date]
    lost = [each.file for each in facts.unreadable if each.kind == "issue"]
    start = f"reports/{round_id}/" if round_id else ""
    return tuple(sorted(each for each in (*undated, *lost) if each.startswith(start)))


def must_be_readable(session: Session, round_id: str) -> None:
    """Refuses to give another report than the issued one because a file says no longer which that is."""
    for file in unreadable_issues(session, round_id):
        sentence = _("{path} cannot be read, so it cannot be told which report was issued. See plantrack check.")
        raise CannotRun(sentence, path=session.shown(file))


def as_kept(session: Session, issued: Issued) -> Session:
    """The plan as the issue keeps it, read for the same day and in the same language."""
    root = kept_plan(session.folder, issued.round, issued.number)
    if root is None:
        sentence = _("The data of issue {number} of the report {round} are not in {path}. Get them back from git.")
        shown = session.shown(folder_of(issued.round, issued.number))
        raise CannotRun(sentence, number=issued.number, round=issued.round, path=shown)
    kept = _opened(session, root)
    if not is_untouched(kept, issued):
        sentence = _(
            "The data of issue {number} of the report {round} in {path} are not those that it was issued with. "
            "Get them back from git."
        )
        shown = session.shown(folder_of(issued.round, issued.number))
        raise CannotRun(sentence, number=issued.number, round=issued.round, path=shown)
    return kept


def as_it_lies(session: Session, issued: Issued) -> Session | None:
    """The plan that lies with the issue, whoever has changed it since; None where there is none."""
    root = kept_plan(session.folder, issued.round, issued.number)
    return _opened(session, root) if root else None


def is_untouched(kept: Session, issued: Issued) -> bool:
    """Whether the plan that lies with an issue is the one that it was issued with, as far as the issue says."""
    written = issued.record.digest
    return not written or written == f"sha256:{digest_of(kept.tree, kept.facts.plan.header.uses)}"


def _opened(session: Session, root: Path) -> Session:
    tree = FolderTree(root)
    way = session.shown(root.relative_to(session.folder).as_posix())
    return session._replace(folder=root, way=way, tree=tree, facts=load_tree(tree, session.facts.day))


def differs(session: Session, issued: Issued) -> bool:
    """Whether the plan's files say something else than those that the issue keeps."""
    kept = as_kept(session, issued)
    return _data(session) != _data(kept)


def _data(session: Session) -> dict[str, bytes]:
    """What a report of the plan would rest on, but for what tells of issues."""
    data = data_of(session.tree, session.facts.plan.header.uses)
    return {path: normalised(held) for path, held in data.items() if "/issued/" not in path}


def kept_file(session: Session, issued: Issued, name: str) -> bytes | None:
    """A file of the report as it was issued; None where it was not kept in this format and language."""
    if name not in issued.record.files:
        return None
    path = f"{folder_of(issued.round, issued.number)}/{name}"
    data = as_issued(name, session.tree.read(path) or b"")
    if issued.record.files[name] != digest(data):
        sentence = _("{path} is not the file that was issued: its digest is another one. Get it back from git.")
        raise CannotRun(sentence, path=session.shown(path))
    return data


def as_issued(name: str, data: bytes) -> bytes:
    """The bytes of a kept file as they were written: git may have changed the ends of a text's lines on the way."""
    return data if name.endswith(BINARY) else normalised(data)


def digest(data: bytes) -> str:
    """A file's digest as it stands in ``issue.yaml``."""
    return f"sha256:{sha256(data).hexdigest()}"
