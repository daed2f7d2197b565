"""``rollover`` at a terminal: one short question for each open activity. Enter alone takes what is proposed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plantrack.commands.options import Session
from plantrack.commands.rollover_table import WORDS, Line, meant
from plantrack.facts.carried import ANSWERS, CHANGE, CONTINUE, END, MERGE, Choice
from plantrack.mark import _


class Left(Exception):
    """The person has gone, with ctrl-C or ctrl-D."""


def ask_each(session: Session, lines: Sequence[Line], chosen: dict[str, Choice]) -> None:
    """Asks what becomes of each row; ``chosen`` grows as it goes, so that nothing is lost. Raises ``Left``."""
    say = session.speech.say
    activities = [each for each in lines if not each.is_goal]
    one = _("{n} open activity. Enter alone takes what is proposed. Ctrl-C stops; then nothing is written.")
    many = _("{n} open activities. Enter alone takes what is proposed. Ctrl-C stops; then nothing is written.")
    print(session.speech.count(one, many, len(activities)))
    print("  ".join(f"{number} {say(WORDS[each])}" for number, each in enumerate(ANSWERS, 1)))
    open_ = {each.id for each in activities}
    for line in activities:
        print(f"\n{line.id} {line.title}  ({line.state})")
        chosen[line.id] = _choice(session, line, open_)
    kept = {session.facts.plan.goal_of[each] for each, its in chosen.items() if its.answer in (CONTINUE, CHANGE)}
    for line in lines:
        if line.is_goal and line.id in kept:
            chosen[line.id] = Choice(CONTINUE)
        elif line.is_goal:
            print(f"\n{line.id} {line.title}")
            asked = say(_("Nothing in this goal goes on. Does the goal itself? [y/N]"))
            chosen[line.id] = Choice(CONTINUE if _line(asked).casefold().startswith(("y", "j")) else END)
    if _line("\n" + say(_("Start the next plan so? [Y/n]"))).casefold()[:1] == "n":
        raise Left


def _choice(session: Session, line: Line, open_: set[str]) -> Choice:
    say, own = session.speech.say, session.facts.plan.languages
    proposed = line.choice.answer
    question = say(_("What becomes of it? [{answer}]"), answer=say(WORDS[proposed]))
    answer = _understood(question, lambda text: _answer(text) or "", say(_("Type a number from 1 to 4."))) or proposed
    if answer == MERGE:
        others = open_ - {line.id}
        known = say(_("That is no open activity."))
        into = _understood(say(_("Into which activity? Its id:")), lambda text: text if text in others else "", known)
        return Choice(MERGE, into) if into else _choice(session, line, open_)
    if answer == CHANGE:
        titles = {}
        for each in own:
            named = f" ({each})" if len(own) > 1 else ""
            titles[each] = _line(say(_("The new wording{language}? Enter: to be decided"), language=named))
        return Choice(CHANGE, titles={each: text for each, text in titles.items() if text})
    return Choice(answer)


def _answer(text: str) -> str:
    if text.isdecimal() and len(text) == 1 and 1 <= int(text) <= len(ANSWERS):
        return ANSWERS[int(text) - 1]
    return meant(text)


def _understood(question: str, understand: Callable[[str], str], otherwise: str) -> str:
    """An answer that is understood; empty where enter was pressed."""
    while text := _line(question):
        found = understand(text)
        if found:
            return found
        print("  " + otherwise)
    return ""


def _line(question: str) -> str:
    try:
        return input(f"{question} ").strip()
    except (EOFError, KeyboardInterrupt):
        print()
        raise Left from None
