"""Reports as they were issued: which there are, what they keep, and the plan as it was then."""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple

from plantrack.commands.options import Session
from plantrack.mark import _
from plantrack.model.progress import Issue
from plantrack.report.edition import Edition
from plantrack.shell import CannotRun
from plantrack.store.digest import normalised
from plantrack.store.folder import load_tree
from plantrack.store.issued import folder_of, kept_plan
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
    numbers = sorted((number for each, number in found if each == round_id and number.isdecimal()), key=int)
    return tuple(Issued(round_id, number, found[round_id, number]) for number in numbers)


def as_kept(session: Session, issued: Issued) -> Session:
    """The plan as the issue keeps it, read for the same day and in the same language."""
    root = kept_plan(session.folder, issued.round, issued.number)
    if root is None:
        sentence = _("The data of issue {number} of the report {round} are not in {path}. Get them back from git.")
        shown = session.shown(folder_of(issued.round, issued.number))
        raise CannotRun(sentence, number=issued.number, round=issued.round, path=shown)
    tree = FolderTree(root)
    way = session.shown(root.relative_to(session.folder).as_posix())
    return session._replace(folder=root, way=way, tree=tree, facts=load_tree(tree, session.facts.day))


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
