"""``plantrack find``: words, numbers, ids and phrases in everything that the plan's files say."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from plantrack.commands.as_known import known_at
from plantrack.commands.completion import complete_kind, complete_thing
from plantrack.commands.options import (
    LangOption,
    NoColorOption,
    PlanOption,
    RevOption,
    Session,
    no_such_thing,
    open_plan,
)
from plantrack.facts.search import wanted
from plantrack.mark import _
from plantrack.report.teller import Teller
from plantrack.shell import CannotRun
from plantrack.store.files import place_of
from plantrack.store.looking import Defining, look
from plantrack.terminal.hits import grouped, one_a_line
from plantrack.views.hits import KINDS, Found, kind_meant, shown, within
from plantrack.views.show import known_to_show

HELP = _(
    "Finds words in everything that the plan's files say: plans, answers, texts, events, decisions, notes and comments. "
    "Several words must all stand in the same text, in any order. What stands in quotation marks is looked for as it "
    "stands.\n\n"
    "Capitals and accents make no difference, and a word is found inside a longer one. A number is found as a whole number "
    "and an id as a whole id: 1.3.1 is not found in 1.3.10. The exit code is 0 where something was found, and 1 where "
    "nothing was."
)
FOUND, NOTHING_FOUND = 0, 1
EMPTY: list[str] = []


def run(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help=_("What to look for."))],
    kind: Annotated[
        list[str],
        typer.Option(
            "--kind",
            metavar="KIND",
            help=_("Only in decisions, events, organisations …; may stand several times."),
            autocompletion=complete_kind,
        ),
    ] = EMPTY,
    only: Annotated[
        str,
        typer.Option(
            "--only",
            metavar="ID",
            help=_(
                "Only in and about one thing: a goal with all that belongs to it, an event, an organisation's answers."
            ),
            autocompletion=complete_thing,
        ),
    ] = "",
    output: Annotated[
        Literal["text", "json"], typer.Option("--format", metavar="text|json", help=_("How to print it."))
    ] = "text",
    plan: PlanOption = "",
    rev: RevOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    # Of the plan itself only what things are called is needed: all else is read as it is looked through.
    session = open_plan(plan, "", lang, no_color, rev, Defining)
    ids = _ids(session)
    looked_for = wanted(words, ids)
    if not looked_for:
        raise CannotRun(_("Say what to look for: plantrack find WORDS"))
    if only and only not in ids:
        raise no_such_thing(only, sorted(ids))
    kinds = frozenset(_kind(session, each) for each in kind)
    its = session.facts.plan
    found = look(session.tree, its.header.uses, looked_for, lambda files: session.watch(files, _("Reading")))
    hits = [*within(its, found, kinds, only)]
    tell = Teller(its, session.speech, session.facts.day)
    told = [shown(tell, each) for each in hits]
    if output == "json":
        from plantrack.exports.hits import as_json

        print(as_json(looked_for, hits, told, session.shown), end="")
    else:
        _print(session, rev, words, told)
    return FOUND if hits else NOTHING_FOUND


def _ids(session: Session) -> frozenset[str]:
    """Every id that the plan has, with those of answers and reports, which are the names of their files."""
    places = (place_of(each.path) for each in session.tree.files())
    header = session.facts.plan.header
    return frozenset((*known_to_show(session.facts.plan), header.id or "plan", *(each.id for each in places if each)))


def _kind(session: Session, text: str) -> str:
    found = kind_meant(text)
    if not found:
        kinds = tuple(session.speech.say(word) for word in KINDS.values())
        raise CannotRun(_("There is no kind “{text}”. There are {kinds}."), text=text, kinds=kinds)
    return found


def _print(session: Session, rev: str, words: list[str], told: list[Found]) -> None:
    """The hits, and how many they are. Where it is piped, that is no part of what is handed on."""
    if session.terminal:
        print(known_at(session, rev), end="")
        lines = grouped(told, session.shown, session.width, color=session.color)
    else:
        lines = one_a_line(told, session.shown)
    for line in lines:
        print(line)
    speech = session.speech
    if told:
        places = speech.count(_("{n} place"), _("{n} places"), len(told))
        files = speech.count(_("{n} file"), _("{n} files"), len({each.file for each in told}))
        last = ("\n" if session.terminal else "") + speech.say(_("{places} in {files}."), places=places, files=files)
    else:
        last = speech.say(_("Nothing was found for “{words}”."), words=" ".join(words))
    print(last, file=sys.stdout if session.terminal else sys.stderr)
