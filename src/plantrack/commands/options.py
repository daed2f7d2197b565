"""The options that commands share, and what they mean: which plan, which day, which language."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from os.path import normpath, relpath
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, TypeVar

import typer

from plantrack.commands.completion import complete_revision
from plantrack.facts import HIDES_NOTHING, Facts
from plantrack.locales import Speech, speech
from plantrack.mark import _
from plantrack.record import NOTHING
from plantrack.shell import CannotRun, language_asked, language_near, language_of_machine
from plantrack.store.folder import NoPlan, find_plan, load_tree
from plantrack.store.places import Places
from plantrack.store.tree import Files, FolderTree, Tree
from plantrack.terminal.progress import is_screen, watched

if TYPE_CHECKING:
    from plantrack.checks import Checked
    from plantrack.store.evaluation import Lent
    from plantrack.store.repository import NoRevision

PlanOption = Annotated[
    str,
    typer.Option(
        "--plan", metavar="PATH", help=_("The plan's folder. Left out: the nearest plan.yaml upwards, or plan/.")
    ),
]
OnOption = Annotated[
    str, typer.Option("--on", metavar="DATE", help=_("The day of judgement, as 2015-12-31. Left out: today."))
]
RevOption = Annotated[
    str,
    typer.Option(
        "--rev",
        metavar="REVISION",
        help=_("The plan as it was known at a revision or a tag in git."),
        autocompletion=complete_revision,
    ),
]
LangOption = Annotated[
    str, typer.Option("--lang", metavar="sv|en", help=_("The language of the tool's words. Left out: the plan's."))
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help=_("Show what would be written, and write nothing."))]
NoColorOption = Annotated[bool, typer.Option("--no-color", help=_("Show everything without colour."))]


YEARS = range(1000, 3000)
"""Those that a day of judgement may lie in: Python counts no year after 9999, and there is always a next one."""
T = TypeVar("T")


class Session(NamedTuple):
    """What a command works on, and how it speaks."""

    folder: Path
    way: str
    """The shortest way to the folder from where the user stands."""
    tree: Files
    """Where its files are read from: the folder, or a revision in git."""
    facts: Facts
    speech: Speech
    terminal: bool
    """Whether a person is reading at a terminal."""
    color: bool
    width: int
    unwritten: Mapping[str, bytes] = NOTHING
    """Files as they are about to be written."""
    lent: Lent | None = None
    """What was taken up from an evaluator's revision."""

    @property
    def places(self) -> Places:
        """Finds the lines of what is shown."""
        return Places(self.tree, {**self.unwritten, **self.lent.files} if self.lent else self.unwritten)

    def shown(self, file: str) -> str:
        """A file of the plan as it can be opened from here."""
        return normpath(f"{self.way}/{file}").replace("\\", "/")

    def watch(self, items: Sequence[T], label: str) -> Iterator[T]:
        """The items one by one, with a bar where they take their time and somebody is looking."""
        return watched(items, self.speech.say(label), screen=is_screen())

    def checked(self) -> Checked:
        """Every finding in the plan."""
        from plantrack.checks import check_plan

        return check_plan(self.facts, lambda rules: self.watch(rules, _("Checking")))

    def warn_of_faults(self) -> None:
        """Says aloud that files could not be read whole, where what is shown would hide it."""
        hiding = [faults for reason, faults in self.facts.faults.items() if reason not in HIDES_NOTHING]
        if hiding:
            files = len({fault.where.file for faults in hiding for fault in faults})
            one = _("Something in {n} file could not be read, and is not shown here: plantrack check")
            many = _("Something in {n} files could not be read, and is not shown here: plantrack check")
            print(self.speech.count(one, many, files), file=sys.stderr)


def open_plan(
    plan: str = "",
    on: str = "",
    lang: str = "",
    no_color: bool = False,
    rev: str = "",
    part: Callable[[Files], Tree] | None = None,
) -> Session:
    """Reads the plan that was asked for, or only a part of its files. Raises ``CannotRun`` where there is none."""
    day = day_asked(on)
    folder = plan_folder(plan, rev)
    tree = tree_at_revision(folder, rev) if rev else FolderTree(folder)
    said = tongue(lang, "en").say
    facts = load_tree(
        part(tree) if part else tree, day, lambda files: watched(files, said(_("Reading")), screen=is_screen())
    )
    return Session(folder, way_to(folder), tree, facts, tongue(lang, facts.plan.language), *screen(no_color))


NO_REVISION = {
    "no_git": _("git is not installed here, and it holds the plan's earlier revisions."),
    "no_repository": _("The plan is in no git repository, so it has no revision “{revision}”."),
    "unknown": _(
        "git knows no version “{revision}” of the plan. Is it misspelled? “git tag” lists the named ones. If it is right, "
        "this copy may lack older versions: git fetch --unshallow --tags"
    ),
    "no_plan": _("There was no plan in this folder at revision “{revision}”."),
    "not_yours": _(
        "git reads nothing here, as the folder belongs to another user of this machine. Let it: "
        "git config --global --add safe.directory {folder}"
    ),
}


def no_revision(error: NoRevision) -> CannotRun:
    """Why a revision cannot be read, in a sentence."""
    return CannotRun(NO_REVISION[error.reason], revision=error.revision, folder=error.folder)


def tree_at_revision(folder: Path, revision: str) -> Files:
    """The plan's files at a revision. Raises ``CannotRun`` where it cannot be read."""
    from plantrack.store.repository import NoRevision
    from plantrack.store.revision import tree_at

    try:
        return tree_at(folder, revision)
    except NoRevision as error:
        raise no_revision(error) from None


def folder_at_revision(plan: str, revision: str) -> Path:
    """The folder of a plan that git still knows, where the disk has none. Raises ``CannotRun`` where git does not."""
    from plantrack.store.repository import NoRevision
    from plantrack.store.revision import find_plan_in_git

    given = Path(plan)
    try:
        if plan:
            return find_plan_in_git(given.parent if given.name == "plan.yaml" else given, revision, upwards=False)
        return find_plan_in_git(Path.cwd(), revision, upwards=True)
    except NoRevision as error:
        raise no_revision(error) from None


def plan_folder(plan: str, rev: str = "") -> Path:
    """The folder of the plan: the one given, or the nearest; with a revision also one that only git knows."""
    try:
        if plan:
            return find_plan_at(Path(plan))
        return find_plan(Path.cwd())
    except NoPlan:
        if rev:
            return folder_at_revision(plan, rev)
        if plan:
            raise CannotRun(_("There is no plan in {path}: no file plan.yaml."), path=plan) from None
        sentence = _(
            "There is no plan here or in any folder above. Say where it is with --plan, or start one: plantrack init"
        )
        raise CannotRun(sentence) from None


def find_plan_at(path: Path) -> Path:
    """The plan's folder, given as the folder, as its plan.yaml, or as the folder above ``plan/``."""
    if path.name == "plan.yaml":
        path = path.parent
    if (path / "plan.yaml").is_file():
        return path
    if (path / "plan" / "plan.yaml").is_file():
        return path / "plan"
    raise NoPlan(str(path))


def day_asked(on: str) -> date:
    """The day of judgement. Today comes in here and nowhere else."""
    if not on:
        return date.today()
    try:
        day = date.fromisoformat(on)
    except ValueError:
        raise CannotRun(_("“{text}” is no day. Write it as 2015-12-31."), text=on) from None
    refuse_far_away(day.year, on)
    return day


def refuse_far_away(year: int, text: str) -> None:
    """Says so of a time that no plan reaches: a slip of the finger."""
    if year not in YEARS:
        raise CannotRun(_("“{text}” is too far away for a plan. Write a day as 2015-12-31."), text=text)


def tongue(lang: str, own: str) -> Speech:
    """The language to speak: the one asked for, else the plan's where the tool speaks it, else English."""
    return speech(lang or language_asked(sys.argv[1:]) or own)


def screen(no_color: bool) -> tuple[bool, bool, int]:
    """Whether a person reads at a terminal, whether colour is wanted, and how wide it is."""
    terminal = sys.stdout.isatty()
    color = terminal and not no_color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    if not terminal:
        return False, False, 80
    from shutil import get_terminal_size

    return True, color, get_terminal_size((80, 24)).columns


def way_to(folder: Path) -> str:
    """A folder by the shortest way to it from where the user stands."""
    try:
        return relpath(folder.resolve())
    except ValueError:  # on another drive
        return str(folder.resolve())


def language_here(lang: str) -> Speech:
    """The language to speak where no plan is needed: the one asked for, else the nearest plan's, else the machine's."""
    asked = lang or language_asked(sys.argv[1:])
    return speech(asked or language_near([]) or language_of_machine())


def no_such_thing(identifier: str, known: Iterable[str]) -> CannotRun:
    """That the plan has nothing with an id, and what was probably meant."""
    from plantrack.nearest import nearest

    meant = nearest(identifier, known)
    if meant:
        return CannotRun(
            _("The plan has nothing with the id “{id}”. Did you mean “{meant}”?"), id=identifier, meant=meant
        )
    return CannotRun(_("The plan has nothing with the id “{id}”."), id=identifier)
