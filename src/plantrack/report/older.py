"""That a text was written before something it speaks of changed: loudly in a draft, in a low voice in a report."""

from __future__ import annotations

from plantrack.facts.overtaken import Turn
from plantrack.mark import _
from plantrack.report.document import Bullets, Callout, Cell, Piece, Prose, Quiet, State
from plantrack.report.drafting import OLDER, file_of
from plantrack.report.field_words import FIELD_WORDS
from plantrack.report.listed import listed
from plantrack.report.measured_words import typed
from plantrack.report.request import Request
from plantrack.report.sections.changes import field_value
from plantrack.report.states import STATES
from plantrack.report.teller import Teller
from plantrack.report.unwritten import WHOLE

NAMED = 5
"""As many things as the note in a report names."""
STATED = ("status", "fulfilment", "forecast")


def older(request: Request, tell: Teller, thing: str) -> list[Prose | Callout]:
    """What has changed since a thing's text was written; nothing where nothing has."""
    turns = request.older.get(thing, ())
    written = request.text(thing)
    if not turns or written is None or written.date is None:
        return []
    if not request.asked.draft:
        ids = tuple(dict.fromkeys(each.thing for each in turns))
        if len(ids) > NAMED:
            sentence = tell.say(
                _("Written {day}, before {n} of the things that it speaks of changed."), day=written.date, n=len(ids)
            )
        else:
            sentence = tell.say(_("Written {day}, before {things} changed."), day=written.date, things=ids)
        traced = listed(tell, _("things that have changed since a text was written"), ids) if len(ids) > NAMED else ()
        return [Prose((Quiet(sentence), *traced))]
    about = tell.say(_("the summary")) if thing == WHOLE else thing
    sentence = tell.say(
        _("The text in {file} is from {day}. Since then this has changed:"),
        file=file_of(request, thing),
        day=written.date,
    )
    advice = tell.say(_("Mend what no longer holds, and write the day that you read it after “date:”."))
    items = tuple(turned(tell, each) for each in turns)
    title = tell.say(_("A text to read again: {what}"), what=about)
    return [Callout(title, (Prose((sentence,)), Bullets(items), Prose((advice,))), OLDER)]


def turned(tell: Teller, turn: Turn) -> Cell:
    """One change: what, from what, to what, and on which day."""
    by = _source(tell, turn)
    tail: Cell = (f", {turn.day.isoformat()}", *((", ", *by) if by else ()))
    if turn.axis in (*STATED, "value"):
        states = shown(tell, turn, turn.before), " → ", shown(tell, turn, turn.after)
        return (tell.link(turn.thing), ": ", *states, *tail)
    name = turn.axis.partition(".")[0]
    word = tell.say(FIELD_WORDS[name]) if name in FIELD_WORDS else turn.axis
    if name == "ended" or not (turn.before or turn.after):
        return (tell.link(turn.thing), ": ", word, *tail)
    before, after = (field_value(tell, name, each, turn.thing) for each in (turn.before, turn.after))
    return (tell.link(turn.thing), ": ", word, " ", *before, " → ", *after, *tail)


def shown(tell: Teller, turn: Turn, word: str) -> Piece:
    """How something stood or stands: a state, or a value."""
    if turn.axis in STATED:
        states = STATES[turn.axis]
        return tell.state(turn.axis, word) if word in states else Quiet(word or tell.say(_("nothing said")))
    if not word:
        return State(tell.say(STATES["outcome"]["not_measured"].word), *STATES["outcome"]["not_measured"][1:])
    return typed(tell, tell.plan.indicators.get(turn.thing), word)


def _source(tell: Teller, turn: Turn) -> Cell:
    """Who answered, or what was decided."""
    if turn.kind == "submission":
        return tell.party(tell.plan.submissions[turn.by].by, short=True)
    return tell.decision(turn.by) if turn.kind == "decision" else ()
