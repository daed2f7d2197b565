"""What the points of a meeting came to, as options on one line say it.

``--decision "2=The Council gets one more member."`` The number is that of the point, and may be left out where there is only one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from plantrack.commands.event_fields import party_or_words, split
from plantrack.commands.options import no_such_thing
from plantrack.facts.matters import addresses
from plantrack.mark import _
from plantrack.pattern import pattern
from plantrack.plan import Plan
from plantrack.shell import CannotRun
from plantrack.store.block import Value

PointFields = dict[str, Value]
NUMBERED = pattern(r"(\d{1,3})\s*=\s*((?s:.+))")
PARTS = " / "
"""Between what is to be done, who does it, and by when."""


class Said(NamedTuple):
    """What was said of the points, each text with the number of its point before it."""

    points: Sequence[str] = ()
    text: Sequence[str] = ()
    raised_by: Sequence[str] = ()
    decision: Sequence[str] = ()
    action: Sequence[str] = ()
    postponed: Sequence[str] = ()
    answers: Sequence[str] = ()
    about: Sequence[str] = ()


def points_said(plan: Plan, said: Said) -> list[PointFields]:
    """The points of a meeting. Raises ``CannotRun`` where something belongs to none."""
    from plantrack.commands.spoken import organisation_meant

    found: list[PointFields] = [{"title": title} for title in said.points]
    for number, text in _by_point(found, "said", said.text):
        found[number]["text"] = text
    for number, text in _by_point(found, "raised-by", said.raised_by):
        found[number]["raised_by"] = [organisation_meant(plan, each) for each in split([text])]
    for number, text in _by_point(found, "decision", said.decision):
        found[number]["decision"] = text
    for number, text in _by_point(found, "action", said.action):
        what, who, when = _parts(text)
        _add(found[number], "action", action_of(plan, what, who, when))
    for number, text in _by_point(found, "postponed", said.postponed):
        found[number]["postponed_to"] = text
    known = addresses(plan)
    for number, text in _by_point(found, "answers", said.answers):
        for each in split([text]):
            if each not in known:
                raise no_such_thing(each, known)
            _add(found[number], "answers", each)
    for number, text in _by_point(found, "point-about", said.about):
        found[number]["about"] = split([text])
    return found


def action_of(plan: Plan, what: str, who: str, when: str) -> PointFields:
    """What is to be done, by whom and by when; organisations by their ids, functions in words."""
    doers = [party_or_words(plan, each) for each in split([who])]
    return {name: value for name, value in (("text", what), ("who", doers), ("when", when)) if value}


def _parts(text: str) -> tuple[str, str, str]:
    """What is to be done, who does it, and by when. Raises ``CannotRun`` where it says nothing, or more than that."""
    what, *more = (part.strip() for part in text.split(PARTS))
    if not what or len(more) > 2:
        sentence = _("Write what is to be done, by whom and by when as “What / who / when”, not as “{text}”.")
        raise CannotRun(sentence, text=text)
    who, when = [*more, "", ""][:2]
    return what, who, when


def _by_point(points: list[PointFields], option: str, texts: Sequence[str]) -> list[tuple[int, str]]:
    """Each text with the place of its point."""
    found = []
    for text in texts:
        match = NUMBERED.fullmatch(text)
        number = int(match[1]) if match else 1
        if not points:
            raise CannotRun(_("{option} belongs to a point, and none is given: --point TITLE"), option=f"--{option}")
        if not match and len(points) > 1:
            raise CannotRun(
                _('There are several points. Say which one {option} is about: {option} 1="…"'), option=f"--{option}"
            )
        if not 1 <= number <= len(points):
            raise CannotRun(_("There is no point {number}. There are {n}."), number=number, n=len(points))
        found.append((number - 1, match[2] if match else text))
    return found


def _add(point: PointFields, field: str, value: Value) -> None:
    before = point.get(field, [])
    point[field] = [*(before if isinstance(before, list) else [before]), value]
