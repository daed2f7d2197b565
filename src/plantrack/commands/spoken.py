"""From what stands on a command line to answers: ``1.1.2 ongoing 1.1.m1 7`` and the options beside.

Knows no files. What cannot be understood is said in one sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plantrack.commands.options import no_such_thing
from plantrack.draft import Field
from plantrack.facts.named import organisations_named
from plantrack.mark import _
from plantrack.pattern import pattern
from plantrack.plan import Plan
from plantrack.replies import DONE, JUDGED, WORDS, NotAnAnswer, Replies
from plantrack.shell import CannotRun

LIKE_AN_ID = pattern(r"\d+(?:\.\w+)+")
Answers = dict[str, dict[str, Field]]

TAKEN_BY = {
    "deviation": DONE,
    "remedy": DONE,
    "started": DONE,
    "completed": DONE,
    "expected": DONE,
    "forecast": JUDGED,
    "ground": JUDGED,
    "at": ("indicator",),
    "n": ("indicator",),
    "effects": ("indicator",),
}
"""Option -> the kinds of things that it says something of; the others are for any."""
FOR_ALL = ("at", "evidence")
"""Options that, given once beside several answers, are meant for each that they fit."""


def spoken_answers(replies: Replies, words: Sequence[str], *, unchanged: bool = False) -> Answers:
    """The answers of a command line: an id, and what is said of it, as often as wanted."""
    answers: Answers = {}
    for thing, said in _paired(replies, words, bare=unchanged):
        if thing in answers:
            raise CannotRun(_("{id} stands twice. Say one thing of it."), id=thing)
        if unchanged:
            answers[thing] = {"status": "unchanged"}
        elif said:
            answers[thing] = dict(understood(replies, thing, said))
        else:
            answers[thing] = {}
    return answers


def _paired(replies: Replies, words: Sequence[str], *, bare: bool) -> list[tuple[str, str]]:
    """Each thing with the words that follow it. The word right after an id is never an id itself."""
    known = replies.kinds
    pairs: list[tuple[str, list[str]]] = []
    for word in words:
        thing = word.removeprefix(f"{replies.plan.header.id}:")
        waits = bool(pairs) and not pairs[-1][1] and not bare
        if not waits and thing in known and (not pairs or bare or known[thing] != "theme"):
            pairs.append((thing, []))
        elif pairs and not bare:
            pairs[-1][1].append(word)
        else:
            raise no_such_thing(thing, known)
    return [(thing, " ".join(said)) for thing, said in pairs]


def understood(replies: Replies, thing: str, said: str) -> Mapping[str, Field]:
    """The fields of one answer. Says what may be answered where it is none."""
    try:
        return replies.read(thing, said)
    except NotAnAnswer as error:
        stranger = next((w for w in said.split()[1:] if LIKE_AN_ID.fullmatch(w) and w not in replies.kinds), "")
        if stranger:
            raise no_such_thing(stranger, replies.kinds) from None
        raise not_understood(replies, error) from None


def not_understood(replies: Replies, error: NotAnAnswer) -> CannotRun:
    """That a text is no answer, and what may be answered."""
    if error.meant:
        return CannotRun(
            _("“{text}” is no answer about {id}. Did you mean “{meant}”? These may be given: {choices}."),
            text=error.text, id=error.thing, meant=error.meant, choices=replies.tongue.either(error.choices),
        )  # fmt: skip
    if error.choices:
        sentence = _("“{text}” is no answer about {id}. One of these may be given: {choices}.")
        return CannotRun(sentence, text=error.text, id=error.thing, choices=replies.tongue.either(error.choices))
    sentence = _(
        "“{text}” is no figure, and {id} is an indicator. Write it as 7, as 3.5 or as 45/60. A decimal comma is read too."
    )
    return CannotRun(sentence, text=error.text, id=error.thing)


def add_said(replies: Replies, answers: Answers, field: str, texts: Sequence[str]) -> None:
    """What an option says: of the only answer that it fits, or with the id before it, ``--comment 1.1.2="…"``."""
    for text in texts:
        named, equals, rest = text.partition("=")
        fitting = [thing for thing in answers if fits(replies, thing, field)]
        if equals and named.strip() in answers:
            _add(replies, answers, named.strip(), field, rest.strip())
        elif len(answers) == 1 or not fitting:
            _add(replies, answers, next(iter(answers)), field, text.strip())
        elif len(fitting) == 1 or field in FOR_ALL:
            for thing in fitting:
                _add(replies, answers, thing, field, text.strip())
        else:
            first = next(iter(answers), "1.1.1")
            sentence = _('There are several answers. Say which one {option} is about: {option} {id}="…"')
            raise CannotRun(sentence, option=f"--{field}", id=first)


def fits(replies: Replies, thing: str, field: str) -> bool:
    """Whether an option says something of this kind of thing."""
    return field not in TAKEN_BY or replies.kinds.get(thing) in TAKEN_BY[field]


NOT_OF = {
    "status": _("{option} says nothing of {id}, which is an activity: it takes a status, --deviation and --remedy."),
    "fulfilment": _("{option} says nothing of {id}, which is judged: it takes a fulfilment, --forecast and --ground."),
    "value": _("{option} says nothing of {id}, which is an indicator: it takes a value, --at and --n."),
}


def _add(replies: Replies, answers: Answers, thing: str, field: str, text: str) -> None:
    if not fits(replies, thing, field):
        raise CannotRun(NOT_OF[replies.field(thing)], option=f"--{field}", id=thing)
    said: Field = text
    if field in WORDS:
        try:
            said = replies.word(field, text, thing)
        except NotAnAnswer as error:
            raise not_understood(replies, error) from None
    before = answers[thing].get(field)
    if field == "evidence":
        said = (*before, text) if isinstance(before, tuple) else (text,)
    elif field == "comment" and isinstance(before, str):
        said = f"{before}\n{text}"
    elif before is not None:
        raise CannotRun(_("{option} stands twice for {id}. Say it once."), option=f"--{field}", id=thing)
    answers[thing][field] = said


def organisation_meant(plan: Plan, text: str) -> str:
    """The organisation that a person means by an id, an abbreviation or a name, now or before. Nobody is guessed."""
    found = organisations_named(plan, text)
    if len(found) == 1:
        return found[0]
    if found:
        sentence = _("“{text}” may be several organisations: {ids}. Write the id.")
        raise CannotRun(sentence, text=text, ids=found)
    from plantrack.nearest import nearest

    meant = nearest(text, plan.organisations)
    if meant:
        raise CannotRun(_("The plan has no organisation “{text}”. Did you mean “{meant}”?"), text=text, meant=meant)
    raise CannotRun(
        _("The plan has no organisation “{text}”. They stand in organisations.yaml, each with its id."), text=text
    )
