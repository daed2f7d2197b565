"""The way in: one step of the action."""

from __future__ import annotations

import sys
from importlib import import_module

from plantrack.locales import speech
from plantrack.review.job import in_one_line, wish
from plantrack.shell import CANNOT_RUN, CannotRun, language_near, language_of_machine

STEPS = ("begin", "check", "diff", "report", "approvals", "tell", "end")


def main(arguments: list[str]) -> int:
    """Runs a step. What cannot be done is one sentence, which GitHub shows as an error of the job."""
    [step] = arguments
    assert step in STEPS, step
    try:
        return int(import_module(f"plantrack.review.step_{step}").run())
    except CannotRun as error:
        given = wish("language") or language_near([f"--plan={wish('plan')}"])
        sentence = speech(given or language_of_machine()).say(error.sentence, **error.values)
        print(f"::error title=plantrack::{in_one_line(sentence)}")
        return CANNOT_RUN


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
