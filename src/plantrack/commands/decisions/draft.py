"""A decision as it is about to be written: its file, and the lines that change in the plan because of it.

What the plan says now is read from the files themselves, so that ``from`` stands as it was written there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from secrets import token_hex
from typing import NamedTuple

from plantrack.changes.told import Unread, read_value
from plantrack.commands.options import Session, no_such_thing
from plantrack.commands.spoken import organisation_meant
from plantrack.dates import Point
from plantrack.facts.changed_fields import Place, Thing, is_comparable, place_of, things_of
from plantrack.facts.named import organisations_named
from plantrack.finding import Key, Where
from plantrack.kinds import Ref, Scalar, is_id
from plantrack.mark import _
from plantrack.nearest import nearest
from plantrack.pattern import pattern
from plantrack.record import ABSENCES, NOT_STATED, Many
from plantrack.shell import CannotRun
from plantrack.statements import Statement
from plantrack.store.block import Absent, Value
from plantrack.store.edit import CannotEdit, Edit, Set
from plantrack.store.layout import Layout
from plantrack.store.meaning import meaning

UNNAMED = pattern(r"[^\w]+")
ENDED = "ended"


class Turn(NamedTuple):
    """One field of one thing that the decision changes."""

    thing: str
    path: str
    to: str
    why: str = ""


class Item(NamedTuple):
    """One task of a mandate."""

    to: tuple[str, ...]
    beside: tuple[str, ...]
    """Together with whom."""
    text: str


class Draft(NamedTuple):
    """A decision as somebody means to write it, by ids."""

    date: Point
    day: str
    """The date as it was written."""
    kind: str
    title: str
    body: str = ""
    section: str = ""
    reference: str = ""
    text: str = ""
    basis: str = ""
    about: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    report_back: str = ""
    editorial: bool = False
    turns: tuple[Turn, ...] = ()


def named(session: Session, draft: Draft, asked: str = "") -> str:
    """The decision's id: its day and body, with the section where that is taken; else a short random end."""
    taken = session.facts.plan.decisions
    if asked:
        if not is_id(asked):
            raise CannotRun(_("“{name}” cannot be the name of a file. Letters, digits and hyphens can."), name=asked)
        if asked in taken:
            raise CannotRun(_("There is a decision {id} already. Choose another id."), id=asked)
        return asked
    day = draft.date.edtf if draft.date.exact and not draft.date.part else str(draft.date.edtf)[:4]
    plain = "-".join(part for part in (UNNAMED.sub("-", day).strip("-"), draft.body) if part)
    section = UNNAMED.sub("", draft.section)
    for name in (plain, f"{plain}-{section}" if section else plain):
        if name not in taken:
            return name
    return f"{plain}-{token_hex(2)}"


class Written(NamedTuple):
    """A draft as it would stand: the fields of the new file, and what changes in others."""

    fields: Mapping[str, Value]
    edits: Mapping[str, Sequence[Edit]]
    """File -> the lines that change in it."""
    by_hand: tuple[str, ...] = ()
    """Lines to change by hand, where only the decision is written."""


def written(session: Session, draft: Draft, identifier: str, *, only_decision: bool) -> Written:
    """The decision's file, with ``from`` as the plan now stands, and the edits that carry it out."""
    edits: dict[str, list[Edit]] = {}
    by_hand: list[str] = []
    changes: dict[str, dict[str, dict[str, Value]]] = {}
    for turn in draft.turns:
        aim = _aim(session, turn)
        entry = changes.setdefault(turn.thing, {})
        if turn.path in entry:
            raise CannotRun(_("{field} of {id} stands twice. Say it once."), field=turn.path, id=turn.thing)
        entry[turn.path] = _change(session, aim, turn)
        value = _ending(turn, identifier) if turn.path == ENDED else _value(session, aim, turn)
        if only_decision or value is None:
            by_hand.append(_line(session, aim, turn))
        else:
            edits.setdefault(aim.file, []).append(Set(aim.keys, value))
    for file, edit in () if only_decision else _closings(session, draft, identifier):
        edits.setdefault(file, []).append(edit)
    return Written(_fields(session, draft, identifier, changes), edits, tuple(by_hand))


class Aim(NamedTuple):
    """The field that a change is of, and where it stands or is to stand."""

    thing: Thing
    place: Place
    file: str
    keys: tuple[Key, ...]
    stands: tuple[Key, ...]
    """Where it is said now: nearer or farther off than where it is to be said."""


def _aim(session: Session, turn: Turn) -> Aim:
    facts, known = session.facts, things_of(session.facts.plan)
    thing = known.get(turn.thing)
    if thing is None:
        raise no_such_thing(turn.thing, known)
    place = place_of(thing.record, turn.path)
    if place is None:
        meant = nearest(turn.path, thing.record.FIELDS)
        if meant:
            sentence = _("{id} has no field “{field}”. Did you mean “{meant}”?")
            raise CannotRun(sentence, id=turn.thing, field=turn.path, meant=meant)
        raise CannotRun(_("{id} has no field “{field}”."), id=turn.thing, field=turn.path)
    where: Where = facts.where(thing.kind, turn.thing, *place.keys)
    held = facts.plan.held.get(turn.thing) if thing.kind == "activity" else None
    said: tuple[Statement, ...] = ()
    if held is not None and not place.key:
        said = {"when": held.when, "due": held.due}.get(place.name) or held.said_roles.get(place.name, ())
    if len(said) > 1:
        raise CannotRun(
            _("Two statements differ about {field} of {id}. Settle that first: plantrack check"),
            field=turn.path,
            id=turn.thing,
        )
    return Aim(thing, place, where.file, where.keys, said[0].keys if said else where.keys)


def stands_now(session: Session, thing: str, path: str) -> str:
    """What the plan says now of a field, as it is written there. Raises ``CannotRun``."""
    return "" if path == ENDED else _now(session, _aim(session, Turn(thing, path, "")))


def _now(session: Session, aim: Aim) -> str:
    """What the plan says now, as it is written there; that it is not stated, where it says nothing."""
    try:
        reached = Layout(session.tree.read(aim.file) or b"").find(aim.stands)
        said = meaning(reached.found.node) if len(reached.keys) == len(aim.stands) else Absent(NOT_STATED)
    except CannotEdit:
        raise CannotRun(
            _("{path} cannot be read as it stands. See plantrack check."), path=session.shown(aim.file)
        ) from None
    if isinstance(said, list) and all(isinstance(each, str) for each in said):
        return ", ".join(said)
    if isinstance(said, str):
        return said
    raise CannotRun(
        _(
            "{field} is a block in {path}. Write the decision, and change the block by hand: leave out --changes for it."
        ),
        field=".".join(map(str, aim.place.keys)),
        path=session.shown(aim.file),
    )


def _change(session: Session, aim: Aim, turn: Turn) -> dict[str, Value]:
    """What the decision tells of it."""
    why: dict[str, Value] = {"why": turn.why} if turn.why else {}
    if turn.path == ENDED:
        return {"to": turn.to, **why}
    now, then = _now(session, aim), _said(session, aim, turn)
    if now == then:
        # Told as a change it would say that the plan always was so, and hide what it promised before.
        sentence = _(
            "The plan says “{text}” for {field} of {id} already. If {path} was changed first, take that back and run "
            "this again: it writes both the decision and the line."
        )
        raise CannotRun(sentence, text=then, field=turn.path, id=turn.thing, path=session.shown(aim.file))
    return {"from": now, "to": then, **why}


def _said(session: Session, aim: Aim, turn: Turn) -> str:
    """What is to be said, by ids where it names organisations."""
    if turn.to in ABSENCES:
        return Absent(turn.to)
    kind = aim.place.kind.kind if isinstance(aim.place.kind, Many) else aim.place.kind
    text = turn.to
    if isinstance(kind, Ref) and "organisation" in kind.to:
        text = ", ".join(_organisations(session, turn.to))
    one_text = not (isinstance(aim.place.kind, Many) and isinstance(kind, Scalar) and kind.takes_text)
    try:
        # Commas part ids, and stand inside texts: a list of texts is written by hand.
        if one_text and is_comparable(aim.place) and read_value(aim.place, text) is not None:
            return text
    except Unread:
        sentence = _("“{text}” cannot be {field} of {id}. See how it is written: plantrack show {id}")
        raise CannotRun(sentence, text=turn.to, field=turn.path, id=turn.thing) from None
    raise CannotRun(
        _(
            "{field} is a block in {path}. Write the decision, and change the block by hand: leave out --changes for it."
        ),
        field=turn.path,
        path=session.shown(aim.file),
    )


def _organisations(session: Session, text: str) -> Iterator[str]:
    """The organisations of a list with commas; a name that holds a comma is one."""
    plan = session.facts.plan
    if len(organisations_named(plan, text)) == 1:
        yield organisation_meant(plan, text)
        return
    for each in text.strip("[] ").split(","):
        if each.strip():
            yield organisation_meant(plan, each.strip())


def _value(session: Session, aim: Aim, turn: Turn) -> Value:
    """What is to stand in the plan: a list where the field takes several."""
    said = _said(session, aim, turn)
    if isinstance(said, Absent) or not isinstance(aim.place.kind, Many):
        return said
    parts = tuple(each.strip() for each in said.split(","))
    return parts if len(parts) > 1 else parts[0]


def _ending(turn: Turn, identifier: str) -> Value:
    """The block by which something is over."""
    ended: dict[str, Value] = {"date": turn.to, "decision": identifier}
    return {**ended, "reason": turn.why} if turn.why else ended


def _line(session: Session, aim: Aim, turn: Turn) -> str:
    """Which line to change by hand."""
    places = session.places
    line = places.span(Where(aim.file, aim.stands)).line
    return f"{session.shown(aim.file)}:{line}: {turn.path}: {turn.to}"


def _closings(session: Session, draft: Draft, identifier: str) -> Iterator[tuple[str, Edit]]:
    """Where a mandate's items are declared completed, that is said in them too."""
    if draft.kind != "declare_completed":
        return
    facts = session.facts
    for item in draft.answers:
        if not facts.plan.mandate_items[item].completed:
            where = facts.where("mandate item", item, "completed")
            yield where.file, Set(where.keys, identifier)


def _fields(
    session: Session, draft: Draft, identifier: str, changes: Mapping[str, Mapping[str, Value]]
) -> dict[str, Value]:
    """The new file, field by field in the order of the format."""
    about = draft.about or tuple(dict.fromkeys(turn.thing for turn in draft.turns if _is_named(session, turn.thing)))
    items = {f"{identifier}.{number}": _task(each) for number, each in enumerate(draft.items, 1)}
    fields: dict[str, Value] = {
        "date": draft.day,
        "body": draft.body,
        "section": draft.section,
        "reference": draft.reference,
        "kind": draft.kind,
        "title": draft.title,
        "text": draft.text,
        "basis": draft.basis,
        "about": about,
        "answers": draft.answers,
        "items": items,
        "report_back": draft.report_back,
        "editorial": "yes" if draft.editorial else "",
        "changes": changes,
    }
    return {name: value for name, value in fields.items() if value}


def _is_named(session: Session, thing: str) -> bool:
    """Whether a thing is one that a decision is said to be about: what measures a goal is not."""
    plan = session.facts.plan
    return thing not in plan.indicators and thing not in plan.criteria and thing not in plan.mandate_items


def _task(item: Item) -> Value:
    task: dict[str, Value] = {"to": item.to, "with": item.beside, "text": item.text}
    return {name: value for name, value in task.items() if value}
