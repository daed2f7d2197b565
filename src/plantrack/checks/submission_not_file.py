"""PT922: a submission whose file says something else than it does: another day, sender or round."""

from __future__ import annotations

from collections.abc import Iterator

from plantrack.facts import Facts
from plantrack.finding import WARNING, Example, Finding, Rule
from plantrack.mark import _
from plantrack.model.progress import Submission

RULE = Rule(
    code="PT922",
    name="submission-not-file",
    severity=WARNING,
    title=_("An answer in a file for another day, sender or round"),
    why=_(
        "Answers are found by where they lie. One that is dated or filed wrongly counts in another round than those "
        "who look for it think, and may be missing in the report."
    ),
    sentence=_("{id} is dated {date}, but the name of its file says {named}."),
    advice=_("Mend the date, or rename the file."),
    variants={
        "sender": (
            _("{id} is from {by}, but the name of its file does not say so."),
            _("Mend `by:`, or rename the file so that it reads {wanted}."),
        ),
        "round": (
            _("{id} belongs to the round {round}, but lies in the folder of {folder}."),
            _("Mend `round:`, or move the file to progress/{round}/."),
        ),
    },
    bad=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2051-11-20
round: 2015
answers:
  1.1.1:
    status: ongoing
"""
    ),
    good=Example(
        """\
# progress/2015/2015-11-20-kultur-5f3a.yaml
by: kultur
date: 2015-11-20
round: 2015
answers:
  1.1.1:
    status: ongoing
"""
    ),
)
DAY_LENGTH = len("2015-11-20")


def check(facts: Facts) -> Iterator[Finding]:
    for source in facts.of_kind("submission"):
        record = source.record
        if isinstance(record, Submission) and record.date and record.by:
            yield from _of(facts, source.id, source.file, record)


def _of(facts: Facts, identifier: str, file: str, said: Submission) -> Iterator[Finding]:
    named, rest = identifier[:DAY_LENGTH], identifier[DAY_LENGTH:]
    folders = file.split("/")[1:-1] if file.startswith("progress/") else []
    if named.replace("-", "").isdecimal() and named != said.date.isoformat():
        yield RULE.at(facts.where("submission", identifier, "date"), id=identifier, date=said.date, named=named)
    elif not f"{rest}-".startswith(f"-{said.by}-"):
        wanted = f"{said.date.isoformat()}-{said.by}-{identifier.rpartition('-')[2]}"
        where = facts.where("submission", identifier, "by")
        yield RULE.at(where, variant="sender", id=identifier, by=said.by, wanted=wanted)
    if said.round and folders and folders[0] != said.round and folders[0] in {*facts.plan.rounds, *_years(facts)}:
        where = facts.where("submission", identifier, "round")
        yield RULE.at(where, variant="round", id=identifier, round=said.round, folder=folders[0])


def _years(facts: Facts) -> set[str]:
    """The years that answers belong to, which need no file of a round."""
    return {said.round for said in facts.plan.submissions.values() if said.round and said.round.isdecimal()}
