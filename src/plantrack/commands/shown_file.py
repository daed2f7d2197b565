"""``plantrack show --file``: one file of a plan in words, for git to compare. Called twice a file, so it loads little.

Whatever the file holds it is shown, if need be as it is: where this fails, git shows no change at all.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from plantrack.locales import speech
from plantrack.store.language import language_around
from plantrack.terminal.file_in_words import in_words


def show_file(path: str, lang: str = "") -> int:
    """Prints a file in words, in the language asked for, else in that of the plan nearest to where git stands.

    Never in that of the file's own plan: git hands over one side of a change here and the other there.
    """
    data = Path(path).read_bytes()
    words = in_words(data, speech(lang or os.environ.get("PLANTRACK_LANG", "") or _language_here()))
    sys.stdout.flush()
    sys.stdout.buffer.write(data if words is None else words.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
    return 0


def _language_here() -> str:
    try:
        return language_around(Path.cwd())
    except OSError:
        return ""
