"""The kind of event that a person means: by its word in a file, or by what it is called in any language."""

from __future__ import annotations

from plantrack.locales import languages, speech
from plantrack.mark import Term, _
from plantrack.model.words import EVENT_KIND, EVENT_KINDS
from plantrack.shell import CannotRun


def kind_meant(text: str) -> str:
    """A kind of event. Raises ``CannotRun`` with those that there are."""
    wanted = " ".join(text.casefold().split())
    called = {speech(each).say(word).casefold(): kind for each in languages() for kind, word in EVENT_KINDS.items()}
    found = called.get(wanted) or EVENT_KIND.also.get(wanted) or (wanted if wanted in EVENT_KINDS else "")
    if not found:
        kinds = tuple(map(Term, EVENT_KINDS.values()))
        raise CannotRun(_("There is no kind “{text}”. There are {kinds}."), text=text, kinds=kinds)
    return found
