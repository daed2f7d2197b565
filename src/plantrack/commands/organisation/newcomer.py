"""An organisation that takes over and that the plan does not know yet: what it is called, its kind and its side."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plantrack.commands.options import Session
from plantrack.kinds import Choice, Unfit, is_id
from plantrack.mark import _
from plantrack.model.organisation import Organisation
from plantrack.model.words import ORGANISATION_KIND, SIDE
from plantrack.shell import CannotRun


class Newcomer(NamedTuple):
    """An organisation that is about to be written."""

    name: str
    kind: str
    side: str


def newcomers(
    session: Session, missing: Sequence[str], before: Organisation, names: Iterable[str], kind: str, side: str
) -> Mapping[str, Newcomer]:
    """Those that the plan does not know yet. What was not said is asked at a terminal; kind and side are those of the
    one that it follows, where nothing else is said.
    """
    for each in missing:
        if not is_id(each):
            raise CannotRun(_("“{text}” is no id: letters, digits, dots and hyphens, as fof or sdf-norr."), text=each)
    said = _named(missing, names)
    its_kind = one_of(session, kind, ORGANISATION_KIND) if kind else ""
    its_side = one_of(session, side, SIDE) if side else ""
    found = {}
    for each in missing:
        name = said.get(each) or _ask(session, _("{id} is new. What is it called?"), id=each)
        if not name:
            sentence = _('The plan does not know {id}. If it is new, say what it is called: --name {id}="…"')
            raise CannotRun(sentence, id=each)
        own_kind = its_kind or _choose(session, _("What kind is it? Enter: {word}"), before.kind, ORGANISATION_KIND)
        own_side = its_side or _choose(session, _("On whose side? Enter: {word}"), before.side or "", SIDE)
        found[each] = Newcomer(name, own_kind, own_side)
    return found


def _named(missing: Sequence[str], names: Iterable[str]) -> dict[str, str]:
    """The names that were said: ``id=Name``, or the name alone where only one is new."""
    said = {}
    for text in names:
        identifier, equals, name = text.partition("=")
        if equals and identifier.strip() in missing and name.strip():
            said[identifier.strip()] = name.strip()
        elif len(missing) == 1 and text.strip() and not (equals and is_id(identifier.strip())):
            said[missing[0]] = text.strip()
        else:
            sentence = _("Which of them is called that? Write --name ID=NAME, with one of {ids}.")
            raise (
                CannotRun(sentence, ids=tuple(missing))
                if missing
                else CannotRun(_("--name is for one that is new, and all of these are known."))
            )
    return said


def _ask(session: Session, question: str, **values: str) -> str:
    """One answer, typed by a person; nothing where none is there."""
    if not (session.terminal and sys.stdin.isatty()):
        return ""
    try:
        return input(session.speech.say(question, **values) + " ").strip()
    except (EOFError, KeyboardInterrupt):
        print()
        raise CannotRun(_("Nothing was written.")) from None


def _choose(session: Session, question: str, otherwise: str, choice: Choice) -> str:
    """A word of the format, typed by a person; the one that is offered, where nothing is typed or nobody is there."""
    said = session.speech.say(choice.words[otherwise]) if otherwise in choice.words else "\N{EN DASH}"
    while text := _ask(session, question, word=said):
        try:
            return one_of(session, text, choice)
        except CannotRun as error:
            print("  " + session.speech.say(error.sentence, **error.values))
    return otherwise


def one_of(session: Session, text: str, choice: Choice) -> str:
    """A word of the format, written as there or as it is said."""
    by_said = {session.speech.say(said).casefold(): word for word, said in choice.words.items()}
    found = by_said.get(text.strip().casefold())
    if found:
        return found
    try:
        return choice.read(text.strip())
    except Unfit:
        choices = session.speech.either(tuple(choice.words))
        sentence = _("“{text}” cannot be read here. One of these may be given: {choices}.")
        raise CannotRun(sentence, text=text, choices=choices) from None
