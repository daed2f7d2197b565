"""Short questions at a terminal, one at a time, with what fits to choose from. Enter alone leaves a question."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from plantrack.commands.options import Session
from plantrack.mark import _
from plantrack.shell import CannotRun

MOST_OFFERED = 20
"""Choices that are listed at once."""


class Left(Exception):
    """The person has gone, with ctrl-C or ctrl-D."""


class Questions:
    """Asks in one language, on one screen."""

    def __init__(self, session: Session) -> None:
        self.say = session.speech.say
        self.width = max(session.width, 40)

    def line(self, question: str) -> str:
        """What is typed after a question that is in the reader's language already. Raises ``Left``."""
        try:
            return input(f"{question} ").strip()
        except (EOFError, KeyboardInterrupt):
            print()
            raise Left from None

    def ask(self, question: str, understand: Callable[[str], str] = str, indent: str = "", **values: object) -> str:
        """What is typed, as it is understood; asked for again where it is not. Nothing where it is left."""
        while text := self.line(indent + self.say(question, **values)):
            try:
                return understand(text)
            except CannotRun as error:
                print("  " + self.say(error.sentence, **error.values))
        return ""

    def choose(
        self,
        question: str,
        offered: Mapping[str, str],
        understand: Callable[[str], str],
        unit: str = "",
        *,
        named: bool = True,
    ) -> str:
        """One of what is offered, by its number; or something else that is understood. ``named``: ids are not shown."""
        keys = list(offered)
        width = max((len(key) for key in keys[:MOST_OFFERED]), default=0)
        for number, key in enumerate(keys[:MOST_OFFERED], 1):
            line = f"  {number:>2}  {offered[key]}" if named else f"  {number:>2}  {key:<{width}}  {offered[key]}"
            print(line if len(line) <= self.width else line[: self.width - 1] + "\N{HORIZONTAL ELLIPSIS}")
        if len(keys) > MOST_OFFERED:
            print("      " + self.say(_("and {n} more"), n=len(keys) - MOST_OFFERED))
        asked = self.say(question) + (f" ({unit})" if unit else "")
        while text := self.line(asked):
            is_word = text in keys or text in offered.values()
            if not is_word and text.isdecimal() and len(text) < 4 and 1 <= int(text) <= len(keys):
                return keys[int(text) - 1]
            try:
                return understand(text)
            except CannotRun as error:
                print("  " + self.say(error.sentence, **error.values))
        return ""

    def agrees(self, question: str) -> bool:
        """Whether something is to be done. The question is in the reader's language already. Enter alone says yes."""
        answer = self.line("\n" + question)
        return not answer or answer.casefold()[0] in "yj"
