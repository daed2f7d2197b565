"""From a form that has come back to a draft: what its words mean in this plan, and what they do not.

All or nothing: a form with a fault gives no draft. An empty row gives nothing, and an empty cell erases nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from plantrack.draft import Draft
from plantrack.facts.basis import combined
from plantrack.facts.named import organisations_named
from plantrack.forms.answers import Answerer
from plantrack.forms.fault import FormFault, Place, short
from plantrack.forms.faults import CORRECTED, OTHER_PLAN, READ_BEFORE, SENDER, TWICE
from plantrack.forms.filled import Filled, FilledRow, is_whole
from plantrack.forms.known import Known, by_hand_since, came_by_form, known_answers, read_as, said_alike
from plantrack.kinds import is_id
from plantrack.model.progress import Submission
from plantrack.plan import Plan
from plantrack.record import NOTHING
from plantrack.replies import Replies


class Collected(NamedTuple):
    """What a form comes to."""

    file: str
    draft: Draft | None
    """None where there are faults, where nothing was answered, and where it has all been read before."""
    faults: tuple[FormFault, ...]
    answered: int = 0
    """How many things it answers."""
    empty: int = 0
    """How many of the things that it asks about it does not answer."""
    places: Mapping[tuple[str, ...], Place] = NOTHING
    """Where each thing was answered, and each field of it: ``("1.1.2", "comment")``."""
    read_before: tuple[str, ...] = ()
    """The submissions that say the same already."""

    @property
    def refused(self) -> bool:
        """Whether any fault stops it."""
        return not is_whole(self.faults)


class Wish(NamedTuple):
    """How forms are to be read."""

    day: date
    by: str = ""
    """Who answers in a form that does not say it; an organisation's id."""
    replace: bool = False
    """Whether a form replaces what the organisation has answered by form before."""


def collect(replies: Replies, filled: Filled, wish: Wish) -> Collected:
    """What a form comes to in this plan."""
    plan, file = replies.plan, filled.used.file
    here = Place(file)
    if filled.plan != plan.header.id:
        return Collected(file, None, (OTHER_PLAN.at(here, other=short(filled.plan), plan=plan.header.id),))
    if not is_id(filled.round):
        return Collected(file, None, (OTHER_PLAN.at(here, "round", round=short(filled.round)),))
    by, unclear = _sender(plan, filled, wish.by, here)
    answerer = Answerer(replies)
    rows = tuple(_once(filled.rows))
    answers, bases = answerer.answers([row for row, first in rows if first is None])
    faults = (*filled.faults, *unclear, *_doubled(rows), *answerer.faults)
    if not is_whole(faults):
        return Collected(file, None, faults)
    draft = Draft(by, wish.day, filled.round, answers, form=filled.used)
    told = Collected(file, draft, faults, len(answers), len(set(filled.things) - answers.keys()), answerer.places)
    return _judging(_beside_earlier(plan, told, draft, wish), bases)


def _judging(told: Collected, bases: Mapping[str, str]) -> Collected:
    """The same, with the wording that the answers of its draft judge."""
    if told.draft is None:
        return told
    return told._replace(draft=told.draft._replace(basis=combined({each: bases[each] for each in told.draft.answers})))


def _beside_earlier(plan: Plan, told: Collected, draft: Draft, wish: Wish) -> Collected:
    """A form held against what the organisation has answered in the round before, by form and since then by hand."""
    if not draft.answers:
        return told._replace(draft=None)
    before = read_as(plan, draft.form, draft.by, draft.round) if draft.form else ()
    if before:
        return told._replace(draft=None, read_before=before)
    earlier = came_by_form(plan, draft.by, draft.round)
    if not earlier:
        return told
    known = known_answers(plan, earlier)
    since = by_hand_since(plan, draft.by, draft.round, known)
    alike = {thing for thing, said in draft.answers.items() if said_alike(said, known.get(thing))}
    differing = tuple(t for t, said in draft.answers.items() if t not in alike and not said_alike(said, since.get(t)))
    if not differing:
        return told._replace(draft=None, read_before=earlier)
    if wish.replace:
        return _in_place_of(plan, told._replace(draft=draft), earlier, since, alike)
    values: dict[str, Any] = {
        "organisation": draft.by,
        "round": draft.round,
        "submissions": earlier,
        "things": differing,
    }
    return told._replace(draft=None, faults=(*told.faults, READ_BEFORE.at(Place(told.file), **values)))


def _in_place_of(
    plan: Plan, told: Collected, earlier: tuple[str, ...], since: Mapping[str, Known], alike: set[str]
) -> Collected:
    """A form that replaces what came before it. Where it says as before, what was corrected by hand since then holds."""
    draft = told.draft
    assert draft is not None
    answers = {thing: said for thing, said in draft.answers.items() if thing not in alike or thing not in since}
    own = tuple(each for each in _named(since, answers) if _must_be_replaced(plan.submissions[each], draft))
    remarks = tuple(
        CORRECTED.at(told.places.get((thing,), Place(told.file)), id=thing, submission=since[thing].submission)
        for thing, said in draft.answers.items()
        if thing not in answers and not said_alike(said, since[thing])
    )
    draft = draft._replace(answers=answers, replaces=(*earlier, *own))
    return told._replace(draft=draft, answered=len(answers), faults=(*told.faults, *remarks))


def _named(since: Mapping[str, Known], things: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(since[thing].submission for thing in things if thing in since)


def _must_be_replaced(submission: Submission, draft: Draft) -> bool:
    """Whether a form does not hold merely by being later: against a correction, or what was said on the same day."""
    return submission.by == draft.by and (bool(submission.replaces) or submission.date == draft.date)


def _sender(plan: Plan, filled: Filled, by: str, here: Place) -> tuple[str, tuple[FormFault, ...]]:
    """Who answers: whom the form was made for, who wrote that they do, or whom somebody names for it."""
    organisation = filled.organisation
    if organisation in plan.organisations:
        if by and by != organisation:
            return "", (SENDER.at(here, "contradicts", organisation=organisation, by=by),)
        return organisation, ()
    if by:
        return by, ()
    if organisation:
        return "", (SENDER.at(here, organisation=short(organisation)),)
    if filled.sender is None:
        return "", (SENDER.at(here, "missing"),)
    meant = organisations_named(plan, filled.sender.text)
    if len(meant) == 1:
        return meant[0], ()
    return "", (SENDER.at(filled.sender.place, "unclear", text=short(filled.sender.text)),)


def _once(rows: tuple[FilledRow, ...]) -> Iterator[tuple[FilledRow, FilledRow | None]]:
    """Each row with the one that said it before, where there is one."""
    first: dict[tuple[str, str], FilledRow] = {}
    for row in rows:
        about = (row.key.thing, row.key.part)
        yield row, first.get(about)
        first.setdefault(about, row)


def _doubled(rows: tuple[tuple[FilledRow, FilledRow | None], ...]) -> Iterator[FormFault]:
    for row, first in rows:
        if first is not None:
            text = short(next(iter(row.cells.values())).text)
            where = f"{first.place.column}{first.place.row}" if first.place.sheet else str(first.place.row)
            yield TWICE.at(row.place, id=row.key.thing, text=text, where=where)
