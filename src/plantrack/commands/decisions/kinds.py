"""What kind of decision a person means: by its word in a file, or by what it is called in either language."""

from __future__ import annotations

from plantrack.commands.options import Session
from plantrack.kinds import Unfit
from plantrack.locales import languages, speech
from plantrack.mark import _
from plantrack.model.words import DECISION_KIND, DECISION_KINDS
from plantrack.shell import CannotRun


def kind_meant(session: Session, text: str) -> str:
    """A kind of decision as files write it. Raises ``CannotRun``, with those there are."""
    wanted = " ".join(text.casefold().split())
    for language in languages():
        tongue = speech(language)
        for kind, word in DECISION_KINDS.items():
            if wanted == tongue.say(word).casefold():
                return kind
    try:
        return DECISION_KIND.read(wanted.replace("-", "_").replace(" ", "_"))
    except Unfit:
        kinds = session.speech.either([session.speech.say(word) for word in DECISION_KINDS.values()])
        sentence = _("There is no kind of decision “{text}”. There are {kinds}.")
        raise CannotRun(sentence, text=text, kinds=kinds) from None
