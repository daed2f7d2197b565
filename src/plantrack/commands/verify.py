"""``plantrack verify``: makes a report again from what it rests on, and says whether it is the same."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from plantrack.commands.issued import Issued, as_issued, as_it_lies, digest, is_untouched, issues_of, unreadable_issues
from plantrack.commands.options import LangOption, PlanOption, Session, open_plan
from plantrack.commands.verifying import (
    BYTES_DIFFER,
    DIFFERS,
    FIGURES_DIFFER,
    LACKING,
    NOT_FOUND,
    SAME,
    SAME_FIGURES,
    SAME_WORDS,
    Remaker,
    Verdict,
)  # fmt: skip
from plantrack.formats.catalog import named
from plantrack.formats.stamp_text import found
from plantrack.mark import _
from plantrack.plan import by_number
from plantrack.report.stamp import SHORT, Stamp
from plantrack.shell import CannotRun
from plantrack.store.issued import folder_of

HELP = _(
    "Makes a report again from the plan's files that it was made from, and says whether it is the same, or what differs. "
    "The files are looked for where the issue keeps them, in the plan's folder, and in git.\n\n"
    "0: the same. 1: it differs. 2: it could not be done."
)


def run(
    report: Annotated[
        str, typer.Argument(metavar="[REPORT]", help=_("A report's file. Left out: all that have been issued."))
    ] = "",
    plan: PlanOption = "",
    lang: LangOption = "",
) -> int:
    session = open_plan(plan, "", lang)
    if not report:
        return _verify_issues(session)
    try:
        data = Path(report).read_bytes()
    except OSError:
        raise CannotRun(_("{path} cannot be read."), path=report) from None
    stamp, verdict = _judged(Remaker(session), report, data)
    _tell(session, report, stamp, verdict)
    _tell_newer(session, stamp)
    return int(not verdict.same)


def _judged(remaker: Remaker, path: str, data: bytes) -> tuple[Stamp, Verdict]:
    """What a report says that it was made from, and whether it is the same."""
    stamp = found(data)
    form = named(Path(path).suffix.removeprefix("."))
    if stamp is None or not form:
        sentence = _(
            "{path} does not say what it was made from, so it cannot be made again. It must be the file that plantrack "
            "wrote, not one that was printed or saved from it."
        )
        raise CannotRun(sentence, path=path)
    return stamp, remaker.verdict_on(data, form, stamp)


def _tell(session: Session, path: str, stamp: Stamp, verdict: Verdict) -> None:
    """Tells what is found about one report."""
    say = session.speech.say
    print(say(SENTENCES[verdict.kind], path=path, version=stamp.tool, digest=stamp.version, now=verdict.made_by))
    if verdict.source and verdict.source != "issue":
        print(say(SOURCES[verdict.source], revision=verdict.revision[:SHORT]))
    for line in verdict.lines:
        print("  " + (say(_("line {number}"), number=line.place) if line.place.isdecimal() else line.place))
        print("    " + say(_("in the file: {text}"), text=line.before or say(_("(nothing)"))))
        print("    " + say(_("made again:  {text}"), text=line.after or say(_("(nothing)"))))
    if verdict.more:
        print("  " + say(_("and {n} more"), n=verdict.more))


def _tell_newer(session: Session, stamp: Stamp) -> None:
    """That another report than this one is the round's issued one."""
    issues = issues_of(session, stamp.asked.round)
    if not issues or issues[-1].number == stamp.issue:
        return
    newest, say = issues[-1], session.speech.say
    if stamp.issue:
        sentence = _("It is issue {number}. Issue {newest} of {day} has replaced it.")
    else:
        sentence = _("It is no issued report. The one that was issued for {round} is issue {newest} of {day}.")
    day, asked = newest.record.date, stamp.asked
    print(say(sentence, number=stamp.issue, newest=newest.number, day=day, round=asked.round))


def _verify_issues(session: Session) -> int:
    """Every issued report of the plan: that its files are those that were issued, and that they can be made again."""
    rounds = sorted({round_id for round_id, _number in session.facts.plan.issues}, key=by_number)
    issues = [each for round_id in rounds for each in issues_of(session, round_id)]
    lost = unreadable_issues(session)
    for file in lost:
        print(session.speech.say(_("{path} cannot be read. See plantrack check."), path=session.shown(file)))
    if not issues and not lost:
        print(session.speech.say(_("No report has been issued yet.")))
        return 0
    remaker = Remaker(session)
    same = [_verify_issue(remaker, each) for each in issues]
    return int(not all(same) or bool(lost))


def _verify_issue(remaker: Remaker, issued: Issued) -> bool:
    """One issue: in a line where all of it holds, else file by file what does not."""
    session = remaker.session
    names = tuple(issued.record.files)
    place = session.shown(folder_of(issued.round, issued.number))
    if not names:
        print(session.speech.say(_("{path}: the issue names no files, so nothing can be verified."), path=place))
        return False
    kept = as_it_lies(session, issued)
    untouched = kept is None or is_untouched(kept, issued)
    if not untouched:
        print(session.speech.say(_("{path}: the data are not those that the report was issued with."), path=place))
    same = [_verify_kept(remaker, issued, name) for name in session.watch(names, _("Verifying"))]
    if all(same) and untouched:
        sentence = _("{path}: {n} files, the same when they are made again.")
        print(session.speech.say(sentence, path=place, n=len(names)))
    return all(same) and untouched


def _verify_kept(remaker: Remaker, issued: Issued, name: str) -> bool:
    session = remaker.session
    folder = folder_of(issued.round, issued.number)
    path = f"{folder}/{name}"
    shown = session.shown(path)
    data = session.tree.read(path) if name in session.tree.names(folder) else None
    if data is None:
        print(session.speech.say(_("{path} is missing: the issue says that it was there."), path=shown))
        return False
    data = as_issued(name, data)
    kept = digest(data) == issued.record.files[name]
    if not kept:
        print(session.speech.say(_("{path} is not the file that was issued: its digest is another one."), path=shown))
    try:
        stamp, verdict = _judged(remaker, shown, data)
    except CannotRun as refusal:  # the others are still to be looked at
        print(session.speech.say(refusal.sentence, **refusal.values))
        return False
    if not verdict.same:
        _tell(session, shown, stamp, verdict)
    return kept and verdict.same


SENTENCES = {
    SAME: _("{path} is the same when it is made again, byte for byte."),
    SAME_FIGURES: _(
        "{path} was made by plantrack {version}, and this is {now}: words and looks may differ, but every figure is the same."
    ),
    DIFFERS: _("{path} differs from the report that the same files give. In the file, and made again:"),
    SAME_WORDS: _("{path} says the same as when it is made again, but is not the same file: its looks differ."),
    BYTES_DIFFER: _(
        "{path} differs from the file that is made again. The plan's figures are those that it was made with; what else "
        "differs, or whether the libraries have changed, cannot be seen in this format."
    ),
    FIGURES_DIFFER: _("{path} was made by plantrack {version}, and this is {now}, which counts otherwise:"),
    NOT_FOUND: _(
        "{path} rests on the plan's files {digest}, which are neither in the plan's folder nor in git here. What the plan "
        "says now differs:"
    ),
    LACKING: _("{path} cannot be made again here: the format needs a package that is not installed."),
}
SOURCES = {
    "folder": _("Made from the plan's folder."),
    "git": _("Made from the revision {revision} in git."),
}
