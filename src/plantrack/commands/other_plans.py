"""Plans beside the one that is asked about: an id of another plan is looked up there, and a whole portfolio is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plantrack.commands.options import Session, find_plan_at, open_plan, way_to
from plantrack.facts import Facts
from plantrack.mark import _
from plantrack.shell import CannotRun
from plantrack.store.beside_folder import id_in, plan_beside, plans_beside, plans_under
from plantrack.store.folder import NoPlan, find_plan, load
from plantrack.terminal.progress import is_screen, watched

if TYPE_CHECKING:
    from plantrack.facts.portfolio import Portfolio


def open_where(thing: str, plan: str, *more: Any) -> tuple[Session, str]:
    """The plan that a thing is in, and its id there: as ``nordvik-2014:1.1.2`` it may be in a plan beside.

    Raises ``CannotRun`` where there is no such plan.
    """
    name, colon, inner = thing.partition(":")
    if not colon or not name or not inner or " " in thing:
        return open_plan(plan, *more), thing
    here = _here(plan)
    if here is not None and id_in(here) == name:
        return open_plan(str(here), *more), inner
    beside = plans_beside(here) if here is not None else plans_under(Path.cwd(), 1)
    found = next((each for each in beside if id_in(each) == name), None)
    if found is not None:
        return open_plan(way_to(found), *more), inner
    session = open_plan(plan, *more)
    if thing in session.facts.plan.terms:
        return session, thing
    known = tuple(filter(None, map(id_in, beside)))
    if known:
        raise CannotRun(
            _("There is no plan “{plan}” in a folder beside this one. There are {known}."), plan=name, known=known
        )
    raise CannotRun(_("There is no plan “{plan}” in a folder beside this one."), plan=name)


def _here(plan: str) -> Path | None:
    try:
        return find_plan_at(Path(plan)) if plan else find_plan(Path.cwd())
    except NoPlan:
        return None


def meet_others(session: Session) -> None:
    """Lets the rules know the plans that this one names, where they lie in folders beside it."""
    from plantrack.facts.abroad import plans_named

    facts = session.facts
    named = plans_named(facts)
    facts.beside = {name: other for name in named if (other := beside_of(session.folder, name, facts.day))}


def beside_of(folder: Path, identifier: str, day: date) -> Facts | None:
    """The plan with an id that lies in a folder beside another; None where there is none."""
    found = plan_beside(folder, identifier)
    return load(found, day) if found else None


def folders_asked(folder: str) -> tuple[str, list[Path]]:
    """The folder that a portfolio was asked for in, and the plans in it: left out, those beside the nearest plan.

    Raises ``CannotRun`` where there are none.
    """
    if folder:
        if not Path(folder).is_dir():
            raise CannotRun(_("There is no folder {path}."), path=folder)
        return folder, _some(plans_under(Path(folder)), folder)
    here = _here("")
    around = here.resolve().parent if here else Path.cwd()
    return way_to(around), _some(plans_under(around, 1), way_to(around))


def _some(found: list[Path], folder: str) -> list[Path]:
    if not found:
        raise CannotRun(_("There is no plan in {path}, nor in the folders in it: no file plan.yaml."), path=folder)
    return found


def read_portfolio(folders: Sequence[Path], day: date, label: str) -> Portfolio:
    """The plans in some folders, with a bar where it takes its time and somebody is looking."""
    from plantrack.store.portfolio import load_portfolio

    def watch(items: Sequence[Path]) -> Iterable[Path]:
        return watched(items, label, screen=is_screen())

    return load_portfolio(folders, way_to, day, watch)


def refuse_with_all(options: Mapping[str, object]) -> None:
    """Several plans together are not narrowed."""
    for name, value in options.items():
        if value:
            raise CannotRun(_("{option} is about one plan, and --all is about several."), option=name)
