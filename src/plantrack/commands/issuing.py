"""Issues a report: made of the plan as it is about to stand, in every language and format, and kept with its data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plantrack import __version__
from plantrack.commands.issued import digest
from plantrack.commands.making import file_name, followed_by, make, own_templates, stamp_of
from plantrack.commands.options import Session
from plantrack.commands.own_templates import render
from plantrack.commands.proposing import as_bytes, schema_line
from plantrack.facts import Facts
from plantrack.finding import ERROR
from plantrack.formats.catalog import FORMATS, NeedsMore
from plantrack.locales import languages, speech
from plantrack.mark import _
from plantrack.model.progress import Issue
from plantrack.report.drafting import boxes, left_to_write
from plantrack.report.edition import Edition
from plantrack.report.stamp import Asked, Stamp
from plantrack.shell import CannotRun
from plantrack.store.block import Value, block
from plantrack.store.issued import data_of, folder_of, issue_file
from plantrack.store.overlay import Overlay

KEPT = ("html", "md", "pdf", "json")
"""The formats that an issue keeps, where what they need is installed. Word is for working on, and is made when asked for."""


class Made(NamedTuple):
    """An issue that is ready to be written."""

    files: Mapping[str, bytes]
    """By their paths in the plan."""
    lacking: tuple[str, ...]
    """Formats that are not kept, because a package is not installed."""


def as_proposed(session: Session, facts: Facts, files: Mapping[str, bytes]) -> Session:
    """The session of a plan as it will stand with some files."""
    return session._replace(facts=facts, tree=Overlay(session.tree, files), unwritten=files)


def must_be_right(session: Session) -> None:
    """Refuses to issue a report of a plan that has errors: what cannot be read would be left out of it."""
    errors = sum(1 for each in session.checked().findings if each.severity == ERROR)
    if errors:
        sentence = _("The plan has {n} errors, so no report is issued. Nothing was written. See plantrack check.")
        raise CannotRun(sentence, n=errors)


def issue(session: Session, round_id: str, number: str, reason: str = "", corrections: str = "") -> Made:
    """An issue of a round's report. The session's day is the day of issue."""
    stamp = stamp_of(session, Asked(round=round_id), number)
    record = Issue(date=session.facts.day, **{k: v for k, v in _told(reason, corrections).items() if v})
    reports: dict[str, bytes] = {}
    lacking: dict[str, None] = {}
    for name, form, made in _reports(session, stamp, Edition(number, record)):
        if made is None:
            lacking[form] = None
        else:
            reports[name] = made
    place = folder_of(round_id, number)
    values: dict[str, Value] = {
        "date": session.facts.day.isoformat(),
        **_told(reason, corrections),
        "tool": __version__,
        "digest": f"sha256:{stamp.plan}",
        "files": {name: digest(data) for name, data in reports.items()},
    }
    own = issue_file(round_id, number)
    text = schema_line(session, own, "issue") + block({name: value for name, value in values.items() if value})
    files = {f"{place}/{name}": data for name, data in reports.items()}
    data = data_of(session.tree, session.facts.plan.header.uses, followed_by(session, stamp.asked))
    files |= {f"{place}/{path}": held for path, held in data.items()}
    # The file that makes it an issue comes last: should the machine stop in the middle, nothing has been issued.
    return Made({**files, own: as_bytes(text)}, tuple(lacking))


def _told(reason: str, corrections: str) -> dict[str, str]:
    return {"reason": reason, "corrections": corrections}


def _reports(session: Session, stamp: Stamp, edition: Edition) -> Iterator[tuple[str, str, bytes | None]]:
    """Each file of the report: its name, its format, and its bytes; None where what it needs is not installed."""
    known = [each for each in session.facts.plan.languages if each in languages()] or ["en"]
    own = own_templates(session)
    for language in known:
        spoken = session._replace(speech=speech(language))
        asked = stamp.asked._replace(language=language)
        document = make(spoken, asked, edition, stamp._replace(asked=asked))
        for form in spoken.watch(KEPT, _("Writing")):
            name = f"{file_name(spoken, asked)}.{FORMATS[form].ending}"
            try:
                yield name, form, render(form, document, own)
            except NeedsMore:
                yield name, form, None


def tell_unwritten(session: Session, round_id: str) -> None:
    """Says what people have not written for a report that is about to be final, and what they wrote too early."""
    document = make(session, Asked(round=round_id, language=session.speech.language, draft=True))
    if any(boxes(document.sections)):
        print(left_to_write(session.speech, document))
        print(session.speech.say(_("To see them: plantrack report {round} --draft"), round=round_id))


def tell_issue(session: Session, place: str, made: Made) -> None:
    """Says where the issue is, and what it does not keep."""
    print(session.speech.say(_("Issued the report in {path}."), path=place))
    if made.lacking:
        sentence = _('It is not kept as {formats}: that needs a package more. pip install "plantrack[all]"')
        print(session.speech.say(sentence, formats=made.lacking))
