"""What the tab key offers: ids with their titles, answers in words, organisations and rounds.

Reads only the files that define things. Whatever is wrong with them, it offers what it can and says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from typer._click import Context

from plantrack.kinds import Text, said_in
from plantrack.locales import Speech, speech
from plantrack.plan import Plan
from plantrack.store.files import place_of
from plantrack.store.folder import NoPlan, find_plan, load_tree
from plantrack.store.tree import FolderTree, Tree, TreeFile

DEFINING = ("plan", "theme", "goal", "organisations", "round", "ballot")
ANY_DAY = date(2000, 1, 1)
"""What is offered does not depend on the day."""
LONGEST = 60
"""Letters of a title that are shown."""
Offered = list[tuple[str, str]]


class Definitions:
    """Of a plan's files those that define things; what was answered is left out."""

    def __init__(self, tree: Tree, kinds: tuple[str, ...] = DEFINING) -> None:
        self.tree = tree
        self.kinds = kinds

    def folder(self, path: str) -> Definitions | None:
        found = self.tree.folder(path)
        return Definitions(found, self.kinds) if found else None

    def files(self) -> Iterator[TreeFile]:
        for file in self.tree.files():
            place = place_of(file.path)
            if place and place.kind in self.kinds:
                yield file


def complete_answer(ctx: Context, args: list[str], incomplete: str) -> Offered:
    """For ``record``: an id, or after an id what may be answered about it."""
    plan, tongue = _plan(ctx)
    if plan is None:
        return []
    words = ctx.params.get("answers") or args
    last = words[-1] if words else ""
    bare = bool(ctx.params.get("unchanged") or ctx.params.get("confirm"))
    if last and not bare and (last in plan.goal_of or last in plan.goals):
        from plantrack.replies import Replies

        replies = Replies(plan, tongue)
        choices = replies.choices(last)
        found = [(word, said if said != word else "") for word, said in choices.items() if word.startswith(incomplete)]
        return found or [
            (said, word) for word, said in choices.items() if said.startswith(incomplete) and " " not in said
        ]
    return _things(plan, tongue, incomplete)


def complete_thing(ctx: Context, args: list[str], incomplete: str) -> Offered:  # noqa: ARG001  typer hands it over
    """An id of a theme, a goal or anything in a goal."""
    plan, tongue = _plan(ctx)
    return _things(plan, tongue, incomplete, themes=True) if plan else []


def complete_part(ctx: Context, args: list[str], incomplete: str) -> Offered:  # noqa: ARG001
    """An id of a theme, a goal or an activity."""
    plan, tongue = _plan(ctx)
    if plan is None:
        return []
    tables = (plan.themes, plan.goals, plan.activities)
    return [(i, _short(plan, tongue, each.title)) for t in tables for i, each in t.items() if i.startswith(incomplete)]


def complete_organisation(ctx: Context, args: list[str], incomplete: str) -> Offered:  # noqa: ARG001
    """An organisation by its id."""
    plan, tongue = _plan(ctx)
    if plan is None:
        return []
    named = {i: _short(plan, tongue, each.name) for i, each in plan.organisations.items()}
    return [(i, name) for i, name in named.items() if i.startswith(incomplete) or name.startswith(incomplete)]


def complete_round(ctx: Context, args: list[str], incomplete: str) -> Offered:  # noqa: ARG001
    """A round that has a file."""
    plan, tongue = _plan(ctx)
    if plan is None:
        return []
    return [(i, _short(plan, tongue, its.title)) for i, its in plan.rounds.items() if i.startswith(incomplete)]


def complete_ballot(ctx: Context, args: list[str], incomplete: str) -> Offered:  # noqa: ARG001
    """A vote by its id."""
    plan, tongue = _plan(ctx)
    if plan is None:
        return []
    return [(i, _short(plan, tongue, its.title)) for i, its in plan.ballots.items() if i.startswith(incomplete)]


def complete_decision(ctx: Context, args: list[str], incomplete: str) -> Offered:  # noqa: ARG001
    """A decision by its id. Its file's name is that, so none is read."""
    given = str(ctx.params.get("plan") or "")
    try:
        folder = find_plan(Path(given) if given else Path.cwd())
    except (NoPlan, OSError):
        return []
    return sorted(
        (file.stem, "") for file in (folder / "decisions").glob("**/*.yaml") if file.stem.startswith(incomplete)
    )


def complete_event(ctx: Context, args: list[str], incomplete: str) -> Offered:  # noqa: ARG001
    """A meeting or another event by its id."""
    plan, tongue = _plan(ctx, (*DEFINING, "event"))
    if plan is None:
        return []
    return [(i, _short(plan, tongue, each.title)) for i, each in plan.events.items() if i.startswith(incomplete)]


def complete_kind(ctx: Context, args: list[str], incomplete: str) -> Offered:  # noqa: ARG001
    """A kind of thing that may be looked in."""
    from plantrack.views.hits import KINDS

    _its, tongue = _plan(ctx)
    return [(kind, tongue.say(word)) for kind, word in KINDS.items() if kind.startswith(incomplete)]


def complete_revision(ctx: Context, args: list[str], incomplete: str) -> Offered:  # noqa: ARG001
    """A tag or a branch of the repository that the plan is in."""
    from plantrack.store.revision import names

    given = str(ctx.params.get("plan") or "")
    found = names(Path(given) if given else Path.cwd())
    return [(name, _cut(about)) for name, about in found if name.startswith(incomplete)]


def _plan(ctx: Context, kinds: tuple[str, ...] = DEFINING) -> tuple[Plan | None, Speech]:
    given = str(ctx.params.get("plan") or "")
    try:
        folder = find_plan(Path(given) if given else Path.cwd())
        plan = load_tree(Definitions(FolderTree(folder), kinds), ANY_DAY).plan
    except (NoPlan, OSError):
        return None, speech("en")
    return plan, speech(str(ctx.params.get("lang") or plan.language))


def _things(plan: Plan, tongue: Speech, incomplete: str, *, themes: bool = False) -> Offered:
    found: Offered = []
    tables = ((plan.themes if themes else {}), plan.goals, plan.activities, plan.steps)
    for table in tables:
        found += [(i, _short(plan, tongue, each.title)) for i, each in table.items() if i.startswith(incomplete)]
    for measures in (plan.criteria, plan.indicators):
        found += [(i, _short(plan, tongue, each.text)) for i, each in measures.items() if i.startswith(incomplete)]
    return found


def _short(plan: Plan, tongue: Speech, text: Text | None) -> str:
    return _cut(" ".join(said_in(text, tongue.language, plan.language)[0].split()) if text else "")


def _cut(said: str) -> str:
    return said if len(said) <= LONGEST else said[: LONGEST - 1].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
