"""Finds the plan's files that a report rests on, makes it again from them, and compares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from plantrack import __version__
from plantrack.checks import version
from plantrack.commands.issued import Issued, as_it_lies
from plantrack.commands.making import followed_by, make, own_templates
from plantrack.commands.options import Session, day_asked
from plantrack.commands.own_templates import render
from plantrack.formats.catalog import NeedsMore
from plantrack.formats.spoken import Line, can_be_read, figures_in, lines_that_differ
from plantrack.locales import speech
from plantrack.mark import _
from plantrack.report.document import Document
from plantrack.report.edition import Edition
from plantrack.report.figures import differences
from plantrack.report.stamp import Stamp
from plantrack.store.digest import digest_of, digest_of_files
from plantrack.store.files import TEMPLATES
from plantrack.store.folder import load_tree
from plantrack.store.following import digest_of_following
from plantrack.store.tree import Files

MOST = 10
"""Differences that are shown one by one."""


SAME, SAME_FIGURES, SAME_WORDS, DIFFERS, BYTES_DIFFER, FIGURES_DIFFER, NOT_FOUND, LACKING = (
    "same", "same_figures", "same_words", "differs", "bytes_differ", "figures_differ", "not_found", "lacking",
)  # fmt: skip
"""What can be found about a report."""


class Verdict(NamedTuple):
    """What was found about a report."""

    kind: str
    """One of those above."""
    source: str = ""
    """Where its data were found: issue, folder or git; empty where nowhere."""
    revision: str = ""
    lines: tuple[Line, ...] = ()
    """What differs."""
    more: int = 0
    """How many differences are not shown."""
    made_by: str = __version__

    @property
    def same(self) -> bool:
        """Whether the report holds."""
        return self.kind in (SAME, SAME_FIGURES)


class Basis(NamedTuple):
    """The plan that a report was made from."""

    session: Session
    source: str
    edition: Edition | None = None


class Remaker:
    """Makes a plan's reports again. What several of them rest on is looked for once, and what they all say is made once."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._bases: dict[tuple[str, ...], Basis | None] = {}
        self._documents: dict[Stamp, Document] = {}

    def verdict_on(self, data: bytes, form: str, stamp: Stamp) -> Verdict:
        """Whether a report is what the plan's files give."""
        basis = self._basis(stamp)
        spoken = speech(stamp.asked.language)
        if basis is None:
            session = _on_its_day(self.session, stamp)._replace(speech=spoken)
            document = make(session, stamp.asked, _edition(session, stamp))
            return _shown(Verdict(NOT_FOUND), _text_differences(data, form, document, session))
        session = basis.session._replace(speech=spoken)
        document = self._document(session, stamp, basis.edition)
        told = Verdict("", basis.source, session.tree.revision)
        try:
            made = render(form, document, own_templates(session))
        except NeedsMore:
            return told._replace(kind=LACKING)
        return _compared(told, data, made, form, stamp, document)

    def _basis(self, stamp: Stamp) -> Basis | None:
        """The plan that a report was made from; None where it is nowhere to be found."""
        key = (stamp.asked.round, stamp.asked.on, stamp.issue, stamp.plan, stamp.beside, stamp.revision)
        if key not in self._bases:
            bases = _bases(_on_its_day(self.session, stamp), stamp)
            self._bases[key] = next((each for each in bases if _holds(each.session, stamp)), None)
        return self._bases[key]

    def _document(self, session: Session, stamp: Stamp, edition: Edition | None) -> Document:
        """The report as this version makes it: whatever its format, it says the same."""
        if stamp not in self._documents:
            templates = digest_of_files(session.tree, TEMPLATES)
            again = stamp._replace(tool=__version__, rules=version(), templates=templates)
            self._documents[stamp] = make(session, stamp.asked, edition, again)
        return self._documents[stamp]


def _on_its_day(session: Session, stamp: Stamp) -> Session:
    """The plan for the day that a report was asked for."""
    day = day_asked(stamp.asked.on) if stamp.asked.on else session.facts.day
    return session._replace(facts=session.facts.judged_on(day))


def _compared(told: Verdict, data: bytes, made: bytes, form: str, stamp: Stamp, document: Document) -> Verdict:
    if data == made:
        return told._replace(kind=SAME)
    same_figures = stamp.figures == document.stamp.figures and figures_in(data, form) == figures_in(made, form)
    if stamp.tool != __version__ and same_figures and can_be_read(form):
        return told._replace(kind=SAME_FIGURES)
    lines = tuple(lines_that_differ(data, made, form))
    if stamp.tool != __version__ and lines:
        return _shown(told._replace(kind=FIGURES_DIFFER), lines)
    unseen = SAME_WORDS if can_be_read(form) else BYTES_DIFFER
    return _shown(told._replace(kind=DIFFERS if lines else unseen), lines)


def _text_differences(data: bytes, form: str, document: Document, session: Session) -> tuple[Line, ...]:
    """What a report and one of the plan as it now stands say otherwise; the figures where the format has them apart."""
    before = _figures(data) if form == "json" else None
    if before is not None:
        return tuple(Line(name, old, new) for name, old, new in differences(before, document.figures))
    try:
        return tuple(lines_that_differ(data, render(form, document, own_templates(session)), form))
    except NeedsMore:
        return ()


def _figures(data: bytes) -> Mapping[str, Any] | None:
    from json import loads

    found = loads(data).get("figures")
    return found if isinstance(found, dict) else None


def _shown(verdict: Verdict, lines: tuple[Line, ...]) -> Verdict:
    return verdict._replace(lines=lines[:MOST], more=max(len(lines) - MOST, 0))


def _holds(session: Session, stamp: Stamp) -> bool:
    if digest_of(session.tree, session.facts.plan.header.uses) != stamp.plan:
        return False
    return not stamp.beside or digest_of_following(followed_by(session, stamp.asked)) == stamp.beside


def _edition(session: Session, stamp: Stamp) -> Edition | None:
    issue = session.facts.plan.issues.get((stamp.asked.round, stamp.issue))
    return Edition(stamp.issue, issue) if issue and issue.date else None


def _bases(session: Session, stamp: Stamp) -> Iterator[Basis]:
    """The plans that a report may have been made from, the likeliest first."""
    edition = _edition(session, stamp)
    for (round_id, number), issue in session.facts.plan.issues.items():
        kept = as_it_lies(session, Issued(round_id, number, issue)) if round_id == stamp.asked.round else None
        if kept:
            yield Basis(kept, "issue", edition)
    yield Basis(session, "folder", edition)
    for tree in _revisions(session, stamp):
        yield Basis(session._replace(tree=tree, facts=load_tree(tree, session.facts.day)), "git", edition)


def _revisions(session: Session, stamp: Stamp) -> Iterator[Files]:
    """The plans at the revision that the report names, and then this one at each that changed it, the newest first."""
    from plantrack.store.repository import NoRevision, Repository
    from plantrack.store.revision import plans_at, revisions, tree_in

    try:
        repository = Repository(session.folder)
    except NoRevision:
        return
    if stamp.revision:
        with suppress(NoRevision):
            yield from plans_at(repository, stamp.revision)
    known = revisions(session.folder, session.facts.plan.header.uses)
    for each in session.watch(known, _("Looking in git")):
        with suppress(NoRevision):
            yield tree_in(repository, each)
