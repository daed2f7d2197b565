"""``plantrack verify``: makes a report again from what it rests on, and says whether it is the same."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from plantrack.commands.issued import Issued, as_issued, digest
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
    verdict_on,
)  # fmt: skip
from plantrack.formats.catalog import named
from plantrack.formats.stamp_text import found
from plantrack.mark import _
from plantrack.plan import by_number
from plantrack.report.stamp import SHORT
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
    return int(not _verify(session, report, data))


def _verify(session: Session, path: str, data: bytes) -> bool:
    """Tells what is found about one report; whether it is the same."""
    stamp = found(data)
    form = named(Path(path).suffix.removeprefix("."))
    if stamp is None or not form:
        raise CannotRun(_("{path} does not say what it was made from, so it cannot be made again."), path=path)
    verdict = verdict_on(session, data, form, stamp)
    say = session.speech.say
    print(say(SENTENCES[verdict.kind], path=path, version=stamp.tool, digest=stamp.version, now=verdict.made_by))
    if verdict.source and verdict.source != "issue":
        print(say(SOURCES[verdict.source], revision=verdict.revision[:SHORT]))
    for line in verdict.lines:
        print(f"  {line.place}")
        print(f"  - {line.before}")
        print(f"  + {line.after}")
    if verdict.more:
        print("  " + say(_("and {n} more"), n=verdict.more))
    return verdict.same


def _verify_issues(session: Session) -> int:
    """Every issued report of the plan: that its files are those that were issued, and that they can be made again."""
    issues = session.facts.plan.issues
    if not issues:
        print(session.speech.say(_("No report has been issued yet.")))
        return 0
    same = True
    for round_id, number in sorted(issues, key=lambda each: (by_number(each[0]), by_number(each[1]))):
        issued = Issued(round_id, number, issues[round_id, number])
        for name in issued.record.files:
            same = _verify_kept(session, issued, name) and same
    return int(not same)


def _verify_kept(session: Session, issued: Issued, name: str) -> bool:
    path = f"{folder_of(issued.round, issued.number)}/{name}"
    shown = session.shown(path)
    data = session.tree.read(path)
    if data is None:
        print(session.speech.say(_("{path} is missing: the issue says that it was there."), path=shown))
        return False
    data = as_issued(name, data)
    if digest(data) != issued.record.files[name]:
        print(session.speech.say(_("{path} is not the file that was issued: its digest is another one."), path=shown))
    return _verify(session, shown, data) and digest(data) == issued.record.files[name]


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
