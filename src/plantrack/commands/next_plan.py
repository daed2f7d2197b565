"""What ``rollover`` would write: the next plan's files and the lines that change in this one, judged before anything is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from os.path import relpath
from pathlib import Path
from typing import NamedTuple

from plantrack.commands.options import Session
from plantrack.commands.rollover_table import Line
from plantrack.dates import Point, When, read_when
from plantrack.facts import Facts
from plantrack.facts.carried import CONTINUE, END, Carried, Choice
from plantrack.finding import ERROR, Finding
from plantrack.followup.parties import Parties
from plantrack.followup.standing import Measured, Standings
from plantrack.followup.standings import stand_on
from plantrack.kinds import is_id
from plantrack.locales import speech
from plantrack.mark import _
from plantrack.plan import Plan
from plantrack.report.document import Break, plain
from plantrack.report.standing_cells import responsible, status
from plantrack.report.teller import Teller, ended_by
from plantrack.shell import CannotRun
from plantrack.store.edit import Add, CannotEdit, Set, edited
from plantrack.store.files import PLAN_FILE
from plantrack.store.folder import load_tree, with_files
from plantrack.store.next_goal import DECIDE, Onward, Proposal
from plantrack.store.next_plan import Named, next_files
from plantrack.store.places import Places, place_findings
from plantrack.store.planned import PlannedTree
from plantrack.terminal.text import told_one_by_one

OVER = ("completed", "cancelled", "withdrawn")
FIGURES = ("count", "share", "index", "money", "survey")
"""Kinds of indicators whose values are figures, and have a baseline."""


class Next(NamedTuple):
    """The next plan as it would be."""

    session: Session
    named: Named
    carried: Carried
    files: Mapping[str, bytes]
    """The new plan's, by their paths in it."""
    changed: Mapping[str, tuple[bytes, bytes]]
    """This plan's, with what they hold and would hold."""
    facts: Facts
    tree: PlannedTree
    findings: tuple[Finding, ...]
    """Errors that the rules would find in the new plan, or in this one because of it."""
    proposed: int
    """How many baselines are proposed."""

    @property
    def refused(self) -> bool:
        """Whether nothing may be written."""
        return bool(self.findings)

    @property
    def uses(self) -> tuple[str, ...]:
        """The folders that it shares."""
        return self.facts.plan.header.uses

    @property
    def undecided(self) -> int:
        """How many fields are to be decided."""
        return sum(data.count(f": {DECIDE}\n".encode()) for data in self.files.values())

    def tell_findings(self) -> None:
        """Prints what the rules say, as ``check`` would."""
        screen = _Screen(self.session, self.facts, self.tree)
        print(told_one_by_one(screen, place_findings(screen.places, self.findings)), end="")
        print(self.session.speech.say(_("Nothing was written: the rules find an error.")))


class _Screen:
    """What printing needs to know, of a plan that is not there yet."""

    def __init__(self, session: Session, facts: Facts, tree: PlannedTree) -> None:
        self.facts, self.speech = facts, session.speech
        self.places = Places(tree)
        self.terminal, self.color, self.width = session.terminal, session.color, session.width
        self.root = tree.root

    def shown(self, file: str) -> str:
        return f"{self.root.name}/{file}"


def unfinished(session: Session) -> list[Line]:
    """Each open activity as a row, and after those of a goal the goal itself; with what is proposed for it."""
    plan, standings = session.facts.plan, stand_on(session.facts.plan, session.facts.day)
    tell = Teller(plan, session.speech, session.facts.day)
    lines = []
    for goal_id, goal in plan.goals.items():
        if ended_by(goal.ended, session.facts.day):
            continue
        rows = [_line(tell, standings, each) for each in goal.activities if _is_open(plan, standings, each)]
        goes_on = any(each.choice.answer == CONTINUE for each in rows)
        lines += rows
        title = plain((tell.said(goal.title),))
        lines.append(Line(goal_id, title, "", "", Choice(CONTINUE if goes_on else END), is_goal=True))
    return lines


def _is_open(plan: Plan, standings: Standings, identifier: str) -> bool:
    standing = standings.activities.get(identifier)
    ended = ended_by(plan.activities[identifier].ended, standings.day)
    return standing is not None and standing.counted and standing.status != "completed" and not ended


def _line(tell: Teller, standings: Standings, identifier: str) -> Line:
    standing = standings.activities[identifier]
    state = plain(status(tell, standing))
    title = plain((tell.said_or_missing(tell.title(identifier)),))
    choice = Choice(END if standing.status in OVER else CONTINUE)
    who = (*("; " if isinstance(each, Break) else each for each in responsible(tell, tell.plan.held[identifier])),)
    return Line(identifier, title, state, plain(who), choice)


def named_next(session: Session, period: str, identifier: str) -> Named:
    """The next plan's name and time. Raises ``CannotRun`` where the time is none that comes after."""
    plan = session.facts.plan
    when, now = _period(period), plan.header.period
    if when is None or when.start is None or when.end is None:
        raise CannotRun(_("“{text}” is no time with a first and a last year. Write it as 2017-2020."), text=period)
    if now is None or now.start is None or now.end is None or not plan.header.id:
        raise CannotRun(_("The plan does not say its id and its period, so the next one cannot be told from it."))
    if plan.calendar.first(when.start) <= plan.calendar.last(now.end):
        raise CannotRun(_("{text} does not come after this plan's own time, {period}."), text=period, period=now.text)
    years, old = (when.start.year, when.end.year), (now.start.year, now.end.year)
    name = identifier or _renamed(plan.header.id, old[0], years[0])
    if not is_id(name) or ":" in name or name == plan.header.id:
        raise CannotRun(_("“{text}” cannot be the id of the next plan. Write one as nordvik-2017."), text=name)
    return Named(name, period, years, old)


def _period(text: str) -> When | None:
    try:
        return read_when(text)
    except ValueError:
        return None


def _renamed(identifier: str, old: int, new: int) -> str:
    return identifier.replace(str(old), str(new)) if str(old) in identifier else f"{identifier}-{new}"


def made(session: Session, named: Named, carried: Carried, target: Path) -> Next:
    """The next plan, and what the rules say of it. Nothing is written."""
    plan = session.facts.plan
    first = _first_day(plan, named.period)
    standings = stand_on(plan, session.facts.day)
    proposals = dict(_proposals(session, standings))
    parties = Parties(plan, first)
    steps = [i for i, each in standings.steps.items() if each.counted and each.status != "completed"]
    onward = Onward(plan.header.id or "", carried, steps, parties.living, proposals, plan.languages)
    files = next_files(session.tree, session.facts, named, onward, _way(session.folder, target))
    tree = PlannedTree(target, files)
    facts = load_tree(tree, session.facts.day)
    changed = _continued(session, named.id)
    old = with_files(session.facts, {path: after for path, (_before, after) in changed.items()})
    facts.beside, old.beside = {plan.header.id or "": old}, {named.id: facts}
    found = [*_errors(session, facts), *(each for each in _errors(session, old) if each.where.file in changed)]
    used = sum(b"\n    baseline:\n" in data for data in files.values())
    proposed = sum(each in facts.plan.indicators for each in proposals) if used else 0
    return Next(session, named, carried, files, changed, facts, tree, tuple(found), proposed)


def _errors(session: Session, facts: Facts) -> list[Finding]:
    return [each for each in session._replace(facts=facts).checked().findings if each.severity == ERROR]


def _first_day(plan: Plan, period: str) -> date:
    when = read_when(period)
    assert when.start is not None
    return plan.calendar.first(when.start)


def _way(folder: Path, target: Path) -> str:
    """The way from the next plan's folder to this one's. Raises ``CannotRun`` where there is none."""
    try:
        return relpath(folder.resolve(), target).replace("\\", "/")
    except ValueError:
        raise CannotRun(
            _("{path} is on another drive than this plan, so they cannot share their files."), path=target
        ) from None


def _continued(session: Session, identifier: str) -> dict[str, tuple[bytes, bytes]]:
    """The plan's own file, saying what continues it; nothing where it says so already."""
    said = session.facts.plan.header.continued_by
    if identifier in said:
        return {}
    before = session.tree.read(PLAN_FILE) or b""
    edit = Add(("continued_by",), identifier) if said else Set(("continued_by",), identifier)
    try:
        return {PLAN_FILE: (before, edited(before, [edit], "plan"))}
    except CannotEdit:
        sentence = _("{path} cannot be changed safely. Write in it yourself: continued_by: {id}")
        raise CannotRun(sentence, path=session.shown(PLAN_FILE), id=identifier) from None


def _proposals(session: Session, standings: Standings) -> list[tuple[str, Proposal]]:
    """The last measured value of each indicator in figures, as a baseline to be decided on."""
    plan = session.facts.plan
    found = []
    for each, standing in standings.indicators.items():
        latest = standing.latest
        if latest is None or latest.lacking or latest.question or plan.indicators[each].kind not in FIGURES:
            continue
        moment, value = _moment(latest), f"{latest.value:f}".replace(".", ",")
        note = {
            language: speech(language).say(
                _("A proposal, to be decided: the last value that was measured for {id} in {plan}, on {day}."),
                id=each,
                plan=plan.header.id,
                day=latest.day,
            )
            for language in plan.languages
        }
        found.append((each, Proposal(moment, value, note)))
    return found


def _moment(latest: Measured) -> str:
    """When a value was measured, as exactly as its answer says."""
    said: Point | None = latest.given.answer.at
    return said.edtf if said and said.exact and not said.part else latest.day.isoformat()
