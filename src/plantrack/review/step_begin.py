"""First: which plan, in which language, compared with what; noted for the steps that follow."""

from __future__ import annotations

from pathlib import Path

from plantrack.commands.options import no_revision, open_plan
from plantrack.mark import _
from plantrack.review.job import Job, give, is_yes, job, wish
from plantrack.review.notes import new_notes
from plantrack.review.started import Base, find_base
from plantrack.store.repository import NoRevision, Repository
from plantrack.store.revision import tree_at

NEW = _("There was no plan here before this change, so all of it is new.")


def run() -> int:
    about = job()
    session = open_plan(wish("plan"), lang=wish("language"))
    try:
        base = _with_a_plan(session.folder, find_base(Repository(session.folder), about, wish("base")))
    except NoRevision as error:
        raise no_revision(error) from None
    header = session.facts.plan.header
    kept = new_notes()
    speech = session.speech
    kept.put(
        "about",
        {
            "plan": session.way.replace("\\", "/"),
            "title": speech.show(header.short_title or header.title or header.id or session.way),
            "id": header.id or "plan",
            "language": speech.language,
            "base": base.revision,
            "why_none": base.why_none,
            "strict": is_yes(wish("strict")),
        },
    )
    _say_where(about, base.revision)
    give(notes=kept.folder, base=base.revision)
    return 0


def _with_a_plan(folder: Path, base: Base) -> Base:
    """The base where it has the plan; a plan that is new has nothing to be compared with."""
    if not base.revision:
        return base
    try:
        tree_at(folder, base.revision)
    except NoRevision as error:
        if error.reason != "no_plan":
            raise
        return Base("", NEW)
    return base


def _say_where(about: Job, base: str) -> None:
    """One line in the log of the job, for whoever wonders later what was compared."""
    print(f"pull request {about.pull.number or '-'}, base {base or '-'}")
