"""Regular expressions that are compiled when they are first used: most commands need few of them."""

from __future__ import annotations

import re
from typing import Any, cast


class _Pattern:
    """Compiles itself at the first question, and from then on answers as the compiled expression."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._text, self._flags)
        for each in ("fullmatch", "match", "search", "finditer", "findall", "split", "sub", "subn", "pattern"):
            self.__dict__[each] = getattr(compiled, each)
        return getattr(compiled, name)


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression, to be used as a compiled one."""
    return cast("re.Pattern[str]", _Pattern(text, flags))
