"""Takes up an outside evaluator's submissions from another revision of a plan: an assessment that is not merged yet.

Only submissions with the role of an evaluator are taken, and nothing of what that revision says of the plan itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from plantrack.facts import Facts, Source, Unreadable
from plantrack.finding import Fault, Where
from plantrack.model.progress import Submission
from plantrack.store.files import place_of
from plantrack.store.folder import as_shown, assemble, decode
from plantrack.store.text import BIGGEST, too_large
from plantrack.store.tree import Files, TreeFile

ROLE = "evaluator"
MARK = ROLE.encode()
"""Without it in its bytes a file is no evaluator's, and is not read further."""
SHORT = 12
"""Letters of the revision's name before the path of a file that was taken from it."""


class NoEvaluation(Exception):
    """There is nothing to take up. ``reason``: none, or clash with the ``id`` of a submission."""

    def __init__(self, reason: str, identifier: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.id = identifier


class Lent(NamedTuple):
    """What was taken up."""

    revision: str
    """As it was asked for."""
    commit: str
    """The whole name of its commit."""
    submissions: tuple[str, ...]
    """Those that the plan does not have itself."""
    files: Mapping[str, bytes]
    """What the files hold that they stand in, by the paths that the facts know them by."""
    absent: tuple[str, ...]
    """What they say something of that the plan does not have. It is left out."""


class _Read(NamedTuple):
    """One file of an evaluator's."""

    source: Source | None
    faults: tuple[Fault, ...]
    lost: Unreadable | None
    data: bytes


def with_evaluation(facts: Facts, tree: Files, revision: str) -> tuple[Facts, Lent]:
    """A plan with the evaluator's submissions of another revision, and what was taken. Raises ``NoEvaluation``."""
    own = facts.plan.submissions
    found = list(_read(facts, tree))
    theirs = [each for each in found if each.source]
    if not theirs and not any(each.lost for each in found):
        raise NoEvaluation("none")
    taken: dict[str, Source] = {}
    for each in theirs:
        assert each.source
        identifier = each.source.id
        if identifier in own and own[identifier] != each.source.record:
            raise NoEvaluation("clash", identifier)
        if identifier not in own:
            taken.setdefault(identifier, each.source)
    known = _things(facts)
    sources = tuple(each._replace(record=_only(each.record, known)) for each in taken.values())
    files = {each.file for each in sources} | {each.lost.file for each in found if each.lost}
    lent = Lent(
        revision,
        tree.revision,
        tuple(taken),
        {each.source.file: each.data for each in theirs if each.source and each.source.file in files},
        tuple(sorted({thing for each in taken.values() for thing in each.record["answers"]} - known)),
    )
    every = (*facts.sources, *sources)
    told = (fault for faults in facts.faults.values() for fault in faults)
    with_them = Facts(
        assemble(facts.plan.header, list(every)),
        facts.day,
        sources=every,
        faults=(*told, *(fault for each in found for fault in each.faults if fault.where.file in files)),
        unreadable=(*facts.unreadable, *(each.lost for each in found if each.lost)),
    )
    return with_them, lent


def _read(facts: Facts, tree: Files) -> Iterator[_Read]:
    """The evaluator's files of a revision. One that cannot be read, and that the plan has too, is told of there."""
    here = {each.file for each in facts.sources} | {each.file for each in facts.unreadable}
    for file in tree.files():
        path = as_shown(file.path)
        place = place_of(path) if path.endswith(".yaml") else None
        if place is None or place.kind != "submission":
            continue
        read = _decoded(facts, file, place.id, f"{tree.revision[:SHORT]}:{path}")
        if read and (read.source or path not in here):
            yield read


def _decoded(facts: Facts, file: TreeFile, identifier: str, shown: str) -> _Read | None:
    """What a file holds, where it may be an evaluator's."""
    lost = Unreadable("submission", identifier, shown)
    if file.size > BIGGEST:
        return _Read(None, (too_large(Where(shown), file.size),), lost, b"")
    try:
        data = file.read()
    except OSError as error:
        return _Read(
            None, (Fault("unreadable_file", Where(shown), {"file": shown, "number": error.errno or 0}),), lost, b""
        )
    if MARK not in data:
        return None
    header = facts.plan.header
    languages = header.languages or ((header.language,) if header.language else ())
    record, faults = decode("submission", identifier, shown, data, tuple(header.scale), languages)
    if record is None:
        return _Read(None, tuple(faults), lost, data)
    if not isinstance(record, Submission) or record.role != ROLE:
        return None
    return _Read(Source("submission", identifier, shown, record), tuple(faults), None, data)


def _things(facts: Facts) -> set[str]:
    """Everything of a plan that can be judged."""
    plan = facts.plan
    return {*plan.goals, *plan.activities, *plan.steps, *plan.criteria, *plan.indicators}


def _only(record: object, known: set[str]) -> Submission:
    """A submission without what it says of things that the plan does not have."""
    assert isinstance(record, Submission)
    answers = {thing: answer for thing, answer in record.answers.items() if thing in known}
    return Submission(**{**vars(record), "answers": answers})
