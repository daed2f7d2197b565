"""``plantrack decisions add``: a new decision, and with it the change that it makes in the plan; all or nothing."""

from __future__ import annotations

from typing import Annotated

import typer

from plantrack.commands.completion import complete_organisation, complete_thing
from plantrack.commands.decisions.draft import ENDED, Draft, Item, Turn
from plantrack.commands.decisions.kinds import kind_meant
from plantrack.commands.decisions.writing import finish
from plantrack.commands.options import (
    DryRunOption,
    LangOption,
    NoColorOption,
    PlanOption,
    Session,
    no_such_thing,
    open_plan,
    refuse_far_away,
)
from plantrack.commands.spoken import organisation_meant
from plantrack.dates import Impossible, Point, Unreadable, read_point, read_when
from plantrack.facts.references import known_ids
from plantrack.mark import _
from plantrack.model.words import DECISION_KINDS
from plantrack.shell import CannotRun

HELP = _(
    "Writes a new decision under decisions/, and makes the change that it tells in the plan's own files: "
    'plantrack decisions add --date 2015-04-22 --body ks --kind move_deadline --title "…" --changes 1.3.1 when '
    '"hösten 2015" --why "…"\n\n'
    "What the plan says now becomes “from” by itself. Every other line of the files is left as it is. Without options "
    "in a terminal it asks.\n\n"
    "Nothing is written where the rules find an error."
)
EMPTY: list[str] = []
Texts = list[str]


def text_option(name: str, metavar: str, help_: str) -> object:
    """An option that takes a text."""
    return typer.Option(name, metavar=metavar, help=help_)


def run(
    words: Annotated[
        Texts,
        typer.Argument(metavar="[FIELD VALUE]...", help=_("After each --changes ID: the field, and what it becomes.")),
    ] = EMPTY,
    day: Annotated[
        str, text_option("--date", "DATE", _("The day, as exact as it is known: 2015-04-22, 2013-04."))
    ] = "",
    body: Annotated[
        str,
        typer.Option("--body", metavar="ORGANISATION", help=_("Who decided."), autocompletion=complete_organisation),
    ] = "",
    kind: Annotated[
        str,
        text_option(
            "--kind",
            "KIND",
            _(
                "mandate, adopt, revise, extend, move_deadline, rename, end, note, approve, declare_completed, refer_back, other."
            ),
        ),
    ] = "",
    title: Annotated[str, text_option("--title", "TEXT", _("What it is called."))] = "",
    text: Annotated[str, text_option("--text", "TEXT", _("What was decided."))] = "",
    section: Annotated[str, text_option("--section", "TEXT", _("The section of the minutes, as § 211."))] = "",
    reference: Annotated[
        str, text_option("--reference", "TEXT", _("The number in the register, as it is written there."))
    ] = "",
    basis: Annotated[str, text_option("--basis", "TEXT", _("What it rests on: a motion, a proposal."))] = "",
    about: Annotated[
        Texts,
        typer.Option(
            "--about", metavar="ID", help=_("What it is about; may stand several times."), autocompletion=complete_thing
        ),
    ] = EMPTY,
    answers: Annotated[
        Texts, text_option("--answers", "ITEM", _("An item of a mandate that it answers, or declares completed."))
    ] = EMPTY,
    items: Annotated[
        Texts, text_option("--item", "TEXT", _('A task of a mandate: "slk + srf: Draw up a proposal."'))
    ] = EMPTY,
    report_back: Annotated[str, text_option("--report-back", "TIME", _("When a mandate is to be reported back."))] = "",
    changes: Annotated[
        Texts,
        typer.Option(
            "--changes",
            metavar="ID",
            help=_('What it changes: --changes 1.3.1 when "hösten 2015"; may stand several times.'),
            autocompletion=complete_thing,
        ),
    ] = EMPTY,
    why: Annotated[
        Texts, text_option("--why", "TEXT", _('Why it is changed; with several changes: --why 1.3.1="…"'))
    ] = EMPTY,
    editorial: Annotated[bool, typer.Option("--editorial", help=_("It changes wording only, and no promise."))] = False,
    only_decision: Annotated[
        bool, typer.Option("--only-decision", help=_("Write only the decision, and say which lines to change."))
    ] = False,
    identifier: Annotated[str, text_option("--id", "ID", _("Its id. Left out: its day and body."))] = "",
    dry_run: DryRunOption = False,
    plan: PlanOption = "",
    lang: LangOption = "",
    no_color: NoColorOption = False,
) -> int:
    session = open_plan(plan, "", lang, no_color)
    given = (day, body, kind, title, text, section, reference, basis, report_back, identifier)
    if session.terminal and not any((*given, *words, *about, *answers, *items, *changes, *why, editorial)):
        from plantrack.commands.decisions.asking import ask

        return ask(session, plan, dry_run=dry_run, only_decision=only_decision)
    if not (day and kind and title):
        raise CannotRun(_('Say at least when, what kind and what: --date 2015-04-22 --kind revise --title "…"'))
    its = kind_meant(session, kind)
    draft = Draft(
        date=date_read(session, day),
        day=day.strip(),
        kind=its,
        title=title.strip(),
        body=organisation_meant(session.facts.plan, body) if body else "",
        section=section.strip(),
        reference=reference.strip(),
        text=text.strip(),
        basis=basis.strip(),
        about=tuple(known_thing(session, each) for each in about),
        answers=tuple(item_meant(session, each) for each in answers),
        items=tuple(task_read(session, each) for each in items),
        report_back=time_read(report_back),
        editorial=editorial,
        turns=_turns(session, changes, words, why),
    )
    return finish(session, with_endings(session, draft), identifier, dry_run=dry_run, only_decision=only_decision)


def date_read(session: Session, text: str) -> Point:
    """The day of a decision, as exact as it is known; none that lies ahead."""
    try:
        point = read_point(text)
    except (Unreadable, Impossible):
        raise CannotRun(
            _("“{text}” is no day. Write it as 2015-12-31, or 2013-04 where only that is known."), text=text
        ) from None
    refuse_far_away(point.year, text)
    if session.facts.plan.calendar.first(point) > session.facts.day:
        raise CannotRun(_("{day} lies ahead. A decision has the day that it was taken."), day=text)
    return point


def time_read(text: str) -> str:
    """A time as it was written, where it can be read."""
    try:
        if text:
            read_when(text)
    except (Unreadable, Impossible):
        raise CannotRun(
            _("“{text}” is no time. Write it as 2015, 2015-H1 or 2015-01-01/2015-04-30."), text=text
        ) from None
    return text.strip()


def known_thing(session: Session, text: str) -> str:
    """The id of something that a decision may be about."""
    plan = session.facts.plan
    thing = text.strip().removeprefix(f"{plan.header.id}:")
    known = {each for table in known_ids(plan).values() for each in table} | {*plan.terms, plan.header.id or ""}
    if thing not in known:
        raise no_such_thing(thing, known)
    return thing


def item_meant(session: Session, text: str) -> str:
    """An item of a mandate."""
    items = session.facts.plan.mandate_items
    if text.strip() not in items:
        raise no_such_thing(text.strip(), items)
    return text.strip()


def task_read(session: Session, text: str) -> Item:
    """A task of a mandate: who, together with whom, and what."""
    parties, colon, task = text.partition(":")
    if not colon or not task.strip() or not parties.strip(" ,+"):
        raise CannotRun(_('Write a task as who and what: --item "slk + srf: Draw up a proposal."'))
    to, _plus, beside = parties.partition("+")
    plan = session.facts.plan
    who, others = (
        tuple(organisation_meant(plan, each.strip()) for each in part.split(",") if each.strip())
        for part in (to, beside)
    )
    return Item(who, others, task.strip())


def _turns(session: Session, changes: Texts, words: Texts, why: Texts) -> tuple[Turn, ...]:
    """Each --changes with the field and the value that follow it."""
    if words and not changes:
        raise CannotRun(_("Say what “{text}” changes: --changes ID FIELD VALUE"), text=words[0])
    if len(changes) == 1 and len(words) > 2:
        words = [words[0], " ".join(words[1:])]
    if len(words) != 2 * len(changes):
        raise CannotRun(
            _('After each --changes come the field and the value, the value in quotes: 1.3.1 when "hösten 2015"')
        )
    own = f"{session.facts.plan.header.id}:"
    found = [
        Turn(thing.strip().removeprefix(own), words[2 * number].strip(), words[2 * number + 1].strip())
        for number, thing in enumerate(changes)
    ]
    silent = next((turn for turn in found if not turn.to.strip(" ,")), None)
    if silent:
        raise CannotRun(_("Say what {field} of {id} becomes."), field=silent.path, id=silent.thing)
    return _with_reasons(found, why)


def _with_reasons(turns: list[Turn], why: Texts) -> tuple[Turn, ...]:
    """The changes with why: one reason for all of them, or one for each by its id. None is left out silently."""
    own: dict[str, list[str]] = {}
    for text in why:
        thing, equals, reason = text.partition("=")
        named = thing.strip() if equals and any(turn.thing == thing.strip() for turn in turns) else ""
        own.setdefault(named, []).append((reason if named else text).strip())
    if why and not turns:
        raise CannotRun(_("--why belongs to a change: --changes ID FIELD VALUE. Other words go in --text."))
    for named, reasons in own.items():
        its = [number for number, turn in enumerate(turns) if named in (turn.thing, "")]
        if len(reasons) > 1 and (not named or len(reasons) != len(its)):
            raise CannotRun(_("It is said {n} times why. Say it once, or once for each change."), n=len(reasons))
        for place, number in enumerate(its):
            if named or turns[number].thing not in own:
                turns[number] = turns[number]._replace(why=reasons[place if len(reasons) > 1 else 0])
    return tuple(turns)


def with_endings(session: Session, draft: Draft) -> Draft:
    """A decision by which things of the plan end says so of each that it is about."""
    if draft.kind != "end" or not draft.date.day:
        return draft
    plan = session.facts.plan
    told = {turn.thing for turn in draft.turns if turn.path == ENDED}
    tables = (plan.goals, plan.activities, plan.steps, plan.criteria, plan.indicators)
    ending = [
        thing for thing in draft.about if thing not in told and any(thing in t and not t[thing].ended for t in tables)
    ]
    return draft._replace(turns=(*draft.turns, *(Turn(each, ENDED, draft.date.edtf, draft.text) for each in ending)))


def kinds_offered(session: Session) -> dict[str, str]:
    """The kinds of decisions, each in words."""
    return {kind: session.speech.say(word) for kind, word in DECISION_KINDS.items()}
